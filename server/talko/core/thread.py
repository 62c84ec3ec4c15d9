"""My thread: what became of each thing that one person wrote. Nobody but who holds the key can ask."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from talko.core.activities import cluster, collect, discuss, plan
from talko.core.beside import questions
from talko.core.beside.closing import Parked
from talko.core.card import Card
from talko.core.handed import things
from talko.core.people import Seat
from talko.core.whole import Workshop


@dataclass(frozen=True, slots=True)
class Strand:
    """A card or note, where it lies, and what rests on it."""

    card: Card
    themes: tuple[Card, ...]  # by their names
    records: tuple[str, ...]  # ids, the nearest first
    parked: tuple[Parked, ...]  # itself, or the group that it lies in


@dataclass(frozen=True, slots=True)
class Asked:
    card: Card
    answer: str  # "" while there is none
    lang: str


def thread(workshop: Workshop, seat: Seat) -> list[Strand]:
    """In the order in which they were written."""
    ways = onward(workshop)
    return [strand(workshop, card, ways) for card in written(workshop, seat)]


def written(workshop: Workshop, seat: Seat) -> Iterator[Card]:
    """What was taken back has no words any more."""
    for state in workshop.activities.values():
        match state:
            case collect.State():
                yield from collect.cards_of(state, seat).values()
            case discuss.State():
                yield from discuss.notes_of(state, seat).values()


def asked(workshop: Workshop, seat: Seat) -> list[Asked]:
    state = workshop.questions
    mine = [state.cards[id] for id in questions.own(state, seat.key)]
    answers = [(card, state.answers.get(card.id)) for card in mine]
    return [Asked(card, its.text if its else "", its.lang if its else "") for card, its in answers]


def strand(workshop: Workshop, card: Card, ways: Mapping[str, list[str]]) -> Strand:
    reached, every = [*reach(card.id, ways)], things(workshop)
    near = [card.id, *(id for id in ways.get(card.id, []) if id in themes(workshop))]
    return Strand(
        card,
        tuple(every[id] for id in near[1:] if id in every),
        tuple(id for id in reached if id in records(workshop)),
        tuple(workshop.closing.parked[id] for id in near if id in workshop.closing.parked),
    )


def reach(start: str, ways: Mapping[str, list[str]]) -> Iterator[str]:
    """Each once, the nearest first."""
    seen, next = {start}, deque([start])
    while next:
        for id in ways.get(next.popleft(), []):
            if id not in seen:
                seen.add(id)
                next.append(id)
                yield id


def onward(workshop: Workshop) -> Mapping[str, list[str]]:
    """From each thing to what rests on it: a group, what was written about it, a record, and another one."""
    ways: dict[str, list[str]] = {}
    for before, after in steps(workshop):
        ways.setdefault(before, []).append(after)
    return ways


def steps(workshop: Workshop) -> Iterator[tuple[str, str]]:
    for state in workshop.activities.values():
        match state:
            case cluster.State():
                yield from state.now.lies_in.items()
            case collect.State():
                yield from ((card.item, card.id) for card in collect.wall(state).values() if card.item)
            case plan.State():
                for record in plan.standing(state).values():
                    yield from ((source, record.id) for source in record.sources)
    yield from ((id, its.target) for id, its in workshop.closing.parked.items() if its.target)


def themes(workshop: Workshop) -> set[str]:
    groups = (each for each in workshop.activities.values() if isinstance(each, cluster.State))
    return {id for each in groups for id in each.now.themes}


def records(workshop: Workshop) -> set[str]:
    plans = (each for each in workshop.activities.values() if isinstance(each, plan.State))
    return {id for each in plans for id in plan.standing(each)}
