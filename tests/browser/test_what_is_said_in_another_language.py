"""Whoever listens to a page hears each text in its own language, on every face and on the plan."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.room import Room, room

pytestmark = pytest.mark.browser

SPOKEN = ("text", "name", "word", "plain", "wording", "answer", "what", "note", "reason")
SAID_WRONG = """known => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), wrong = new Set();
    for (let each = walk.nextNode(); each; each = walk.nextNode()) {
        const text = each.data.trim(), around = each.parentElement;
        if (!(text in known) || around.closest("script, .spoken")) continue;
        const lang = around.closest("[lang]").lang, side = around.closest("[dir]")?.dir;
        if (lang !== known[text] || side !== "auto") wrong.add(`${lang} ${side}: ${text}`);
    }
    return [...wrong];
}"""


async def swedish_phone(here: Room) -> Page:
    page = await here.page(320, 568)
    await page.goto(f"{here.play.doors.join}?lang=sv")
    await page.get_by_label("Klient", exact=True).check()
    await page.get_by_role("button", name="Kom med").click()
    await expect(page.locator("#writing")).to_be_attached()
    return page


async def in_swedish(page: Page) -> Page:
    await page.goto(f"{page.url}?lang=sv")
    await expect(page.locator(".columns, .face")).to_be_visible()
    return page


async def test_a_swedish_reader_among_finnish_cards_hears_each_in_its_language() -> None:
    async with room() as (here, home):
        await here.play.whole("v1")
        for what in ("close", "reveal"):  # then all cards are shown, and not some of them
            await here.play.lead(what, "v1")
        phone = await swedish_phone(here)
        await expect(phone.locator("main")).to_contain_text("Brevet finns på svenska samma dag.")
        known = spoken(await here.seen())
        screen = await in_swedish(await here.face("screen", home, 1920, 1080))
        console = await in_swedish(await here.face("console", home, 1440, 900))
        for page in (phone, screen, console):
            assert await page.evaluate("document.documentElement.lang") == "sv"
            assert await page.evaluate(SAID_WRONG, known) == []
            assert await page.evaluate("violations") == []
        shown = {
            known[text] for text in await phone.locator(".text, .card").all_inner_texts() if text in known
        }
        assert shown == {"fi", "sv"}
        assert await phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


async def test_a_card_is_in_the_language_of_the_page_it_was_written_on() -> None:
    async with room() as (here, _):
        await here.play.come_in()
        await here.play.go_to_writing()
        phone = await swedish_phone(here)
        await phone.locator("#text").fill("Bussen går för sällan.")
        await phone.get_by_role("button", name="Skicka", exact=True).click()
        await expect(phone.locator("#mine")).to_contain_text("Bussen går för sällan.")
        await expect(phone.locator("#mine")).to_contain_text("Skickat")
        assert spoken(await here.seen())["Bussen går för sällan."] == "sv"


async def test_a_plan_says_each_text_in_the_language_it_was_written_in() -> None:
    async with room() as (here, _):
        await here.play.whole()
        plan = (await here.play.iida.json(f"{here.play.doors.place('console')}/texts"))["plan"]
        for lang in ("fi", "sv", "en"):
            known = spoken(await here.play.iida.json(f"{plan}.json?lang={lang}"))
            page = await here.page()
            await page.goto(f"{plan}?lang={lang}")
            assert len(known) > 100 and {"fi", "sv"} <= set(known.values())
            assert await page.evaluate("document.documentElement.lang") == lang
            assert await page.evaluate(SAID_WRONG, known) == []


def spoken(view: object) -> dict[str, str]:
    """Each text that says its language, with it."""
    if isinstance(view, list):
        return {text: lang for each in view for text, lang in spoken(each).items()}
    if not isinstance(view, dict):
        return {}
    its = {
        key: view.get(f"{key}_lang") or view.get("lang") for key in SPOKEN if isinstance(view.get(key), str)
    }
    inside = {text: lang for each in view.values() for text, lang in spoken(each).items()}
    return inside | {view[key].strip(): lang for key, lang in its.items() if lang}
