"""`python -m tests.whole --seeds 20`: every template, played so many times, each seed printed."""

import argparse
import asyncio
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from random import Random

from talko import invite
from talko.app import furnish
from talko.clock import StillClock, seconds
from talko.pages.brake import Brake
from talko.pages.house import House
from talko.settings import Settings
from talko.store.store import Store
from talko.store.template_files import shipped
from tests.pages.browser import Browser
from tests.whole.driver import Ended, play

OCTOBER = 1_791_450_000_000  # 2026-10-08, noon at the workshop's place


@asynccontextmanager
async def a_house(folder: Path) -> AsyncIterator[tuple[House, Browser]]:
    """With a facilitator at home."""
    store = Store.open(folder)
    house = replace(furnish(Settings(data=folder), StillClock(OCTOBER), store), brake=Brake(pause=0))
    house.rooms.start()
    try:
        home = Browser(house)
        await home.post(await invite.invite(house.store, "Anna", seconds(house.clock)))
        yield house, home
    finally:
        await house.rooms.stop()
        store.close()


async def main(seeds: int, first: int) -> None:
    for name in sorted(shipped()):
        for seed in range(first, first + seeds):
            with tempfile.TemporaryDirectory() as folder:
                async with a_house(Path(folder)) as (house, home):
                    print(line(seed, await play(house, home, name, Random(f"{name} {seed}"))), flush=True)


def line(seed: int, ended: Ended) -> str:
    gaps = f"unfinished: {', '.join(ended.missing)}" if ended.missing else "finished"
    passed = f"; passed over: {'; '.join(ended.passed)}" if ended.passed else ""
    return f"{ended.template} seed {seed}: {ended.commands} commands, {ended.days} days, {gaps}{passed}"


if __name__ == "__main__":
    asked = argparse.ArgumentParser("tests.whole", description=__doc__)
    asked.add_argument("--seeds", type=int, default=20)
    asked.add_argument("--first", type=int, default=1)
    given = asked.parse_args()
    asyncio.run(main(given.seeds, given.first))
