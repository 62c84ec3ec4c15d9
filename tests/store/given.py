"""What the tests of the store set up and append."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from sqlmodel import Session

from talko.core.activities.collect import CardAdded
from talko.core.ballots.ballot import Ballot, Choice, Dots, nullifier
from talko.core.happened import Event, Happened
from talko.core.people import Mark, Side
from talko.core.workshop import Standing
from talko.store import groups
from talko.store.groups import Setup
from talko.store.log import Batch, Command, Fact, Loaded
from talko.store.store import Store

TODAY = 1_760_000_000


def a_setup(id: str = "w1", group: str = "g1") -> Setup:
    return Setup(
        id, group, "id: small", "Buses", "How do we get there?", "Three trials", ("fi", "en"), "2026-10-08",
        "kahvi lampi", f"token of {id}", f"code of {id}", "to_come", TODAY,
    )  # fmt: skip


def add(session: Session, *ids: str) -> None:
    """Workshops of one new group."""
    whose = groups.add_facilitator(session, "Fay")
    group = groups.add_group(session, whose.id, "Us")
    for id in ids:
        groups.add_workshop(session, a_setup(id, group.id))


async def added(store: Store, *ids: str) -> None:
    await store.write(lambda session: add(session, *ids))


def a_card(id: str, text: str = "A bus at nine", nickname: str = "") -> CardAdded:
    return CardAdded(id, text, "en", Mark(f"mark of {id}"), nickname=nickname)


def batch(
    *events: Event,
    after: int = 0,
    to: str = "w1",
    commands: Sequence[Command] = (),
    standing: Standing = "running",
) -> Batch:
    """All in the activity `needs`."""
    facts = tuple(Fact(TODAY, Happened("needs", event)) for event in events)
    return Batch(to, after, facts, tuple(commands), standing)


TWO_DOTS = Dots({"a": 2})


def a_ballot(who: str, choice: Choice = TWO_DOTS, n: int = 1, round: str = "r1") -> Ballot:
    return Ballot(round, nullifier(who.encode(), round), Side.USERS, n, choice)


def ballots(
    put: Sequence[Ballot] = (),
    gone: Sequence[Ballot] = (),
    *events: Event,
    after: int = 0,
    to: str = "w1",
    standing: Standing = "running",
) -> Batch:
    """Put in and taken out, and what happened with it."""
    taken_out = tuple((each.round, each.nullifier) for each in gone)
    return replace(batch(*events, after=after, to=to, standing=standing), put=tuple(put), gone=taken_out)


async def loaded(store: Store, id: str = "w1") -> Loaded:
    found = await store.load(id)
    assert found is not None
    return found


async def events(store: Store, id: str = "w1") -> list[Event]:
    return [fact.event for fact in (await loaded(store, id)).facts]


def bytes_in(folder: Path) -> bytes:
    """All that lies on the disk of the database, the journal too."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("talko.db*")))
