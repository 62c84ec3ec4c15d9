"""What one activity hands to the next, as `from` in the template says: always things by id, with a text."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from talko.core import card, template
from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.beside import brought
from talko.core.card import Card, Cards
from talko.core.records.record import Record
from talko.core.whole import Activity, Workshop


def handed(workshop: Workshop, id: str) -> Cards:
    """What a room reads in the activity, or is asked about."""
    every = (each for _, cards in lies_there(workshop, id) for each in cards.values())
    return card.wall({each.id: each for each in every})


def lies_there(workshop: Workshop, id: str) -> list[tuple[str, Cards]]:
    """By the activity where they were written, "" for what was brought; also what was hidden of them."""
    return [from_source(workshop, source) for source in workshop.sources[id]]


def from_source(workshop: Workshop, source: template.Source) -> tuple[str, Cards]:
    if source.brought:
        return "", brought.of(workshop.brought, source.brought)
    earlier = workshop.activities.get(source.activity)
    return source.activity, given(workshop, earlier) if earlier else {}


def given(workshop: Workshop, earlier: Activity) -> Cards:
    match earlier:
        case discuss.State():
            return discuss.taken(earlier)
        case collect.State():
            return collect.taken(earlier)
        case cluster.State():
            return cluster.taken(earlier)
        case plan.State():
            return plan.taken(earlier)
        case vote.State():
            return only(vote.selected(earlier), handed(workshop, earlier.id))
        case consent.State():
            proposals = handed(workshop, earlier.id)
            return only(consent.accepted(earlier, proposals), proposals)
        case survey.State():
            return asked_about(workshop, earlier)
        case _:
            assert_never(earlier)


def only(ids: tuple[str, ...] | list[str], things: Cards) -> Cards:
    return {id: things[id] for id in ids if id in things}


def asked_about(workshop: Workshop, state: survey.State) -> Cards:
    """A survey hands on what it was about, else its questions, whose words are in the texts."""
    if state.settings.per_item:
        return handed(workshop, state.id)
    return {item.id: Card(item.id, "", "") for item in state.items if item.kind != "text"}


def things(workshop: Workshop) -> Cards:
    """Everything with an id that the room may read: what was brought, cards, notes, themes, records."""
    return card.wall({each.id: each for cards in every_wall(workshop) for each in cards.values()})


def every_wall(workshop: Workshop) -> Iterator[Cards]:
    yield workshop.brought.cards
    for each in workshop.activities.values():
        match each:
            case discuss.State():
                yield discuss.taken(each)
            case collect.State():
                yield collect.taken(each)
            case cluster.State():
                yield cluster.taken(each)
            case plan.State():
                yield plan.taken(each)
            case survey.State() if not each.settings.per_item:
                yield asked_about(workshop, each)


def brought_sources(workshop: Workshop) -> list[str]:
    return sorted(set(workshop.brought.sources.values()))


def status_of(workshop: Workshop, plan_id: str) -> Mapping[str, str]:
    """Of each pilot that was asked about: what the consents on it came to."""
    status: dict[str, str] = {}
    for id, state in workshop.activities.items():
        if isinstance(state, consent.State) and rests_on(workshop, id, plan_id):
            proposals = handed(workshop, id)
            status |= {each: result for each in proposals if (result := consent.result_of(state, each))}
    return status


def rests_on(workshop: Workshop, id: str, plan_id: str) -> bool:
    return any(each.activity == plan_id and each.take == "records" for each in workshop.sources[id])


def allowed_sources(workshop: Workshop, id: str) -> list[str]:
    """What a record may say it comes from."""
    return [*handed(workshop, id), *things(workshop), *brought_sources(workshop)]


def record_of(workshop: Workshop, id: str) -> Record | None:
    plans = (each for each in workshop.activities.values() if isinstance(each, plan.State))
    return next((each.records[id] for each in plans if id in each.records), None)
