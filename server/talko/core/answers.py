"""Which part of the workshop answers what is asked of it."""

from typing import assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.assigned import assigned
from talko.core.ballots.ballot import Boxes
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.card import HideCard, ShowCard
from talko.core.commands import Answer, Command
from talko.core.ending import previous
from talko.core.following import following
from talko.core.handed import handed, other_sources, record_of, things
from talko.core.people import Refused, Request
from talko.core.whole import Boxed, Workshop

NOT_HERE = Refused("not_here")


def answer(workshop: Workshop, boxes: Boxes, request: Request[Command]) -> Answer:
    if not request.activity:
        return answer_itself(workshop, request)
    match workshop.activities.get(request.activity):
        case None:
            return Refused("no_such_activity")
        case vote.State() | survey.State() | consent.State() as state:
            return answer_in_round(workshop, boxes, (state, request))
        case discuss.State() | collect.State() | cluster.State() | plan.State() as state:
            return answer_openly(workshop, state, request)
        case unknown:
            assert_never(unknown)


def answer_openly(
    workshop: Workshop,
    state: discuss.State | collect.State | cluster.State | plan.State,
    request: Request[Command],
) -> Answer:
    given = handed(workshop, state.id)
    match state:
        case discuss.State():
            return discuss.decide(state, request) if discuss.takes(request) else NOT_HERE
        case collect.State():
            return collect.decide(state, request, given) if collect.takes(request) else NOT_HERE
        case cluster.State():
            return cluster.decide(state, request, given) if cluster.takes(request) else NOT_HERE
        case plan.State():
            sources = plan.Sources(given, other_sources(workshop))
            return plan.decide(state, request, sources) if plan.takes(request) else NOT_HERE
        case _:
            assert_never(state)


def answer_in_round(workshop: Workshop, boxes: Boxes, asked: tuple[Boxed, Request[Command]]) -> Answer:
    state, request = asked
    given = handed(workshop, state.id)
    match state:
        case vote.State():
            options = vote.Options(tuple(given), assigned(workshop, state, request.seat))
            return vote.decide(state, request, boxes, options) if vote.takes(request) else NOT_HERE
        case survey.State():
            return survey.decide(state, request, boxes, given) if survey.takes(request) else NOT_HERE
        case consent.State():
            return consent.decide(state, request, boxes, given) if consent.takes(request) else NOT_HERE
        case _:
            assert_never(state)


# The workshop itself, and what is beside every activity


def answer_itself(workshop: Workshop, request: Request[Command]) -> Answer:
    if not is_offered(workshop, request.command):
        return NOT_HERE
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
    if screen.takes(request):
        return screen.decide(workshop.screen, request)
    if following.takes(request):
        about, is_over = record_of(workshop, request.command.record), workshop.agenda.closed
        return following.decide(workshop.following, request, about, is_over=is_over)
    if closing.takes(request):
        return closing.decide(workshop.closing, request, things(workshop), previous(workshop))
    return brought.decide(workshop.brought, request) if brought.takes(request) else NOT_HERE


def is_offered(workshop: Workshop, command: Command) -> bool:
    """What a template may leave out beside its activities."""
    match command:
        case questions.AskQuestion():
            return workshop.rules.ask_anytime
        case hard_words.FlagWord():
            return workshop.rules.flag_word
        case needs.AskFor(need):
            return need == "unclear" or workshop.rules.more_time
        case _:
            return True


def hide_or_show(workshop: Workshop, request: Request[Command]) -> Answer:
    """A question, what somebody felt, or a card that was brought."""
    assert isinstance(request.command, HideCard | ShowCard)
    if request.command.card in workshop.questions.cards and questions.takes(request):
        return questions.decide(workshop.questions, request)
    if request.command.card in workshop.needs.feedback and needs.takes(request):
        return needs.decide(workshop.needs, request)
    assert brought.takes(request)
    return brought.decide(workshop.brought, request)
