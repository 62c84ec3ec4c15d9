"""Links and keys that are about one record of a plan."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    for table in ("key", "link"):
        op.add_column(table, sa.Column("record", sa.String, nullable=False, server_default=""))
