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
CASTS = 0.15  # of its commands are ballots, each with another number
WAITING = 2  # commands on their way at once


QUESTION = "heard"


@dataclass(frozen=True, slots=True)
class Open:
    """What is open: an activity for cards, and one for ballots, with its round."""

    writing: str
    asking: str
    round: str


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
    ballots: int = 0  # made so far

    @property
    def doubts(self) -> bool:
        return self.n % 4 == 1

    async def live(self, open_now: Open) -> None:
        """Comes back after each cut, until it is cancelled."""
        while True:
            try:
                async with self.browser.line(self.place) as socket:
                    await self.talk(socket, open_now)
            except (OSError, ConnectionClosed, InvalidHandshake):
                pass
            await asyncio.sleep(self.chance.uniform(0, COMES_BACK))

    async def talk(self, socket: ClientConnection, open_now: Open) -> None:
        await socket.send(HELLO)
        for command in [*(self.doubted if self.doubts else ()), *self.outbox.values()]:
            await self.say(socket, open_now, command)
        writer = asyncio.create_task(self.write(socket, open_now))
        try:
            async for text in socket:
                self.hear(json.loads(text))
        finally:
            writer.cancel()
            await asyncio.wait([writer])

    async def write(self, socket: ClientConnection, open_now: Open) -> None:
        while True:
            await asyncio.sleep(self.chance.uniform(0, 2 * GAP))
            if command := self.again() or self.another():
                await self.say(socket, open_now, command)

    async def say(self, socket: ClientConnection, open_now: Open, command: Command) -> None:
        self.outbox[command.id], self.due[command.id] = command, inf
        self.history.sent(self.n, command)
        await socket.send(json.dumps(said(command, open_now)))

    def again(self) -> Command | None:
        now = asyncio.get_running_loop().time()
        return next((self.outbox[id] for id, due in self.due.items() if due <= now), None)

    def another(self) -> Command | None:
        if not self.is_writing or len(self.outbox) >= WAITING:
            return None
        if self.chance.random() < CASTS:
            return self.ballot()
        is_slowed = any(due < inf for due in self.due.values())  # cards have a limit of their own
        do: Do = "withdraw_card" if is_slowed else self.chance.choices(MIX, (6, 2, 2))[0]
        id = secrets.token_urlsafe(16)
        if not self.cards:
            return None if is_slowed else Command(id, "add_card", id, f"{id} kortti")
        if do == "add_card":
            return Command(id, do, id, f"{id} kortti")
        card = self.cards.pop(self.chance.randrange(len(self.cards)))
        return Command(id, do, card, f"{card} muutettu" if do == "edit_card" else "")

    def ballot(self) -> Command:
        self.ballots += 1
        return Command(secrets.token_urlsafe(16), "cast", n=self.ballots, choice=self.chance.randint(1, 5))

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


def said(command: Command, open_now: Open) -> Object:
    if command.do == "cast":
        choice = {"answers": {"all": {QUESTION: command.choice}}}
        ballot = {"round": open_now.round, "n": command.n, "choice": choice}
        return {"do": "cast", "id": command.id, "in": open_now.asking, "d": ballot}
    text = {} if command.do == "withdraw_card" else {"text": command.text}
    what = {"lang": "fi"} if command.do == "add_card" else {"card": command.card}
    return {"do": command.do, "id": command.id, "in": open_now.writing, "d": text | what}
