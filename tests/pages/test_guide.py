"""The guide card beside a step: for whoever leads, and nobody else."""

import re
from dataclasses import replace
from typing import get_args

import pytest

from talko.core.template import (
    Activity,
    ActivitySettings,
    Cluster,
    Collect,
    Consent,
    Discuss,
    Mode,
    Plan,
    RecordKind,
    Survey,
    Template,
    Vote,
    activities,
    kind,
)
from talko.pages import guide_words
from talko.pages.guide import guide, lines
from talko.pages.language import LANGUAGES
from talko.store.template_files import shipped
from tests.pages.browser import Browser, Workshop, set_up
from tests.pages.test_faces import embedded

WRITING, DOTS, RULES = Collect(3, 200), Vote("dots", 2), Consent("three", 1, need_time=False)
EVERY_KIND: tuple[ActivitySettings, ...] = (
    *(Discuss(mode) for mode in get_args(Mode)),
    *(
        WRITING,
        Collect(3, 200, entry="proxy"),
        Collect(3, 200, opens="before"),
        Collect(3, 200, reveal="live"),
    ),
    *(Cluster("groups", 8), DOTS, Vote("rank", 2), Vote("rate", 2), Consent("five", 3), RULES),
    *(Plan(each, "groups") for each in get_args(RecordKind)),
    *(Survey(()), Survey((), "later")),
)


def of(settings: ActivitySettings) -> Activity:
    return Activity("n1", 5, {"fi": "Sano."}, (), settings)


@pytest.mark.parametrize("settings", EVERY_KIND, ids=lambda its: f"{kind(its)}-{getattr(its, 'mode', '')}")
def test_every_way_of_working_has_a_short_guide_of_its_own(settings: ActivitySettings) -> None:
    for lang in LANGUAGES:
        card = guide(of(settings), lang)
        assert 3 <= len(card) <= 6 and len(set(card)) == len(card)
        assert [each for each in sentences(card) if len(each.split()) > 10] == []
    assert guide(of(settings), "fi") != guide(of(settings), "en")
    assert sum(lines(of(each)) == lines(of(settings)) for each in EVERY_KIND) == 1


def test_in_a_round_clients_speak_first_and_managers_last() -> None:
    card = guide(of(Discuss("round_robin")), "en")
    assert card[1] == "Clients speak first, managers last. Point at nobody."
    assert any("do not diagnose" in line for line in card) and any("Silence" in line for line in card)


def test_a_vote_decides_nothing_and_is_seen_by_nobody_while_it_runs() -> None:
    for method in guide_words.VOTE:
        card = guide(of(Vote(method, 2)), "en")
        assert {guide_words.HIDDEN, *guide_words.NARROWS} <= set(card)


def test_time_to_think_is_spoken_of_only_where_it_can_be_asked_for() -> None:
    assert guide_words.NEED_TIME in lines(of(Consent("five", 3)))
    assert guide_words.NEED_TIME not in lines(of(RULES))


def test_what_is_special_in_a_template_comes_first_line_by_line() -> None:
    step = replace(of(WRITING), guide={"fi": "Ota kuva esiin.\nLue se ääneen.", "en": "Show the picture."})
    assert guide(step, "fi")[:2] == ["Ota kuva esiin.", "Lue se ääneen."]
    assert guide(step, "en") == ["Show the picture.", *lines(step)]


async def test_only_consoles_are_given_the_guides(
    anna: Browser, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    for which in ("screen", "helper", "cohost"):
        made = await anna.post(f"{workshop.home}/links", {"kind": which})
        await browser.post(re.findall(r'value="http://[^"/]+(/in/[\w-]+)"', made.text)[0])
    at = f"/w/{workshop.id}"
    for place in ("phone", "screen", "helper", "console/screen"):
        page = await browser.get(f"{at}/{place}")
        assert page.status_code == 200 and '"guide"' not in page.text
    steps = embedded(await browser.get(f"{at}/console"), "texts")["activities"]
    assert isinstance(steps, dict) and len(steps) == 18
    assert all(isinstance(step, dict) and len(list(step["guide"])) >= 3 for step in steps.values())


async def test_who_changes_the_language_of_the_console_gets_its_guides_in_it(anna: Browser) -> None:
    workshop = await set_up(anna, langs=["en", "fi"])
    await anna.post(f"{workshop.home}/console")
    steps = (await anna.get(f"/w/{workshop.id}/console/texts?lang=fi")).json()["activities"]
    assert "Asiakkaat puhuvat ensin, johto viimeisenä. Älä osoita ketään." in steps["n2"]["guide"]


@pytest.mark.parametrize("template", shipped().values(), ids=list(shipped()))
def test_no_card_is_longer_than_eight_lines_and_no_sentence_than_ten_words(template: Template) -> None:
    cards = [guide(step, lang) for step in activities(template).values() for lang in LANGUAGES]
    assert [card for card in cards if not 3 <= len(card) <= 8] == []
    assert [each for card in cards for each in sentences(card) if len(each.split()) > 10] == []


def sentences(card: list[str]) -> list[str]:
    return [each for line in card for each in re.split(r"(?<=[.?!:])\s+", line)]
