"""A whole meeting over plain HTTP: who leads, people with phones, and all that leaves something to a plan."""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from talko.core.ending import unselected
from talko.core.template import activities
from talko.pages.house import House
from talko.pages.plan.link import path
from talko.store.template_files import shipped
from tests.pages.browser import Browser, Workshop, set_up

USERS, WORKERS = "client", "professional"
TEXTS = {
    "title": "Palvelukahvila",
    "question": "Miten palvelut auttaisivat?",
    "decide": "Kolmesta kokeilusta",
    "start": "13:00",
    "place": "Asukastalo",
    "rules": "Puhumme vuorotellen.\nSaa olla hiljaa.",
    "support": "Soita 09 2525 0111",
}
DAY = "2026-12-01"
ORDER = ["", *activities(shipped()["codev_workshop_90"])]
RATED = {"benefit": 5, "ease": 4}


@dataclass(slots=True)
class Meeting:
    house: House
    leads: Browser
    made: Workshop
    phones: list[Browser] = field(default_factory=list)
    at: str = ""
    ids: Any = field(default_factory=count)

    async def says(self, who: Browser, place: str, said: dict[str, Any]) -> dict[str, Any]:
        """At the pace that is allowed, as every client."""
        origin = str(who.client.base_url).rstrip("/")
        path = f"/w/{self.made.id}/{place}/command"
        answer = await who.client.post(path, json=said, headers={"origin": origin})
        found: dict[str, Any] = answer.json()
        if found.get("why") != "slow_down":
            return found
        await asyncio.sleep(found["wait_ms"] / 1000)
        return await self.says(who, place, said)

    async def does(self, do: str, where: str = "", **d: Any) -> str:
        """From the console. The id of the command, which is that of what it made."""
        return await self._does(self.leads, "console", do, where, d)

    async def from_phone(self, nth: int, do: str, where: str = "", **d: Any) -> str:
        return await self._does(self.phones[nth], "phone", do, where, d)

    async def _does(self, who: Browser, place: str, do: str, where: str, d: dict[str, Any]) -> str:
        id = f"command-number-{next(self.ids)}"
        answer = await self.says(who, place, {"do": do, "id": id, "in": where, "d": d})
        assert answer == {"done": id}, (do, where, answer)
        return id

    async def comes(self, role: str) -> None:
        phone = Browser(self.house)
        assert (await phone.post(self.made.door, {"role": role})).status_code == 303
        self.phones.append(phone)

    async def goes_to(self, step: str) -> None:
        """Whatever is on the way is passed over."""
        while self.at != step:
            await self.does("go_on", self.at)
            self.at = ORDER[ORDER.index(self.at) + 1]

    async def asks(self, step: str, *choices: dict[str, Any], open: str = "open", **d: Any) -> str:
        """A round in which each phone has its say, and then all see what came of it."""
        await self.goes_to(step)
        round = await self.does(open, step, **d)
        for n, choice in enumerate(choices):
            await self.from_phone(n, "cast", step, round=round, n=1, choice=choice)
        await self.shows(step)
        return round

    async def shows(self, step: str) -> None:
        for do in ("close", "reveal"):
            await self.does(do, step)

    @property
    def plan(self) -> str:
        return path(self.house.store.secret, self.made.id)


async def begun(house: House, anna: Browser, users: int = 6, workers: int = 5, **typed: Any) -> Meeting:
    meeting = Meeting(house, anna, await set_up(anna, **{**TEXTS, "langs": ["en", "fi"], **typed}))
    await anna.post(f"{meeting.made.home}/console")
    for role in [USERS] * users + [WORKERS] * workers:
        await meeting.comes(role)
    return meeting


@dataclass(frozen=True, slots=True)
class Left:
    """By id: what the meeting below leaves."""

    cafe: str
    letters: str
    trial: str
    action: str


async def held(meeting: Meeting) -> Left:
    """From the first need to the survey at the end; the workshop is not closed yet."""
    cafe, letters = await needs(meeting)
    people = len(meeting.phones)
    await meeting.asks("n4", *[{"dots": {cafe: 2, letters: n % 2}} for n in range(people)])
    trial = await tries(meeting, cafe)
    action = await acts(meeting, trial)
    await meeting.asks("c2", *[{"support": 4}] * people, open="open_round", proposal="all")
    answers = {"say": 5, "heard": 3, "load": "not", "open_good": {"text": "Kahvi oli hyvää.", "lang": "fi"}}
    await meeting.asks("c3", *[{"answers": {"all": answers}}] * people)
    return Left(cafe, letters, trial, action)


async def needs(meeting: Meeting) -> tuple[str, str]:
    await meeting.goes_to("n1")
    await meeting.does("open", "n1")
    texts = ("Jonossa on kylmä.", "Kukaan ei kysy.", "Kirjeitä on vaikea lukea.")
    cards = [
        await meeting.from_phone(n, "add_card", "n1", text=text, lang="fi") for n, text in enumerate(texts)
    ]
    await meeting.shows("n1")
    await meeting.goes_to("n3")
    cafe = await meeting.does("add_theme", "n3", name="Paikka, johon saa tulla", lang="fi", cards=cards[:2])
    letters = await meeting.does("add_theme", "n3", name="Selkeä kieli", lang="fi", cards=cards[2:])
    return cafe, letters


async def tries(meeting: Meeting, cafe: str) -> str:
    """An idea, rated, becomes a trial, on which somebody has a concern."""
    await meeting.goes_to("i1")
    await meeting.does("open", "i1")
    ideas = [
        await meeting.from_phone(n, "add_card", "i1", text=text, lang="fi", item=cafe)
        for n, text in enumerate(("Kahvila jonon viereen", "Vertainen pöytään"))
    ]
    await meeting.shows("i1")
    await meeting.goes_to("i3")
    first = await meeting.does("add_theme", "i3", name="Palvelukahvila", lang="fi", cards=ideas[:1])
    await meeting.does("add_theme", "i3", name="Vertainen ottaa vastaan", lang="fi", cards=ideas[1:])
    await meeting.asks("i4", *[{"ratings": {first: RATED}}] * len(meeting.phones))
    await meeting.goes_to("p1")
    trial = await meeting.does(
        "add_record", "p1", sources=[first], what="Kahvila neljänä torstaina", lang="fi"
    )
    await meeting.does("write_field", "p1", record=trial, field="review_date", text=DAY)
    no: dict[str, Any] = {"support": 2, "text": "Kuka maksaa kahvin?", "lang": "fi"}
    yes: dict[str, Any] = {"support": 4}
    others = len(meeting.phones) - 1
    await meeting.asks("p2", no, *[yes] * others, open="open_round", proposal=trial)
    wording = {"wording": "Outi maksaa kahvin.", "lang": "fi"}
    await meeting.asks("p2", yes, *[yes] * others, open="open_round", proposal=trial, **wording)
    return trial


async def acts(meeting: Meeting, trial: str) -> str:
    await meeting.goes_to("c1")
    action = await meeting.does("add_record", "c1", sources=[trial], what="Varaamme salin", lang="fi")
    await meeting.from_phone(0, "take_on", "c1", record=action, part="owner", name="Aino")
    await meeting.from_phone(6, "take_on", "c1", record=action, part="follower", name="Timo")
    for name, text in (
        ("first_step", "Aino soittaa"),
        ("follow_how", "Timo kysyy"),
        ("told_how", "Lappu jonoon"),
    ):
        await meeting.does("write_field", "c1", record=action, field=name, text=text, lang="fi")
    await meeting.does("write_field", "c1", record=action, field="due", text=DAY)
    return action


async def closed(meeting: Meeting) -> Left:
    """With a reason for what was not chosen, questions, a hard word, and the day of the next meeting."""
    asked = await meeting.from_phone(1, "ask_question", text="Mihin kortit jäävät?", lang="fi")
    open = await meeting.from_phone(2, "ask_question", text="Kuka päättää rahasta?", lang="fi")
    left = await held(meeting)
    await meeting.does("answer_question", question=asked, text="Ne poistetaan.", lang="fi")
    await meeting.does("answer_question", question=open, text="Emme tiedä vielä.", lang="fi", open=True)
    await meeting.does("explain_word", word="", new="osallisuus", lang="fi", plain="olet mukana")
    await meeting.does("set_contact", date=DAY, time="13:00", place="Asukastalo", what="Arviointi")
    room = await meeting.house.rooms.room(meeting.made.id)
    assert room
    for item in unselected(room.workshop):
        await meeting.does("park", item=item, decision="later", reason="Ei ehditä nyt.", lang="fi")
    await meeting.does("close_workshop")
    return left
