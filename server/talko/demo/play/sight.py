"""What one who looks on is shown: every frame as it came, and the view it makes."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from talko.demo.client import Json, Object, at, shown

SEEN_WITHIN = 15.0  # seconds, a restart among them; then something is wrong


class NeverSeen(Exception):
    """What was acknowledged did not come to where one looks."""


@dataclass(slots=True)
class Sight:
    name: str
    frames: list[str] = field(default_factory=list)
    told: Object = field(default_factory=dict)  # the view with its run and number
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    def hear(self, text: str, frame: Object) -> bool:
        if "beat" in frame:
            return frame["beat"] == self.told.get("v")
        if "view" in frame or "patch" in frame:
            after = shown(frame, self.told)
            if after is None:
                return False
            self.frames.append(text)
            self.told = after
            self._changed.set()
        return True

    def at(self, *path: str) -> Json:
        return at(self.told, "view", *path)

    async def until(self, holds: Callable[[Sight], bool], what: str) -> None:
        try:
            async with asyncio.timeout(SEEN_WITHIN):
                while not holds(self):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError as late:
            raise NeverSeen(f"{self.name} never showed {what}") from late
