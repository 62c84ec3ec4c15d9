"""The workshop: who may ask in it, and what happens then."""

from dataclasses import replace

from talko.core.activities import consent, plan
from talko.core.answers import answer
from talko.core.ballots.ballot import Boxes, CastBallot
from talko.core.beside import agenda, lobby
from talko.core.boxes import settle as settle
from talko.core.card import HideCard
from talko.core.changes import evolve as evolve
from talko.core.changes import replay as replay
from talko.core.commands import Command as Command
from talko.core.commands import Outcome as Outcome
from talko.core.commands import placed
from talko.core.due import passed as passed
from talko.core.due import waiting as waiting
from talko.core.following import following
from talko.core.moving import end, move
from talko.core.people import Refused, Request, helped, may, person
from talko.core.whole import Standing as Standing
from talko.core.whole import Workshop
from talko.core.whole import standing as standing

AFTER_THE_END = HideCard | following.Command | plan.Accept | plan.Decline


def decide(workshop: Workshop, boxes: Boxes, request: Request[Command]) -> Outcome:
    """What happens now: events for the log, a ballot for a box, or a refusal. Nothing is changed here."""
    if refused := is_over(workshop, request) or cannot_help(workshop, request):
        return refused
    request = on_behalf(workshop, request)
    if refused := cannot_ask(workshop, request):
        return refused
    match request.command:
        case agenda.GoOn() | agenda.GoBack():
            return move(workshop, boxes, request)
        case agenda.CloseWorkshop() | agenda.CloseUnfinished():
            return end(workshop, boxes, request)
        case _:
            return placed(request.activity, answer(workshop, boxes, request))


def is_over(workshop: Workshop, request: Request[Command]) -> Refused | None:
    """Who asked for time may still answer, until the date is over; who does something tells how it goes.

    What stays can be hidden for good.
    """
    if not workshop.agenda.closed or isinstance(request.command, AFTER_THE_END):
        return None
    waits = isinstance(request.command, CastBallot | consent.LetPass)
    is_asked = waits and isinstance(workshop.activities.get(request.activity), consent.State)
    return None if is_asked else Refused("workshop_over")


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
    role = workshop.lobby.came.get(person(seat.key), seat.role)
    return replace(request, seat=replace(seat, role=role))


def cannot_ask(workshop: Workshop, request: Request[Command]) -> Refused | None:
    if isinstance(request.command, lobby.Join) or not may(request.seat, "join") or workshop.agenda.closed:
        return None
    return None if lobby.is_in(workshop.lobby, request.seat) else Refused("not_joined")
