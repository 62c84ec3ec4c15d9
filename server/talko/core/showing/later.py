"""Consents that wait for those who asked for time, also when the workshop is over."""

from talko.core.activities import consent
from talko.core.audience import View
from talko.core.card import show_cards
from talko.core.handed import handed
from talko.core.whole import Workshop


def show_later(workshop: Workshop) -> View:
    consents = [each for each in workshop.activities.values() if isinstance(each, consent.State)]
    waits = {each.id: show_waits(workshop, each) for each in consents}
    return {id: its for id, its in waits.items() if its}


def show_concerns(workshop: Workshop) -> View:
    """When it is over: one may still come with a late answer, and hold a name that the plan should not."""
    consents = [each for each in workshop.activities.values() if isinstance(each, consent.State)]
    told = {each.id: show_cards(each.concerns) for each in consents} if workshop.agenda.closed else {}
    return {id: its for id, its in told.items() if its}


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
