"""What the gate looks at before a workshop can end, gathered from all of it."""

from collections.abc import Iterator

from talko.core import card
from talko.core.activities import consent, plan, vote
from talko.core.beside import brought, gate
from talko.core.card import Card, Cards
from talko.core.handed import from_source, handed, only
from talko.core.records.record import Record
from talko.core.whole import Workshop


def missing(workshop: Workshop) -> tuple[str, ...]:
    return gate.missing(ground(workshop))


def ground(workshop: Workshop) -> gate.Ground:
    records = [each for each in every_record(workshop) if not each.dropped]
    actions = tuple(each for each in records if each.kind != "pilot")
    return gate.Ground(
        closing=workshop.demands,
        records=actions,
        pilots=tuple(each for each in records if each.kind == "pilot"),
        roles=workshop.lobby.came,
        commitment=commitment(workshop),
        unselected=frozenset(unselected(workshop)),
        selected=frozenset(each.id for each in need_a_response(workshop)),
        heard=frozenset(id for each in actions for id in each.sources),
        previous=frozenset(previous(workshop)),
        state=workshop.closing,
    )


def every_record(workshop: Workshop) -> Iterator[Record]:
    for each in workshop.activities.values():
        if isinstance(each, plan.State):
            yield from each.records.values()


def commitment(workshop: Workshop) -> tuple[str, bool]:
    """What came of the commitment check, and whether it waits for a date."""
    check = workshop.activities.get(workshop.demands.commitment_check)
    if not isinstance(check, consent.State):
        return "", False
    return consent.result_of(check, "all"), any(consent.needs_time_until(check).values())


def unselected(workshop: Workshop) -> Cards:
    """What was voted on and did not go on, and what was asked about and not accepted."""
    left: Cards = {}
    for id, state in workshop.activities.items():
        match state:
            case vote.State():
                left |= only(vote.not_selected(state), handed(workshop, id))
            case consent.State() if not state.is_commitment:
                proposals = handed(workshop, id)
                left |= only(consent.not_accepted(state, proposals), proposals)
    return dict(sorted(left.items()))


def need_a_response(workshop: Workshop) -> Iterator[Card]:
    """What was selected or accepted, where a plan of responses rests on it."""
    for id, state in workshop.activities.items():
        if isinstance(state, plan.State) and state.settings.kind == "response":
            for source in workshop.sources[id]:
                if source.take in ("selection", "accepted"):
                    yield from card.wall(from_source(workshop, source)).values()


def previous(workshop: Workshop) -> Cards:
    """What was brought from last time."""
    return card.wall(brought.of(workshop.brought, "previous"))
