"""A real phone on plain http: it writes while the line is cut, is closed, comes back, and delivers once."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, expect

from talko.demo import EXAMPLE, example, start, terminal
from talko.demo.play import WRITING, Play, begin
from talko.folders import folder
from tests.browser.chromium import on_disk
from tests.browser.proxy import Proxy, proxy
from tests.browser.room import KEEP_VIOLATIONS
from tests.faults.plug import free_port

TEXT = "Bussi ei kulje illalla."

pytestmark = pytest.mark.browser


@asynccontextmanager
async def writing_is_open() -> AsyncIterator[tuple[Play, Proxy]]:
    story = example.read(folder("workshop_templates") / EXAMPLE)
    async with start.place(story, free_port()) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (story, terminal.Silent(), 0.0))
        await play.go_to_writing()
        async with proxy(int(place.server.rpartition(":")[2])) as wire:
            yield play, wire


@asynccontextmanager
async def phone(kept: Path) -> AsyncIterator[BrowserContext]:
    """The same phone each time: what it keeps lies in the folder."""
    hand = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
    async with on_disk(kept, locale="fi-FI", **hand) as context:
        await context.add_init_script(KEEP_VIOLATIONS)
        yield context


async def test_a_card_written_while_the_line_is_cut_arrives_once_even_if_the_phone_was_closed(
    tmp_path: Path,
) -> None:
    async with writing_is_open() as (play, wire):
        door = f"http://talko.test:{wire.port}{play.doors.join}"
        async with phone(tmp_path) as context:
            page = await came_in(context, door)
            address = page.url
            wire.cut()
            await page.get_by_role("textbox").fill(TEXT)
            await page.get_by_role("button", name="Lähetä").click()
            await expect(page.locator("#mine").get_by_text("Tallessa puhelimessa")).to_be_visible(
                timeout=15_000
            )
            assert await page.evaluate("window.violations") == []
        assert await written(play) == []
        wire.mend()
        async with phone(tmp_path) as context:
            page = await context.new_page()
            await page.goto(address)
            await expect(own_card(page)).to_contain_text("✓", timeout=15_000)
            await page.reload()
            await expect(own_card(page)).to_have_count(1)
            await expect(own_card(page)).to_contain_text("✓")
            assert await page.evaluate("window.violations") == []
        assert await written(play) == [TEXT]


async def came_in(context: BrowserContext, door: str) -> Page:
    """Without a name, and without anything that only a secure context has."""
    page = await context.new_page()
    await page.goto(door)
    await page.get_by_label("Asiakas", exact=True).check()
    await page.get_by_role("button", name="Tule mukaan").click()
    await expect(page.get_by_role("textbox")).to_be_visible()
    assert await page.evaluate("isSecureContext") is False
    return page


def own_card(page: Page) -> Any:
    return page.locator("#mine .card").filter(has_text=TEXT)


async def written(play: Play) -> list[str]:
    """As the facilitator reads it."""
    view: Any = (await play.iida.json(f"{play.doors.place('console')}/view"))["view"]
    return [card["text"] for card in view["activities"][WRITING]["cards"].values()]
