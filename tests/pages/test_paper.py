"""What is printed for a workshop: for its facilitator only, in its languages, with every step at its time."""

import re

import pytest

from talko.core.template import Activity, Session, Template, activities
from talko.pages.guide import guide
from talko.pages.house import House
from talko.pages.paper.run_sheet import clock, run_sheet
from talko.pages.paper.slips import sheets
from talko.pages.qr import symbol
from talko.pages.workshop import door
from talko.store import groups
from talko.store.template_files import shipped
from tests.pages.browser import Browser, Workshop, set_up, told
from tests.pages.test_home import HOSTILE

ALL_LANGS = ["fi", "sv", "en"]


async def test_nobody_but_its_facilitator_can_print_it(
    browser: Browser, bo: Browser, workshop: Workshop
) -> None:
    assert (await browser.get(f"{workshop.home}/print")).status_code == 403
    assert (await bo.get(f"{workshop.home}/print")).status_code == 404


async def test_the_page_of_the_workshop_leads_there(anna: Browser, workshop: Workshop) -> None:
    assert f'href="{workshop.home}/print"' in (await anna.get(workshop.home)).text


async def test_the_poster_brings_people_to_the_same_door(
    house: House, anna: Browser, workshop: Workshop
) -> None:
    page = await anna.get(f"{workshop.home}/print?part=poster")
    setup = await house.store.read(lambda session: groups.workshop(session, workshop.id))
    assert setup
    at = door(house.settings, house.store.secret, setup)
    assert at.url.endswith(workshop.door)
    assert f'd="{symbol(at.url).path}"' in page.text
    for words in (workshop.code, at.address, setup.phrase, setup.title):
        assert words in told(page)


async def test_the_poster_speaks_every_language_of_the_workshop(anna: Browser) -> None:
    workshop = await set_up(anna, langs=ALL_LANGS)
    page = (await anna.get(f"{workshop.home}/print?part=poster&lang=sv")).text
    for lang, words in (("fi", "Tule mukaan"), ("sv", "Kom med"), ("en", "Join in")):
        assert re.search(rf'<section class="how-to" lang="{lang}">\s*<h2>{words}</h2>', page)
    assert "n3" in page


async def test_the_rest_is_in_the_language_that_is_asked_for(anna: Browser) -> None:
    workshop = await set_up(anna, langs=ALL_LANGS)
    for lang, heading in (("fi", "Muistilista"), ("sv", "Minneslista"), ("en", "Check list")):
        page = await anna.get(f"{workshop.home}/print?lang={lang}")
        assert f'<html lang="{lang}"' in page.text and heading in told(page)
        assert page.text.count("?part=slips&amp;lang=" + lang) == 1


async def test_whoever_prints_can_ask_for_a_language_that_the_workshop_has_not(anna: Browser) -> None:
    """By itself it is printed in one of the workshop, whatever the reader last read."""
    workshop = await set_up(anna, langs=["fi"])
    asked = await anna.get(f"{workshop.home}/print?lang=sv")
    assert '<html lang="sv"' in asked.text and asked.text.count("hreflang=") == 3
    assert '<html lang="fi"' in (await anna.get(f"{workshop.home}/print")).text


async def test_a_part_can_be_printed_by_itself(anna: Browser, workshop: Workshop) -> None:
    every = ("poster", "list", "run", "slip-n1")
    for part, there in (*zip(("poster", "list", "run", "slips"), every, strict=True), ("'><script>", "")):
        page = (await anna.get(f"{workshop.home}/print?part={part}")).text
        shown = [id for id in every if f'id="{id}"' in page]
        assert shown == ([there] if there else list(every))


async def test_what_a_facilitator_writes_stays_text(anna: Browser) -> None:
    workshop = await set_up(anna, title=HOSTILE, question=HOSTILE, place=HOSTILE, support=HOSTILE)
    page = await anna.get(f"{workshop.home}/print")
    assert HOSTILE not in page.text and told(page).count(HOSTILE) > 3


# The run sheet


@pytest.mark.parametrize(
    ("start", "passed", "at"),
    [
        ("13:00", 0, "13:00"),
        ("13:00", 65, "14:05"),
        ("", 65, "1:05"),
        ("23:50", 15, "0:05"),
        ("09:05", 1, "9:06"),
    ],
)
def test_the_clock_goes_on_from_the_start(start: str, passed: int, at: str) -> None:
    assert clock(start, passed) == at


@pytest.mark.parametrize("template", shipped().values(), ids=lambda its: str(its.id))
def test_every_step_of_every_template_is_on_the_run_sheet(template: Template) -> None:
    parts = run_sheet(template, "13:00", "fi")
    assert [line.step.id for part in parts for line in part.lines] == list(activities(template))
    assert sum(part.minutes for part in parts) + template.duration.slack == template.duration.minutes
    live = [part for part in parts if not part.days]
    assert [part.lines[0].at for part in live] == ["13:00", *["0:00"] * (len(live) - 1)]
    assert all(line.at == "" for part in parts if part.days for line in part.lines)


async def test_the_run_sheet_tells_when_each_step_begins(anna: Browser) -> None:
    workshop = await set_up(anna, start="13:00")
    words = told(await anna.get(f"{workshop.home}/print?part=run"))
    assert "13:00 5 Opening Welcome. We tell why we are here." in words
    assert "The steps take 86 minutes. There are 4 minutes to spare" in words
    assert "14:26 It ends, if all went by the minute." in words


# Slips


@pytest.mark.parametrize("template", shipped().values(), ids=lambda its: str(its.id))
def test_there_is_paper_for_all_that_is_written_or_chosen_in_a_room(template: Template) -> None:
    in_a_room = [
        step.id
        for session in template.sessions
        if not session.days
        for step in steps_of(session)
        if type(step.settings).__name__ in ("Collect", "Vote", "Consent", "Survey")
    ]
    found = list(sheets(template, "fi"))
    assert [each.step.id for each in found] == in_a_room
    assert all(each.copies == (1 if each.kind == "survey" else 6) for each in found)


def steps_of(session: Session) -> list[Activity]:
    return [step for stage in session.stages for step in stage.activities]


async def test_the_kit_of_every_template_can_be_printed(anna: Browser) -> None:
    for template in sorted(shipped()):
        workshop = await set_up(anna, template=template, langs=ALL_LANGS)
        page = await anna.get(f"{workshop.home}/print?lang=sv")
        assert page.status_code == 200, template
        assert page.text.count('<div class="slip">') * 5 == page.text.count('class="slip again"')


async def test_each_step_has_its_guide_card_on_the_run_sheet(anna: Browser, workshop: Workshop) -> None:
    step = activities(shipped()["codev_workshop_90"])["n1"]
    page = told(await anna.get(f"{workshop.home}/print?part=run&lang=en"))
    assert guide(step, "en") and all(line in page for line in guide(step, "en"))
