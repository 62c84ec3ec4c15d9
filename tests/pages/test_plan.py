"""The plan: what stays of a workshop, for whoever has its address."""

import re
from itertools import count

import pytest

from talko.pages.house import House
from talko.pages.plan.drawn import drawn
from talko.pages.plan.link import path, workshop_of
from tests.pages.browser import Browser, Workshop, set_up, told
from tests.pages.meeting import TEXTS, begun, closed, held, needs
from tests.pages.test_home import HOSTILE

SECRET = b"s" * 32


@pytest.mark.parametrize(
    "token", ["", "q7m2x9ka", "q7m2x9ka-", "-", "q7m2x9ka-" + "A" * 26, "ä-ö", "x" * 500]
)
async def test_an_address_that_was_guessed_opens_nothing(browser: Browser, token: str) -> None:
    assert workshop_of(SECRET, token) == ""
    for end in ("", ".json"):
        assert (await browser.get(f"/plan/{token}{end}")).status_code == 404


async def test_the_address_of_one_plan_opens_no_other(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    proof = path(house.store.secret, "another1").rpartition("-")[2]
    assert (await browser.get(f"/plan/{workshop.id}-{proof}")).status_code == 404


def test_an_address_can_be_typed_in_small_letters() -> None:
    token = path(SECRET, "q7m2x9ka").removeprefix("/plan/")
    assert workshop_of(SECRET, token.lower()) == "q7m2x9ka" == workshop_of(SECRET, token.upper())


async def test_before_the_end_it_says_when_it_comes_and_nothing_else(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    page = await browser.get(path(house.store.secret, workshop.id))
    assert page.status_code == 200
    assert "The workshop is on 24 November 2026. The plan comes when it is over." in told(page)
    assert "The timetable" not in page.text
    data = (await browser.get(path(house.store.secret, workshop.id) + ".json")).json()
    assert data == {"title": "Going home", "date": "2026-11-24", "langs": ["en"], "to_come": True}


async def test_nobody_finds_it_by_searching_and_no_browser_keeps_it(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    for end in ("", ".json"):
        page = await browser.get(path(house.store.secret, workshop.id) + end)
        assert page.headers["x-robots-tag"] == "noindex, nofollow"
        assert page.headers["cache-control"] == "no-store"
        assert page.headers["referrer-policy"] == "strict-origin"


async def test_after_the_workshop_is_deleted_it_is_gone(
    house: House, anna: Browser, browser: Browser
) -> None:
    workshop = await set_up(anna)
    await anna.post(f"{workshop.home}/delete")
    for end in ("", ".json"):
        assert (await browser.get(path(house.store.secret, workshop.id) + end)).status_code == 404


async def test_a_plan_with_gaps_says_on_top_what_is_missing(
    house: House, anna: Browser, browser: Browser
) -> None:
    meeting = await begun(house, anna, users=1, workers=1)
    await meeting.goes_to("c1")
    await meeting.does("add_record", "c1", sources=[], what="Varaamme salin", lang="fi")
    await meeting.does("close_unfinished")
    page = told(await browser.get(meeting.plan))
    missing = page.partition("This plan is not finished")[2].partition("What we do")[0]
    assert "Who does it?: Varaamme salin" in missing and "When is it ready?: Varaamme salin" in missing
    assert "The day when people hear from us again" in missing
    data = (await browser.get(meeting.plan + ".json")).json()
    assert data["finished"] is False and "next_contact_date" in data["missing"]


async def test_a_whole_meeting_can_be_read_in_its_plan(house: House, anna: Browser, browser: Browser) -> None:
    meeting = await begun(house, anna)
    left = await closed(meeting)
    page = await browser.get(f"{meeting.plan}?lang=en")
    words = told(page)
    assert page.text.count("<script") == 0
    assert "not finished" not in words
    for text in (*TEXTS.values(), "1 December 2026"):
        assert all(line in words for line in text.split("\n") if line != "13:00"), text
    in_order = [
        "What we do", "1 Varaamme salin", "Who does it? Aino", "When is it ready? 1 December 2026",
        "Who follows it up? Timo", "What is the first step? Aino soittaa",
        "How is it followed up? Timo kysyy",
        "How do people hear of it? Lappu jonoon", "Why this?", "Palvelukahvila", "Kahvila jonon viereen",
        "Paikka, johon saa tulla", "Jonossa on kylmä.",
        "What we try", "1 Kahvila neljänä torstaina", "Accepted",
        "Question round 1: ↻ We change it and ask again",
        "Something here worries me. 1", "Question round 2: ✓ Accepted",
        "What was changed: Outi maksaa kahvin.",
        "What was put aside, and why", "Vertainen ottaa vastaan", "Later. Ei ehditä nyt.",
        "Concerns and differing views", "Kuka maksaa kahvin?",
        "Questions that are still open", "Kuka päättää rahasta? Emme tiedä vielä.",
        "What everybody was asked", "Can you commit to this plan?", "Read the common rules.", "passed over",
        "What people wrote", "Paikka, johon saa tulla (2)", "Kukaan ei kysy.",
        "What people chose", "11 people answered.", "✓ Goes on", "Score",
        "What people answered", "I could say what I wanted. 5.00 · 11 answers",
        "The others listened to me. 3.00",
        "the workshop's aim of 4.0 is not met", "Kahvi oli hyvää.",
        "Questions and answers", "Mihin kortit jäävät? Ne poistetaan.",
        "Hard words", "osallisuus olet mukana",
        "Rules of the room", "Who took part", "11 people took part. Clients and close ones: 6, Workers: 5.",
        "Done: A reason for all that was not chosen", "Was something hard? Soita 09 2525 0111",
    ]  # fmt: skip
    at = 0
    for each in in_order:
        assert each in words[at:], (each, words[at : at + 600])
        at = words.index(each, at) + len(each)
    assert f'id="{left.action}"' in page.text


async def test_it_speaks_the_languages_of_the_workshop_and_marks_what_is_in_another(
    house: House, anna: Browser, browser: Browser
) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    english, finnish = [await browser.get(f"{meeting.plan}?lang={lang}") for lang in ("en", "fi")]
    assert (
        '<html lang="en"' in english.text
        and '<span lang="fi" dir="auto">Varaamme salin</span>' in english.text
    )
    assert '<html lang="fi"' in finnish.text and "Mitä teemme" in told(finnish)
    prompts = [(await browser.get(f"{meeting.plan}.json?lang={lang}")).json() for lang in ("en", "fi")]
    assert [each["activities"]["c2"]["prompt"] for each in prompts] == [
        "Can you commit to this plan?",
        "Voitko sitoutua tähän suunnitelmaan?",
    ]


async def test_no_role_and_no_side_stands_beside_a_name(
    house: House, anna: Browser, browser: Browser
) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    words = told(await browser.get(f"{meeting.plan}?lang=en"))
    for name in ("Aino", "Timo"):
        for found in re.finditer(name, words):
            around = words[max(0, found.start() - 60) : found.end() + 60]
            assert not re.search(r"[Cc]lient|[Pp]rofessional|[Ww]orker|close one", around), around


async def test_of_a_few_people_no_number_is_told(house: House, anna: Browser, browser: Browser) -> None:
    meeting = await begun(house, anna, users=3, workers=1)
    cafe, letters = await needs(meeting)
    await meeting.asks("n4", *[{"dots": {cafe: 2, letters: 1}}] * 4)
    await meeting.does("close_unfinished")
    page = told(await browser.get(f"{meeting.plan}?lang=en"))
    assert "Fewer than five people answered, so no numbers are told." in page
    assert "people answered. " not in page.partition("What people chose")[2].partition("Who took part")[0]
    round = next(
        iter((await browser.get(meeting.plan + ".json")).json()["activities"]["n4"]["rounds"].values())
    )
    assert round["few"] is True and "ballots" not in round and round["options"][cafe] == {"selected": True}


async def test_what_people_wrote_is_only_words(house: House, anna: Browser, browser: Browser) -> None:
    meeting = await begun(house, anna, title=HOSTILE, question=HOSTILE, decide=HOSTILE, rules=HOSTILE)
    await held(meeting)
    action = await meeting.does("add_record", "c1", sources=[], what=HOSTILE, lang="fi")
    await meeting.does("name_for", "c1", record=action, part="owner", name=HOSTILE[:60])
    await meeting.does("close_unfinished")
    page = await browser.get(meeting.plan)
    assert page.status_code == 200 and HOSTILE in told(page)
    assert "<script" not in page.text and "<img src=x" not in page.text


async def test_it_is_drawn_once_for_all_until_something_changes(house: House, anna: Browser) -> None:
    meeting = await begun(house, anna, users=1, workers=0)
    room = await house.rooms.room(meeting.made.id)
    assert room
    times = count(1)

    def draw() -> bytes:
        return str(next(times)).encode()

    assert [drawn(room, "en", draw), drawn(room, "en", draw), drawn(room, "fi", draw)] == [b"1", b"1", b"2"]
    await meeting.does("go_on")
    assert [drawn(room, "fi", draw), drawn(room, "en", draw), drawn(room, "en", draw)] == [b"3", b"4", b"4"]


async def test_each_reader_gets_it_in_their_own_language(house: House, anna: Browser) -> None:
    """Also who comes after one of another language, and only the own address is kept."""
    meeting = await begun(house, anna, users=1, workers=0)
    await meeting.does("close_unfinished")
    for _again in range(2):
        for lang, cookies in (("en", 0), ("fi", 0), ("fi", 1), ("en", 1)):
            reader = Browser(house)
            page = await reader.get(meeting.plan + f"?lang={lang}" * cookies, **{"accept-language": lang})
            assert f'<html lang="{lang}"' in page.text and page.headers["cache-control"] == "no-store"
            assert len(page.headers.get_list("set-cookie")) == cookies
    odd = await Browser(house).get(meeting.plan + "?x=%22odd%22")
    assert "x=%22odd%22&amp;lang=fi" in odd.text and "odd" not in (await anna.get(meeting.plan)).text


async def test_every_face_knows_the_way_to_it(house: House, anna: Browser) -> None:
    meeting = await begun(house, anna, users=1, workers=0)
    await anna.post(f"{meeting.made.home}/screen")
    at_home = (meeting.made.home, f"{meeting.made.home}/cards")
    for where in at_home:
        assert f'href="{meeting.plan}"' not in (await anna.get(where)).text  # there is none yet
    for who, place in ((meeting.phones[0], "phone"), (anna, "console"), (anna, "screen")):
        texts = (await who.get(f"/w/{meeting.made.id}/{place}/texts")).json()
        assert texts["plan"] == meeting.plan
    await meeting.does("close_unfinished")
    for where in at_home:
        assert f'href="{meeting.plan}"' in (await anna.get(where)).text
