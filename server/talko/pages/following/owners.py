"""For whoever leads: a link for each who does something, and for each who follows it up. Shown once."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.address import address
from talko.core.following.following import RemoveWords
from talko.core.following.line import NOTHING, words
from talko.core.people import Seat, SeatKind
from talko.core.records.record import Record
from talko.live.access import new_secret
from talko.pages import links
from talko.pages.following.records import Standing, standing
from talko.pages.home import own_workshop
from talko.pages.links import OF_A_RECORD
from talko.pages.qr import exact
from talko.pages.visit import Visit, to
from talko.pages.workshop import day_of, links_of
from talko.store.doors import Link, LinkKind
from talko.store.groups import Setup


@dataclass(frozen=True, slots=True)
class Row:
    about: Standing
    made: dict[str, tuple[Link, str]]  # by kind: the link that stands, and its day
    told: list[tuple[str, str]]  # what was written, by the id it is kept under


async def owners(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    given = [each for each in await links_of(visit, setup) if each.kind in OF_A_RECORD]
    room = await visit.house.rooms.room(setup.id)
    told = room.workshop.following.of if room else {}
    rows = [
        row(visit, each, given, words(told.get(each.record.id, NOTHING)))
        for each in await records(visit, setup)
    ]
    return visit.page("owners.html", setup=setup, rows=rows)


async def records(visit: Visit, setup: Setup) -> list[Standing]:
    room = await visit.house.rooms.room(setup.id)
    return standing(room.workshop, visit.today()) if room else []


def row(visit: Visit, about: Standing, given: list[Link], told: list[tuple[str, str]]) -> Row:
    its = [each for each in given if each.record == about.record.id]
    return Row(about, {each.kind: (each, day_of(visit, each.created_at)) for each in its}, told)


async def remove_words(visit: Visit) -> Response:
    """Where a name stands in them: they go from the plan and from the store."""
    setup, fields = await own_workshop(visit, visit.part("workshop")), await visit.fields()
    seat = Seat(SeatKind.FACILITATOR, new_secret().encode())
    wish = RemoveWords(fields.line("record"), fields.line("entry"))
    await visit.house.rooms.ask(setup.id, seat, "", wish)
    return to(f"/home/w/{setup.id}/owners")


async def make(visit: Visit) -> Response:
    """A new one closes the one before."""
    setup, fields = await own_workshop(visit, visit.part("workshop")), await visit.fields()
    record, kind = fields.line("record"), asked_kind(fields.line("kind"))
    about = next((each for each in await records(visit, setup) if each.record.id == record), None)
    if not about or not can_have(about.record, kind):
        raise HTTPException(404)
    await close_all(visit, setup, record, kind)
    secret, link = await links.new_link(visit, kind, setup.id, record)
    made = f"{address(visit.house.settings)}/in/{secret}"
    back = f"/home/w/{setup.id}/owners"
    return visit.page("once.html", kind=link.kind, address=made, qr=exact(made), back=back, about=about.title)


def asked_kind(asked: str) -> LinkKind:
    kind = next((kind for kind in OF_A_RECORD if kind == asked), None)
    if not kind:
        raise HTTPException(400)
    return kind


def can_have(record: Record, kind: LinkKind) -> bool:
    """Who is not named yet does not follow up; an owner writes their own name where the plan has none."""
    return kind == "owner" or record.follower is not None


async def close(visit: Visit) -> Response:
    setup, fields = await own_workshop(visit, visit.part("workshop")), await visit.fields()
    await close_all(visit, setup, fields.line("record"), asked_kind(fields.line("kind")))
    return to(f"/home/w/{setup.id}/owners")


async def close_all(visit: Visit, setup: Setup, record: str, kind: LinkKind) -> None:
    for each in await links_of(visit, setup):
        if (each.record, each.kind) == (record, kind):
            await links.revoke(visit, each)
