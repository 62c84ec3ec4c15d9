"""Everything that can happen in a workshop, and where it happened."""

from dataclasses import dataclass
from typing import TypeAlias

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.following import following

Event: TypeAlias = (
    collect.Event | discuss.Event | cluster.Event | vote.Event | consent.Event | plan.Event | survey.Event
    | lobby.Event | agenda.Event | brought.Event | questions.Event | hard_words.Event | needs.Event
    | closing.Event | screen.Event | following.Event
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Happened:
    activity: str  # "" is the workshop itself
    event: Event
