"""The press: papers are made one at a time, in a process beside the server that begins with the first."""

import asyncio
from collections import OrderedDict
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from hashlib import sha256
from multiprocessing import active_children, get_context

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
            return await self._tried(name, told) or await self._tried(name, told) or jammed()
        finally:
            self.waiting -= 1

    async def _tried(self, name: str, told: bytes) -> bytes:
        """Nothing where the process died. Others may have waited too: only the first of them ends it."""
        pool = self._begun()
        try:
            asked = asyncio.get_running_loop().run_in_executor(pool, printed, name, told)
            return await asyncio.wait_for(asked, LONGEST)
        except TimeoutError as stopped:
            kill()
            raise Jammed from stopped
        except BrokenProcessPool:
            if pool is self._pool:
                self.close()
            return b""

    def _begun(self) -> ProcessPoolExecutor:
        if not self._pool:
            self._pool = ProcessPoolExecutor(1, get_context("spawn"), begin)
        return self._pool

    def _keep(self, tag: str, paper: bytes) -> None:
        self._kept[tag] = paper
        while len(self._kept) > 1 and sum(map(len, self._kept.values())) > MOST_KEPT:
            self._kept.popitem(last=False)


def jammed() -> bytes:
    raise Jammed


def kill() -> None:
    """What is printed without end: the server has no other processes."""
    for process in active_children():
        process.kill()
