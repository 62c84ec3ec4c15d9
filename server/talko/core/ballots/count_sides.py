"""What is told of each side in a vote: numbers, an order without numbers, or nothing."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import assert_never

from talko.core import template
from talko.core.ballots import figures, privacy
from talko.core.ballots.ballot import Ratings
from talko.core.ballots.count_votes import Cast, order, points, spreads, sums
from talko.core.ballots.given_away import keeps_the_few
from talko.core.ballots.privacy import Care
from talko.core.ballots.tally import BySide, Detail, Groups, Sum
from talko.core.people import Side


def count(vote: template.Vote, options: Sequence[str], cast: Cast, care: Care) -> BySide:
    match told(vote, options, cast, care):
        case Detail.EXACT:
            return exact(vote, options, cast)
        case Detail.ORDER_ONLY:
            return order_only(vote, options, cast)
        case Detail.NONE:
            return BySide()
        case unknown:
            assert_never(unknown)


def told(vote: template.Vote, options: Sequence[str], cast: Cast, care: Care) -> Detail:
    """Ratings are judged one by one and shown together, so the most careful of them holds for all."""
    judged = raters(vote, options, cast) if vote.method == "rate" else [cast]
    sides = ([ballot.side for ballot in each] for each in judged)
    return privacy.strictest([care.at_most, *(privacy.detail(each, care.below) for each in sides)])


def raters(vote: template.Vote, options: Sequence[str], cast: Cast) -> Iterable[Cast]:
    """By option and criterion: whose mean it would be."""
    rated = [(each, each.choice.ratings) for each in cast if isinstance(each.choice, Ratings)]
    for option in options:
        for criterion in vote.criteria:
            yield [ballot for ballot, given in rated if criterion.id in given.get(option, {})]


def exact(vote: template.Vote, options: Sequence[str], cast: Cast) -> BySide:
    sides = split(cast)
    if vote.method == "rate":
        return BySide(Detail.EXACT, ratings={side: rated(vote, options, its) for side, its in sides.items()})
    return BySide(Detail.EXACT, dots={side: points(options, its) for side, its in sides.items()})


def rated(vote: template.Vote, options: Sequence[str], cast: Cast) -> Mapping[str, Mapping[str, Sum]]:
    return {
        option: {id: Sum(figures.total(counts), figures.given(counts)) for id, counts in each.items()}
        for option, each in spreads(vote, options, cast).items()
    }


def order_only(vote: template.Vote, options: Sequence[str], cast: Cast) -> BySide:
    """The few whose side is unknown get no list, and nobody does where two lists would tell theirs."""
    sides = split(cast)
    users, workers = (top(vote, options, sides.get(side, [])) for side in (Side.USERS, Side.WORKERS))
    if not keeps_the_few(whole(vote, options, cast), users, workers, vote.select_top):
        return BySide()
    return BySide(Detail.ORDER_ONLY, order={Side.USERS: users, Side.WORKERS: workers})


def top(vote: template.Vote, options: Sequence[str], cast: Cast) -> Groups:
    """Down to the cut, and the group that crosses it whole."""
    groups = order(sums(vote, options, cast))
    above = accumulate(map(len, groups), initial=0)
    return tuple(equals for equals, n in zip(groups, above, strict=False) if n < vote.select_top)


def whole(vote: template.Vote, options: Sequence[str], cast: Cast) -> Mapping[str, int]:
    """In the smallest steps in which a side can differ: dots, points, or weighted ratings."""
    weights = sum(each.weight for each in vote.criteria) * len(cast) if vote.method == "rate" else 1
    return {option: round(n * weights) for option, n in sums(vote, options, cast).items()}


def split(cast: Cast) -> dict[Side, Cast]:
    sides = {side: [each for each in cast if each.side is side] for side in Side}
    return {side: its for side, its in sides.items() if its}
