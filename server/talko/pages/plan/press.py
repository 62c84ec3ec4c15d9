"""The press: papers are made one at a time, in a process beside the server that begins with the first."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from multiprocessing import get_context

from talko.pages.plan.printing import begin, printed

MOST_KEPT = 16 * 1024 * 1024  # bytes of papers, of which the oldest go first
LONGEST = 30.0  # seconds
MOST_WAITING = 20


class Jammed(Exception):
    """It can be tried again in a while."""


class Press:
    """The same text is printed once."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self.waiting = 0

    async def paper(self, name: str, told: bytes) -> tuple[str, bytes]:
        """With a name for what it says, by which a browser knows that it has it."""
        tag = sha256(name.encode() + b"\0" + told).hexdigest()[:32]
        if tag not in self._kept:
            self._keep(tag, await self._printed(name, told))
        self._kept.move_to_end(tag)
        return tag, self._kept[tag]

    def close(self) -> None:
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None

    async def _printed(self, name: str, told: bytes) -> bytes:
        """Where the process has died meanwhile, once more in another."""
        if self.waiting >= MOST_WAITING:
            raise Jammed
        self.waiting += 1
        try:
            return await self._tried(name, told)
        except BrokenProcessPool:
            self.close()
            return await self._tried(name, told)
        finally:
            self.waiting -= 1

    async def _tried(self, name: str, told: bytes) -> bytes:
        asked = asyncio.get_running_loop().run_in_executor(self._begun(), printed, name, told)
        try:
            return await asyncio.wait_for(asked, LONGEST)
        except TimeoutError as stopped:
            raise Jammed from stopped

    def _begun(self) -> ProcessPoolExecutor:
        if not self._pool:
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), begin)
        return self._pool

    def _keep(self, tag: str, paper: bytes) -> None:
        self._kept[tag] = paper
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > MOST_KEPT:
            self._kept.popitem(last=False)
