"""A server on https of this machine, with a certificate made for the occasion."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from talko.app import furnish, make_app
from talko.clock import RealClock, StillClock
from talko.live.server import server
from talko.settings import Settings
from tests.budgets.hall import Hall, made
from tests.faults.plug import free_port
from tests.live.place import Place
from tests.store import ready

HOST = "talko.test"


@asynccontextmanager
async def secure_hall(folder: Path) -> AsyncIterator[Hall]:
    port = free_port()
    url = f"https://{HOST}:{port}"
    settings = Settings(data=folder, host="127.0.0.1", port=port, public_url=url)
    house = furnish(settings, StillClock(RealClock().now_ms()), ready.opened(folder))
    running = server(make_app(house), settings)
    running.config.ssl_certfile, running.config.ssl_keyfile = map(str, certificate(folder))
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    place = Place(settings, StillClock(0), house.store, house.rooms)
    try:
        yield Hall(place, house, await made(place), port, secure=True)
    finally:
        running.should_exit = True
        await task


def certificate(folder: Path) -> tuple[Path, Path]:
    cert, key = folder / "cert.pem", folder / "key.pem"
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={HOST}"]
    where = ["-addext", f"subjectAltName=DNS:{HOST}", "-keyout", str(key), "-out", str(cert)]
    subprocess.run([*new, *where], check=True, capture_output=True)
    return cert, key
