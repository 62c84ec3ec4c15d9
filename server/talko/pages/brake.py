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

    async def let_through(self, now_ms: int) -> bool:
        """At once as a rule, after a pause while the brake is on; False where too many wait already.

        Counted as wrong until it is known to be right: else a thousand at the same moment would all pass.
        """
        if self.is_on(now_ms) and not await self._waited():
            return False
        self._wrong.append(now_ms)
        return True

    def was_right(self) -> None:
        if self._wrong:
            self._wrong.pop()

    async def _waited(self) -> bool:
        if self._waiting >= WAITING:
            return False
        self._waiting += 1
        try:
            await asyncio.sleep(self.pause)
        finally:
            self._waiting -= 1
        return True
