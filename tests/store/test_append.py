"""Appending: all of a batch or nothing of it, on the disk before anybody is told."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import sqlalchemy
from sqlmodel import Session

from talko.core.beside.agenda import WentTo
from talko.core.happened import Happened
from talko.core.people import SeatKind
from talko.store.log import Batch, Command, Fact
from talko.store.store import Behind, Store, StoreFailed
from tests.store.given import TODAY, a_card, added, batch, events, loaded


async def test_a_batch_that_was_decided_on_an_older_log_is_refused_and_nothing_of_it_is_written(
    store: Store,
) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1")))
    before = await loaded(store)
    with pytest.raises(Behind):
        await store.append(batch(a_card("c2"), after=0, commands=[Command("c2", "hash")]))
    with pytest.raises(Behind):
        await store.append(batch(a_card("c2"), after=2, commands=[Command("c2", "hash")]))
    assert await loaded(store) == before


async def test_a_batch_of_an_unknown_workshop_is_refused(store: Store) -> None:
    with pytest.raises(Behind):
        await store.append(batch(a_card("c1"), to="nowhere"))
    assert await store.load("nowhere") is None


async def test_a_command_that_was_done_is_refused_by_the_table_too(store: Store) -> None:
    await added(store, "w1", "w2")
    done = [Command("c1", "hash")]
    await store.append(batch(a_card("c1"), commands=done))
    with pytest.raises(StoreFailed):
        await store.append(batch(a_card("c2"), after=1, commands=done))
    assert await events(store) == [a_card("c1")]
    await store.append(batch(a_card("c1"), to="w2", commands=done))


async def test_a_mistake_of_one_room_fails_in_that_room_and_the_writer_goes_on(store: Store) -> None:
    await added(store, "w1")
    with pytest.raises(UnicodeEncodeError):
        await store.append(batch(a_card("c1", text="\ud800")))
    await store.append(batch(a_card("c2")))
    assert await events(store) == [a_card("c2")]


async def test_after_closing_nothing_is_written(store: Store) -> None:
    await added(store, "w1")
    store.close()
    with pytest.raises(StoreFailed):
        await store.append(batch(a_card("c1")))


async def test_what_fails_in_a_group_takes_nobody_else_with_it(store: Store) -> None:
    await added(store, "w1", "w2", "w3")
    together = await all_at_once(
        store, batch(a_card("c1")), batch(a_card("c2"), to="w2", after=7), batch(a_card("c3"), to="w3")
    )
    assert [type(outcome) for outcome in together] == [type(None), Behind, type(None)]
    assert [await events(store, id) for id in ("w1", "w2", "w3")] == [[a_card("c1")], [], [a_card("c3")]]


async def test_what_comes_in_while_the_writer_is_busy_is_one_commit(store: Store) -> None:
    ids = [f"w{number}" for number in range(30)]
    await added(store, *ids)
    commits = await counting_commits(store)
    assert await all_at_once(store, *(batch(a_card("c1"), to=id) for id in ids)) == [None] * 30
    assert len(commits) == 1
    assert [await events(store, id) for id in ids] == [[a_card("c1")]] * 30


async def test_two_batches_of_one_room_can_be_in_one_group(store: Store) -> None:
    await added(store, "w1")
    assert await all_at_once(store, batch(a_card("c1")), batch(a_card("c2"), after=1)) == [None] * 2
    assert await events(store) == [a_card("c1"), a_card("c2")]


async def test_whoever_went_away_before_it_began_is_not_written(store: Store) -> None:
    await added(store, "w1")
    async with busy(store):
        gone = asyncio.create_task(store.append(batch(a_card("c1"))))
        await asyncio.sleep(0)
        gone.cancel()
        await asyncio.sleep(0)
    await store.append(batch(a_card("c2")))
    assert await events(store) == [a_card("c2")]


async def test_what_was_appended_is_loaded_in_order(store: Store, folder: Path) -> None:
    await added(store, "w1")
    facts = (
        Fact(TODAY, Happened("", WentTo("needs")), SeatKind.FACILITATOR),
        *(Fact(TODAY, Happened("needs", a_card(f"c{n}", f"Card {n}", "Nick"))) for n in range(20)),
    )
    await store.append(Batch("w1", 0, facts[:3], (Command("k1", "h1"),), "running"))
    await store.append(Batch("w1", 3, facts[3:], (Command("k2", "h2"), Command("k3", "h3")), "running"))
    before = await loaded(store)
    assert before.facts == [fact.happened for fact in facts]
    assert (before.head, before.commands) == (21, {"k1": "h1", "k2": "h2", "k3": "h3"})
    assert before.setup.standing == "running"
    assert (len(before.epoch), len(before.body_key)) == (8, 32)
    store.close()
    again = Store.open(folder)
    assert await loaded(again) == before
    again.close()


async def test_a_broken_promise_can_be_seen_answers_before_the_commit(folder: Path) -> None:
    store = Store.open(folder, "ack_early")
    await added(store, "w1")
    await store.append(batch(a_card("c1")))
    assert await events(store) == []
    store.close()
    again = Store.open(folder)
    assert await events(again) == [a_card("c1")]
    again.close()


async def test_a_broken_promise_can_be_seen_the_same_command_twice(folder: Path) -> None:
    store = Store.open(folder, "no_id_check")
    await added(store, "w1")
    for after, card in enumerate(("c1", "c2")):
        await store.append(batch(a_card(card), after=after, commands=[Command("k1", "hash")]))
    assert await events(store) == [a_card("c1"), a_card("c2")]
    store.close()


async def all_at_once(store: Store, *batches: Batch) -> list[BaseException | None]:
    async with busy(store):
        waiting = [asyncio.create_task(store.append(each)) for each in batches]
        await asyncio.sleep(0)
    return await asyncio.gather(*waiting, return_exceptions=True)


@asynccontextmanager
async def busy(store: Store) -> AsyncIterator[None]:
    """The writer does nothing else in the meantime, so that what is asked then waits together."""
    begun, go_on = threading.Event(), threading.Event()

    def wait(_: Session) -> None:
        begun.set()
        go_on.wait(10)

    held = asyncio.create_task(store.write(wait))
    await asyncio.to_thread(begun.wait, 10)
    yield
    go_on.set()
    await held


async def counting_commits(store: Store) -> list[object]:
    commits: list[object] = []
    engine = await store.write(lambda session: session.connection().engine)
    sqlalchemy.event.listen(engine, "commit", commits.append)
    return commits
