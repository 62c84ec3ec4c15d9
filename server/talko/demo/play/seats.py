"""Who sits where: the facilitator's console, everybody's phone, helpers, and two who look on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field

from talko.demo import doors
from talko.demo.client import Browser, Object, at
from talko.demo.doors import Doors
from talko.demo.example import Example
from talko.demo.line import Line, line
from talko.demo.play.sight import Sight
from talko.demo.play.tempo import Progress, Tempo
from talko.demo.said import Refused

MoveClock = Callable[[str], Awaitable[None]]  # to noon of a day, as 2026-10-14


async def no_clock(day: str) -> None:
    raise NotImplementedError(f"nobody can move the clock to {day}")


@dataclass(slots=True)
class Seats:
    """The lines stay open as long as `lines` does: the people sit in the room with their phones."""

    example: Example
    progress: Progress
    tempo: Tempo
    iida: Browser  # the facilitator
    doors: Doors
    lines: AsyncExitStack
    console: Line = field(init=False)
    texts: Object = field(default_factory=dict)  # of the workshop, in Finnish
    option_ids: dict[tuple[str, str], str] = field(
        default_factory=dict
    )  # by question and words, any language
    move_clock: MoveClock = no_clock
    phones: dict[str, Line] = field(default_factory=dict)
    helpers: dict[str, Line] = field(default_factory=dict)
    guests: dict[str, str] = field(default_factory=dict)  # who comes without a phone -> their number
    sights: list[Sight] = field(default_factory=list)  # a screen and a phone, from when they are there
    overheard: dict[str, set[str]] = field(default_factory=dict)  # every frame -> who was sent it
    ids: dict[str, str] = field(default_factory=dict)  # of the example -> of the workshop
    tries: list[Object] = field(default_factory=list)  # to close
    refused: dict[str, str] = field(default_factory=dict)  # awkward moment -> why
    back: dict[str, Object] = field(default_factory=dict)  # who went and came back -> what was still theirs

    # Speaking

    async def lead(self, do: str, into: str, d: Object | None = None) -> str:
        return await self.console.send(do, into, d)

    async def say(self, who: str, do: str, into: str, d: Object | None = None) -> str:
        """On one's own phone, or through the helper."""
        if who in self.guests:
            return await self.helper.send(do, into, d, self.guests[who])
        return await self.phones[who].send(do, into, d)

    async def refuses(self, who: str, do: str, into: str, d: Object) -> str:
        """Why; "" where it was done."""
        try:
            await self.say(who, do, into, d)
        except Refused as no:
            return no.why
        return ""

    # Looking

    async def look(self, step: str, holds: Callable[[Object], bool], what: str) -> None:
        """Nobody goes on before the room has seen it."""
        for sight in self.sights:
            await sight.until(lambda each: holds(activity(each, step)), f"{step} {what}")

    async def see(self, step: str, life: str) -> None:
        await self.look(step, lambda view: view.get("life") == life, life)

    async def done_here(self, step: str) -> None:
        """Views follow the log: who sees that it is closed has seen all that was done before."""
        await self.lead("close", step)
        await self.see(step, "closed")

    def minutes(self, step: str) -> int:
        planned = at(self.texts, "activities", step, "minutes")
        return planned if isinstance(planned, int) else 0

    def setting(self, step: str, *path: str) -> object:
        return at(self.texts, "activities", step, *path)

    # Lines

    async def open(self, browser: Browser, place: str, who: str, sight: Sight | None = None) -> Line:
        def hear(text: str, frame: Object) -> bool:
            self.overheard.setdefault(text, set()).add(who)
            return sight.hear(text, frame) if sight else True

        if sight:
            self.sights.append(sight)
        return await self.lines.enter_async_context(line(browser, place, hear))

    async def by_link(self, kind: str, place: str, who: str, sight: Sight | None = None) -> Line:
        """On another device, by a link that the facilitator gives away."""
        browser = Browser(self.iida.server)
        await browser.post(await doors.link_for(self.iida, self.doors, kind))
        return await self.open(browser, self.doors.place(place), who, sight)

    @property
    def helper(self) -> Line:
        return next(iter(self.helpers.values()))

    def everybody(self) -> list[Line]:
        return [self.console, *self.helpers.values(), *self.phones.values()]

    async def happened(self, step: str = "", nth: int = 0, of: int = 1) -> None:
        self.progress.step()
        await self.tempo.part(step, nth, of)


def activity(sight: Sight, step: str) -> Object:
    found = sight.at("activities", step)
    return found if isinstance(found, dict) else {}
