"""The boxes of a workshop: the ballots of its rounds that are not shown, and who waits to answer one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import TypeAlias

from pydantic import ConfigDict, TypeAdapter
from sqlalchemy import Connection
from sqlmodel import Session, col, select

from talko.core.ballots.ballot import Ballot, Box, Boxes, Choice, Nullifier
from talko.core.people import Side
from talko.store import tables
from talko.store.database import for_each

Place: TypeAlias = tuple[str, str, str]  # workshop, round, nullifier
Columns: TypeAlias = tuple[str, int, str]  # side, n, choice
Rows: TypeAlias = dict[Place, Columns | None]  # None where the ballot is taken out

# The kinds of choice are told apart by their first field. One that cannot be read stands in no traceback.
ballot_codec: TypeAdapter[Choice] = TypeAdapter(Choice, config=ConfigDict(hide_input_in_errors=True))

PUT = """
    INSERT OR REPLACE INTO ballot (workshop, round, nullifier, side, n, choice) VALUES (?, ?, ?, ?, ?, ?)
"""
TAKE_OUT = "DELETE FROM ballot WHERE workshop = ? AND round = ? AND nullifier = ?"
HOW_MADE = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'ballot'"


@dataclass(frozen=True, slots=True)
class Changes:
    """What makes the boxes after out of the boxes before."""

    put: tuple[Ballot, ...] = ()
    gone: tuple[tuple[str, Nullifier], ...] = ()  # by round

    def __bool__(self) -> bool:
        return bool(self.put or self.gone)


def changes(before: Boxes, after: Boxes) -> Changes:
    """A box that is the same object has not changed."""
    rounds = [id for id in {**before, **after} if before.get(id) is not after.get(id)]
    pairs = [(id, before.get(id, {}), after.get(id, {})) for id in rounds]
    return Changes(
        tuple(each for _, old, new in pairs for each in put_in(old, new)),
        tuple((id, each) for id, old, new in pairs for each in old if each not in new),
    )


def put_in(old: Box, new: Box) -> Iterator[Ballot]:
    return (each for id, each in new.items() if old.get(id) is not each)


def rows(workshop: str, put: Iterable[Ballot], gone: Iterable[tuple[str, str]]) -> Rows:
    taken_out: Rows = {(workshop, round, nullifier): None for round, nullifier in gone}
    return taken_out | {(workshop, each.round, each.nullifier): columns(each) for each in put}


def columns(ballot: Ballot) -> Columns:
    return ballot.side, ballot.n, ballot_codec.dump_json(ballot.choice).decode()


def change(connection: Connection, group: Iterable[Rows]) -> None:
    """What is said last of a ballot is what stays."""
    last = reduce(or_, group, Rows())
    for_each(connection, TAKE_OUT, (place for place, ballot in last.items() if not ballot))
    for_each(connection, PUT, (place + ballot for place, ballot in last.items() if ballot))
    if not all(last.values()):
        wipe(connection)


def wipe(connection: Connection) -> None:
    """After ballots were taken out: what is left is written anew, and the old pages are zeros.

    Where SQLite moves a row to another page it leaves a copy in the one before, also with secure delete,
    and of that copy it knows nothing when the row is deleted.
    """
    made: str = connection.exec_driver_sql(HOW_MADE).scalar_one()
    for statement in (
        "ALTER TABLE ballot RENAME TO ballot_before",
        made,
        "INSERT INTO ballot SELECT * FROM ballot_before",
        "DROP TABLE ballot_before",
    ):
        connection.exec_driver_sql(statement)


def load(session: Session, workshop: str) -> Boxes:
    boxes: dict[str, dict[Nullifier, Ballot]] = {}
    for row in session.exec(select(tables.Ballot).where(tables.Ballot.workshop == workshop)):
        ballot = ballot_of(row)
        boxes.setdefault(ballot.round, {})[ballot.nullifier] = ballot
    return boxes


def ballot_of(row: tables.Ballot) -> Ballot:
    choice = ballot_codec.validate_json(row.choice)
    return Ballot(row.round, Nullifier(row.nullifier), Side(row.side), row.n, choice)


def waiting(session: Session) -> list[str]:
    """The workshops that keep a ballot: in some of them somebody may still answer, until a day is over."""
    kept = select(tables.Ballot.workshop).distinct()
    return list(session.exec(kept.order_by(col(tables.Ballot.workshop))))
