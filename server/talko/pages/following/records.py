"""The records of a plan, each with what became of it, as pages show them."""

from collections.abc import Iterator
from dataclasses import dataclass

from talko.core.activities import plan
from talko.core.audience import View
from talko.core.following.line import NOTHING, is_late, status
from talko.core.following.telling import due_now
from talko.core.handed import things
from talko.core.life import Phase
from talko.core.records.record import Record, title_lang
from talko.core.records.record import title as record_title
from talko.core.showing.gate import heard
from talko.core.showing.published import published_activity
from talko.core.whole import Workshop


@dataclass(frozen=True, slots=True)
class Standing:
    """One that was not dropped."""

    activity: str
    record: Record
    title: View
    its: View  # as the plan tells it, also what became of it
    is_late: bool


def standing(workshop: Workshop, today: str) -> list[Standing]:
    """In the order in which they were made."""
    return [each for state in plans(workshop) for each in of_plan(workshop, state, today)]


def find(workshop: Workshop, id: str, today: str) -> Standing | None:
    return next((each for each in standing(workshop, today) if each.record.id == id), None)


def plans(workshop: Workshop) -> Iterator[plan.State]:
    for state in workshop.activities.values():
        if isinstance(state, plan.State) and state.life.phase is not Phase.WAITING:
            yield state


def of_plan(workshop: Workshop, state: plan.State, today: str) -> Iterator[Standing]:
    shown = published_activity(workshop, state)["records"]
    assert isinstance(shown, dict)
    for id, record in plan.standing(state).items():
        its, late = shown[id], late_today(workshop, record, today)
        yield Standing(state.id, record, title(workshop, record), its, late)


def late(workshop: Workshop, today: str) -> set[str]:
    """Those whose day has passed, and that are not over, by id."""
    return {each.record.id for each in standing(workshop, today) if each.is_late}


def late_today(workshop: Workshop, record: Record, today: str) -> bool:
    followed = workshop.following.of.get(record.id, NOTHING)
    return is_late(due_now(record, followed), status(followed), today)


def title(workshop: Workshop, record: Record) -> View:
    """Of a response that has no words yet, what it answers; nothing where there are none at all."""
    if text := record_title(record):
        return {"text": text, "lang": title_lang(record)}
    answers = heard(record, things(workshop))
    return {"text": answers, "lang": ""} if answers else {}
