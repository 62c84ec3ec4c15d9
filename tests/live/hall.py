"""A hall in which people vote: a workshop that is led, its people, and what lies on its disk."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from talko.core.ballots.ballot import nullifier
from talko.core.people import SeatKind
from tests.live.place import Key, Line, Place, Said

BALLOTS = (Path(__file__).parent.parent / "ballots.yaml").read_text()
NEEDS, STARS, AGREE, FELT = "needs", "stars", "agree", "felt"


@dataclass(slots=True)
class Hall:
    """A workshop that is being led, and the people in it."""

    place: Place
    workshop: str
    fay: Line
    people: list[Line]
    keys: list[Key]
    cards: tuple[str, ...] = ()

    async def go_to(self, activity: str) -> None:
        """Whatever is on the way is passed over."""
        while (here := self.here()) != activity:
            assert "done" in await self.fay.ask("go_on", here)
            await self.fay.until(partial(self.has_left, here))

    def here(self) -> str:
        return str(self.fay.view["agenda"]["current"])

    def has_left(self, activity: str) -> bool:
        return self.here() != activity

    async def opened(self, activity: str) -> str:
        """Its new round."""
        await self.go_to(activity)
        id = secrets.token_urlsafe(16)
        assert await self.fay.ask("open", activity, id) == {"done": id}
        return id

    async def shown(self, activity: str) -> None:
        for do in ("close", "reveal"):
            assert "done" in await self.fay.ask(do, activity)

    def on_the_disk(self) -> bytes:
        files = sorted(self.place.settings.data.glob("talko.db*"))
        return b"".join(file.read_bytes() for file in files)

    def found(self, *needles: str) -> set[str]:
        lies_there = self.on_the_disk()
        return {needle for needle in needles if needle.encode() in lies_there}

    def nullifiers(self, round: str) -> list[str]:
        return [nullifier(key.secret.encode(), round) for key in self.keys]


@asynccontextmanager
async def hall(place: Place, people: int = 2) -> AsyncIterator[Hall]:
    """With a card of each person, shown."""
    workshop = await place.workshop(BALLOTS)
    async with AsyncExitStack() as stack:
        fay = await stack.enter_async_context(place.facilitator(workshop))
        keys = [await place.key(workshop, SeatKind.PARTICIPANT) for _ in range(people)]
        lines = [await stack.enter_async_context(place.line(key)) for key in keys]
        here = Hall(place, workshop, fay, lines, keys)
        for line in lines:
            await line.hello()
            await line.ask("join", role="client")
        await here.opened(NEEDS)
        written = [await line.ask("add_card", NEEDS, text="A bus at nine", lang="en") for line in lines]
        here.cards = tuple(str(each["done"]) for each in written)
        await here.shown(NEEDS)
        yield here


async def cast(line: Line, activity: str, round: str, n: int = 1, id: str = "", **choice: object) -> Said:
    return await line.ask("cast", activity, id, round=round, n=n, choice=choice)


async def gone(here: Hall, *needles: str) -> None:
    """When it has been quiet for a moment the journal is emptied."""
    async with asyncio.timeout(20):
        while here.found(*needles):
            await asyncio.sleep(0.1)


def own(line: Line, activity: str) -> Mapping[str, object]:
    found: Mapping[str, object] = line.mine.get("ballots", {}).get(activity, {})
    return found


def has_some(line: Line, activity: str) -> bool:
    return bool(own(line, activity))


def has_none(line: Line, activity: str) -> bool:
    return not own(line, activity)


def shows(line: Line, activity: str, name: str, value: object) -> bool:
    return bool(line.view["activities"].get(activity, {}).get(name) == value)
