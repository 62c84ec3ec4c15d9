"""What each audience may see. A view is a whitelist: what is not written in a `show` is not sent."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TypeAlias, assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.audience import Audience, Shown, View
from talko.core.ballots.ballot import ALL, Box, Boxes, answered
from talko.core.ballots.rounds import latest
from talko.core.beside import agenda, brought, hard_words, lobby, needs, questions
from talko.core.card import Card, Cards, show_card, show_whole
from talko.core.gate_view import show_gate
from talko.core.handed import handed, lies_there, record_of, status_of
from talko.core.life import Phase
from talko.core.life import show as show_life
from talko.core.records.record import show_record
from talko.core.whole import Activity, Workshop

Counted: TypeAlias = vote.State | survey.State | consent.State

GONE: View = {"text": "", "lang": "", "gone": True}  # an option that was hidden after its round had opened


def view(workshop: Workshop, boxes: Boxes, audience: Audience, shown: Shown) -> View:
    """The same for everybody of one audience, so that it is encoded once."""
    now = {**frame(workshop, audience, shown), "activities": current(workshop, boxes, (audience, shown))}
    match audience:
        case Audience.SCREEN:
            return now
        case Audience.PHONE:
            return {**now, **later(workshop)}
        case Audience.CONSOLE:
            return {**now, **later(workshop), **for_who_leads(workshop, shown)}
        case _:
            assert_never(audience)


def frame(workshop: Workshop, audience: Audience, shown: Shown) -> View:
    contact = workshop.closing.contact
    told: View = (
        {
            "contact": {
                "date": contact.date,
                "time": contact.time,
                "place": contact.place,
                "what": contact.what,
            }
        }
        if contact
        else {}
    )
    return {
        "agenda": agenda.show(workshop.agenda),
        "lobby": lobby.show(workshop.lobby, audience),
        "questions": shown.part("questions", workshop.questions, partial(ask_show, audience)),
        "words": shown.part("words", workshop.hard_words, partial(words_show, audience)),
        **told,
    }


def ask_show(audience: Audience, state: questions.State, shown: Shown) -> View:
    return questions.show(state, audience, shown)


def words_show(audience: Audience, state: hard_words.State, shown: Shown) -> View:
    return hard_words.show(state, audience, shown)


def for_who_leads(workshop: Workshop, shown: Shown) -> View:
    return {
        "lives": shown.each("lives", workshop.activities, show_outline),
        "brought": shown.part("brought", workshop.brought, brought.show_counts),
        **needs.show(workshop.needs, Audience.CONSOLE, shown),
        **show_gate(workshop),
    }


def show_outline(activity: Activity, _: Shown) -> View:
    return show_life(activity.life)


# The activity that the room is at: an old phone need not carry the whole day


def current(workshop: Workshop, boxes: Boxes, to: tuple[Audience, Shown]) -> View:
    id = workshop.agenda.current
    if not id:
        return {}
    match workshop.activities[id]:
        case vote.State() | survey.State() | consent.State() as state:
            return {id: {**show_counted(workshop, state, to), **how_many(state, boxes)}}
        case discuss.State() | collect.State() | cluster.State() | plan.State() as state:
            return {id: show_open(workshop, state, to)}
        case unknown:
            assert_never(unknown)


def show_open(
    workshop: Workshop,
    state: discuss.State | collect.State | cluster.State | plan.State,
    to: tuple[Audience, Shown],
) -> View:
    audience, shown = to
    cards = handed(workshop, state.id)
    match state:
        case discuss.State():
            reads = (
                to_console(workshop, shown)
                if audience is Audience.CONSOLE
                else each_card(cards, "cards", shown)
            )
            return {**discuss.show(state, audience, shown), "cards": reads}
        case collect.State():
            given = "items" if state.settings.per_item else "reads"
            return {
                **collect.show(state, audience, shown),
                given: shown.each(given, cards, collect.show_item),
            }
        case cluster.State():
            return {**cluster.show(state, audience, shown), "cards": in_themes(state, cards)}
        case plan.State():
            shows = with_status(workshop, state, plan.show(state, audience, shown))
            return {**shows, "items": each_card(cards, "items", shown)}
        case _:
            assert_never(state)


def show_counted(workshop: Workshop, state: Counted, to: tuple[Audience, Shown]) -> View:
    audience, shown = to
    things = handed(workshop, state.id)
    match state:
        case vote.State():
            return {**vote.show(state, audience, shown), "options": options(state, things)}
        case survey.State():
            about = each_card(things if state.settings.per_item else {}, "about", shown)
            return {**survey.show(state, audience, shown), "about": about}
        case consent.State():
            return {**consent.show(state, audience, shown), "proposals": proposals(workshop, state, things)}
        case _:
            assert_never(state)


def how_many(state: Counted, boxes: Boxes) -> View:
    """All that leaves a box before it is counted."""
    if state.life.phase not in (Phase.OPEN, Phase.CLOSED):
        return {}
    box: Box = boxes.get(next(reversed(state.rounds), ""), {})
    return {"answered": answered(box)}


def each_card(cards: Cards, name: str, shown: Shown) -> View:
    return shown.each(name, cards, show_card)


def options(state: vote.State, things: Cards) -> View:
    """Those of the round; before the first, what it will be about."""
    round = latest(state.rounds)
    ids = round.about if round else tuple(things)
    return {id: show_card(things[id], Shown()) if id in things else GONE for id in sorted(ids)}


def proposals(workshop: Workshop, state: consent.State, things: Cards) -> View:
    every: dict[str, View] = {ALL: {"text": "", "lang": ""}}
    single = {id: {**show_card(its, Shown()), **its_record(workshop, id)} for id, its in things.items()}
    return {id: {**its, **result(state, id)} for id, its in (every | single).items()}


def its_record(workshop: Workshop, id: str) -> View:
    record = record_of(workshop, id)
    return {"record": show_record(record, Shown())} if record else {}


def result(state: consent.State, id: str) -> View:
    found = consent.result_of(state, id)
    return {"result": found} if found else {}


def in_themes(state: cluster.State, cards: Cards) -> View:
    theme = cluster.theme_of(state)
    return {id: with_theme(each, theme.get(id, "")) for id, each in cards.items()}


def with_theme(each: Card, theme: str) -> View:
    return {**show_card(each, Shown()), **({"theme": theme} if theme else {})}


def with_status(workshop: Workshop, state: plan.State, shows: View) -> View:
    """A pilot's status is what the consent on it came to."""
    status, records = status_of(workshop, state.id), shows["records"]
    if state.settings.kind != "pilot" or not isinstance(records, Mapping):
        return shows
    told = {id: {**its, "status": status.get(id, "proposed")} for id, its in each_view(records)}
    return {**shows, "records": told}


def each_view(views: View) -> Iterator[tuple[str, View]]:
    return ((id, its) for id, its in views.items() if isinstance(its, Mapping))


def to_console(workshop: Workshop, shown: Shown) -> View:
    """Also what is hidden, and where each card lies, so that it can be hidden or shown again from here."""
    there = lies_there(workshop, workshop.agenda.current)
    every = [
        shown.each(f"cards of {place}", cards, partial(show_with_place, place)) for place, cards in there
    ]
    return dict(sorted((id, each) for cards in every for id, each in cards.items()))


def show_with_place(place: str, each: Card, shown: Shown) -> View:
    return {**show_whole(each, shown), "in": place}


def later(workshop: Workshop) -> View:
    """Consents that wait for those who asked for time."""
    waits = {id: show_waits(workshop, state) for id, state in consents(workshop)}
    return {"later": {id: its for id, its in waits.items() if its}}


def consents(workshop: Workshop) -> list[tuple[str, consent.State]]:
    return [(id, each) for id, each in workshop.activities.items() if isinstance(each, consent.State)]


def show_waits(workshop: Workshop, state: consent.State) -> View:
    return {
        round: {**proposed(workshop, state, round), "decide_by": date}
        for round, date in consent.needs_time_until(state).items()
    }


def proposed(workshop: Workshop, state: consent.State, round: str) -> View:
    (proposal,) = state.rounds[round].about
    thing = handed(workshop, state.id).get(proposal)
    told: View = {"text": thing.text, "lang": thing.lang} if thing else {"text": "", "lang": ""}
    return {**told, "scale": state.settings.scale, "pass_min": state.settings.pass_min}
