"""The writer of one workshop: it orders what is asked, and the disk has it before anybody is told."""

import asyncio
import logging
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from talko.clock import Clock, seconds
from talko.core.people import Request, Seat
from talko.core.template import Template
from talko.core.workshop import Command, begin, replay, standing
from talko.live import wire
from talko.live.draft import Answer, Asked, Draft, consider, consider_without_ids
from talko.settings import Settings
from talko.store import log
from talko.store.store import Store, StoreFailed

BATCH = 64  # commands that are written together

logger = logging.getLogger("talko.room")


@dataclass(frozen=True, slots=True)
class Ground:
    """What every room stands on."""

    settings: Settings
    clock: Clock
    store: Store


class Writer:
    """`wrote` is called with the facts of each batch, when they are on the disk and in `workshop`."""

    def __init__(
        self,
        loaded: log.Loaded,
        template: Template,
        ground: Ground,
        wrote: Callable[[Sequence[log.Fact]], None],
    ) -> None:
        self.workshop = replay(begin(template, ground.settings.most_people), loaded.facts)
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
        at = seconds(self._ground.clock)
        request: Request[Command] = Request(said.id, seat, said.activity, said.command, at, said.guest)
        asked = Asked(request, wire.fingerprint(self._body_key, seat.key, said.body), answer)
        if self.is_closing:
            asked.deliver(wire.No(said.id, "restarting"))
        else:
            self._asked.append(asked)
            self._wake.set()
        return answer

    async def _write_on(self) -> None:
        while not self.is_closing:
            await self._wake.wait()
            self._writing = [self._asked.popleft() for _ in range(min(BATCH, len(self._asked)))]
            if not self._asked:
                self._wake.clear()
            await self._write(self._writing)

    async def _write(self, batch: Sequence[Asked]) -> None:
        draft, answers = Draft(self.workshop, self._known), list[Answer]()
        look = consider_without_ids if self._ground.settings.break_ == "no_id_check" else consider
        for asked in batch:
            draft, answer = look(draft, asked)
            answers.append(answer)
        if draft.facts and not await self._is_written(draft):
            answers = [
                wire.No(said.id, "try_again") if said.id in draft.commands else said for said in answers
            ]
        elif draft.facts:
            self._accept(draft)
        for asked, answer in zip(batch, answers, strict=True):
            asked.deliver(answer)

    async def _is_written(self, draft: Draft) -> bool:
        """A store that cannot write just now is told; a log that has gone on without us ends this room."""
        commands = tuple(log.Command(id, body) for id, body in draft.commands.items())
        batch = log.Batch(self._id, self._head, draft.facts, commands, standing(draft.workshop))
        try:
            await self._ground.store.append(batch)
        except StoreFailed as problem:
            logger.warning("workshop %s: not written after %s: %s", self._id, self._head, problem)
            return False
        return True

    def _accept(self, draft: Draft) -> None:
        self.workshop = draft.workshop
        self._known.update(draft.commands)
        self._head += len(draft.facts)
        self._wrote(draft.facts)

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
