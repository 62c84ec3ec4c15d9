"""Wrong codes: after 30 in a minute, by anybody, code entry waits. What is right is never counted."""

import asyncio
from collections import Counter, deque
from dataclasses import dataclass, field

MINUTE_MS = 60_000
WRONG = 30
WAITING = 60  # at most so many at once; a hall that types is fewer, a guesser would be more
EACH = WAITING // 2  # of one address, so that one guesser does not take every place


@dataclass(slots=True)
class Brake:
    pause: float = 5.0  # seconds
    _wrong: deque[int] = field(default_factory=deque)
    _waiting: Counter[str] = field(default_factory=Counter)  # by address

    def is_on(self, now_ms: int) -> bool:
        while self._wrong and now_ms - self._wrong[0] >= MINUTE_MS:
            self._wrong.popleft()
        return len(self._wrong) >= WRONG

    async def let_through(self, now_ms: int, address: str) -> bool:
        """At once as a rule, after a pause while the brake is on; False where too many wait already.

        Counted as wrong until it is known to be right: else a thousand at the same moment would all pass.
        """
        if self.is_on(now_ms) and not await self._waited(address):
            return False
        self._wrong.append(now_ms)
        return True

    def was_right(self) -> None:
        if self._wrong:
            self._wrong.pop()

    async def _waited(self, address: str) -> bool:
        if self._waiting.total() >= WAITING or self._waiting[address] >= EACH:
            return False
        self._waiting[address] += 1
        try:
            await asyncio.sleep(self.pause)
        finally:
            self._waiting -= Counter([address])  # those of whom none is left go too
        return True
