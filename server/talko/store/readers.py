"""The readers: a few threads, each with a connection that can only read."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from sqlmodel import Session

from talko.store.database import for_reading

T = TypeVar("T")

MOST = 4


class Readers:
    def __init__(self, file: Path) -> None:
        self._engine = for_reading(file, MOST)
        self._threads = ThreadPoolExecutor(MOST, thread_name_prefix="talko-reader")

    async def read(self, work: Callable[[Session], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._read, work)

    def _read(self, work: Callable[[Session], T]) -> T:
        """All that one work reads is of one moment."""
        with Session(self._engine) as session:
            return work(session)

    def close(self) -> None:
        self._threads.shutdown()
        self._engine.dispose()
