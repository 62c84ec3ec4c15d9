"""The kill test: the plug is pulled while fifty phones write, again and again; nothing may be lost.

python -m tests.faults.kill --kills 20 --phones 50
"""

import argparse
import asyncio
import json
import os
import random
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from threading import Lock

from talko.settings import Settings
from tests.faults import check, history
from tests.faults.door import HELLO, Browser, Object, at
from tests.faults.ground import ASKING, WORKSHOP, WRITING, Ground, lay
from tests.faults.history import History
from tests.faults.phone import QUESTION, Open, Phone
from tests.faults.plug import Server, end_tidily, serving

CONSOLE = f"/w/{WORKSHOP}/console"
EARLIEST, LATEST = 0.05, 0.5  # seconds from an acknowledgement to the pulled plug
ALL_ANSWERED_WITHIN = 30.0
ONE_AT_A_TIME = Lock()  # Alembic keeps what it works on in a module, so a store is made by one thread alone


@dataclass(frozen=True, slots=True)
class Plan:
    kills: int
    phones: int
    seed: int
    break_: str = ""  # a server that is wrong on purpose, so that the test can be seen to fail


@dataclass(slots=True)
class Run:
    plan: Plan
    ground: Ground
    server: Server
    history: History
    iida: Browser
    chance: random.Random
    acknowledged: asyncio.Event = field(default_factory=asyncio.Event)
    back_after: list[float] = field(default_factory=list)  # seconds from each cut to the next acknowledgement


def judged(plan: Plan, folder: Path) -> tuple[check.Verdict, Run, history.Past]:
    with ONE_AT_A_TIME:
        ground, past = lay(folder), folder / "history.jsonl"
    with history.writing(past) as written, serving(folder, {"TALKO_BREAK": plan.break_}) as server:
        iida, chance = Browser(server.address), random.Random(plan.seed)
        run = Run(plan, ground, server, written, iida, chance)
        phones = asyncio.run(pull_and_write(run))
        server.stop()
        server.start()  # made again from the log and the boxes alone
        seen = check.Seen(texts_on(iida.view(CONSOLE)), {each.n: ballot_of(each) for each in phones})
    told = history.read(past)
    return check.judge(told, check.read_log(ground.database, WORKSHOP), seen), run, told


async def pull_and_write(run: Run) -> Sequence[Phone]:
    open_now = await open_writing(run.iida, run.ground)
    numbers = range(run.plan.phones)
    phones = await asyncio.gather(*(asyncio.to_thread(phone, run, n) for n in numbers))
    async with living(phones, open_now):
        for _ in range(run.plan.kills):
            await pull(run)
        await all_answered(phones)
    return phones


async def open_writing(iida: Browser, ground: Ground) -> Open:
    """The facilitator goes to the first activity, opens it and a survey, and leaves the console."""
    iida.post(ground.home)
    iida.post(f"/home/w/{WORKSHOP}/console")
    async with iida.line(CONSOLE) as console:
        await console.send(HELLO)
        for do, where in (("go_on", ""), ("open", WRITING), ("open", ASKING)):
            id = secrets.token_urlsafe(16)
            await console.send(json.dumps({"do": do, "id": id, "in": where, "d": {}}))
            async for text in console:
                frame: Object = json.loads(text)
                assert "refused" not in frame, frame
                if frame.get("done") == id:
                    break
    return Open(WRITING, ASKING, round=id)


def phone(run: Run, n: int) -> Phone:
    browser = Browser(run.server.address)
    place = browser.post(run.ground.join, role="client", lang="fi")
    return Phone(n, browser, place, run.history, random.Random(f"{run.plan.seed} {n}"), run.acknowledged.set)


@asynccontextmanager
async def living(phones: Sequence[Phone], open_now: Open) -> AsyncIterator[None]:
    lives = [asyncio.create_task(each.live(open_now)) for each in phones]
    try:
        yield
    finally:
        for life in lives:
            life.cancel()
        await asyncio.wait(lives)


async def pull(run: Run) -> None:
    await next_acknowledgement(run)
    await asyncio.sleep(run.chance.uniform(EARLIEST, LATEST))
    run.server.pull()
    cut = time.monotonic()
    await asyncio.to_thread(run.server.start)
    await next_acknowledgement(run)
    run.back_after.append(time.monotonic() - cut)


async def next_acknowledgement(run: Run) -> None:
    run.acknowledged.clear()
    async with asyncio.timeout(ALL_ANSWERED_WITHIN):
        await run.acknowledged.wait()


async def all_answered(phones: Sequence[Phone]) -> None:
    for each in phones:
        each.is_writing = False
    async with asyncio.timeout(ALL_ANSWERED_WITHIN):
        while any(each.outbox for each in phones):
            await asyncio.sleep(0.05)


def texts_on(view: Object) -> dict[str, str]:
    cards = at(view, "view", "activities", WRITING, "cards")
    return {id: str(at(card)["text"]) for id, card in cards.items()}


def ballot_of(phone: Phone) -> check.Ballot | None:
    """As the phone is told after a reload; None where it has none."""
    ballots = at(phone.browser.view(phone.place), "mine").get("ballots")
    if not ballots:
        return None
    ballot = at(ballots, ASKING)
    return check.Ballot(int(str(ballot["n"])), int(str(at(ballot, "choice", "answers", "all")[QUESTION])))


def main() -> int:
    end_tidily()
    asked = argparse.ArgumentParser("tests.faults.kill", description=__doc__)
    asked.add_argument("--kills", type=int, default=int(os.environ.get("TALKO_KILLS", "20")))
    asked.add_argument("--phones", type=int, default=50)
    asked.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    asked.add_argument("--break", dest="break_", default="", choices=["", "ack_early", "no_id_check"])
    plan = Plan(**vars(asked.parse_args()))
    limits = Settings().limits
    print(f"limits in force: cards {limits.cards}, other commands {limits.others}; seed {plan.seed}")
    with tempfile.TemporaryDirectory(prefix="talko-kill-") as folder:
        verdict, run, past = judged(plan, Path(folder))
    print(
        f"kills {plan.kills}, phones {plan.phones}, commands {len(past.sent)}, sent {past.sent_times} times: "
        f"{verdict}; "
        f"the next acknowledgement came {median(run.back_after):.2f} s after a cut, "
        f"at most {max(run.back_after):.2f} s"
    )
    return 0 if verdict.is_clean() else 1


if __name__ == "__main__":
    raise SystemExit(main())
