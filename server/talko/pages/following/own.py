"""The page of who does something, or follows it up: what was agreed, and how it goes. Without script."""

import secrets
from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.core.people import Refused, Seat
from talko.core.records.carrying import held
from talko.live.room import Room
from talko.pages.following.records import Standing, find
from talko.pages.following.told import Typed, said, typed, wrong
from talko.pages.links import OF_A_RECORD, of_record
from talko.pages.plan.link import path
from talko.pages.visit import Visit, to
from talko.store import groups

BLANK = Typed()


@dataclass(frozen=True, slots=True)
class Own:
    """Somebody with the record that is theirs to tell of."""

    room: Room
    seat: Seat
    part: str
    about: Standing


async def look(visit: Visit) -> Response:
    own = await whose(visit)
    return await nobodys(visit) if own is None else shown(visit.of(own.room.setup), own, BLANK)


async def tell(visit: Visit) -> Response:
    fields, own = await visit.fields(), await whose(visit)
    if own is None:
        return await nobodys(visit)
    visit, form = visit.of(own.room.setup), typed(fields)
    if form.errors:
        return shown(visit, own, form)
    command = said(form, own.about, visit.lang, fields.line("once"))
    if not command:
        raise HTTPException(400)
    refused = await visit.house.rooms.hear(own.room.setup.id, own.seat, command)
    if isinstance(refused, Refused):
        return shown(visit, own, Typed(form.do, form.fields, wrong(form, refused.why)))
    return to(f"{visit.request.url.path}?saved={form.do}")


async def whose(visit: Visit) -> Own | None:
    """By the link to the record, or by the phone that took it on."""
    workshop, place, record = (visit.part(name) for name in ("workshop", "place", "record"))
    kept_at = of_record(place, record) if place in OF_A_RECORD else place
    seat = await visit.house.access.seat(visit.request.cookies, workshop, kept_at)
    room = await visit.house.rooms.room(workshop) if seat else None
    about = find(room.workshop, record, visit.today()) if room else None
    if not (seat and room and about):
        return None
    part = next((part for part in held(about.record, seat) if part != "helper"), None)
    return Own(room, seat, part, about) if part else None


async def nobodys(visit: Visit) -> Response:
    id = visit.part("workshop")
    is_there = await visit.house.store.read(lambda session: groups.workshop(session, id))
    return visit.sorry("not_your_page", 403) if is_there else visit.sorry("gone", 404)


def shown(visit: Visit, own: Own, form: Typed) -> Response:
    record = own.about.record
    return visit.page(
        "own.html",
        status=422 if form.errors else 200,
        part=own.part,
        about=own.about,
        its=own.about.its,
        kind=record.kind,
        has_said_yes=own.part != "owner" or bool(record.owner and record.owner.accepted),
        is_over=own.room.workshop.agenda.closed,
        title=own.room.setup.title,
        own_lang=own.room.setup.langs[0],
        plan=path(visit.house.store.secret, own.room.setup.id),
        doing=form.do,
        typed=form.fields,
        errors=form.errors,
        saved=visit.asked("saved"),
        once=secrets.token_urlsafe(16),
        today=visit.today(),
    )
