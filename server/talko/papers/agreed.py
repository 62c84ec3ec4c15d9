"""What was agreed: records with the way they came about, and what everybody was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talko.core.audience import View
from talko.papers.view import Told, in_turn, of_kind, parts, text
from talko.papers.why import Trail, Why, sources_of


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
    id: str
    text: str
    lang: str
    result: str
    rounds: Sequence[View]
    concerns: Sequence[View]
    is_record: bool  # and stands in the plan with its rounds


def records(told: View, kind_of: str, beside: tuple[Trail, Told]) -> list[Record]:
    """Those that stand, the nearest day first."""
    trail, texts = beside
    titles = trail.titles()
    plans = [each for _, each in of_kind(told, "plan") if each.get("kind_of") == kind_of]
    every = [one for each in plans for one in parts(each, "records").items() if not one[1].get("dropped")]
    return [
        Record(id, titles.get(id, {}), its, trail.why(sources_of(its)), rounds_on(told, id, texts))
        for id, its in sorted(every, key=due)
    ]


def due(record: tuple[str, View]) -> tuple[str, str]:
    id, its = record
    return text(its, "due") or text(its, "start") or text(its, "told_when") or "9999", id


def rounds_on(told: View, proposal: str, texts: Told) -> list[View]:
    return [round for id, each in of_kind(told, "consent") for round in rounds(id, each, proposal, texts)]


def rounds(id: str, consent: View, proposal: str, texts: Told) -> list[View]:
    """Each with the scale on which people answered."""
    its = {"scale": scale(texts, id)}
    return [{**round, **its} for round in in_turn(consent) if round.get("proposal") == proposal]


def scale(texts: Told, id: str) -> str:
    steps = texts["activities"]
    assert isinstance(steps, Mapping)
    return str(steps[id]["consent"]["scale"])


def proposals(told: View, texts: Told) -> list[Proposal]:
    """Everything that was asked about, in the order of the agenda."""
    return [
        Proposal(
            each,
            proposal,
            text(its, "text"),
            text(its, "lang"),
            text(its, "result"),
            asked,
            concerns(asked),
            "record" in its,
        )
        for id, each in of_kind(told, "consent")
        for proposal, its in parts(each, "proposals").items()
        if (asked := rounds(id, each, proposal, texts))
    ]


def concerns(rounds: Sequence[View]) -> list[View]:
    return [card for round in rounds for card in parts(round, "concerns").values()]


def passed_over(told: View) -> list[View]:
    """What everybody would have been asked."""
    consents = (each for each in parts(told, "activities").values() if each.get("kind") == "consent")
    return [each for each in consents if each.get("passed_over")]
