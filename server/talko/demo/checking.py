"""Plays the whole example as fast as it is answered, and keeps what was seen of it."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass
from random import Random

from talko.demo import start, terminal
from talko.demo.check.observed import Observed, Plan
from talko.demo.client import Browser
from talko.demo.example import Example
from talko.demo.play import Play, begin
from talko.demo.plug import Plug
from talko.demo.start import Meter


@dataclass(frozen=True, slots=True)
class Played:
    observed: Observed
    commands: int
    lines: int
    seconds: float
    cpu: float  # seconds of the server's processor
    pulled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pulls:
    times: int = 0
    seed: int = 0


NEVER = Pulls()


async def played(example: Example, port: int, pulls: Pulls = NEVER) -> Played:
    async with start.place(example, port) as place, AsyncExitStack() as lines:
        meter = Meter(place)
        with meter.running():
            play = await begin(place.home, place.server, lines, (example, terminal.Silent(), 0.0))
            play.move_clock = place.move_clock
            plug = Plug(place, play, Random(pulls.seed), pulls.times)
            await with_plug(play, plug)
            over = await plan(play)
            await play.later()
            after = await plan(play) if play.waited else None
        said = [command for line in play.everybody() for command in line.done]
        return Played(
            observed(play, (over, after), plug),
            len(said),
            len(play.everybody()) + 1,
            meter.seconds,
            meter.cpu,
            tuple(plug.pulled),
        )


async def with_plug(play: Play, plug: Plug) -> None:
    async with asyncio.TaskGroup() as both:
        both.create_task(play.whole())
        both.create_task(plug.pull())


async def plan(play: Play) -> Plan:
    """As anybody sees it who has its address."""
    anybody, path = Browser(play.iida.server), str(play.texts["plan"])
    return Plan((await anybody.get(f"{path}?lang=fi")).text, await anybody.json(f"{path}.json?lang=fi"))


def observed(play: Play, plans: tuple[Plan, Plan | None], plug: Plug) -> Observed:
    return Observed(
        frames={sight.name: tuple(sight.frames) for sight in play.sights},
        sent={text: frozenset(who) for text, who in play.overheard.items()},
        minutes={step: play.minutes(step) for step in play.order},
        told_later=play.told_later(),
        plan=plans[0],
        later=plans[1],
        tries=tuple(play.tries),
        refused=play.refused,
        back=play.back,
        wrote=play.wrote(),
        lost=tuple(plug.lost),
    )
