"""What went wrong is said in plain words, with what to do now, in every language, and never leads nowhere."""

import re

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request

from talko.core.beside import lobby
from talko.core.beside.agenda import CloseUnfinished
from talko.pages.errors import broken, refused, restarting
from talko.pages.house import House
from talko.pages.language import LANGUAGES
from talko.pages.plan.link import path
from talko.store.store import StoreFailed
from tests.pages.browser import Browser, Workshop, told
from tests.pages.test_join import does

STATUSES = (400, 403, 404, 405, 413, 418)


def asked(method: str = "GET", lang: str = "en") -> Request:
    headers = [(b"accept-language", lang.encode())]
    return Request(
        {"type": "http", "method": method, "path": "/J/ABC", "query_string": b"", "headers": headers}
    )


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("status", STATUSES)
async def test_every_refusal_of_a_page_says_what_to_do_now(status: int, lang: str) -> None:
    answer = await refused(asked(lang=lang), HTTPException(status))
    page = bytes(answer.body).decode()
    assert answer.status_code == status and f'<html lang="{lang}"' in page
    assert len(re.findall("<h1>", page)) == 1 and re.search(r'<ul class="to-do">\s*<li>', page)
    assert 'href="/"' in page and 'href="/help"' in page and 'href="/accessibility"' in page


async def test_what_is_broken_can_be_looked_at_again_but_not_sent_again() -> None:
    assert 'href="/J/ABC"' in bytes((await broken(asked(), Exception())).body).decode()
    assert 'href="/J/ABC"' not in bytes((await broken(asked("POST"), Exception())).body).decode()


async def test_a_server_that_starts_again_says_so_and_the_page_comes_back_by_itself() -> None:
    answer = await restarting(asked(), StoreFailed("closed"))
    page = bytes(answer.body).decode()
    assert answer.status_code == 503 and answer.headers["retry-after"] == "5"
    assert '<meta http-equiv="refresh" content="5">' in page and "tries again by itself" in page


async def test_what_was_sent_while_it_starts_again_is_not_sent_twice() -> None:
    page = bytes((await restarting(asked("POST"), StoreFailed("closed"))).body).decode()
    assert "http-equiv" not in page and "Go back in a moment. Then send it once more." in page


async def test_while_nothing_can_be_written_a_form_is_told_to_wait(house: House, anna: Browser) -> None:
    house.store._is_open = False
    answer = await anna.post("/home/groups", {"name": "Ward 3"})
    house.store._is_open = True
    assert answer.status_code == 503 and answer.headers["retry-after"] == "5"
    assert "Talko is starting again" in told(answer)


async def test_a_door_that_is_over_leads_to_the_plan_of_that_workshop(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await does(house, workshop, CloseUnfinished())
    plan = path(house.store.secret, workshop.id)
    for answer in (
        await browser.get(workshop.door),
        await browser.post(workshop.door, {"role": "client"}),
    ):
        assert answer.status_code == 409 and f'href="{plan}"' in answer.text
        assert "Read what we agreed." in told(answer)


async def test_nine_numbers_alone_do_not_tell_where_a_plan_is(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    """They are few enough to be guessed in the years that a plan stays."""
    await does(house, workshop, CloseUnfinished())
    answer = await browser.post("/join", {"code": workshop.code})
    assert answer.status_code == 409
    assert "/plan/" not in answer.text and workshop.door not in answer.text
    assert "Ask the facilitator where the plan is." in told(answer)


async def test_a_closed_door_can_be_tried_again(house: House, browser: Browser, workshop: Workshop) -> None:
    await does(house, workshop, lobby.CloseDoor())
    assert f'href="{workshop.door}"' in (await browser.get(workshop.door)).text


async def test_who_has_no_seat_is_told_how_to_come_back(browser: Browser, workshop: Workshop) -> None:
    answer = await browser.get(f"/w/{workshop.id}/phone")
    assert answer.status_code == 403
    assert "Point your camera at the QR code on the screen." in told(answer)
    assert "Were you in before? Your cards are still there." in told(answer)


async def test_a_link_that_was_cut_or_closed_says_whom_to_ask(browser: Browser) -> None:
    answer = await browser.get("/in/nothing")
    assert answer.status_code == 404
    assert "Copy the whole address and try again. Ask the person" in told(answer)


async def test_a_wrong_code_is_shown_again_in_threes(browser: Browser) -> None:
    answer = await browser.post("/join", {"code": "123456789"})
    assert 'value="123 456 789"' in answer.text
    assert 'aria-describedby="code-error code-hint"' in answer.text


@pytest.mark.parametrize("typed", ["{0}{1}{2}", "{0}-{1}-{2}", " {0} {1}  {2} ", "{0}\u2013{1}\u00a0{2}"])
async def test_spaces_and_hyphens_in_a_code_do_not_matter(
    browser: Browser, workshop: Workshop, typed: str
) -> None:
    code = typed.format(*workshop.code.split())
    assert (await browser.post("/join", {"code": code})).headers["location"] == workshop.door


async def test_without_a_script_a_phone_shows_the_step_and_comes_anew_by_itself(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    page = (await browser.get(f"/w/{workshop.id}/phone")).text
    assert '<noscript><meta http-equiv="refresh" content="20"></noscript>' in page
    assert 'href="/help"' in page and "/plan/" not in page.partition('<script type="application/json"')[0]
    await does(house, workshop, CloseUnfinished())
    shown = (await browser.get(f"/w/{workshop.id}/phone")).text.partition('<script type="application/json"')[
        0
    ]
    assert f'href="{path(house.store.secret, workshop.id)}"' in shown
