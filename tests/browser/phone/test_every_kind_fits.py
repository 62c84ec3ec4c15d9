"""Each kind of step on a small phone, on its side, with text twice as large and at four times the size."""

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from tests.browser.phone.walk import Walk, walk

pytestmark = pytest.mark.browser

STEPS = ("o1", "o2", "o3", "n1", "n3", "n4", "i1", "i2", "i3", "i4", "p1", "p2", "c1")
SIZES = {  # name -> width, height, text
    "phone": (390, 844, "100%"),
    "small phone": (320, 568, "100%"),
    "on its side": (640, 360, "100%"),
    "text twice as large": (390, 844, "200%"),
    "four times as large": (320, 256, "100%"),
}
WRONG = (Path(__file__).parent / "fits.js").read_text()


async def faults(page: Page, size: str) -> list[str]:
    width, height, text = SIZES[size]
    await page.set_viewport_size({"width": width, "height": height})
    await page.evaluate("(text) => document.documentElement.style.fontSize = text", text)
    await page.wait_for_timeout(60)
    found: list[str] = await page.evaluate(WRONG)
    return [f"{size}: {each}" for each in dict.fromkeys(found)]


async def all_sizes(page: Page, step: str) -> list[str]:
    return [f"{step}, {fault}" for size in SIZES for fault in await faults(page, size)]


async def press_something(there: Walk) -> None:
    """So that what is chosen, written or opened is seen too."""
    page = there.phone
    first = page.locator("#step .choice, #step .pick, #step .number, #step .steps button:last-child").first
    if await first.count():
        await first.click()
    for button in ("Siirrä", "Kirjoita tämä", "Minä teen tämän"):
        found = page.locator("#step").get_by_role("button", name=button).first
        if await found.count():
            await found.click()


async def test_no_step_is_wider_than_the_page_and_each_press_has_room() -> None:
    async with walk() as there:
        page, wrong = there.phone, []
        wrong += await all_sizes(page, "lobby")
        for step in STEPS:
            await there.go_to(step)
            await expect(page.locator("#step")).not_to_contain_text("Ladataan")
            if step == "n1":
                await page.locator("#text").fill("Odotinkaksituntiaeikäkukaantullutottamaanminuavastaan")
                await page.get_by_role("button", name="Lähetä", exact=True).click()
            await press_something(there)
            wrong += await all_sizes(page, step)
        await page.locator("#unclear").click()
        await page.locator("#help > summary").click()
        for folded in await page.locator("#help details > summary").all():
            await folded.click()
        wrong += await all_sizes(page, "help")
        assert wrong == []


IN_SIGHT = """() => {
    const { top, bottom, height } = document.querySelector(".helpbar").getBoundingClientRect();
    return [top >= 0 && Math.round(bottom) <= innerHeight, height / innerHeight]; }"""


async def test_the_bar_stays_in_sight_in_one_row_on_its_side_and_however_large_the_letters_are() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        for width, height, size in (
            (320, 568, 100),
            (320, 568, 125),
            (320, 568, 200),
            (568, 320, 100),
            (568, 320, 150),
        ):
            await page.set_viewport_size({"width": width, "height": height})
            await page.evaluate("(size) => document.documentElement.style.fontSize = `${size}%`", size)
            await page.wait_for_timeout(60)
            is_in_sight, part = await page.evaluate(IN_SIGHT)
            assert is_in_sight and part < (0.12 if height > width else 0.2), (width, size, part)
            await expect(page.locator("#unclear .icon")).to_be_visible()


async def test_the_bar_gives_way_to_a_keyboard() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        bar = page.locator(".helpbar")
        await expect(bar).to_have_css("position", "sticky")
        await page.locator("#text").focus()
        await expect(bar).to_have_css("position", "static")
        await page.locator("#text").blur()
        await expect(bar).to_have_css("position", "sticky")


async def test_what_is_chosen_is_told_by_a_border_a_tick_and_a_word_in_any_colours() -> None:
    async with walk() as there:
        await there.go_to("n4")
        page = there.phone
        await page.emulate_media(forced_colors="active")
        await page.get_by_role("button", name="Anna ääni").first.click()
        chosen: dict[str, Any] = await page.locator(".option.chosen").evaluate(
            "each => ({ border: getComputedStyle(each).borderTopWidth, text: each.innerText })"
        )
        assert chosen["border"] == "5px" and "●" in chosen["text"] and "1" in chosen["text"]
