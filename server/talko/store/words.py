"""What people wrote: kept apart from the log, by id and field, where it can really be deleted."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from sqlalchemy import Connection
from sqlmodel import Session, select

from talko.store import tables
from talko.store.database import for_each
from talko.store.facts import Row, forgotten

Place: TypeAlias = tuple[str, str, str]  # workshop, id, field

WRITTEN = ("text", "nickname", "origin")  # a name may stand in any of them; the reason is of whoever leads
INSERT = "INSERT INTO words (workshop, id, field, seq, text) VALUES (?, ?, ?, ?, ?)"
DELETE = "DELETE FROM words WHERE workshop = ? AND id = ? AND field = ?"
HIDINGS = """
    SELECT kind, body FROM event WHERE workshop = ? AND kind IN ('card_hidden', 'card_shown') ORDER BY seq
"""


def change(connection: Connection, log: Iterable[tuple[str, int, Row]]) -> None:
    """Events by workshop and number. What is said last under an id and field is what stays."""
    said, gone = dict[Place, tuple[int, str]](), set[Place]()
    for workshop, seq, row in log:
        old, fields = forgotten(row)
        places = {(workshop, old, field) for field in fields}
        gone |= places
        for place in places:
            said.pop(place, None)
        for id, new in row.words.items():
            said |= {(workshop, id, field): (seq, text) for field, text in new.items()}
    for_each(connection, DELETE, gone)
    for_each(connection, INSERT, (place + text for place, text in said.items()))


def forget_hidden(connection: Connection, workshop: str) -> None:
    """At closing: cards, notes, questions, what came out of a box. That one was hidden, and why, stays."""
    moves = connection.exec_driver_sql(HIDINGS, (workshop,)).all()
    last = {json.loads(body)["card"]: kind for kind, body in moves}
    hidden = [card for card, kind in last.items() if kind == "card_hidden"]
    for_each(connection, DELETE, ((workshop, card, field) for card in hidden for field in WRITTEN))


def of(session: Session, workshop: str) -> dict[str, dict[str, str]]:
    """By id and field."""
    words, found = tables.Words, dict[str, dict[str, str]]()
    for id, field, text in session.exec(
        select(words.id, words.field, words.text).where(words.workshop == workshop)
    ):
        found.setdefault(id, {})[field] = text
    return found
