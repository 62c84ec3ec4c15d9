"""What a test of the live room does: set up a workshop, give seats, and speak as a phone does."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from talko.clock import StillClock
from talko.core.people import Role, Seat, SeatKind
from talko.live.access import cookie_name, key_hash, new_secret
from talko.live.rooms import Rooms
from talko.settings import Settings
from talko.store import doors, groups
from talko.store.store import Store

NOON_MS = 1_791_450_000_000
SMALL = (Path(__file__).parent.parent / "small.yaml").read_text()

Said: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    settings: Settings
    clock: StillClock
    store: Store
    rooms: Rooms

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    async def workshop(self, template: str = SMALL) -> str:
        id = secrets.token_hex(4)
        whose = await self.store.write(lambda session: groups.add_facilitator(session, "Fay"))
        group = await self.store.write(lambda session: groups.add_group(session, whose.id, "Us"))
        setup = groups.Setup(
            id, group.id, template, "Title", "Why?", "Three trials", ("en", "fi"), "2026-10-08", "tea pond",
            secrets.token_hex(32), str(secrets.randbelow(10**9)).zfill(9), "to_come", 0,
        )  # fmt: skip
        await self.store.write(lambda session: groups.add_workshop(session, setup))
        return id

    async def key(self, workshop: str, kind: SeatKind, role: Role = Role.CLIENT, at: str = "") -> "Key":
        place = at or PLACES[kind]
        key = Key(workshop, place, new_secret(), kind, role)
        row = doors.Key(key_hash(key.secret), workshop, place, kind, role)
        await self.store.write(lambda session: doors.add_key(session, row))
        return key

    @asynccontextmanager
    async def line(self, key: "Key", **headers: str) -> AsyncIterator["Line"]:
        cookie = f"{cookie_name(secure=False, workshop=key.workshop, place=key.place)}={key.secret}"
        url = f"ws://127.0.0.1:{self.settings.port}/w/{key.workshop}/{key.place}/live"
        given = {"Cookie": cookie, "Origin": self.origin} | headers
        async with connect(url, additional_headers=given, compression=None) as socket:
            yield Line(socket)

    @asynccontextmanager
    async def facilitator(self, workshop: str) -> AsyncIterator["Line"]:
        async with self.line(await self.key(workshop, SeatKind.FACILITATOR)) as line:
            await line.hello()
            yield line

    @asynccontextmanager
    async def phone(self, workshop: str) -> AsyncIterator["Line"]:
        """Of somebody who has come in."""
        async with self.line(await self.key(workshop, SeatKind.PARTICIPANT)) as line:
            await line.hello()
            await line.ask("join", role="client")
            yield line


PLACES = {
    SeatKind.PARTICIPANT: "phone",
    SeatKind.HELPER: "helper",
    SeatKind.COHOST: "console",
    SeatKind.FACILITATOR: "console",
    SeatKind.SCREEN: "screen",
}


@dataclass(frozen=True, slots=True)
class Key:
    workshop: str
    place: str
    secret: str
    kind: SeatKind
    role: Role

    @property
    def seat(self) -> Seat:
        return Seat(self.kind, self.secret.encode(), self.role)


@dataclass(slots=True)
class Line:
    """One socket as a phone holds it: what it was told, merged as a phone merges it."""

    socket: ClientConnection
    view: Said = field(default_factory=dict)
    mine: Said = field(default_factory=dict)
    frames: list[str] = field(default_factory=list)
    answers: list[Said] = field(default_factory=list)
    run: str = ""
    v: int = 0

    async def hello(self, **more: object) -> Said:
        said = {"protocol": 1, "epoch": "", "run": "", "v": 0, "lang": "en"} | more
        await self.send({"hello": said})
        while "hello" not in (told := await self.hear()):
            pass
        await self.until(lambda: bool(self.mine))
        return told

    async def send(self, message: Mapping[str, object] | str | bytes) -> None:
        await self.socket.send(message if isinstance(message, str | bytes) else json.dumps(message))

    async def hear(self) -> Said:
        async with asyncio.timeout(10):
            text = str(await self.socket.recv())
        self.frames.append(text)
        told: Said = json.loads(text)
        self.take(told)
        return told

    def take(self, told: Said) -> None:
        match told:
            case {"view": dict(view), "run": str(run), "v": int(v)}:
                self.view, self.run, self.v = view, run, v
            case {"patch": dict(patch), "run": self.run, "from": self.v, "v": int(v)}:
                self.view, self.v = merged(self.view, patch), v
            case {"mine": dict(mine)}:
                self.mine = mine
            case {"done": _} | {"refused": _}:
                self.answers.append(told)

    async def until(self, seen: Callable[[], bool]) -> None:
        while not seen():
            await self.hear()

    async def ask(self, do: str, at: str = "", id: str = "", guest: str = "", **d: Any) -> Said:
        """The answer to one command."""
        id = id or secrets.token_urlsafe(16)
        whom: Said = {"for": guest} if guest else {}
        await self.send({"do": do, "id": id, "in": at, "d": d, **whom})
        return await self.answer(id)

    async def answer(self, id: str) -> Said:
        while True:
            told = await self.hear()
            if id in (told.get("done"), told.get("refused")):
                return told

    async def closed(self) -> int:
        """The code with which the server closed."""
        with suppress(ConnectionClosed):
            async with asyncio.timeout(10):
                while True:
                    self.frames.append(str(await self.socket.recv()))
        return self.socket.close_code or 0


def merged(view: Said, patch: Mapping[str, object]) -> Said:
    now = {key: value for key, value in view.items() if key not in patch}
    for key, change in patch.items():
        before = view.get(key)
        if isinstance(change, dict):
            now[key] = merged(before if isinstance(before, dict) else {}, change)
        elif change is not None:
            now[key] = change
    return now
