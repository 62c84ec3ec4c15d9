"""A walk through the example with nobody else in the room: each step is open, and has just enough in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeAlias

from playwright.async_api import Page, expect

from talko.demo.client import Object
from tests.browser.room import Room, room

Saying: TypeAlias = tuple[str, str, str, Object]  # who says what in which step, and its details
THEMES = ("Sama ihminen ja yksi suunnitelma", "Apu netissä ja puhelimessa")
PLAN = "Soitamme jokaiselle kotiin seuraavana päivänä"
ASKED = {"o2", "o3", "n1", "n4", "i1", "i4", "p2", "v1", "c2", "c3"}  # opened, closed and shown by hand

STAYS_MS = 15_000  # what somebody writes in stays under their hands for a while


def wishes(step: str) -> list[tuple[str, Object]]:
    """What whoever leads makes there, so that there is something to choose from."""
    themes: list[tuple[str, Object]] = [("add_theme", {"name": name, "lang": "fi"}) for name in THEMES]
    record: tuple[str, Object] = ("add_record", {"sources": ["field"], "what": PLAN, "lang": "fi"})
    return {"n3": themes, "i3": themes, "p1": [record], "c1": [record]}.get(step, [])


@dataclass(slots=True)
class Walk:
    here: Room
    phone: Page
    at: str = ""

    async def go_to(self, step: str) -> None:
        while self.at != step:
            await self.leave()
            await self.go_on()
            await self.arrive()
        await expect(self.phone.locator("h1")).to_have_text(str(self.here.play.setting(step, "prompt")))
        if step in ASKED:
            answers = self.phone.locator(".tally, #writing:not([hidden])").first
            await expect(answers).to_be_visible(timeout=STAYS_MS)

    async def leave(self) -> None:
        if self.at in ASKED:
            await self.here.play.lead("close", self.at)
            await self.here.play.lead("reveal", self.at)

    async def go_on(self) -> None:
        order = ["", *self.here.play.order]
        if not self.at:
            await self.here.play.bring_field_cards()
        before, self.at = self.at, order[order.index(self.at) + 1]
        await self.here.play.lead("go_on", before)

    async def arrive(self) -> None:
        for do, d in wishes(self.at):
            await self.here.play.lead(do, self.at, d)
        if self.at in ASKED:
            await self.here.play.lead("open", self.at)


@asynccontextmanager
async def walk() -> AsyncIterator[Walk]:
    """From the lobby, with one phone."""
    async with room() as (here, _):
        phone = await here.phone()
        yield Walk(here, phone)
        assert await phone.evaluate("violations") == []


async def seen(walk: Walk) -> Object:
    """What the console would show of the step the room is at."""
    each: Object = (await walk.here.seen())["activities"][walk.at]
    return each
