"""Who waits as long as they are told is let through, however much they had to say at once."""

from heapq import heapify, heappop, heappush

from talko.core.card import HideCard
from talko.core.people import Seat, SeatKind
from talko.live.pace import STRIKES, Pace
from talko.settings import Settings

FAY = Seat(SeatKind.FACILITATOR, b"fay's key")
PRESS = HideCard("k1", "a name")


def pace() -> Pace:
    return Pace(Settings().limits)


def test_two_hundred_things_said_at_once_get_through_with_one_wait_each() -> None:
    limits, told = pace(), 0
    waits = [(0.0, n) for n in range(200)]
    heapify(waits)
    while waits:
        now, n = heappop(waits)
        if wait := limits.wait_ms(FAY, PRESS, now):
            told += 1
            heappush(waits, (now + wait / 1000, n))
    assert 150 <= told <= 200
    assert not limits.is_deaf(FAY, 60.0)


def test_each_of_many_is_told_a_later_moment() -> None:
    limits = pace()
    waits = [wait for _ in range(60) if (wait := limits.wait_ms(FAY, PRESS, 0.0))]
    assert len(waits) == 10 and waits == sorted(set(waits))


def test_who_does_not_wait_is_taken_for_deaf() -> None:
    limits = pace()
    for n in range(STRIKES + 80):
        limits.wait_ms(FAY, PRESS, n / 1000)
    assert limits.is_deaf(FAY, 1.0)
    assert not limits.is_deaf(FAY, 90.0)
