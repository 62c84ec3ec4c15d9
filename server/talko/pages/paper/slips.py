"""Slips of paper, for whoever writes by hand: cards, ballots and questions, for a helper to type in."""

from collections.abc import Iterator
from dataclasses import dataclass

from talko.core.template import Activity, Collect, Consent, Survey, Template, Vote, kind
from talko.pages.kinds import Told, question, settings
from talko.pages.language import said

A_PAGE = 6  # of cards and ballots
LINES = 4  # of a rating, which names what it rates


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the same slip so many times, or the questions of one survey."""

    kind: str
    step: Activity
    prompt: str
    lang: str
    its: Told
    questions: tuple[Told, ...]
    copies: int


def sheets(template: Template, lang: str) -> Iterator[Sheet]:
    """For the meetings in a room; who answers from home has a device."""
    for session in template.sessions:
        for stage in session.stages:
            for step in stage.activities:
                if not session.days and isinstance(step.settings, Collect | Vote | Consent | Survey):
                    yield sheet(step, template, lang)


def sheet(step: Activity, template: Template, lang: str) -> Sheet:
    asked = step.settings.items if isinstance(step.settings, Survey) else ()
    return Sheet(
        kind(step.settings),
        step,
        *said(step.prompt, lang),
        settings(step, template, lang),
        tuple(question(each, lang) for each in asked),
        1 if isinstance(step.settings, Survey) else A_PAGE,
    )
