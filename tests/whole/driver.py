"""One workshop being played by chance: what is said in it, what is seen of it, and how its days pass."""

import asyncio
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from talko.core import template
from talko.core.activities import discuss
from talko.core.audience import Audience, Shown
from talko.core.life import Phase
from talko.core.mine import mine
from talko.core.people import Role
from talko.core.template import Activity
from talko.core.views import view
from talko.core.workshop import passed
from talko.live import wire
from talko.live.room import Room
from tests.pages.browser import Workshop
from tests.whole.house import DAY, Place
from tests.whole.people import Person

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
SOME = """jono kahvi torstai ihminen kirje lomake puhelin aula ryhmä vertainen apu aika kieli selkeä papper
svenska bus queue letter 😊 työntekijä odotus rauha yhdessä väärinymmärrysten"""
WORDS = SOME.split()


@dataclass
class Play:
    """All is said as the protocol says it, and read as the faces read it."""

    place: Place
    chance: Random
    made: Workshop
    room: Room
    leads: Person
    cohost: Person
    helper: Person
    people: list[Person] = field(default_factory=list)  # who is in now
    came: list[Person] = field(default_factory=list)
    commands: Counter[str] = field(default_factory=Counter)
    passed: list[str] = field(default_factory=list)  # what was passed over, by name
    restarts_at: str = ""  # an activity, in the middle of its box where it has one
    days: int = 0
    texts: int = 0
    taken_away: set[str] = field(default_factory=set)  # texts that nobody may read any more
    untold: set[str] = field(default_factory=set)  # texts that are for whoever leads alone
    records: dict[str, dict[str, Any]] = field(default_factory=dict)  # what each must say in the end

    # Looking

    def sees(self, audience: Audience) -> Mapping[str, Any]:
        return view(self.room.workshop, self.room.boxes, audience, Shown())

    @property
    def look(self) -> Mapping[str, Any]:
        return self.sees(Audience.CONSOLE)

    @property
    def here(self) -> Mapping[str, Any]:
        return here(self.look)

    def waits_to_be_shown(self, at: str) -> bool:
        """What was brought along is read first by whoever leads."""
        state = self.room.workshop.activities[at]
        return isinstance(state, discuss.State) and state.life.phase is Phase.WAITING

    def mine(self, who: Person) -> Mapping[str, Any]:
        own: Mapping[str, Any] = mine(self.room.workshop, self.room.boxes, who.seat)
        return own["guests"].get(who.guest, {"role": ""}) if who.guest else own

    @property
    def today(self) -> date:
        return self.place.today

    def in_days(self, days: int) -> str:
        return (self.today + timedelta(days=days)).isoformat()

    # Saying

    async def say(self, who: Person, do: str, at: str = "", **d: Any) -> str:
        """The id of what was done. All that is said here is valid: a refusal is a bug of one or the other."""
        id, why, missing = await self.ask(who, do, at, **d)
        assert not why, (self.room.template.id, at, do, d, why, missing)
        return id

    async def refused(self, expected: str, who: Person, do: str, at: str = "", **d: Any) -> None:
        _, why, missing = await self.ask(who, do, at, **d)
        assert why == expected, (self.room.template.id, at, do, d, why, missing)

    async def ask(self, who: Person, do: str, at: str = "", **d: Any) -> tuple[str, str, Sequence[str]]:
        id = "".join(self.chance.choices(LETTERS, k=22))
        guest = {"for": who.guest} if who.guest else {}
        said = wire.read(json.dumps({"do": do, "id": id, "in": at, "d": d} | guest))
        assert isinstance(said, wire.Said), (do, d)
        answer = await self.room.ask(who.seat, said)
        self.commands[do] += 1
        return (id, answer.why, answer.missing) if isinstance(answer, wire.No) else (id, "", ())

    async def lead(self, do: str, at: str = "", **d: Any) -> str:
        return await self.say(self.leads, do, at, **d)

    def tends(self) -> Person:
        """Who leads, or helps to lead: what does not move the room, both may."""
        return self.chance.choice([self.leads, self.cohost])

    async def hide(self, at: str, card: str, text: str) -> None:
        await self.say(self.tends(), "hide_card", at, card=card, reason=self.untold_text())
        if self.chance.random() < 0.3:
            await self.say(self.tends(), "show_card", at, card=card)
        else:
            self.taken_away.add(text)

    # Choosing

    def happens(self, likely: float) -> bool:
        return self.chance.random() < likely

    def some(self) -> list[Person]:
        """Some of those who are in, in any order."""
        return self.chance.sample(self.people, self.chance.randint(3, len(self.people)))

    def text(self, most: int = 120) -> str:
        """No two are alike."""
        self.texts += 1
        words = " ".join(self.chance.choices(WORDS, k=self.chance.randint(1, 8)))
        return f"{words[: most - 5].strip().capitalize()} {self.texts:04}"

    def untold_text(self) -> str:
        self.untold.add(text := self.text())
        return text

    # What else happens

    async def pass_days(self, days: int) -> None:
        """A consent whose day is over passes by itself."""
        self.days += days
        self.place.clock.move(days * DAY)
        self.room.pulse()
        async with asyncio.timeout(10):
            while passed(self.room.workshop, self.today.isoformat()):
                await asyncio.sleep(0.001)

    async def restart(self) -> None:
        """Everything can be made again from the log and the boxes."""
        whole, boxes, seen = self.room.workshop, self.room.boxes, json.dumps(self.look)
        await self.place.restart()
        self.room = await opened(self.place, self.made)
        assert self.room.workshop == whole
        assert self.room.boxes == boxes
        assert json.dumps(self.look) == seen

    def pass_over(self, what: str) -> None:
        self.passed.append(what)


async def opened(place: Place, made: Workshop) -> Room:
    room = await place.house.rooms.room(made.id)
    assert room
    return room


def here(look: Mapping[str, Any]) -> Mapping[str, Any]:
    """The activity that the room is at."""
    shown: Mapping[str, Any] = look["activities"][look["agenda"]["current"]]
    return shown


def steps(playing: Play) -> list[Activity]:
    return [*template.activities(playing.room.template).values()]


def of_role(playing: Play, *roles: Role) -> list[Person]:
    return [who for who in playing.people if who.role in roles]
