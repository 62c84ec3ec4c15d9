"""Whoever subtracts and compares all that is told, learns nothing of fewer than five people."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations, product
from random import Random
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talko.core.ballots import count_answers, count_sides, count_votes, privacy
from talko.core.ballots.ballot import ALL, Answers, Ballot, Choice, Dots, Ratings
from talko.core.ballots.given_away import keeps_the_few
from talko.core.ballots.privacy import Care
from talko.core.ballots.tally import BySide, Detail, Groups, ItemTally, Sum, VoteTally
from talko.core.people import Side
from talko.core.template import Criterion, Item, Rules, Vote
from tests.core.voters import N, U, W, cast, dots

K = 5
OPTIONS = ("a", "b", "c")
VOTE = Vote("dots", select_top=2, budget=3, max_per_item=2)
RATE = Vote("rate", select_top=2, criteria=(Criterion("benefit", {}, 2), Criterion("ease", {})))
SAY = Item("say", "scale", {})

LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"


def some(few: int) -> settings:
    return settings(max_examples=2000 if LONG else few, derandomize=not LONG, database=None, deadline=None)


Sizes: TypeAlias = Mapping[Side, int]
SIZES: st.SearchStrategy[Sizes] = st.fixed_dictionaries({side: st.integers(0, 12) for side in Side})
SEEDS = st.integers(0, 2**32)


def votes(sizes: Sizes, seed: int, choose: Callable[[Random], Choice]) -> list[Ballot]:
    luck = Random(seed)
    return cast({side: [choose(luck) for _ in range(n)] for side, n in sizes.items()})


def some_dots(luck: Random) -> Dots:
    return dots("".join(luck.sample("aabbcc", luck.randint(1, 3))))


def some_ratings(luck: Random) -> Ratings:
    """Not every option, and not by every criterion."""
    rated = luck.sample(OPTIONS, luck.randint(1, 3))
    criteria = ("benefit", "ease")[: luck.choice([1, 2, 2, 2])]
    return Ratings({id: {each: luck.randint(1, 5) for each in criteria} for id in rated})


def some_answer(luck: Random) -> Answers:
    answers: list[Mapping[str, int | str]] = [{"say": luck.randint(1, 5)}, {"say": "na"}]
    return Answers({ALL: luck.choices(answers, [9, 1])[0]})


# What the sides are told by


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ((13, 11, 1), Detail.ORDER_ONLY),
        ((13, 12, 0), Detail.EXACT),
        ((9, 3, 0), Detail.NONE),
        ((8, 7, 6), Detail.EXACT),
        ((13, 0, 0), Detail.EXACT),
        ((4, 0, 0), Detail.NONE),
        ((13, 0, 1), Detail.NONE),
        ((0, 0, 0), Detail.EXACT),
    ],
)
def test_how_much_is_told_of_sides_of_these_sizes(sizes: tuple[int, int, int], told: Detail) -> None:
    """The first four are the example's fixture suppress."""
    sides = [side for side, n in zip((U, W, N), sizes, strict=True) for _ in range(n)]
    assert privacy.detail(sides, K) is told


def test_what_is_shown_together_is_judged_by_its_most_careful_part() -> None:
    assert privacy.strictest([Detail.EXACT, Detail.NONE, Detail.ORDER_ONLY]) is Detail.NONE
    assert privacy.strictest([Detail.EXACT, Detail.ORDER_ONLY]) is Detail.ORDER_ONLY
    assert privacy.care(Rules("none")) == Care(K, Detail.NONE)
    assert privacy.care(Rules("side", suppress_below=7)) == Care(7, Detail.EXACT)


def test_ratings_of_which_one_has_a_small_side_are_told_of_no_option() -> None:
    both, one = Ratings({"a": {"ease": 5}, "b": {"ease": 5}}), Ratings({"a": {"ease": 5}})
    few = cast({U: [both] * 6, W: [both] * 4 + [one] * 2})
    enough = cast({U: [both] * 6, W: [both] * 5 + [one]})
    assert count_sides.count(RATE, OPTIONS, few, Care()) == BySide()
    assert count_sides.count(RATE, OPTIONS, enough, Care()).told is Detail.EXACT


# Subtracting: of each side that is told, of several together, and of the total without them

Figures: TypeAlias = Mapping[str, int]
Group: TypeAlias = frozenset[Side]


def worked_out(total: Figures, sides: Mapping[Side, Figures]) -> dict[Group, Figures]:
    """All that can be added and subtracted, by whose figures these are."""
    some = chain.from_iterable(combinations(sides, n) for n in range(len(sides) + 1))
    added = {frozenset(each): add(sides[side] for side in each) for each in some}
    rests = {frozenset(Side) - group: subtract(total, its) for group, its in added.items()}
    return {group: its for group, its in (added | rests).items() if group}


def add(figures: Iterable[Figures]) -> Figures:
    every = list(figures)
    return {key: sum(each.get(key, 0) for each in every) for key in {key for each in every for key in each}}


def subtract(total: Figures, part: Figures) -> Figures:
    return {key: n - part.get(key, 0) for key, n in total.items()}


def few(known: Mapping[Group, Figures], size: Callable[[Group], int]) -> list[Group]:
    return [group for group in known if 0 < size(group) < K]


def of_dots(tally: VoteTally, sides: BySide, sizes: Sizes) -> list[Group]:
    known = worked_out(tally.dots, sides.dots)
    return few(known, lambda group: sum(sizes[side] for side in group))


def of_sums(total: Sum, sides: Mapping[Side, Sum]) -> list[Group]:
    """Of means one also learns how many they are of."""
    known = worked_out(as_figures(total), {side: as_figures(each) for side, each in sides.items()})
    return few(known, lambda group: known[group].get("n", 0))


def as_figures(sum: Sum) -> Figures:
    return {"total": sum.total, "n": sum.n}


def of_ratings(tally: VoteTally, sides: BySide) -> list[Group]:
    cells = [(option, criterion) for option, each in tally.spread.items() for criterion in each]
    return [group for cell in cells for group in of_sums(*in_cell(tally, sides, cell))]


def in_cell(tally: VoteTally, sides: BySide, cell: tuple[str, str]) -> tuple[Sum, Mapping[Side, Sum]]:
    option, criterion = cell
    rated = {side: its.get(option, {}).get(criterion) for side, its in sides.ratings.items()}
    return summed(tally.spread[option][criterion]), {side: its for side, its in rated.items() if its}


def of_answers(item: ItemTally, sides: Mapping[Side, Sum]) -> list[Group]:
    return of_sums(summed({number: n for number, n in item.counts.items() if number != "na"}), sides)


def summed(counts: Mapping[str, int]) -> Sum:
    return Sum(sum(int(number) * n for number, n in counts.items()), sum(counts.values()))


@some(100)
@given(SIZES, SEEDS)
def test_no_difference_of_dots_is_of_fewer_than_five(sizes: Sizes, seed: int) -> None:
    ballots = votes(sizes, seed, some_dots)
    tally = count_votes.count(VOTE, OPTIONS, ballots)
    assert of_dots(tally, count_sides.count(VOTE, OPTIONS, ballots, Care()), sizes) == whole_room(sizes)


@some(60)
@given(SIZES, SEEDS)
def test_no_difference_of_ratings_is_of_fewer_than_five(sizes: Sizes, seed: int) -> None:
    ballots = votes(sizes, seed, some_ratings)
    tally = count_votes.count(RATE, OPTIONS, ballots)
    told = of_ratings(tally, count_sides.count(RATE, OPTIONS, ballots, Care()))
    assert set(told) <= {frozenset(Side)}


@some(100)
@given(SIZES, SEEDS)
def test_no_difference_of_answers_is_of_fewer_than_five(sizes: Sizes, seed: int) -> None:
    item = surveyed(votes(sizes, seed, some_answer), Care())
    assert set(of_answers(item, item.by_side)) <= {frozenset(Side)}


def whole_room(sizes: Sizes) -> list[Group]:
    """Where fewer than five voted at all, the room itself saw what it did; that is all there is to see."""
    return [frozenset(Side)] if 0 < sum(sizes.values()) < K else []


def surveyed(ballots: Sequence[Ballot], care: Care) -> ItemTally:
    return count_answers.count((SAY,), (ALL,), ballots, care).items[ALL]["say"]


@pytest.mark.parametrize(
    ("sizes", "found"),
    [
        ({U: 13, W: 11, N: 1}, [{N}]),
        ({U: 9, W: 3, N: 0}, [{W}, {W, N}]),
        ({U: 2, W: 12, N: 8}, [{U}]),
        ({U: 0, W: 8, N: 4}, [{N}, {U, N}]),
    ],
)
def test_a_count_that_always_tells_its_sides_is_caught(sizes: Sizes, found: list[set[Side]]) -> None:
    groups = {frozenset(each) for each in found}
    with_dots = votes(sizes, 1, some_dots)
    tally = count_votes.count(VOTE, OPTIONS, with_dots)
    assert set(of_dots(tally, count_sides.exact(VOTE, OPTIONS, with_dots), sizes)) == groups
    rated = cast({side: [Ratings({"a": {"ease": 3}})] * n for side, n in sizes.items()})
    tally = count_votes.count(RATE, OPTIONS, rated)
    assert set(of_ratings(tally, count_sides.exact(RATE, OPTIONS, rated))) == groups
    answered = surveyed(cast({side: [Answers({ALL: {"say": 4}})] * n for side, n in sizes.items()}), Care(1))
    assert set(of_answers(answered, answered.by_side)) == groups


def test_what_is_worked_out_is_what_they_chose() -> None:
    choices = {U: [dots("ab")] * 6, W: [dots("aa")] * 6, N: [dots("c")]}
    tally = count_votes.count(VOTE, OPTIONS, cast(choices))
    known = worked_out(tally.dots, count_sides.exact(VOTE, OPTIONS, cast(choices)).dots)
    assert known[frozenset({N})] == {"a": 0, "b": 0, "c": 1}


# Comparing two orders with the numbers of the whole

Vector: TypeAlias = tuple[int, ...]


def follows(total: Vector, users: Groups, workers: Groups) -> set[str]:
    """What is sure of the few, by trying all that both sides may have given: they chose "a", or not: "-a"."""
    chosen = {option for option, n in zip(OPTIONS, total, strict=True) if n}
    sure = {sign + option for option in chosen for sign in ("", "-")}
    for rest in rests(total, users, workers):
        sure -= {("-" if n else "") + option for option, n in zip(OPTIONS, rest, strict=True)}
        if not sure:
            break
    return sure


def rests(total: Vector, users: Groups, workers: Groups) -> Iterator[Vector]:
    all_of_users, all_of_workers = list(fitting(total, users)), list(fitting(total, workers))
    for one, other in product(all_of_users, all_of_workers):
        rest = tuple(n - a - b for n, a, b in zip(total, one, other, strict=True))
        if min(rest) >= 0:
            yield rest


def fitting(total: Vector, order: Groups) -> Iterator[Vector]:
    return (each for each in product(*(range(n + 1) for n in total)) if order_of(each) == order)


def order_of(vector: Vector) -> Groups:
    """Down to the second place, said in another way than in the core."""
    found: list[tuple[str, ...]] = []
    for n in sorted({n for n in vector if n}, reverse=True):
        if sum(map(len, found)) < VOTE.select_top:
            found.append(tuple(id for id, its in zip(OPTIONS, vector, strict=True) if its == n))
    return tuple(found)


def with_a_few(users: str, workers: str, unknown: str) -> tuple[Vector, BySide]:
    """Each has one dot."""
    ballots = cast({U: [*map(dots, users)], W: [*map(dots, workers)], N: [*map(dots, unknown)]})
    total = count_votes.points(OPTIONS, ballots)
    return tuple(total.values()), count_sides.count(VOTE, OPTIONS, ballots, Care())


ONE_DOT = st.text("abc", min_size=5, max_size=6)


@some(40)
@given(ONE_DOT, ONE_DOT, st.text("abc", min_size=1, max_size=2))
def test_nothing_follows_of_the_few_from_two_orders(users: str, workers: str, unknown: str) -> None:
    total, sides = with_a_few(users, workers, unknown)
    if sides.told is Detail.ORDER_ONLY:
        assert follows(total, sides.order[U], sides.order[W]) == set()


@pytest.mark.parametrize(
    ("users", "workers", "unknown", "sure"),
    [
        pytest.param("aaaab", "aaaab", "cc", {"c"}, id="nobody else chose it"),
        pytest.param("aaabb", "aaabb", "bb", {"b"}, id="both sides put a first, and the room did not"),
        pytest.param("aaabb", "aaabc", "a", {"-c"}, id="others chose all there is of it"),
        pytest.param("aabbc", "aabbc", "b", {"b"}, id="equal on both sides and not in the room"),
    ],
)
def test_orders_from_which_something_would_follow_are_not_told(
    users: str, workers: str, unknown: str, sure: set[str]
) -> None:
    total, sides = with_a_few(users, workers, unknown)
    assert sides == BySide()
    assert sure <= follows(total, *plain_orders(users, workers))


def plain_orders(users: str, workers: str) -> tuple[Groups, Groups]:
    one, other = (tuple(side.count(option) for option in OPTIONS) for side in (users, workers))
    return order_of(one), order_of(other)


def test_orders_from_which_nothing_follows_are_told() -> None:
    total, sides = with_a_few("aaaabb", "aaabbc", "b")
    assert sides.order == {U: (("a",), ("b",)), W: (("a",), ("b",))}
    assert follows(total, *plain_orders("aaaabb", "aaabbc")) == set()


def test_ratings_in_which_both_sides_agree_and_the_room_does_not_are_not_told() -> None:
    one, other = ({"a": {"ease": a}, "b": {"ease": b}} for a, b in ((5, 4), (1, 5)))
    both = {U: [Ratings(one)] * 6, W: [Ratings(one)] * 6}
    agree = count_sides.count(RATE, OPTIONS, cast({**both, N: [Ratings(other)] * 2}), Care())
    assert agree.order == {U: (("a",), ("b",)), W: (("a",), ("b",))}
    assert count_sides.count(RATE, OPTIONS, cast({**both, N: [Ratings(other)] * 4}), Care()) == BySide()


def test_the_orders_of_the_example_are_told() -> None:
    """23 dots for T2 … 3 for T6, with one person of unknown side among 25."""
    whole = {"T2": 23, "T3": 16, "T1": 14, "T4": 9, "T5": 5, "T7": 4, "T6": 3}
    users, workers = (("T2",), ("T3",), ("T1",)), (("T2",), ("T1",), ("T3", "T4"))
    assert keeps_the_few(whole, users, workers, 3)
    assert not keeps_the_few({**whole, "T3": 24}, users, workers, 3)
