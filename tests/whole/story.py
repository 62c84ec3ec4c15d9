"""A workshop as one tells it: people by their names, and everything else by its words."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from talko.core.audience import Audience
from talko.core.people import Role
from tests.pages.browser import set_up
from tests.whole import told
from tests.whole.driver import Play, here, opened
from tests.whole.house import a_place
from tests.whole.people import Person, by_link, come_in, without_phone

CALLED_BY = {
    **{"add_card": "text", "add_note": "text", "bring_card": "text", "ask_question": "text"},
    **{"add_theme": "name", "add_record": "what", "propose_wording": "text"},
}
SPOKEN = {*CALLED_BY, "note_concern", "answer_question", "park", "report_item", "write_field"}


@dataclass
class Story:
    playing: Play
    people: dict[str, Person] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)  # by the words that each thing is called by

    # Who comes, and what they say

    async def come(self, **names: str) -> None:
        """By role."""
        for role, name in ((role, name) for role, several in names.items() for name in several.split()):
            self.people[name] = await come_in(self.playing.place, self.playing.made, Role(role))
            self.playing.came.append(self.people[name])

    async def come_without_phone(self, helper: str, **names: str) -> None:
        for role, name in names.items():
            self.people[name] = await without_phone(self.playing, self.people[helper], Role(role))
            self.playing.came.append(self.people[name])

    @property
    def participants(self) -> list[str]:
        return [name for name, who in self.people.items() if who in self.playing.came]

    async def here(self, who: str, do: str, **d: Any) -> str:
        """In the activity that the room is at."""
        return await self.says(who, do, self.now, **d)

    async def says(self, who: str, do: str, at: str = "", **d: Any) -> str:
        id = await self.playing.say(self.people[who], do, at, **self.as_said(do, d))
        if words := d.get(CALLED_BY.get(do, "")):
            self.ids[words] = id
        return id

    async def is_refused(self, why: str, who: str, do: str, at: str = "", **d: Any) -> None:
        await self.playing.refused(why, self.people[who], do, at, **self.as_said(do, d))

    def as_said(self, do: str, d: Mapping[str, Any]) -> dict[str, Any]:
        """With ids for words, but where the words themselves are what is said."""
        said = {key: its if key in ("text", "name", "what") else self.by_id(its) for key, its in d.items()}
        is_spoken = do in SPOKEN or (do == "open_round" and "wording" in d)
        return said | ({"lang": "fi"} if is_spoken and "lang" not in d else {})

    def by_id(self, its: Any) -> Any:
        return translated(its, self.ids)

    # What is seen, in words

    def in_words(self, its: Any) -> Any:
        return translated(its, {id: words for words, id in self.ids.items()})

    @property
    def now(self) -> str:
        return str(self.playing.look["agenda"]["current"])

    @property
    def screen(self) -> Any:
        return self.in_words(here(self.playing.sees(Audience.SCREEN)))

    @property
    def console(self) -> Any:
        return self.in_words(self.playing.here)

    @property
    def result(self) -> Any:
        """Of the round that was shown last."""
        return self.screen["rounds"][self.screen["round"]]

    def room(self, part: str) -> Any:
        """What phones see beside the activity."""
        return self.in_words(self.playing.sees(Audience.PHONE)[part])

    def mine(self, who: str) -> Any:
        return self.in_words(self.playing.mine(self.people[who]))

    @property
    def missing(self) -> list[str]:
        """`{record}.{field}` by what the record is about."""
        keys = [each.partition(".") for each in self.playing.look["gate"]["missing"]]
        return [f"{self.in_words(record)}{dot}{field}" for record, dot, field in keys]

    async def plan(self) -> Any:
        return self.in_words((await told.at_its_address(self.playing))[0])

    # How it goes on

    async def go_to(self, at: str) -> None:
        """Whatever is on the way is said aloud."""
        while self.now != at:
            await self.says("Anna", "go_on", self.now)
        if self.playing.waits_to_be_shown(at):
            await self.here("Anna", "open")

    async def days(self, days: int) -> str:
        """Which day it is then."""
        await self.playing.pass_days(days)
        return self.playing.today.isoformat()


def translated(its: Any, words: Mapping[str, str]) -> Any:
    match its:
        case dict():
            return {words.get(key, key): translated(each, words) for key, each in its.items()}
        case list() | tuple():
            return [translated(each, words) for each in its]
        case _:
            return words.get(its, its) if isinstance(its, str) else its


@asynccontextmanager
async def a_story(folder: Path, template: str, **texts: str) -> AsyncIterator[Story]:
    """On 8 October 2026. Anna leads, Bo helps to lead, Hilkka helps those who have no phone."""
    async with a_place(folder) as place:
        made = await set_up(place.home, template=template, langs=["fi"], date="2026-10-08", **texts)
        await place.home.post(f"{made.home}/console")
        seat = await place.house.access.seat(dict(place.home.client.cookies), made.id, "console")
        assert seat
        helper, cohost = await by_link(place, made, "helper"), await by_link(place, made, "cohost")
        room, anna = await opened(place, made), Person(seat)
        playing = Play(place, Random(1), made, room, anna, cohost, helper)
        yield Story(playing, {"Anna": anna, "Bo": cohost, "Hilkka": helper})
