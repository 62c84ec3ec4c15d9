"""The gate as the console sees it: what is missing, and all that it takes to mend it from there."""

from talko.core.activities import plan
from talko.core.audience import Json, View
from talko.core.beside.closing import ATTESTED, Parked
from talko.core.beside.gate import mended, taken_up
from talko.core.card import Card, Cards
from talko.core.ending import ground, missing, need_a_response, previous, unselected
from talko.core.handed import things
from talko.core.records.record import Record, title
from talko.core.whole import Workshop


def show_gate(workshop: Workshop) -> View:
    """From the first activity of the closing on."""
    return {"gate": gate(workshop)} if is_at_gate(workshop) else {}


def is_at_gate(workshop: Workshop) -> bool:
    order = workshop.agenda.order
    closing = next((n for n, id in enumerate(order) if workshop.stages.get(id) == "closing"), len(order) - 1)
    here = workshop.agenda.current
    return bool(here) and order.index(here) >= closing


def gate(workshop: Workshop) -> View:
    state = workshop.closing
    asked = [rule for rule in workshop.demands.rules if rule in ATTESTED]
    return {
        "missing": list(missing(workshop)),
        "mended": {rule: [*places] for rule, places in mended(ground(workshop)).items()},
        "unheard": show_unheard(workshop),
        "unselected": show_unselected(workshop),
        "parked": show_parked(workshop),
        "previous": {id: show_previous(workshop, each) for id, each in previous(workshop).items()},
        "asked": {rule: True for rule in asked},
        "attested": {rule: True for rule in asked if rule in state.attested},
        "records": show_titles(workshop),
    }


def show_unselected(workshop: Workshop) -> View:
    """What nobody took up in a record either."""
    taken, left = taken_up(ground(workshop)), unselected(workshop)
    return {id: {"text": each.text, "lang": each.lang} for id, each in left.items() if id not in taken}


def show_unheard(workshop: Workshop) -> View:
    """What still needs a response, where that is asked for."""
    if "every_selected_has_response" not in workshop.demands.rules:
        return {}
    heard = ground(workshop).heard
    needed = {each.id: each for each in need_a_response(workshop) if each.id not in heard}
    return {id: {"text": each.text, "lang": each.lang} for id, each in sorted(needed.items())}


def show_parked(workshop: Workshop) -> View:
    every = things(workshop)
    return {id: show_one(each, every.get(id)) for id, each in sorted(workshop.closing.parked.items())}


def show_one(parked: Parked, thing: Card | None) -> View:
    told = {"owner": parked.owner, "target": parked.target}
    named: dict[str, Json] = {
        "name": thing.text if thing else "",
        "name_lang": thing.lang if thing else "",
        "decision": parked.decision,
        "reason": parked.reason,
        "lang": parked.lang,
    }
    return named | {key: text for key, text in told.items() if text}


def show_previous(workshop: Workshop, each: Card) -> View:
    reported = workshop.closing.reported.get(each.id)
    told: View = (
        {"report": reported.report, "note": reported.note, "note_lang": reported.lang} if reported else {}
    )
    return {"text": each.text, "lang": each.lang, **told}


def named(record: Record) -> View:
    return {"owner": record.owner.name} if record.owner else {}


def heard(record: Record, things: Cards) -> str:
    """What it answers, while it has no words of its own."""
    texts = (things[id].text for id in record.sources if id in things)
    return "; ".join(text for text in texts if text)


def show_titles(workshop: Workshop) -> View:
    """Where each record lies, so that it can be mended from any step."""
    all = things(workshop)
    return {
        id: {"in": state.id, "title": title(record) or heard(record, all), **named(record)}
        for state in workshop.activities.values()
        if isinstance(state, plan.State)
        for id, record in state.records.items()
        if not record.dropped
    }
