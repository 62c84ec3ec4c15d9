"""Whoever uses a keyboard alone comes in, writes, votes, answers and takes something on."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.phone.walk import THEMES, Walk, seen
from tests.browser.room import room

pytestmark = pytest.mark.browser

MOST_TABS = 60
IS_THERE = "wanted => document.activeElement?.matches(wanted)"
ORDER = """() => [...document.querySelectorAll("main a, main button, main input, main textarea, main select")]
    .filter((each) => each.offsetParent && each.type !== "radio")
    .map((each) => Math.round(each.getBoundingClientRect().top + scrollY))"""
IS_STEPPED_IN = "() => [...document.querySelectorAll('[tabindex]')].some((each) => each.tabIndex > 0)"


async def tab_to(page: Page, wanted: str, key: str = "Tab") -> int:
    """How many presses it took."""
    for n in range(1, MOST_TABS):
        await page.keyboard.press(key)
        if await page.evaluate(IS_THERE, wanted):
            return n
    raise AssertionError(f"{wanted} cannot be reached by {key}")


async def in_order(page: Page) -> None:
    tops = await page.evaluate(ORDER)
    assert tops == sorted(tops) and not await page.evaluate(IS_STEPPED_IN)


async def test_from_the_door_to_the_plan_by_keyboard_alone() -> None:
    async with room() as (here, _):
        page = await here.page()
        await page.goto(here.play.doors.join)
        await tab_to(page, "input[name=role]")
        await page.keyboard.press("Space")
        await tab_to(page, "button.primary")
        await page.keyboard.press("Enter")
        await expect(page.locator("h1")).to_be_visible()
        walk = Walk(here, page)
        assert (await here.seen())["lobby"]["joined"] == 1

        await answers_by_keyboard(walk)
        await writes_by_keyboard(walk)
        await votes_by_keyboard(walk)
        await gives_numbers_by_keyboard(walk)
        await takes_on_by_keyboard(walk)
        assert await page.evaluate("violations") == []


async def answers_by_keyboard(walk: Walk) -> None:
    await walk.go_to("o3")
    await in_order(walk.phone)
    await tab_to(walk.phone, "#step input[type=radio]")
    await walk.phone.keyboard.press("ArrowDown")
    await expect(walk.phone.locator(".tally")).to_contain_text("✓ Lähetetty")
    assert (await seen(walk))["answered"] == 1


async def writes_by_keyboard(walk: Walk) -> None:
    page = walk.phone
    await walk.go_to("n1")
    await in_order(page)
    await tab_to(page, "#text")
    await page.keyboard.type("Odotin kaksi tuntia.")
    await page.keyboard.press("Enter")  # a new line, and nothing is sent
    await page.keyboard.type("Kukaan ei soittanut.")
    await tab_to(page, "#writing .primary")
    await page.keyboard.press("Enter")
    await expect(page.locator("#mine .card")).to_contain_text("✓ Lähetetty")
    cards = (await seen(walk))["cards"]
    assert isinstance(cards, dict)
    (card,) = cards.values()
    assert isinstance(card, dict) and card["text"] == "Odotin kaksi tuntia.\nKukaan ei soittanut."


async def votes_by_keyboard(walk: Walk) -> None:
    page = walk.phone
    await walk.go_to("n4")
    await in_order(page)
    await tab_to(page, f"[aria-label='Anna ääni: {THEMES[1]}']")
    await page.keyboard.press("Space")
    await page.keyboard.press("Enter")
    await expect(page.locator(".tally")).to_contain_text("✓ Lähetetty")
    assert (await seen(walk))["answered"] == 1
    await walk.leave()
    await expect(page.locator(".results")).to_be_visible()
    (result,) = (await walk.here.seen())["activities"]["n4"]["rounds"].values()
    assert sorted(each["dots"] for each in result["options"].values()) == [0, 2]
    await walk.go_on()
    await walk.arrive()


async def gives_numbers_by_keyboard(walk: Walk) -> None:
    page = walk.phone
    await walk.go_to("i4")
    await in_order(page)
    await tab_to(page, ".number input")
    for _ in range(3):
        await page.keyboard.press("ArrowRight")
    await expect(page.locator(".number.chosen")).to_have_text("4")
    await expect(page.locator(".tally")).to_contain_text("✓ Lähetetty")
    assert (await seen(walk))["answered"] == 1


async def takes_on_by_keyboard(walk: Walk) -> None:
    page = walk.phone
    await walk.go_to("c1")
    await in_order(page)
    await tab_to(page, ".record button")
    await page.keyboard.press("Enter")
    await page.keyboard.type("Aino")
    await page.keyboard.press("Enter")
    await expect(page.locator(".record")).to_contain_text("✓ Sinä teet tämän.")
    records = (await seen(walk))["records"]
    assert isinstance(records, dict)
    (record,) = records.values()
    assert isinstance(record, dict) and record["owner"] == "Aino"
