"""Everything that can be asked of a workshop, and what can come of it."""

from collections.abc import Sequence
from typing import TypeAlias

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.ballots.ballot import Ballot, Late
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.following import following
from talko.core.happened import Event, Happened
from talko.core.people import Refused

Command: TypeAlias = (
    collect.Command | discuss.Command | cluster.Command | vote.Command | consent.Command | plan.Command
    | survey.Command | lobby.Command | agenda.Command | brought.Command | questions.Command
    | hard_words.Command | needs.Command | closing.Command | screen.Command
    | following.Command
)  # fmt: skip
Answer: TypeAlias = Sequence[Event] | Ballot | Late[consent.Event] | Refused  # of the part that was asked
Outcome: TypeAlias = Sequence[Happened] | Ballot | Late[Happened] | Refused


def placed(activity: str, answer: Answer) -> Outcome:
    """What one part of the workshop answers, as it stands in the log."""
    match answer:
        case Ballot() | Refused():
            return answer
        case Late(round, nullifier, events):
            return Late(round, nullifier, tuple(happened(activity, events)))
        case events:
            return happened(activity, events)


def happened(activity: str, events: Sequence[Event]) -> list[Happened]:
    return [Happened(activity, event) for event in events]
