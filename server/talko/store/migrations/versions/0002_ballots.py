"""Boxes for ballots, and what else is told of a workshop when it is set up."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    ballot()
    setup()


def ballot() -> None:
    op.create_table(
        "ballot",
        sa.Column("workshop", sa.String, sa.ForeignKey("workshop.id"), primary_key=True),
        sa.Column("round", sa.String, primary_key=True),
        sa.Column("nullifier", sa.String, primary_key=True),
        text("side"),
        sa.Column("n", sa.Integer, nullable=False),
        text("choice"),
        sqlite_with_rowid=False,
    )


def setup() -> None:
    """Empty for the workshops that were set up before."""
    for name in ("rules", "support", "start", "place"):
        op.add_column("workshop", sa.Column(name, sa.String, nullable=False, server_default=""))


def text(name: str) -> SchemaItem:
    return sa.Column(name, sa.String, nullable=False)
