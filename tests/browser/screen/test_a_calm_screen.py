"""A screen that hurries nobody: how often it is painted, what moves on it, and two languages at once."""

import asyncio

import pytest
from playwright.async_api import Page, expect

from talko.demo.client import Object
from talko.demo.play import WRITING, Play
from tests.browser.room import Room, room

pytestmark = pytest.mark.browser

KEEP_TURNING = """
    const before = setInterval;
    window.setInterval = (what, ms) => { if (ms === 12000) window.turns = what; return before(what, ms); };
"""
KEEP_PAINTINGS = """
    window.painted = [];
    new MutationObserver((changes) => {
        const isMore = ({ target }) => !target.parentElement?.closest(".timer");
        if (changes.some(isMore)) painted.push(performance.now());
    }).observe(document.getElementById("app"), { childList: true, subtree: true, characterData: true });
"""


async def watched(here: Room, home: str) -> Page:
    """Its pages are turned by the test, and not by the time."""
    page = await here.page(1280, 720)
    await page.add_init_script(KEEP_TURNING)
    await page.goto(home)
    await page.locator("main button").click()
    await page.goto(here.play.doors.page)
    await page.locator("form[action$='/screen'] button").click()
    await expect(page.locator(".face")).to_be_visible()
    return page


async def to_reading(play: Play) -> None:
    """Where more cards are read than fit on a wall."""
    await play.bring_field_cards()
    for step in ("", "o1", "o2", "o3"):
        await play.console.send("go_on", step)
    await play.console.send("open", "n0")


async def test_however_much_is_written_it_is_painted_once_a_second_and_nothing_loops() -> None:
    async with room() as (here, home):
        screen = await watched(here, home)
        await here.play.come_in()
        await here.play.go_to_writing()
        await expect(screen.locator("main")).to_contain_text("0 korttia kirjoitettu")
        await screen.evaluate(KEEP_PAINTINGS)
        began = await screen.evaluate("performance.now()")
        await here.play.write(1000)
        await expect(screen.locator("main")).to_contain_text("42 korttia kirjoitettu")
        took = await screen.evaluate("performance.now()") - began
        assert 1 <= len(await screen.evaluate("painted")) <= took / 1000 + 1
        assert await screen.evaluate("document.getAnimations().length") == 0
        await what_is_moved_is_not_followed(here, screen)


async def what_is_moved_is_not_followed(here: Room, screen: Page) -> None:
    """The wall stays with the group it shows."""
    for do, into in (("close", WRITING), ("reveal", WRITING), ("go_on", WRITING), ("go_on", "n2")):
        await here.play.console.send(do, into)
    await expect(screen.locator("h1")).to_contain_text("Laitamme samanlaiset kortit yhteen.")
    shown = sorted((await here.seen())["activities"]["n3"]["cards"])
    await here.play.console.send("add_theme", "n3", group("Jono", shown[:3]))
    other = await here.play.console.send("add_theme", "n3", group("Kirjeet", shown[3:5]))
    await expect(screen.locator("#wall > li")).to_have_count(3)
    await expect(screen.locator("#wall > li", has_text="A · Jono")).to_contain_text("3 korttia")
    await expect(screen.locator("#wall > li", has_text="Ei vielä ryhmässä").locator(".rest")).to_contain_text(
        "muuta"
    )
    await screen.keyboard.press("ArrowDown")
    await expect(screen.locator(".heading")).to_contain_text("Ei vielä ryhmässä")
    loose = await on_the_wall(screen)
    await here.play.console.send("move_cards", "n3", {"cards": [*loose[:1]], "theme": other})
    await is_gone(screen, loose[0])
    await expect(screen.locator(".heading")).to_contain_text("Ei vielä ryhmässä")
    assert (await on_the_wall(screen))[: len(loose) - 1] == loose[1:]


def group(name: str, cards: list[str]) -> Object:
    return {"name": name, "lang": "fi", "cards": [*cards]}


async def test_pages_turn_by_themselves_but_not_in_a_calm_room_where_a_hand_still_turns_them() -> None:
    async with room() as (here, home):
        screen, phone = await watched(here, home), await here.phone()
        await to_reading(here.play)
        first = await on_the_wall(screen)
        await expect(screen.locator(".more")).to_contain_text(f"+ {24 - len(first)} muuta")
        await screen.evaluate("turns()")
        await is_gone(screen, first[0])
        second = await on_the_wall(screen)
        assert not set(first) & set(second)
        await here.play.console.send("set_screen", "", {"calm": True, "also": ""})
        await expect(phone.locator("html.calm")).to_be_attached()
        await screen.evaluate("turns()")
        await asyncio.sleep(1.2)  # longer than a painting waits
        assert await on_the_wall(screen) == second
        await screen.keyboard.press("ArrowDown")
        await is_gone(screen, second[0])
        await here.play.console.send("set_screen", "", {"calm": False, "also": ""})
        await expect(phone.locator("html.calm")).to_have_count(0)


async def is_gone(screen: Page, key: str) -> None:
    await expect(screen.locator(f"#wall li[data-key='{key}']")).to_have_count(0)


async def test_who_leads_chooses_calm_and_a_second_language_on_the_console() -> None:
    async with room() as (here, home):
        screen = await here.face("screen", home, 1280, 720)
        console = await here.face("console", home, 1440, 900)
        calm = console.get_by_role("switch", name="Vähennä liikettä")
        await calm.click()
        await expect(calm).to_have_attribute("aria-checked", "true")
        second = console.get_by_role("switch", name="Kaksi kieltä: myös English")
        await second.click()
        await expect(second).to_have_attribute("aria-checked", "true")
        assert (await here.seen())["screen"] == {"calm": True, "also": "en"}
        await expect(screen.locator("li .also").first).to_have_text(
            "Point your phone's camera at the picture."
        )
        await here.play.console.send("go_on", "")
        await expect(screen.locator("h1")).to_contain_text("Tervetuloa.")
        also = screen.locator("main > p.also")
        await expect(also).to_have_attribute("lang", "en")
        await expect(also).to_contain_text("Welcome.")
        await here.play.console.send("set_screen", "", {"calm": True, "also": ""})
        await expect(also).to_have_count(0)
        assert await screen.evaluate("violations") == []


COUNT_FADES = """() => {
    window.fades = 0;
    const soft = document.startViewTransition.bind(document);
    document.startViewTransition = (paint) => { window.fades += 1; return soft(paint); };
}"""


async def test_a_step_fades_over_softly_but_not_where_nothing_is_to_move() -> None:
    """Not in a calm room, and not on a computer that asks for less motion."""
    async with room() as (here, home):
        screen = await here.face("screen", home, 1280, 720)
        await screen.evaluate(COUNT_FADES)
        await goes_on(here, screen, "", "Tervetuloa.")
        assert await screen.evaluate("fades") == 1
        await screen.wait_for_function("document.getAnimations().length === 0")
        await here.play.console.send("set_screen", "", {"calm": True, "also": ""})
        await goes_on(here, screen, "o1", "Lue yhteiset säännöt.")
        await here.play.console.send("set_screen", "", {"calm": False, "also": ""})
        await screen.emulate_media(reduced_motion="reduce")
        await goes_on(here, screen, "o2", "")
        assert await screen.evaluate("fades") == 1


async def goes_on(here: Room, screen: Page, before: str, shown: str) -> None:
    was = await screen.locator("h1").first.inner_text()
    await here.play.console.send("go_on", before)
    await expect(screen.locator("h1").first).not_to_have_text(was)
    await expect(screen.locator("h1").first).to_contain_text(shown)


async def on_the_wall(screen: Page) -> list[str]:
    await expect(screen.locator("#wall li").first).to_be_visible()
    keys: list[str] = await screen.locator("#wall li").evaluate_all(
        "all => all.map((each) => each.dataset.key)"
    )
    return keys
