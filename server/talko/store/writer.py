"""The writer: one thread that commits what all rooms ask for, as much at a time as has come in meanwhile."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, Protocol, TypeAlias, TypeVar

from sqlalchemy import Engine
from sqlmodel import Session

from talko.store import database, log
from talko.store.failures import StoreFailed, failures

T = TypeVar("T")

MOST = 64  # jobs that are taken together
QUIET = 1.0  # seconds after which the journal is emptied, so that what was deleted is gone from there too
TOO_EARLY = 0.3  # seconds from answer to commit, where a test wants to see that this loses something


@dataclass(frozen=True, slots=True, eq=False)
class Append:
    rows: log.Rows
    done: Future[None] = field(default_factory=Future)

    def begins(self) -> bool:
        """False when whoever asked has gone in the meantime."""
        return self.done.set_running_or_notify_cancel()


class Other(Protocol):
    def begins(self) -> bool: ...

    def run(self, engine: Engine) -> None: ...


Job: TypeAlias = Append | Other


@dataclass(frozen=True, slots=True, eq=False)
class Work(Generic[T]):
    work: Callable[[Session], T]
    done: Future[T] = field(default_factory=Future)

    def begins(self) -> bool:
        return self.done.set_running_or_notify_cancel()

    def run(self, engine: Engine) -> None:
        try:
            with failures(), Session(engine) as session, session.begin():
                result = self.work(session)
        except Exception as problem:  # whoever asked is told, and the writer goes on
            self.done.set_exception(problem)
        else:
            self.done.set_result(result)


@contextmanager
def writing(file: Path, break_: str) -> Iterator["Writer"]:
    """A writer for as long as the block lasts. The tables are as this version wants them."""
    with ExitStack() as opened:
        engine = database.for_writing(file)
        opened.callback(engine.dispose)
        database.upgrade(engine)
        database.rewrite(engine, file)
        writer = Writer(engine, break_)
        opened.callback(writer.stop)
        yield writer


class Writer:
    """Owns the only connection that writes."""

    def __init__(self, engine: Engine, break_: str = "") -> None:
        self._engine, self._break = engine, break_
        self._queue = SimpleQueue[Job | None]()
        self._in_journal = True
        self._thread = Thread(target=self._run, name="talko-writer", daemon=True)
        self._thread.start()

    def put(self, job: Job) -> None:
        self._queue.put(job)

    def stop(self) -> None:
        """After all that was asked before."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        stopping = False
        while not stopping:
            taken = self._take()
            stopping = None in taken
            self._do([job for job in taken if job is not None and job.begins()])

    def _take(self) -> list[Job | None]:
        """One, when there is one, and whatever else waits: nobody is kept waiting for company."""
        taken = [self._first()]
        with suppress(Empty):
            while len(taken) < MOST:
                taken.append(self._queue.get_nowait())
        return taken

    def _first(self) -> Job | None:
        while True:
            try:
                return self._queue.get(timeout=QUIET if self._in_journal else None)
            except Empty:
                self._empty_journal()

    def _empty_journal(self) -> None:
        with suppress(StoreFailed), failures():
            self._in_journal = not database.empty_journal(self._engine)

    def _do(self, jobs: Sequence[Job]) -> None:
        if appends := [job for job in jobs if isinstance(job, Append)]:
            self._append(appends)
        for job in jobs:
            if not isinstance(job, Append):
                job.run(self._engine)
        self._in_journal = True

    def _append(self, group: Sequence[Append]) -> None:
        if self._break == "ack_early":
            tell(group)
            time.sleep(TOO_EARLY)
        commit(group, self._engine, anyway=self._break == "no_id_check")


def commit(group: Sequence[Append], engine: Engine, *, anyway: bool) -> None:
    """In one transaction; if it fails, one by one, so that only the bad one fails."""
    try:
        with failures(), engine.begin() as connection:
            log.append(connection, [each.rows for each in group], anyway=anyway)
    except Exception as problem:  # as above: a room's mistake is told to that room
        if len(group) == 1:
            tell(group, problem)
        else:
            for each in group:
                commit([each], engine, anyway=anyway)
    else:
        tell(group)


def tell(group: Sequence[Append], problem: Exception | None = None) -> None:
    for each in group:
        if each.done.done():
            continue
        if problem:
            each.done.set_exception(problem)
        else:
            each.done.set_result(None)
