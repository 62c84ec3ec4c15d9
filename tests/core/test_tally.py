"""Counting, by hand: what a box comes to, and how its figures are told."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest

from talko.core.ballots import figures
from talko.core.ballots.ballot import ALL, Answers, Choice, Ranks, Ratings, Said
from talko.core.ballots.count_answers import count as count_answers
from talko.core.ballots.count_answers import texts
from talko.core.ballots.count_votes import count, cut, means, score
from talko.core.ballots.figures import three, two
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.privacy import Care
from talko.core.ballots.tally import Groups, ItemTally, Sum, SurveyTally, VoteTally
from talko.core.people import Side
from talko.core.template import Criterion, Item, Option, Vote
from tests.core.voters import N, U, W, cast, dots

ABCD = ("a", "b", "c", "d")
BENEFIT, EASE = Criterion("benefit", {}, 2), Criterion("ease", {})
DOTS = Vote("dots", select_top=2, budget=5, max_per_item=5)
RANK = Vote("rank", select_top=2, top_k=3)
RATE = Vote("rate", select_top=1, criteria=(BENEFIT, EASE))


def counted(vote: Vote, *choices: Choice) -> VoteTally:
    return count(vote, ABCD, cast({U: choices}))


# Dots


def test_where_nobody_voted_nothing_is_in_any_place_and_nothing_goes_on() -> None:
    assert counted(DOTS) == VoteTally(0, dict.fromkeys(ABCD, 0), {}, {}, (), (), ())


def test_what_nobody_chose_has_no_place_and_does_not_go_on() -> None:
    tally = counted(DOTS, dots("aa"))
    assert (tally.order, tally.selection, tally.run_off) == ((("a",),), ("a",), ())


def test_all_that_are_equal_at_the_cut_go_on_where_that_adds_at_most_one() -> None:
    """The example's fixture tie_at_cut."""
    tally = counted(DOTS, dots("aaaaa"), dots("bbbb"), dots("cccc"), dots("d"))
    assert tally.dots == {"a": 5, "b": 4, "c": 4, "d": 1}
    assert (tally.selection, tally.run_off) == (("a", "b", "c"), ())


def test_where_more_are_equal_at_the_cut_a_run_off_is_needed() -> None:
    """The example's fixture tie_runoff."""
    vote = Vote("dots", select_top=1, budget=4, max_per_item=4)
    tally = count(vote, ABCD, cast({U: [dots("aaaa"), dots("bbbb"), dots("cccc")]}))
    assert (tally.selection, tally.run_off) == ((), ("a", "b", "c"))


def test_where_all_options_are_equal_none_is_chosen_by_chance() -> None:
    tally = counted(DOTS, dots("abcd"), dots("abcd"))
    assert (tally.order, tally.selection, tally.run_off) == ((ABCD,), (), ABCD)


@pytest.mark.parametrize(
    ("groups", "seats", "chosen", "equal"),
    [
        ((("a",), ("b",), ("c",)), 2, "ab", ""),
        ((("a", "b", "c"), ("d",)), 3, "abc", ""),
        ((("a", "b", "c"), ("d",)), 2, "abc", ""),
        ((("a",), ("b", "c", "d")), 2, "a", "bcd"),
        ((("a",),), 3, "a", ""),
        ((), 3, "", ""),
    ],
)
def test_the_cut(groups: Groups, seats: int, chosen: str, equal: str) -> None:
    assert cut(groups, seats) == (tuple(chosen), tuple(equal))


def test_the_order_of_the_ballots_changes_nothing() -> None:
    ballots = cast({U: [dots("aab"), dots("c")], W: [dots("bbc")]})
    assert repr(count(DOTS, ABCD, ballots)) == repr(count(DOTS, ABCD, ballots[::-1]))


# Ranks


def test_whoever_ranks_one_gives_it_one_point_and_of_three_the_first_gets_three() -> None:
    """The example's fixture borda."""
    tally = counted(RANK, Ranks(("a", "b", "c")), Ranks(("b",)), Ranks(("a", "c")))
    assert tally.dots == {"a": 5, "b": 3, "c": 2, "d": 0}
    assert (tally.order, tally.selection) == ((("a",), ("b",), ("c",)), ("a", "b"))


# Ratings


def rated(**numbers: tuple[int, int]) -> Ratings:
    return Ratings({id: {"benefit": benefit, "ease": ease} for id, (benefit, ease) in numbers.items()})


def test_who_does_not_rate_an_option_gives_it_no_zero() -> None:
    tally = counted(RATE, rated(a=(5, 5), b=(4, 4)), rated(b=(4, 4)), rated(b=(4, 4)))
    assert tally.rated == {"a": 1, "b": 3, "c": 0, "d": 0}
    assert (tally.order, tally.selection) == ((("a",), ("b",)), ("a",))
    assert tally.dots == {} and tally.spread.keys() == {"a", "b"}


def test_criteria_count_by_their_weight() -> None:
    tally = counted(RATE, rated(a=(5, 1), b=(1, 5)))
    assert [score(RATE, means(tally.spread[id])) for id in "ab"] == [Fraction(11, 3), Fraction(7, 3)]
    assert tally.order == (("a",), ("b",))


def test_a_rating_of_one_criterion_counts_for_that_one() -> None:
    tally = counted(RATE, Ratings({"a": {"ease": 2}}), rated(a=(4, 4)))
    assert tally.rated["a"] == 2
    assert means(tally.spread["a"]) == {"benefit": 4, "ease": 3}
    assert score(RATE, means(tally.spread["a"])) == Fraction(11, 3)


def test_means_are_equal_only_where_they_are_exactly_so() -> None:
    third = counted(RATE, rated(a=(1, 1), b=(1, 1)), rated(a=(1, 1), b=(1, 1)), rated(a=(2, 2), b=(2, 2)))
    assert third.order == (("a", "b"),)


# Surveys

SAY = Item("say", "scale", {})
LEVEL = Item("level", "choice", {}, options=(Option("inform", {}), Option("involve", {})))
WHY = Item("why", "text", {})
ITEMS = (SAY, LEVEL, WHY)
CAREFUL = Care()
NO_ONE = {"1": 0, "2": 0, "3": 0, "4": 0, "5": 0}


def surveyed(choices: Mapping[Side, Sequence[Answers]], care: Care = CAREFUL) -> SurveyTally:
    return count_answers(ITEMS, (ALL,), cast(choices), care)


def say(number: int | str) -> Answers:
    return Answers({ALL: {"say": number}})


def test_where_nobody_answered_every_question_has_no_answer_and_no_mean() -> None:
    levels = ItemTally(0, {"inform": 0, "involve": 0})
    nobody = {"say": ItemTally(0, NO_ONE), "level": levels, "why": ItemTally(0, {})}
    assert surveyed({}) == SurveyTally(0, {ALL: nobody})


def test_who_can_not_say_is_told_and_is_no_number() -> None:
    tally = surveyed({U: [say(5), say(4), say("na")]})
    assert tally.items[ALL]["say"] == ItemTally(2, {**NO_ONE, "4": 1, "5": 1, "na": 1})


def test_a_question_that_was_left_out_has_fewer_answers_than_the_survey_has_ballots() -> None:
    tally = surveyed({U: [say(5), Answers({ALL: {"level": "involve"}}), Answers({ALL: {"level": "na"}})]})
    assert (tally.ballots, tally.items[ALL]["say"].n) == (3, 1)
    assert tally.items[ALL]["level"] == ItemTally(1, {"inform": 0, "involve": 1, "na": 1})


def test_sides_are_judged_on_the_answers_with_a_number() -> None:
    five = {U: [say(4)] * 5, W: [say(2)] * 4}
    told = surveyed({**five, W: [*five[W], say(3)]}).items[ALL]["say"].by_side
    assert told == {U: Sum(20, 5), W: Sum(11, 5)}
    assert surveyed({**five, W: [*five[W], say("na")]}).items[ALL]["say"].by_side == {}
    assert surveyed({U: five[U], W: five[U], N: [say(3)]}).items[ALL]["say"].by_side == {}


def test_options_and_texts_are_never_told_by_side() -> None:
    answers = Answers({ALL: {"level": "involve", "why": Said("It was", "en")}})
    items = surveyed({U: [answers] * 6, W: [answers] * 6}).items[ALL]
    assert (items["level"].by_side, items["why"]) == ({}, ItemTally(12, {}))


def test_texts_come_out_by_themselves_in_the_order_of_the_alphabet_with_their_language() -> None:
    first = Answers({"p1": {"say": 4, "why": Said("Zebra", "fi")}, "p2": {"why": Said("Apple", "en")}})
    second = Answers({"p1": {"why": Said("Melon", "sv")}})
    loose = [
        TextLoosed("r1.1", "r1", "Apple", "en", "p2", "why"),
        TextLoosed("r1.2", "r1", "Melon", "sv", "p1", "why"),
        TextLoosed("r1.3", "r1", "Zebra", "fi", "p1", "why"),
    ]
    ballots = cast({U: [first, second]})
    assert texts("r1", ballots) == texts("r1", ballots[::-1]) == loose


# Figures


def test_a_half_is_rounded_away_from_zero() -> None:
    assert [two(Fraction(n, 1000)) for n in (4375, 4374, 1005, -4375, 1000)] == [4.38, 4.37, 1.01, -4.38, 1.0]
    assert [three(Fraction(1, 3)), three(Fraction(1, 24)), three(Fraction(1, 16))] == [0.333, 0.042, 0.063]


def test_a_score_of_the_example_is_rounded_only_when_it_is_told() -> None:
    benefit, ease = Fraction(110, 24), Fraction(95, 24)
    exact = score(RATE, {"benefit": benefit, "ease": ease})
    assert exact == Fraction(4375, 1000) and two(exact) == 4.38


def test_the_middle_of_an_even_number_is_half_way() -> None:
    assert [figures.median(NO_ONE | each) for each in ({"2": 1, "5": 1}, {"2": 2, "5": 1})] == [3.5, 2]


def test_the_share_of_low_numbers_is_of_those_who_gave_one() -> None:
    assert figures.share(NO_ONE | {"1": 1, "2": 2, "5": 3}, range(1, 3)) == Fraction(1, 2)
