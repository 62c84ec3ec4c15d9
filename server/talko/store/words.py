"""What people wrote: kept apart from the log, by card and field, where it can really be deleted."""

import json
from collections.abc import Iterable
from typing import TypeAlias

from sqlalchemy import Connection
from sqlmodel import Session, select

from talko.store import tables
from talko.store.database import for_each
from talko.store.facts import Row, forgets, id_of

Place: TypeAlias = tuple[str, str, str]  # workshop, card, field

WRITTEN = ("text", "nickname", "origin")  # a name may stand in any of them; the reason is of whoever leads
INSERT = "INSERT INTO words (workshop, id, field, seq, text) VALUES (?, ?, ?, ?, ?)"
DELETE = "DELETE FROM words WHERE workshop = ? AND id = ? AND field = ?"
HIDINGS = """
    SELECT kind, body FROM event WHERE workshop = ? AND kind IN ('card_hidden', 'card_shown') ORDER BY seq
"""


def change(connection: Connection, log: Iterable[tuple[str, int, Row]]) -> None:
    """Events by workshop and number. What is said last of a card and field is what stays."""
    said, gone = dict[Place, tuple[int, str]](), set[Place]()
    for workshop, seq, row in log:
        places = {(workshop, id_of(row.body), field) for field in forgets(row)}
        gone |= places
        for place in places:
            said.pop(place, None)
        for id, fields in row.words.items():
            said |= {(workshop, id, field): (seq, text) for field, text in fields.items()}
    for_each(connection, DELETE, gone)
    for_each(connection, INSERT, (place + text for place, text in said.items()))


def forget_hidden(connection: Connection, workshop: str) -> None:
    """At closing. That a card was hidden, and why, stays."""
    moves = connection.exec_driver_sql(HIDINGS, (workshop,)).all()
    last = {json.loads(body)["card"]: kind for kind, body in moves}
    hidden = [card for card, kind in last.items() if kind == "card_hidden"]
    for_each(connection, DELETE, ((workshop, card, field) for card in hidden for field in WRITTEN))


def of(session: Session, workshop: str) -> dict[str, dict[str, str]]:
    """By card and field."""
    words, found = tables.Words, dict[str, dict[str, str]]()
    for id, field, text in session.exec(
        select(words.id, words.field, words.text).where(words.workshop == workshop)
    ):
        found.setdefault(id, {})[field] = text
    return found
