"""Taking part without a phone, and how accessible Talko is: said in every language, and true."""

from dataclasses import replace

import pytest

from talko.pages.house import House
from talko.pages.language import LANGUAGES
from talko.settings import from_environment
from tests.pages.browser import Browser, told


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["/help", "/accessibility"])
async def test_it_can_be_read_in_every_language(browser: Browser, page: str, lang: str) -> None:
    answer = await browser.get(f"{page}?lang={lang}")
    assert answer.status_code == 200 and f'<html lang="{lang}"' in answer.text


async def test_the_statement_says_what_nobody_has_tried(browser: Browser) -> None:
    words = told(await browser.get("/accessibility"))
    assert "Talko meets the demands in part." in words
    assert "has not been tried with real screen readers" in words
    assert "Traficom" in words and "within 14 days" in words


async def test_without_a_contact_the_organiser_is_asked(browser: Browser) -> None:
    assert "Tell the person who organises your workshop." in told(await browser.get("/accessibility"))


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("access@example.org", '<a href="mailto:access@example.org">access@example.org</a>'),
        ("Outi <b> 09 1234", "Outi &lt;b&gt; 09 1234"),
    ],
)
async def test_whom_to_tell_comes_from_the_settings(house: House, contact: str, shown: str) -> None:
    settings = replace(house.settings, contact=from_environment({"TALKO_CONTACT": contact}).contact)
    page = await Browser(replace(house, settings=settings)).get("/accessibility")
    assert shown in page.text and "within 14 days" in page.text


@pytest.mark.parametrize("page", ["/", "/help", "/nowhere", "/home"])
async def test_every_page_leads_to_the_statement(anna: Browser, page: str) -> None:
    assert 'href="/accessibility"' in (await anna.get(page)).text
