"""One seat's line. A command is said until it is answered, also when the line is cut and opened again."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from talko.demo.client import HELLO, Browser, Object, parsed
from talko.demo.said import Command, delay

FOR_GOOD = {1008, 4401, 4409}  # closed so, it is not opened again
BACK_WITHIN = 30.0  # seconds without a line, then it is given up
PAUSE = (0.05, 0.4)  # seconds before it is tried again, at random

Ear: TypeAlias = "Callable[[str, Object], bool]"  # every frame but answers; False asks for the whole view
read = lru_cache(maxsize=256)(parsed)  # everybody of one audience is sent the same bytes


class LineCut(Exception):
    """The line is gone for good, and the answer never came."""


@dataclass(frozen=True, slots=True)
class Asked:
    command: Command
    answer: asyncio.Future[Object]


def hear_nothing(_: str, __: Object) -> bool:
    return True


@dataclass(slots=True)
class Line:
    browser: Browser
    place: str
    ear: Ear = hear_nothing
    done: list[Command] = field(default_factory=list)  # what was acknowledged, in its order
    _asked: dict[str, Asked] = field(default_factory=dict)
    _socket: ClientConnection | None = None
    _up: asyncio.Event = field(default_factory=asyncio.Event)
    _may_come: asyncio.Event = field(default_factory=asyncio.Event)
    _left: bool = False

    # Speaking

    async def send(self, do: str, into: str, d: Object | None = None, guest: str = "") -> str:
        """The command's id, once it is done; what it created is called the same."""
        return await self.say(Command(do, into, d or {}, guest))

    async def say(self, command: Command) -> str:
        """When told to slow down, it does."""
        while wait := delay(command, await self._answer(command)):
            await asyncio.sleep(wait)
        self.done.append(command)
        return command.id

    async def _answer(self, command: Command) -> Object:
        if self._left:
            raise LineCut(f"{command.do} was not sent")
        asked = Asked(command, asyncio.get_running_loop().create_future())
        self._asked[command.id] = asked
        if self._socket:
            with suppress(ConnectionClosed):
                await self._socket.send(command.text)
        return await asked.answer

    def waits_for(self) -> list[Command]:
        """What was said and not answered yet."""
        return [each.command for each in self._asked.values()]

    # Being there

    async def live(self) -> None:
        """Until it is left, or the server says that it will not be opened again."""
        while not self._left:
            await self._may_come.wait()
            try:
                async with asyncio.timeout(BACK_WITHIN):
                    socket = await opened(self)
            except (TimeoutError, LineCut) as gone:
                return self._give_up(str(gone) or "the server did not come back")
            await self._converse(socket)
            if socket.close_code in FOR_GOOD:
                return self._give_up(f"closed with {socket.close_code}")
        self._give_up("left")

    async def _converse(self, socket: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            await socket.send(json.dumps(HELLO))
            self._socket = socket
            self._up.set()
            for asked in list(self._asked.values()):
                await socket.send(asked.command.text)
            async for text in socket:
                if not self._hear(str(text)):
                    await socket.send(json.dumps(HELLO))
        self._socket = None
        self._up.clear()

    def _hear(self, text: str) -> bool:
        frame = read(text)
        if id := frame.get("done") or frame.get("refused"):
            asked = self._asked.pop(str(id), None)
            if asked and not asked.answer.done():  # nobody waits for it any more where the play was ended
                asked.answer.set_result(frame)
            return True
        return self.ear(text, frame)

    def _give_up(self, why: str) -> None:
        self._left = True
        for asked in self._asked.values():
            if not asked.answer.done():
                asked.answer.set_exception(LineCut(why))
        self._asked.clear()
        self._up.set()

    async def come(self) -> None:
        """Opens it, also again after it was cut."""
        self._may_come.set()
        await self._up.wait()

    async def cut(self) -> None:
        """As a phone that goes out of reach: it stays away until it comes again."""
        self._may_come.clear()
        if self._socket:
            await self._socket.close()
        while self._socket:
            await asyncio.sleep(0.001)

    async def leave(self) -> None:
        self._left = True
        self._may_come.set()
        if self._socket:
            await self._socket.close()


async def opened(line: Line) -> ClientConnection:
    """Tried again for as long as the server is away."""
    address = f"ws://{line.browser.server}{line.place}/live"
    while not line._left:
        try:
            return await connect(
                address, additional_headers=line.browser.headers, compression=None, proxy=None
            )
        except (OSError, InvalidHandshake):
            await asyncio.sleep(random.uniform(*PAUSE))
    raise LineCut("left")


@asynccontextmanager
async def line(browser: Browser, place: str, ear: Ear = hear_nothing) -> AsyncIterator[Line]:
    """Open from hello on, for as long as the block lasts."""
    seat = Line(browser, place, ear)
    living = asyncio.create_task(seat.live())
    await seat.come()
    try:
        yield seat
    finally:
        await seat.leave()
        await living
