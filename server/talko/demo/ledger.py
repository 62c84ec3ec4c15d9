"""After a restart: is everything there that was acknowledged before it?"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from talko.demo.client import Object, at, inside
from talko.demo.line import Line
from talko.demo.play.seats import Seats
from talko.demo.said import Command


@dataclass(frozen=True, slots=True)
class Acknowledged:
    command: Command
    line: Line


@dataclass(frozen=True, slots=True)
class There:
    """What the server says now, to the console and to the one whose command it was."""

    view: Object
    own: Object
    asked: tuple[Command, ...]  # all that was ever asked, for the play goes on

    def step(self, command: Command) -> Object:
        return inside(at(self.view, "activities", command.into))


def acknowledged(seats: Seats) -> list[Acknowledged]:
    return [Acknowledged(each, line) for line in seats.everybody() for each in line.done]


async def lost(seats: Seats, before: list[Acknowledged]) -> list[str]:
    """What stands is asked of the console, what is one's own of everybody by themselves."""
    lines = {id(each.line): each.line for each in before}
    told = await asyncio.gather(*(line.browser.json(f"{line.place}/view") for line in lines.values()))
    own = {key: inside(its["mine"]) for key, its in zip(lines, told, strict=True)}
    view = inside((await seats.iida.json(f"{seats.doors.place('console')}/view"))["view"])
    asked = tuple(each for line in seats.everybody() for each in [*line.done, *line.waits_for()])
    return [
        f"{each.command.do} {each.command.id} was acknowledged, and is not there after a restart"
        for each in before
        if not is_there(each.command, There(view, own[id(each.line)], asked))
    ]


def is_there(command: Command, there: There) -> bool:
    """Of what lies in another step than the room is at, the end tells."""
    if command.into and command.into != at(there.view, "agenda", "current"):
        return True
    return LOOK.get(command.do, anything)(command, there)


def anything(_: Command, __: There) -> bool:
    return True


def among(name: str) -> Callable[[Command, There], bool]:
    """Unless it was taken away again, or that was asked for."""
    return lambda command, there: (
        command.id in inside(there.step(command).get(name)) or command.id in map(taken_away, there.asked)
    )


def taken_away(command: Command) -> object:
    return command.d[TAKES_AWAY[command.do]] if command.do in TAKES_AWAY else ""


TAKES_AWAY = {"withdraw_card": "card", "merge_themes": "theme"}


def is_in_box(command: Command, there: There) -> bool:
    """One's own ballot is told to its owner until the round is shown, which may just have been asked for."""
    step = there.step(command)
    if step.get("round") != command.d["round"] or step.get("life") == "revealed" or is_shown(command, there):
        return True
    own = inside(at(there.own, "guests", command.guest)) if command.guest else there.own
    n, cast = at(own, "ballots", command.into, "n"), command.d["n"]
    return isinstance(n, int) and isinstance(cast, int) and n >= cast


def is_shown(command: Command, there: There) -> bool:
    """A view may be one tick behind what is one's own."""
    here = [each.do for each in there.asked if each.into == command.into]
    return here.count("reveal") >= here.count("open") + here.count("open_round")


def is_asked(command: Command, there: There) -> bool:
    return command.id in inside(there.view.get("questions"))


def is_taken_on(command: Command, there: There) -> bool:
    record = inside(at(there.step(command), "records", str(command.d["record"])))
    names = [record.get("owner"), record.get("follower"), *inside(record.get("helpers")).values()]
    return command.d["name"] in names


LOOK: dict[str, Callable[[Command, There], bool]] = {
    "add_card": among("cards"),
    "add_note": among("notes"),
    "add_theme": among("themes"),
    "add_record": among("records"),
    "cast": is_in_box,
    "take_on": is_taken_on,
    "ask_question": is_asked,
}
