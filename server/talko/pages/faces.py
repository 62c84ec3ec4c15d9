"""The three faces, each with its first view inside, so that it can be read before its socket is up."""

import json
from collections.abc import Mapping
from dataclasses import replace

from starlette.responses import JSONResponse, Response

from talko.address import address
from talko.core.audience import Audience
from talko.core.people import Seat, SeatKind
from talko.core.template import activities, kind
from talko.live.access import join_token, key_hash
from talko.live.room import Room
from talko.live.sockets import AT_THE_CONSOLE, AUDIENCE, looking
from talko.pages.guide import guided
from talko.pages.kinds import Told
from talko.pages.language import chosen, said
from talko.pages.page import embedded
from talko.pages.plan.link import path
from talko.pages.qr import exact
from talko.pages.screen import in_each
from talko.pages.security import MAY_BE_FRAMED
from talko.pages.texts import at_hand, texts
from talko.pages.visit import Visit, to
from talko.pages.workshop import door
from talko.store import doors, groups
from talko.store.doors import Key
from talko.store.groups import Setup

SHOWS_THE_DOOR = AT_THE_CONSOLE | {SeatKind.SCREEN}


async def face(visit: Visit) -> Response:
    found = await seated(visit)
    return await shown(visit, *found) if found else await no_seat(visit)


async def preview(visit: Visit) -> Response:
    """The screen as it is now, small, in a frame of the console: it hears no keys, and may do nothing."""
    found = await seated(visit)
    seat = looking(found[1], "screen") if found else None
    answer = await shown(visit, found[0], seat) if found and seat else await no_seat(visit)
    answer.headers.update(MAY_BE_FRAMED)
    return answer


async def shown(visit: Visit, room: Room, seat: Seat) -> Response:
    audience = AUDIENCE[seat.kind]
    lang = chosen(visit.request, room.setup.langs) or room.setup.langs[0]
    return replace(visit, lang=lang).page(
        f"{audience}.html",
        own=room.setup.langs[0],
        title=room.setup.title,
        question=room.setup.question,
        prompt=prompt(room, lang),
        kind=here(room),
        wears=here(room) if seat.kind is SeatKind.PARTICIPANT else "",  # a helper's page shows more at once
        plan=path(visit.house.store.secret, room.setup.id) if room.workshop.agenda.closed else "",
        thread=f"/w/{room.setup.id}/{where(visit)}/thread" if is_over_for(room, seat) else "",
        first_json=embedded(dumped(room.first(audience, seat))),
        texts_json=embedded(dumped(carried(visit, room, seat, lang))),
        place_json=embedded(dumped({**place(visit, room, seat, lang), **await way_home(visit, room, seat)})),
    )


def is_over_for(room: Room, seat: Seat) -> bool:
    """Then whoever took part sees what became of what they wrote."""
    return room.workshop.agenda.closed and seat.kind is SeatKind.PARTICIPANT


async def to_the_door(visit: Visit) -> Response:
    """Whoever left this room comes back by its own door."""
    found = await seated(visit)
    if not found or found[1].kind is not SeatKind.PARTICIPANT:
        return await no_seat(visit)
    return to(f"/J/{join_token(visit.house.store.secret, found[0].setup.id)}")


async def no_seat(visit: Visit) -> Response:
    id = visit.part("workshop")
    is_there = await visit.house.store.read(lambda session: groups.workshop(session, id))
    return visit.sorry("no_seat", 403) if is_there else visit.sorry("gone", 404)


def told(visit: Visit, room: Room, seat: Seat, lang: str) -> Told:
    whole = texts(room.setup, room.template, lang, path(visit.house.store.secret, room.setup.id))
    return guided(whole, room.template, lang) if seat.kind in AT_THE_CONSOLE else whole


def carried(visit: Visit, room: Room, seat: Seat, lang: str) -> Told:
    """Inside the page: all that will be said there, but on a phone what is said now."""
    whole, agenda = told(visit, room, seat, lang), room.workshop.agenda
    is_brief = AUDIENCE[seat.kind] is Audience.PHONE and not agenda.closed
    return at_hand(whole, room.template, agenda.current) if is_brief else whole


def prompt(room: Room, lang: str) -> str:
    """Where the room is at, for whoever reads without script."""
    current = activities(room.template).get(room.workshop.agenda.current)
    return said(current.prompt, lang)[0] if current else ""


def here(room: Room) -> str:
    """Which kind of activity the room is at, so that its part comes with the page."""
    current = activities(room.template).get(room.workshop.agenda.current)
    return kind(current.settings) if current else "lobby"


async def seated(visit: Visit) -> tuple[Room, Seat] | None:
    workshop = visit.part("workshop")
    seat = looking(await visit.house.access.seat(visit.request.cookies, workshop, where(visit)), "")
    room = await visit.house.rooms.room(workshop) if seat else None
    return (room, seat) if room and seat else None


def where(visit: Visit) -> str:
    """The place in the address; of what lies under the console, the console."""
    return str(visit.request.path_params.get("place", "console"))


def dumped(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def place(visit: Visit, room: Room, seat: Seat, lang: str) -> Mapping[str, object]:
    setup, house, at = room.setup, visit.house, f"/w/{room.setup.id}/{where(visit)}"
    told: dict[str, object] = {
        "workshop": setup.id,
        "place": where(visit),
        "seat": seat.kind,
        "live": f"{at}/live",
        "view": f"{at}/view",
        "command": f"{at}/command",
        "texts": f"{at}/texts",
        "door": "",
        "lang": lang,
    }
    if where(visit) == "console" and seat.kind is SeatKind.SCREEN:
        told |= {"place": "preview", "live": f"{at}/live?of=screen", "view": f"{at}/view?of=screen"}
    if seat.kind in SHOWS_THE_DOOR:
        join = door(house.settings, house.store.secret, setup)
        told["door"] = "/J/" + join.url.rpartition("/")[2]
        told["join"] = {
            "url": join.url,
            "address": join.address,
            "code": join.code,
            "qr": join.path,
            "qr_size": join.size,
        }
        told["plan"] = way_to_plan(visit, setup)
    if seat.kind is SeatKind.SCREEN:
        told["said"] = {each: in_each(each) for each in setup.langs}
    return told


def way_to_plan(visit: Visit, setup: Setup) -> Mapping[str, object]:
    url = address(visit.house.settings) + path(visit.house.store.secret, setup.id)
    drawn = exact(url)
    return {"address": url.partition("://")[2], "qr": drawn.path, "qr_size": drawn.size}


async def way_home(visit: Visit, room: Room, seat: Seat) -> Mapping[str, str]:
    """From a console, where this browser is at home with the facilitator whose workshop it is."""
    access, store = visit.house.access, visit.house.store
    whose = await access.facilitator(visit.request.cookies) if seat.kind in AT_THE_CONSOLE else None
    if not whose:
        return {}
    own = await store.read(lambda session: groups.groups_of(session, whose))
    is_own = any(group.id == room.setup.group for group in own)
    return {"home": f"/home/w/{room.setup.id}"} if is_own else {}


async def open_screen(visit: Visit) -> Response:
    """From a console, in the same browser. The screen closes with the link by which the console came."""
    access, cookies, workshop = visit.house.access, visit.request.cookies, visit.part("workshop")
    seat, there = await access.seat(cookies, workshop, "console"), to(f"/w/{workshop}/screen")
    if not seat or seat.kind not in AT_THE_CONSOLE:
        return await no_seat(visit)
    if await access.seat(cookies, workshop, "screen"):
        return there
    hash = key_hash(seat.key.decode())
    mine = await visit.house.store.read(lambda session: doors.find_key(session, hash))
    link, whose = (mine.link, mine.facilitator) if mine else ("", "")
    secret = await visit.new_key(Key("", workshop, "screen", "screen", facilitator=whose, link=link))
    return visit.keep(there, visit.cookie(workshop, "screen"), secret)


async def in_one_language(visit: Visit) -> Response:
    """The texts alone, for a phone that changes its language."""
    found = await seated(visit)
    if not found:
        return await no_seat(visit)
    langs = found[0].setup.langs
    return JSONResponse(told(visit, *found, chosen(visit.request, langs) or langs[0]))
