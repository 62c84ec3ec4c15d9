"""The pace of the play: by the clock of the example, so many times as fast, or as answers come."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

BUSY = 0.8  # of its time an activity is worked in; then it is looked at


class Progress(Protocol):
    """Where one can see how far it is."""

    def begin(self, what: str, steps: int) -> None: ...

    def step(self) -> None: ...


def seconds(clock: str) -> int:
    """Of 13:17:40 or 13:17, since midnight."""
    parts = [int(part) for part in clock.split(":")]
    return sum(part * unit for part, unit in zip(parts, (3600, 60, 1), strict=False))


@dataclass(slots=True)
class Tempo:
    speed: float  # 0 is as fast as it goes
    starts: int = 0  # seconds since midnight, of the workshop
    begins: dict[str, int] = field(default_factory=dict)  # of each step, likewise
    ends: dict[str, int] = field(default_factory=dict)
    _began: float = 0.0

    def plan(self, minutes: Mapping[str, int]) -> None:
        at = self.starts
        for step, each in minutes.items():
            self.begins[step], at = at, at + 60 * each
            self.ends[step] = at

    def start(self) -> None:
        self._began = time.monotonic()

    async def until(self, at: int | str) -> None:
        """The time of day in the workshop."""
        if self.speed:
            passed = (seconds(at) if isinstance(at, str) else at) - self.starts
            await asyncio.sleep(max(0.0, self._began + passed / self.speed - time.monotonic()))

    async def part(self, step: str, nth: int, of: int) -> None:
        """When the nth of so many things in a step is due."""
        if step in self.begins:
            begins, ends = self.begins[step], self.ends[step]
            await self.until(begins + int((ends - begins) * BUSY * (nth + 1) / (of + 1)))
