"""What was written, to read and to print: all that the room may read, and nothing of who wrote it."""

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.core.activities import collect
from talko.core.beside import brought
from talko.core.card import Card, Cards, wall
from talko.core.handed import handed
from talko.core.life import Phase
from talko.core.template import Activity, Collect, StageName
from talko.live.room import Room
from talko.pages.bring import SOURCES
from talko.pages.home import own_workshop
from talko.pages.language import said
from talko.pages.plan.link import path
from talko.pages.visit import Visit


@dataclass(frozen=True, slots=True)
class Pile:
    """Cards that lie together, under what they are about; "" where that was not asked."""

    about: str
    cards: list[Card]


@dataclass(frozen=True, slots=True)
class Step:
    stage: StageName
    prompt: str
    lang: str
    piles: list[Pile]
    waits: bool  # something is written that the room was not shown


async def cards(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    room = await visit.house.rooms.room(setup.id)
    if not room:
        raise HTTPException(404)
    came = room.workshop.brought
    every = {source: list(wall(brought.of(came, source)).values()) for source in SOURCES}
    return visit.page(
        "cards.html",
        setup=setup,
        plan=path(visit.house.store.secret, setup.id),
        people=len(room.workshop.lobby.people),
        steps=list(steps(room, visit.lang)),
        brought={source: some for source, some in every.items() if some},
    )


def steps(room: Room, lang: str) -> Iterator[Step]:
    """Those of which there is something to read, or will be."""
    for session in room.template.sessions:
        for stage in session.stages:
            for each in stage.activities:
                state = room.workshop.activities[each.id]
                if isinstance(state, collect.State) and collect.not_withdrawn(state):
                    lie = list(piles(each, collect.wall(state), handed(room.workshop, each.id), lang))
                    waits = not lie and state.life.phase is not Phase.REVEALED
                    if lie or waits:
                        yield Step(stage.stage, *said(each.prompt, lang), lie, waits)


def piles(step: Activity, shown: Cards, items: Cards, lang: str) -> Iterator[Pile]:
    """By what they were written about, and by bucket; in each by random id, as on the wall."""
    assert isinstance(step.settings, Collect)
    names = {"": ""} | {each.id: said(each.text, lang)[0] for each in step.settings.buckets}
    about = {"": ""} | {id: item.text for id, item in items.items()}
    lie: dict[tuple[str, str], list[Card]] = {}
    for card in shown.values():
        lie.setdefault((card.item, card.bucket), []).append(card)
    for item, bucket in sorted(lie, key=lambda each: (each[0], [*names].index(each[1]))):
        heading = " – ".join(text for text in (about.get(item, ""), names[bucket]) if text)
        yield Pile(heading, lie[item, bucket])
