"""A hall to be weighed, on a real server: a hundred cards in twelve groups, and a vote that is open."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from talko.app import furnish, make_app
from talko.clock import RealClock, StillClock
from talko.core.activities import cluster, collect
from talko.core.beside.agenda import GoOn
from talko.core.beside.lobby import Join
from talko.core.commands import Command
from talko.core.life import Close, Open, Reveal
from talko.core.people import Role, Seat, SeatKind
from talko.folders import folder
from talko.live.access import cookie_name
from talko.live.server import server
from talko.pages.house import House
from talko.settings import Settings
from talko.store import groups
from tests.budgets.said import PROPOSALS, cards, setup
from tests.live.place import Key, Place
from tests.store import ready

LEAD = Seat(SeatKind.FACILITATOR, b"lead")
TEMPLATE = folder("workshop_templates") / "codev_workshop_90.yaml"
WRITING, GROUPING, VOTING = "n1", "n3", "n4"
ON_THE_WAY = ("", "o1", "o2", "o3", "n0")


@dataclass(frozen=True, slots=True)
class Hall:
    place: Place
    house: House
    workshop: str
    port: int
    secure: bool = False

    @property
    def address(self) -> str:
        return f"{'https' if self.secure else 'http'}://talko.test:{self.port}"

    async def lead(self, activity: str, command: Command) -> None:
        refused = await self.house.rooms.ask(self.workshop, LEAD, activity, command)
        assert not refused, (activity, command, refused)

    async def key(self, kind: SeatKind) -> Key:
        key = await self.place.key(self.workshop, kind)
        if kind is SeatKind.PARTICIPANT:
            await self.house.rooms.ask(self.workshop, key.seat, "", Join(Role.CLIENT))
        return key

    def cookie(self, key: Key) -> dict[str, str | bool]:
        name = cookie_name(secure=self.secure, workshop=self.workshop, place=key.place)
        return {"name": name, "value": key.secret, "url": self.address, "secure": self.secure}


@asynccontextmanager
async def hall() -> AsyncIterator[Hall]:
    with TemporaryDirectory(prefix="talko-budgets-") as data:
        settings, clock = (
            Settings(data=Path(data), host="127.0.0.1", port=0),
            StillClock(RealClock().now_ms()),
        )
        house = furnish(settings, clock, ready.opened(Path(data)))
        running = server(make_app(house), settings)
        task = asyncio.create_task(running.serve())
        while not running.started:
            await asyncio.sleep(0.01)
        place = Place(settings, clock, house.store, house.rooms)
        port = running.servers[0].sockets[0].getsockname()[1]
        here = Hall(place, house, await made(place), port)
        yield here
        running.should_exit = True
        await task


async def made(place: Place) -> str:
    """The largest of the short workshops, in Finnish, with room for twelve groups."""
    whose = await place.store.write(lambda session: groups.add_facilitator(session, "Iida"))
    group = await place.store.write(lambda session: groups.add_group(session, whose.id, "Väki"))
    template = TEMPLATE.read_text("utf-8").replace("max_themes: 8", "max_themes: 12")
    made = groups.Setup(group=group.id, template=template, **setup())
    await place.store.write(lambda session: groups.add_workshop(session, made))
    return made.id


async def write(hall: Hall) -> None:
    """Cards of 25 people, shown on the wall."""
    for step in ON_THE_WAY:
        await hall.lead(step, GoOn())
    await hall.lead(WRITING, Open())
    texts = cards(100)
    for n in range(25):
        seat = Seat(SeatKind.PARTICIPANT, f"key {n}".encode(), Role.CLIENT)
        await hall.house.rooms.ask(hall.workshop, seat, "", Join(Role.CLIENT))
        for text in texts[n * 4 : n * 4 + 4]:
            await hall.house.rooms.ask(hall.workshop, seat, WRITING, collect.AddCard(text, "fi"))
    await hall.lead(WRITING, Close())
    await hall.lead(WRITING, Reveal())


async def group(hall: Hall) -> None:
    for step in (WRITING, "n2"):
        await hall.lead(step, GoOn())
    room = await hall.house.rooms.room(hall.workshop)
    assert room
    written = room.workshop.activities[WRITING]
    assert isinstance(written, collect.State) and len(written.cards) == 100
    ids = [*written.cards]
    for n, name in enumerate(PROPOSALS):
        await hall.lead(GROUPING, cluster.AddTheme(name, "fi", tuple(ids[n::12])))


async def vote(hall: Hall) -> None:
    await hall.lead(GROUPING, GoOn())
    await hall.lead(VOTING, Open())
