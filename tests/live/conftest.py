"""A real server on loopback, with a real store, for every test of the live room."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio

from talko.app import furnish, make_app
from talko.clock import StillClock
from talko.live.server import server
from talko.settings import Settings
from talko.store.store import Store
from tests.live.place import NOON_MS, Place

QUIET = Settings(host="127.0.0.1", port=0)  # any that is free


@asynccontextmanager
async def a_place(folder: Path, settings: Settings = QUIET) -> AsyncIterator[Place]:
    settings = replace(settings, data=folder, port=settings.port or free_port())
    clock, store = StillClock(NOON_MS), Store.open(folder, settings.break_)
    house = furnish(settings, clock, store)
    running = server(make_app(house), settings)
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.005)
    try:
        yield Place(settings, clock, store, house.rooms)
    finally:
        running.should_exit = True
        await task


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def place(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Place]:
    """One for all tests of a file: each sets up a workshop of its own."""
    async with a_place(tmp_path_factory.mktemp("place"), replace(QUIET, port=0)) as here:
        yield here
