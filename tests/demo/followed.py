"""The example's follow-up, told by the people themselves: each by a link of their own, on the day it says."""

import re
from dataclasses import dataclass, field

from talko.demo.client import Browser, Object, at, inside, path_of
from talko.demo.doors import LINK, found
from talko.demo.play import Play

ONCE = r'name="once" value="([^"]+)"'


@dataclass(slots=True)
class Followed:
    """Each who tells has a browser of their own, and comes back with it."""

    play: Play
    came: dict[tuple[str, str], Browser] = field(default_factory=dict)

    async def record(self, id: str, step: str = "c1") -> str:
        """By what it says, for each play has other ids."""
        told = self.play.example.activity(step)["records"]
        what = next(each["what"] for each in told if each["id"] == id)
        records = inside(at(await self.plan(), "activities", step, "records"))
        return next(id for id, its in records.items() if at(its, "what", "text") == what)

    async def plan(self) -> Object:
        return await Browser(self.play.iida.server).json(f"{self.play.texts['plan']}.json")

    async def page(self, lang: str = "fi") -> str:
        text = (await Browser(self.play.iida.server).get(f"{self.play.texts['plan']}?lang={lang}")).text
        return " ".join(re.sub(r"<[^>]+>", " ", text).split())

    async def by_link(self, record: str, kind: str) -> Browser:
        """The link is made once, and opened once on the device that keeps it."""
        if (record, kind) not in self.came:
            made = await self.play.iida.post(f"{self.play.doors.page}/owners", record=record, kind=kind)
            browser = Browser(self.play.iida.server)
            await browser.post(path_of(found(LINK, made)))
            self.came[record, kind] = browser
        return self.came[record, kind]

    async def tells(self, record: str, kind: str, do: str, **typed: str) -> str:
        """What the page says afterwards."""
        who, page = await self.by_link(record, kind), f"{self.play.doors.place(kind)}/record/{record}"
        once = found(ONCE, await who.get(page))
        return (await who.post(page, do=do, once=once, **typed)).text

    async def whole(self) -> None:
        """In the order of the days, the clock with them."""
        for line in self.play.example.followup:
            await self.play.move_clock(line["date"])
            record = await self.record(line["action"])
            await self.tells(record, "follower", "confirm", status=line["status"], note=line["note"])
