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
        steps = [nth for nth, step in enumerate(self.play.order, 1) if self.play.example.activity(step)]
        for nth in sorted(self.random.sample(steps, min(self.times, len(steps)))):
            await self.until(nth, self.random.randint(1, AT_MOST))
            await self.pull_now(self.play.order[nth - 1])

    async def until(self, nth: int, commands: int) -> None:
        """Or later, where the room was faster."""
        while self.play.begun < nth:
            await asyncio.sleep(LOOK_EVERY)
        before = self.said()
        while self.play.begun == nth and self.said() < before + commands:
            await asyncio.sleep(LOOK_EVERY)

    def said(self) -> int:
        return sum(len(line.done) for line in self.play.everybody())

    async def pull_now(self, step: str) -> None:
        before = acknowledged(self.play)
        await self.place.pull_the_plug()
        self.pulled.append(f"{step} after {len(before)} commands")
        self.lost += await lost(self.play, before)
