"""Hands: they do on a page what the player of the demo says on a line, by pressing what a person would."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from playwright.async_api import Page

from talko.demo.client import Json, Object, inside
from talko.demo.line import Line
from talko.demo.said import Command, Refused

OUTBOX = """() => {
    const { workshop, place } = JSON.parse(document.getElementById("place").textContent);
    const prefix = `talko:${workshop}:${place}:say:`;
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix))
        .map((key) => JSON.parse(localStorage.getItem(key))).sort((a, b) => a.at - b.at);
}"""
LATEST = "() => (OUTBOX)().at(-1)?.at ?? 0".replace("OUTBOX", OUTBOX)
SETTLED = """async ({ dos, before }) => {
    for (;;) {
        const all = (OUTBOX)().filter((each) => dos.includes(each.do) && each.at > before);
        const isUnsent = (each) => each.state !== "done" && each.state !== "refused";
        if (all.length && !all.some(isUnsent)) return all.at(-1);
        await new Promise(requestAnimationFrame);
    }
}""".replace("OUTBOX", OUTBOX)
SEEN_WITHIN = 15.0  # seconds
ALSO = {"open": ["open", "open_round"], "open_round": ["open", "open_round"]}


@dataclass(slots=True)
class Hands(Line):
    """`called`: what each thing with an id says, in the words of the example."""

    page: Page = field(kw_only=True)
    called: Callable[[str], str] = field(kw_only=True)
    records: Callable[[], set[str]] = field(kw_only=True)
    texts: Object = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _one_at_a_time: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def say(self, command: Command) -> str:
        """The id is the one that the page made. Who is not sure that it went through presses again."""
        async with self._one_at_a_time:
            if command.id in self._known:
                await self.press_again()
                return self._known[command.id]
            before = await self.latest()
            await self.for_whom(command.guest)
            done = await self.acts()[command.do](command)
            id = self._known[command.id] = done or await self.settled(command.do, before)
            await self.see(command)
        self.done.append(replace(command, id=id))
        return id

    async def latest(self) -> int:
        """When this page spoke last."""
        return int(await self.page.evaluate(LATEST))

    async def settled(self, do: str, before: int) -> str:
        """When the page has heard that it is done, what was said is called so."""
        about = {"dos": ALSO.get(do, [do]), "before": before}
        item = await self.soon(SETTLED, about)
        if item["state"] == "refused":
            raise Refused(do, item)
        return str(item["id"])

    async def soon(self, found: str, about: object = None) -> Any:
        """What a function of the page finds, that looks once a frame."""
        async with asyncio.timeout(SEEN_WITHIN):
            return await self.page.evaluate(found, about)

    async def for_whom(self, guest: str) -> None:
        """Of a phone, for who holds it."""

    async def see(self, command: Command) -> None:
        """What the page says when it is done."""

    async def press_again(self) -> None:
        """What was just sent."""

    def acts(self) -> Mapping[str, Callable[[Command], Awaitable[str | None]]]:
        """What can be done here; an act that makes nothing new gives the id of what was there."""
        raise NotImplementedError

    def is_record(self, id: str) -> bool:
        return id in self.records()

    async def read(self) -> None:
        """The texts of the workshop, as they stand in the page."""
        told: Any = await self.page.evaluate("JSON.parse(document.getElementById('texts').textContent)")
        self.texts = told

    def item(self, id: str) -> Object:
        return inside(inside(self.texts["items"])[id])


def words(value: Json) -> str:
    assert isinstance(value, str)
    return value


def whole(value: Json) -> Object:
    assert isinstance(value, dict)
    return value


def each_of(value: Json) -> list[str]:
    assert isinstance(value, list)
    return [words(one) for one in value]
