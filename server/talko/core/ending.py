"""The end of a workshop: what the gate looks at, and what closing does with what is still shut."""

from collections.abc import Iterator
from dataclasses import replace

from talko.core import card
from talko.core.activities import collect, consent, discuss, plan, survey, vote
from talko.core.ballots.ballot import Boxes
from talko.core.beside import brought, gate, needs, questions
from talko.core.card import Cards
from talko.core.handed import from_source, handed, things
from talko.core.happened import Event, Happened
from talko.core.life import Closed, Phase
from talko.core.records.record import Record
from talko.core.whole import Activity, Workshop


def missing(workshop: Workshop) -> tuple[str, ...]:
    return gate.missing(ground(workshop))


def ground(workshop: Workshop) -> gate.Ground:
    records = [each for each in every_record(workshop) if not each.dropped]
    actions = tuple(each for each in records if each.kind != "pilot")
    return gate.Ground(
        closing=workshop.demands,
        records=actions,
        pilots=tuple(each for each in records if each.kind == "pilot"),
        roles=workshop.lobby.came,
        commitment=commitment(workshop),
        unselected={id: each.text for id, each in unselected(workshop).items()},
        selected=frozenset(need_a_response(workshop)),
        heard=frozenset(id for each in actions for id in each.sources),
        previous=frozenset(previous(workshop)),
        state=workshop.closing,
    )


def every_record(workshop: Workshop) -> Iterator[Record]:
    for each in workshop.activities.values():
        if isinstance(each, plan.State):
            yield from each.records.values()


def commitment(workshop: Workshop) -> tuple[str, bool]:
    """What came of the commitment check, and whether it waits for a date."""
    check = workshop.activities.get(workshop.demands.commitment_check)
    if not isinstance(check, consent.State):
        return "", False
    return consent.result_of(check, "all"), any(consent.needs_time_until(check).values())


def unselected(workshop: Workshop) -> Cards:
    """What was voted on and did not go on, and what was asked about and not accepted."""
    left: Cards = {}
    for id, state in workshop.activities.items():
        match state:
            case vote.State() if any(each.tally for each in state.rounds.values()):
                chosen = vote.selected(state)
                left |= {each: its for each, its in handed(workshop, id).items() if each not in chosen}
            case consent.State() if not state.is_commitment and state.rounds:
                proposals = handed(workshop, id)
                over = {each for each in proposals if consent.result_of(state, each) in NOT_TAKEN}
                left |= {each: proposals[each] for each in over}
    return dict(sorted(left.items()))


NOT_TAKEN = ("revise", "unresolved", "rejected", "differing")


def need_a_response(workshop: Workshop) -> Iterator[str]:
    """What was selected or accepted, where a plan of responses rests on it."""
    for id, state in workshop.activities.items():
        if isinstance(state, plan.State) and state.settings.kind == "response":
            for source in workshop.sources[id]:
                if source.take in ("selection", "accepted"):
                    yield from card.wall(from_source(workshop, source)[1])


def previous(workshop: Workshop) -> Cards:
    """What was brought from last time."""
    return card.wall(brought.of(workshop.brought, "previous"))


def to_park(workshop: Workshop) -> Cards:
    """Anything the room can read may be put aside; the gate asks for what was not taken."""
    return things(workshop)


# Closing


def ending(workshop: Workshop, boxes: Boxes) -> Iterator[Happened]:
    for id, state in workshop.activities.items():
        for event in shut(state, boxes):
            yield Happened(id, event)


def shut(state: Activity, boxes: Boxes) -> Iterator[Event]:
    """An open box is counted, so that nothing anybody said is lost; a consent without a date passes."""
    match state:
        case vote.State() | survey.State() | consent.State() if is_shut_in(state):
            yield from [Closed()] if state.life.phase is Phase.OPEN else []
            yield from counted(state, boxes)
        case consent.State():
            yield from (
                consent.TimePassed(round)
                for round, date in consent.needs_time_until(state).items()
                if not date
            )
        case _:
            pass


def is_shut_in(state: vote.State | survey.State | consent.State) -> bool:
    return state.life.phase in (Phase.OPEN, Phase.CLOSED)


def counted(state: vote.State | survey.State | consent.State, boxes: Boxes) -> Iterator[Event]:
    match state:
        case vote.State():
            yield from vote.reveal(state, boxes)
        case survey.State():
            yield from survey.reveal(state, boxes)
        case consent.State():
            found = consent.reveal(state, boxes)
            yield from found
            yield from (
                consent.TimePassed(each.round)
                for each in found
                if isinstance(each, consent.ConsentRevealed) and each.tally.result == "pending"
            )
            yield from (
                consent.TimePassed(round)
                for round, date in consent.needs_time_until(state).items()
                if not date
            )


def forget_hidden(workshop: Workshop) -> Workshop:
    """At closing what was hidden is deleted."""
    return replace(
        workshop,
        activities={id: without_hidden(each) for id, each in workshop.activities.items()},
        brought=brought.forget_hidden(workshop.brought),
        questions=questions.forget_hidden(workshop.questions),
        needs=needs.forget_hidden(workshop.needs),
    )


def without_hidden(activity: Activity) -> Activity:
    match activity:
        case collect.State():
            return collect.forget_hidden(activity)
        case discuss.State():
            return discuss.forget_hidden(activity)
        case survey.State():
            return survey.forget_hidden(activity)
        case consent.State():
            return consent.forget_hidden(activity)
        case _:
            return activity
