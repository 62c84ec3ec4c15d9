"""Papers of a plan, taken from its page: made beside the server, for whoever has the address."""

import asyncio
from collections.abc import AsyncIterator
from multiprocessing import active_children

import jsonschema
import pytest

from talko.pages.house import House
from talko.pages.plan.paper import in_letters
from talko.pages.plan.press import MOST_WAITING
from talko.papers.shelf import PAPERS
from tests.pages.browser import Browser, told
from tests.pages.meeting import Meeting, begun, closed


@pytest.fixture
async def meeting(house: House, anna: Browser) -> AsyncIterator[Meeting]:
    yield await begun(house, anna)
    house.press.close()


async def test_nobody_gets_a_paper_with_an_address_that_was_guessed(
    browser: Browser, meeting: Meeting
) -> None:
    assert (await browser.get("/plan/q7m2x9ka-AAAA/plan.pdf")).status_code == 404


async def test_before_the_end_there_is_no_paper_and_of_what_is_not_there_neither(
    browser: Browser, meeting: Meeting
) -> None:
    for name in ("plan.pdf", "plan.exe", "..%2fplan"):
        assert (await browser.get(f"{meeting.plan}/{name}")).status_code == 404


async def test_every_paper_can_be_taken_along(browser: Browser, meeting: Meeting) -> None:
    await closed(meeting)
    for name, form in PAPERS.items():
        answer = await browser.get(f"{meeting.plan}/{name}?lang=fi")
        assert answer.status_code == 200, name
        assert answer.headers["content-type"] == form.type and len(answer.content) > 100
        assert answer.headers["content-disposition"].endswith(f'palvelukahvila-fi-{name}"')
        assert answer.headers["x-robots-tag"] == "noindex, nofollow"
        again = await browser.get(
            f"{meeting.plan}/{name}?lang=fi", **{"if-none-match": answer.headers["etag"]}
        )
        assert (again.status_code, again.content) == (304, b"")


async def test_its_document_has_the_published_shape(browser: Browser, meeting: Meeting) -> None:
    await closed(meeting)
    shape = (await browser.get("/plan/schema.json")).json()
    answer = (await browser.get(f"{meeting.plan}/document.json?lang=fi")).json()
    jsonschema.Draft202012Validator(shape).validate(answer)
    assert answer["lang"] == "fi" and answer["people"]["came"] == 11


async def test_where_the_process_of_the_press_has_died_another_one_makes_the_paper(
    house: House, browser: Browser, meeting: Meeting
) -> None:
    await closed(meeting)
    assert (await browser.get(f"{meeting.plan}/plan.md")).status_code == 200
    for process in active_children():
        process.kill()
        process.join()
    names = ("plan.pdf", "easy.pdf", "plan.docx")
    made = await asyncio.gather(*(browser.get(f"{meeting.plan}/{name}") for name in names))
    assert [each.status_code for each in made] == [200, 200, 200]


async def test_where_too_many_wait_it_is_said_what_to_do(
    house: House, browser: Browser, meeting: Meeting
) -> None:
    await closed(meeting)
    house.press.waiting = MOST_WAITING
    later = await browser.get(f"{meeting.plan}/plan.pdf")
    assert later.status_code == 503 and "Wait a moment and try again." in told(later)
    assert f'href="{meeting.plan}/plan.pdf"' in later.text and later.headers["retry-after"] == "10"


async def test_the_plan_page_leads_to_each_paper(browser: Browser, meeting: Meeting) -> None:
    await closed(meeting)
    page = await browser.get(f"{meeting.plan}?lang=fi")
    for name in PAPERS:
        assert f'href="{meeting.plan}/{name}?lang=fi"' in page.text, name
    assert "Tulostettava (PDF)" in page.text


def test_a_file_is_called_by_letters_that_any_disk_can_write() -> None:
    assert in_letters("Tillsammans på väg: åäö / ../x") == "tillsammans-pa-vag-aao-x"
    assert in_letters("漢字") == "talko"
