"""What went wrong on the way, and what it left to see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from talko.demo.check.apart import apart
from talko.demo.check.observed import Observed, Seen
from talko.demo.check.pictures import Picture
from talko.demo.check.wanted import Block
from talko.demo.check.whole import called, wall
from talko.demo.client import Json, at, inside

MINUTE = 60


def moments(block: Block, observed: Observed, seen: Mapping[str, Seen]) -> Iterator[str]:
    for wanted in block["expected"]["moments"]:
        at_all = {key: wanted[key] for key in ("t", "type", "card", "activity") if key in wanted}
        left = dict(one(block, observed, seen, wanted))
        yield from apart(wanted, at_all | left, f"{wanted['t']} {wanted['type']}")
    yield from tries(block["expected"]["closing"]["tries"], observed, block)
    for who, found in observed.back.items():
        own = at(found["mine"], "cards", str(found["step"]))
        if not at(found["mine"], "role") or not own:
            yield f"{who} came back and did not find what was theirs"


def one(block: Block, observed: Observed, seen: Mapping[str, Seen], wanted: Block) -> Iterator[tuple[str, Json]]:
    if "card" in wanted:
        yield "on_the_wall", list(wall(observed.plan.data)).count(text_of(block, wanted["card"]))
    if "minutes" in wanted:
        yield "minutes", extended(seen, wanted["activity"])
    if "ballots" in wanted:
        rounds = at(observed.plan.data, "activities", wanted["activity"], "rounds")
        yield "ballots", next((at(its, "ballots") for its in inside(rounds).values()), None)
    if "refused" in wanted:
        yield "refused", observed.refused.get(wanted["type"], "")


def text_of(block: Block, card: str) -> str:
    cards = [each for step in block["expected"]["activities"].values() for each in step.get("cards", [])]
    standing = {each["id"]: str(each["text"]) for each in cards}
    return {**block["not_published"]["texts"], **standing}.get(card, "")


def extended(seen: Mapping[str, Seen], step: str) -> Json:
    """The time that is added is seen from outside as a later end."""
    added = [its.ends[step][-1] - its.ends[step][0] for its in seen.values() if its.ends.get(step)]
    lasts = {planned(its, step) + each // MINUTE for its, each in zip(seen.values(), added, strict=False)}
    return lasts.pop() if len(lasts) == 1 else None


def planned(its: Seen, step: str) -> int:
    return its.minutes.get(step, 0)


def tries(wanted: list[Block], observed: Observed, block: Block) -> Iterator[str]:
    told = [{"allowed": each["why"] == "", "missing": each["missing"]} for each in observed.tries]
    yield from apart([*map(as_picture, wanted)], told, "tries to close")


def as_picture(wanted: Block) -> Picture:
    return {"allowed": wanted["allowed"], "missing": wanted["missing"]}


__all__ = ["called", "moments"]
