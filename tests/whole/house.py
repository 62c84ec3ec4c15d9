"""A server in a folder, with a facilitator at home. It can be shut down and opened again on what it wrote."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from talko import invite
from talko.app import furnish
from talko.clock import StillClock, day, seconds
from talko.pages.brake import Brake
from talko.pages.house import House
from talko.settings import Settings
from talko.store.store import Store
from tests.pages.browser import Browser

OCTOBER = 1_791_450_000_000  # 2026-10-08, noon at the workshop's place
DAY = 86_400


@dataclass
class Place:
    folder: Path
    clock: StillClock
    house: House
    home: Browser

    @property
    def today(self) -> date:
        return date.fromisoformat(day(self.clock, self.house.settings.zone))

    async def restart(self) -> None:
        await shut(self.house)
        self.house = opened(self.folder, self.clock)
        self.home = self.again(self.home)

    def again(self, browser: Browser) -> Browser:
        """With the same cookies, in the house as it is now."""
        same = Browser(self.house)
        same.client.cookies = browser.client.cookies
        return same

    def on_the_disk(self) -> bytes:
        return b"".join(each.read_bytes() for each in sorted(self.folder.glob("talko.db*")))


@asynccontextmanager
async def a_place(folder: Path) -> AsyncIterator[Place]:
    clock = StillClock(OCTOBER)
    house = opened(folder, clock)
    place = Place(folder, clock, house, Browser(house))
    try:
        await place.home.post(await invite.invite(house.store, "Anna", seconds(clock)))
        yield place
    finally:
        await shut(place.house)


def opened(folder: Path, clock: StillClock) -> House:
    house = furnish(Settings(data=folder), clock, Store.open(folder))
    house.rooms.start()
    return replace(house, brake=Brake(pause=0))


async def shut(house: House) -> None:
    await house.rooms.stop()
    house.store.close()
