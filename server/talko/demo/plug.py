"""Pulls the plug of the server on the way: at moments that nobody chose, and that can be chosen again."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from random import Random

from talko.demo.ledger import acknowledged, lost
from talko.demo.play import Play
from talko.demo.start import Place

AT_MOST = 20  # commands of a step after which it is pulled
LOOK_EVERY = 0.002  # seconds


@dataclass(slots=True)
class Plug:
    place: Place
    play: Play
    random: Random
    times: int
    lost: list[str] = field(default_factory=list)
    pulled: list[str] = field(default_factory=list)  # where

    async def pull(self) -> None:
        """In so many steps, after so many commands of each; not while people come in by pages."""
        steps = [step for step in self.play.order if self.play.example.activity(step)]
        chosen = set(self.random.sample(steps, min(self.times, len(steps))))
        for step in [step for step in steps if step in chosen]:
            await self.until(step, self.random.randint(1, AT_MOST))
            await self.pull_now(step)

    async def until(self, step: str, commands: int) -> None:
        while self.play.at != step:
            await asyncio.sleep(LOOK_EVERY)
        before = self.said()
        while self.play.at == step and self.said() < before + commands:
            await asyncio.sleep(LOOK_EVERY)

    def said(self) -> int:
        return sum(len(line.done) for line in self.play.everybody())

    async def pull_now(self, step: str) -> None:
        before = acknowledged(self.play)
        await self.place.pull_the_plug()
        self.pulled.append(f"{step} after {len(before)} commands")
        self.lost += await lost(self.play, before)
