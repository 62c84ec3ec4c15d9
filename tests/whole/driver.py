"""Plays a whole template with random valid steps, from set-up to the plan page, over as many days as needed.

python -m tests.whole.driver --seeds 20        every template, each seed printed
"""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from talko.core import template
from talko.core.audience import Audience, Shown
from talko.core.people import Seat
from talko.core.template import Activity
from talko.core.views import view
from talko.live import wire
from talko.live.room import Room
from talko.pages.house import House
from tests.pages.browser import Browser, Workshop, set_up
from tests.whole import closing, kinds

DAY = 86_400
PASSED_OVER = {
    "field_collection": ["collecting without a network, with a queue on the phone (offline_queue)"]
}


@dataclass
class Play:
    """One workshop being played. All is said as the protocol says it, and read as the console reads it."""

    house: House
    home: Browser
    chance: Random
    made: Workshop
    room: Room
    leads: Seat
    helps: Seat
    people: list[Seat] = field(default_factory=list)
    commands: Counter[str] = field(default_factory=Counter)
    passed: list[str] = field(default_factory=list)
    days: int = 0

    @property
    def look(self) -> Mapping[str, Any]:
        return view(self.room.workshop, self.room.boxes, Audience.CONSOLE, Shown())

    @property
    def here(self) -> Mapping[str, Any]:
        shown: Mapping[str, Any] = self.look["activities"][self.look["agenda"]["current"]]
        return shown

    @property
    def step(self) -> Activity:
        return template.activities(self.room.template)[self.look["agenda"]["current"]]

    @property
    def today(self) -> date:
        return date(2026, 10, 8) + timedelta(days=self.days)

    async def say(self, seat: Seat, do: str, at: str = "", guest: str = "", **d: Any) -> str:
        """The id of what was done. All that is said here is valid: a refusal is a bug of one or the other."""
        id, why, missing = await self.ask(seat, do, at, guest, **d)
        assert not why, (self.room.template.id, at, do, d, why, missing)
        return id

    async def ask(
        self, seat: Seat, do: str, at: str = "", guest: str = "", **d: Any
    ) -> tuple[str, str, Sequence[str]]:
        id = "".join(self.chance.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=22))
        said = wire.read(
            json.dumps({"do": do, "id": id, "in": at, "d": d} | ({"for": guest} if guest else {}))
        )
        assert isinstance(said, wire.Said), (do, d)
        answer = await self.room.ask(seat, said)
        self.commands[do] += 1
        if isinstance(answer, wire.No):
            return id, answer.why, answer.missing
        return id, "", ()

    async def lead(self, do: str, at: str = "", **d: Any) -> str:
        return await self.say(self.leads, do, at, **d)

    async def by_anyone(self, do: str, at: str, seat: Seat | None, **d: Any) -> str:
        """None is somebody without a phone, for whom the helper asks."""
        if seat:
            return await self.say(seat, do, at, **d)
        return await self.say(self.helps, do, at, "1", **d)

    def some(self) -> list[Seat | None]:
        """Some of those who are in, in any order; often also the one without a phone."""
        everybody: list[Seat | None] = [*self.people, None]
        return self.chance.sample(everybody, self.chance.randint(3, len(everybody)))

    def text(self, most: int = 120) -> str:
        words = self.chance.choices(WORDS, k=self.chance.randint(2, 9))
        return " ".join(words)[:most].strip().capitalize()

    def pass_days(self, days: int) -> None:
        self.days += days
        self.house.clock.move(days * DAY)  # type: ignore[attr-defined]

    def pass_over(self, what: str) -> None:
        self.passed.append(what)


SOME = """jono kahvi torstai ihminen kirje lomake puhelin aula ryhmä vertainen apu aika kieli selkeä papper
svenska bus queue letter 😊 työntekijä odotus rauha yhdessä väärinymmärrysten"""
WORDS = SOME.split()


@dataclass(frozen=True)
class Ended:
    template: str
    finished: bool
    missing: tuple[str, ...]
    commands: int
    days: int
    passed: tuple[str, ...]
    plan: Mapping[str, Any]
    page: str


async def play(house: House, home: Browser, name: str, chance: Random) -> Ended:
    playing = await begin(house, home, name, chance)
    for what in PASSED_OVER.get(name, []):
        playing.pass_over(what)
    for session in playing.room.template.sessions:
        for stage in session.stages:
            for activity in stage.activities:
                await playing.lead("go_on", playing.look["agenda"]["current"])
                assert playing.look["agenda"]["current"] == activity.id
                await one_step(playing, activity)
        playing.pass_days(session.days + chance.randint(0, 3))
    missing = await closing.close(playing)
    return await ended(playing, missing)


async def one_step(playing: Play, activity: Activity) -> None:
    if activity.optional and playing.chance.random() < 0.3:
        playing.pass_over(f"{activity.id} is optional")
        return
    await kinds.PLAY[template.kind(activity.settings)](playing, activity)
    if playing.chance.random() < 0.3:
        await kinds.beside(playing, activity)


async def begin(house: House, home: Browser, name: str, chance: Random) -> Play:
    made = await set_up(home, template=name, title=f"{name} {chance.random()}", langs=["fi", "en"])
    await home.post(f"{made.home}/console")
    room = await house.rooms.room(made.id)
    leads = await house.access.seat(dict(home.client.cookies), made.id, "console")
    assert room and leads
    helps = await by_link(house, home, made, "helper")
    playing = Play(house, home, chance, made, room, leads, helps)
    roles = room.template.who.roles
    for n in range(chance.randint(4, 9)):
        playing.people.append(await come_in(playing, roles[n % len(roles)]))
    await playing.say(helps, "join", "", "1", role=chance.choice(roles))
    await bring(playing)
    return playing


async def by_link(house: House, home: Browser, made: Workshop, kind: str) -> Seat:
    page = await home.post(f"{made.home}/links", {"kind": kind})
    link = page.text.partition("/in/")[2].partition('"')[0].partition("<")[0]
    device = Browser(house)
    await device.post(f"/in/{link}")
    seat = await house.access.seat(dict(device.client.cookies), made.id, kind)
    assert seat
    return seat


async def come_in(playing: Play, role: str) -> Seat:
    phone = Browser(playing.house)
    await phone.post(playing.made.door, {"role": role, "lang": "fi"})
    seat = await playing.house.access.seat(dict(phone.client.cookies), playing.made.id, "phone")
    assert seat
    return seat


async def bring(playing: Play) -> None:
    """Whatever the template reads from outside."""
    sources = {each.brought for each in all_sources(playing) if each.brought}
    for source in sorted(sources):
        for _ in range(playing.chance.randint(1, 6)):
            text = playing.text()
            await playing.say(
                playing.helps, "bring_card", source=source, text=text, lang="fi", permission=True
            )


def all_sources(playing: Play) -> list[template.Source]:
    steps = template.activities(playing.room.template).values()
    return [source for step in steps for source in step.sources]


async def ended(playing: Play, missing: Sequence[str]) -> Ended:
    """As anybody sees it, who has the address of the plan."""
    place = f"/w/{playing.made.id}/console/texts?lang=fi"
    path = (await playing.home.get(place)).json()["plan"]
    stranger = Browser(playing.house)
    plan, page = await stranger.get(f"{path}.json"), await stranger.get(path)
    assert (plan.status_code, page.status_code) == (200, 200), (plan.text[:500], page.text[:500])
    told = plan.json()
    return Ended(
        playing.room.template.id, told["finished"], tuple(missing), playing.commands.total(), playing.days,
        tuple(playing.passed), told, page.text,
    )  # fmt: skip
