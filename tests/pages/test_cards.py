"""What was written, on one page: all that the room may read, and not a word more."""

import re
from dataclasses import dataclass, replace

import pytest

from talko.core.activities.collect import AddCard, EditCard, ReleaseCards, WithdrawCard
from talko.core.beside import lobby
from talko.core.beside.agenda import CloseUnfinished, GoOn
from talko.core.beside.brought import BringCard
from talko.core.card import HideCard
from talko.core.life import Close, Open, Reveal
from talko.core.people import Role, Seat, SeatKind
from talko.core.workshop import Command
from talko.live.wire import Done, Said
from talko.pages.house import House
from talko.store import groups
from tests.live.place import SMALL
from tests.pages.browser import Browser, Workshop, set_up, told
from tests.pages.test_home import HOSTILE

LEAD = Seat(SeatKind.FACILITATOR, b"lead")
WRITER = Seat(SeatKind.PARTICIPANT, b"writer", Role.PEER)
OTHER = Seat(SeatKind.PARTICIPANT, b"other", Role.MANAGER)
ROOM = Seat(SeatKind.ROOM, b"")


@dataclass(frozen=True, slots=True)
class Story:
    """Of the small template: needs, which are shown at the end, and ideas, which are let out as they come."""

    house: House
    workshop: Workshop

    async def does(self, seat: Seat, activity: str, command: Command, id: str = "") -> None:
        id = id or f"{activity} {command}"
        room = await self.house.rooms.room(self.workshop.id)
        assert room and await room.ask(seat, Said(id, activity, "", command, id.encode())) == Done(id)

    async def writes(self, activity: str, text: str, seat: Seat = WRITER) -> None:
        """A card by this name."""
        await self.does(seat, activity, AddCard(text, "fi"), id=text)

    async def leads(self, *steps: tuple[str, Command]) -> None:
        for activity, command in steps:
            await self.does(LEAD, activity, command)


async def begun(house: House, anna: Browser, template: str = SMALL) -> Story:
    """Two people are in, and may write what they need."""
    workshop = await set_up(anna)
    setup = await house.store.read(lambda session: groups.workshop(session, workshop.id))
    assert setup
    small = replace(setup, template=template)
    assert await house.store.write(lambda session: groups.change_setup(session, small))
    await house.rooms.forget(workshop.id)
    story = Story(house, workshop)
    await story.does(WRITER, "", lobby.Join(Role.PEER))
    await story.does(OTHER, "", lobby.Join(Role.MANAGER))
    await story.leads(("", GoOn()), ("needs", Open()))
    return story


@pytest.fixture
async def story(house: House, anna: Browser) -> Story:
    return await begun(house, anna)


async def page(anna: Browser, story: Story) -> str:
    answer = await anna.get(f"{story.workshop.home}/cards")
    assert answer.status_code == 200
    return answer.text


def cards_on(text: str) -> list[str]:
    return re.findall(r'class="text"[^>]*>(.*?)<', text)


async def test_the_page_is_for_whose_workshop_it_is_alone(
    anna: Browser, bo: Browser, browser: Browser, workshop: Workshop
) -> None:
    assert (await browser.get(f"{workshop.home}/cards")).status_code == 403
    assert (await bo.get(f"{workshop.home}/cards")).status_code == 404
    assert "There is nothing to read yet." in told(await anna.get(f"{workshop.home}/cards"))


async def test_what_the_room_was_not_shown_is_not_on_the_page(anna: Browser, story: Story) -> None:
    for name in ("needle hidden", "needle gone", "needle old"):
        await story.writes("needs", name)
    await story.does(WRITER, "needs", WithdrawCard("needle gone"))
    await story.does(WRITER, "needs", EditCard("needle old", "new words"))
    await story.leads(("needs", HideCard("needle hidden", "needle reason")))
    for move in (Close(), None):
        text = await page(anna, story)
        assert "needle" not in text and cards_on(text) == []
        assert "The room has not been shown these cards." in text
        if move:
            await story.leads(("needs", move))


async def test_what_is_hidden_or_taken_away_is_not_on_the_page_and_what_waits_is_let_out_at_the_end(
    anna: Browser, story: Story
) -> None:
    for name in ("needle hidden", "needle gone", "needle old"):
        await story.writes("needs", name)
    await story.does(WRITER, "needs", WithdrawCard("needle gone"))
    await story.does(WRITER, "needs", EditCard("needle old", "new words"))
    await story.leads(("needs", Close()), ("needs", Reveal()))
    await story.leads(("needs", HideCard("needle hidden", "needle reason")))
    await story.leads(("needs", GoOn()), ("ideas", Open()))
    await story.writes("ideas", "let out")
    await story.does(ROOM, "ideas", ReleaseCards())
    await story.writes("ideas", "waits no longer")
    for words in ("from the field", "needle brought"):
        await story.does(LEAD, "", BringCard("field", words, "fi", True, "the queue"), id=words)
    await story.leads(("", HideCard("needle brought", "needle reason")))
    now = await page(anna, story)
    await story.leads(("", CloseUnfinished()))
    over = await page(anna, story)
    assert "needle" not in now and "needle" not in over
    assert cards_on(now) == ["new words", "let out", "from the field"]
    assert cards_on(over) == ["new words", "let out", "waits no longer", "from the field"]
    for text in (now, over):
        assert "What people have already told" in text and "the queue" in text


async def test_a_step_that_is_still_open_at_the_end_is_never_shown(anna: Browser, story: Story) -> None:
    await story.writes("needs", "needle")
    await story.leads(("", CloseUnfinished()))
    text = await page(anna, story)
    assert "needle" not in text and "The room has not been shown these cards." in text


async def test_a_step_that_was_closed_is_shown_at_the_end(anna: Browser, story: Story) -> None:
    await story.writes("needs", "a bus at nine")
    await story.leads(("needs", Close()), ("", CloseUnfinished()))
    assert cards_on(await page(anna, story)) == ["a bus at nine"]


async def test_the_page_says_title_day_people_and_prompts_and_nothing_of_who_wrote(
    anna: Browser, story: Story
) -> None:
    await story.writes("needs", "a bus at nine", OTHER)
    await story.leads(("needs", Close()), ("needs", Reveal()))
    answer = await anna.get(f"{story.workshop.home}/cards")
    words = told(answer)
    assert "Going home" in words and "24 November 2026" in words and "2 people were in." in words
    assert "What do you need? a bus at nine" in words
    assert not {"Manager", "manager", "Peer", "peer"} & set(re.findall(r"\w+", answer.text))


async def test_cards_stand_by_random_id_and_not_as_they_came(anna: Browser, story: Story) -> None:
    for name in ("c third", "a first", "b second"):
        await story.writes("needs", name)
    await story.leads(("needs", Close()), ("needs", Reveal()))
    assert cards_on(await page(anna, story)) == ["a first", "b second", "c third"]


async def test_hostile_cards_are_words(anna: Browser, story: Story) -> None:
    await story.writes("needs", HOSTILE)
    await story.leads(("needs", Close()), ("needs", Reveal()))
    text = await page(anna, story)
    assert "<script>" not in text and "<img src=x" not in text
    assert HOSTILE in told(await anna.get(f"{story.workshop.home}/cards"))


async def test_cards_stand_under_what_they_are_about_unless_that_was_hidden(
    house: House, anna: Browser
) -> None:
    live = "            reveal: live\n"
    asked = "            per_item: true\n            from: [{activity: needs, take: cards}]\n"
    story = await begun(house, anna, SMALL.replace(live, live + asked))
    about = {"bus": "at nine", "needle": "daily"}
    for item in about:
        await story.writes("needs", item)
    await story.leads(("needs", Close()), ("needs", Reveal()), ("needs", GoOn()), ("ideas", Open()))
    for item, text in about.items():
        await story.does(WRITER, "ideas", AddCard(text, "fi", item=item), id=text)
    await story.does(ROOM, "ideas", ReleaseCards())
    await story.leads(("needs", HideCard("needle", "a name")))
    text = await page(anna, story)
    assert "<h3>bus</h3>" in text and "needle" not in text
    assert cards_on(text) == ["bus", "at nine", "daily"]
