"""The log of a workshop: what is appended to it in one transaction, and what is loaded from it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import Connection
from sqlmodel import Session, col, select

from talko.core.ballots.ballot import Ballot, Boxes
from talko.core.happened import Happened
from talko.core.workshop import Standing
from talko.store import boxes, tables, words
from talko.store.database import for_each
from talko.store.facts import Body, Row, from_row, to_row
from talko.store.failures import Behind
from talko.store.groups import Setup, setup_of

INSERT_EVENT = """
    INSERT INTO event (workshop, seq, at, activity, kind, body, "by") VALUES (?, ?, ?, ?, ?, ?, ?)
"""
INSERT_COMMAND = "INSERT INTO command (workshop, id, body) VALUES (?, ?, ?)"
INSERT_COMMAND_ANYWAY = "INSERT OR IGNORE INTO command (workshop, id, body) VALUES (?, ?, ?)"
MOVE_HEAD = "UPDATE workshop SET head = ?, standing = ? WHERE id = ? AND head = ?"
FORGET_BODY_KEY = "UPDATE workshop SET body_key = x'' WHERE id = ?"
FORGET_BODIES = "UPDATE command SET body = '' WHERE workshop = ?"


@dataclass(frozen=True, slots=True)
class Command:
    """One that was done. The body is a keyed hash."""

    id: str
    body: str


@dataclass(frozen=True, slots=True)
class Fact:
    at: int  # as coarse as the activity needs
    happened: Happened
    by: str = ""  # the kind of seat, where it leads


@dataclass(frozen=True, slots=True)
class Batch:
    """What one room decided together, and the end of the log that it was decided on."""

    workshop: str
    after_seq: int
    facts: tuple[Fact, ...]
    commands: tuple[Command, ...]
    standing: Standing
    put: tuple[Ballot, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()  # round and nullifier


@dataclass(frozen=True, slots=True)
class Loaded:
    workshop: str
    epoch: str
    head: int
    body_key: bytes  # empty once the workshop is closed, and so is each body in `commands`
    facts: list[Happened]
    commands: dict[str, str]
    setup: Setup
    boxes: Boxes


@dataclass(frozen=True, slots=True)
class Rows:
    """A batch as it is written, made before the writer's thread sees it."""

    batch: Batch
    numbered: list[tuple[int, Row]]
    events: list[tuple[str, int, int, str, str, str, str]]
    commands: list[tuple[str, str, str]]
    boxes: boxes.Rows


def rows(batch: Batch) -> Rows:
    workshop = batch.workshop
    numbered = list(enumerate((to_row(fact.happened) for fact in batch.facts), batch.after_seq + 1))
    events = [
        (workshop, seq, fact.at, row.activity, row.kind, as_json(row.body), fact.by)
        for fact, (seq, row) in zip(batch.facts, numbered, strict=True)
    ]
    commands = [(workshop, each.id, each.body) for each in batch.commands]
    return Rows(batch, numbered, events, commands, boxes.rows(workshop, batch.put, batch.gone))


def as_json(body: Body) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def append(connection: Connection, group: Sequence[Rows], *, anyway: bool = False) -> None:
    """Batches of many rooms, with a few statements for all. `anyway` lets a repeated command through."""
    move_heads(connection, [each.batch for each in group])
    for_each(connection, INSERT_EVENT, chain.from_iterable(each.events for each in group))
    for_each(
        connection,
        INSERT_COMMAND_ANYWAY if anyway else INSERT_COMMAND,
        chain.from_iterable(each.commands for each in group),
    )
    words.change(
        connection, [(each.batch.workshop, seq, row) for each in group for seq, row in each.numbered]
    )
    boxes.change(connection, (each.boxes for each in group))
    for each in group:
        if each.batch.standing == "ended":
            forget(connection, each.batch.workshop)


def move_heads(connection: Connection, batches: Sequence[Batch]) -> None:
    """Each from the end that it was decided on. Whoever is behind is not written."""
    moves = [
        (each.after_seq + len(each.facts), each.standing, each.workshop, each.after_seq) for each in batches
    ]
    if connection.exec_driver_sql(MOVE_HEAD, moves).rowcount != len(moves):
        raise Behind("the log has another end than the one this was decided on")


def forget(connection: Connection, workshop: str) -> None:
    """What a closed workshop does not need: hidden texts, and what could tell which command said what."""
    words.forget_hidden(connection, workshop)
    connection.exec_driver_sql(FORGET_BODY_KEY, (workshop,))
    connection.exec_driver_sql(FORGET_BODIES, (workshop,))


def load(session: Session, workshop: str) -> Loaded | None:
    found = session.get(tables.Workshop, workshop)
    if not found:
        return None
    facts, commands = facts_of(session, workshop), commands_of(session, workshop)
    told = (found.id, found.epoch, found.head, found.body_key)
    return Loaded(*told, facts, commands, setup_of(found), boxes.load(session, workshop))


def facts_of(session: Session, workshop: str) -> list[Happened]:
    event, said = tables.Event, words.of(session, workshop)
    stored = (
        select(event.activity, event.kind, event.body)
        .where(event.workshop == workshop)
        .order_by(col(event.seq))
    )
    return [
        from_row(Row(activity, kind, json.loads(body), said)) for activity, kind, body in session.exec(stored)
    ]


def commands_of(session: Session, workshop: str) -> dict[str, str]:
    command = tables.Command
    return dict(session.exec(select(command.id, command.body).where(command.workshop == workshop)).all())
