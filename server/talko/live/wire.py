"""Text from a phone to a typed command, and answers to text. What cannot be read ends here."""

import hmac
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias, get_args

from talko.core import agenda, brought, life, lobby
from talko.core.activities import collect
from talko.core.audience import View
from talko.core.card import Entry, HideCard, ShowCard
from talko.core.patch import Patch
from talko.core.people import Role, Why
from talko.core.workshop import Command
from talko.live.letters import clean

PROTOCOL = 1
DEEPEST = 6
ID = re.compile(r"[A-Za-z0-9_-]{16,43}")
GUEST = re.compile(r"[1-9][0-9]{0,2}")
LANG = re.compile(r"[a-z]{2,3}")

Object: TypeAlias = Mapping[str, object]
Read: TypeAlias = Callable[[object], object]


class Unreadable(Exception):
    """Not JSON, too deep, or neither hello nor command: the line is closed with 1008."""


class Wrong(Exception):
    """A field is missing, unknown or of another kind: the command is refused, if its id can be read."""


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


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def fingerprint(key: bytes, speaker: bytes, body: bytes) -> str:
    """With who speaks in it: otherwise anybody could send a card again, and learn how it was said."""
    return hmac.digest(key, hmac.digest(speaker, body, "sha256"), "sha256").hex()


def fields(given: object, needed: Mapping[str, Read], allowed: Mapping[str, Read]) -> dict[str, object]:
    if not isinstance(given, dict) or not needed.keys() <= given.keys() <= needed.keys() | allowed.keys():
        raise Wrong
    return {key: (needed.get(key) or allowed[key])(value) for key, value in given.items()}


def anything(value: object) -> object:
    return value


def line(value: object) -> str:
    if not isinstance(value, str) or len(value) > 200:
        raise Wrong
    return value


def words(value: object) -> str:
    if not isinstance(value, str):
        raise Wrong
    return clean(value)


def number(value: object) -> int:
    if type(value) is not int or abs(value) > 2**53:
        raise Wrong
    return value


def between(least: int, most: int, value: object) -> int:
    if not least <= number(value) <= most:
        raise Wrong
    return number(value)


def yes_no(value: object) -> bool:
    if type(value) is not bool:
        raise Wrong
    return value


def like(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise Wrong
    return value


def one_of(known: tuple[str, ...], value: object) -> str:
    if value not in known:
        raise Wrong
    return str(value)


def role(value: object) -> Role:
    return Role(one_of(tuple(Role), value))


guest = partial(like, GUEST)
lang = partial(like, LANG)
feeling = partial(between, -2, 2)
entry = partial(one_of, get_args(Entry))
source = partial(one_of, get_args(brought.Source))


def maker(make: Callable[..., Command], **needed: Read) -> Callable[..., Callable[[object], Command]]:
    def with_allowed(**allowed: Read) -> Callable[[object], Command]:
        return lambda given: make(**fields(given, needed, allowed))

    return with_allowed


COMMANDS: dict[str, Callable[[object], Command]] = {
    "add_card": maker(collect.AddCard, text=words, lang=lang)(
        bucket=line, item=line, feeling=feeling, nickname=words, entry=entry, permission=yes_no
    ),
    "edit_card": maker(collect.EditCard, card=line, text=words)(),
    "withdraw_card": maker(collect.WithdrawCard, card=line)(),
    "hide_card": maker(HideCard, card=line, reason=words)(),
    "show_card": maker(ShowCard, card=line)(),
    "bring_card": maker(brought.BringCard, source=source, text=words, lang=lang, permission=yes_no)(
        origin=words, feeling=feeling
    ),
    "join": maker(lobby.Join, role=role)(),
    "leave": maker(lobby.Leave)(),
    "open_door": maker(lobby.OpenDoor)(),
    "close_door": maker(lobby.CloseDoor)(),
    "open": maker(life.Open)(),
    "close": maker(life.Close)(),
    "reveal": maker(life.Reveal)(),
    "extend": maker(life.Extend, minutes=partial(between, 1, 60))(),
    "go_on": maker(agenda.GoOn)(),
    "go_back": maker(agenda.GoBack)(),
    "start_break": maker(agenda.StartBreak, minutes=partial(between, 1, 120))(),
    "end_break": maker(agenda.EndBreak)(),
    "close_unfinished": maker(agenda.CloseUnfinished)(),
}


# What the server says


@dataclass(frozen=True, slots=True)
class Done:
    id: str


@dataclass(frozen=True, slots=True)
class No:
    id: str
    why: Why
    wait_ms: int = 0


Answer: TypeAlias = Done | No
Told: TypeAlias = "Mapping[str, View | Patch | str | int]"


def answer(said: Answer) -> str:
    if isinstance(said, Done):
        return encode({"done": said.id})
    wait = {"wait_ms": said.wait_ms} if said.wait_ms else {}
    return encode({"refused": said.id, "why": said.why, **wait})


def encode(message: Told) -> str:
    return json.dumps(message, ensure_ascii=False, separators=(",", ":"))
