"""The workshop: which part decides and which changes. Dispatch, and going from one activity to the next."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import partial, reduce
from itertools import chain
from typing import Literal, TypeAlias, assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.assigned import assigned
from talko.core.ballots.ballot import Ballot, Box, Boxes, CastBallot, Late, kept, put
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions
from talko.core.card import HideCard, ShowCard
from talko.core.ending import ending, forget_hidden, missing, previous, to_park
from talko.core.handed import allowed_sources, handed
from talko.core.happened import Event, Happened
from talko.core.life import Closed, Extended, Phase, Revealed, opened
from talko.core.people import Refused, Request, helped, may, person
from talko.core.whole import Activity, Workshop

Command: TypeAlias = (
    collect.Command | discuss.Command | cluster.Command | vote.Command | consent.Command | plan.Command
    | survey.Command | lobby.Command | agenda.Command | brought.Command | questions.Command
    | hard_words.Command | needs.Command | closing.Command
)  # fmt: skip
Outcome: TypeAlias = Sequence[Happened] | Ballot | Late[Happened] | Refused
Standing: TypeAlias = Literal["to_come", "running", "ended"]


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
    """Only who asked for time may still answer, until the date is over."""
    if not workshop.agenda.closed:
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


def placed(activity: str, outcome: Sequence[Event] | Ballot | Late[consent.Event] | Refused) -> Outcome:
    match outcome:
        case Ballot() | Refused():
            return outcome
        case Late(round, nullifier, events):
            return Late(round, nullifier, tuple(happened(activity, events)))
        case events:
            return happened(activity, events)


def happened(activity: str, events: Sequence[Event]) -> list[Happened]:
    return [Happened(activity, event) for event in events]


def answer(
    workshop: Workshop, boxes: Boxes, request: Request[Command]
) -> Sequence[Event] | Ballot | Late[consent.Event] | Refused:
    if not request.activity:
        return answer_itself(workshop, request)
    match workshop.activities.get(request.activity):
        case None:
            return Refused("no_such_activity")
        case discuss.State() as state:
            return discuss.decide(state, request) if discuss.takes(request) else Refused("not_here")
        case collect.State() as state:
            items = handed(workshop, state.id)
            return collect.decide(state, request, items) if collect.takes(request) else Refused("not_here")
        case cluster.State() as state:
            cards = handed(workshop, state.id)
            return cluster.decide(state, request, cards) if cluster.takes(request) else Refused("not_here")
        case plan.State() as state:
            sources = allowed_sources(workshop, state.id)
            return plan.decide(state, request, sources) if plan.takes(request) else Refused("not_here")
        case vote.State() | survey.State() | consent.State() as state:
            return answer_in_round(workshop, boxes, (state, request))
        case unknown:
            assert_never(unknown)


def answer_in_round(
    workshop: Workshop,
    boxes: Boxes,
    asked: tuple[vote.State | survey.State | consent.State, Request[Command]],
) -> Sequence[Event] | Ballot | Late[consent.Event] | Refused:
    match asked:
        case vote.State() as state, request:
            if not vote.takes(request):
                return Refused("not_here")
            options = handed(workshop, state.id)
            return vote.decide(state, request, boxes, options, assigned(workshop, state, request.seat))
        case survey.State() as state, request:
            about = handed(workshop, state.id) if state.settings.per_item else {}
            return (
                survey.decide(state, request, boxes, about) if survey.takes(request) else Refused("not_here")
            )
        case consent.State() as state, request:
            if not consent.takes(request):
                return Refused("not_here")
            return consent.decide(state, request, boxes, handed(workshop, state.id))
        case unknown:
            assert_never(unknown)


def answer_itself(workshop: Workshop, request: Request[Command]) -> Sequence[Event] | Refused:
    if not is_offered(workshop, request.command):
        return Refused("not_here")
    if isinstance(request.command, HideCard | ShowCard):
        return hide_or_show(workshop, request)
    if lobby.takes(request):
        return lobby.decide(workshop.lobby, request)
    if agenda.takes(request):
        return agenda.decide(workshop.agenda, request)
    if questions.takes(request):
        return questions.decide(workshop.questions, request)
    if hard_words.takes(request):
        return hard_words.decide(workshop.hard_words, request)
    if needs.takes(request):
        return needs.decide(workshop.needs, request)
    if closing.takes(request):
        return closing.decide(workshop.closing, request, to_park(workshop), previous(workshop))
    return brought.decide(workshop.brought, request) if brought.takes(request) else Refused("not_here")


def is_offered(workshop: Workshop, command: Command) -> bool:
    """What a template may leave out beside its activities."""
    match command:
        case questions.AskQuestion():
            return workshop.rules.ask_anytime
        case hard_words.FlagWord():
            return workshop.rules.flag_word
        case needs.AskFor():
            return workshop.rules.more_time
        case _:
            return True


def hide_or_show(workshop: Workshop, request: Request[Command]) -> Sequence[Event] | Refused:
    """A question, what somebody felt, or a card that was brought."""
    assert isinstance(request.command, HideCard | ShowCard)
    if request.command.card in workshop.questions.cards and questions.takes(request):
        return questions.decide(workshop.questions, request)
    if request.command.card in workshop.needs.feedback and needs.takes(request):
        return needs.decide(workshop.needs, request)
    assert brought.takes(request)
    return brought.decide(workshop.brought, request)


# Going from one activity to another, and the end


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


def reveal(
    activity: collect.State | vote.State | survey.State | consent.State, boxes: Boxes
) -> Sequence[Event]:
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
    match workshop.activities.get(id):
        case discuss.State() | cluster.State() | plan.State() as state if state.life.phase is not Phase.OPEN:
            return [Happened(id, opened(at, state.minutes))]
        case _:
            return []


def end(workshop: Workshop, boxes: Boxes, request: Request[Command]) -> Sequence[Happened] | Refused:
    """What people answered is counted, not lost; a consent that waits without a date is not settled."""
    if not agenda.takes(request):
        return Refused("not_here")
    closed = agenda.decide(workshop.agenda, request, missing(workshop))
    if isinstance(closed, Refused):
        return closed
    return [*ending(workshop, boxes), *happened("", closed)]


def settle(after: Workshop, boxes: Boxes, outcome: Outcome) -> Boxes:
    """The boxes in the workshop after it. One that nothing happened to is the same object."""
    match outcome:
        case Ballot():
            return {**boxes, outcome.round: put(boxes.get(outcome.round, {}), outcome)}
        case Late(round, nullifier):
            others = {id: each for id, each in boxes[round].items() if id != nullifier}
            return with_box(boxes, round, others if round in waits(after) else {})
        case Refused():
            return boxes
        case facts:
            return reduce(partial(emptied, waits(after)), facts, boxes)


def emptied(waits: Collection[str], boxes: Boxes, fact: Happened) -> Boxes:
    """A round that was counted keeps who asked for time, as long as it waits for them."""
    match fact.event:
        case vote.VoteRevealed(round) | survey.SurveyRevealed(round) | consent.TimePassed(round):
            return with_box(boxes, round, {})
        case consent.ConsentRevealed(round):
            return with_box(boxes, round, kept(boxes.get(round, {})) if round in waits else {})
        case _:
            return boxes


def waits(workshop: Workshop) -> set[str]:
    consents = [each for each in workshop.activities.values() if isinstance(each, consent.State)]
    return {round for each in consents for round in consent.needs_time_until(each)}


def with_box(boxes: Boxes, round: str, box: Box) -> Boxes:
    others = {id: each for id, each in boxes.items() if id != round}
    return {**others, round: box} if box else others


def evolve(workshop: Workshop, fact: Happened) -> Workshop:
    """A fact fits the part it happened in; if not, the log is broken and nobody should go on."""
    event = fact.event
    if not fact.activity:
        return evolve_itself(workshop, event)
    changed = with_activity(workshop, evolved(workshop.activities[fact.activity], event))
    return replace(changed, needs=needs.anew(changed.needs)) if isinstance(event, Extended) else changed


def evolved(activity: Activity, event: Event) -> Activity:
    match activity:
        case discuss.State() as state:
            assert isinstance(event, discuss.Event)
            return discuss.evolve(state, event)
        case collect.State() as state:
            assert isinstance(event, collect.Event)
            return collect.evolve(state, event)
        case cluster.State() as state:
            assert isinstance(event, cluster.Event)
            return cluster.evolve(state, event)
        case vote.State() as state:
            assert isinstance(event, vote.Event)
            return vote.evolve(state, event)
        case consent.State() as state:
            assert isinstance(event, consent.Event)
            return consent.evolve(state, event)
        case plan.State() as state:
            assert isinstance(event, plan.Event)
            return plan.evolve(state, event)
        case survey.State() as state:
            assert isinstance(event, survey.Event)
            return survey.evolve(state, event)
        case unknown:
            assert_never(unknown)


def evolve_itself(workshop: Workshop, event: Event) -> Workshop:
    match event:
        case agenda.WentTo():
            moved = agenda.evolve(workshop.agenda, event)
            counted, anew = lobby.count_sides(workshop.lobby), needs.anew(workshop.needs)
            return replace(workshop, agenda=moved, lobby=counted, needs=anew)
        case card if isinstance(card, questions.Event) and lies_in_questions(workshop, card):
            return replace(workshop, questions=questions.evolve(workshop.questions, card))
        case card if isinstance(card, needs.Event) and lies_in_feedback(workshop, card):
            return replace(workshop, needs=needs.evolve(workshop.needs, card))
        case _:
            return evolve_other(workshop, event)


def lies_in_questions(workshop: Workshop, event: questions.Event) -> bool:
    return isinstance(event, questions.QuestionAsked | questions.QuestionAnswered) or (
        event.card in workshop.questions.cards
    )


def lies_in_feedback(workshop: Workshop, event: needs.Event) -> bool:
    return isinstance(event, needs.AskedFor | needs.FeedbackGiven) or event.card in workshop.needs.feedback


def evolve_other(workshop: Workshop, event: Event) -> Workshop:
    if isinstance(event, lobby.Event):
        return replace(workshop, lobby=lobby.evolve(workshop.lobby, event))
    if isinstance(event, hard_words.Event):
        return replace(workshop, hard_words=hard_words.evolve(workshop.hard_words, event))
    if isinstance(event, closing.Event):
        return replace(workshop, closing=closing.evolve(workshop.closing, event))
    if isinstance(event, agenda.Event):
        moved = replace(workshop, agenda=agenda.evolve(workshop.agenda, event))
        return forget_hidden(moved) if moved.agenda.closed else moved
    assert isinstance(event, brought.Event)
    return replace(workshop, brought=brought.evolve(workshop.brought, event))


def with_activity(workshop: Workshop, activity: Activity) -> Workshop:
    return replace(workshop, activities={**workshop.activities, activity.id: activity})


def replay(start: Workshop, log: Iterable[Happened]) -> Workshop:
    return reduce(evolve, log, start)


# What the room has to look after by itself


def waiting(workshop: Workshop) -> dict[str, int]:
    """How many cards wait in each unhurried strip. The room asks, and releases them when they are due."""
    if workshop.agenda.closed:
        return {}
    strips = [each for each in workshop.activities.values() if isinstance(each, collect.State)]
    return {each.id: n for each in strips if (n := len(collect.waiting(each)))}


def passed(workshop: Workshop, today: str) -> list[tuple[str, str]]:
    """Activity and round of each consent whose date is over without an answer."""
    consents = [each for each in workshop.activities.values() if isinstance(each, consent.State)]
    dates = (
        (each.id, round, date) for each in consents for round, date in consent.needs_time_until(each).items()
    )
    return [(id, round) for id, round, date in dates if date and date < today]


def standing(workshop: Workshop) -> Standing:
    if workshop.agenda.closed:
        return "ended"
    return "running" if workshop.agenda.current else "to_come"
