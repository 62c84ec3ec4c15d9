"""What was seen of a play: every frame of two who look on, what others were sent, and the plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from talko.demo.client import Json, Object, at, inside, parsed, shown


@dataclass(frozen=True, slots=True)
class Plan:
    """The page that stays, as anybody sees it, and the same as data."""

    page: str
    data: Object


@dataclass(frozen=True, slots=True)
class Observed:
    frames: Mapping[str, tuple[str, ...]]  # of a screen and a phone, in their order
    sent: Mapping[str, frozenset[str]]  # every frame of every line but the console's -> who was sent it
    minutes: Mapping[str, int]  # that are planned for each activity
    told_later: frozenset[str]  # activities whose results stand on the plan, and nowhere before
    plan: Plan  # when the workshop was over
    later: Plan | None  # days after, where somebody had asked for time
    tries: tuple[Object, ...] = ()  # to close
    refused: Mapping[str, str] = field(default_factory=dict)  # awkward moment -> why
    back: Mapping[str, Object] = field(
        default_factory=dict
    )  # who went and came back -> what was still theirs
    wrote: Mapping[str, str] = field(default_factory=dict)  # text -> who wrote it, and may see it
    lost: tuple[str, ...] = ()  # what was acknowledged and not there after a restart


def views(frames: tuple[str, ...]) -> Iterator[Object]:
    """One after the other, as a client that follows the protocol has them."""
    told: Object = {}
    for text in frames:
        told = shown(parsed(text), told) or told
        yield inside(told.get("view"))


@dataclass(frozen=True, slots=True)
class Seen:
    """What one who looked on has seen of each activity in the end, and of the rest."""

    activities: dict[str, Object]
    last: Object
    ends: dict[str, list[int]]  # when the time of an activity would end, as it was told one after the other


def watched(frames: tuple[str, ...]) -> Seen:
    seen = Seen({}, {}, {})
    for view in views(frames):
        for step, its in inside(view.get("activities")).items():
            seen.activities[step] = inside(its)
            note(seen.ends.setdefault(step, []), at(its, "ends"))
        seen.last.clear()
        seen.last.update(view)
    return seen


def note(ends: list[int], told: Json) -> None:
    if isinstance(told, int) and told and told not in ends:
        ends.append(told)
