"""The first tables."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None


def upgrade() -> None:
    who_leads()
    workshop()
    the_log()
    doors()


def who_leads() -> None:
    op.create_table("facilitator", key("id"), text("name"))
    op.create_table("group", key("id"), text("name"), refers("facilitator"))
    op.create_index("ix_group_facilitator", "group", ["facilitator"])


def workshop() -> None:
    written = [
        "template",
        "title",
        "question",
        "decide",
        "langs",
        "date",
        "phrase",
        "token_hash",
        "code",
        "epoch",
    ]
    op.create_table(
        "workshop",
        key("id"),
        refers("group"),
        *(text(name) for name in written),
        number("head"),
        text("standing"),
        sa.Column("body_key", sa.LargeBinary, nullable=False),
        number("created_at"),
        sa.UniqueConstraint("token_hash"),
        sa.UniqueConstraint("code"),
    )
    op.create_index("ix_workshop_group", "workshop", ["group"])


def the_log() -> None:
    rest = [number("at"), text("activity"), text("kind"), text("body"), text("by")]
    of_a_workshop("event", sa.Column("seq", sa.Integer, primary_key=True), *rest)
    of_a_workshop("words", key("id"), key("field"), number("seq"), text("text"))
    of_a_workshop("command", key("id"), text("body"))


def doors() -> None:
    seat = [text(name) for name in ("workshop", "place", "seat", "role", "facilitator", "link")]
    op.create_table("key", key("hash"), *seat, number("created_at"))
    op.create_index("ix_key_workshop", "key", ["workshop"])
    op.create_index("ix_key_link", "key", ["link"])
    whose = [text(name) for name in ("kind", "workshop", "facilitator")]
    op.create_table("link", key("hash"), *whose, number("created_at"), number("revoked_at"))
    op.create_index("ix_link_workshop", "link", ["workshop"])
    op.create_index("ix_link_facilitator", "link", ["facilitator"])


def of_a_workshop(name: str, *columns: SchemaItem) -> None:
    workshop = sa.Column("workshop", sa.String, sa.ForeignKey("workshop.id"), primary_key=True)
    op.create_table(name, workshop, *columns, sqlite_with_rowid=False)


def key(name: str) -> SchemaItem:
    return sa.Column(name, sa.String, primary_key=True)


def refers(table: str) -> SchemaItem:
    return sa.Column(table, sa.String, sa.ForeignKey(f"{table}.id"), nullable=False)


def text(name: str) -> SchemaItem:
    return sa.Column(name, sa.String, nullable=False)


def number(name: str) -> SchemaItem:
    return sa.Column(name, sa.Integer, nullable=False)
