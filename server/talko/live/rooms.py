"""All rooms of this server: they open when somebody comes, and sleep when nobody is left."""

import asyncio
import logging
import secrets
from collections import deque
from contextlib import suppress
from functools import partial

from talko.core.people import Refused, Seat
from talko.core.template import Template
from talko.core.workshop import Command
from talko.live import wire
from talko.live.access import key_hash
from talko.live.due import HOUR_MS
from talko.live.room import Room
from talko.live.writer import Ground
from talko.store import boxes, doors
from talko.store.template_files import read

PULSE = 1.0  # seconds
BEATS = 10  # pulses between two heartbeats

logger = logging.getLogger("talko.room")


class Rooms:
    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._rooms: dict[str, asyncio.Task[Room | None]] = {}
        self._pulse: asyncio.Task[None] | None = None
        self._visited_at = 0
        self._to_visit = deque[str]()

    def start(self) -> None:
        self._pulse = asyncio.create_task(self._pulse_on())

    async def room(self, workshop: str) -> Room | None:
        """Opens it once, however many come at the same moment. None where there is no such workshop."""
        while (room := await self._opened(workshop)) and room.is_closing:
            await room.ended()  # what it was writing is in the log that the next one reads
            self._let_go(workshop, room)
        return room

    async def _opened(self, workshop: str) -> Room | None:
        opening = self._rooms.get(workshop)
        if opening is None or (opening.done() and not is_open(opening)):
            opening = self._rooms[workshop] = asyncio.create_task(self._open(workshop))
        room = await asyncio.shield(opening)
        if room is None:
            self._rooms.pop(workshop, None)
        return room

    def _let_go(self, workshop: str, room: Room) -> None:
        opening = self._rooms.get(workshop)
        if opening and is_open(opening) and opening.result() is room:
            del self._rooms[workshop]

    async def _open(self, workshop: str) -> Room | None:
        loaded = await self._ground.store.load(workshop)
        if loaded is None:
            return None
        template = read(loaded.setup.template)
        assert isinstance(template, Template)  # it was checked when the workshop was set up
        return Room(loaded, template, self._ground)

    async def ask(self, workshop: str, seat: Seat, activity: str, command: Command) -> Refused | None:
        """A command from a page. It is durable when None comes back."""
        id = secrets.token_urlsafe(16)
        return await self.hear(workshop, seat, wire.Said(id, activity, "", command, id.encode()))

    async def hear(self, workshop: str, seat: Seat, said: wire.Said) -> Refused | None:
        """Likewise, under an id that the page has: a form that is sent twice is done once."""
        room = await self.room(workshop)
        if room is None:
            return Refused("workshop_over")
        answer = await room.ask(seat, said)
        return Refused(answer.why, answer.missing) if isinstance(answer, wire.No) else None

    async def forget(self, workshop: str) -> None:
        """Before a workshop is deleted: its room stops, and its lines are closed."""
        opening = self._rooms.get(workshop)
        if opening and (room := await opening):
            await room.stop()
            self._let_go(workshop, room)

    async def close_revoked(self, workshop: str) -> None:
        """After a link was revoked: whose key is gone, goes too."""
        room = await self.room(workshop)
        for line in room.lines() if room else []:
            if not await self._ground.store.read(
                partial(doors.find_key, hash=key_hash(line.seat.key.decode()))
            ):
                line.close(4401)

    async def _pulse_on(self) -> None:
        beats = 0
        while True:
            await asyncio.sleep(PULSE)
            beats += 1
            for id, room in self._open_rooms():
                room.pulse()
                if beats % BEATS == 0:
                    room.beat()
                if not room.is_awake():
                    await self.forget(id)
            await self._visit_who_waits()

    async def _visit_who_waits(self) -> None:
        """Once an hour: a consent passes when its day is over, also where nobody comes any more.

        One room at each pulse, so that not all of them are in the memory together.
        """
        now = self._ground.clock.now_ms()
        if now - self._visited_at >= HOUR_MS:
            self._visited_at = now
            self._to_visit = deque(await self._ground.store.read(boxes.waiting))
        if self._to_visit:
            await self._visit(self._to_visit.popleft())

    async def _visit(self, workshop: str) -> None:
        """The room looks by itself after what is due, and sleeps again."""
        try:
            await self.room(workshop)
        except Exception:  # the other rooms need their heartbeat
            logger.exception("workshop %s: the room could not be opened", workshop)

    def _open_rooms(self) -> list[tuple[str, Room]]:
        return [(id, room) for id, task in self._rooms.items() if is_open(task) and (room := task.result())]

    async def stop(self) -> None:
        if self._pulse:
            self._pulse.cancel()
            with suppress(asyncio.CancelledError):
                await self._pulse
        await asyncio.gather(*(self.forget(id) for id in [*self._rooms]))


def is_open(opening: asyncio.Task[Room | None]) -> bool:
    return opening.done() and not opening.cancelled() and opening.exception() is None
