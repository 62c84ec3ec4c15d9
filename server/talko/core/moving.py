"""Going from one activity to another, and the end. What people chose is shown on the way, and not lost."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.ballots.ballot import Boxes
from talko.core.ballots.rounds import has_box
from talko.core.beside import agenda
from talko.core.changes import replay
from talko.core.commands import Command, happened
from talko.core.ending import missing
from talko.core.handed import brings
from talko.core.happened import Event, Happened
from talko.core.life import Closed, Phase, Revealed, opened
from talko.core.people import Refused, Request
from talko.core.whole import Activity, Boxed, Workshop


def move(workshop: Workshop, boxes: Boxes, request: Request[Command]) -> Sequence[Happened] | Refused:
    """Going on reveals what is closed; common work begins and ends by itself. What is open must be closed."""
    if not agenda.takes(request):
        return Refused("not_here")
    went = agenda.decide(workshop.agenda, request)
    if isinstance(went, Refused):
        return went
    here = workshop.activities.get(request.activity)
    leaving = leave(here, boxes, on=isinstance(request.command, agenda.GoOn)) if here else []
    if isinstance(leaving, Refused):
        return leaving
    there = [each.activity for each in went if isinstance(each, agenda.WentTo)]
    arriving = chain.from_iterable(arrive(workshop, id, request.at) for id in there)
    return [*happened(request.activity, leaving), *happened("", went), *arriving]


def leave(activity: Activity, boxes: Boxes, *, on: bool) -> Sequence[Event] | Refused:
    match activity:
        case discuss.State() | cluster.State() | plan.State():
            return [Closed()] if activity.life.phase is Phase.OPEN else []
        case collect.State() | vote.State() | survey.State() | consent.State():
            if activity.life.phase is Phase.OPEN:
                return Refused("still_open")
            return reveal(activity, boxes) if activity.life.phase is Phase.CLOSED and on else []
        case _:
            assert_never(activity)


def reveal(activity: collect.State | Boxed, boxes: Boxes) -> Sequence[Event]:
    match activity:
        case collect.State():
            return [Revealed()]
        case vote.State():
            return vote.reveal(activity, boxes)
        case survey.State():
            return survey.reveal(activity, boxes)
        case consent.State():
            return consent.reveal(activity, boxes)
        case _:
            assert_never(activity)


def arrive(workshop: Workshop, id: str, at: int) -> list[Happened]:
    """What was brought along is read first by whoever leads, and shown by them."""
    match workshop.activities.get(id):
        case discuss.State() as state if state.life.phase is Phase.WAITING and brings(workshop, id):
            return []
        case discuss.State() | cluster.State() | plan.State() as state if state.life.phase is not Phase.OPEN:
            return [Happened(id, opened(at, state.minutes))]
        case _:
            return []


# The end


def end(workshop: Workshop, boxes: Boxes, request: Request[Command]) -> Sequence[Happened] | Refused:
    """What is still shut is counted, not lost; whether something is missing is asked once it is."""
    if refused := cannot_end(workshop, request):
        return refused
    counted = [*counting(workshop, boxes)]
    shut = [*counted, *passing(replay(workshop, counted))]
    return [*shut, Happened("", agenda.closed(missing(replay(workshop, shut))))]


def cannot_end(workshop: Workshop, request: Request[Command]) -> Refused | None:
    if request.activity or not agenda.takes(request):
        return Refused("not_here")
    tried = agenda.decide(workshop.agenda, request, missing(workshop))
    if isinstance(tried, Refused):
        return tried
    by_the_book = isinstance(request.command, agenda.CloseWorkshop)
    is_shut_in = by_the_book and any(map(is_still_to_show, workshop.activities.values()))
    return Refused("still_open") if is_shut_in else None


def is_still_to_show(activity: Activity) -> bool:
    """What may have to be answered for. Were it counted first, the answer would tell what lies in the box."""
    match activity:
        case vote.State() | consent.State():
            return has_box(activity.life)
        case collect.State():
            return activity.life.phase is Phase.OPEN
        case discuss.State() | cluster.State() | plan.State() | survey.State():
            return False
        case _:
            assert_never(activity)


def counting(workshop: Workshop, boxes: Boxes) -> Iterator[Happened]:
    for id, activity in workshop.activities.items():
        yield from happened(id, [Closed()] if activity.life.phase is Phase.OPEN else [])
        yield from happened(id, shown_at_the_end(activity, boxes))


def shown_at_the_end(activity: Activity, boxes: Boxes) -> Sequence[Event]:
    """Of cards only what was closed before: nobody should be shown what the facilitator may not have read."""
    match activity:
        case vote.State() | survey.State() | consent.State():
            return reveal(activity, boxes) if has_box(activity.life) else []
        case collect.State():
            return reveal(activity, boxes) if activity.life.phase is Phase.CLOSED else []
        case discuss.State() | cluster.State() | plan.State():
            return []
        case _:
            assert_never(activity)


def passing(workshop: Workshop) -> Iterator[Happened]:
    """A consent that waits without a date waits no longer."""
    for id, activity in workshop.activities.items():
        if isinstance(activity, consent.State):
            yield from happened(id, [consent.TimePassed(round) for round in consent.undated(activity)])
