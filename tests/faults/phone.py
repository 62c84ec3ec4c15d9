"""A phone with an outbox, by docs/protocol.md alone: what was not answered is sent again as it was."""

import asyncio
import json
import random
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from math import inf

from websockets.asyncio.client import ClientConnection
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.faults.door import HELLO, Browser, Object
from tests.faults.history import LATER, Command, Do, History

GAP = 0.06  # seconds between two commands, in the mean
COMES_BACK = 0.4  # seconds, at most, before it tries again; real phones take longer
MIX: tuple[Do, ...] = ("add_card", "edit_card", "withdraw_card")
WAITING = 2  # commands on their way at once


@dataclass(slots=True)
class Phone:
    """Every fourth one doubts: it asks again also for what was answered just before a cut, and that is safe.

    A server that does not look at ids is then caught. The others show when an answer was not true.
    """

    n: int
    browser: Browser
    place: str
    history: History
    chance: random.Random
    heard: Callable[[], None]  # told of each acknowledgement
    outbox: dict[str, Command] = field(default_factory=dict)
    due: dict[str, float] = field(default_factory=dict)  # when to send again what was answered "later"
    doubted: deque[Command] = field(default_factory=lambda: deque(maxlen=2))
    acknowledged: set[str] = field(default_factory=set)
    cards: list[str] = field(default_factory=list)  # written, and neither edited nor withdrawn yet
    is_writing: bool = True

    @property
    def doubts(self) -> bool:
        return self.n % 4 == 1

    async def live(self, activity: str) -> None:
        """Comes back after each cut, until it is cancelled."""
        while True:
            try:
                async with self.browser.line(self.place) as socket:
                    await self.talk(socket, activity)
            except (OSError, ConnectionClosed, InvalidHandshake):
                pass
            await asyncio.sleep(self.chance.uniform(0, COMES_BACK))

    async def talk(self, socket: ClientConnection, activity: str) -> None:
        await socket.send(HELLO)
        for command in [*(self.doubted if self.doubts else ()), *self.outbox.values()]:
            await self.say(socket, activity, command)
        writer = asyncio.create_task(self.write(socket, activity))
        try:
            async for text in socket:
                self.hear(json.loads(text))
        finally:
            writer.cancel()
            await asyncio.wait([writer])

    async def write(self, socket: ClientConnection, activity: str) -> None:
        while True:
            await asyncio.sleep(self.chance.uniform(0, 2 * GAP))
            if command := self.again() or self.another():
                await self.say(socket, activity, command)

    async def say(self, socket: ClientConnection, activity: str, command: Command) -> None:
        self.outbox[command.id], self.due[command.id] = command, inf
        self.history.sent(self.n, command)
        await socket.send(json.dumps(said(command, activity)))

    def again(self) -> Command | None:
        now = asyncio.get_running_loop().time()
        return next((self.outbox[id] for id, due in self.due.items() if due <= now), None)

    def another(self) -> Command | None:
        if not self.is_writing or len(self.outbox) >= WAITING:
            return None
        is_slowed = any(due < inf for due in self.due.values())  # cards have a limit of their own
        do: Do = "withdraw_card" if is_slowed else self.chance.choices(MIX, (6, 2, 2))[0]
        id = secrets.token_urlsafe(16)
        if not self.cards:
            return None if is_slowed else Command(id, "add_card", id, f"{id} kortti")
        if do == "add_card":
            return Command(id, do, id, f"{id} kortti")
        card = self.cards.pop(self.chance.randrange(len(self.cards)))
        return Command(id, do, card, f"{card} muutettu" if do == "edit_card" else "")

    def hear(self, frame: Object) -> None:
        if "done" in frame:
            self.settle(str(frame["done"]), "")
        elif "refused" in frame:
            id, why, wait = str(frame["refused"]), str(frame["why"]), frame.get("wait_ms", 2000)
            if why in LATER and isinstance(wait, int):
                self.history.answered(self.n, id, why)
                self.due[id] = asyncio.get_running_loop().time() + wait / 1000
            else:
                self.settle(id, why)

    def settle(self, id: str, why: str) -> None:
        self.history.answered(self.n, id, why)
        command = self.outbox.pop(id, None)
        self.due.pop(id, None)
        if why or not command:
            return
        self.heard()
        if id not in self.acknowledged:
            self.acknowledged.add(id)
            self.doubted.append(command)
            self.cards += [command.card] if command.do == "add_card" else []


def said(command: Command, activity: str) -> Object:
    text = {} if command.do == "withdraw_card" else {"text": command.text}
    what = {"lang": "fi"} if command.do == "add_card" else {"card": command.card}
    return {"do": command.do, "id": command.id, "in": activity, "d": text | what}
