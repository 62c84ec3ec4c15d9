"""The store: one file, one process, one writer. What `append` returns from is on the disk."""

import asyncio
import os
import secrets
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from talko.store import lock, log
from talko.store.failures import Behind, StoreFailed
from talko.store.lock import Busy
from talko.store.log import Batch, Loaded
from talko.store.readers import Readers
from talko.store.writer import Append, Job, Work, Writer, writing

__all__ = ["Behind", "Busy", "Store", "StoreFailed"]

T = TypeVar("T")


class Store:
    def __init__(self, secret: bytes, writer: Writer, readers: Readers, opened: ExitStack) -> None:
        """Made by `open`."""
        self.secret = secret
        self._writer, self._readers, self._opened = writer, readers, opened
        self._is_open = True

    @classmethod
    def open(cls, folder: Path, break_: str = "") -> "Store":
        """Raises Busy when another process has it open. `break_` is for tests that must fail."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)
        file = folder / "talko.db"
        file.touch(mode=0o600)  # SQLite gives what it puts beside it the same mode
        with ExitStack() as opened:
            opened.enter_context(lock.take(folder))
            writer = opened.enter_context(writing(file, break_))
            readers = opened.enter_context(closing(Readers(file)))
            return cls(secret_in(folder), writer, readers, opened.pop_all())

    async def append(self, batch: Batch) -> None:
        """Returns when it is on the disk. Raises StoreFailed or Behind when nothing of it was written."""
        job = Append(log.rows(batch))
        self._ask(job)
        await asyncio.wrap_future(job.done)

    async def load(self, workshop: str) -> Loaded | None:
        return await self.read(lambda session: log.load(session, workshop))

    async def write(self, work: Callable[[Session], T]) -> T:
        """In a transaction of its own, in the writer's thread: for what is not in a hurry."""
        job = Work(work)
        self._ask(job)
        return await asyncio.wrap_future(job.done)

    async def read(self, work: Callable[[Session], T]) -> T:
        return await self._readers.read(work)

    def close(self) -> None:
        """All that was asked is written first."""
        self._is_open = False
        self._opened.close()

    def _ask(self, job: Job) -> None:
        if not self._is_open:
            raise StoreFailed("the store is closed")
        self._writer.put(job)


def secret_in(folder: Path) -> bytes:
    """Made once. Without it no link of this server opens anything any more."""
    file = folder / "secret"
    if not file.exists():
        write_secret(file)
    return file.read_bytes()


def write_secret(file: Path) -> None:
    """Whole or not at all, and never readable by others, not even for a moment."""
    new = file.with_suffix(".new")
    new.unlink(missing_ok=True)
    with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
        made.write(secrets.token_bytes(32))
        made.flush()
        os.fsync(made.fileno())
    new.rename(file)
