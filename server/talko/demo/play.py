"""The example workshop, played by its people: who comes in, what they bring, what they write."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from typing import Protocol

from talko.demo import doors
from talko.demo.client import Browser, Line, Object, line
from talko.demo.doors import Doors
from talko.demo.example import Example, FieldCard, Person, Written

WRITING = "n1"  # the first activity in which everybody writes


class Progress(Protocol):
    """Where one can see how far it is."""

    def begin(self, what: str, steps: int) -> None: ...

    def step(self) -> None: ...


@dataclass(slots=True)
class Play:
    """The lines stay open as long as `lines` does: the people sit in the room with their phones."""

    example: Example
    progress: Progress
    pause: float  # seconds after each thing that happens
    iida: Browser  # the facilitator
    doors: Doors
    lines: AsyncExitStack
    console: Line
    phones: dict[str, Line] = field(default_factory=dict)
    helpers: dict[str, Line] = field(default_factory=dict)

    async def bring_field_cards(self) -> None:
        """What was heard in the bread queue: the collectors write it down as helpers."""
        self.progress.begin("Field cards are brought", len(self.example.field_cards))
        for name in sorted({card["collector"] for card in self.example.field_cards}):
            self.helpers[name] = await self.line_by("helper", "helper")
        for card in self.example.field_cards:
            await self.helpers[card["collector"]].send("bring_card", "", told(card))
            await self.happened()

    async def come_in(self) -> None:
        self.progress.begin("People come in", len(self.example.people))
        for person in self.example.people:
            await self.let_in(person)
            await self.happened()

    async def let_in(self, person: Person) -> None:
        """By QR code, by typing the code, on a tablet that goes round, or through a helper."""
        if person["join"] == "helper":
            await self.helper.send("join", "", {"role": person["role"]}, guest="1")
            return
        browser = Browser(self.iida.server)
        by_code = person["join"] == "code"
        door = await (
            browser.post("/join", code=self.doors.code) if by_code else browser.get(self.doors.join)
        )
        phone = await browser.post(door.path, role=person["role"], lang=person["lang"])
        self.phones[person["id"]] = await self.open(browser, phone.path)

    async def go_to_writing(self) -> None:
        """Through welcome, rules, pulse and the reading of field cards, to where everybody writes."""
        texts = await self.iida.json(f"{self.doors.place('console')}/texts?lang=fi")
        order = [str(step) for step in texts["order"]] if isinstance(texts["order"], list) else []
        before = ["", *order[: order.index(WRITING)]]
        self.progress.begin("The facilitator goes on", len(before) + 1)
        for step in before:
            await self.console.send("go_on", step)
            await self.happened()
        await self.console.send("open", WRITING)
        await self.happened()

    async def write(self, most: int) -> None:
        cards = self.example.cards[:most]
        self.progress.begin("People write", len(cards))
        for card in cards:
            await self.write_one(card)
            await self.happened()

    async def write_one(self, card: Written) -> None:
        id = await self.say(card)
        if card.withdrawn:
            await self.phones[card.by].send("withdraw_card", WRITING, {"card": id})
        if card.hidden:
            await self.console.send("hide_card", WRITING, {"card": id, "reason": card.hidden})

    async def say(self, card: Written) -> str:
        said: Object = {"text": card.text, "lang": card.lang}
        if phone := self.phones.get(card.by):
            return await phone.send("add_card", WRITING, said)
        return await self.helper.send(
            "add_card", WRITING, {**said, "entry": "proxy", "permission": True}, "1"
        )

    async def happened(self) -> None:
        self.progress.step()
        await asyncio.sleep(self.pause)

    def everybody(self) -> list[Line]:
        return [self.console, *self.helpers.values(), *self.phones.values()]

    @property
    def helper(self) -> Line:
        return next(iter(self.helpers.values()))

    async def line_by(self, kind: str, place: str) -> Line:
        """On another device, by a link that the facilitator gives away."""
        browser = Browser(self.iida.server)
        await browser.post(await doors.link_for(self.iida, self.doors, kind))
        return await self.open(browser, self.doors.place(place))

    async def open(self, browser: Browser, place: str) -> Line:
        return await self.lines.enter_async_context(line(browser, place))


async def begin(home: str, server: str, lines: AsyncExitStack, show: tuple[Example, Progress, float]) -> Play:
    """The facilitator comes in by the personal link and makes the workshop."""
    example, progress, pause = show
    iida = Browser(server)
    await iida.post(home)
    made = await doors.set_up(iida, example)
    await iida.post(f"{made.page}/console")
    console = await lines.enter_async_context(line(iida, made.place("console")))
    return Play(example, progress, pause, iida, made, lines, console)


def told(card: FieldCard) -> Object:
    origin = f"{card['place']} {day(card['date'])}"
    return {
        "source": "field", "text": card["text"], "lang": card["lang"], "permission": card["permission"],
        "origin": origin, "feeling": card["feeling"],
    }  # fmt: skip


def day(date: str) -> str:
    """2026-09-24 as it is written in Finnish: 24.9.2026."""
    year, month, number = date.split("-")
    return f"{int(number)}.{int(month)}.{year}"
