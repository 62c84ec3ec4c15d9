"""Coming in: the code, the door, and the first key of a phone."""

import re
from dataclasses import dataclass, field, replace

from starlette.responses import Response

from talko.core.beside import lobby
from talko.core.people import Role, Seat, SeatKind
from talko.core.template import Template
from talko.live.access import join_token, key_hash
from talko.live.room import Room
from talko.pages.plan.link import path
from talko.pages.texts import texts
from talko.pages.visit import Visit, speak, to, wait
from talko.store import doors
from talko.store.doors import Key
from talko.store.groups import Setup

BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]")  # whatever stands between the digits
PLACES = ("phone", *(f"phone-{n}" for n in range(2, 100)))


# The code


async def front(visit: Visit) -> Response:
    is_home = bool(await visit.house.access.facilitator(visit.request.cookies))
    return visit.page("code.html", code="", errors={}, is_home=is_home)


async def enter(visit: Visit) -> Response:
    code, house, client = (await visit.fields()).line("code"), visit.house, visit.request.client
    if not await house.brake.let_through(house.clock.now_ms(), client.host if client else ""):
        return again(visit, code, "too_many", 429)
    setup = await house.store.read(lambda session: doors.find_by_code(session, BETWEEN.sub("", code)))
    if not setup:
        return again(visit, code, "wrong_code", 422)
    door = f"/J/{join_token(house.store.secret, setup.id)}"
    room = await house.rooms.room(setup.id)
    if room and closed(room) and not await phone(visit, setup.id):
        return visit.sorry(closed(room), 409, door)
    house.brake.was_right()
    return to(door)


def again(visit: Visit, code: str, why: str, status: int) -> Response:
    answer = visit.page("code.html", status=status, code=in_threes(code), errors={"code": why}, is_home=False)
    return wait(answer, 60) if status == 429 else answer


def in_threes(code: str) -> str:
    """As it stands on the screen, so that the two are easily compared; anything else as it was typed."""
    return " ".join((code[:3], code[3:6], code[6:])) if re.fullmatch(r"[0-9]{9}", code) else code


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
    visit, lang = visit.of(setup), fields.line("lang")
    if lang in setup.langs:
        visit = replace(visit, lang=lang)
    typed = Typed(fields.line("role"), new=bool(fields.line("new")))
    if typed.role not in set(Role):
        return await ask(visit, setup, replace(typed, errors={"role": "no_role"}))
    response = await join(visit, setup, typed)
    if lang in setup.langs:
        speak(response, lang)
    return response


async def behind(visit: Visit) -> Setup | None:
    """The workshop behind this door. People type and scan it in both cases."""
    token = key_hash(visit.part("token").upper())
    return await visit.house.store.read(lambda session: doors.find_by_token(session, token))


async def ask(visit: Visit, setup: Setup, typed: Typed) -> Response:
    room = await visit.house.rooms.room(setup.id)
    if not room:
        return visit.sorry("gone", 404)
    if why := closed(room):
        return shut(visit, setup, why, here(visit, typed))
    first = [role for role in room.template.who.roles if role is not Role.NOT_TOLD]
    return visit.page(
        "join.html",
        status=429 if "slow_down" in typed.errors.values() else 422 if typed.errors else 200,
        texts=texts(setup, room.template, visit.lang),
        langs=setup.langs,
        roles=first,
        others=[role for role in Role if role not in first and role is not Role.NOT_TOLD],
        picked=typed.role,
        errors=typed.errors,
        new=typed.new,
        **duration(room.template),
    )


def shut(visit: Visit, setup: Setup, why: str, again: str) -> Response:
    """Whoever has the QR code of a workshop that is over may read what came of it."""
    plan = path(visit.house.store.secret, setup.id) if why == "workshop_over" else ""
    return visit.sorry(why, 409, again, plan)


def duration(template: Template) -> dict[str, int]:
    return {"minutes": template.duration.minutes, "meetings": template.duration.sessions}


def here(visit: Visit, typed: Typed) -> str:
    """Where the same door is asked again."""
    return visit.request.url.path + ("?new" if typed.new else "")


def closed(room: Room) -> str:
    """Why nobody more comes in; "" while the door is open."""
    if room.workshop.agenda.closed:
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


async def join(visit: Visit, setup: Setup, typed: Typed) -> Response:
    """Whoever left and comes back in the same role is the same person, and finds their own cards."""
    place = await free_place(visit, setup.id) if typed.new else "phone"
    before = await visit.house.access.seat(visit.request.cookies, setup.id, place)
    if before and before.role == typed.role:
        return await let_in(visit, setup.id, place, before)
    why = await cannot_begin(visit, setup, before)
    if why == "slow_down":
        return await ask(visit, setup, replace(typed, errors={"door": why}))
    if why == "gone":
        return visit.sorry(why, 404)
    if why:
        return shut(visit, setup, why, here(visit, typed))
    return await begin(visit, Key("", setup.id, place, "participant", typed.role), before)


async def cannot_begin(visit: Visit, setup: Setup, before: Seat | None) -> str:
    """Asked before a key is made. Whoever is in as somebody else gives that place in the room away."""
    room = await visit.house.rooms.room(setup.id)
    if not room:
        return "gone"
    is_in = before and lobby.is_in(room.workshop.lobby, before)
    if (why := closed(room)) and not (why == "room_full" and is_in):
        return why
    return "" if room.may_join() else "slow_down"


async def begin(visit: Visit, key: Key, before: Seat | None) -> Response:
    """One browser is one person at one place: whoever it was before leaves first."""
    secret = await visit.new_key(key)
    if not secret:
        return visit.sorry("gone", 404)
    if before:
        await visit.house.rooms.ask(key.workshop, before, "", lobby.Leave())
    new = Seat(SeatKind.PARTICIPANT, secret.encode(), Role(key.role))
    response = await let_in(visit, key.workshop, key.place, new)
    if response.status_code != 303:
        await visit.drop_key(secret)
    elif before:
        await visit.drop_key(before.key.decode())
    return response


async def let_in(visit: Visit, workshop: str, place: str, seat: Seat) -> Response:
    if refused := await visit.house.rooms.ask(workshop, seat, "", lobby.Join(seat.role)):
        return visit.sorry(refused.why, 409, visit.request.url.path)
    there = to(f"/w/{workshop}/{place}")
    return visit.keep(there, visit.cookie(workshop, place), seat.key.decode())
