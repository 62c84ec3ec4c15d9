"""The tables. A log is event, words, command and ballot; the rest is who may come in, and what was set up."""

from sqlmodel import Field, SQLModel

# Rows of the log lie together by workshop, in one tree and in the order they are read.
TOGETHER = {"sqlite_with_rowid": False}
EMPTY = {"server_default": ""}  # in rows that are older than the column


class Facilitator(SQLModel, table=True):
    id: str = Field(primary_key=True)
    name: str


class Group(SQLModel, table=True):
    id: str = Field(primary_key=True)
    name: str
    facilitator: str = Field(foreign_key="facilitator.id", index=True)


class Workshop(SQLModel, table=True):
    """What was set up, and where its log ends. `body_key` is empty once the workshop is closed."""

    id: str = Field(primary_key=True)
    group: str = Field(foreign_key="group.id", index=True)
    template: str
    title: str
    question: str
    decide: str
    langs: str
    date: str
    phrase: str
    token_hash: str = Field(unique=True)
    code: str = Field(unique=True)
    epoch: str
    head: int
    standing: str
    body_key: bytes
    created_at: int
    rules: str = Field(sa_column_kwargs=EMPTY)  # one on each line
    support: str = Field(sa_column_kwargs=EMPTY)
    start: str = Field(sa_column_kwargs=EMPTY)  # 13:00
    place: str = Field(sa_column_kwargs=EMPTY)


class Event(SQLModel, table=True):
    __table_args__ = TOGETHER

    workshop: str = Field(primary_key=True, foreign_key="workshop.id")
    seq: int = Field(primary_key=True)
    at: int
    activity: str
    kind: str
    body: str
    by: str


class Words(SQLModel, table=True):
    """What a person wrote: one text for each card and field, so that a new one takes the place of the old."""

    __table_args__ = TOGETHER

    workshop: str = Field(primary_key=True, foreign_key="workshop.id")
    id: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    seq: int  # the event that says it
    text: str


class Ballot(SQLModel, table=True):
    """What one person chose in a round that is not shown yet. Whose it is, only their key can tell."""

    __table_args__ = TOGETHER

    workshop: str = Field(primary_key=True, foreign_key="workshop.id")
    round: str = Field(primary_key=True)
    nullifier: str = Field(primary_key=True)
    side: str
    n: int
    choice: str


class Command(SQLModel, table=True):
    """Which commands were done, and a keyed hash of each, which is empty once the workshop is closed."""

    __table_args__ = TOGETHER

    workshop: str = Field(primary_key=True, foreign_key="workshop.id")
    id: str = Field(primary_key=True)
    body: str


class Key(SQLModel, table=True):
    """Opens a seat, or with no workshop a facilitator's home. Only the hash of the secret is here."""

    hash: str = Field(primary_key=True)
    workshop: str = Field(index=True)
    place: str
    seat: str
    role: str
    facilitator: str
    link: str = Field(index=True)
    created_at: int
    record: str = Field(sa_column_kwargs=EMPTY)  # of a seat that is about one of them


class Link(SQLModel, table=True):
    hash: str = Field(primary_key=True)
    kind: str
    workshop: str = Field(index=True)
    facilitator: str = Field(index=True)
    created_at: int
    revoked_at: int
    record: str = Field(sa_column_kwargs=EMPTY)


class Passing(SQLModel, table=True):
    """A key on its way to another device of the same person, sealed by what stands in the address alone."""

    hash: str = Field(primary_key=True)
    workshop: str = Field(index=True)
    place: str
    sealed: str
    ends_at: int
