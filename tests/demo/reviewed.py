"""The example's pilot review: opened from the workshop's page, and played by those who come to it."""

import asyncio
import html
import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from talko.demo import EXAMPLE
from talko.demo.client import Browser, Object, at, inside, texts_in
from talko.demo.doors import CODE, DOOR, HIDDEN, Doors, found
from talko.demo.line import Line
from talko.demo.play import Play
from talko.folders import folder

AREA = r'<textarea[^>]* name="(question|decide|lines_previous)"[^>]*>([^<]*)</textarea>'
INPUT = r'<input[^>]* name="(title|date|place)"[^>]* value="([^"]*)"'


def told() -> dict[str, Any]:
    file = (folder("workshop_templates") / EXAMPLE).read_text("utf-8")
    whole: dict[str, Any] = yaml.load(file, yaml.CSafeLoader)
    review: dict[str, Any] = whole["pilot_review"]
    return review


@dataclass(slots=True)
class Reviewed:
    play: Play
    pilot: str
    review: dict[str, Any] = field(default_factory=told)
    people: dict[str, Line] = field(default_factory=dict)

    async def made(self) -> Doors:
        """The form as it opens, with a tick that the words may be used."""
        iida = self.play.iida
        form = await iida.get(f"{self.play.doors.page}/review/{self.pilot}?lang=fi")
        fields: dict[str, str | list[str]] = dict(re.findall(HIDDEN, form.text))
        typed = dict(re.findall(INPUT, form.text)) | dict(re.findall(AREA, form.text))
        fields |= {name: html.unescape(text) for name, text in typed.items()}
        fields |= {"langs": ["fi", "sv", "en"], "permission": "yes"}
        page = await iida.post("/home/new", **fields)
        return Doors(page.path.rsplit("/", 1)[1], found(DOOR, page), found(CODE, page))

    async def whole(self) -> Object:
        """The plan of the review, when it is over."""
        doors, iida = await self.made(), self.play.iida
        await iida.post(f"{doors.page}/console")
        console = await self.play.open(iida, doors.place("console"), "the review's console")
        await self.come(doors)
        texts = await iida.json(f"{doors.place('console')}/texts?lang=fi")
        tried = await self.write(console, doors)
        await self.keep(console, texts, tried)
        await self.agree(console)
        await console.send("close_unfinished", "")
        return await Browser(iida.server).json(f"{texts['plan']}.json")

    async def come(self, doors: Doors) -> None:
        every = {each["by"] for name in ("cards", "keep") for each in self.review[name]}
        for person in self.play.example.people:
            if person["id"] in every:
                browser = Browser(self.play.iida.server)
                await browser.post(doors.join, role=person["role"], lang=person["lang"])
                place = doors.place("phone")
                self.people[person["id"]] = await self.play.open(browser, place, f"{person['id']}, later")

    async def write(self, console: Line, doors: Doors) -> str:
        """What they saw of it. The id of what was tried, as it was brought."""
        for before in ("", "q1"):
            await console.send("go_on", before)
        await console.send("open", "q2")
        tried = await self.brought(f"{doors.place('console')}/view")
        for card in self.review["cards"]:
            said = {"text": card["text"], "lang": "fi", "bucket": card["bucket"], "item": tried}
            await self.people[card["by"]].send("add_card", "q2", said)
        for do in ("close", "reveal"):
            await console.send(do, "q2")
        return tried

    async def brought(self, view: str) -> str:
        """The view follows a moment after what has happened."""
        while not (found := inside(at(await self.play.iida.json(view), "view", "activities", "q2", "items"))):
            await asyncio.sleep(0.05)
        (tried,) = found
        return tried

    async def keep(self, console: Line, texts: Object, tried: str) -> None:
        for before in ("q2", "q3"):
            await console.send("go_on", before)
        ids = {
            str(at(each, "text")): at(each, "id") for each in listed(at(texts, "items", "keep", "options"))
        }
        round = await console.send("open", "q4")
        for answer in self.review["keep"]:
            choice: Object = {"answers": {tried: {"keep": ids[answer["v"]]}}}
            await self.people[answer["by"]].send("cast", "q4", {"round": round, "n": 1, "choice": choice})
        for do in ("close", "reveal"):
            await console.send(do, "q4")

    async def agree(self, console: Line) -> None:
        """On what was decided, as it was said aloud."""
        for before in ("q4", "q5"):
            await console.send("go_on", before)
        wording: Object = {"wording": self.review["decision"]["text"], "lang": "fi"}
        round = await console.send("open_round", "q6", {"proposal": "all", **wording})
        for line in self.people.values():
            await line.send("cast", "q6", {"round": round, "n": 1, "choice": {"support": 4}})
        for do in ("close", "reveal"):
            await console.send(do, "q6")


def listed(found: Any) -> list[Any]:
    return found if isinstance(found, list) else []


def written(plan: Object) -> set[str]:
    return set(texts_in(inside(at(plan, "activities", "q2", "cards")), "text").values())
