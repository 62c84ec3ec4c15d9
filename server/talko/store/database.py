"""The database file: what every connection is told first, and the tables as this version wants them."""

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

MIGRATIONS = Path(__file__).parent / "migrations"
QUICKLY_WRITTEN = 200_000_000  # bytes

EVERYBODY = {"busy_timeout": "2000", "mmap_size": "0", "foreign_keys": "ON"}
# FULL, so that what is committed survives a power cut. Secure delete writes zeros over what is deleted.
WRITES = {**EVERYBODY, "journal_mode": "WAL", "synchronous": "FULL", "secure_delete": "ON"}
# Up to SQLite 3.51.2 a second connection that writes or checkpoints can corrupt the file: readers do neither.
READS = {**EVERYBODY, "query_only": "ON", "wal_autocheckpoint": "0"}


def for_writing(file: Path) -> Engine:
    """Exactly one connection. Its transactions take the lock when they begin, not in their middle."""
    return engine(file, connections=1, pragmas=WRITES, begin="BEGIN IMMEDIATE")


def for_reading(file: Path, connections: int) -> Engine:
    return engine(file, connections=connections, pragmas=READS, begin="BEGIN")


def engine(file: Path, *, connections: int, pragmas: dict[str, str], begin: str) -> Engine:
    made = create_engine(
        URL.create("sqlite", database=str(file)),
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,  # what people wrote stands in no traceback
    )

    @event.listens_for(made, "connect")
    def tell(connection: sqlite3.Connection, _: object) -> None:
        connection.isolation_level = None  # the transactions are ours, begun below
        for name, value in pragmas.items():
            connection.execute(f"PRAGMA {name} = {value}")

    @event.listens_for(made, "begin")
    def begin_transaction(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return made


def upgrade(writing: Engine) -> None:
    """All steps in one transaction: the tables are the new ones, or still the old ones."""
    with writing.begin() as connection:
        command.upgrade(migrations(connection), "head")


def migrations(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def rewrite(writing: Engine, file: Path) -> None:
    """SQLite moves rows about, and leaves pieces of some where they lay. Not a file that would take long."""
    if file.stat().st_size > QUICKLY_WRITTEN:
        return
    connection = writing.raw_connection()
    try:
        connection.cursor().execute("VACUUM")
    finally:
        connection.close()


def empty_journal(writing: Engine) -> bool:
    """Brings all into the main file and cuts the journal to nothing. False while somebody still reads it."""
    connection = writing.raw_connection()
    try:
        busy, *_ = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    finally:
        connection.close()
    return not busy


def for_each(connection: Connection, statement: str, rows: Iterable[tuple[str | int, ...]]) -> None:
    """One plain statement for many rows: the hot path."""
    if every := list(rows):
        connection.exec_driver_sql(statement, every)
