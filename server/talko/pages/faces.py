"""The three faces, each with its first view inside, so that it can be read before its socket is up."""

import json
from collections.abc import Mapping
from dataclasses import replace

from starlette.responses import JSONResponse, Response

from talko.core.people import Seat, SeatKind
from talko.core.template import activities
from talko.live.room import Room
from talko.live.sockets import AUDIENCE
from talko.pages.language import chosen
from talko.pages.page import embedded
from talko.pages.texts import said, texts
from talko.pages.visit import Visit
from talko.pages.workshop import door

SHOWS_THE_DOOR = {SeatKind.SCREEN, SeatKind.FACILITATOR, SeatKind.COHOST}


async def face(visit: Visit) -> Response:
    found = await seated(visit)
    if not found:
        return visit.sorry("no_seat", 403)
    room, seat = found
    audience = AUDIENCE[seat.kind]
    lang = chosen(visit.request, room.setup.langs) or room.setup.langs[0]
    return replace(visit, lang=lang).page(
        f"{audience}.html",
        title=room.setup.title,
        question=room.setup.question,
        prompt=prompt(room, lang),
        first_json=embedded(dumped(room.first(audience, seat))),
        texts_json=embedded(dumped(texts(room.setup, room.template, lang))),
        place_json=embedded(dumped(place(visit, room, seat, lang))),
    )


def prompt(room: Room, lang: str) -> str:
    """Where the room is at, for whoever reads without script."""
    current = activities(room.template).get(room.workshop.agenda.current)
    return said(current.prompt, lang)[0] if current else ""


async def seated(visit: Visit) -> tuple[Room, Seat] | None:
    workshop = visit.part("workshop")
    seat = await visit.house.access.seat(visit.request.cookies, workshop, visit.part("place"))
    room = await visit.house.rooms.room(workshop) if seat else None
    return (room, seat) if room and seat else None


def dumped(part: object) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def place(visit: Visit, room: Room, seat: Seat, lang: str) -> Mapping[str, object]:
    setup, house, at = room.setup, visit.house, f"/w/{room.setup.id}/{visit.part('place')}"
    told: dict[str, object] = {
        "workshop": setup.id,
        "place": visit.part("place"),
        "seat": seat.kind,
        "live": f"{at}/live",
        "view": f"{at}/view",
        "command": f"{at}/command",
        "texts": f"{at}/texts",
        "door": "",
        "lang": lang,
    }
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
    return told


async def in_one_language(visit: Visit) -> Response:
    """The texts alone, for a phone that changes its language."""
    found = await seated(visit)
    if not found:
        return visit.sorry("no_seat", 403)
    setup = found[0].setup
    return JSONResponse(texts(setup, found[0].template, chosen(visit.request, setup.langs) or setup.langs[0]))
