import pytest

from talko.core.activities.collect import AddCard
from talko.core.life import Close, Closed, Extend, Extended, Life, Move, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Refused, Seat
from tests.core.story import (
    ADA,
    CAI,
    COME_IN,
    FAY,
    HAL,
    HELLO,
    IDEAS,
    MINUTE,
    NEEDS,
    NOON,
    ROOM,
    WALL,
    after,
    ask,
    at,
    collected,
    said,
)

ENDS = NOON + 10 * MINUTE
WAITING = COME_IN
OPEN = after(NEEDS, Opened(ENDS))
CLOSED = after(NEEDS, Opened(ENDS), Closed())
REVEALED = after(NEEDS, Opened(ENDS), Closed(), Revealed())


@pytest.mark.parametrize("seat", [ADA, CAI, HAL, WALL, ROOM])
@pytest.mark.parametrize("move", [Open(), Close(), Reveal(), Extend(5)])
def test_nobody_but_the_facilitator_opens_closes_reveals_or_extends(seat: Seat, move: Move) -> None:
    assert said(WAITING, ask(seat, NEEDS, move)) == Refused("may_not")


def test_what_waits_only_opens() -> None:
    refused = [said(WAITING, ask(FAY, NEEDS, move)) for move in (Close(), Reveal(), Extend(5))]
    assert refused == [Refused("not_now")] * 3


def test_what_is_open_is_not_opened_again_nor_revealed_before_it_closes() -> None:
    refused = [said(OPEN, ask(FAY, NEEDS, move)) for move in (Open(), Reveal())]
    assert refused == [Refused("not_now")] * 2


def test_what_is_closed_is_not_closed_again_nor_extended() -> None:
    refused = [said(CLOSED, ask(FAY, NEEDS, move)) for move in (Close(), Extend(5))]
    assert refused == [Refused("not_now")] * 2


def test_what_is_revealed_stays_so() -> None:
    refused = [said(REVEALED, ask(FAY, NEEDS, move)) for move in (Open(), Close(), Reveal(), Extend(5))]
    assert refused == [Refused("not_now")] * 4


def test_an_activity_opens_for_its_minutes_and_without_minutes_for_no_set_time() -> None:
    assert said(WAITING, ask(FAY, NEEDS, Open())) == [Opened(ENDS)]
    assert said(WAITING, ask(FAY, IDEAS, Open())) == [Opened(0)]


def test_an_open_activity_closes_and_a_closed_one_opens_again_or_is_revealed() -> None:
    assert said(OPEN, ask(FAY, NEEDS, Close())) == [Closed()]
    assert said(CLOSED, ask(FAY, NEEDS, Open())) == [Opened(ENDS)]
    assert said(CLOSED, ask(FAY, NEEDS, Reveal())) == [Revealed()]


def test_a_talk_opens_and_closes_but_there_is_nothing_to_reveal() -> None:
    assert said(WAITING, ask(FAY, HELLO, Open())) == [Opened(NOON + 5 * MINUTE)]
    talking = after(HELLO, Opened(0))
    assert said(talking, ask(FAY, HELLO, Close())) == [Closed()]
    assert said(after(HELLO, Opened(0), Closed()), ask(FAY, HELLO, Reveal())) == Refused("not_here")


def test_more_time_is_counted_from_the_end_or_from_now_and_never_shortens() -> None:
    early, late = at(NOON + MINUTE, ask(FAY, NEEDS, Extend(5))), at(ENDS + MINUTE, ask(FAY, NEEDS, Extend(5)))
    assert said(OPEN, early) == [Extended(ENDS + 5 * MINUTE)]
    assert said(OPEN, late) == [Extended(ENDS + 6 * MINUTE)]
    assert said(after(IDEAS, Opened(0)), ask(FAY, IDEAS, Extend(5))) == [Extended(NOON + 5 * MINUTE)]


def test_when_its_time_has_ended_an_activity_still_takes_cards() -> None:
    late = said(OPEN, at(ENDS + MINUTE, ask(ADA, NEEDS, AddCard("A bench", "en"))))
    assert not isinstance(late, Refused)


def test_a_life_is_what_happened_in_it() -> None:
    lives = [collected(workshop, NEEDS).life for workshop in (WAITING, OPEN, CLOSED, REVEALED)]
    assert lives == [Life(), Life(Phase.OPEN, ENDS), Life(Phase.CLOSED), Life(Phase.REVEALED)]
    assert collected(after(NEEDS, Extended(ENDS + 1), given=OPEN), NEEDS).life == Life(Phase.OPEN, ENDS + 1)
