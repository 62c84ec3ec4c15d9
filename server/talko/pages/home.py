"""A facilitator's home: their groups, the workshops of each, and their own link."""

from dataclasses import dataclass

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
        typed=typed,
        errors={"name": why} if why else {},
    )


def row(group: Group, workshops: list[Setup]) -> Row:
    theirs = [each for each in workshops if each.group == group.id]
    by_standing = {state: [each for each in theirs if each.standing == state] for state in ORDER}
    return Row(group.id, group.name, {state: some for state, some in by_standing.items() if some})


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
    return to("/home")


async def forget(visit: Visit, setup: Setup) -> None:
    """Without keys nobody comes back in while the room empties; then every row goes."""
    store, rooms = visit.house.store, visit.house.rooms
    await store.write(lambda session: doors.drop_keys(session, setup.id))
    await rooms.forget(setup.id)
    await store.write(lambda session: groups.delete_workshop(session, setup.id))


# The own link


async def renew_link(visit: Visit) -> Response:
    """Every other device is signed out, with all the consoles and screens that were opened there."""
    for each in await own_links(visit):
        await links.revoke(visit, each)
    for setup in await workshops_of(visit):
        await visit.house.rooms.close_revoked(setup.id)
    secret, link = await links.new_link(visit, "personal")
    made = f"{address(visit.house.settings)}/in/{secret}"
    return await links.give(visit, visit.page("once.html", kind="personal", address=made, back="/home"), link)


async def own_links(visit: Visit) -> list[doors.Link]:
    return await visit.house.store.read(
        lambda session: doors.links_of(session, facilitator=visit.facilitator)
    )


async def sign_out(visit: Visit) -> Response:
    cookie = visit.cookie("", HOME)
    await visit.drop_key(visit.request.cookies[cookie])
    response = to("/")
    response.delete_cookie(cookie, secure=visit.house.settings.secure, httponly=True, samesite="lax")
    return response
