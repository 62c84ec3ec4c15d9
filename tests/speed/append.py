"""How many events a second the store makes durable: many rooms together, and one after the other.

python -m tests.speed.append
"""

import asyncio
import os
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from talko.store.log import Command
from talko.store.store import Store
from tests.store.given import a_card, added, batch

ROOMS = 200
SECONDS = 2.0


async def main() -> None:
    with tempfile.TemporaryDirectory(dir=os.environ.get("TALKO_SPEED_DIR")) as folder:
        store = Store.open(Path(folder))
        await added(store, "alone", *(f"w{number}" for number in range(ROOMS)))
        await measure(store, "one after the other", ["alone"])
        await measure(store, f"{ROOMS} rooms together", [f"w{number}" for number in range(ROOMS)])
        store.close()


async def measure(store: Store, name: str, rooms: list[str]) -> None:
    end, cpu, started = time.monotonic() + SECONDS, time.process_time(), time.monotonic()
    written = sum(await asyncio.gather(*(write_on(store, room, end) for room in rooms)))
    cpu, took = time.process_time() - cpu, time.monotonic() - started
    print(f"{name:>20}: {written / took:8,.0f} events/s, {1e6 * cpu / written:5.0f} µs CPU each", flush=True)


async def write_on(store: Store, room: str, end: float) -> int:
    """One card after the other, each with its command, as a room does."""
    for done in numbers_until(end):
        id = f"{room}-{done}"
        await store.append(batch(a_card(id), to=room, after=done, commands=[Command(id, "hash " * 12)]))
    return done + 1


def numbers_until(end: float) -> Iterator[int]:
    for number in count():
        yield number
        if time.monotonic() > end:
            return


if __name__ == "__main__":
    asyncio.run(main())
