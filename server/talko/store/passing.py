"""A key on its way to another device: used once, or not at all. For `Store.write` and `Store.read`."""

from dataclasses import asdict, dataclass

from sqlmodel import Session, col, delete, func, select

from talko.store import tables

MOST = 500  # of one workshop on their way at once


@dataclass(frozen=True, slots=True)
class Passing:
    hash: str
    workshop: str
    place: str
    sealed: str
    ends_at: int


def add(session: Session, new: Passing, now: int) -> bool:
    """What is over goes; False where too many are on their way already."""
    session.exec(delete(tables.Passing).where(col(tables.Passing.ends_at) <= now))
    of_workshop = select(func.count()).where(tables.Passing.workshop == new.workshop)
    if session.exec(of_workshop).one() >= MOST:
        return False
    session.add(tables.Passing(**asdict(new)))
    return True


def find(session: Session, hash: str, now: int) -> Passing | None:
    row = session.get(tables.Passing, hash)
    return Passing(**row.model_dump()) if row and row.ends_at > now else None


def take(session: Session, hash: str, now: int) -> Passing | None:
    """Nobody takes it again."""
    found = find(session, hash, now)
    session.exec(delete(tables.Passing).where(col(tables.Passing.hash) == hash))
    return found
