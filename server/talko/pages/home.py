"""A facilitator's home: their groups, the workshops of each, and their own link."""

import re
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.address import address
from talko.core.workshop import Standing
from talko.live.access import HOME
from talko.pages import links
from talko.pages.visit import Visit, to
from talko.store import doors, groups
from talko.store.groups import Group, Setup

LONGEST_NAME = 80
CONSOLE = re.compile(r"(?:__Host-)?talko-([a-z0-9]+)-console")
ORDER: tuple[Standing, ...] = ("running", "to_come", "ended")


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    name: str
    by_standing: dict[Standing, list[Setup]]


async def home(visit: Visit) -> Response:
    return await shown(visit)


async def shown(visit: Visit, typed: str = "", why: str = "") -> Response:
    me = visit.facilitator
    whose = await visit.house.store.read(lambda session: groups.facilitator(session, me))
    workshops = await workshops_of(visit)
    return visit.page(
        "home.html",
        status=422 if why else 200,
        name=whose.name if whose else "",
        groups=[row(each, workshops) for each in await groups_of(visit)],
        made={each.id: local(visit, each.created_at) for each in workshops if is_twin(each, workshops)},
        deleted=visit.asked("deleted"),
        typed=typed,
        errors={"name": why} if why else {},
    )


def row(group: Group, workshops: list[Setup]) -> Row:
    theirs = [each for each in workshops if each.group == group.id]
    by_standing = {state: [each for each in theirs if each.standing == state] for state in ORDER}
    return Row(group.id, group.name, {state: some for state, some in by_standing.items() if some})


def is_twin(setup: Setup, among: list[Setup]) -> bool:
    """Nothing else tells it from another one than when it was made."""
    alike = [each for each in among if (each.title, each.date) == (setup.title, setup.date)]
    return len(alike) > 1


def local(visit: Visit, at: int) -> datetime:
    return datetime.fromtimestamp(at, ZoneInfo(visit.house.settings.zone))


async def groups_of(visit: Visit) -> list[Group]:
    return await visit.house.store.read(lambda session: groups.groups_of(session, visit.facilitator))


async def workshops_of(visit: Visit) -> list[Setup]:
    return await visit.house.store.read(lambda session: groups.workshops_of(session, visit.facilitator))


async def own_group(visit: Visit, id: str) -> Group:
    for each in await groups_of(visit):
        if each.id == id:
            return each
    raise HTTPException(404)


async def own_workshop(visit: Visit, id: str) -> Setup:
    for each in await workshops_of(visit):
        if each.id == id:
            return each
    raise HTTPException(404)


# Groups


async def add_group(visit: Visit) -> Response:
    name = (await visit.fields()).line("name")
    if not name or len(name) > LONGEST_NAME:
        return await shown(visit, name, "too_long" if name else "empty")
    await visit.house.store.write(lambda session: groups.add_group(session, visit.facilitator, name))
    return to("/home")


async def ask_delete_group(visit: Visit) -> Response:
    group = await own_group(visit, visit.part("group"))
    count = len([each for each in await workshops_of(visit) if each.group == group.id])
    return visit.page("delete.html", name=group.name, workshops=count, back="/home")


async def delete_group(visit: Visit) -> Response:
    group = await own_group(visit, visit.part("group"))
    for each in await workshops_of(visit):
        if each.group == group.id:
            await forget(visit, each)
    await visit.house.store.write(lambda session: groups.delete_group(session, group.id))
    return to("/home?deleted=group")


async def forget(visit: Visit, setup: Setup) -> None:
    """Without keys nobody comes back in while the room empties; then every row goes."""
    store, rooms = visit.house.store, visit.house.rooms
    await store.write(lambda session: doors.drop_keys(session, setup.id))
    await rooms.forget(setup.id)
    await store.write(lambda session: groups.delete_workshop(session, setup.id))
    await rooms.forget(setup.id)  # somebody at the door may have opened it again meanwhile


# The own link


async def renew_link(visit: Visit) -> Response:
    """Every other device is signed out, with all the consoles and screens that were opened there."""
    for each in await own_links(visit):
        await links.revoke(visit, each)
    for setup in await workshops_of(visit):
        await visit.house.rooms.close_revoked(setup.id)
    secret, link = await links.new_link(visit, "personal")
    made = f"{address(visit.house.settings)}/in/{secret}"
    page = visit.page("once.html", kind="personal", address=made, qr=None, back="/home")
    return await links.give(visit, page, link)


async def own_links(visit: Visit) -> list[doors.Link]:
    return await visit.house.store.read(
        lambda session: doors.links_of(session, facilitator=visit.facilitator)
    )


async def sign_out(visit: Visit) -> Response:
    """The consoles of this browser too, for the laptop may be a shared one."""
    cookie = visit.cookie("", HOME)
    await visit.drop_key(visit.request.cookies[cookie])
    response = to("/")
    forget_cookie(visit, response, cookie)
    for workshop in consoles(visit):
        await close_console(visit, workshop)
        forget_cookie(visit, response, visit.cookie(workshop, "console"))
    if visit.house.settings.secure:
        response.headers["Clear-Site-Data"] = '"storage"'
    return response


def consoles(visit: Visit) -> list[str]:
    """The workshops of which this browser has a console."""
    found = (CONSOLE.fullmatch(name) for name in visit.request.cookies)
    return [each[1] for each in found if each and each[0] == visit.cookie(each[1], "console")]


async def close_console(visit: Visit, workshop: str) -> None:
    seat = await visit.house.access.seat(visit.request.cookies, workshop, "console")
    if seat:
        await visit.drop_key(seat.key.decode())
        await visit.house.rooms.close_revoked(workshop)


def forget_cookie(visit: Visit, response: Response, cookie: str) -> None:
    response.delete_cookie(cookie, secure=visit.house.settings.secure, httponly=True, samesite="lax")
