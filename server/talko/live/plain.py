"""The plain way, for networks that block sockets: GET the view, POST a command. The same room answers."""

import hashlib
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from talko.core.people import Seat
from talko.live import wire
from talko.live.access import Access, same_origin
from talko.live.room import Room
from talko.live.rooms import Rooms
from talko.live.sockets import AUDIENCE, looking
from talko.settings import Settings

LARGEST = 16 * 1024  # bytes


@dataclass(frozen=True, slots=True)
class Plain:
    settings: Settings
    access: Access
    rooms: Rooms

    def routes(self) -> list[BaseRoute]:
        at = "/w/{workshop}/{place}"
        return [
            Route(f"{at}/view", self.view, methods=["GET"]),
            Route(f"{at}/command", self.command, methods=["POST"]),
        ]

    async def view(self, request: Request) -> Response:
        found = await self._found(request)
        if not found:
            return Response(status_code=403)
        room, seat = found
        first = room.first(AUDIENCE[seat.kind], seat)
        tag = etag({key: each for key, each in first.items() if key not in ("view", "now_ms")})
        if request.headers.get("if-none-match") == tag:
            return Response(status_code=304, headers={"etag": tag})
        return Response(wire.encode(first), media_type="application/json", headers={"etag": tag})

    async def command(self, request: Request) -> Response:
        found = await self._found(request) if same_origin(request.headers, self.settings) else None
        if not found:
            return Response(status_code=403)
        body = await request.body()
        if len(body) > LARGEST:
            return Response(status_code=413)
        return await said(*found, body)

    async def _found(self, request: Request) -> tuple[Room, Seat] | None:
        workshop, place = request.path_params["workshop"], request.path_params["place"]
        found = await self.access.seat(request.cookies, workshop, place)
        seat = looking(found, request.query_params.get("of", ""))
        room = await self.rooms.room(workshop) if seat else None
        return (room, seat) if room and seat else None


async def said(room: Room, seat: Seat, body: bytes) -> Response:
    try:
        command = wire.read(body.decode())
    except (wire.Unreadable, UnicodeDecodeError):
        return Response(status_code=400)
    if isinstance(command, wire.Hello):
        return Response(status_code=400)
    answer = await room.hear(seat, command)
    return Response(wire.answer(answer), media_type="application/json")


def etag(told: wire.Told) -> str:
    """`run` and `v` stand for the view, so that it need not be encoded to find that nothing changed."""
    return f'"{hashlib.sha256(wire.encode(told).encode()).hexdigest()[:32]}"'
