"""A second workshop beside the example: for the kinds of vote it has not, for a break, and for going away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playwright.async_api import Page, expect

from talko.demo import doors
from talko.demo.client import Browser, Object, at
from talko.demo.doors import Doors
from talko.demo.line import Line, line
from talko.demo.play.sight import Sight
from tests.browser.states.faces import SIZES, Faces, cookies
from tests.browser.states.looking import ready
from tests.browser.states.play import Watched

TEMPLATE = "field_collection"
TALK, WRITE, RANK = "k1", "k2", "k3"
TEXTS = ("Mistä sait apua?", "Kuka kuunteli sinua?", "Mitä toivot?")


@dataclass(slots=True)
class Second:
    play: Watched
    made: Doors
    faces: Faces
    console: Line
    phone: Line
    sight: Sight

    async def whole(self) -> None:
        await self.lead("go_on", "")
        await self.lead("start_break", "", {"minutes": 5})
        await self.until(lambda view: bool(at(view, "agenda", "break_ends")))
        await self.faces.at("break")
        await self.lead("end_break", "")
        await self.lead("go_on", TALK)
        cards = await self.write()
        await self.lead("go_on", WRITE)
        await self.rank(cards)
        await self.phone.send("leave", "")
        await self.faces.at("left", "phone")

    async def lead(self, do: str, into: str, d: Object | None = None) -> str:
        return await self.console.send(do, into, d)

    async def until(self, holds: Callable[[Object], bool]) -> None:
        def seen(sight: Sight) -> bool:
            view = sight.told.get("view")
            return isinstance(view, dict) and holds(view)

        await self.sight.until(seen, "what was done")

    async def write(self) -> list[str]:
        await self.lead("open", WRITE)
        said: list[Object] = [{"text": text, "lang": "fi"} for text in TEXTS]
        cards = [await self.phone.send("add_card", WRITE, each) for each in said]
        for do in ("close", "reveal"):
            await self.lead(do, WRITE)
        return cards

    async def rank(self, cards: list[str]) -> None:
        await self.stop("waiting")
        round = await self.lead("open", RANK)
        await self.stop("open")
        await self.faces.unfolded("vote by rank")
        choice: Object = {"ranks": [*cards[:2]]}
        await self.phone.send("cast", RANK, {"round": round, "n": 1, "choice": choice})
        await self.faces.at("vote by rank, answered", "phone")
        await self.lead("close", RANK)
        await self.stop("closed")
        await self.lead("reveal", RANK)
        await self.stop("revealed")

    async def comes_to(self, life: str) -> None:
        await self.until(lambda view: at(view, "activities", RANK, "life") == life)

    async def stop(self, life: str) -> None:
        await self.comes_to(life)
        await self.faces.at(f"vote by rank, {life}")


async def made(play: Watched) -> Doors:
    """Another workshop of the same group."""
    found = await doors.set_up(play.iida, replace(play.example, template=TEMPLATE))
    for face in ("console", "screen"):
        await play.iida.post(f"{found.page}/{face}")
    return found


async def joined(play: Watched, made: Doors) -> Browser:
    browser = Browser(play.iida.server)
    await browser.post(made.join, role="client", lang="fi")
    return browser


async def second(play: Watched, made: Doors) -> Second:
    phone, sight = await joined(play, made), Sight("the second workshop")
    console = await play.lines.enter_async_context(line(play.iida, made.place("console"), sight.hear))
    writing = await play.lines.enter_async_context(line(phone, made.place("phone")))
    keys = {"phone": phone, "screen": play.iida, "console": play.iida}
    faces = Faces(play.faces.devices, play.faces.wire, play.looking, made.workshop, keys)
    return Second(play, made, faces, console, writing, sight)


async def gone(play: Watched) -> None:
    """Somebody looks on while it is deleted; anew in each language."""
    for face, size in SIZES.items():
        page = await play.faces.devices.page(*size, is_phone=face == "phone")

        async def go(lang: str, face: str = face, page: Page = page) -> None:
            new = await made(play)
            key = await joined(play, new) if face == "phone" else play.iida
            await page.context.add_cookies(cookies(key, play.faces.devices.address))
            await page.goto(f"{new.place(face)}?lang={lang}")
            await ready(page)
            before = await page.locator("h1").first.inner_text()
            await play.iida.post(f"{new.page}/delete")
            await expect(page.locator("h1").first).not_to_have_text(before)

        await play.looking.at(f"{face}: gone", page, go)
