"""What a facilitator meets: a line that breaks, the keyboard, a door, the end; and what the room sees."""

import pytest
from playwright.async_api import expect

from talko.demo.play import WRITING
from tests.browser.room import room

pytestmark = pytest.mark.browser

NONE_HANGS_OUT = """wall => [...wall.children].every((each) =>
    each.getBoundingClientRect().bottom <= wall.getBoundingClientRect().bottom + 1)"""


async def test_what_is_pressed_while_the_line_is_cut_is_not_done_and_not_done_later() -> None:
    async with room() as (here, home):
        await here.play.go_to_writing()
        console = await here.face("console", home, 1440, 900)
        await expect(console.locator(".sign")).to_contain_text("Yhteys kunnossa")
        here.wire.cut()
        await console.get_by_role("button", name="Sulje kirjoittaminen").click()
        await expect(console.locator(".notice").first).to_have_text(
            "Ei yhteyttä. Yritä uudelleen, kun yhteys palaa."
        )
        await expect(console.locator(".sign")).to_contain_text("Ei yhteyttä")
        here.wire.mend()
        await expect(console.locator(".sign")).to_contain_text("Yhteys kunnossa", timeout=15_000)
        door = console.get_by_role("switch", name="Ovi")
        await expect(door).to_contain_text("Ovi on auki")
        await door.click()
        await expect(door).to_contain_text("Ovi on kiinni")
        assert (await here.seen())["activities"][WRITING]["life"] == "open"


async def test_a_card_from_the_field_is_hidden_by_keyboard_while_the_room_reads_it() -> None:
    async with room() as (here, home):
        await here.play.bring_field_cards()
        for step in ("", "o1", "o2", "o3"):
            await here.play.console.send("go_on", step)
        console = await here.face("console", home, 1440, 900)
        await expect(console.locator("#strip > li")).to_have_count(24)
        await console.get_by_role("button", name="Piilota").first.press("Enter")
        await expect(console.locator("#strip input").first).to_be_focused()
        await console.get_by_label("Muu syy").check()
        await console.get_by_role("button", name="Piilota kortti").press("Enter")
        await expect(console.locator(".error")).to_have_text("Kirjoita syy omin sanoin.")
        await expect(console.locator("#words")).to_be_focused()
        await console.locator("#words").fill("Paikka kertoo, kuka.")
        await console.locator("#words").press("Enter")
        await expect(console.locator("#strip > li")).to_have_count(23)
        await console.get_by_role("button", name="Näytä kortit").click()
        phone = await here.phone()
        await expect(phone.locator("#cards li")).to_have_count(23)

        await console.get_by_role("button", name="Seuraava: Mikä palvelussa").click()
        await console.get_by_role("button", name="Ohita tämä kohta").click()
        await expect(console.locator("nav [aria-current]")).to_contain_text("Jokainen kertoo vuorollaan")
        assert await console.evaluate("scrollY") == 0


async def test_the_screen_fills_its_wall_and_is_calm_after_the_end() -> None:
    async with room() as (here, home):
        await here.play.bring_field_cards()
        screen = await here.face("screen", home, 1920, 1080)
        await here.play.console.send("go_on", "")
        await expect(screen.locator("main")).to_contain_text(here.play.example.texts["question"]["fi"])
        for step in ("o1", "o2"):
            await here.play.console.send("go_on", step)
        await expect(screen.locator("h1")).to_contain_text("Vastaa yhteen kysymykseen.")
        for step in ("o3", "n0"):
            await here.play.console.send("go_on", step)
        await here.play.console.send("open", WRITING)
        await here.play.come_in()
        await here.play.write(1000)
        for what in ("close", "reveal"):
            await here.play.console.send(what, WRITING)
        await expect(screen.locator("#wall li").first).to_be_visible()
        assert await screen.locator("#wall li").count() >= 6
        assert await screen.locator("#wall").evaluate(NONE_HANGS_OUT)
        await here.play.console.send("close_unfinished", "")
        await expect(screen.locator("h1")).to_have_text("Työpaja on päättynyt. Kiitos.")
        await expect(screen.locator(".stages, .timer")).to_have_count(0)
        assert await screen.evaluate("violations") == []
