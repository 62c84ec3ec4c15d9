"""What each audience may see. A view is a whitelist: what is not written in a `show` is not sent."""

from functools import partial
from typing import assert_never

from talko.core.activities import consent, survey, vote
from talko.core.audience import Audience, Shown, View
from talko.core.ballots.ballot import Box, Boxes, answered
from talko.core.ballots.rounds import has_box
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.life import show as show_life
from talko.core.showing.activity import To, show_activity
from talko.core.showing.gate import show_gate
from talko.core.showing.later import show_concerns, show_later
from talko.core.whole import Activity, Workshop


def view(workshop: Workshop, boxes: Boxes, audience: Audience, shown: Shown) -> View:
    """The same for everybody of one audience, so that it is encoded once."""
    now = {**frame(workshop, audience, shown), "activities": current(workshop, boxes, (audience, shown))}
    match audience:
        case Audience.SCREEN:
            return now
        case Audience.PHONE:
            return {**now, "later": show_later(workshop)}
        case Audience.CONSOLE:
            return {**now, "later": show_later(workshop), **for_who_leads(workshop, shown)}
        case _:
            assert_never(audience)


def frame(workshop: Workshop, audience: Audience, shown: Shown) -> View:
    return {
        "agenda": agenda.show(workshop.agenda),
        "lobby": lobby.show(workshop.lobby, audience),
        "questions": shown.part("questions", workshop.questions, partial(ask_show, audience)),
        "words": shown.part("words", workshop.hard_words, partial(words_show, audience)),
        **closing.show_contact(workshop.closing),
        **screen.show(workshop.screen, audience),
    }


def ask_show(audience: Audience, state: questions.State, shown: Shown) -> View:
    return questions.show(state, audience, shown)


def words_show(audience: Audience, state: hard_words.State, shown: Shown) -> View:
    return hard_words.show(state, audience, shown)


def for_who_leads(workshop: Workshop, shown: Shown) -> View:
    return {
        "lives": shown.each("lives", workshop.activities, show_outline),
        "brought": shown.part("brought", workshop.brought, brought.show_counts),
        **show_ahead(workshop, shown),
        **needs.show(workshop.needs, Audience.CONSOLE, shown),
        "concerns": show_concerns(workshop),
        **show_gate(workshop),
    }


def show_ahead(workshop: Workshop, shown: Shown) -> View:
    """In the lobby alone: later they are read where they are shown."""
    is_ahead = not workshop.agenda.current and workshop.brought.cards
    return {"ahead": shown.part("ahead", workshop.brought, brought.show_ahead)} if is_ahead else {}


def show_outline(activity: Activity, _: Shown) -> View:
    return show_life(activity.life)


def current(workshop: Workshop, boxes: Boxes, to: To) -> View:
    """The activity that the room is at: an old phone need not carry the whole day."""
    if not (id := workshop.agenda.current):
        return {}
    state = workshop.activities[id]
    return {id: {**show_activity(workshop, state, to), **how_many(state, boxes)}}


def how_many(state: Activity, boxes: Boxes) -> View:
    """All that leaves a box before it is counted."""
    if not isinstance(state, vote.State | survey.State | consent.State) or not has_box(state.life):
        return {}
    box: Box = boxes.get(next(reversed(state.rounds), ""), {})
    return {"answered": answered(box)}
