"""How fast each seat may speak: a bucket that empties with every command and fills with time."""

from collections import deque
from dataclasses import dataclass

from talko.core.activities.collect import AddCard, EditCard
from talko.core.activities.discuss import AddNote
from talko.core.beside.needs import GiveFeedback
from talko.core.beside.questions import AskQuestion
from talko.core.people import Seat, may
from talko.core.workshop import Command
from talko.settings import Limits, Rate

WRITES = (AddCard, EditCard, AddNote, AskQuestion, GiveFeedback)
STRIKES = 500  # so often told to slow down within a minute, and the line is closed
MINUTE = 60.0


@dataclass(slots=True)
class Bucket:
    """Times are seconds of a clock that only goes forward."""

    rate: Rate
    left: float
    at: float
    owed: float = 0.0  # to how many a later moment was given

    def take(self, now: float) -> float:
        """0 when there was room, else the seconds until there is: for each of many at once a later moment."""
        come = (now - self.at) * self.rate.per_second
        self.left, self.owed = min(self.rate.at_once, self.left + come), max(0.0, self.owed - come)
        self.at = now
        if self.left < 1:
            self.owed += 1
            return (self.owed - self.left) / self.rate.per_second
        self.left -= 1
        return 0.0


class Pace:
    """The buckets of one workshop. Those that are full again are the same as none, and are let go."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._buckets: dict[tuple[bytes, Rate], Bucket] = {}
        self._strikes: dict[bytes, deque[float]] = {}
        self._workshop = Bucket(limits.workshop, limits.workshop.at_once, 0.0)
        self._joins = Bucket(limits.joins, limits.joins.at_once, 0.0)

    def wait_ms(self, seat: Seat, command: Command | None, now: float) -> int:
        """None is a hello, or what could not be read."""
        rate = rate_of(self._limits, seat, command)
        bucket = self._buckets.setdefault((seat.key, rate), Bucket(rate, rate.at_once, now))
        wait = bucket.take(now) or self._workshop.take(now)
        if wait:
            self._strikes.setdefault(seat.key, deque(maxlen=STRIKES)).append(now)
        return round(wait * 1000 + 0.5) if wait else 0

    def may_join(self, now: float) -> bool:
        return self._joins.take(now) == 0

    def is_deaf(self, seat: Seat, now: float) -> bool:
        """Told to slow down again and again, and did not."""
        recent = [at for at in self._strikes.get(seat.key, ()) if now - at < MINUTE]
        return len(recent) >= STRIKES

    def sweep(self, now: float) -> None:
        self._buckets = {key: each for key, each in self._buckets.items() if not is_full(each, now)}
        self._strikes = {key: each for key, each in self._strikes.items() if now - each[-1] < MINUTE}


def is_full(bucket: Bucket, now: float) -> bool:
    return bucket.left + (now - bucket.at) * bucket.rate.per_second >= bucket.rate.at_once


def rate_of(limits: Limits, seat: Seat, command: Command | None) -> Rate:
    if may(seat, "help"):
        return limits.leads
    return limits.cards if isinstance(command, WRITES) else limits.others
