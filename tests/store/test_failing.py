"""A full disk is told and can be tried again. A disk that errs ends the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlmodel import Session

from talko.core.happened import Event
from talko.store.failures import IO_ERROR_EXIT
from talko.store.log import Command
from talko.store.store import Store, StoreFailed
from tests.store.given import a_card, added, batch, events, loaded

MUCH: list[Event] = [a_card(f"much-{n}", "much " * 40) for n in range(500)]

ERRING_DISK = """
import asyncio, resource, sys
from pathlib import Path
from talko.store.store import Store
from tests.store.given import a_card, added, batch

async def main(folder):
    store = Store.open(folder)
    await added(store, "w1")
    await store.append(batch(a_card("c1")))
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    print("now", flush=True)
    await store.append(batch(a_card("c2"), after=1))
    print("acknowledged", flush=True)

asyncio.run(main(Path(sys.argv[1])))
"""


async def test_a_full_disk_fails_the_append_and_once_there_is_room_it_is_written(store: Store) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1")))
    before = await loaded(store)
    much = batch(*MUCH, after=1, commands=[Command("k1", "hash")])
    await store.write(lambda session: most_pages(session, 40))
    with pytest.raises(StoreFailed, match="disk is full"):
        await store.append(much)
    assert await loaded(store) == before
    await store.write(lambda session: most_pages(session, 100_000))
    await store.append(much)
    assert await events(store) == [a_card("c1"), *MUCH]


async def test_a_full_disk_fails_a_write_too(store: Store) -> None:
    await added(store, "w1")
    await store.write(lambda session: most_pages(session, 40))
    with pytest.raises(StoreFailed, match="disk is full"):
        await added(store, *(f"more-{n}" for n in range(1000)))
    assert await store.load("more-0") is None


async def test_what_is_wrong_in_a_write_is_told_and_nothing_of_it_is_written(store: Store) -> None:
    await added(store, "w1")
    with pytest.raises(ZeroDivisionError):
        await store.write(lambda session: delete_and_fail(session))
    assert await store.load("w1") is not None


async def test_who_reads_cannot_write(store: Store) -> None:
    with pytest.raises(Exception, match="readonly"):
        await store.read(lambda session: session.connection().exec_driver_sql("DELETE FROM link"))


def test_a_disk_that_errs_ends_the_process_and_nothing_was_promised(folder: Path) -> None:
    paths = {"PYTHONPATH": os.pathsep.join(["server", "."])}
    command = [sys.executable, "-c", ERRING_DISK, str(folder)]
    ended = subprocess.run(command, capture_output=True, text=True, env=os.environ | paths, timeout=60)
    assert (ended.returncode, ended.stdout) == (IO_ERROR_EXIT, "now\n")
    assert len(ended.stderr.splitlines()) == 1


def most_pages(session: Session, pages: int) -> None:
    session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages}")


def delete_and_fail(session: Session) -> float:
    session.connection().exec_driver_sql("DELETE FROM workshop")
    return 1 / 0
