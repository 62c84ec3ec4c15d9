"""The example played on, with a stop wherever the room shows something that was not looked at yet."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

from talko.demo import EXAMPLE, doors, example, start, terminal
from talko.demo.client import Browser, Object, at
from talko.demo.play import CONSOLE, Play
from talko.demo.play.tempo import Tempo
from talko.folders import folder
from tests.browser.proxy import proxy
from tests.browser.states.faces import Faces
from tests.browser.states.looking import Looking
from tests.browser.states.pressed import pressed
from tests.browser.story.devices import Devices, devices
from tests.faults.plug import free_port

WHO = "p01"  # writes, chooses, answers and takes something on
SAYS = {"add_card", "cast", "take_on"}


@dataclass(slots=True)
class Watched(Play):
    home: str = ""  # the facilitator's personal link
    looking: Looking = field(kw_only=True)
    faces: Faces = field(init=False)

    async def whole(self, until: str = "") -> None:
        await Play.whole(self, until)
        await self.faces.at("over")

    async def begin(self) -> None:
        await Play.begin(self)
        self.faces.keys = {"phone": self.phones[WHO].browser, "screen": self.iida, "console": self.iida}
        await self.faces.at("lobby")

    async def go_on(self, before: str, step: str) -> None:
        await Play.go_on(self, before, step)
        await self.stop(step)

    async def look(self, step: str, holds: Callable[[Object], bool], what: str) -> None:
        """The room has seen something new."""
        await Play.look(self, step, holds, what)
        await self.stop(step)

    async def lead(self, do: str, into: str, d: Object | None = None) -> str:
        if do in ("close", "done") and into:
            await self.stop(into)
        if do == "reveal":
            await self.see(into, "closed")
        return await Play.lead(self, do, into, d)

    async def stop(self, step: str) -> None:
        """Only where the room is."""
        shown = at(await self.iida.json(f"{self.doors.place('console')}/view"), "view")
        if at(shown, "agenda", "current") != step:
            return
        kind, life = self.called(step), str(at(shown, "activities", step, "life"))
        await self.faces.at(f"{kind}, {life}")
        if life == "open":
            await self.faces.unfolded(kind)
            if self.looking.presses:
                await pressed(self, kind)
        if life == "open" and self.has_said(step):
            await self.faces.at(f"{kind}, answered", "phone")

    def called(self, step: str) -> str:
        kind = str(self.setting(step, "kind"))
        return f"vote by {self.setting(step, 'vote', 'method')}" if kind == "vote" else kind

    def has_said(self, step: str) -> bool:
        return any(each.into == step and each.do in SAYS for each in self.phones[WHO].done)


@asynccontextmanager
async def watched(looking: Looking) -> AsyncIterator[Watched]:
    """In the lobby, with nobody there yet."""
    told = example.read(folder("workshop_templates") / EXAMPLE)
    async with (
        start.place(told, free_port()) as place,
        AsyncExitStack() as lines,
        proxy(place.port) as wire,
        devices(f"http://talko.test:{wire.port}") as held,
    ):
        iida = Browser(place.server)
        await iida.post(place.home)
        made = await doors.set_up(iida, told)
        for face in ("console", "screen"):
            await iida.post(f"{made.page}/{face}")
        play = Watched(
            told, terminal.Silent(), Tempo(0.0), iida, made, lines, home=place.home, looking=looking
        )
        play.move_clock = place.move_clock
        play.faces = Faces(held, wire, looking, made.workshop, {})
        play.console = await play.open(iida, made.place("console"), CONSOLE)
        await play.read_texts()
        yield play


def faults(held: Devices) -> list[str]:
    """What a browser complained of, and not only because a page answered no or the line was cut."""
    expected = ("status of 4", "WebSocket connection to", "net::ERR_")
    return [each for each in held.faults if not any(what in each for what in expected)]
