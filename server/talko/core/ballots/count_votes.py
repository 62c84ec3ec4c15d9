"""Counting a vote: dots, points of a ranking or ratings, their order, and who goes on."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from talko.core import template
from talko.core.ballots import figures
from talko.core.ballots.ballot import Ballot, Choice, Dots, Ranks, Ratings
from talko.core.ballots.figures import Counts
from talko.core.ballots.tally import Groups, VoteTally

Cast = Sequence[Ballot]


def count(vote: template.Vote, options: Sequence[str], cast: Cast) -> VoteTally:
    """Of the whole room. What is told of each side is asked apart."""
    groups = order(sums(vote, options, cast))
    selection, run_off = cut(groups, vote.select_top)
    return VoteTally(
        ballots=len(cast),
        dots={} if vote.method == "rate" else points(options, cast),
        spread=spreads(vote, options, cast),
        rated={option: len(rating(option, cast)) for option in options} if vote.method == "rate" else {},
        order=groups,
        selection=selection,
        run_off=run_off,
    )


def sums(vote: template.Vote, options: Sequence[str], cast: Cast) -> Mapping[str, Fraction]:
    """What the order rests on. What nobody chose has none, and stands nowhere: no answer is not a zero."""
    if vote.method == "rate":
        return {option: score(vote, means(each)) for option, each in spreads(vote, options, cast).items()}
    return {option: Fraction(n) for option, n in points(options, cast).items() if n}


def points(options: Sequence[str], cast: Cast) -> dict[str, int]:
    every = Counter[str]()
    for ballot in cast:
        every.update(points_of(ballot.choice))
    return {option: every[option] for option in options}


def points_of(choice: Choice) -> Mapping[str, int]:
    """Ranks by modified Borda: the first of three gets three points, the first of one gets one."""
    match choice:
        case Dots(dots):
            return dots
        case Ranks(ranks):
            return {option: len(ranks) - place for place, option in enumerate(ranks)}
        case _:
            return {}


def spreads(vote: template.Vote, options: Sequence[str], cast: Cast) -> dict[str, dict[str, Counts]]:
    """By option and criterion, where anybody rated it."""
    each = {option: spread(vote, rating(option, cast)) for option in options}
    return {option: found for option, found in each.items() if found}


def spread(vote: template.Vote, ratings: Sequence[Mapping[str, int]]) -> dict[str, Counts]:
    lowest, highest = vote.scale
    numbers = {each.id: [rated[each.id] for rated in ratings if each.id in rated] for each in vote.criteria}
    return {
        criterion: {str(number): gave.count(number) for number in range(lowest, highest + 1)}
        for criterion, gave in numbers.items()
        if gave
    }


def rating(option: str, cast: Cast) -> list[Mapping[str, int]]:
    """What each who rated the option gave it."""
    given = [each.choice.ratings for each in cast if isinstance(each.choice, Ratings)]
    return [each[option] for each in given if option in each]


def means(spread: Mapping[str, Counts]) -> dict[str, Fraction]:
    return {criterion: figures.mean(counts) for criterion, counts in spread.items()}


def score(vote: template.Vote, means: Mapping[str, Fraction]) -> Fraction:
    """By the weights of the criteria that anybody rated."""
    weight = {each.id: each.weight for each in vote.criteria if each.id in means}
    return sum((means[id] * n for id, n in weight.items()), Fraction()) / sum(weight.values())


def order(sums: Mapping[str, Fraction]) -> Groups:
    """From most to least. Those that are equal stand together, in the order of the list."""
    amounts = sorted(set(sums.values()), reverse=True)
    return tuple(tuple(option for option, n in sums.items() if n == amount) for amount in amounts)


def cut(groups: Iterable[tuple[str, ...]], seats: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who goes on, and between whom a run-off is needed. Equals all go on where that adds at most one."""
    chosen: tuple[str, ...] = ()
    for equals in groups:
        if len(chosen) >= seats:
            break
        if len(chosen) + len(equals) > seats + 1:
            return chosen, equals
        chosen += equals
    return chosen, ()
