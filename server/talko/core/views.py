"""What each audience may see. A view is a whitelist: what is not written in a `show` is not sent."""

from functools import partial
from typing import assert_never

from talko.core import agenda, brought, lobby
from talko.core.activities import collect, discuss
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, show_card, show_whole
from talko.core.life import show as show_life
from talko.core.people import Seat, may, person
from talko.core.workshop import Activity, Workshop, handed, lies_there


def view(workshop: Workshop, audience: Audience, shown: Shown) -> View:
    """The same for everybody of one audience, so that it is encoded once."""
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            activities = current(workshop, audience, shown)
            return {**frame(workshop, audience), "activities": activities}
        case Audience.CONSOLE:
            lives = shown.each("lives", workshop.activities, show_outline)
            came = shown.part("brought", workshop.brought, brought.show_counts)
            activities = current(workshop, audience, shown)
            return {**frame(workshop, audience), "lives": lives, "brought": came, "activities": activities}
        case _:
            assert_never(audience)


def frame(workshop: Workshop, audience: Audience) -> View:
    return {"agenda": agenda.show(workshop.agenda), "lobby": lobby.show(workshop.lobby, audience)}


def current(workshop: Workshop, audience: Audience, shown: Shown) -> View:
    """Only the activity that the room is at: an old phone need not carry the whole day."""
    id = workshop.agenda.current
    if not id:
        return {}
    match workshop.activities[id]:
        case collect.State() as state:
            given = "items" if state.settings.per_item else "reads"
            cards = shown.each(given, handed(workshop, id), collect.show_item)
            return {id: {**collect.show(state, audience, shown), given: cards}}
        case discuss.State() as state:
            console = audience is Audience.CONSOLE
            cards = (
                to_console(workshop, shown)
                if console
                else shown.each("cards", handed(workshop, id), show_card)
            )
            return {id: {**discuss.show(state), "cards": cards}}
        case unknown:
            assert_never(unknown)


def to_console(workshop: Workshop, shown: Shown) -> View:
    """Also what is hidden, and where each card lies, so that it can be hidden or shown again from here."""
    there = lies_there(workshop, workshop.agenda.current)
    every = [
        shown.each(f"cards of {place}", cards, partial(show_with_place, place)) for place, cards in there
    ]
    return dict(sorted((id, each) for cards in every for id, each in cards.items()))


def show_with_place(place: str, each: Card, shown: Shown) -> View:
    return {**show_whole(each, shown), "in": place}


def show_outline(activity: Activity, _: Shown) -> View:
    return show_life(activity.life)


def mine(workshop: Workshop, seat: Seat) -> View:
    """One person's own cards: all a phone needs to be itself after a reload. A helper's: all guests'."""
    if may(seat, "join"):
        return mine_alone(workshop, seat)
    guests = lobby.guests(workshop.lobby, seat) if may(seat, "help") else {}
    return {"guests": {number: mine_alone(workshop, guest) for number, guest in guests.items()}}


def mine_alone(workshop: Workshop, seat: Seat) -> View:
    collects = [each for each in workshop.activities.values() if isinstance(each, collect.State)]
    own = {each.id: collect.show_mine(each, seat) for each in collects}
    role = workshop.lobby.people.get(person(seat.key))
    return {"role": role or "", "cards": {id: cards for id, cards in own.items() if cards}}
