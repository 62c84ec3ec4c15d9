"""What nobody may see: hidden texts, people who took nothing on, and the numbers of small groups."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from talko.demo.expected import surveys, votes
from talko.demo.expected.figures import mean, two
from talko.demo.expected.held import Held, Thing
from talko.demo.expected.plans import who_took_on
from talko.demo.expected.sides import figures, mode_of, split


def secret(held: Held, seen: Thing) -> Thing:
    """Of what is `seen`, to tell which numbers of a side can be looked for: those that nothing else has."""
    by_side = sides(held)
    return {
        "texts": taken_away(held),
        "names": [each["name"] for each in held.told["participants"] if each["id"] not in who_took_on(held)],
        "not_this_workshop": from_later(held),
        "by_side": by_side,
        "largest_side_gap": gaps(held),
        "nowhere": sorted(long_numbers([by_side, gaps(held)]) - long_numbers(seen)),
    }


def taken_away(held: Held) -> Thing:
    cards = [
        *held.told["field_cards"],
        *(c for a in held.told["activities"].values() for c in a.get("cards", [])),
    ]
    return {card["id"]: card["text"] for card in cards if "status" in card}


def from_later(held: Held) -> Thing:
    """Texts of the follow-up and of the pilot's review, which come weeks later."""
    review = held.told.get("pilot_review", {})
    return {
        "followup": [each["note"] for each in held.told.get("followup", [])],
        "pilot_review": [*(each["text"] for each in review.get("cards", [])), *decided(review)],
    }


def decided(review: Thing) -> list[str]:
    return [review["decision"]["text"]] if "decision" in review else []


def sides(held: Held) -> Thing:
    """The numbers of each side wherever they may not be told."""
    steps = held.steps().values()
    voted = {step["id"]: numbers_of(held, step) for step in steps if step["type"] == "vote"}
    asked = {step["id"]: untold(held, step) for step in steps if step["type"] == "survey"}
    return {step: found for step, found in {**voted, **asked}.items() if found}


def numbers_of(held: Held, step: Thing) -> Thing:
    if votes.mode(held, step) == "exact":
        return {}
    return figures(held, votes.ballots(held, step), lambda some: votes.side_figures(held, step, some))


def untold(held: Held, step: Thing) -> Thing:
    scales = [item for item in step["items"] if held.bank[item]["kind"] == "scale"]
    return {
        item: surveys.side_means(held, step, item)
        for item in scales
        if mode_of(held, surveys.answering(held, step, item)) != "exact"
    }


def gaps(held: Held) -> Thing:
    """Of each criterion of a rating: the option that users and workers see most differently."""
    rated = [s for s in held.steps().values() if s["type"] == "vote" and s["method"] == "rate"]
    untold = [step for step in rated if votes.mode(held, step) != "exact"]
    return {each: gap(held, step, each) for step in untold for each in votes.weights(step)}


def gap(held: Held, step: Thing, criterion: str) -> Thing:
    apart = {option: difference(held, step, option, criterion) for option in votes.options(held, step)}
    widest = max(apart, key=lambda option: abs(apart[option]))
    return {"item": widest, "users_minus_workers": two(apart[widest])}


def difference(held: Held, step: Thing, option: str, criterion: str) -> Fraction:
    rating = split(held, votes.rating(votes.ballots(held, step), option))
    users, workers = (rating.get(side, []) for side in ("users", "workers"))
    if not users or not workers:
        return Fraction()
    return mean(votes.values(users, option, criterion)) - mean(votes.values(workers, option, criterion))


def long_numbers(told: Any) -> set[str]:
    """The numbers with two decimals, which do not come about by chance as 4 and 4.5 do."""
    return {text for number in numbers(told) if len((text := str(number)).partition(".")[2]) == 2}


def numbers(told: Any) -> Iterator[float]:
    if isinstance(told, float):
        yield told
    elif isinstance(told, dict | list):
        for each in told.values() if isinstance(told, dict) else told:
            yield from numbers(each)
