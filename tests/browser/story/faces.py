"""Who sits where: a console and a screen, phones with a face, and, where wanted, others with a bare line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Page, expect

from talko.demo import start, terminal
from talko.demo.client import Browser, Object
from talko.demo.example import Example
from talko.demo.line import Line
from talko.demo.play import KINDS, Play, closing, coming, pairs
from talko.demo.play.sight import Sight
from talko.demo.play.tempo import Tempo
from talko.demo.told import Person
from tests.browser.story.console import Console
from tests.browser.story.devices import Devices, cookies_of, devices
from tests.browser.story.helper import Helper
from tests.browser.story.phone import Phone
from tests.browser.story.sayings import sayings
from tests.browser.story.setting_up import code_door, come_home, join, link_for, set_up
from tests.faults.plug import free_port

TALL, SMALL, DESK, WALL = (390, 844), (320, 640), (1440, 900), (1280, 720)
SAID_ALOUD = "A5"
ENOUGH = {
    "add_theme": 4,
    "move_cards": 4,
    "add_record": 3,
    "write_field": 12,
    "park": 5,
    "answer_question": 3,
}
Seen = Callable[["Faces", str], Awaitable[None]]


async def nothing(faces: Faces, step: str) -> None:
    """Nobody looks."""


@dataclass(slots=True)
class Faces(Play):
    """`sizes`: who has a face, and how large it is; with `*` everybody else has one too, helpers as well."""

    devices: Devices = field(kw_only=True)
    desk: Page = field(kw_only=True)  # the facilitator's pages beside the console
    screen: Page = field(kw_only=True)
    sizes: dict[str, tuple[int, int]] = field(kw_only=True)
    where: str = ""  # the step where the room is
    cohost: Line | None = None
    seen: Seen = nothing

    async def whole(self, until: str = "") -> None:
        await self.begin()
        await self.seen(self, "")
        for before, step in pairs(self.order):
            await self.go_on(before, step)
            self.where = step
            await self.let_in_late(step)
            await KINDS[str(self.setting(step, "kind"))](self, step)
            await self.seen(self, step)
        await closing.close(self)
        await self.seen(self, "over")

    async def begin(self) -> None:
        if "*" not in self.sizes:
            self.cohost = await Play.by_link(self, "cohost", "console", "the co-host")
        await coming.bring_field_cards(self)
        for person in coming.in_time(self.example):
            await self.come_in_by_face(person)

    async def let_in_late(self, step: str) -> None:
        for person in self.example.people if step == self.order[0] else []:
            if person["id"] not in self.phones and person["join"] != "helper":
                await self.come_in_by_face(person)

    async def say(self, who: str, do: str, into: str, d: Object | None = None) -> str:
        """What two people say aloud is typed at the console."""
        if do != "take_on" or not d or d["record"] != self.ids.get(SAID_ALOUD):
            return await Play.say(self, who, do, into, d)
        named = await self.lead("name_for", into, {**d})
        if d["part"] == "owner":
            await self.lead("accept_aloud", into, {"record": d["record"]})
        return named

    async def lead(self, do: str, into: str, d: Object | None = None) -> str:
        """At the console. What was done there often enough, a co-host does, who has a bare line."""
        done = sum((each.do, each.into) == (do, into) for each in self.console.done)
        if self.cohost and into in ("", self.where) and done >= ENOUGH.get(do, done + 1):
            return await self.cohost.send(do, into, d)
        return await self.console.send(do, into, d)

    async def done_here(self, step: str) -> None:
        """Nobody closes it: going on does."""

    # Coming in

    def size(self, who: str) -> tuple[int, int] | None:
        return self.sizes.get(who) or self.sizes.get("*")

    async def come_in_by_face(self, person: Person) -> None:
        size = self.size(person["id"])
        if not size or person["join"] == "helper":
            return await coming.let_in(self, person)
        tablet = next(iter(self.phones.values()), None)
        if person["join"] == "shared_tablet" and isinstance(tablet, Phone):
            page, more = await tablet.page.context.new_page(), "?new"
        else:
            page, more = await self.devices.page(*size, is_phone=True), ""
        self.devices.overhear(page, person["id"])
        door = await code_door(page, self.doors.code) if person["join"] == "code" else self.doors.join
        await join(page, door + more, {"role": person["role"], "lang": person["lang"]})
        self.phones[person["id"]] = held = await self.hold(Phone, page, person["id"])
        if more and isinstance(tablet, Phone):
            held.passed_round_with(tablet)

    async def by_link(self, kind: str, place: str, who: str, sight: Sight | None = None) -> Line:
        if not self.size(who):
            return await Play.by_link(self, kind, place, who, sight)
        page = await self.devices.page(*TALL, is_phone=True)
        self.devices.overhear(page, who)
        await page.goto(await link_for(self.desk, kind))
        await page.get_by_role("button", name="Aloita").click()
        await expect(page.get_by_text("Kenen puolesta kirjoitat?")).to_be_visible()
        return await self.hold(Helper, page, who)

    async def hold(self, what: type[Phone], page: Page, who: str) -> Phone:
        cookies = cookies_of([*await page.context.cookies()])
        path = page.url.removeprefix(self.devices.address).partition("?")[0]
        held = what(
            Browser(self.iida.server, cookies), path, page=page, called=self.called, records=self.records
        )
        await held.read()
        await self.devices.read_first(page, who)
        return held

    # Words

    def everybody(self) -> list[Line]:
        return [*Play.everybody(self), *([self.cohost] if self.cohost else [])]

    def called(self, id: str) -> str:
        """What a thing of the example says, by the id it has here."""
        names = {real: said for name, said in sayings(self.example) if (real := self.ids.get(name))}
        return names.get(id) or self.just_said(id)

    def records(self) -> set[str]:
        """What is planned."""
        return {each.id for line in self.everybody() for each in line.done if each.do == "add_record"}

    def just_said(self, id: str) -> str:
        """What was made is called by the command that made it, also before the play has noted it."""
        d = next(each.d for line in self.everybody() for each in line.done if each.id == id)
        return next(str(d[part]) for part in ("word", "name", "what", "text") if part in d)


@asynccontextmanager
async def faces(example: Example, sizes: dict[str, tuple[int, int]]) -> AsyncIterator[Faces]:
    """Iida makes the workshop on her own pages, and opens its console and its screen from there."""
    async with (
        start.place(example, free_port()) as place,
        devices(f"http://talko.test:{place.port}") as all_of_them,
        AsyncExitStack() as lines,
    ):
        all_of_them.listens = "*" in sizes
        desk = await all_of_them.page(*DESK)
        made = await set_up(desk, place.home, example)
        way = (place.home, made.page)
        console, screen = await asyncio.gather(
            open_face(all_of_them, way, ("console", DESK)), open_face(all_of_them, way, ("screen", WALL))
        )
        iida = Browser(place.server, cookies_of([*await console.context.cookies()]))
        play = Faces(
            example, terminal.Silent(), Tempo(0.0), iida, made, lines,
            devices=all_of_them, desk=desk, screen=screen, sizes=sizes,
        )  # fmt: skip
        play.move_clock = place.move_clock
        play.console = Console(
            iida, made.place("console"), page=console, called=play.called, records=play.records
        )
        await play.read_texts()
        yield play


async def open_face(devices: Devices, way: tuple[str, str], what: tuple[str, tuple[int, int]]) -> Page:
    """Each on a computer of its own, where Iida comes in by her link."""
    (home, workshop), (place, size) = way, what
    page = await devices.page(*size)
    devices.overhear(page, f"the {place}")
    await come_home(page, home)
    await page.goto(workshop)
    await page.locator(f"form[action$='/{place}'] button").click()
    await expect(page.locator(".columns, .face")).to_be_visible()
    await devices.read_first(page, f"the {place}")
    return page
