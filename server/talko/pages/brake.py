"""Wrong codes: after 30 in a minute, by anybody, code entry waits. What is right is never counted."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

MINUTE_MS = 60_000
WRONG = 30
WAITING = 60  # at most so many at once; a hall that types is fewer, a guesser would be more


@dataclass(slots=True)
class Brake:
    pause: float = 5.0  # seconds
    _wrong: deque[int] = field(default_factory=deque)
    _waiting: int = 0

    def is_on(self, now_ms: int) -> bool:
        while self._wrong and now_ms - self._wrong[0] >= MINUTE_MS:
            self._wrong.popleft()
        return len(self._wrong) >= WRONG

    def was_wrong(self, now_ms: int) -> None:
        self._wrong.append(now_ms)

    async def let_through(self, now_ms: int) -> bool:
        """At once as a rule, after a pause while the brake is on; False where too many wait already."""
        if not self.is_on(now_ms):
            return True
        if self._waiting >= WAITING:
            return False
        self._waiting += 1
        try:
            await asyncio.sleep(self.pause)
        finally:
            self._waiting -= 1
        return True
