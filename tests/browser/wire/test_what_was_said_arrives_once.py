"""What was said while the line was cut arrives once, or comes back with its text."""

import asyncio

import pytest
from playwright.async_api import Page, WebSocket, expect

from talko.demo.play import WRITING
from tests.browser.proxy import listening
from tests.browser.room import Room, come_in, room
from tests.browser.wire.lines import Noisy, PlainOnly

pytestmark = pytest.mark.browser

TEXT = "Bussi ei kulje illalla."


def port_of(here: Room) -> int:
    return int(here.play.iida.server.rpartition(":")[2])


async def cards(here: Room) -> list[str]:
    return [each["text"] for each in (await here.seen())["activities"][WRITING]["cards"].values()]


async def shown(page: Page) -> list[str]:
    return await page.locator("#cards .text").all_inner_texts()


async def write(page: Page, text: str = TEXT) -> None:
    await page.locator("#text").fill(text)
    await page.get_by_role("button", name="Lähetä", exact=True).click()


async def test_a_vote_and_a_question_of_a_phone_without_a_line_arrive_once_each() -> None:
    async with room() as (here, _):
        await here.play.whole("n4")
        page = await here.phone()
        asked = len((await here.seen())["questions"])
        await page.locator("#help > summary").click()
        await page.get_by_text("Kysy jotain").click()
        here.wire.cut()
        await page.locator("#ask_question").fill("Saako kahvia?")
        await page.get_by_role("button", name="Kysy tämä").click()
        await page.keyboard.press("Escape")
        await page.get_by_role("button", name="Anna ääni").first.click()
        await expect(page.locator(".tally")).to_contain_text("Tallessa puhelimessa", timeout=10_000)
        await expect(page.locator(".bar")).to_contain_text("Ei yhteyttä")
        await asyncio.sleep(10)
        here.wire.mend()
        await expect(page.locator(".bar")).to_contain_text("Yhteys kunnossa", timeout=20_000)
        await expect(page.locator(".tally")).to_contain_text("✓ Lähetetty")
        await asyncio.sleep(1)
        seen = await here.seen()
        assert (seen["activities"]["n4"]["answered"], len(seen["questions"])) == (1, asked + 1)
        assert await page.evaluate("violations") == []


async def test_two_tabs_of_one_phone_send_a_card_once() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        other = await page.context.new_page()
        await other.goto(page.url)
        await expect(other.locator("#text")).to_be_visible()
        here.wire.cut()
        await write(page)
        await expect(other.locator("main")).to_contain_text(TEXT)
        here.wire.mend()
        for tab in (page, other):
            await expect(tab.locator("#mine .card")).to_contain_text("Lähetetty", timeout=20_000)
        assert await cards(here) == [TEXT]


async def test_what_comes_after_the_step_was_closed_comes_back_with_its_text() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        await expect(page.locator("#text")).to_be_visible()
        here.wire.cut()
        await write(page)
        await here.play.lead("close", WRITING)
        here.wire.mend()
        await expect(page.locator("main")).to_contain_text("Et ehtinyt lähettää tätä.", timeout=20_000)
        await expect(page.locator("main")).to_contain_text(TEXT)
        assert await cards(here) == []


async def test_where_web_sockets_are_blocked_the_phone_goes_the_plain_way_by_itself() -> None:
    async with room() as (here, _), listening(PlainOnly(port_of(here))) as blocked:
        await here.play.go_to_writing()
        page = await here.page()
        await page.goto(f"http://talko.test:{blocked.port}{here.play.doors.join}")
        await come_in(page)
        await write(page)
        await expect(page.locator("#mine .card")).to_contain_text("Lähetetty", timeout=40_000)
        await expect(page.locator(".bar")).to_contain_text("Yhteys kunnossa")
        assert await cards(here) == [TEXT]
        await here.play.lead("close", WRITING)
        await expect(page.locator("main")).to_contain_text("Kortit näytetään pian", timeout=10_000)
        assert await page.evaluate("violations") == []


async def test_a_line_that_loses_doubles_and_mixes_up_frames_shows_what_the_server_knows(
    capfd: pytest.CaptureFixture[str],
) -> None:
    async with room() as (here, _), listening(Noisy(port_of(here), share=0.25)) as noisy:
        await here.play.go_to_writing()
        page = await here.page()
        hellos: list[str] = []
        page.on("websocket", lambda socket: hear(socket, hellos))
        await page.goto(f"http://talko.test:{noisy.port}{here.play.doors.join}")
        await come_in(page)
        await here.play.come_in()
        await here.play.write(24)
        await here.play.lead("close", WRITING)
        await here.play.lead("reveal", WRITING)
        async with asyncio.timeout(40):
            while sorted(await shown(page)) != sorted(await cards(here)) or not await shown(page):
                await asyncio.sleep(0.5)
        assert noisy.spoilt and len(hellos) > 1
        await asyncio.sleep(1.5)  # it is noted once a second
    assert "phone: had missed something and got the whole view" in capfd.readouterr().err


def hear(socket: WebSocket, hellos: list[str]) -> None:
    def sent(text: str | bytes) -> None:
        if '"hello"' in str(text):
            hellos.append(str(text))

    socket.on("framesent", sent)
