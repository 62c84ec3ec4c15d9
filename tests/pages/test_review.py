"""The review of a pilot opens from the page of its workshop: the same group, and the pilot comes along."""

import html
import re

import pytest

from talko.core.card import wall
from talko.pages.house import House
from tests.pages.browser import Browser, at, told
from tests.pages.meeting import Meeting, begun

GUESS = "Kahvilaan tulee kymmenen ihmistä."


@pytest.fixture
async def meeting(house: House, anna: Browser) -> Meeting:
    return await begun(house, anna, users=1, workers=1)


async def tried(meeting: Meeting) -> tuple[str, str]:
    """A pilot and an action, and the end."""
    await meeting.goes_to("p1")
    pilot = await meeting.does("add_record", "p1", sources=[], what="Kahvila torstaina", lang="fi")
    await meeting.does("write_field", "p1", record=pilot, field="prediction", text=GUESS, lang="fi")
    await meeting.does("write_field", "p1", record=pilot, field="review_date", text="2026-11-19")
    await meeting.goes_to("c1")
    action = await meeting.does("add_record", "c1", sources=[pilot], what="Varaamme salin", lang="fi")
    await meeting.does("close_unfinished")
    return pilot, action


def review(meeting: Meeting, record: str) -> str:
    return f"{meeting.made.home}/review/{record}"


def filled(page: str) -> dict[str, str | list[str]]:
    """The form as it stands."""
    fields: dict[str, str | list[str]] = dict(
        re.findall(r'<input[^>]* name="(group|template|title|date|start|place)"[^>]* value="([^"]*)"', page)
    )
    fields |= dict(re.findall(r'<input type="hidden" name="(group|template)" value="([^"]*)"', page))
    areas = re.findall(r'<textarea[^>]* name="(\w+)"[^>]*>([^<]*)</textarea>', page)
    langs = re.findall(r'name="langs" value="(\w+)"[^>]* checked', page)
    return {name: html.unescape(str(its)) for name, its in (fields | dict(areas)).items()} | {"langs": langs}


async def test_only_a_pilot_of_ones_own_workshop_has_a_review(
    meeting: Meeting, bo: Browser, browser: Browser
) -> None:
    pilot, action = await tried(meeting)
    for record in (action, "nothing"):
        assert (await meeting.leads.get(review(meeting, record))).status_code == 404
    assert (await bo.get(review(meeting, pilot))).status_code == 404
    assert (await browser.get(review(meeting, pilot))).status_code == 403


async def test_it_opens_from_the_workshops_page_with_all_that_is_known(meeting: Meeting) -> None:
    pilot, _ = await tried(meeting)
    home = await meeting.leads.get(meeting.made.home)
    assert f'href="{review(meeting, pilot)}"' in home.text and "19 November 2026" in told(home)
    form = filled((await meeting.leads.get(review(meeting, pilot))).text)
    assert form["title"] == "Pilot review: Kahvila torstaina"
    assert (form["date"], form["place"], sorted(form["langs"])) == ("2026-11-19", "Asukastalo", ["en", "fi"])
    assert form["question"] == "What did we try? What did we guess would happen?"
    assert form["decide"] == "We decide together what to do with the trial."


async def test_the_pilot_is_brought_with_what_was_guessed(meeting: Meeting, house: House) -> None:
    pilot, _ = await tried(meeting)
    form = filled((await meeting.leads.get(review(meeting, pilot))).text)
    made = await meeting.leads.post("/home/new", {**form, "permission": "yes"})
    assert made.status_code == 303, told(made)
    new = await at(meeting.leads, made.headers["location"])
    room, before = await house.rooms.room(new.id), await house.rooms.room(meeting.made.id)
    assert room and before and room.setup.group == before.setup.group
    assert room.template.id == "pilot_review"
    (card,) = wall(room.workshop.brought.cards).values()
    assert card.text == f"Kahvila torstaina – {GUESS}"


async def test_a_day_that_has_passed_becomes_today(meeting: Meeting, house: House) -> None:
    pilot, _ = await tried(meeting)
    house.clock.move(100 * 24 * 60 * 60)  # type: ignore[attr-defined]
    form = filled((await meeting.leads.get(review(meeting, pilot))).text)
    assert str(form["date"]) > "2026-11-19"


async def test_before_the_end_there_is_no_review_on_the_page(meeting: Meeting) -> None:
    await meeting.goes_to("p1")
    await meeting.does("add_record", "p1", sources=[], what="Kahvila torstaina", lang="fi")
    assert "/review/" not in (await meeting.leads.get(meeting.made.home)).text
