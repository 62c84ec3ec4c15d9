"""What went wrong on the way, and what it left to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talko.demo.check.apart import apart
from talko.demo.check.names import Picture, names_in
from talko.demo.check.observed import Observed, Seen
from talko.demo.check.plan import called, wall
from talko.demo.check.wanted import Block, names_of
from talko.demo.client import Json, at, inside

MINUTE = 60


def moments(block: Block, observed: Observed, seen: Mapping[str, Seen]) -> Iterator[str]:
    for wanted in block["expected"]["moments"]:
        same = {key: wanted[key] for key in ("t", "type", "card", "activity") if key in wanted}
        left = dict(one(block, observed, seen, wanted))
        yield from apart(wanted, same | left, f"{wanted['t']} {wanted['type']}")
    yield from apart(tries(block["expected"]), tried(observed), "tries to close")
    yield from back(observed)


def one(
    block: Block, observed: Observed, seen: Mapping[str, Seen], wanted: Block
) -> Iterator[tuple[str, Json]]:
    if "card" in wanted:
        yield "on_the_wall", list(wall(observed.plan.data)).count(text_of(block, wanted["card"]))
    if "minutes" in wanted:
        yield "minutes", extended(observed, seen, wanted["activity"])
    if "ballots" in wanted:
        rounds = at(observed.plan.data, "activities", wanted["activity"], "rounds")
        yield "ballots", next((at(its, "ballots") for its in inside(rounds).values()), None)
    if wanted["type"] in observed.refused:
        yield "refused", observed.refused[wanted["type"]]


def text_of(block: Block, card: str) -> str:
    cards = [each for step in block["expected"]["activities"].values() for each in step.get("cards", [])]
    standing = {each["id"]: str(each["text"]) for each in cards}
    return str({**block["not_published"]["texts"], **standing}.get(card, ""))


def extended(observed: Observed, seen: Mapping[str, Seen], step: str) -> Json:
    """Time that is added is seen from outside as a later end; all who look on see the same."""
    ends = [its.ends[step] for its in seen.values() if its.ends.get(step)]
    lasts = {observed.minutes[step] + (each[-1] - each[0]) // MINUTE for each in ends}
    return lasts.pop() if len(lasts) == 1 else None


def tries(expected: Block) -> Picture:
    names = names_of(expected)
    return numbered([(each["allowed"], [called(names, key) for key in each["missing"]])
                     for each in expected["closing"]["tries"]])  # fmt: skip


def tried(observed: Observed) -> Picture:
    names = names_in(observed.plan.data)
    return numbered([(not each["why"], [called(names, str(key)) for key in listed(each["missing"])])
                     for each in observed.tries])  # fmt: skip


def numbered(told: list[tuple[bool, list[str]]]) -> Picture:
    return {
        str(nth): {"allowed": allowed, "missing": [*missing]}
        for nth, (allowed, missing) in enumerate(told, 1)
    }


def listed(told: Json) -> list[Json]:
    return told if isinstance(told, list) else []


def back(observed: Observed) -> Iterator[str]:
    for who, found in observed.back.items():
        own = at(found["mine"], "cards", str(found["step"]))
        if not at(found["mine"], "role") or not own:
            yield f"{who} came back and did not find what was theirs"
