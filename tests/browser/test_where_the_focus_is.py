"""Whoever goes by Tab sees at each stop where they are: on the phone, the console and the set-up page."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.chromium import chromium
from tests.browser.focus import walked
from tests.browser.phone.walk import Walk
from tests.browser.room import room

pytestmark = pytest.mark.browser

FEWEST = {"write": 5, "vote": 6, "consent": 4, "console": 15, "set up": 15}

RINGS = {
    "outline: 3px solid black": True,
    "outline: none": False,
    "outline: 3px solid #ccc": False,
    "outline: 3px solid black; position: fixed; top: 0; margin: 0": False,  # goes under the bar
}
COVERED = """<style>body { background: white }
    .bar { position: fixed; inset: 0 0 auto; height: 90px; z-index: 1 }
    button { margin-top: 200px }</style><div class=bar></div>"""


async def test_each_stop_of_the_tab_key_is_in_the_view_uncovered_and_marked_in_light_and_dark() -> None:
    faults: list[str] = []
    stops: dict[str, int] = {}
    async with room() as (here, home):
        beside = await (await here.chromium.new_context()).new_page()
        console = await here.face("console", home, 1440, 900)
        walk = Walk(here, await here.phone())
        for step, name in (("n1", "write"), ("n4", "vote"), ("p2", "consent")):
            await walk.go_to(step)
            stops[name] = await walked(walk.phone, beside, faults, name)
            if step == "n1":
                stops["console"] = await walked(console, beside, faults, "console")
        stops["set up"] = await walked(await set_up(console), beside, faults, "set up")
    assert faults == []
    assert all(stops[name] >= fewest for name, fewest in FEWEST.items()), str(stops)


async def test_a_mark_that_is_weak_missing_or_covered_is_found() -> None:
    async with chromium() as browser:
        page, beside = (
            await browser.new_page(viewport={"width": 390, "height": 600}),
            await browser.new_page(),
        )
        for ring, is_seen in RINGS.items():
            faults: list[str] = []
            await page.set_content(
                f"<style>:focus-visible {{ {ring} }}</style>{COVERED}<button>Go on</button>"
            )
            assert await walked(page, beside, faults, "a page") == 1
            assert (faults == []) is is_seen, (ring, faults)


async def set_up(page: Page) -> Page:
    await page.goto("/home")
    new = await page.locator("a[href^='/home/new?group=']").first.get_attribute("href")
    await page.goto(f"{new}&template=codev_workshop_90")
    await expect(page.locator("#title")).to_be_visible()
    return page
