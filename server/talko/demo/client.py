"""A bare client of docs/protocol.md: a browser with its cookies, and a line for each seat. No talko in it."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from typing import TypeAlias
from urllib.parse import urlencode, urlsplit

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"
Object: TypeAlias = "dict[str, Json]"

HELLO: Object = {"hello": {"protocol": 1, "epoch": "", "run": "", "v": 0, "lang": "fi"}}
LATER = {"slow_down", "try_again", "restarting"}


class NotLetIn(Exception):
    """The server answered a page with an error."""


class Refused(Exception):
    """A command was answered with a reason for which asking again does not help."""


class LineCut(Exception):
    """The line closed before the answer came."""


@dataclass(frozen=True, slots=True)
class Page:
    path: str  # where the redirects led
    text: str


@dataclass(slots=True)
class Browser:
    """Its cookies are its own, so each is another device to the server."""

    server: str  # "127.0.0.1:8000"
    cookies: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str) -> Page:
        return await asyncio.to_thread(self._ask, "GET", path)

    async def post(self, path: str, **fields: str | list[str]) -> Page:
        return await asyncio.to_thread(self._ask, "POST", path, urlencode(fields, doseq=True))

    async def json(self, path: str) -> Object:
        return parsed((await self.get(path)).text)

    @property
    def headers(self) -> dict[str, str]:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return {"Origin": f"http://{self.server}", "Cookie": cookies}

    def _ask(self, method: str, path: str, form: str = "") -> Page:
        status, where, text = self._answer(method, path, form)
        if where:
            return self._ask("GET", path_of(where))
        if status >= 400:
            raise NotLetIn(f"{method} {path}: {status}")
        return Page(path, text)

    def _answer(self, method: str, path: str, form: str) -> tuple[int, str, str]:
        connection = HTTPConnection(self.server, timeout=30)
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if method == "POST" else {}
        try:
            connection.request(method, path, form, self.headers | kind)
            answer = connection.getresponse()
            self._keep(answer.headers.get_all("Set-Cookie", []))
            return answer.status, answer.headers.get("Location", ""), answer.read().decode()
        finally:
            connection.close()

    def _keep(self, given: Iterable[str]) -> None:
        for line in given:
            self.cookies |= {name: each.value for name, each in SimpleCookie(line).items()}


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def parsed(text: str | bytes) -> Object:
    found: Json = json.loads(text)
    return found if isinstance(found, dict) else {}


def at(view: Json, *path: str) -> Json:
    for name in path:
        view = view[name] if isinstance(view, dict) else None
    return view


@dataclass(slots=True)
class Line:
    """One seat's open socket. Every command waits for its own answer; when told to slow down, it does."""

    socket: ClientConnection
    answers: dict[str, asyncio.Future[Object]] = field(default_factory=dict)
    done: int = 0

    async def send(self, do: str, into: str, d: Object | None = None, guest: str = "") -> str:
        """The command's id, once it is done; what it created is called the same."""
        id = secrets.token_urlsafe(16)
        command: Object = {"do": do, "id": id, "in": into, "d": d or {}}
        if guest:
            command["for"] = guest
        while wait := delay(await self._ask(id, command)):
            await asyncio.sleep(wait)
        self.done += 1
        return id

    async def _ask(self, id: str, command: Object) -> Object:
        answer: asyncio.Future[Object] = asyncio.get_running_loop().create_future()
        self.answers[id] = answer
        try:
            await self.socket.send(json.dumps(command))
        except ConnectionClosed as gone:
            raise LineCut("closed before it was sent") from gone
        return await answer

    async def read(self) -> None:
        """Until the line closes. Views are for those who look; this one only acts."""
        with suppress(ConnectionClosed):
            async for text in self.socket:
                frame = parsed(text)
                if answer := self.answers.pop(str(frame.get("done") or frame.get("refused")), None):
                    answer.set_result(frame)
        for answer in self.answers.values():
            if not answer.done():
                answer.set_exception(LineCut(f"closed with {self.socket.close_code}"))


def delay(answer: Object) -> float:
    """Seconds until the same command may be sent again; 0 when it is done."""
    if "done" in answer:
        return 0
    if answer["why"] not in LATER:
        raise Refused(answer["why"])
    wait = answer.get("wait_ms")
    return wait / 1000 if isinstance(wait, int) and wait else 2


@asynccontextmanager
async def line(browser: Browser, place: str) -> AsyncIterator[Line]:
    """Open from hello on, for as long as the block lasts."""
    address = f"ws://{browser.server}{place}/live"
    async with connect(address, additional_headers=browser.headers, compression=None, proxy=None) as socket:
        await socket.send(json.dumps(HELLO))
        opened = Line(socket)
        reader = asyncio.create_task(opened.read())
        try:
            yield opened
        finally:
            await socket.close()
            await reader
