"""Personal links: asked of the running server over a socket in its data folder, or made here if none runs."""

import asyncio
import json
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sqlmodel import Session, select

from talko.live.access import key_hash, new_secret
from talko.live.letters import clean
from talko.store import doors, groups, tables
from talko.store.store import Store

LONGEST_NAME = 80


def invitation(name: str, at: int) -> tuple[str, Callable[[Session], None]]:
    """The path of a new personal link, and how it gets into the store. The link itself is kept nowhere."""
    secret = new_secret()

    def write(session: Session) -> None:
        whose = groups.add_facilitator(session, name)
        doors.add_link(session, doors.Link(key_hash(secret), "personal", facilitator=whose.id, created_at=at))

    return f"/in/{secret}", write


def nobody_yet(session: Session) -> bool:
    return session.exec(select(tables.Facilitator)).first() is None


async def invite(store: Store, name: str, at: int) -> str:
    path, write = invitation(name, at)
    await store.write(write)
    return path


def desk(folder: Path) -> Path:
    """Where the running server listens for those who own its data folder."""
    return folder / "talko.sock"


def asked_for(line: bytes) -> str | None:
    """The name to invite; None where nobody knows what was said."""
    try:
        name = json.loads(line)["invite"]
    except (ValueError, KeyError, TypeError):
        return None
    return clean(name)[:LONGEST_NAME] if isinstance(name, str) else None


async def listen(store: Store, folder: Path, now: Callable[[], int]) -> asyncio.Server:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name = asked_for(await reader.readline())
        if name is not None:
            path = await invite(store, name, now())
            writer.write(json.dumps({"path": path}).encode() + b"\n")
            await writer.drain()
        writer.close()

    with suppress(FileNotFoundError):
        desk(folder).unlink()  # left by a server that was killed; the lock says that none runs
    server = await asyncio.start_unix_server(answer, desk(folder))
    desk(folder).chmod(0o600)
    return server


def ask(folder: Path, name: str) -> str:
    """The path of a new link from the running server. ConnectionError or FileNotFoundError when none runs."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(10)
        line.connect(str(desk(folder)))
        line.sendall(json.dumps({"invite": name}).encode() + b"\n")
        return str(json.loads(line.makefile().readline())["path"])


async def alone(folder: Path, name: str, at: int) -> str:
    """Where no server runs. Raises Busy when one does after all."""
    store = Store.open(folder)
    try:
        return await invite(store, name, at)
    finally:
        store.close()


def link(folder: Path, name: str, at: int) -> str:
    try:
        return ask(folder, name)
    except (ConnectionError, FileNotFoundError):
        return asyncio.run(alone(folder, name, at))
