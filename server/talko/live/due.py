"""What is due: what a room asks for by itself, when its time has come."""

from collections.abc import Callable

from talko.core.activities.collect import AT_ONCE, ReleaseCards
from talko.core.activities.consent import LetPass
from talko.core.whole import Workshop
from talko.core.workshop import Command, passed, waiting
from talko.live.writer import Ground

UNHURRIED_MS = 10_000
HOUR_MS = 3_600_000


class Due:
    """`ask` is told where, and what. Asked again because the store could not write, it does no harm."""

    def __init__(self, ground: Ground, ask: Callable[[str, Command], None]) -> None:
        self._ground, self._ask = ground, ask
        self._waits_since: dict[str, int] = {}  # strips of cards, by activity
        self._let_pass_at = 0

    @property
    def waits(self) -> bool:
        return bool(self._waits_since)

    def release(self, workshop: Workshop) -> None:
        """Cards of the unhurried strips: enough of them together, or those that have waited long enough."""
        now, waits = self._ground.clock.now_ms(), waiting(workshop)
        self._waits_since = {id: self._waits_since.get(id, now) for id in waits}
        for id, count in waits.items():
            if count >= AT_ONCE or now - self._waits_since[id] >= UNHURRIED_MS:
                self._waits_since[id] = now
                self._ask(id, ReleaseCards())

    def let_pass(self, workshop: Workshop) -> None:
        """Once an hour: consents whose day is over, and who asked for time has not answered."""
        now = self._ground.clock.now_ms()
        if now - self._let_pass_at < HOUR_MS:
            return
        self._let_pass_at = now
        for activity, round in passed(workshop, self._ground.today()):
            self._ask(activity, LetPass(round))
