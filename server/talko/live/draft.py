"""What a batch of commands would make of the workshop and its boxes, before the disk has it."""

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from talko.core.ballots.ballot import Ballot, Boxes, Late
from talko.core.happened import Happened
from talko.core.people import Refused, Request, may
from talko.core.whole import Workshop
from talko.core.workshop import Command, decide, replay, settle
from talko.live import wire
from talko.store import log

DAY = 86_400

Answer: TypeAlias = wire.Answer


@dataclass(eq=False, slots=True)
class Asked:
    """A command on its way through the writer."""

    request: Request[Command]
    body: str
    answer: asyncio.Future[Answer]

    def deliver(self, answer: Answer) -> None:
        if not self.answer.done():
            self.answer.set_result(answer)


@dataclass(frozen=True, slots=True)
class Draft:
    workshop: Workshop
    boxes: Boxes
    known: dict[str, str]  # command id -> body, of what was done before this batch
    facts: tuple[log.Fact, ...] = ()
    commands: dict[str, str] = field(default_factory=dict)
    cast: frozenset[str] = frozenset()  # ids of ballots: no log names them, for the larger n holds anyway


def consider(draft: Draft, asked: Asked) -> tuple[Draft, Answer]:
    """An id that was done is answered "done" again, and changes nothing."""
    request = asked.request
    before = draft.commands.get(request.id, draft.known.get(request.id))
    if before is not None:
        return draft, repeated(request.id, before, asked.body)
    outcome = decide(draft.workshop, draft.boxes, request)
    if isinstance(outcome, Refused):
        return draft, wire.No(request.id, outcome.why, missing=outcome.missing)
    return with_outcome(draft, asked, outcome), wire.Done(request.id)


def with_outcome(draft: Draft, asked: Asked, outcome: Sequence[Happened] | Ballot | Late[Happened]) -> Draft:
    match outcome:
        case Ballot():
            changed = replace(draft, cast=draft.cast | {asked.request.id})
        case Late(events=events):
            changed = with_events(draft, asked, events)
        case events:
            changed = with_events(draft, asked, events) if events else draft
    return replace(changed, boxes=settle(changed.workshop, draft.boxes, outcome))


def with_events(draft: Draft, asked: Asked, events: Sequence[Happened]) -> Draft:
    """Once the workshop is closed, what was done is known by its id alone."""
    workshop = replay(draft.workshop, events)
    body = "" if workshop.agenda.closed else asked.body
    return replace(
        draft,
        workshop=workshop,
        facts=draft.facts + tuple(fact(asked.request, each) for each in events),
        commands={**draft.commands, asked.request.id: body},
    )


def consider_without_ids(draft: Draft, asked: Asked) -> tuple[Draft, Answer]:
    """Tests only: a server that does not look at ids, so that the fault test can be seen to fail."""
    unknown = replace(asked.request, id=secrets.token_urlsafe(16))
    changed, answer = consider(draft, Asked(unknown, asked.body, asked.answer))
    return changed, replace(answer, id=asked.request.id)


def repeated(id: str, before: str, body: str) -> Answer:
    """After closing no hash is left to compare with: what is known was done."""
    return wire.Done(id) if before in ("", body) else wire.No(id, "id_taken")


def fact(request: Request[Command], happened: Happened) -> log.Fact:
    """What nobody leads is known by its day only, and by nobody's name."""
    if may(request.seat, "hide") and not request.guest:
        return log.Fact(request.at, happened, request.seat.kind)
    return log.Fact(request.at - request.at % DAY, happened)
