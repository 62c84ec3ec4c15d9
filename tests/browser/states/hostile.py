"""What people may write although nobody should: endless words, other alphabets, unseen letters, code."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talko.demo import doors
from talko.demo.client import Browser, Object
from talko.demo.doors import Doors
from talko.demo.line import Line, line
from talko.demo.play.sight import Sight
from tests.browser.states import second
from tests.browser.states.play import Watched
from tests.browser.states.second import Second, joined

LONG = "saavutettavuusvaatimusten" * 5 + "noudattaminen!!"  # 140 letters
CODE = "<script>hacked = true</script><img src=x onerror='hacked = true'>{{7*7}}${7*7}"
HEBREW, ARABIC = "שלום לכולם, אנחנו כאן", "نحن هنا معًا"
FAMILY = "👩‍👩‍👧‍👦" * 20
UNSEEN = "a\u200bb\u200cc\u200dd\u2060e\u00adf"
MARKED = "Z\u0351\u0352\u0353\u0354\u0355" * 12
TEXTS = (LONG, CODE, HEBREW, ARABIC, FAMILY, UNSEEN, MARKED)
MANY, OPTIONS, OF_EACH = 200, 12, 3
NAME = "yhdenvertaisuussuunnitelmatyöryhmänpöytäkirjantarkastaja"  # of a theme: as long as it may be
READ, WRITE, GROUP, CHOOSE = "n0", "n1", "n3", "n4"


@dataclass(slots=True)
class Hostile:
    play: Watched
    made: Doors
    console: Line
    phone: Browser
    writing: Line
    sight: Sight

    async def lead(self, do: str, into: str, d: Object | None = None) -> str:
        return await self.console.send(do, into, d)

    async def go_to(self, step: str) -> None:
        while self.here != step:
            await self.go_on()

    async def go_on(self) -> None:
        before = self.here
        await self.lead("go_on", before)
        await self.sight.until(lambda each: each.at("agenda", "current") != before, "the next step")

    @property
    def here(self) -> str:
        return str(self.sight.at("agenda", "current"))

    async def seen(self, life: str) -> None:
        await self.sight.until(
            lambda each: each.at("activities", self.here, "life") == life, f"{self.here} {life}"
        )


async def set_up(play: Watched) -> Doors:
    """With 200 cards from the field, and bad words in every field."""
    way = doors.found(doors.NEW_WORKSHOP, await play.iida.get("/home"))
    form = await play.iida.get(f"{way}&template=codev_workshop_90")
    said: dict[str, str | list[str]] = {
        "title": f"{LONG[:80]} {CODE[:39]}", "question": f"{HEBREW} {LONG}", "decide": f"{CODE} {FAMILY}",
        "rules": "\n".join((LONG[:100], CODE[:100])), "support": CODE, "place": LONG[:80],
        "date": "2026-10-08", "start": "13:00", "langs": ["fi", "sv", "en"], "permission": "yes",
        "lines_field": "\n".join((*TEXTS, *(f"{n}. {LONG}" for n in range(MANY - len(TEXTS))))),
    }  # fmt: skip
    made = await play.iida.post("/home/new", **dict(re.findall(doors.HIDDEN, form.text)), **said)
    found = Doors(made.path.rsplit("/", 1)[1], doors.found(doors.DOOR, made), doors.found(doors.CODE, made))
    for face in ("console", "screen"):
        await play.iida.post(f"{found.page}/{face}")
    return found


async def hostile(play: Watched) -> Hostile:
    made, sight = await set_up(play), Sight("the hostile workshop")
    phone = await joined(play, made)
    console = await play.lines.enter_async_context(line(play.iida, made.place("console"), sight.hear))
    writing = await play.lines.enter_async_context(line(phone, made.place("phone")))
    return Hostile(play, made, console, phone, writing, sight)


async def options(play: Watched) -> Second:
    """A vote between twelve texts, each as long as can be."""
    room = await second.second(play, await second.made(play))
    for here in ("", second.TALK):
        await room.lead("go_on", here)
    await room.lead("open", second.WRITE)
    for n in range(0, OPTIONS, OF_EACH):
        phone = await joined(play, room.made)
        writing = await play.lines.enter_async_context(line(phone, room.made.place("phone")))
        for m in range(n, n + OF_EACH):
            text = f"{m} {LONG}"
            await writing.send("add_card", second.WRITE, {"text": text, "lang": "fi"})
    for do in ("close", "reveal"):
        await room.lead(do, second.WRITE)
    await room.lead("go_on", second.WRITE)
    return room
