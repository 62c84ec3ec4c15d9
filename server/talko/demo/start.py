"""Starts the throw-away place as a process of its own, says where it is, pulls its plug, and ends it."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import threading
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from talko.demo.client import Browser
from talko.demo.example import Example

ENDS_WITHIN = 10.0  # seconds, then it is not asked any more
EARLY = timedelta(minutes=10)  # the facilitator comes before the others
ZONE = ZoneInfo(os.environ.get("TALKO_ZONE", "Europe/Helsinki"))


@dataclass(slots=True)
class Place:
    folder: str
    process: Process
    ahead_ms: int  # of real time, its clock
    port: int
    address: str  # where phones of this network reach it
    home: str  # the facilitator's personal link, as a path
    spent: float = 0.0  # processor seconds of those that were killed

    @property
    def server(self) -> str:
        """Where the player speaks to it."""
        return f"127.0.0.1:{self.port}"

    def cpu(self) -> float:
        return self.spent + cpu_seconds(self.process.pid)

    async def move_clock(self, day: str) -> None:
        """On to the hour at which that day's meeting would begin."""
        assert self.process.stdin and self.process.stdout
        self.process.stdin.write(f"{at(f'{day}T13:00')}\n".encode())
        told = json.loads(await self.process.stdout.readline())
        self.ahead_ms = told["now_ms"] - now_ms()

    async def pull_the_plug(self) -> None:
        """Ends it at once, as no signal that it could hear would, and starts it on the same folder."""
        self.spent += cpu_seconds(self.process.pid)
        self.process.kill()
        await self.process.wait()
        self.process = await running(self.folder, now_ms() + self.ahead_ms, self.port)
        await started(self.process)
        await Browser(self.server).get("/")


class NotStarted(Exception):
    """The place has said why on the terminal."""


@asynccontextmanager
async def place(example: Example, port: int) -> AsyncIterator[Place]:
    with TemporaryDirectory(prefix="talko-demo-", ignore_cleanup_errors=True) as folder:
        begins = at(example.starts) - int(EARLY.total_seconds() * 1000)
        ahead = begins - now_ms()
        process = await running(folder, begins, port, example.facilitator)
        try:
            told = await started(process)
        except NotStarted:
            await end(process)
            raise
        found = Place(folder, process, ahead, int(told["port"]), told["address"], told["home"])
        try:
            await Browser(found.server).get("/")
            yield found
        finally:
            await end(found.process)


async def running(folder: str, at_ms: int, port: int, facilitator: str = "") -> Process:
    command = [
        "-m",
        "talko.demo.place",
        folder,
        str(at_ms),
        str(port),
        *([facilitator] if facilitator else []),
    ]
    return await asyncio.create_subprocess_exec(
        sys.executable, *command, stdin=PIPE, stdout=PIPE, start_new_session=True
    )


async def started(process: Process) -> dict[str, str]:
    assert process.stdout
    line = await process.stdout.readline()
    if not line:
        raise NotStarted
    told: dict[str, str] = json.loads(line)
    return told


async def end(process: Process) -> None:
    """It ends when its input does, and takes its folder with it."""
    assert process.stdin
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), ENDS_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()


def at(moment: str) -> int:
    """Thousandths of a second since 1970, of 2026-10-08T13:00 at the place."""
    return int(datetime.fromisoformat(moment).replace(tzinfo=ZONE).timestamp() * 1000)


def now_ms() -> int:
    return time.time_ns() // 1_000_000


async def until_input_ends() -> None:
    ended, loop = asyncio.Event(), asyncio.get_running_loop()

    def read() -> None:
        while os.read(sys.stdin.fileno(), 1024):
            pass
        loop.call_soon_threadsafe(ended.set)

    threading.Thread(target=read, daemon=True).start()
    await ended.wait()


@dataclass(slots=True)
class Meter:
    """The processor time that the place takes while it runs, and the time that passes."""

    place: Place
    cpu: float = 0.0
    seconds: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        cpu, began = self.place.cpu(), time.monotonic()
        yield
        self.cpu += self.place.cpu() - cpu
        self.seconds += time.monotonic() - began


def cpu_seconds(pid: int) -> float:
    """Of all threads of a process, user and system. 0 where there is no /proc to read it from."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    after_name = stat.read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
