"""Text from a phone to a typed command, and answers to text. What cannot be read ends here."""

import hmac
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from talko.core.audience import View
from talko.core.patch import Patch
from talko.core.people import Why
from talko.core.workshop import Command
from talko.live.commands import COMMANDS
from talko.live.read import Object, Wrong, fields, like, line, number

PROTOCOL = 1
DEEPEST = 6
# None that every object of a script or of a page has already: `__getattribute__`, `propertyIsEnumerable`.
ID = re.compile(r"(?!__\w+__$|propertyIsEnumerable$)[A-Za-z0-9_-]{16,43}")
GUEST = re.compile(r"[1-9][0-9]{0,2}")


class Unreadable(Exception):
    """Not JSON, too deep, or neither hello nor command: the line is closed with 1008."""


@dataclass(frozen=True, slots=True)
class Hello:
    protocol: int
    epoch: str
    run: str
    v: int


@dataclass(frozen=True, slots=True)
class Said:
    id: str
    activity: str
    guest: str
    command: Command
    body: bytes  # what two commands of the same id are compared by


@dataclass(frozen=True, slots=True)
class Malformed:
    id: str


def read(text: str) -> Hello | Said | Malformed:
    message = parsed(text)
    if set(message) == {"hello"}:
        return hello(message["hello"])
    id = message.get("id")
    if not isinstance(id, str) or not ID.fullmatch(id):
        raise Unreadable
    try:
        return said(id, message)
    except Wrong:
        return Malformed(id)


def parsed(text: str) -> Object:
    try:
        message = json.loads(text, parse_constant=no_constant)
    except (ValueError, RecursionError) as problem:
        raise Unreadable from problem
    if not isinstance(message, dict) or too_deep(message):
        raise Unreadable
    return message


def no_constant(name: str) -> object:
    raise ValueError(name)


def too_deep(value: object, left: int = DEEPEST) -> bool:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return left == 0 or any(too_deep(each, left - 1) for each in inner)
    return False


def hello(said: object) -> Hello:
    try:
        given = fields(said, {"protocol": number, "epoch": line, "run": line, "v": number, "lang": line}, {})
    except Wrong as problem:
        raise Unreadable from problem
    return Hello(int(str(given["protocol"])), str(given["epoch"]), str(given["run"]), int(str(given["v"])))


def said(id: str, message: Object) -> Said:
    given = fields(message, {"do": line, "id": line, "in": line, "d": anything}, {"for": guest})
    make = COMMANDS.get(str(given["do"]))
    if not make:
        raise Wrong
    body = [message.get(key, "") for key in ("do", "in", "for", "d")]
    return Said(id, str(given["in"]), str(given.get("for", "")), make(given["d"]), canonical(body))


def anything(value: object) -> object:
    return value


guest = partial(like, GUEST)


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(key: bytes, speaker: bytes, body: bytes) -> str:
    """With who speaks in it: otherwise anybody could send a card again, and learn how it was said."""
    return hmac.digest(key, hmac.digest(speaker, body, "sha256"), "sha256").hex()


# What the server says


@dataclass(frozen=True, slots=True)
class Done:
    id: str


@dataclass(frozen=True, slots=True)
class No:
    id: str
    why: Why
    wait_ms: int = 0
    missing: tuple[str, ...] = ()  # what keeps a workshop from being finished


Answer: TypeAlias = Done | No
Told: TypeAlias = "Mapping[str, View | Patch | str | int | list[str]]"


def answer(said: Answer) -> str:
    if isinstance(said, Done):
        return encode({"done": said.id})
    wait: Told = {"wait_ms": said.wait_ms} if said.wait_ms else {}
    missing: Told = {"missing": list(said.missing)} if said.missing else {}
    return encode({"refused": said.id, "why": said.why, **wait, **missing})


def encode(message: Told) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
