"""Starts the throw-away place as a process of its own, says where it is, and ends it."""

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
from pathlib import Path

from talko.demo.client import Browser
from talko.demo.example import Example

ENDS_WITHIN = 10.0  # seconds, then it is not asked any more


@dataclass(frozen=True, slots=True)
class Place:
    pid: int
    server: str  # "127.0.0.1:8000", where the player speaks to it
    address: str  # the same as phones of this network reach it
    home: str  # the facilitator's personal link, as a path


class NotStarted(Exception):
    """The place has said why on the terminal."""


@asynccontextmanager
async def place(example: Example, port: int) -> AsyncIterator[Place]:
    command = ["-m", "talko.demo.place", example.facilitator, example.starts, str(port)]
    process = await asyncio.create_subprocess_exec(
        sys.executable, *command, stdin=PIPE, stdout=PIPE, start_new_session=True
    )
    try:
        yield await started(process)
    finally:
        await end(process)


async def started(process: Process) -> Place:
    assert process.stdout
    line = await process.stdout.readline()
    if not line:
        raise NotStarted
    told = json.loads(line)
    found = Place(process.pid, f"127.0.0.1:{told['port']}", told["address"], told["home"])
    await until_it_answers(Browser(found.server))
    return found


async def until_it_answers(browser: Browser) -> None:
    while True:
        try:
            await browser.get("/")
            return
        except ConnectionError:
            await asyncio.sleep(0.05)


async def end(process: Process) -> None:
    """It ends when its input does, and takes its folder with it."""
    assert process.stdin
    process.stdin.close()
    try:
        await asyncio.wait_for(process.wait(), ENDS_WITHIN)
    except TimeoutError:
        process.kill()
        await process.wait()


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

    pid: int
    cpu: float = 0.0
    seconds: float = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        cpu, began = cpu_seconds(self.pid), time.monotonic()
        yield
        self.cpu += cpu_seconds(self.pid) - cpu
        self.seconds += time.monotonic() - began


def cpu_seconds(pid: int) -> float:
    """Of all threads of a process, user and system. 0 where there is no /proc to read it from."""
    stat = Path(f"/proc/{pid}/stat")
    if not stat.exists():
        return 0.0
    after_name = stat.read_text().rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")
