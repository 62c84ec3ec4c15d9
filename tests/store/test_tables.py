"""The tables: what the migrations make is what the models say, and the file is kept as it should be."""

import asyncio
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine
from sqlmodel import SQLModel

from talko.store import database
from talko.store.database import for_reading, for_writing
from talko.store.groups import OF_A_WORKSHOP
from talko.store.store import Store
from tests.store.given import added

ALL = set(SQLModel.metadata.tables)


def test_the_migrations_make_the_tables_that_the_models_say(store: Store, folder: Path) -> None:
    with for_reading(folder / "talko.db", 1).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
        made = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars()
        assert set(made) - {"alembic_version"} == ALL
        connection.engine.dispose()


async def test_a_file_of_this_version_is_opened_again_as_it_was(store: Store, folder: Path) -> None:
    await added(store, "w1")
    store.close()
    again = Store.open(folder)
    assert await again.load("w1") is not None
    again.close()


def test_a_file_of_the_first_version_is_brought_to_this_one(folder: Path) -> None:
    folder.mkdir()
    engine = for_writing(folder / "talko.db")
    with engine.begin() as connection:
        command.upgrade(database.migrations(connection), "0001")
        for statement in (A_FACILITATOR, A_GROUP, A_WORKSHOP):
            connection.exec_driver_sql(statement)
    engine.dispose()
    store = Store.open(folder)
    loaded = asyncio.run(store.load("w1"))
    store.close()
    assert loaded and (loaded.setup.title, loaded.boxes) == ("Buses", {})
    assert (loaded.setup.rules, loaded.setup.support, loaded.setup.start, loaded.setup.place) == (
        (),
        "",
        "",
        "",
    )


def test_a_migration_that_fails_leaves_the_tables_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "migrations"
    (broken / "versions").mkdir(parents=True)
    (broken / "env.py").write_text((database.MIGRATIONS / "env.py").read_text())
    (broken / "versions" / "0001_broken.py").write_text(BROKEN)
    monkeypatch.setattr(database, "MIGRATIONS", broken)
    engine = for_writing(tmp_path / "talko.db")
    with pytest.raises(ZeroDivisionError):
        database.upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master").all() == []
    engine.dispose()


def test_every_table_of_a_workshop_is_emptied_when_it_is_deleted() -> None:
    named = {table.name for table in SQLModel.metadata.tables.values() if "workshop" in table.columns}
    assert {str(table.__tablename__) for table in OF_A_WORKSHOP} == named


def test_each_connection_is_told_what_holds(tmp_path: Path) -> None:
    writing, reading = for_writing(tmp_path / "talko.db"), for_reading(tmp_path / "talko.db", 1)
    writes = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "mmap_size")
    assert [told(writing, name) for name in writes] == ["wal", 2, 1, 1, 0]
    reads = ("query_only", "wal_autocheckpoint", "foreign_keys", "mmap_size")
    assert [told(reading, name) for name in reads] == [1, 0, 1, 0]
    reading.dispose()
    writing.dispose()


def told(engine: Engine, pragma: str) -> str | int | None:
    with engine.connect() as connection:
        answer: str | int | None = connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
        return answer


A_FACILITATOR = "INSERT INTO facilitator VALUES ('f1', 'Fay')"
A_GROUP = """INSERT INTO "group" VALUES ('g1', 'Us', 'f1')"""
A_WORKSHOP = """
INSERT INTO workshop VALUES ('w1', 'g1', 'id: small', 'Buses', 'How?', '', 'fi', '2026-10-08', 'kahvi lampi',
    'token', 'code', 'e1', 0, 'to_come', x'00', 0)
"""
BROKEN = '''
"""Makes a table, and then fails."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table("half", sa.Column("id", sa.String, primary_key=True))
    1 / 0
'''
