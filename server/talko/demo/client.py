"""A bare browser for docs/protocol.md: its cookies, its forms, and JSON as it comes. No talko in it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import BadStatusLine, HTTPConnection
from http.cookies import SimpleCookie
from typing import TypeAlias
from urllib.parse import urlencode, urlsplit

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | None"
Object: TypeAlias = "dict[str, Json]"

TRIES, PAUSE = 100, 0.1  # seconds between them
HELLO: Object = {"hello": {"protocol": 1, "epoch": "", "run": "", "v": 0, "lang": "fi"}}


class NotLetIn(Exception):
    """The server answered a page with an error."""


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
        """Reading changes nothing, so it is tried again while the server is away."""
        for _ in range(TRIES):
            with suppress(ConnectionError, BadStatusLine):
                return await asyncio.to_thread(self._ask, "GET", path)
            await asyncio.sleep(PAUSE)
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
    return inside(json.loads(text))


def inside(found: Json) -> Object:
    """What lies in an object; nothing lies in anything else."""
    return found if isinstance(found, dict) else {}


def at(view: Json, *path: str) -> Json:
    for name in path:
        view = view[name] if isinstance(view, dict) and name in view else None
    return view


def merged(view: Json, patch: Json) -> Json:
    """RFC 7396. Nothing is changed in place, so an earlier view can be kept."""
    if not isinstance(patch, dict):
        return patch
    new = dict(inside(view))
    for name, value in patch.items():
        if value is None:
            new.pop(name, None)
        else:
            new[name] = merged(new.get(name), value)
    return new


def shown(frame: Object, before: Object) -> Object | None:
    """The view after a frame; None where the frame does not fit and the whole view is to be asked for."""
    if "view" in frame:
        return frame
    if (frame["run"], frame["from"]) != (before.get("run"), before.get("v")):
        return None
    view = merged(before["view"], frame["patch"])
    return {"view": view, "run": frame["run"], "v": frame["v"]}


def texts_in(told: Mapping[str, Json], name: str) -> dict[str, str]:
    """By id, the text of each thing that has one under this name."""
    return {id: str(at(each, name)) for id, each in told.items() if at(each, name) is not None}
