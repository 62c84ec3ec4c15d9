"""Doors: keys that open seats, links that give keys, and the code and token that let a phone in.

Only hashes are kept. For `Store.write` and `Store.read`.
"""

from dataclasses import asdict, dataclass
from typing import Literal, TypeAlias, cast

from sqlmodel import Session, col, delete, select

from talko.store import tables
from talko.store.groups import Setup, setup_of

LinkKind: TypeAlias = Literal["personal", "screen", "helper", "cohost", "facilitator", "owner", "follower"]


@dataclass(frozen=True, slots=True)
class Key:
    """Opens a seat in a workshop; with no workshop and no seat, the facilitator's home."""

    hash: str
    workshop: str
    place: str
    seat: str
    role: str = "not_told"
    facilitator: str = ""
    link: str = ""  # the hash of the link that gave it
    created_at: int = 0
    record: str = ""  # of an owner or follower


@dataclass(frozen=True, slots=True)
class Link:
    hash: str
    kind: LinkKind
    workshop: str = ""
    facilitator: str = ""
    created_at: int = 0
    record: str = ""  # of an owner or follower


def add_key(session: Session, key: Key) -> None:
    session.add(tables.Key(**asdict(key)))


def find_key(session: Session, hash: str) -> Key | None:
    row = session.get(tables.Key, hash)
    if not row:
        return None
    whose = (row.facilitator, row.link, row.created_at, row.record)
    return Key(row.hash, row.workshop, row.place, row.seat, row.role, *whose)


def drop_key(session: Session, hash: str) -> None:
    session.exec(delete(tables.Key).where(col(tables.Key.hash) == hash))


def drop_keys(session: Session, workshop: str, place: str = "") -> None:
    """All keys of a workshop, or those of one place."""
    mine = delete(tables.Key).where(col(tables.Key.workshop) == workshop)
    session.exec(mine.where(col(tables.Key.place) == place) if place else mine)


def add_link(session: Session, link: Link) -> None:
    session.add(tables.Link(**asdict(link), revoked_at=0))


def find_link(session: Session, hash: str) -> Link | None:
    """Nothing when it was revoked."""
    row = session.get(tables.Link, hash)
    return link_of(row) if row and not row.revoked_at else None


def links_of(session: Session, workshop: str = "", facilitator: str = "") -> list[Link]:
    """Those of a workshop, or a facilitator's personal ones, that were not revoked; the oldest first."""
    link = tables.Link
    mine = link.workshop == workshop if workshop else col(link.workshop) == ""
    standing = select(link).where(mine, link.revoked_at == 0).order_by(col(link.created_at), link.hash)
    rows = session.exec(standing.where(link.facilitator == facilitator) if facilitator else standing)
    return [link_of(row) for row in rows]


def revoke_link(session: Session, hash: str, at: int) -> None:
    """The keys that it gave open nothing any more."""
    if row := session.get(tables.Link, hash):
        row.revoked_at = at
        session.exec(delete(tables.Key).where(col(tables.Key.link) == hash))


def find_by_token(session: Session, token_hash: str) -> Setup | None:
    row = session.exec(select(tables.Workshop).where(tables.Workshop.token_hash == token_hash)).first()
    return setup_of(row) if row else None


def find_by_code(session: Session, code: str) -> Setup | None:
    row = session.exec(select(tables.Workshop).where(tables.Workshop.code == code)).first()
    return setup_of(row) if row else None


def link_of(row: tables.Link) -> Link:
    return Link(row.hash, cast(LinkKind, row.kind), row.workshop, row.facilitator, row.created_at, row.record)
