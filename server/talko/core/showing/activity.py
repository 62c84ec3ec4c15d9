"""What is seen of an activity: what its kind shows, and the things that were handed to it."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias, assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.audience import Audience, Shown, View
from talko.core.ballots.ballot import ALL
from talko.core.ballots.rounds import latest
from talko.core.card import Card, Cards, show_card, show_whole
from talko.core.handed import behind, handed, lying, places, record_of, status_of
from talko.core.life import Phase
from talko.core.records.record import show_record
from talko.core.whole import Activity, Workshop

To: TypeAlias = tuple[Audience, Shown]

GONE: View = {"text": "", "lang": "", "gone": True}  # an option that was hidden after its round had opened


def show_activity(workshop: Workshop, state: Activity, to: To) -> View:
    match state:
        case discuss.State():
            return show_discuss(workshop, state, to)
        case collect.State():
            return show_collect(workshop, state, to)
        case cluster.State():
            return show_cluster(workshop, state, to)
        case plan.State():
            return show_plan(workshop, state, to)
        case vote.State():
            return show_vote(workshop, state, to)
        case survey.State():
            return show_survey(workshop, state, to)
        case consent.State():
            return show_consent(workshop, state, to)
        case _:
            assert_never(state)


def show_discuss(workshop: Workshop, state: discuss.State, to: To) -> View:
    """The console reads it before it is open; also what is hidden, and where it lies, to show it again."""
    audience, shown = to
    if audience is Audience.CONSOLE:
        every, place = dict(sorted(lying(workshop, state.id).items())), places(workshop)
        reads = shown.each("cards read", every, partial(show_with_place, place))
    else:
        reads = shown.each("cards", read_by_the_room(workshop, state), show_card)
    return {**discuss.show(state, audience, shown), "cards": reads}


def read_by_the_room(workshop: Workshop, state: discuss.State) -> Cards:
    """What was brought along waits until whoever leads shows it."""
    cards = handed(workshop, state.id)
    is_waiting = state.life.phase is Phase.WAITING
    return {id: each for id, each in cards.items() if not (is_waiting and id in workshop.brought.cards)}


def show_with_place(place: Mapping[str, str], each: Card, shown: Shown) -> View:
    return {**show_whole(each, shown), "in": place[each.id]}


def show_collect(workshop: Workshop, state: collect.State, to: To) -> View:
    audience, shown = to
    given = shown.each("written about", handed(workshop, state.id), collect.show_item)
    name = "items" if state.settings.per_item else "reads"
    return {**collect.show(state, audience, shown), name: given}


def show_cluster(workshop: Workshop, state: cluster.State, to: To) -> View:
    """The console is also told where each card lies, so that one can be hidden."""
    cards = in_themes(state, handed(workshop, state.id))
    place = places(workshop) if to[0] is Audience.CONSOLE else {}
    told = {id: {**its, "in": place[id]} if id in place else its for id, its in each_view(cards)}
    return {**cluster.show(state, *to), "cards": told}


def in_themes(state: cluster.State, cards: Cards) -> View:
    return {id: with_theme(each, state.now.lies_in.get(id, "")) for id, each in cards.items()}


def with_theme(each: Card, theme: str) -> View:
    return {**show_card(each, Shown()), **({"theme": theme} if theme else {})}


def show_plan(workshop: Workshop, state: plan.State, to: To) -> View:
    """Who leads also sees what the pilots come from that an action rests on."""
    audience, shown = to
    cards = handed(workshop, state.id)
    every = {**behind(workshop, cards), **cards} if audience is Audience.CONSOLE else cards
    return {**show_records(workshop, state, to), "items": shown.each(f"items {audience}", every, show_card)}


def show_records(workshop: Workshop, state: plan.State, to: To) -> View:
    shows = plan.show(state, *to)
    return with_status(workshop, state, shows) if state.settings.kind == "pilot" else shows


def with_status(workshop: Workshop, state: plan.State, shows: View) -> View:
    """A pilot's status is what the consent on it came to."""
    status, records = status_of(workshop, state.id), each_view(shows["records"])
    told = {
        id: its if "dropped" in its else {**its, "status": status.get(id, "proposed")} for id, its in records
    }
    return {**shows, "records": told}


def each_view(views: object) -> Iterator[tuple[str, View]]:
    assert isinstance(views, Mapping)
    return ((id, its) for id, its in views.items())


def show_vote(workshop: Workshop, state: vote.State, to: To) -> View:
    return {**vote.show(state, *to), "options": options(state, handed(workshop, state.id))}


def options(state: vote.State, things: Cards) -> View:
    """Those of the round; before the first, what it will be about."""
    round = latest(state.rounds)
    ids = round.about if round else tuple(things)
    return {id: show_card(things[id], Shown()) if id in things else GONE for id in sorted(ids)}


def show_survey(workshop: Workshop, state: survey.State, to: To) -> View:
    things = handed(workshop, state.id) if state.settings.per_item else {}
    return {**survey.show(state, *to), "about": to[1].each("about", things, show_card)}


def show_consent(workshop: Workshop, state: consent.State, to: To) -> View:
    return {**consent.show(state, *to), "proposals": proposals(workshop, state)}


def proposals(workshop: Workshop, state: consent.State) -> View:
    every: dict[str, View] = {ALL: {"text": "", "lang": ""}}
    things = handed(workshop, state.id)
    single = {id: {**show_card(its, Shown()), **its_record(workshop, id)} for id, its in things.items()}
    return {id: {**its, **result(state, id)} for id, its in (every | single).items()}


def its_record(workshop: Workshop, id: str) -> View:
    record = record_of(workshop, id)
    return {"record": show_record(record, Shown())} if record else {}


def result(state: consent.State, id: str) -> View:
    found = consent.result_of(state, id)
    return {"result": found} if found else {}
