"""What the tests of the store set up and append."""

from collections.abc import Sequence
from pathlib import Path

from sqlmodel import Session

from talko.core.activities.collect import CardAdded
from talko.core.people import Mark
from talko.core.workshop import Event, Happened, Standing
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


async def loaded(store: Store, id: str = "w1") -> Loaded:
    found = await store.load(id)
    assert found is not None
    return found


async def events(store: Store, id: str = "w1") -> list[Event]:
    return [fact.event for fact in (await loaded(store, id)).facts]


def bytes_in(folder: Path) -> bytes:
    """All that lies on the disk of the database, the journal too."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("talko.db*")))
