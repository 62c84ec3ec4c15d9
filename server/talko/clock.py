"""The one clock, given to the app when it is built: real time, or one that a demo or a test moves on."""

import time
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    def now_ms(self) -> int:
        """Thousandths of a second since 1970."""
        ...


class RealClock:
    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000


class MovedClock:
    """Runs forward like real time, from another beginning; `move` lets more of it pass."""

    def __init__(self, start_ms: int) -> None:
        self._ahead = start_ms - RealClock().now_ms()

    def now_ms(self) -> int:
        return RealClock().now_ms() + self._ahead

    def move(self, seconds: float) -> None:
        self._ahead += round(seconds * 1000)


class StillClock:
    """Stands until it is moved."""

    def __init__(self, start_ms: int) -> None:
        self._now = start_ms

    def now_ms(self) -> int:
        return self._now

    def move(self, seconds: float) -> None:
        self._now += round(seconds * 1000)


def seconds(clock: Clock) -> int:
    return clock.now_ms() // 1000


def day(clock: Clock, zone: str) -> str:
    """As 2026-10-08."""
    return datetime.fromtimestamp(seconds(clock), ZoneInfo(zone)).date().isoformat()
