"""The workshop: which part decides and which changes. Dispatch, and what one activity hands to the next."""

from __future__ import annotations  # in Workshop the names of modules become names of fields

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import chain
from typing import Literal, TypeAlias, assert_never

from talko.core import agenda, brought, card, lobby, template
from talko.core.activities import collect, discuss
from talko.core.card import Cards
from talko.core.life import Closed, Phase, Revealed, opened
from talko.core.people import Refused, Request, helped, may, person

Activity: TypeAlias = collect.State | discuss.State
Command: TypeAlias = collect.Command | discuss.Command | lobby.Command | agenda.Command | brought.Command
Event: TypeAlias = collect.Event | discuss.Event | lobby.Event | agenda.Event | brought.Event
Standing: TypeAlias = Literal["to_come", "running", "ended"]


@dataclass(frozen=True, slots=True)
class Workshop:
    sources: Mapping[str, tuple[template.Source, ...]] = field(default_factory=dict)  # by activity
    agenda: agenda.State = field(default_factory=agenda.State)
    lobby: lobby.State = field(default_factory=lobby.State)
    brought: brought.State = field(default_factory=brought.State)
    activities: dict[str, Activity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Happened:
    activity: str  # "" is the workshop itself
    event: Event


def begin(plan: template.Template, most: int = 1000) -> Workshop:
    """A workshop in which nothing has happened yet, for at most so many people."""
    steps = template.activities(plan)
    return Workshop(
        sources={id: step.sources for id, step in steps.items()},
        agenda=agenda.State(order=tuple(steps)),
        lobby=lobby.State(most=most),
        activities={id: start(step) for id, step in steps.items()},
    )


def start(step: template.Activity) -> Activity:
    match step.settings:
        case template.Collect() as settings:
            return collect.State(step.id, settings, step.minutes)
        case other:
            return discuss.State(step.id, template.kind(other), step.minutes)


def decide(workshop: Workshop, request: Request[Command]) -> Sequence[Happened] | Refused:
    """What happens now: events for the log, or a refusal. Nothing is changed here."""
    if workshop.agenda.closed:
        return Refused("workshop_over")
    if refused := cannot_help(workshop, request):
        return refused
    request = on_behalf(workshop, request)
    if refused := cannot_ask(workshop, request):
        return refused
    match request.command:
        case agenda.GoOn() | agenda.GoBack():
            return move(workshop, request)
        case _:
            events = answer(workshop, request)
            return events if isinstance(events, Refused) else happened(request.activity, events)


def cannot_help(workshop: Workshop, request: Request[Command]) -> Refused | None:
    if request.guest and not may(request.seat, "help"):
        return Refused("may_not")
    joins = request.guest and isinstance(request.command, lobby.Join)
    if joins and not lobby.can_be_number(workshop.lobby, request.seat, request.guest):
        return Refused("not_this_way")
    return None


def on_behalf(workshop: Workshop, request: Request[Command]) -> Request[Command]:
    """What a helper asks for somebody without a phone, is asked from that person's seat."""
    if not request.guest:
        return request
    seat = helped(request.seat, request.guest)
    role = workshop.lobby.people.get(person(seat.key), seat.role)
    return replace(request, seat=replace(seat, role=role))


def cannot_ask(workshop: Workshop, request: Request[Command]) -> Refused | None:
    if isinstance(request.command, lobby.Join) or not may(request.seat, "join"):
        return None
    return None if lobby.is_in(workshop.lobby, request.seat) else Refused("not_joined")


def answer(workshop: Workshop, request: Request[Command]) -> Sequence[Event] | Refused:
    if not request.activity:
        return answer_itself(workshop, request)
    match workshop.activities.get(request.activity):
        case None:
            return Refused("no_such_activity")
        case collect.State() as state:
            items = handed(workshop, request.activity)
            return collect.decide(state, request, items) if collect.takes(request) else Refused("not_here")
        case discuss.State() as state:
            return discuss.decide(state, request) if discuss.takes(request) else Refused("not_here")
        case unknown:
            assert_never(unknown)


def answer_itself(workshop: Workshop, request: Request[Command]) -> Sequence[Event] | Refused:
    if lobby.takes(request):
        return lobby.decide(workshop.lobby, request)
    if agenda.takes(request):
        return agenda.decide(workshop.agenda, request)
    return brought.decide(workshop.brought, request) if brought.takes(request) else Refused("not_here")


def move(workshop: Workshop, request: Request[Command]) -> Sequence[Happened] | Refused:
    """Going on reveals what is closed, and a talk begins by itself. What is open must be closed first."""
    if not agenda.takes(request):
        return Refused("not_here")
    went = agenda.decide(workshop.agenda, request)
    if isinstance(went, Refused):
        return went
    leaving = leave(workshop.activities.get(request.activity), on=isinstance(request.command, agenda.GoOn))
    if isinstance(leaving, Refused):
        return leaving
    there = [each.activity for each in went if isinstance(each, agenda.WentTo)]
    arriving = chain.from_iterable(arrive(workshop, id, request.at) for id in there)
    return [*happened(request.activity, leaving), *happened("", went), *arriving]


def leave(activity: Activity | None, *, on: bool) -> Sequence[Closed | Revealed] | Refused:
    match activity:
        case collect.State(life=life) if life.phase is Phase.OPEN:
            return Refused("still_open")
        case collect.State(life=life) if life.phase is Phase.CLOSED and on:
            return [Revealed()]
        case discuss.State(life=life) if life.phase is Phase.OPEN:
            return [Closed()]
        case _:
            return []


def arrive(workshop: Workshop, id: str, at: int) -> list[Happened]:
    match workshop.activities.get(id):
        case discuss.State(life=life, minutes=minutes) if life.phase is not Phase.OPEN:
            return [Happened(id, opened(at, minutes))]
        case _:
            return []


def happened(activity: str, events: Sequence[Event]) -> list[Happened]:
    return [Happened(activity, event) for event in events]


def evolve(workshop: Workshop, fact: Happened) -> Workshop:
    """A fact fits the part it happened in; if not, the log is broken and nobody should go on."""
    event = fact.event
    if not fact.activity:
        return evolve_itself(workshop, event)
    match workshop.activities[fact.activity]:
        case collect.State() as state:
            assert isinstance(event, collect.Event)
            return with_activity(workshop, collect.evolve(state, event))
        case discuss.State() as state:
            assert isinstance(event, discuss.Event)
            return with_activity(workshop, discuss.evolve(state, event))
        case unknown:
            assert_never(unknown)


def evolve_itself(workshop: Workshop, event: Event) -> Workshop:
    if isinstance(event, lobby.Event):
        return replace(workshop, lobby=lobby.evolve(workshop.lobby, event))
    if isinstance(event, agenda.Event):
        counted = lobby.count_sides(workshop.lobby) if isinstance(event, agenda.WentTo) else workshop.lobby
        moved = replace(workshop, agenda=agenda.evolve(workshop.agenda, event), lobby=counted)
        return forget_hidden(moved) if moved.agenda.closed else moved
    assert isinstance(event, brought.Event)
    return replace(workshop, brought=brought.evolve(workshop.brought, event))


def with_activity(workshop: Workshop, activity: Activity) -> Workshop:
    return replace(workshop, activities={**workshop.activities, activity.id: activity})


def forget_hidden(workshop: Workshop) -> Workshop:
    """At closing what was hidden is deleted."""
    activities: dict[str, Activity] = {
        id: collect.forget_hidden(each) if isinstance(each, collect.State) else each
        for id, each in workshop.activities.items()
    }
    return replace(workshop, activities=activities, brought=brought.forget_hidden(workshop.brought))


def replay(start: Workshop, log: Iterable[Happened]) -> Workshop:
    return reduce(evolve, log, start)


def handed(workshop: Workshop, id: str) -> Cards:
    """What a room reads in the activity or is asked about, as `from` in its template says."""
    every = (each for _, cards in lies_there(workshop, id) for each in cards.values())
    return card.wall({each.id: each for each in every})


def lies_there(workshop: Workshop, id: str) -> list[tuple[str, Cards]]:
    """By the activity where they were written, "" for what was brought; also what was hidden of them."""
    return [from_source(workshop, source) for source in workshop.sources[id]]


def from_source(workshop: Workshop, source: template.Source) -> tuple[str, Cards]:
    if source.brought:
        return "", brought.of(workshop.brought, source.brought)
    earlier = workshop.activities.get(source.activity)
    return source.activity, collect.taken(earlier) if isinstance(earlier, collect.State) else {}


def waiting(workshop: Workshop) -> dict[str, int]:
    """How many cards wait in each unhurried strip. The room asks, and releases them when they are due."""
    if workshop.agenda.closed:
        return {}
    strips = [each for each in workshop.activities.values() if isinstance(each, collect.State)]
    return {each.id: n for each in strips if (n := len(collect.waiting(each)))}


def standing(workshop: Workshop) -> Standing:
    if workshop.agenda.closed:
        return "ended"
    return "running" if workshop.agenda.current else "to_come"
