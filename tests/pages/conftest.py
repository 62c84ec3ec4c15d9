"""A house with a real store, and browsers that walk through its pages."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from talko import invite
from talko.app import furnish
from talko.clock import StillClock, seconds
from talko.pages.brake import Brake
from talko.pages.house import House
from talko.settings import Settings
from tests.pages.browser import Browser, Workshop, set_up
from tests.store import ready


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    settings, clock = Settings(data=tmp_path), StillClock(1_790_000_000_000)
    store = ready.opened(tmp_path)
    house = replace(furnish(settings, clock, store), brake=Brake(pause=0))
    house.rooms.start()
    yield house
    await house.rooms.stop()
    store.close()


@pytest.fixture
def browser(house: House) -> Browser:
    """Somebody who has no key yet."""
    return Browser(house)


@pytest.fixture
async def anna(house: House) -> Browser:
    """A facilitator at home."""
    return await facilitator(house, "Anna")


@pytest.fixture
async def bo(house: House) -> Browser:
    """Another facilitator at home."""
    return await facilitator(house, "Bo")


async def facilitator(house: House, name: str) -> Browser:
    browser = Browser(house)
    await browser.post(await invite.invite(house.store, name, seconds(house.clock)))
    return browser


@pytest.fixture
async def workshop(anna: Browser) -> Workshop:
    return await set_up(anna)
