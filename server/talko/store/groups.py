"""Facilitators, their groups, and what was set up for each workshop. For `Store.write` and `Store.read`."""

import secrets
from dataclasses import asdict, dataclass
from typing import cast

from sqlmodel import Session, col, delete, select

from talko.core.workshop import Standing
from talko.store import boxes, tables

OF_A_WORKSHOP = (
    tables.Event,
    tables.Words,
    tables.Ballot,
    tables.Command,
    tables.Key,
    tables.Link,
    tables.Passing,
)


@dataclass(frozen=True, slots=True)
class Facilitator:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    name: str
    facilitator: str


@dataclass(frozen=True, slots=True)
class Setup:
    """What a facilitator set up. The template is its whole text: a newer file changes no workshop."""

    id: str
    group: str
    template: str
    title: str
    question: str
    decide: str
    langs: tuple[str, ...]
    date: str  # ISO, a day
    phrase: str
    token_hash: str
    code: str
    standing: Standing
    created_at: int
    rules: tuple[str, ...] = ()  # of how people are together, each one line
    support: str = ""  # whom to call if something was hard
    start: str = ""  # 13:00
    place: str = ""


def add_facilitator(session: Session, name: str) -> Facilitator:
    new = Facilitator(secrets.token_hex(8), name)
    session.add(tables.Facilitator(**asdict(new)))
    return new


def facilitator(session: Session, id: str) -> Facilitator | None:
    row = session.get(tables.Facilitator, id)
    return Facilitator(row.id, row.name) if row else None


def add_group(session: Session, facilitator: str, name: str) -> Group:
    new = Group(secrets.token_hex(8), name, facilitator)
    session.add(tables.Group(**asdict(new)))
    return new


def groups_of(session: Session, facilitator: str) -> list[Group]:
    """By name."""
    rows = select(tables.Group).where(tables.Group.facilitator == facilitator).order_by(tables.Group.name)
    return [Group(row.id, row.name, row.facilitator) for row in session.exec(rows)]


def delete_group(session: Session, id: str) -> bool:
    """Only when it has no workshop."""
    row = session.get(tables.Group, id)
    if not row or session.exec(select(tables.Workshop.id).where(tables.Workshop.group == id)).first():
        return False
    session.delete(row)
    return True


def add_workshop(session: Session, setup: Setup) -> None:
    """With a log in which nothing has happened yet."""
    begun = {"epoch": secrets.token_hex(4), "head": 0, "body_key": secrets.token_bytes(32)}
    session.add(tables.Workshop.model_validate({**columns(setup), **begun}))


def workshop(session: Session, id: str) -> Setup | None:
    row = session.get(tables.Workshop, id)
    return setup_of(row) if row else None


def workshops_of(session: Session, facilitator: str) -> list[Setup]:
    """The latest first."""
    workshop, group = tables.Workshop, tables.Group
    theirs = select(workshop).join(group).where(group.facilitator == facilitator)
    ordered = theirs.order_by(col(workshop.date).desc(), col(workshop.created_at).desc(), workshop.id)
    return [setup_of(row) for row in session.exec(ordered)]


def ended(session: Session) -> list[str]:
    """The ids of all workshops that are over."""
    return list(session.exec(select(tables.Workshop.id).where(tables.Workshop.standing == "ended")))


def change_setup(session: Session, setup: Setup) -> bool:
    """Only while the workshop is to come; and what has happened in an activity holds its template fast."""
    row = session.get(tables.Workshop, setup.id)
    if not row or row.standing != "to_come":
        return False
    if setup.template != row.template and has_begun(session, setup.id):
        return False
    row.sqlmodel_update({**columns(setup), "standing": row.standing})
    return True


def has_begun(session: Session, workshop: str) -> bool:
    """Whether the log names an activity of the template."""
    event = tables.Event
    return (
        session.exec(select(event.seq).where(event.workshop == workshop, event.activity != "")).first()
        is not None
    )


def delete_workshop(session: Session, id: str) -> None:
    """Every row of it, in every table."""
    for table in OF_A_WORKSHOP:
        session.exec(delete(table).where(col(table.workshop) == id))
    session.exec(delete(tables.Workshop).where(col(tables.Workshop.id) == id))
    boxes.wipe(session.connection())


def columns(setup: Setup) -> dict[str, str | int]:
    return {**asdict(setup), "langs": " ".join(setup.langs), "rules": "\n".join(setup.rules)}


def setup_of(row: tables.Workshop) -> Setup:
    return Setup(
        row.id, row.group, row.template, row.title, row.question, row.decide, tuple(row.langs.split()),
        row.date, row.phrase, row.token_hash, row.code, cast(Standing, row.standing), row.created_at,
        tuple(row.rules.split("\n")) if row.rules else (), row.support, row.start, row.place,
    )  # fmt: skip
