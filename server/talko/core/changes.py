"""What a fact changes: it fits the part it happened in; if not, the log is broken and nobody should go on."""

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.following import following
from talko.core.happened import Event, Happened
from talko.core.life import Extended
from talko.core.whole import Activity, Boxed, Workshop


def replay(start: Workshop, log: Iterable[Happened]) -> Workshop:
    return reduce(evolve, log, start)


def evolve(workshop: Workshop, fact: Happened) -> Workshop:
    """When it is over, what is hidden is deleted; also what is hidden later, for the plan stays."""
    changed = evolve_part(workshop, fact)
    return forget_hidden(changed) if changed.agenda.closed else changed


def evolve_part(workshop: Workshop, fact: Happened) -> Workshop:
    event = fact.event
    if not fact.activity:
        return evolve_itself(workshop, event)
    changed = with_activity(workshop, evolved(workshop.activities[fact.activity], event))
    return replace(changed, needs=needs.anew(changed.needs)) if isinstance(event, Extended) else changed


def with_activity(workshop: Workshop, activity: Activity) -> Workshop:
    return replace(workshop, activities={**workshop.activities, activity.id: activity})


def evolved(activity: Activity, event: Event) -> Activity:
    match activity:
        case vote.State() | survey.State() | consent.State():
            return evolved_round(activity, event)
        case discuss.State():
            assert isinstance(event, discuss.Event)
            return discuss.evolve(activity, event)
        case collect.State():
            assert isinstance(event, collect.Event)
            return collect.evolve(activity, event)
        case cluster.State():
            assert isinstance(event, cluster.Event)
            return cluster.evolve(activity, event)
        case plan.State():
            assert isinstance(event, plan.Event)
            return plan.evolve(activity, event)
        case _:
            assert_never(activity)


def evolved_round(activity: Boxed, event: Event) -> Boxed:
    match activity:
        case vote.State():
            assert isinstance(event, vote.Event)
            return vote.evolve(activity, event)
        case survey.State():
            assert isinstance(event, survey.Event)
            return survey.evolve(activity, event)
        case consent.State():
            assert isinstance(event, consent.Event)
            return consent.evolve(activity, event)
        case _:
            assert_never(activity)


# The workshop itself


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
    own = needs.AskedFor | needs.NeedTakenBack | needs.FeedbackGiven
    return isinstance(event, own) or event.card in workshop.needs.feedback


def evolve_other(workshop: Workshop, event: Event) -> Workshop:
    if isinstance(event, lobby.Event):
        return replace(workshop, lobby=lobby.evolve(workshop.lobby, event))
    if isinstance(event, hard_words.Event):
        return replace(workshop, hard_words=hard_words.evolve(workshop.hard_words, event))
    if isinstance(event, screen.Event):
        return replace(workshop, screen=screen.evolve(workshop.screen, event))
    if isinstance(event, closing.Event):
        return replace(workshop, closing=closing.evolve(workshop.closing, event))
    if isinstance(event, following.Event):
        return replace(workshop, following=following.evolve(workshop.following, event))
    if isinstance(event, agenda.Event):
        return replace(workshop, agenda=agenda.evolve(workshop.agenda, event))
    assert isinstance(event, brought.Event)
    return replace(workshop, brought=brought.evolve(workshop.brought, event))


# When it is over, what was hidden is deleted


def forget_hidden(workshop: Workshop) -> Workshop:
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
        case cluster.State() | vote.State() | plan.State():
            return activity  # they have no cards of their own
        case _:
            assert_never(activity)
