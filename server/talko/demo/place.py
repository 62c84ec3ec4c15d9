"""The throw-away place: a server that ends with its parent, and whose clock begins at the example's date.

python -m talko.demo.place FACILITATOR 2026-10-08T13:00 PORT
"""

import asyncio
import json
import os
import socket
import sys
import threading
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import uvicorn

from talko.address import address
from talko.app import furnish, make_app
from talko.clock import MovedClock, seconds
from talko.invite import invite
from talko.live.server import server
from talko.pages.static import made_or_exit
from talko.settings import Settings, from_environment
from talko.store.store import Store

EARLY = timedelta(minutes=10)  # the facilitator comes before the others


def main(facilitator: str, starts: str, port: str) -> None:
    made_or_exit()
    with TemporaryDirectory(prefix="talko-demo-") as folder:
        settings = from_environment()
        free = free_port(settings.host, int(port))
        asyncio.run(run(replace(settings, data=Path(folder), port=free), facilitator, starts))


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


async def run(settings: Settings, facilitator: str, starts: str) -> None:
    begins = datetime.fromisoformat(starts).replace(tzinfo=ZoneInfo(settings.zone)) - EARLY
    clock, store = MovedClock(int(begins.timestamp() * 1000)), Store.open(settings.data)
    home = await invite(store, facilitator, seconds(clock))
    web = server(make_app(furnish(settings, clock, store)), settings)
    threading.Thread(target=end_with_parent, args=(web,), daemon=True).start()
    print(json.dumps({"port": settings.port, "address": address(settings), "home": home}), flush=True)
    await web.serve()


def end_with_parent(web: uvicorn.Server) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    web.should_exit = True


if __name__ == "__main__":
    main(*sys.argv[1:])
