"""My thread: weeks later, what became of what one wrote. Only for who holds the key it was written with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from starlette.responses import Response

from talko.core.beside.closing import Parked
from talko.core.card import Card
from talko.core.following.line import Line, confirmed_lines
from talko.core.people import Seat, SeatKind
from talko.core.records.carrying import held
from talko.core.thread import Strand, asked, thread
from talko.core.whole import Workshop
from talko.live.room import Room
from talko.pages.following.records import Standing, standing
from talko.pages.plan.link import path
from talko.pages.visit import Visit, to
from talko.store import groups


@dataclass(frozen=True, slots=True)
class Own:
    """Of one card what there is to say."""

    card: Card
    themes: Sequence[Card]
    came: Sequence[Standing]
    parked: Sequence[Parked]


@dataclass(frozen=True, slots=True)
class Mine:
    room: Room
    seat: Seat
    at: str  # where the thread is


async def look(visit: Visit) -> Response:
    mine = await whose(visit)
    if mine is None:
        return await nobodys(visit)
    if not mine.room.workshop.agenda.closed:
        return to(mine.at.rpartition("/")[0])
    return shown(visit.of(mine.room.setup), mine)


async def whose(visit: Visit) -> Mine | None:
    workshop, place = visit.part("workshop"), visit.part("place")
    seat = await visit.house.access.seat(visit.request.cookies, workshop, place)
    if not seat or seat.kind is not SeatKind.PARTICIPANT:
        return None
    room = await visit.house.rooms.room(workshop)
    return Mine(room, seat, f"/w/{workshop}/{place}/thread") if room else None


async def nobodys(visit: Visit) -> Response:
    id = visit.part("workshop")
    is_there = await visit.house.store.read(lambda session: groups.workshop(session, id))
    return visit.sorry("not_your_thread", 403) if is_there else visit.sorry("gone", 404)


def shown(visit: Visit, mine: Mine) -> Response:
    room, seat = mine.room, mine.seat
    every = standing(room.workshop, visit.today())
    by_id = {each.record.id: each for each in every}
    return visit.page(
        "thread.html",
        title=room.setup.title,
        own_lang=room.setup.langs[0],
        strands=[own(each, by_id) for each in thread(room.workshop, seat)],
        why_not=why_not(room.workshop),
        asked=asked(room.workshop, seat),
        taken=[each for each in every if set(held(each.record, seat)) & {"owner", "follower"}],
        at=mine.at,
        here=mine.at.rpartition("/")[0],
        plan=path(visit.house.store.secret, room.setup.id),
    )


def why_not(workshop: Workshop) -> Mapping[str, Line]:
    """Of what was not done, what its follower said last."""
    said = {id: confirmed_lines(its) for id, its in workshop.following.of.items()}
    return {id: lines[-1] for id, lines in said.items() if lines and lines[-1].status == "not_done"}


def own(strand: Strand, by_id: dict[str, Standing]) -> Own:
    came = [by_id[id] for id in strand.records if id in by_id]
    return Own(strand.card, strand.themes, came, strand.parked)
