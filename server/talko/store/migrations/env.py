"""Alembic runs this to bring a database to the tables of this version. The connection is the store's own."""

from alembic import context
from sqlmodel import SQLModel

from talko.store import tables  # noqa: F401  (it fills the metadata)

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)

with context.begin_transaction():
    context.run_migrations()
