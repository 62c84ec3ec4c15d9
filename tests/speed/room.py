"""What a room costs: memory of a workshop of 30 people and 200 cards, and how soon it is back.

python -m tests.speed.room
"""

import asyncio
import gc
import os
import tempfile
import time
import tracemalloc
from itertools import chain
from pathlib import Path
from random import Random
from statistics import median

from talko.app import furnish
from talko.clock import StillClock
from talko.core.activities.collect import CardAdded, CardEdited
from talko.core.audience import Audience
from talko.core.happened import Event, Happened
from talko.core.people import Mark, Role, Seat, SeatKind
from talko.settings import Settings
from talko.store.log import Batch, Fact
from talko.store.store import Store
from tests.whole.house import OCTOBER, a_place
from tests.whole.people import come_in
from tests.whole.play import begin

PEOPLE, CARDS, EVENTS, RESTARTS, ROOMS = 30, 200, 20_000, 5, 10


async def main() -> None:
    with tempfile.TemporaryDirectory(dir=os.environ.get("TALKO_SPEED_DIR")) as folder:
        await memory(Path(folder) / "memory")
        await restart(Path(folder) / "restart")


async def memory(folder: Path) -> None:
    """What Python holds for it: the workshop, what was done, the three views. Without its phones' lines."""
    folder.mkdir()
    workshops = [await a_workshop(folder, n) for n in range(ROOMS)]
    store = Store.open(folder)
    house = furnish(Settings(data=folder), StillClock(OCTOBER), store)
    await house.rooms.room(workshops[0])  # whatever is loaded once for all
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    rooms = [await house.rooms.room(id) for id in workshops[1:]]
    gc.collect()
    held = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    print(f"one workshop of {PEOPLE} people and {CARDS} cards: {held / len(rooms) / 1e6:.2f} MB", flush=True)
    await house.rooms.stop()
    store.close()


async def a_workshop(folder: Path, n: int) -> str:
    async with a_place(folder) as place:
        playing = await begin(place, "codev_workshop_90", Random(n))
        while len(playing.people) < PEOPLE:
            playing.people.append(await come_in(place, playing.made, Role.CLIENT))
        for step in ("", "o1", "o2", "o3", "n0"):
            await playing.lead("go_on", step)
        await playing.lead("open", "n1")
        writers = [each for each in playing.people if not each.guest][: PEOPLE // 2]
        for m in range(CARDS):
            told = {"text": playing.text(), "lang": "fi"}
            if m < PEOPLE * 2:
                await playing.say(writers[m % len(writers)], "add_card", "n1", **told)
            else:
                await playing.say(playing.helper, "bring_card", source="field", permission=True, **told)
        return playing.made.id


async def restart(folder: Path) -> None:
    """From an open house to the first phone's view."""
    folder.mkdir()
    id = await a_workshop(folder, 0)
    store = Store.open(folder)
    loaded = await store.load(id)
    assert loaded
    await store.append(Batch(id, loaded.head, tuple(many()), (), "running"))
    store.close()
    took = median([await back(folder, id) for _ in range(RESTARTS)])
    print(f"a workshop of {EVENTS:,} events, first view after: {took:.2f} s")


def many() -> list[Fact]:
    cards = [f"card-{n:06}-{'x' * 10}" for n in range(EVENTS // 2)]
    added = [CardAdded(id, "Jonossa on kylmä", "fi", Mark(f"{id:0>64}")) for id in cards]
    edited = [CardEdited(id, "Jonossa on kylmä, ja siinä seisoo kaksi tuntia") for id in cards]
    happened = (Happened("n1", event) for event in chain[Event](added, edited))
    return [Fact(OCTOBER // 1000, each) for each in happened]


async def back(folder: Path, id: str) -> float:
    began = time.monotonic()
    store = Store.open(folder)
    house = furnish(Settings(data=folder), StillClock(OCTOBER), store)
    room = await house.rooms.room(id)
    assert room and room.first(Audience.PHONE, Seat(SeatKind.PARTICIPANT, b"key"))["view"]
    took = time.monotonic() - began
    await house.rooms.stop()
    store.close()
    return took


if __name__ == "__main__":
    asyncio.run(main())
