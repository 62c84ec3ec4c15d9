"""What was agreed: records with the way they came about, and what everybody was asked."""

from collections.abc import Sequence
from dataclasses import dataclass

from talko.core.audience import View
from talko.pages.plan.told import in_turn, of_kind, parts, text
from talko.pages.plan.why import Trail, Why, sources_of, title


@dataclass(frozen=True, slots=True)
class Record:
    id: str
    title: View
    its: View
    why: Sequence[Why]
    rounds: Sequence[View]  # of the consent on it


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was asked about; `text` is "" where it was everything together."""

    step: View
    text: str
    lang: str
    result: str
    rounds: Sequence[View]
    concerns: Sequence[View]


def records(told: View, kind_of: str, trail: Trail) -> list[Record]:
    """Those that stand, the nearest day first."""
    plans = [each for _, each in of_kind(told, "plan") if each.get("kind_of") == kind_of]
    every = [one for each in plans for one in parts(each, "records").items() if not one[1].get("dropped")]
    return [
        Record(id, title(its), its, trail.why(sources_of(its)), rounds_on(told, id))
        for id, its in sorted(every, key=due)
    ]


def due(record: tuple[str, View]) -> tuple[str, str]:
    id, its = record
    return text(its, "due") or text(its, "start") or text(its, "told_when") or "9999", id


def rounds_on(told: View, proposal: str) -> list[View]:
    rounds = (round for _, each in of_kind(told, "consent") for round in in_turn(each))
    return [round for round in rounds if round.get("proposal") == proposal]


def proposals(told: View) -> list[Proposal]:
    """Everything that was asked about, in the order of the agenda."""
    return [
        Proposal(each, text(its, "text"), text(its, "lang"), text(its, "result"), rounds, concerns(rounds))
        for _, each in of_kind(told, "consent")
        for proposal, its in parts(each, "proposals").items()
        if (rounds := [round for round in in_turn(each) if round.get("proposal") == proposal])
    ]


def concerns(rounds: Sequence[View]) -> list[View]:
    return [card for round in rounds for card in parts(round, "concerns").values()]


def passed_over(told: View) -> list[View]:
    """What everybody would have been asked."""
    consents = (each for each in parts(told, "activities").values() if each.get("kind") == "consent")
    return [each for each in consents if each.get("passed_over")]
