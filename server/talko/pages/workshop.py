"""One workshop on its facilitator's page: open its faces, let people in, give links away, delete it."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.address import address
from talko.core.template import Template
from talko.live.access import join_token
from talko.pages import links
from talko.pages.following.records import Standing, standing
from talko.pages.home import forget, local, own_links, own_workshop
from talko.pages.language import said
from talko.pages.links import GIVEN_AWAY
from talko.pages.plan.link import code, path
from talko.pages.qr import exact, symbol
from talko.pages.visit import Visit, to
from talko.settings import Settings
from talko.store import doors
from talko.store.doors import Key
from talko.store.groups import Setup
from talko.store.template_files import read

OWN_FACES = {"console": "facilitator", "screen": "screen"}  # place: seat


@dataclass(frozen=True, slots=True)
class Door:
    """All that brings people in."""

    url: str
    address: str  # short, to be typed
    code: str
    path: str
    size: int


def door(settings: Settings, secret: bytes, setup: Setup) -> Door:
    base = address(settings)
    url = f"{base}/J/{join_token(secret, setup.id)}"
    drawn = symbol(url)
    code = " ".join((setup.code[:3], setup.code[3:6], setup.code[6:]))
    return Door(url, base.partition("://")[2], code, drawn.path, drawn.size)


async def workshop(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    house, agreed = visit.house, await agreed_in(visit, setup)
    return visit.page(
        "workshop.html",
        setup=setup,
        template=template_name(setup, visit.lang),
        promise=promise(setup, visit.lang),
        door=door(house.settings, house.store.secret, setup),
        plan=path(house.store.secret, setup.id),
        plan_code=code(house.store.secret, setup.id),
        plan_at=f"{address(house.settings).partition('://')[2]}/plan",
        links=[
            (each, day_of(visit, each.created_at))
            for each in await links_of(visit, setup)
            if each.kind in GIVEN_AWAY
        ],
        records=len(agreed),
        pilots=[each for each in agreed if each.record.kind == "pilot" and each.title],
        kinds=GIVEN_AWAY,
        missing=visit.asked("missing"),
        is_late=setup.standing == "to_come" and setup.date < day_of(visit, visit.now()),
    )


async def agreed_in(visit: Visit, setup: Setup) -> list[Standing]:
    """Things that somebody does, or should."""
    room = await visit.house.rooms.room(setup.id) if setup.standing != "to_come" else None
    return standing(room.workshop, visit.today()) if room else []


def template_name(setup: Setup, lang: str) -> str:
    template = read(setup.template)
    return said(template.names, lang)[0] if isinstance(template, Template) else ""


def promise(setup: Setup, lang: str) -> tuple[str, str]:
    """What its template promises to whoever comes, and in which language."""
    template = read(setup.template)
    return said(template.promise.text, lang) if isinstance(template, Template) else ("", lang)


def day_of(visit: Visit, at: int) -> str:
    return local(visit, at).date().isoformat()


async def links_of(visit: Visit, setup: Setup) -> list[doors.Link]:
    return await visit.house.store.read(lambda session: doors.links_of(session, setup.id))


async def open_face(visit: Visit) -> Response:
    """The facilitator's own console or screen: the home's key is enough, and closes with the own link."""
    setup, place = await own_workshop(visit, visit.part("workshop")), visit.part("place")
    kind = OWN_FACES.get(place)
    if not kind:
        raise HTTPException(404)
    there = to(f"/w/{setup.id}/{place}")
    seat = await visit.house.access.seat(visit.request.cookies, setup.id, place)
    if seat and seat.kind == kind:
        return there
    mine = next((each.hash for each in await own_links(visit)), "")
    key = Key("", setup.id, place, kind, facilitator=visit.facilitator, link=mine)
    return visit.keep(there, visit.cookie(setup.id, place), await visit.new_key(key))


# Links to give away


async def make_link(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    asked = (await visit.fields()).line("kind")
    kind = next((kind for kind in GIVEN_AWAY if kind == asked), None)
    if not kind:
        raise HTTPException(400)
    secret, link = await links.new_link(visit, kind, setup.id)
    made = f"{address(visit.house.settings)}/in/{secret}"
    qr = exact(made) if kind == "helper" else None  # the others are opened on a computer
    return visit.page("once.html", kind=link.kind, address=made, qr=qr, back=f"/home/w/{setup.id}")


async def close_link(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    hash = (await visit.fields()).line("link")
    for each in await links_of(visit, setup):
        if each.hash == hash:
            await links.revoke(visit, each)
    await visit.house.rooms.close_revoked(setup.id)
    return to(f"/home/w/{setup.id}")


# Deleting


async def ask_delete(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    return visit.page("delete.html", name=setup.title, back=f"/home/w/{setup.id}")


async def delete(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    await forget(visit, setup)
    return to("/home?deleted=workshop")
