"""A room: one workshop in memory, and all who look on. What is written is shown, to each audience its own."""

import asyncio
import logging
import secrets
from collections.abc import Sequence

from talko.core.activities.collect import CardsReleased
from talko.core.activities.consent import AnsweredLater, ConsentRevealed, TimePassed
from talko.core.activities.plan import LetGoOf, RecordDropped, TakenOn
from talko.core.activities.survey import SurveyRevealed
from talko.core.activities.vote import VoteRevealed
from talko.core.audience import Audience
from talko.core.ballots.ballot import Boxes
from talko.core.ballots.rounds import RoundOpened
from talko.core.beside.agenda import ClosedUnfinished, WentTo, WorkshopClosed
from talko.core.card import CardHidden, CardShown
from talko.core.happened import Happened
from talko.core.life import Closed, Extended, Opened, Revealed
from talko.core.mine import mine
from talko.core.people import Seat, SeatKind
from talko.core.template import Template
from talko.core.views import view
from talko.core.whole import Workshop
from talko.core.workshop import Command
from talko.live import wire
from talko.live.broadcast import Crowd
from talko.live.draft import Answer
from talko.live.due import Due
from talko.live.line import Line
from talko.live.pace import Pace
from talko.live.writer import Ground, Writer
from talko.store import log

logger = logging.getLogger("talko.room")

HASTE = 0.05  # seconds between two views; longer where many look on
ANSWERED = 0.25  # where all that has changed is how many have answered
MOST_LINES = 10  # of one seat
ITSELF = Seat(SeatKind.ROOM, b"")
CONCERNS_WRITERS = (
    CardHidden, CardShown, CardsReleased, Opened, Extended, Closed, Revealed, RoundOpened, VoteRevealed,
    SurveyRevealed, ConsentRevealed, AnsweredLater, TimePassed, TakenOn, LetGoOf, RecordDropped, WentTo,
    ClosedUnfinished, WorkshopClosed,
)  # fmt: skip


class Room:
    """Lives while somebody is in it. Everything it knows can be made again from the log."""

    def __init__(self, loaded: log.Loaded, template: Template, ground: Ground) -> None:
        self.setup, self.template, self.epoch = loaded.setup, template, loaded.epoch
        self.run = secrets.token_hex(4)
        self.crowds = {audience: Crowd(audience, self.run, ground.clock) for audience in Audience}
        self.pace = Pace(ground.settings.limits)
        self._ground, self._quiet_since = ground, asyncio.get_running_loop().time()
        self._shown_at = 0.0
        self._tick: asyncio.TimerHandle | None = None
        self._due = Due(ground, self._ask_itself)
        self._writer = Writer(loaded, template, ground, self._wrote)
        self._writer.task.add_done_callback(self._let_go)
        self._due.let_pass(self.workshop)
        self._show()

    # Asking

    async def hear(self, seat: Seat, said: wire.Said | wire.Malformed) -> Answer:
        """What somebody said, at the pace that their seat allows. The answer comes after the commit."""
        if wait := self.wait_ms(seat, said.command if isinstance(said, wire.Said) else None):
            return wire.No(said.id, "slow_down", wait)
        return await self.ask(seat, said) if isinstance(said, wire.Said) else wire.No(said.id, "malformed")

    def wait_ms(self, seat: Seat, command: Command | None) -> int:
        return self.pace.wait_ms(seat, command, asyncio.get_running_loop().time())

    def may_join(self) -> bool:
        return self.pace.may_join(asyncio.get_running_loop().time())

    def is_deaf(self, seat: Seat) -> bool:
        return self.pace.is_deaf(seat, asyncio.get_running_loop().time())

    def ask(self, seat: Seat, said: wire.Said) -> asyncio.Future[Answer]:
        """At any pace: for the room itself, and for pages, which have their own."""
        return self._writer.ask(seat, said)

    def _ask_itself(self, activity: str, command: Command) -> None:
        id = secrets.token_urlsafe(16)
        self.ask(ITSELF, wire.Said(id, activity, "", command, id.encode()))

    def _wrote(self, facts: Sequence[log.Fact]) -> None:
        if any(concerns_writers(fact.happened) for fact in facts):
            for line in self.lines():
                self.tell_its_own(line)
        self.changed(HASTE if facts else ANSWERED)

    @property
    def workshop(self) -> Workshop:
        return self._writer.workshop

    @property
    def boxes(self) -> Boxes:
        return self._writer.boxes

    @property
    def is_closing(self) -> bool:
        return self._writer.is_closing

    async def stop(self) -> None:
        if self._tick:
            self._tick.cancel()
        await self._writer.stop()

    async def ended(self) -> None:
        await self._writer.ended()

    def _let_go(self, _: object) -> None:
        """Nothing is written any more: who comes back finds a new room."""
        for line in self.lines():
            line.close(1012)

    # Showing

    def changed(self, haste: float = HASTE) -> None:
        """At once when it was quiet, else at the next tick: many commands become one small patch."""
        loop = asyncio.get_running_loop()
        due = max(loop.time(), self._shown_at + max(haste, self._haste()))
        if self._tick and self._tick.when() > due:
            self._tick.cancel()
            self._tick = None
        if self._tick is None:
            self._tick = loop.call_at(due, self._on_tick)

    def _haste(self) -> float:
        lines = len(self.crowds[Audience.PHONE].lines)
        return HASTE if lines < 200 else 2 * HASTE if lines < 1000 else 5 * HASTE

    def _on_tick(self) -> None:
        self._tick = None
        self._shown_at = asyncio.get_running_loop().time()
        self._due.release(self.workshop)
        self._show()

    def _show(self) -> None:
        for crowd in self.crowds.values():
            crowd.show(view(self.workshop, self.boxes, crowd.audience, crowd.shown))

    def first(self, audience: Audience, seat: Seat) -> wire.Told:
        """What a page carries so that it can be read before its socket is up."""
        crowd, now = self.crowds[audience], self._ground.clock.now_ms()
        own = mine(self.workshop, self.boxes, seat)
        told: wire.Told = {"view": crowd.view, "mine": own, "epoch": self.epoch}
        return {**told, "run": self.run, "v": crowd.v, "now_ms": now}

    # The lines that look on

    def enter(self, line: Line, audience: Audience) -> None:
        """A seat has few lines at once. One too many, and its oldest goes: it may be dead already."""
        own = sorted(
            (each for each in self.lines() if each.seat.key == line.seat.key), key=lambda each: each.since
        )
        for old in own[: 1 - MOST_LINES]:
            old.close(1013)
        self.crowds[audience].lines.add(line)

    def leave(self, line: Line, audience: Audience) -> None:
        self.crowds[audience].lines.discard(line)
        self._quiet_since = asyncio.get_running_loop().time()

    def lines(self) -> list[Line]:
        return [line for crowd in self.crowds.values() for line in crowd.lines]

    def tell_its_own(self, line: Line) -> None:
        own = wire.encode({"mine": mine(self.workshop, self.boxes, line.seat)})
        if line.told and own != line.mine:
            line.mine = own
            line.say(own)

    def pulse(self) -> None:
        """Once a second: mends who was slow, and looks after what waits for its time."""
        self.pace.sweep(asyncio.get_running_loop().time())
        self._due.let_pass(self.workshop)
        if self._due.waits:
            self.changed()
        for crowd in self.crowds.values():
            for line in crowd.mend():
                self.tell_its_own(line)
            self._note_what_was_missed(crowd)

    def _note_what_was_missed(self, crowd: Crowd) -> None:
        """One line in a second, however many phones a bad network has."""
        if crowd.missed:
            told = (self.setup.id, crowd.audience.value, crowd.missed)
            logger.warning("workshop %s, %s: had missed something and got the whole view: %d", *told)
        crowd.missed = 0

    def beat(self) -> None:
        for crowd in self.crowds.values():
            crowd.beat()

    def is_awake(self) -> bool:
        """A room that failed is let go too: the next who comes finds it made again from the log."""
        quiet = asyncio.get_running_loop().time() - self._quiet_since
        waits = self.lines() or self._writer.is_busy or self._due.waits
        return not self.is_closing and bool(waits or quiet < self._ground.settings.sleep_after)


def concerns_writers(happened: Happened) -> bool:
    """What changes other people's `mine` than that of who asked."""
    return isinstance(happened.event, CONCERNS_WRITERS)
