"""Surveys, item by item: means and counts, and open answers as loose notes."""

from collections.abc import Sequence

from talko.demo.expected.figures import mean, spread, two
from talko.demo.expected.held import Held, Thing
from talko.demo.expected.sides import figures, mode_of

VALUES = range(1, 6)
NOT_SAID = "na"  # "I can not say" is an answer, but no number rests on it


def survey(held: Held, step: Thing) -> Thing:
    targets = held.template["evaluation"].get("targets", {})
    is_final = step["id"] == held.template["evaluation"]["survey"]
    return {
        "ballots": len(answers(held, step)),
        "items": {item: one_item(held, step, item) for item in step["items"]},
        **({"targets": {item: target(held, step, item) for item in targets}} if is_final else {}),
    }


def one_item(held: Held, step: Thing, item: str) -> Thing:
    given, kind = answering(held, step, item), held.bank[item]["kind"]
    chosen = [each["answers"][item] for each in given]
    if kind == "text":
        return {"n": len(chosen), "texts": sorted(chosen)}
    if kind == "choice":
        named = [option_of(held.bank[item], answer) for answer in chosen]
        counts = {option["id"]: named.count(option["id"]) for option in held.bank[item]["options"]}
        return {"n": len(chosen), "counts": counts}
    return {"n": len(chosen), **scale(chosen), **by_side(held, step, item)}


def scale(chosen: Sequence[int]) -> Thing:
    return {**({"mean": two(mean(chosen))} if chosen else {}), "counts": spread(chosen, VALUES)}


def by_side(held: Held, step: Thing, item: str) -> Thing:
    """An order has no meaning inside one item: it is exact numbers or nothing."""
    given = answering(held, step, item)
    return {"by_side": side_means(held, step, item)} if mode_of(held, given) == "exact" else {}


def side_means(held: Held, step: Thing, item: str) -> Thing:
    given = answering(held, step, item)
    return figures(held, given, lambda some: two(mean([each["answers"][item] for each in some])))


def target(held: Held, step: Thing, item: str) -> Thing:
    """Met by the mean before it is rounded."""
    chosen = [each["answers"][item] for each in answering(held, step, item)]
    wanted = held.template["evaluation"]["targets"][item]
    return {"target": wanted, "met": bool(chosen) and mean(chosen) >= wanted}


def option_of(question: Thing, answer: str) -> str:
    """The example writes the words of an option, in any language."""
    return next(str(option["id"]) for option in question["options"] if answer in option.values())


def answering(held: Held, step: Thing, item: str) -> list[Thing]:
    return [each for each in answers(held, step) if each["answers"].get(item, NOT_SAID) != NOT_SAID]


def answers(held: Held, step: Thing) -> list[Thing]:
    """A survey of one item is written shorter: who, and the answer."""
    happened = held.happened(step["id"])
    given = happened.get("answers", [])
    if isinstance(given, list):
        return given
    return [{"by": who, "answers": {happened["item"]: answer}} for who, answer in given.items()]
