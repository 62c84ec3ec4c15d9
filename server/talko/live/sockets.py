"""Sockets: hello, commands, and the way out. Who speaks was settled at the door, never by a message."""

import asyncio
from dataclasses import dataclass, replace

from starlette.routing import BaseRoute, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from talko.core.audience import Audience
from talko.core.people import Seat, SeatKind
from talko.live import wire
from talko.live.access import Access, same_origin
from talko.live.line import Line
from talko.live.room import Room
from talko.live.rooms import Rooms
from talko.settings import Settings

HELLO_WITHIN = 10.0  # seconds
TRANSPORT = "talko.transport"  # where the scope holds the transport, if the server exposes it

AUDIENCE: dict[SeatKind, Audience] = {
    SeatKind.PARTICIPANT: Audience.PHONE,
    SeatKind.HELPER: Audience.PHONE,
    SeatKind.COHOST: Audience.CONSOLE,
    SeatKind.FACILITATOR: Audience.CONSOLE,
    SeatKind.SCREEN: Audience.SCREEN,
}


AT_THE_CONSOLE = {SeatKind.FACILITATOR, SeatKind.COHOST}


def looking(seat: Seat | None, of: str) -> Seat | None:
    """Who leads may look at the screen from the console: shown the same as a screen, it may do as little.

    None where there is nothing to look on: an owner or follower has a page of their own.
    """
    if not seat or seat.kind not in AUDIENCE:
        return None
    if not of:
        return seat
    return replace(seat, kind=SeatKind.SCREEN) if of == "screen" and seat.kind in AT_THE_CONSOLE else None


class Goodbye(Exception):
    """The line is to be closed, with this code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Sockets:
    settings: Settings
    access: Access
    rooms: Rooms

    def routes(self) -> list[BaseRoute]:
        return [WebSocketRoute("/w/{workshop}/{place}/live", self.live)]

    async def live(self, socket: WebSocket) -> None:
        if not same_origin(socket.headers, self.settings):
            await socket.close(1008)  # before accepting it is an answer of 403
            return
        workshop, place = socket.path_params["workshop"], socket.path_params["place"]
        found = await self.access.seat(socket.cookies, workshop, place)
        seat = looking(found, socket.query_params.get("of", ""))
        room = await self.rooms.room(workshop) if seat else None
        await socket.accept()
        if seat and room:
            await converse(room, Line(seat, socket, self._transport(socket)))
        else:
            await socket.close(4401)

    def _transport(self, socket: WebSocket) -> asyncio.Transport | None:
        return socket.scope.get(TRANSPORT) if self.settings.write == "transport" else None


async def converse(room: Room, line: Line) -> None:
    """Until one of the two leaves."""
    audience = AUDIENCE[line.seat.kind]
    room.enter(line, audience)
    try:
        async with asyncio.timeout(HELLO_WITHIN):
            first = wire.read(await heard(line.socket))
        if not isinstance(first, wire.Hello):
            raise Goodbye(1008)
        greet(room, line, audience, first)
        while True:
            await reply(room, line, audience, wire.read(await heard(line.socket)))
    except (wire.Unreadable, TimeoutError):
        line.close(1008)
    except Goodbye as goodbye:
        line.close(goodbye.code)
    except WebSocketDisconnect:
        pass
    finally:
        room.leave(line, audience)
        await line.gone()


async def heard(socket: WebSocket) -> str:
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message["code"])
    text = message.get("text")
    if text is None:
        raise Goodbye(1008)
    return str(text)


def greet(room: Room, line: Line, audience: Audience, hello: wire.Hello) -> None:
    if hello.protocol != wire.PROTOCOL:
        raise Goodbye(4409)
    room.crowds[audience].greet(line, room.epoch, hello)
    room.tell_its_own(line)


async def reply(
    room: Room, line: Line, audience: Audience, said: wire.Hello | wire.Said | wire.Malformed
) -> None:
    if isinstance(said, wire.Hello):
        if not room.wait_ms(line.seat, None):
            greet(room, line, audience, said)
    else:
        line.say(wire.answer(await room.hear(line.seat, said)))
        room.tell_its_own(line)
    if room.is_deaf(line.seat):
        raise Goodbye(1008)
