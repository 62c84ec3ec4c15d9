"""Links that are given away: reading one changes nothing, its one button sets the cookie."""

from dataclasses import dataclass

from starlette.responses import Response

from talko.live.access import HOME, key_hash, new_secret
from talko.pages.visit import Visit, to
from talko.store import doors, groups
from talko.store.doors import Key, Link, LinkKind


@dataclass(frozen=True, slots=True)
class Opens:
    place: str
    seat: str  # "" is no seat: the facilitator's home


OPENS: dict[LinkKind, Opens] = {
    "personal": Opens(HOME, ""),
    "screen": Opens("screen", "screen"),
    "helper": Opens("helper", "helper"),
    "cohost": Opens("console", "cohost"),
    "facilitator": Opens("console", "facilitator"),
    "owner": Opens("owner", "owner"),
    "follower": Opens("follower", "follower"),
}
OF_A_RECORD: tuple[LinkKind, ...] = ("owner", "follower")
GIVEN_AWAY: tuple[LinkKind, ...] = ("screen", "helper", "cohost", "facilitator")


async def look(visit: Visit) -> Response:
    link = await followed(visit)
    if not link:
        return visit.sorry("no_link", 404)
    whose, about = await name(visit, link), await title(visit, link)
    response = visit.page("link.html", kind=link.kind, name=whose, title=about)
    response.headers["Referrer-Policy"] = "strict-origin"  # the secret in the address is told to nobody
    return response


async def follow(visit: Visit) -> Response:
    link = await followed(visit)
    if not link:
        return visit.sorry("no_link", 404)
    there = to(opened_by(link))
    return there if await has(visit, link) else await give(visit, there, link)


def opened_by(link: Link) -> str:
    """Where a link leads."""
    if not link.workshop:
        return "/home"
    at = f"/w/{link.workshop}/{OPENS[link.kind].place}"
    return f"{at}/record/{link.record}" if link.record else at


def place(link: Link) -> str:
    """One browser may do one thing and follow up another: each has a key of its own."""
    its = OPENS[link.kind].place
    return of_record(its, link.record) if link.record else its


def of_record(part: str, record: str) -> str:
    return f"{part}-{record}"


async def followed(visit: Visit) -> Link | None:
    hash = key_hash(visit.part("token"))
    return await visit.house.store.read(lambda session: doors.find_link(session, hash))


async def has(visit: Visit, link: Link) -> bool:
    """Whoever follows a link twice keeps the key they have, and with it those for whom they write."""
    access, cookies, opens = visit.house.access, visit.request.cookies, OPENS[link.kind]
    if not opens.seat:
        return await access.facilitator(cookies) == link.facilitator
    seat = await access.seat(cookies, link.workshop, place(link))
    return seat is not None and seat.kind == opens.seat


async def give(visit: Visit, response: Response, link: Link) -> Response:
    its, seat = place(link), OPENS[link.kind].seat
    key = Key("", link.workshop, its, seat, "not_told", link.facilitator, link.hash, record=link.record)
    return visit.keep(response, visit.cookie(link.workshop, its), await visit.new_key(key))


async def name(visit: Visit, link: Link) -> str:
    whose = await visit.house.store.read(lambda session: groups.facilitator(session, link.facilitator))
    return whose.name if whose else ""


async def title(visit: Visit, link: Link) -> str:
    setup = await visit.house.store.read(lambda session: groups.workshop(session, link.workshop))
    return setup.title if setup else ""


async def new_link(visit: Visit, kind: LinkKind, workshop: str = "", record: str = "") -> tuple[str, Link]:
    """The secret that stands in the address, which is shown once, and what is kept of it."""
    secret = new_secret()
    link = Link(key_hash(secret), kind, workshop, visit.facilitator, visit.now(), record)
    await visit.house.store.write(lambda session: doors.add_link(session, link))
    return secret, link


async def revoke(visit: Visit, link: Link) -> None:
    at = visit.now()
    await visit.house.store.write(lambda session: doors.revoke_link(session, link.hash, at))
