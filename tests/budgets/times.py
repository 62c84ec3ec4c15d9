"""How soon a slow phone answers: told, never judged, for machines differ."""

import asyncio
from dataclasses import dataclass
from random import Random
from statistics import median
from time import monotonic

from playwright.async_api import Browser, Page, expect

from talko.core.activities import cluster, collect
from talko.core.cards.grouping import MoveCards
from tests.budgets.hall import GROUPING, WRITING, Hall
from tests.budgets.weigh import cold

RUNS, BURST, BURST_S = 5, 500, 5.0
GIVE = "Anna ääni"
WATCH = """
    window.longest = 0;
    window.delay = 0;
    new PerformanceObserver((list) => {
        for (const each of list.getEntries()) window.longest = Math.max(window.longest, each.duration);
    }).observe({ type: "longtask", buffered: true });
    new PerformanceObserver((list) => {
        for (const each of list.getEntries())
            window.delay = Math.max(window.delay, each.processingStart - each.startTime);
    }).observe({ type: "event", durationThreshold: 16, buffered: true });
"""


@dataclass(frozen=True, slots=True)
class Profile:
    name: str
    kbit: int
    rtt_ms: int


GOOD, BAD = Profile("P", 1600, 150), Profile("B", 400, 400)


async def slowed(page: Page, profile: Profile) -> None:
    cdp = await page.context.new_cdp_session(page)
    rate = profile.kbit * 1000 / 8
    await cdp.send("Network.enable")
    line = {"offline": False, "latency": profile.rtt_ms, "downloadThroughput": rate, "uploadThroughput": rate}
    await cdp.send("Network.emulateNetworkConditions", line)
    await cdp.send("Emulation.setCPUThrottlingRate", {"rate": 4})


async def first_tap(hall: Hall, chromium: Browser, profile: Profile) -> tuple[float, float, float]:
    """Seconds from the address to the list, to what a tap does, and to the list at a second visit."""
    device, page = await cold(hall, chromium, "phone")
    await slowed(page, profile)
    address = f"{hall.address}/w/{hall.workshop}/phone"
    give = page.get_by_role("button", name=GIVE)
    began = monotonic()
    await page.goto(address, wait_until="commit")
    await give.first.wait_for()
    seen = monotonic() - began
    await give.first.click()
    await page.locator(".option.chosen").wait_for()
    tapped = monotonic() - began
    await page.wait_for_timeout(2000)
    began = monotonic()
    await page.goto(address, wait_until="commit")
    await give.first.wait_for()
    again = monotonic() - began
    await device.close()
    return seen, tapped, again


async def times(hall: Hall, chromium: Browser) -> str:
    rows = []
    for profile in (GOOD, BAD):
        runs = [await first_tap(hall, chromium, profile) for _ in range(RUNS)]
        seen, tapped, again = (median(each) for each in zip(*runs, strict=True))
        rows.append(f"{profile.name}: list {seen:.2f} s, first tap {tapped:.2f} s, again {again:.2f} s")
    return "\n".join(rows)


async def burst(hall: Hall, chromium: Browser) -> str:
    """A hundred cards that are moved about five hundred times, on a phone that is tapped meanwhile."""
    device, page = await cold(hall, chromium, "phone")
    await page.goto(f"{hall.address}/w/{hall.workshop}/phone")
    await expect(page.locator("main")).to_contain_text("Vertainen ottaa vastaan")
    await slowed(page, GOOD)
    await page.wait_for_timeout(3000)
    await page.evaluate(WATCH)
    await asyncio.gather(moves(hall), taps(page))
    await page.wait_for_timeout(1000)
    longest, delay = await page.evaluate("[window.longest, window.delay]")
    await device.close()
    return f"burst of {BURST}: longest task {longest:.0f} ms, longest wait of a tap {delay:.0f} ms"


async def moves(hall: Hall) -> None:
    room = await hall.house.rooms.room(hall.workshop)
    assert room
    written = room.workshop.activities[WRITING]
    assert isinstance(written, collect.State)
    grouped = room.workshop.activities[GROUPING]
    assert isinstance(grouped, cluster.State)
    random, ids, themes = Random(4), [*written.cards], [*grouped.now.themes]
    for _ in range(BURST):
        await hall.lead(GROUPING, MoveCards((random.choice(ids),), random.choice(themes)))
        await asyncio.sleep(BURST_S / BURST / 2)


async def taps(page: Page) -> None:
    for _ in range(8):
        await page.locator("#size").click()
        await page.wait_for_timeout(400)
