"""On https a phone keeps its own page: it opens without a network, and lets go of it at the end."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import BrowserContext, Page, expect

from talko.core.beside.agenda import GoOn
from talko.core.beside.lobby import Leave
from talko.core.life import Open
from talko.core.people import SeatKind
from tests.browser.chromium import on_disk
from tests.browser.room import KEEP_VIOLATIONS
from tests.browser.wire.secure import secure_hall
from tests.budgets.hall import ON_THE_WAY, WRITING, Hall
from tests.live.place import Key

pytestmark = pytest.mark.browser

KEPT = "caches.keys().then((names) => names.join())"
HELD = """async (path) => {
    const held = await (await caches.open(`talko ${path}`)).keys();
    return held.map(({ url }) => new URL(url).pathname);
}"""
TEXT = "Bussi ei kulje illalla."


@asynccontextmanager
async def at_writing(folder: Path) -> AsyncIterator[tuple[Hall, Key, BrowserContext]]:
    (folder / "data").mkdir()
    trusting = {"ignore_https_errors": True, "locale": "fi-FI"}
    async with (
        secure_hall(folder / "data") as hall,
        on_disk(folder / "phone", "--ignore-certificate-errors", **trusting) as context,
    ):
        for step in ON_THE_WAY:
            await hall.lead(step, GoOn())
        await hall.lead(WRITING, Open())
        key = await hall.key(SeatKind.PARTICIPANT)
        await context.add_init_script(KEEP_VIOLATIONS)
        await context.add_cookies([hall.cookie(key)])  # type: ignore[list-item]
        yield hall, key, context


async def opened(hall: Hall, context: BrowserContext) -> Page:
    page = await context.new_page()
    await page.goto(f"{hall.address}/w/{hall.workshop}/phone")
    await expect(page.locator("#text")).to_be_visible()
    return page


async def kept(page: Page, path: str) -> None:
    async with asyncio.timeout(15):
        while path not in str(await page.evaluate(KEPT)):
            await asyncio.sleep(0.2)
        while not await page.evaluate("Boolean(navigator.serviceWorker.controller)"):
            await asyncio.sleep(0.2)


async def test_it_opens_with_what_it_had_and_keeps_what_is_written(tmp_path: Path) -> None:
    async with at_writing(tmp_path) as (hall, _, context):
        page = await opened(hall, context)
        path = f"/w/{hall.workshop}/phone"
        await kept(page, path)
        await page.wait_for_timeout(2500)
        await context.set_offline(True)
        await page.close()
        page = await opened(hall, context)
        await page.locator("#text").fill(TEXT)
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await expect(page.locator("#mine .card")).to_contain_text("Tallessa puhelimessa", timeout=10_000)
        await page.reload()
        await expect(page.locator("#mine .card")).to_contain_text(TEXT)
        held = await page.evaluate(HELD, path)
        assert all(each == path or each.startswith("/a/") for each in held)
        await context.set_offline(False)
        await expect(page.locator("#mine .card")).to_contain_text("Lähetetty", timeout=20_000)
        assert await page.evaluate("violations") == []


async def test_whoever_leaves_a_shared_tablet_leaves_nothing_on_it(tmp_path: Path) -> None:
    async with at_writing(tmp_path) as (hall, key, context):
        page = await opened(hall, context)
        await kept(page, f"/w/{hall.workshop}/phone")
        await hall.house.rooms.ask(hall.workshop, key.seat, "", Leave())
        await page.reload()
        await expect(page.locator("h1")).to_have_text("Et ole mukana työpajassa.")
        async with asyncio.timeout(10):
            while await page.evaluate(KEPT) or await page.evaluate(
                "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
            ):
                await asyncio.sleep(0.2)
        assert await page.evaluate("violations") == []
