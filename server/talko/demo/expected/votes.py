"""Dots and ratings: the totals, the order, who goes on, and what is told by side."""

from collections.abc import Sequence
from fractions import Fraction

from talko.demo.expected.few import tells_of_the_few
from talko.demo.expected.figures import cut, groups, mean, median, share, spread, top, two
from talko.demo.expected.held import Held, Thing
from talko.demo.expected.sides import figures, mode_of, together

LOW = 2  # ratings of 1 and 2 are told as the share of low ones


def vote(held: Held, step: Thing) -> Thing:
    cast = ballots(held, step)
    order = ordered(held, step, cast)
    selection, run_off = cut(order, step["select_top"])
    return {
        "ballots": len(cast),
        **(dots(held, step, cast) if step["method"] == "dots" else ratings(held, step, cast)),
        "order": order,
        "selection": selection,
        **({"run_off": run_off} if run_off else {}),
        "by_side": by_side(held, step),
    }


def by_side(held: Held, step: Thing) -> Thing:
    """Exact, the top order of users and workers without a number, or nothing."""
    cast, told = ballots(held, step), mode(held, step)
    if told == "exact":
        return {"told": told, **figures(held, cast, lambda some: side_figures(held, step, some))}
    if told == "order_only":
        orders = figures(held, cast, lambda some: top(ordered(held, step, some), step["select_top"]))
        users, workers = orders["users"], orders["workers"]
        if not tells_of_the_few(steps(held, step, cast), users, workers, step["select_top"]):
            return {"told": told, "users": users, "workers": workers}
    return {"told": "none"}


def ordered(held: Held, step: Thing, cast: Sequence[Thing]) -> list[list[str]]:
    """What nobody chose stands nowhere."""
    return groups({option: total for option, total in totals(held, step, cast).items() if total})


def steps(held: Held, step: Thing, cast: Sequence[Thing]) -> dict[str, int]:
    """In whole numbers: dots, or ratings by their weights."""
    by = 1 if step["method"] == "dots" else sum(weights(step).values()) * len(cast)
    return {option: round(total * by) for option, total in totals(held, step, cast).items() if total}


def mode(held: Held, step: Thing) -> str:
    """Ratings are judged option by option, on the ballots that rate it, and shown together."""
    cast = ballots(held, step)
    if step["method"] == "dots":
        return mode_of(held, cast)
    return together(mode_of(held, rating(cast, option)) for option in options(held, step))


def side_figures(held: Held, step: Thing, some: list[Thing]) -> Thing:
    """The numbers of one side: dots, or the mean of each criterion and the score."""
    sums = totals(held, step, some)
    if step["method"] == "dots":
        return {option: int(total) for option, total in sums.items()}
    return {
        option: {
            **{each: two(mean(values(some, option, each))) for each in weights(step)},
            "score": two(score),
        }
        for option, score in sums.items()
    }


def totals(held: Held, step: Thing, cast: Sequence[Thing]) -> dict[str, Fraction]:
    """What the order rests on. An option that nobody rated has none: no answer is not a zero."""
    if step["method"] == "dots":
        return {
            option: Fraction(sum(ballot["dots"].get(option, 0) for ballot in cast))
            for option in options(held, step)
        }
    return {option: weighted(step, cast, option) for option in options(held, step) if rating(cast, option)}


def dots(held: Held, step: Thing, cast: Sequence[Thing]) -> Thing:
    sums = totals(held, step, cast)
    return {
        "dots_cast": int(sum(sums.values())),
        "dots": {option: int(sums[option]) for equals in groups(sums) for option in equals},
    }


def ratings(held: Held, step: Thing, cast: Sequence[Thing]) -> Thing:
    return {
        "options": {
            option: {
                "ratings": len(rating(cast, option)),
                "score": two(score),
                **{each: criterion(step, values(cast, option, each)) for each in weights(step)},
            }
            for option, score in totals(held, step, cast).items()
        }
    }


def criterion(step: Thing, given: list[int]) -> Thing:
    lowest, highest = step["scale"]
    return {
        "mean": two(mean(given)),
        "median": median(given),
        "share_low": share(sum(value <= LOW for value in given), len(given)),
        "spread": spread(given, range(lowest, highest + 1)),
    }


def weighted(step: Thing, cast: Sequence[Thing], option: str) -> Fraction:
    parts = [weight * mean(values(cast, option, each)) for each, weight in weights(step).items()]
    return sum(parts, Fraction()) / sum(weights(step).values())


def weights(step: Thing) -> dict[str, int]:
    return {each["id"]: each.get("weight", 1) for each in step["criteria"]}


def rating(cast: Sequence[Thing], option: str) -> list[Thing]:
    return [ballot for ballot in cast if option in ballot["ratings"]]


def values(cast: Sequence[Thing], option: str, criterion: str) -> list[int]:
    return [ballot["ratings"][option][criterion] for ballot in rating(cast, option)]


def options(held: Held, step: Thing) -> list[str]:
    """The themes that the vote is about."""
    (entry,) = step["from"]
    return [theme["id"] for theme in held.happened(entry["activity"])[entry["take"]]]


def ballots(held: Held, step: Thing) -> list[Thing]:
    """Those within the budget: one that is over it is refused whole."""
    cast: list[Thing] = held.happened(step["id"]).get("ballots", [])
    return [ballot for ballot in cast if step["method"] != "dots" or within(step, ballot["dots"])]


def within(step: Thing, dots: dict[str, int]) -> bool:
    most, most_on_one = int(step["budget"]), int(step["max_per_item"])
    return sum(dots.values()) <= most and max(dots.values(), default=0) <= most_on_one
