"""The plan: what stays of a workshop, for whoever has its address. Without script, to read and to print."""

from starlette.responses import HTMLResponse, JSONResponse, Response

from talko.address import address
from talko.core.people import SeatKind
from talko.live.room import Room
from talko.pages.following.records import late
from talko.pages.language import LANGUAGES, name_in
from talko.pages.letters import size
from talko.pages.plan.drawn import drawn
from talko.pages.plan.link import code, path, workshop_of
from talko.pages.plan.told import to_come, told
from talko.pages.plan.weave import weave
from talko.pages.texts import texts
from talko.pages.visit import Visit
from talko.papers.agreed import passed_over, proposals, records
from talko.papers.answered import surveys
from talko.papers.chosen import votes
from talko.papers.shelf import PAPERS
from talko.papers.view import part
from talko.papers.why import trail
from talko.papers.written import walls

NOT_TO_BE_FOUND = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "strict-origin"}
PHONE = "phone"  # the first place of a browser in the room
KINDS = ("action", "pilot", "response")


async def plan(visit: Visit) -> Response:
    room = await opened(visit)
    if not room:
        return visit.sorry("gone", 404)
    visit = visit.of(room.setup)
    is_over = room.workshop.agenda.closed
    mine = await thread(visit, room)
    answer = kept(visit, room, mine) if is_over else visit.page("plan_to_come.html", setup=room.setup)
    answer.headers.update(NOT_TO_BE_FOUND)
    return answer


async def as_data(visit: Visit) -> Response:
    room = await opened(visit)
    if not room:
        return JSONResponse({"gone": True}, 404)
    stays = told(room, visit.of(room.setup).lang) if room.workshop.agenda.closed else to_come(room)
    return JSONResponse(stays, headers=NOT_TO_BE_FOUND)


async def opened(visit: Visit) -> Room | None:
    """The room of a workshop, if there still is one, and the address is that of its plan."""
    workshop = workshop_of(visit.house.store.secret, visit.part("token"))
    return await visit.house.rooms.room(workshop) if workshop else None


async def thread(visit: Visit, room: Room) -> str:
    """Where a phone that took part reads what became of its cards; "" on every other."""
    id = room.setup.id
    seat = await visit.house.access.seat(visit.request.cookies, id, PHONE)
    return f"/w/{id}/{PHONE}/thread" if seat and seat.kind is SeatKind.PARTICIPANT else ""


def kept(visit: Visit, room: Room, mine: str) -> Response:
    """Many read it at once, as soon as its address is told; only a plain address is drawn for all of them."""
    url, plain = visit.request.url, path(visit.house.store.secret, room.setup.id)
    if url.path != plain or url.query not in ("", f"lang={visit.lang}"):
        return shown(visit, room, mine)
    # what is late is seen from one day to the next
    key = f"{visit.today()} {visit.lang} {size(visit.request)} {mine}?{url.query}"
    return HTMLResponse(drawn(room, key, lambda: bytes(shown(visit, room, mine).body)))


def shown(visit: Visit, room: Room, mine: str) -> Response:
    stays, words = told(room, visit.lang), texts(room.setup, room.template, visit.lang)
    way = trail(stays, words)
    return visit.page(
        "plan.html",
        told=stays,
        thread=mine,
        tongues={code: name_in(code, visit.lang) for code in LANGUAGES},
        weave=weave(part(stays, "people")),
        here=address(visit.house.settings) + path(visit.house.store.secret, room.setup.id),
        code=code(visit.house.store.secret, room.setup.id),
        code_at=f"{address(visit.house.settings).partition('://')[2]}/plan",
        path=path(visit.house.store.secret, room.setup.id),
        papers=list(PAPERS),
        texts=words,
        records={kind: records(stays, kind, (way, words)) for kind in KINDS},
        titles=way.titles(),
        proposals=proposals(stays, words),
        passed_over=passed_over(stays),
        walls=walls(stays),
        votes=votes(stays, words),
        surveys=surveys(stays, words),
        late=late(room.workshop, visit.today()),
    )
