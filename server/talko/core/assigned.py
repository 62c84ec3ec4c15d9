"""Which options somebody is asked to rate, where a vote gives each person a few of them."""

from hashlib import sha256
from itertools import islice

from talko.core.activities import collect, vote
from talko.core.ballots import rounds
from talko.core.people import Seat, person
from talko.core.whole import Workshop


def assigned(workshop: Workshop, state: vote.State, seat: Seat) -> tuple[str, ...]:
    """By place in the lobby, so that each option has nearly as many who rate it; nobody rates their own."""
    round, each = rounds.latest(state.rounds), state.settings.per_person
    if state.settings.assign != "random" or not round or round.run_off:
        return ()
    options = sorted(round.about, key=lambda id: sha256(f"{round.id} {id}".encode()).digest())
    begins = [*workshop.lobby.came].index(person(seat.key)) * each if has_come(workshop, seat) else 0
    turned = (options[(begins + n) % len(options)] for n in range(len(options)))
    own = own_cards(workshop, seat)
    return tuple(islice((id for id in turned if id not in own), each))


def has_come(workshop: Workshop, seat: Seat) -> bool:
    return person(seat.key) in workshop.lobby.came


def own_cards(workshop: Workshop, seat: Seat) -> set[str]:
    collects = (each for each in workshop.activities.values() if isinstance(each, collect.State))
    return {id for each in collects for id in collect.cards_of(each, seat)}
