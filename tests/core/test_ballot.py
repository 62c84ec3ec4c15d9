import pytest

from talko.core.audience import View
from talko.core.ballots.ballot import (
    ALL,
    Answers,
    Ballot,
    Choice,
    Dots,
    Ranks,
    Ratings,
    Said,
    Support,
    answered,
    kept,
    nullifier,
    put,
    show_choice,
)
from talko.core.people import Side
from tests.core.story import ADA, BEN
from tests.core.voters import ballot, box

FIRST = ballot(ADA, Dots({"a": 1}), n=1)
SECOND = ballot(ADA, Dots({"b": 2}), n=2)
BENS = ballot(BEN, Dots({"a": 1}))


def test_an_older_ballot_that_is_sent_again_after_a_newer_one_changes_nothing() -> None:
    newer = put(box([FIRST, BENS]), SECOND)
    assert put(newer, FIRST) is newer
    assert newer == box([SECOND, BENS])


def test_the_same_ballot_that_is_sent_again_changes_nothing() -> None:
    once = put({}, FIRST)
    assert put(once, FIRST) is once


def test_whoever_holds_the_key_finds_their_ballot_and_nobody_ties_it_to_another_round() -> None:
    assert nullifier(ADA.key, "r1") == FIRST.nullifier
    assert len({nullifier(key, round) for key in (ADA.key, BEN.key) for round in ("r1", "r2")}) == 4


@pytest.mark.parametrize(
    "nothing", [Dots({}), Dots({"a": 0}), Ranks(()), Ratings({}), Ratings({"a": {}}), Answers({ALL: {}})]
)
def test_who_chose_nothing_has_not_answered(nothing: Choice) -> None:
    assert answered(box([BENS, ballot(ADA, nothing)])) == 1


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Dots({"a": 2}), {"dots": {"a": 2}}),
        (Ranks(("b", "a")), {"ranks": ["b", "a"]}),
        (Ratings({"a": {"ease": 4}}), {"ratings": {"a": {"ease": 4}}}),
        (Support(4), {"support": 4}),
        (Support("need_time", "Why?", "en"), {"support": "need_time", "text": "Why?", "lang": "en"}),
        (Support(1, aloud=True), {"support": 1, "aloud": True}),
        (
            Answers({ALL: {"say": 4, "level": "na", "why": Said("It was", "en")}}),
            {"answers": {ALL: {"say": 4, "level": "na", "why": {"text": "It was", "lang": "en"}}}},
        ),
    ],
)
def test_a_choice_is_shown_as_the_phone_wrote_it(choice: Choice, shown: View) -> None:
    assert show_choice(choice) == shown


def test_after_a_consent_only_who_asked_for_time_is_kept_and_nothing_they_said_or_were() -> None:
    asks = ballot(ADA, Support("need_time", "I must ask at home", "en"), n=3)
    left = Ballot(
        "r1", asks.nullifier, Side.UNKNOWN, 0, Support("need_time")
    )  # nor how often they changed it
    assert kept(box([asks, ballot(BEN, Support(2, "No", "en"))])) == {asks.nullifier: left}
