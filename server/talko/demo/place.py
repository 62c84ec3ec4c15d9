"""The throw-away place: a server that ends with its parent, and whose clock begins when it is told.

python -m talko.demo.place FOLDER AT_MS PORT [FACILITATOR]

Each line on its input is a moment to which its clock is moved on.
"""

import asyncio
import json
import os
import shutil
import socket
import sys
import threading
from dataclasses import replace
from itertools import count
from pathlib import Path

import uvicorn

from talko.address import address
from talko.app import furnish, make_app
from talko.clock import MovedClock, StillClock, seconds
from talko.invite import invite
from talko.live.server import server
from talko.pages.static import made_or_exit
from talko.settings import Settings, from_environment
from talko.store.store import Store

MOST_AHEAD_MS = 400 * 24 * 3600 * 1000  # what somebody moves the clock on by at once; back it never goes


def main(folder: str, at_ms: str, port: str, facilitator: str = "") -> None:
    made_or_exit()
    settings = from_environment()
    free = free_port(settings.host, int(port)) if facilitator else int(port)
    try:
        asyncio.run(run(replace(settings, data=Path(folder), port=free), int(at_ms), facilitator))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def free_port(host: str, wanted: int) -> int:
    """The wanted port, or the next one that nobody listens on."""
    return next(port for port in count(wanted) if is_free(host, port))


def is_free(host: str, port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


async def run(settings: Settings, at_ms: int, facilitator: str) -> None:
    """A facilitator is invited once; who is started again on the same folder knows theirs."""
    clock, store = MovedClock(at_ms), Store.open(settings.data)
    home = await invite(store, facilitator, seconds(clock)) if facilitator else ""
    web = server(make_app(furnish(settings, clock, store)), settings)
    threading.Thread(target=listen_to_parent, args=(web, clock), daemon=True).start()
    print(json.dumps({"port": settings.port, "address": address(settings), "home": home}), flush=True)
    await web.serve()


def listen_to_parent(web: uvicorn.Server, clock: MovedClock) -> None:
    """Until it is gone."""
    with os.fdopen(os.dup(sys.stdin.fileno())) as said:
        for line in said:
            move_on(clock, line)
            print(json.dumps({"now_ms": clock.now_ms()}), flush=True)
    web.should_exit = True


def move_on(clock: MovedClock | StillClock, said: str) -> None:
    if said.strip().isdecimal():
        ahead = int(said) - clock.now_ms()
        clock.move(min(max(ahead, 0), MOST_AHEAD_MS) / 1000)


if __name__ == "__main__":
    main(*sys.argv[1:])
