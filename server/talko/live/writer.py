"""The writer of one workshop: it orders what is asked, and the disk has it before anybody is told."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from talko.clock import Clock, day, seconds
from talko.core.people import Request, Seat
from talko.core.template import Template
from talko.core.whole import begin
from talko.core.workshop import Command, replay, standing
from talko.live import wire
from talko.live.draft import Answer, Asked, Draft, consider, consider_without_ids
from talko.settings import Settings
from talko.store import boxes, log
from talko.store.store import Store, StoreFailed
from talko.store.template_files import items

BATCH = 64  # commands that are written together

logger = logging.getLogger("talko.room")


@dataclass(frozen=True, slots=True)
class Ground:
    """What every room stands on."""

    settings: Settings
    clock: Clock
    store: Store

    def today(self) -> str:
        """At the place of the workshops, as 2026-10-08."""
        return day(self.clock, self.settings.zone)


class Writer:
    """`wrote` is called with the facts of each batch, when all is on the disk and in `workshop` and `boxes`.

    There are no facts where only ballots came.
    """

    def __init__(
        self,
        loaded: log.Loaded,
        template: Template,
        ground: Ground,
        wrote: Callable[[Sequence[log.Fact]], None],
    ) -> None:
        self.workshop = replay(
            begin(template, ground.settings.most_people, items(), loaded.setup.langs), loaded.facts
        )
        self.boxes = loaded.boxes
        self._id, self._ground, self._wrote = loaded.workshop, ground, wrote
        self._body_key, self._known, self._head = loaded.body_key, loaded.commands, loaded.head
        self._asked: deque[Asked] = deque()
        self._writing: Sequence[Asked] = ()
        self._wake, self.is_closing = asyncio.Event(), False
        self.task = asyncio.create_task(self._write_on())
        self.task.add_done_callback(self._ended)

    @property
    def is_busy(self) -> bool:
        return bool(self._asked)

    def ask(self, seat: Seat, said: wire.Said) -> asyncio.Future[Answer]:
        """The answer comes after the commit."""
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        request = self._request(seat, said)
        asked = Asked(request, wire.fingerprint(self._body_key, seat.key, said.body), answer)
        if self.is_closing:
            asked.deliver(wire.No(said.id, "restarting"))
        else:
            self._asked.append(asked)
            self._wake.set()
        return answer

    def _request(self, seat: Seat, said: wire.Said) -> Request[Command]:
        at, today = seconds(self._ground.clock), self._ground.today()
        return Request(said.id, seat, said.activity, said.command, at, said.guest, today)

    async def _write_on(self) -> None:
        while not self.is_closing:
            await self._wake.wait()
            self._writing = [self._asked.popleft() for _ in range(min(BATCH, len(self._asked)))]
            if not self._asked:
                self._wake.clear()
            await self._write(self._writing)

    async def _write(self, batch: Sequence[Asked]) -> None:
        draft, answers = Draft(self.workshop, self.boxes, self._known), list[Answer]()
        look = consider_without_ids if self._ground.settings.break_ == "no_id_check" else consider
        for asked in batch:
            draft, answer = look(draft, asked)
            answers.append(answer)
        if not await self._is_kept(draft):
            answers = [try_again(draft, answer) for answer in answers]
        for asked, answer in zip(batch, answers, strict=True):
            asked.deliver(answer)

    async def _is_kept(self, draft: Draft) -> bool:
        """On the disk first, then in memory. Where nothing has changed there is nothing to keep."""
        changed = boxes.changes(self.boxes, draft.boxes)
        if not draft.facts and not changed:
            return True
        if not await self._is_written(draft, changed):
            return False
        self._accept(draft)
        return True

    async def _is_written(self, draft: Draft, changed: boxes.Changes) -> bool:
        """A store that cannot write just now is told; a log that has gone on without us ends this room."""
        commands = tuple(log.Command(id, body) for id, body in draft.commands.items())
        stands = standing(draft.workshop)
        batch = log.Batch(self._id, self._head, draft.facts, commands, stands, changed.put, changed.gone)
        try:
            await self._ground.store.append(batch)
        except StoreFailed as problem:
            logger.warning("workshop %s: not written after %s: %s", self._id, self._head, problem)
            return False
        return True

    def _accept(self, draft: Draft) -> None:
        self.workshop, self.boxes = draft.workshop, draft.boxes
        self._known.update(draft.commands)
        if self.workshop.agenda.closed:
            self._forget_bodies()
        self._head += len(draft.facts)
        self._wrote(draft.facts)

    def _forget_bodies(self) -> None:
        """As the store does: what could tell which command said what."""
        self._body_key, self._known = b"", dict.fromkeys(self._known, "")

    def _ended(self, task: asyncio.Task[None]) -> None:
        """As asked or by a bug: nobody is left waiting."""
        problem = None if task.cancelled() else task.exception()
        if problem:
            logger.error("workshop %s: the room failed after %s", self._id, self._head, exc_info=problem)
        self.is_closing = True
        for asked in (*self._writing, *self._asked):
            asked.deliver(wire.No(asked.request.id, "restarting"))
        self._asked.clear()

    async def stop(self) -> None:
        """What is being written is finished; nothing more begins."""
        self.is_closing = True
        self._wake.set()
        await self.ended()

    async def ended(self) -> None:
        await asyncio.wait([self.task])


def try_again(draft: Draft, answer: Answer) -> Answer:
    """What was promised in a draft that could not be written; a refusal stays one."""
    is_lost = answer.id in draft.commands or answer.id in draft.cast
    return wire.No(answer.id, "try_again") if is_lost else answer
