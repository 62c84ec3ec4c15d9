"""Whatever people write, phone, console and plan show all of it, as text, and stay in their place."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.states import hostile, rules
from tests.browser.states.faces import SIZES, Faces, cookies
from tests.browser.states.hostile import CHOOSE, CODE, GROUP, LONG, NAME, OPTIONS, READ, TEXTS, WRITE, Hostile
from tests.browser.states.looking import Looking, ready
from tests.browser.states.play import faults, watched
from tests.browser.states.second import RANK

pytestmark = pytest.mark.browser

MOST_THEMES = 8  # as the template says
HACKED = "() => 'hacked' in window"


async def is_calm(page: Page, faults: list[str]) -> None:
    name = f"{page.url.rpartition('/')[2][:20]} {await page.title()}"[:60]
    found = [*await rules.told(page, "reflow", 2), *await rules.it_fits_a_small_phone(page)]
    faults += [f"{name}: {each}" for each in found]
    assert not await page.evaluate(HACKED)


async def look(room: Hostile, pages: dict[str, Page], faults: list[str], *texts: str) -> None:
    for face, page in pages.items():
        await page.goto(f"{room.made.place(face)}?lang=fi")
        await ready(page)
        for text in texts:
            await page.get_by_text(text).first.wait_for(state="attached")
        await is_calm(page, faults)


async def test_nothing_runs_overflows_or_is_cut() -> None:
    wrong: list[str] = []
    async with watched(Looking()) as play:
        room = await hostile.hostile(play)
        keys = {"phone": room.phone, "console": play.iida}
        faces = Faces(play.faces.devices, play.faces.wire, play.looking, room.made.workshop, keys)
        pages = {face: await faces.page(face) for face in keys}
        await look(room, pages, wrong)
        await room.go_to(READ)
        await room.lead("open", READ)  # what was brought is shown by whoever leads
        await look(room, pages, wrong, CODE[:40])
        await room.go_to(WRITE)
        await room.lead("open", WRITE)
        await room.seen("open")
        await look(room, pages, wrong)  # with no card
        for text in TEXTS[:3]:
            await room.writing.send("add_card", WRITE, {"text": text, "lang": "fi"})
        await look(room, pages, wrong, LONG)
        for do in ("close", "reveal"):
            await room.lead(do, WRITE)
        await room.go_to(GROUP)
        for n in range(MOST_THEMES):
            await room.lead("add_theme", GROUP, {"name": f"{n} {NAME} {n}"[:60], "lang": "fi", "cards": []})
        await look(room, pages, wrong, NAME)
        await room.go_to(CHOOSE)
        await look(room, pages, wrong)
        await room.lead("close_unfinished", "")
        await room.sight.until(lambda each: each.at("agenda", "closed") is True, "the end")
        await look(room, pages, wrong)
        for path in (await plan(room), f"{room.made.page}/cards", room.made.page, "/home"):
            page = await play.faces.devices.page(*SIZES["phone"])
            await page.context.add_cookies(cookies(play.iida, play.faces.devices.address))
            await page.goto(path)
            await page.evaluate(
                "() => { for (const each of document.querySelectorAll('details')) each.open = true; }"
            )
            await is_calm(page, wrong)
        wrong += faults(play.faces.devices)
        assert not wrong, "\n".join(wrong)


async def test_twelve_options_that_are_as_long_as_can_be_fit_phone_and_console() -> None:
    wrong: list[str] = []
    async with watched(Looking()) as play:
        room = await hostile.options(play)
        keys = {"phone": room.faces.keys["phone"], "console": play.iida}
        faces = Faces(play.faces.devices, play.faces.wire, play.looking, room.made.workshop, keys)
        pages = {face: await faces.page(face) for face in keys}
        for do, life in (("open", "open"), ("close", "closed"), ("reveal", "revealed")):
            await room.lead(do, RANK)
            await room.comes_to(life)
            for face, page in pages.items():
                await page.goto(f"{room.made.place(face)}?lang=fi")
                await ready(page)
                shown = page.locator("main").get_by_text(LONG[-20:])
                await expect(shown).to_have_count(OPTIONS) if life == "open" and face == "phone" else None
                await is_calm(page, wrong)
        wrong += faults(play.faces.devices)
    assert not wrong, "\n".join(wrong)


async def plan(room: Hostile) -> str:
    texts = await room.play.iida.json(f"{room.made.place('console')}/texts")
    return str(texts["plan"])
