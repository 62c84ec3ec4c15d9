"""The whole of a workshop as one value: where the room is, who is in it, and every activity of its agenda."""

from __future__ import annotations  # in Workshop the names of modules become names of fields

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from talko.core import template
from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.following import following

Boxed: TypeAlias = vote.State | survey.State | consent.State  # answered in secret
Activity: TypeAlias = discuss.State | collect.State | cluster.State | plan.State | Boxed
Standing: TypeAlias = Literal["to_come", "running", "ended"]

NO_RULES = template.Rules("none")
NO_DEMANDS = template.Closing(0, (), ())
NO_BANK = template.ItemBank({}, {})


@dataclass(frozen=True, slots=True)
class Workshop:
    sources: Mapping[str, tuple[template.Source, ...]] = field(default_factory=dict)  # by activity
    stages: Mapping[str, template.StageName] = field(default_factory=dict)  # by activity
    rules: template.Rules = NO_RULES
    demands: template.Closing = NO_DEMANDS
    evaluation: template.Evaluation = template.Evaluation("")
    agenda: agenda.State = field(default_factory=agenda.State)
    lobby: lobby.State = field(default_factory=lobby.State)
    brought: brought.State = field(default_factory=brought.State)
    questions: questions.State = field(default_factory=questions.State)
    hard_words: hard_words.State = field(default_factory=hard_words.State)
    needs: needs.State = field(default_factory=needs.State)
    screen: screen.State = field(default_factory=screen.State)
    closing: closing.State = field(default_factory=closing.State)
    following: following.State = field(default_factory=following.State)
    activities: dict[str, Activity] = field(default_factory=dict)


def begin(
    template_: template.Template,
    most: int = 1000,
    bank: template.ItemBank = NO_BANK,
    langs: tuple[str, ...] = (),
) -> Workshop:
    """A workshop in which nothing has happened yet, for at most so many people, in these languages."""
    steps = template.activities(template_)
    stages = (stage for session in template_.sessions for stage in session.stages)
    return Workshop(
        sources={id: step.sources for id, step in steps.items()},
        stages={step.id: stage.stage for stage in stages for step in stage.activities},
        rules=template_.settings,
        demands=template_.closing,
        evaluation=template_.evaluation,
        agenda=agenda.State(order=tuple(steps)),
        lobby=lobby.State(most=most),
        screen=screen.State(langs),
        activities={id: start(step, template_, bank) for id, step in steps.items()},
    )


def start(step: template.Activity, whole: template.Template, bank: template.ItemBank) -> Activity:
    id, minutes = step.id, step.minutes
    match step.settings:
        case template.Discuss() as settings:
            return discuss.State(id, settings, minutes)
        case template.Collect() as settings:
            return collect.State(id, settings, minutes)
        case template.Cluster() as settings:
            return cluster.State(id, settings, minutes)
        case template.Vote() as settings:
            return vote.State(id, settings, whole.settings, minutes)
        case template.Consent() as settings:
            return consent.State(id, settings, whole.closing.commitment_check == id, minutes)
        case template.Plan() as settings:
            return plan.State(id, settings, minutes)
        case template.Survey() as settings:
            return survey.State(id, settings, whole.settings, bank, minutes, settings.items)
        case _:
            assert_never(step.settings)


def standing(workshop: Workshop) -> Standing:
    if workshop.agenda.closed:
        return "ended"
    return "running" if workshop.agenda.current else "to_come"
