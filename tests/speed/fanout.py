"""Fan-out: how long it takes until the last of 300 phones hears of a card, and what that costs the server.

python -m tests.speed.fanout
"""

import argparse
import asyncio
import json
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles

from tests.faults.door import HELLO, Browser
from tests.faults.ground import WRITING, Ground, lay
from tests.faults.kill import open_writing
from tests.faults.plug import Server, end_tidily, serving
from tests.speed.ear import Ear, listen

WRITES = ("transport", "send_text")  # the two ways a server can write; TALKO_WRITE
GAP = 0.12  # seconds between two cards: a little more than the tick of a room of this size
HEARD_WITHIN = 10.0


@dataclass(frozen=True, slots=True)
class Plan:
    phones: int
    rounds: int
    cards: int  # in each round


@dataclass(slots=True)
class Hall:
    """One server, and everybody who looks on."""

    server: Server
    ears: list[Ear]
    written: int = 0
    p95_ms: list[float] = field(default_factory=list)  # of each round
    frames_per_cpu_s: list[float] = field(default_factory=list)


async def measure(halls: dict[str, tuple[Server, Ground]], plan: Plan) -> dict[str, Hall]:
    filled = {write: await fill(*where, plan.phones) for write, where in halls.items()}
    for _ in range(plan.rounds):
        for hall in filled.values():
            await one_round(hall, plan.cards)
    for hall in filled.values():
        for ear in hall.ears:
            ear.transport.close()
    return filled


async def fill(server: Server, ground: Ground, phones: int) -> Hall:
    await open_writing(Browser(server.address), ground)
    ears = await asyncio.gather(*(come_in(server, ground) for _ in range(phones)))
    return Hall(server, ears)


async def come_in(server: Server, ground: Ground) -> Ear:
    browser = Browser(server.address)
    place = await asyncio.to_thread(browser.post, ground.join, role="client", lang="fi")
    ear = await listen(server.address, place, browser.headers)
    ear.say(HELLO.encode())
    return ear


async def one_round(hall: Hall, cards: int) -> None:
    await asyncio.sleep(2 * GAP)
    cpu, frames = cpu_seconds(hall.server), heard(hall)
    sent = [await one_card(hall) for _ in range(cards)]
    async with asyncio.timeout(HEARD_WITHIN):
        while not all(ear.has_heard(hall.written) for ear in hall.ears):
            await asyncio.sleep(GAP)
    hall.frames_per_cpu_s.append((heard(hall) - frames) / (cpu_seconds(hall.server) - cpu))
    took = [max(ear.heard_at(n) for ear in hall.ears) - at for n, at in sent]
    hall.p95_ms.append(1000 * quantiles(took, n=20, method="inclusive")[-1])


async def one_card(hall: Hall) -> tuple[int, float]:
    """Which one it is, and when it was sent. Each is another phone's."""
    hall.written += 1
    at = asyncio.get_running_loop().time()
    hall.ears[hall.written % len(hall.ears)].say(a_card())
    await asyncio.sleep(GAP)
    return hall.written, at


def a_card() -> bytes:
    id = secrets.token_urlsafe(16)
    said = {"do": "add_card", "id": id, "in": WRITING, "d": {"text": "Kahvia ja ihmisiä", "lang": "fi"}}
    return json.dumps(said).encode()


def heard(hall: Hall) -> int:
    return sum(ear.frames for ear in hall.ears)


def cpu_seconds(server: Server) -> float:
    """Of all its threads, to the nanosecond."""
    assert server.process
    threads = Path(f"/proc/{server.process.pid}/task").iterdir()
    return sum(int((each / "schedstat").read_text().split()[0]) for each in threads) / 1e9


@contextmanager
def on_core(n: int) -> Iterator[None]:
    """This process, and what it starts in the meantime."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {sorted(before)[n % len(before)]})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def run(plan: Plan, folder: Path) -> dict[str, Hall]:
    """All servers on one core, the load client on another; the two ways to write by turns."""
    with ExitStack() as stack:
        halls = {}
        for write in WRITES:
            ground = lay(folder / write)
            with on_core(0):
                server = stack.enter_context(serving(ground.folder, {"TALKO_WRITE": write}))
            halls[write] = server, ground
        with on_core(1):
            return asyncio.run(measure(halls, plan))


def told(plan: Plan, halls: dict[str, Hall]) -> str:
    figures = {
        write: {
            "p95_ms_to_the_last": round(median(hall.p95_ms), 1),
            "frames_per_cpu_s": round(median(hall.frames_per_cpu_s)),
        }
        for write, hall in halls.items()
    }
    pairs = zip(*(hall.frames_per_cpu_s for hall in halls.values()), strict=True)
    ratio = round(median(direct / stock for direct, stock in pairs), 2)
    load = round(os.getloadavg()[0], 2)
    return json.dumps({"phones": plan.phones, "rounds": plan.rounds, **figures, "ratio": ratio, "load": load})


def main() -> None:
    end_tidily()
    asked = argparse.ArgumentParser("tests.speed.fanout", description=__doc__)
    asked.add_argument("--phones", type=int, default=300)
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--cards", type=int, default=12)
    plan = Plan(**vars(asked.parse_args()))
    with tempfile.TemporaryDirectory(prefix="talko-speed-") as folder:
        print(told(plan, run(plan, Path(folder))))


if __name__ == "__main__":
    main()
