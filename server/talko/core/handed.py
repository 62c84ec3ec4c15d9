"""What one activity hands to the next, as `from` in the template says: always things by id, with a text."""

from collections.abc import Collection, Iterator, Mapping
from typing import assert_never

from talko.core import card, template
from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.beside import brought
from talko.core.card import Card, Cards
from talko.core.records.record import Record
from talko.core.whole import Activity, Workshop


def handed(workshop: Workshop, id: str) -> Cards:
    """What a room reads in the activity, or is asked about."""
    return card.wall(lying(workshop, id))


def lying(workshop: Workshop, id: str) -> Cards:
    """Also what was hidden of it."""
    every = (from_source(workshop, source) for source in workshop.sources[id])
    return {each.id: each for cards in every for each in cards.values()}


def from_source(workshop: Workshop, source: template.Source) -> Cards:
    if source.brought:
        return brought.of(workshop.brought, source.brought)
    earlier = workshop.activities.get(source.activity)
    return given(workshop, earlier) if earlier else {}


def brings(workshop: Workshop, id: str) -> bool:
    """Whether something in it was brought along, and may name somebody: nobody wrote it here."""
    sources = (source.brought for source in workshop.sources[id] if source.brought)
    return any(card.wall(brought.of(workshop.brought, source)) for source in sources)


def given(workshop: Workshop, earlier: Activity) -> Cards:
    """What was chosen or accepted of what came to it, or what was made in it."""
    match earlier:
        case vote.State():
            return only(vote.selected(earlier), lying(workshop, earlier.id))
        case consent.State():
            proposals = lying(workshop, earlier.id)
            return only(consent.accepted(earlier, proposals), proposals)
        case survey.State() if earlier.settings.per_item:
            return lying(workshop, earlier.id)
        case _:
            return made(earlier)


def only(ids: Collection[str], things: Cards) -> Cards:
    return {id: things[id] for id in ids if id in things}


def made(activity: Activity) -> Cards:
    match activity:
        case discuss.State():
            return discuss.taken(activity)
        case collect.State():
            return collect.taken(activity)
        case cluster.State():
            return cluster.taken(activity)
        case plan.State():
            return plan.taken(activity)
        case survey.State():
            return {} if activity.settings.per_item else questions(activity)
        case vote.State() | consent.State():
            return {}
        case _:
            assert_never(activity)


def questions(state: survey.State) -> Cards:
    """Of a survey that is about nothing else. Their words are in the texts."""
    return {item.id: Card(item.id, "", "") for item in state.items if item.kind != "text"}


# Everything there is, wherever it was made


def things(workshop: Workshop) -> Cards:
    """Everything with an id that the room may read: what was brought, cards, notes, themes, records."""
    return card.wall({each.id: each for _, cards in every_place(workshop) for each in cards.values()})


def places(workshop: Workshop) -> Mapping[str, str]:
    """Where each thing was made, "" for what was brought."""
    return {id: place for place, cards in every_place(workshop) for id in cards}


def every_place(workshop: Workshop) -> Iterator[tuple[str, Cards]]:
    yield "", workshop.brought.cards
    yield from ((id, made(each)) for id, each in workshop.activities.items())


# Records, and what they come from


def other_sources(workshop: Workshop) -> list[str]:
    """What a record may say it comes from, beside what was handed on."""
    return [*things(workshop), *sorted(set(workshop.brought.sources.values()))]


def record_of(workshop: Workshop, id: str) -> Record | None:
    plans = (each for each in workshop.activities.values() if isinstance(each, plan.State))
    return next((each.records[id] for each in plans if id in each.records), None)


def behind(workshop: Workshop, cards: Cards) -> Cards:
    """What the records among these come from: who plans an action on a pilot may name its idea too."""
    records = filter(None, (record_of(workshop, id) for id in cards))
    return only([id for each in records for id in each.sources], things(workshop))


def status_of(workshop: Workshop, plan_id: str) -> Mapping[str, str]:
    """Of each pilot that was asked about: what the consents on it came to."""
    status: dict[str, str] = {}
    for id, state in workshop.activities.items():
        if isinstance(state, consent.State) and rests_on(workshop, id, plan_id):
            proposals = handed(workshop, id)
            status |= {each: result for each in proposals if (result := consent.came_of(state, each))}
    return status


def rests_on(workshop: Workshop, id: str, plan_id: str) -> bool:
    return any(each.activity == plan_id and each.take == "records" for each in workshop.sources[id])
