"""What a ballot of a vote may say: dots within the budget, ranks without a double, ratings on the scale."""

from collections.abc import Collection, Mapping

from talko.core import template
from talko.core.ballots.ballot import Choice, Dots, Ranks, Ratings
from talko.core.people import Refused


def cannot_be(vote: template.Vote, options: Collection[str], choice: Choice) -> Refused | None:
    """A ballot is taken whole or refused whole: the valid one before it then stands."""
    match choice:
        case Dots(dots) if vote.method == "dots":
            return cannot_dot(vote, options, dots)
        case Ranks(ranks) if vote.method == "rank":
            return cannot_rank(vote, options, ranks)
        case Ratings(ratings) if vote.method == "rate":
            return cannot_rate(vote, options, ratings)
        case _:
            return Refused("not_on_the_scale")


def cannot_dot(vote: template.Vote, options: Collection[str], dots: Mapping[str, int]) -> Refused | None:
    if not dots.keys() <= set(options):
        return Refused("no_such_option")
    if min(dots.values(), default=0) < 0:
        return Refused("not_on_the_scale")
    if sum(dots.values()) > vote.budget:
        return Refused("too_many_dots")
    return Refused("too_many_on_one") if max(dots.values(), default=0) > vote.max_per_item else None


def cannot_rank(vote: template.Vote, options: Collection[str], ranks: Collection[str]) -> Refused | None:
    """What is named once is not among the options a second time."""
    if not set(ranks) <= set(options) or len(set(ranks)) < len(ranks):
        return Refused("no_such_option")
    return Refused("too_many_ranks") if len(ranks) > vote.top_k else None


def cannot_rate(
    vote: template.Vote, options: Collection[str], ratings: Mapping[str, Mapping[str, int]]
) -> Refused | None:
    if not ratings.keys() <= set(options):
        return Refused("no_such_option")
    if not {criterion for each in ratings.values() for criterion in each} <= {c.id for c in vote.criteria}:
        return Refused("no_such_item")
    lowest, highest = vote.scale
    fits = all(lowest <= number <= highest for each in ratings.values() for number in each.values())
    return None if fits else Refused("not_on_the_scale")


def trimmed(choice: Choice) -> Choice:
    """What was given nothing is not there: no dots are not a choice, and no rating is not a zero."""
    match choice:
        case Dots(dots):
            return Dots({option: n for option, n in dots.items() if n})
        case Ratings(ratings):
            return Ratings({option: each for option, each in ratings.items() if each})
        case _:
            return choice
