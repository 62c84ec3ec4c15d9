"""What everybody sees of a vote that was counted."""

from collections.abc import Mapping
from fractions import Fraction

from talko.core import template
from talko.core.audience import Json, View
from talko.core.ballots import figures
from talko.core.ballots.agreeing import agreement
from talko.core.ballots.count_votes import means, score
from talko.core.ballots.figures import Counts, three, two
from talko.core.ballots.rounds import Round
from talko.core.ballots.tally import BySide, Groups, Sum, VoteTally


def show(vote: template.Vote, round: Round[VoteTally], nth: int) -> View:
    tally = round.tally
    if not tally:
        return {}
    run_off: View = {"run_off": True} if round.run_off else {}
    tied: View = {"tied": list(tally.run_off)} if tally.run_off else {}
    return {
        "nth": nth,
        **run_off,
        "ballots": tally.ballots,
        "options": {id: show_option(vote, tally, id) for id in round.about},
        **tied,
        "by_side": by_side(vote, tally.by_side),
    }


def show_option(vote: template.Vote, tally: VoteTally, option: str) -> View:
    """In a word, too, whether the sides agree about it."""
    said = agreement(vote, tally.by_side, option)
    sides: View = {"sides": said} if said else {}
    return {**place(tally, ranks(tally.order), option), **numbers(vote, tally, option), **sides}


def ranks(order: Groups) -> Mapping[str, int]:
    """Equal ones have the same, and after two firsts comes a third."""
    listed = [option for equals in order for option in equals]
    return {option: listed.index(equals[0]) + 1 for equals in order for option in equals}


def place(tally: VoteTally, places: Mapping[str, int], option: str) -> View:
    rank: View = {"rank": places[option]} if option in places else {}
    return {**rank, **({"selected": True} if option in tally.selection else {})}


def numbers(vote: template.Vote, tally: VoteTally, option: str) -> View:
    if option in tally.dots:
        return {"dots": tally.dots[option]}
    spread = tally.spread.get(option, {})
    rated: View = {"score": two(score(vote, means(spread)))} if spread else {}
    criteria: View = {id: criterion(vote, counts) for id, counts in spread.items()}
    return {"ratings": tally.rated[option], **rated, "criteria": criteria}


def criterion(vote: template.Vote, counts: Counts) -> View:
    """The low ones are the two lowest numbers of the scale."""
    low = range(vote.scale[0], vote.scale[0] + 2)
    return {
        "mean": two(figures.mean(counts)),
        "median": two(figures.median(counts)),
        "share_low": three(figures.share(counts, low)),
        "spread": counts,
    }


def by_side(vote: template.Vote, told: BySide) -> View:
    dots: View = {side: each_with("dots", its) for side, its in told.dots.items()}
    ratings: View = {side: side_means(vote, its) for side, its in told.ratings.items()}
    order: View = {side: each_with("rank", ranks(its)) for side, its in told.order.items()}
    return {"told": told.told, **dots, **ratings, **order}


def each_with(name: str, numbers: Mapping[str, int]) -> Json:
    return {option: {name: number} for option, number in numbers.items()}


def side_means(vote: template.Vote, ratings: Mapping[str, Mapping[str, Sum]]) -> Json:
    exact = {id: {each: mean(its) for each, its in sums.items()} for id, sums in ratings.items()}
    return {
        option: {"score": two(score(vote, its)), "criteria": {id: two(value) for id, value in its.items()}}
        for option, its in exact.items()
    }


def mean(sum: Sum) -> Fraction:
    return Fraction(sum.total, sum.n)
