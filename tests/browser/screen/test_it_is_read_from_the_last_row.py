"""The example played before a screen: all it shows can be read from the last row, on every beamer."""

import pytest
from playwright.async_api import Page, expect

from talko.demo.play import KINDS, Play, pairs
from tests.browser.room import room
from tests.browser.screen.measured import SIZES, faults, resize, symbol

pytestmark = pytest.mark.browser


async def test_all_that_is_shown_can_be_read_and_nothing_hangs_out() -> None:
    async with room() as (here, home):
        screen = await here.face("screen", home, 1920, 1080)
        found = await in_the_lobby(here.play, screen)
        for before, step in pairs(here.play.order):
            await here.play.go_on(before, step)
            found += await looked_at(screen, here.play, step)
            await KINDS[str(here.play.setting(step, "kind"))](here.play, step)
            found += await looked_at(screen, here.play, step)
        await here.play.console.send("close_unfinished", "")
        await expect(screen.locator("h1")).to_have_text("Työpaja on päättynyt. Kiitos.")
        assert found + await faults(screen) == []
        assert await screen.evaluate("violations") == []


async def in_the_lobby(play: Play, screen: Page) -> list[str]:
    """The code is read a quarter as large; a thread for each person, and words for who does not see it."""
    for width, height in SIZES:
        await resize(screen, width, height)
        high, wrong = await symbol(screen)
        assert high >= 0.55 and wrong == 0, (width, height, high, wrong)
    await expect(screen.locator(".panel .others")).to_have_text("Kom med · Join in")
    await play.begin()
    await expect(screen.locator(".here")).to_contain_text("24 ihmistä on mukana")
    weave = screen.get_by_role("img", name="24 ihmistä on mukana. Jokaisella ihmisellä on oma lanka.")
    threads = await weave.locator(".thread").get_attribute("d")
    assert threads and threads.count("M") == 24
    return await faults(screen)


async def looked_at(screen: Page, play: Play, step: str) -> list[str]:
    """As soon as the screen has come along."""
    prompt = str(play.setting(step, "prompt"))
    await expect(screen.locator("main")).to_contain_text(prompt)
    return [f"{step} {each}" for each in await faults(screen)]
