"""Sides agree or differ where their numbers are told, and otherwise nothing is said of it."""

from dataclasses import replace

import pytest

from talko.core.ballots import vote_results
from talko.core.ballots.agreeing import agreement
from talko.core.ballots.tally import BySide, Detail, Sum, VoteTally
from talko.core.people import Side
from talko.core.template import Criterion, Vote

U, W, N = Side.USERS, Side.WORKERS, Side.UNKNOWN
DOTS = Vote("dots", select_top=1, budget=3, max_per_item=3)
RATE = Vote("rate", select_top=1, criteria=(Criterion("benefit", {}, 2), Criterion("ease", {})))


def given(*dots: tuple[Side, int, int]) -> BySide:
    """How many of a side's dots went to a, and to b."""
    return BySide(Detail.EXACT, dots={side: {"a": a, "b": b} for side, a, b in dots})


def rated(users: tuple[int, int], workers: tuple[int, int]) -> BySide:
    """Benefit and ease, as sums of five."""
    sides = {U: users, W: workers}
    return BySide(
        Detail.EXACT,
        ratings={side: {"a": {"benefit": Sum(b, 5), "ease": Sum(e, 5)}} for side, (b, e) in sides.items()},
    )


@pytest.mark.parametrize("told", [Detail.ORDER_ONLY, Detail.NONE])
def test_nothing_is_said_where_the_numbers_of_the_sides_are_not_told(told: Detail) -> None:
    for apart in ({U: {"a": 9, "b": 1}, W: {"a": 1, "b": 9}}, {U: {"a": 1, "b": 1}, W: {"a": 1, "b": 1}}):
        assert agreement(DOTS, BySide(told, dots=apart), "a") == ""
    assert agreement(DOTS, BySide(told, order={U: (("a",),), W: (("b",),)}), "a") == ""


def test_one_side_alone_neither_agrees_nor_differs() -> None:
    assert agreement(DOTS, given((U, 5, 5)), "a") == ""
    assert agreement(DOTS, BySide(Detail.EXACT), "a") == ""


def test_nothing_is_said_where_a_side_gave_nothing_at_all() -> None:
    assert agreement(DOTS, given((U, 5, 5), (W, 0, 0)), "a") == ""
    assert agreement(DOTS, given((U, 5, 5), (W, 5, 5), (N, 0, 0)), "a") == ""


def test_nothing_is_said_of_what_a_side_did_not_rate() -> None:
    half = BySide(Detail.EXACT, ratings={U: {"a": {"benefit": Sum(25, 5)}}, W: {"a": {}}})
    assert agreement(RATE, half, "a") == ""


@pytest.mark.parametrize(
    ("users", "workers", "said"),
    [
        ((50, 50), (25, 75), "differ"),  # exactly 25 points
        ((50, 50), (26, 74), ""),
        ((50, 50), (42, 58), ""),  # exactly 8
        ((50, 50), (43, 57), "agree"),
        ((50, 50), (1, 1), "agree"),  # of one's own, however many they are
    ],
)
def test_the_sides_agree_within_eight_points_and_differ_from_twenty_five_on(
    users: tuple[int, int], workers: tuple[int, int], said: str
) -> None:
    assert agreement(DOTS, given((U, *users), (W, *workers)), "a") == said
    assert agreement(DOTS, given((W, *users), (U, *workers)), "a") == said


def test_of_three_sides_those_farthest_apart_count() -> None:
    assert agreement(DOTS, given((U, 5, 5), (W, 5, 5), (N, 1, 9)), "a") == "differ"


@pytest.mark.parametrize(
    ("users", "workers", "said"),
    [((25, 25), (20, 20), "differ"), ((25, 25), (23, 23), ""), ((20, 20), (20, 19), "agree")],
)
def test_ratings_are_compared_along_their_scale(
    users: tuple[int, int], workers: tuple[int, int], said: str
) -> None:
    assert agreement(RATE, rated(users, workers), "a") == said


def test_a_result_says_it_of_each_option_and_keeps_silent_where_it_says_neither() -> None:
    tally = VoteTally(20, {"a": 9, "b": 11}, {}, {}, (("b",), ("a",)), ("b",), ())
    for told, said in ((given((U, 8, 2), (W, 1, 9)), {"sides": "differ"}), (BySide(), {})):
        shown = vote_results.show_option(DOTS, replace(tally, by_side=told), "a")
        assert shown == {"rank": 2, "dots": 9, **said}
