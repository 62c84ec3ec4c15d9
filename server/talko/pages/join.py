"""Coming in: the code, the door, and the first key of a phone."""

import re
from dataclasses import dataclass, field

from starlette.responses import Response

from talko.core import lobby
from talko.core.people import Role, Seat
from talko.core.template import Template
from talko.live.access import join_token, key_hash
from talko.live.room import Room
from talko.pages.language import LANGUAGES
from talko.pages.texts import texts
from talko.pages.visit import Visit, speak, to
from talko.store import doors
from talko.store.groups import Setup

BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]")  # whatever stands between the digits
PLACES = ("phone", *(f"phone-{n}" for n in range(2, 100)))


# The code


async def front(visit: Visit) -> Response:
    is_home = bool(await visit.house.access.facilitator(visit.request.cookies))
    return visit.page("code.html", code="", errors={}, is_home=is_home)


async def enter(visit: Visit) -> Response:
    code = (await visit.fields()).line("code")
    brake = visit.house.brake
    if not await brake.let_through(visit.house.clock.now_ms()):
        return again(visit, code, "too_many", 429)
    setup = await visit.house.store.read(lambda session: doors.find_by_code(session, BETWEEN.sub("", code)))
    if setup and (await phone(visit, setup.id) or not await shut(visit, setup.id)):
        brake.was_right()
        return to(f"/J/{join_token(visit.house.store.secret, setup.id)}")
    return visit.sorry(await shut(visit, setup.id), 409) if setup else again(visit, code, "wrong_code", 422)


def again(visit: Visit, code: str, why: str, status: int) -> Response:
    return visit.page("code.html", status=status, code=code, errors={"code": why}, is_home=False)


# The door


@dataclass(frozen=True, slots=True)
class Typed:
    role: str = ""
    errors: dict[str, str] = field(default_factory=dict)
    new: bool = False  # one more trial phone in the same browser


async def door(visit: Visit) -> Response:
    new = "new" in visit.request.query_params
    setup = await behind(visit)
    if not setup:
        return visit.sorry("no_such_door", 404)
    if not new and await phone(visit, setup.id):
        return to(f"/w/{setup.id}/phone")
    return await ask(visit.of(setup), setup, Typed(new=new))


async def come_in(visit: Visit) -> Response:
    fields, setup = await visit.fields(), await behind(visit)
    if not setup:
        return visit.sorry("no_such_door", 404)
    visit = visit.of(setup)
    role, new = fields.line("role"), bool(fields.line("new"))
    if role not in set(Role):
        return await ask(visit, setup, Typed(role, {"role": "no_role"}, new))
    response = await join(visit, setup.id, await free_place(visit, setup.id) if new else "phone", Role(role))
    if (lang := fields.line("lang")) in LANGUAGES:
        speak(response, lang)
    return response


async def behind(visit: Visit) -> Setup | None:
    """The workshop behind this door. People type and scan it in both cases."""
    token = key_hash(visit.part("token").upper())
    return await visit.house.store.read(lambda session: doors.find_by_token(session, token))


async def ask(visit: Visit, setup: Setup, typed: Typed) -> Response:
    room = await visit.house.rooms.room(setup.id)
    if why := closed(room):
        return visit.sorry(why, 409)
    assert room
    first = [role for role in room.template.who.roles if role is not Role.NOT_TOLD]
    return visit.page(
        "join.html",
        status=422 if typed.errors else 200,
        texts=texts(setup, room.template, visit.lang),
        langs=setup.langs,
        roles=first,
        others=[role for role in Role if role not in first and role is not Role.NOT_TOLD],
        picked=typed.role,
        errors=typed.errors,
        new=typed.new,
        **duration(room.template),
    )


def duration(template: Template) -> dict[str, int]:
    return {"minutes": template.duration.minutes, "meetings": template.duration.sessions}


async def shut(visit: Visit, workshop: str) -> str:
    return closed(await visit.house.rooms.room(workshop))


def closed(room: Room | None) -> str:
    """Why nobody more comes in; "" while the door is open."""
    if not room or room.workshop.agenda.closed:
        return "workshop_over"
    lobby = room.workshop.lobby
    if not lobby.is_open:
        return "door_closed"
    return "room_full" if len(lobby.people) >= lobby.most else ""


# The key


async def phone(visit: Visit, workshop: str) -> Seat | None:
    """The seat of this browser, if the person in it is in the room."""
    seat = await visit.house.access.seat(visit.request.cookies, workshop, "phone")
    room = await visit.house.rooms.room(workshop) if seat else None
    return seat if seat and room and lobby.is_in(room.workshop.lobby, seat) else None


async def free_place(visit: Visit, workshop: str) -> str:
    access, cookies = visit.house.access, visit.request.cookies
    for place in PLACES:
        if not await access.seat(cookies, workshop, place):
            return place
    return PLACES[-1]


async def join(visit: Visit, workshop: str, place: str, role: Role) -> Response:
    """Whoever left and comes back in the same role is the same person, and finds their own cards."""
    access, cookie = visit.house.access, visit.cookie(workshop, place)
    seat, secret = (
        await access.seat(visit.request.cookies, workshop, place),
        visit.request.cookies.get(cookie, ""),
    )
    made = not seat or seat.role != role
    if made:
        secret = await visit.new_key(doors.Key("", workshop, place, "participant", role))
        seat = await access.seat({cookie: secret}, workshop, place)
    assert seat
    if refused := await visit.house.rooms.ask(workshop, seat, "", lobby.Join(role)):
        if made:
            await visit.drop_key(secret)
        return visit.sorry(refused.why, 409)
    return visit.keep(to(f"/w/{workshop}/{place}"), cookie, secret)
