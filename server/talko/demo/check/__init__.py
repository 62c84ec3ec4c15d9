"""Does what was seen agree with what is expected? Frames, the page of the plan and its data; nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from talko.demo.check.apart import apart
from talko.demo.check.looked_on import for_who_looks_on, who_looked_on
from talko.demo.check.moments import moments
from talko.demo.check.observed import Observed, Seen, watched
from talko.demo.check.plan import for_the_plan, the_plan
from talko.demo.check.unseen import Told, page_lacks, told_to, unseen, words_of
from talko.demo.check.wanted import Block


@dataclass(frozen=True, slots=True)
class Sighted:
    """What was seen, read once, so that it can be laid beside more than one expectation."""

    observed: Observed
    seen: dict[str, Seen]
    told: Told
    page: str  # the plan's, as it is read


def read(observed: Observed) -> Sighted:
    seen = {who: watched(frames) for who, frames in observed.frames.items()}
    return Sighted(observed, seen, told_to(observed), words_of(observed.plan.page))


def differences(sighted: Sighted, block: Block) -> list[str]:
    """`block` is `expected` and `not_published` of an example."""
    return [*all_of(sighted, block["expected"]), *moments(block, sighted.observed, sighted.seen),
            *unseen(block["not_published"], sighted.told, sighted.observed.wrote),
            *sighted.observed.lost]  # fmt: skip


def all_of(sighted: Sighted, expected: Block) -> Iterator[str]:
    observed = sighted.observed
    for who, seen in sighted.seen.items():
        yield from apart(for_who_looks_on(expected, observed.told_later), who_looked_on(seen, expected), who)
    yield from apart(for_the_plan(expected, later=False), the_plan(observed.plan.data, expected), "the plan")
    yield from page_lacks(sighted.page, expected)
    if observed.later:
        wanted = for_the_plan(expected, later=True)
        yield from apart(wanted, the_plan(observed.later.data, expected), "the plan, days after")
