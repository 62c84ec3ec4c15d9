"""Where each person rates a few: every option has nearly as many who rate it, and nobody rates their own."""

from collections import Counter
from dataclasses import replace

from talko.core.activities import vote
from talko.core.activities.collect import AddCard
from talko.core.assigned import assigned
from talko.core.ballots.ballot import CastBallot, Ratings
from talko.core.beside.lobby import Leave
from talko.core.life import Open
from talko.core.mine import mine
from talko.core.people import Refused, Role, Seat, SeatKind
from talko.core.template import Collect, Criterion, Source, Vote
from talko.core.whole import begin
from tests.core.played import CARDS, RATE, Played, came
from tests.core.story import FAY, a_template, step

PEOPLE = [Seat(SeatKind.PARTICIPANT, f"person {n}".encode(), Role.CLIENT) for n in range(12)]
OPTIONS = [f"k{n}" for n in range(6)]
A_FEW = Vote("rate", 1, criteria=(Criterion("ease", {}),), assign="random", per_person=2)
BEGINNING = begin(a_template(step(CARDS, 0, Collect(6, 40)), step(RATE, 0, A_FEW, Source("cards", CARDS))))


def rating(*writers: Seat) -> Played:
    """Six cards, by as many people as are told; the others only rate."""
    played = came(*PEOPLE, beginning=BEGINNING)
    played.goes_to(CARDS)
    played.does(FAY, CARDS, Open())
    for n, id in enumerate(OPTIONS):
        played.does(writers[n % len(writers)], CARDS, AddCard(f"Idea {id}", "en"), id=id)
    played.shows(CARDS)
    played.goes_to(RATE)
    played.does(FAY, RATE, Open(), id="r1")
    return played


def theirs(played: Played, seat: Seat) -> tuple[str, ...]:
    state = played.workshop.activities[RATE]
    assert isinstance(state, vote.State)
    return assigned(played.workshop, state, seat)


def test_each_rates_as_many_as_were_asked_for_and_each_option_is_rated_by_as_many() -> None:
    played = rating(PEOPLE[0])
    each = [theirs(played, seat) for seat in PEOPLE[1:]]
    assert {len(set(some)) for some in each} == {2}
    counts = Counter(id for some in each for id in some)
    assert set(counts) == set(OPTIONS) and max(counts.values()) - min(counts.values()) <= 1


def test_nobody_rates_a_card_of_their_own() -> None:
    played = rating(*PEOPLE[:6])
    for seat, own in zip(PEOPLE, OPTIONS, strict=False):
        assert own not in theirs(played, seat) and len(theirs(played, seat)) == 2


def test_who_wrote_all_of_them_rates_none() -> None:
    assert theirs(rating(PEOPLE[0]), PEOPLE[0]) == ()


def test_what_somebody_rates_does_not_change_as_people_come_and_go() -> None:
    played = rating(PEOPLE[0])
    before = [theirs(played, seat) for seat in PEOPLE]
    played.does(PEOPLE[3], "", Leave())
    assert [theirs(played, seat) for seat in PEOPLE] == before


def test_what_was_not_assigned_is_no_option_for_them() -> None:
    played = rating(PEOPLE[0])
    given = theirs(played, PEOPLE[4])
    other = next(id for id in OPTIONS if id not in given)
    for id, why in ((given[0], None), (other, "no_such_option")):
        outcome = played.says(PEOPLE[4], RATE, CastBallot("r1", 1, Ratings({id: {"ease": 3}})))
        assert (outcome.why if isinstance(outcome, Refused) else None) == why


def test_each_is_told_their_own_and_the_next_round_mixes_them_anew() -> None:
    played = rating(PEOPLE[0])
    first = [theirs(played, seat) for seat in PEOPLE]
    assert mine(played.workshop, played.boxes, PEOPLE[4])["assigned"] == {RATE: [*first[4]]}
    played.shows(RATE)
    played.does(FAY, RATE, Open(), id="r2")
    assert [theirs(played, seat) for seat in PEOPLE] != first


def test_where_all_rate_all_nothing_is_assigned() -> None:
    played = rating(PEOPLE[0])
    state = played.workshop.activities[RATE]
    assert isinstance(state, vote.State)
    everything = replace(state, settings=replace(A_FEW, assign="all"))
    assert assigned(played.workshop, everything, PEOPLE[4]) == ()
