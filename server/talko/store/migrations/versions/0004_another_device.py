"""Keys on their way to another device of the same person."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "passing",
        sa.Column("hash", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("workshop", "place", "sealed")),
        sa.Column("ends_at", sa.Integer, nullable=False),
    )
    op.create_index("ix_passing_workshop", "passing", ["workshop"])
