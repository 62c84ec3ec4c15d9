"""Setting up: what may not be empty, what is brought along, and the same again."""

import re
from collections.abc import Iterable

import pytest

from talko.core.activities import collect
from talko.core.beside.agenda import CloseUnfinished, GoOn
from talko.core.beside.lobby import Join
from talko.core.card import Card
from talko.core.life import Close, Open, Reveal
from talko.core.people import Role, Seat, SeatKind
from talko.pages.bring import lines
from talko.pages.house import House
from talko.store import groups
from talko.store.groups import Setup
from tests.pages.browser import TEXTS, Browser, Workshop, at, filled_in, group, set_up, told
from tests.pages.test_home import HOSTILE

LEAD = Seat(SeatKind.FACILITATOR, b"lead")
WRITER = Seat(SeatKind.PARTICIPANT, b"writer", Role.CLIENT)
AROUND = ["date", "start", "place", "rules", "support"]
FIELDS = [*TEXTS, *AROUND, "lines_field", "from_field", "group", "template"]


async def setup_of(house: House, workshop: Workshop) -> Setup:
    setup = await house.store.read(lambda session: groups.workshop(session, workshop.id))
    assert setup
    return setup


async def brought(house: House, workshop: Workshop) -> list[tuple[str, Card]]:
    room = await house.rooms.room(workshop.id)
    assert room
    state = room.workshop.brought
    return sorted(
        ((state.sources[id], card) for id, card in state.cards.items()), key=lambda one: one[1].text
    )


async def workshops(house: House, anna: Browser) -> int:
    whose = await house.access.facilitator(anna.client.cookies)
    assert whose
    return len(await house.store.read(lambda session: groups.workshops_of(session, whose)))


@pytest.mark.parametrize("field", TEXTS)
@pytest.mark.parametrize(
    ("typed", "why"),
    [("", "empty"), ("  \u200b \n ", "empty"), ("\u2800\u3164\u200d", "empty"), ("x" * 501, "too long")],
)
async def test_title_question_and_what_can_be_decided_are_needed(
    house: House, anna: Browser, field: str, typed: str, why: str
) -> None:
    answer = await anna.post(
        "/home/new", await filled_in(anna, **{field: typed, "lines_field": "kept words"})
    )
    assert answer.status_code == 422
    assert f'id="{field}-error"' in answer.text and why in told(answer)
    assert "kept words" in answer.text
    assert await workshops(house, anna) == 0


@pytest.mark.parametrize("day", ["", "tomorrow", "2026-02-30", "20261124", "2026-W48-2"])
async def test_a_day_that_is_none_is_refused(anna: Browser, day: str) -> None:
    answer = await anna.post("/home/new", await filled_in(anna, date=day))
    assert answer.status_code == 422 and "This is not a day" in told(answer)


@pytest.mark.parametrize("time", ["noon", "25:00", "13.00", "13:00:00", "1300"])
async def test_a_time_that_is_none_is_refused(anna: Browser, time: str) -> None:
    answer = await anna.post("/home/new", await filled_in(anna, start=time))
    assert answer.status_code == 422 and "This is not a time" in told(answer)


@pytest.mark.parametrize(
    ("field", "typed", "why"),
    [
        ("rules", "We speak in turns.\n" * 11, "too many rules"),
        ("rules", "x" * 121, "too long"),
        ("support", "x" * 301, "too long"),
        ("place", "x" * 121, "too long"),
    ],
)
async def test_rules_support_and_place_have_their_limits(
    anna: Browser, field: str, typed: str, why: str
) -> None:
    answer = await anna.post("/home/new", await filled_in(anna, **{field: typed}))
    assert answer.status_code == 422 and f'id="{field}-error"' in answer.text and why in told(answer)
    assert typed.strip()[:100] in answer.text


async def test_the_form_begins_with_plain_rules_in_its_own_language(anna: Browser) -> None:
    ward = await group(anna)
    form = f"/home/new?group={ward}&template=codev_workshop_90"
    english, finnish = (await anna.get(form)).text, (await anna.get(f"{form}&lang=fi")).text
    assert ">We speak in turns.\nWhat others tell stays here.\n" in english
    assert "Puhumme vuorotellen.\nToisten asioita" in finnish and 'value="Voit puhua vetäjälle."' in finnish


async def test_rules_support_time_and_place_are_kept_and_can_be_left_out(house: House, anna: Browser) -> None:
    around = {"start": "13:00", "place": "Asukastalo", "support": "112"}
    made = await setup_of(house, await set_up(anna, **around, rules=" One \r\n\r\nTwo"))
    assert (made.start, made.place, made.support) == ("13:00", "Asukastalo", "112")
    assert made.rules == ("One", "Two")
    bare = await setup_of(house, await set_up(anna))
    assert (bare.rules, bare.start, bare.place, bare.support) == ((), "", "", "")


@pytest.mark.parametrize("langs", [[], ["xx"]])
async def test_a_language_is_needed(anna: Browser, langs: list[str]) -> None:
    answer = await anna.post("/home/new", await filled_in(anna, langs=langs))
    assert answer.status_code == 422 and "Choose at least one language" in told(answer)


@pytest.mark.parametrize("template", ["", "nothing", "../../etc/passwd", "_items"])
async def test_an_unknown_template_is_refused(house: House, anna: Browser, template: str) -> None:
    assert (await anna.post("/home/new", await filled_in(anna, template=template))).status_code == 404
    assert await workshops(house, anna) == 0


async def test_a_group_of_somebody_else_is_refused(anna: Browser, bo: Browser) -> None:
    ward = await group(bo)
    assert (await anna.get(f"/home/new?group={ward}")).status_code == 404
    assert (await anna.post("/home/new", await filled_in(anna, group=ward))).status_code == 404


async def test_words_without_permission_are_not_brought(house: House, anna: Browser) -> None:
    answer = await anna.post("/home/new", await filled_in(anna, lines_field="I waited for two hours"))
    assert answer.status_code == 422
    assert "Bring only words that may be used here" in told(answer)
    assert "I waited for two hours" in answer.text
    assert await workshops(house, anna) == 0


@pytest.mark.parametrize(("lines", "why"), [("x" * 501, "at most 500"), ("x\n" * 201, "at most 200")])
async def test_lines_that_are_too_long_or_too_many_are_refused(anna: Browser, lines: str, why: str) -> None:
    answer = await anna.post("/home/new", await filled_in(anna, lines_field=lines, permission="yes"))
    assert answer.status_code == 422 and why in told(answer)


async def test_a_line_that_is_too_long_is_named_by_its_number_and_its_beginning(anna: Browser) -> None:
    lines = "a bus at nine\r\n\r\nWe waited " + "x" * 500 + "\r\nthe end"
    form = await anna.post("/home/new", await filled_in(anna, lines_field=lines, permission="yes"))
    assert "Line 3 has 510 letters: “We waited xxx" in told(form) and "Line 1 " not in told(form)
    assert "One on each line, at most 500 letters." in told(form)


async def test_a_form_that_comes_back_has_the_lines_as_they_were_typed(anna: Browser) -> None:
    for typed in ("one\r\ntwo\r\n\r\nthree", "one\ntwo\n\nthree", "one\rtwo\r\rthree"):
        form = await anna.post("/home/new", await filled_in(anna, lines_field=typed))
        assert ">one\ntwo\n\nthree</textarea>" in form.text


async def test_long_answers_are_typed_in_long_fields(anna: Browser) -> None:
    form = await anna.post("/home/new", await filled_in(anna, title="", decide="one\r\ntwo"))
    assert '<textarea id="question"' in form.text and ">one two</textarea>" in form.text


@pytest.mark.parametrize("field", FIELDS)
async def test_what_is_typed_is_never_more_than_words(anna: Browser, field: str) -> None:
    typed: dict[str, str | list[str]] = {field: HOSTILE, "langs": []}
    answer = await anna.post("/home/new", await filled_in(anna, **typed))
    assert answer.status_code in (404, 422)
    assert "<script>" not in answer.text and "<img src=x" not in answer.text and "49" not in told(answer)


async def test_hostile_texts_are_only_words_on_every_page(anna: Browser, browser: Browser) -> None:
    workshop = await set_up(anna, **dict.fromkeys(TEXTS, HOSTILE))
    pages = [workshop.home, f"{workshop.home}/texts", f"{workshop.home}/delete", "/home", workshop.door]
    for page in pages:
        answer = await anna.get(page)
        assert answer.status_code == 200
        assert "<script>alert" not in answer.text and "<img src=x" not in answer.text
    assert HOSTILE in told(await browser.get(workshop.door))


async def test_only_what_the_template_needs_can_be_brought(anna: Browser) -> None:
    ward = await group(anna)
    needs = (await anna.get(f"/home/new?group={ward}&template=codev_workshop_90")).text
    assert "lines_field" in needs and "lines_previous" not in needs and "lines_feedback" not in needs
    assert "lines_" not in (await anna.get(f"/home/new?group={ward}&template=accessible_group")).text


async def test_what_is_wrong_is_told_at_the_top_and_leads_to_the_first_of_it(anna: Browser) -> None:
    """In the order of the form; the first has the focus when the page comes."""
    typed: dict[str, str | list[str]] = {"title": "Kept title", "decide": "", "date": "soon", "langs": []}
    page = (await anna.post("/home/new", await filled_in(anna, **typed))).text
    summary = page.partition('role="alert"')[2].partition("</div>")[0]
    assert re.findall(r'href="#(\w+)"', summary) == ["decide", "date", "langs"]
    assert all(f'id="{name}"' in page for name in ("decide", "date", "langs"))
    assert re.findall(r'id="(\w+)"[^>]* autofocus', page) == ["decide"]
    assert 'value="Kept title"' in page and 'value="soon"' in page


async def test_a_form_without_faults_tells_of_none(anna: Browser) -> None:
    ward = await group(anna)
    page = (await anna.get(f"/home/new?group={ward}&template=codev_workshop_90")).text
    assert 'role="alert"' not in page and "autofocus" not in page and 'name="told"' not in page


async def test_another_language_keeps_what_was_typed_and_makes_nothing(house: House, anna: Browser) -> None:
    """Also after a fault, which is then told in that language; what the form said by itself is said anew."""
    ward = await group(anna)
    form = (await anna.get(f"/home/new?group={ward}&template=codev_workshop_90")).text
    usual = {name: "\r\n".join(usual_of(form, name).split("\n")) for name in ("rules", "support")}
    own = {**usual, **{f"usual_{name}": text for name, text in usual.items()}, "lines_field": "kept words"}
    fresh = await anna.post("/home/new", await filled_in(anna, **own, title="", speak="fi"))
    assert fresh.status_code == 200 and '<html lang="fi"' in fresh.text and "kept words" in fresh.text
    assert ">Puhumme vuorotellen." in fresh.text and 'role="alert"' not in fresh.text
    told_anew = {
        "rules": "Own rule",
        "usual_rules": usual["rules"],
        "told": "yes",
        "title": "",
        "speak": "sv",
    }
    wrong = await anna.post("/home/new", await filled_in(anna, **told_anew))
    assert wrong.status_code == 422 and '<html lang="sv"' in wrong.text
    assert ">Own rule</textarea>" in wrong.text and 'href="#title"' in wrong.text
    assert await workshops(house, anna) == 0
    assert '<html lang="sv"' in (await anna.get("/home")).text


def usual_of(form: str, name: str) -> str:
    return str(re.findall(rf'name="usual_{name}" value="([^"]*)"', form)[0])


async def test_another_language_changes_no_text_of_a_workshop(house: House, anna: Browser) -> None:
    made = await set_up(anna)
    typed = {**await filled_in(anna, title="Changed"), "speak": "fi"}
    page = await anna.post(f"{made.home}/texts", typed)
    assert page.status_code == 200 and '<html lang="fi"' in page.text and 'value="Changed"' in page.text
    assert (await setup_of(house, made)).title == TEXTS["title"]


async def test_what_is_promised_is_shown_to_whoever_sets_it_up(anna: Browser) -> None:
    ward = await group(anna)
    form = await anna.get(f"/home/new?group={ward}&template=codev_workshop_90")
    made = await set_up(anna)
    for page in (form, await anna.get(made.home), await anna.get(f"{made.home}/texts")):
        assert "We decide together today. We will tell you what happens after that." in told(page)
        assert "People read it when they join, on their phone, and in the plan." in told(page)


async def test_every_template_can_be_chosen_and_set_up(anna: Browser) -> None:
    page = (await anna.get(f"/home/new?group={await group(anna)}")).text
    assert page.count("&amp;template=") == 10
    assert "90 minutes" in page and "8–30 people" in page and "7 h 30 min" in page
    names = re.findall(r"&amp;template=(\w+)", page)
    assert (names[0], names[-1]) == ("codev_workshop_90", "codev_group_cycle")
    assert names[1:4] == ["pilot_review", "accessible_group", "feedback_to_change"]
    for name in ("codev_group_cycle", "client_panel", "field_collection"):
        workshop = await set_up(anna, template=name)
        assert (await anna.get(workshop.door)).status_code == 200


async def test_the_steps_of_a_template_can_be_read_before_it_is_chosen(anna: Browser) -> None:
    page = told(await anna.get(f"/home/new?group={await group(anna)}"))
    assert "See the steps Opening Welcome. We tell why we are here." in page
    assert "What is hard for you in the service?" in page and "5 min" in page


async def test_advice_for_whoever_chooses_a_template_is_in_their_language(anna: Browser) -> None:
    at = f"/home/new?group={await group(anna)}&lang="
    assert "For over 20 people, plan 120 minutes." in told(await anna.get(at + "en"))
    assert "Pidetään neljä kertaa vuodessa." in told(await anna.get(at + "fi"))
    assert "Om ni är över 20, reservera 120 minuter." in told(await anna.get(at + "sv"))


async def test_a_workshop_is_made_with_a_code_and_two_words(house: House, anna: Browser) -> None:
    setup = await setup_of(house, await set_up(anna, title="  Going\u202e  home ", langs=["fi", "en"]))
    assert (setup.title, setup.standing, setup.langs) == ("Going home", "to_come", ("en", "fi"))
    assert len(setup.phrase.split()) == 2
    assert len(setup.code) == 9 and setup.code.isdecimal()


def test_what_a_list_was_pasted_with_is_not_part_of_the_card() -> None:
    pasted = "- Jonossa on kylmä.\n• Kahvi auttaa.\n1. Bussi\n2) Juna\n-5 astetta\n24 tuntia\n - \n"
    assert lines(pasted) == [
        "Jonossa on kylmä.", "Kahvi auttaa.", "Bussi", "Juna", "-5 astetta", "24 tuntia", "-",
    ]  # fmt: skip


async def test_each_line_is_a_card(house: House, anna: Browser) -> None:
    workshop = await set_up(anna, lines_field=" one \r\n\r\ntwo\r\n", permission="yes")
    assert [(source, card.text, card.mark) for source, card in await brought(house, workshop)] == [
        ("field", "one", ""),
        ("field", "two", ""),
    ]


async def ended(house: House, workshop: Workshop, texts: Iterable[str]) -> None:
    """A workshop in which these cards were written and shown."""
    rooms, id = house.rooms, workshop.id
    assert await rooms.ask(id, WRITER, "", Join(Role.CLIENT)) is None
    for step in ("", "o1", "o2", "o3", "n0"):
        assert await rooms.ask(id, LEAD, step, GoOn()) is None
    assert await rooms.ask(id, LEAD, "n1", Open()) is None
    for text in texts:
        assert await rooms.ask(id, WRITER, "n1", collect.AddCard(text, "fi")) is None
    for move in (Close(), Reveal()):
        assert await rooms.ask(id, LEAD, "n1", move) is None
    assert await rooms.ask(id, LEAD, "", CloseUnfinished()) is None


async def test_cards_of_an_earlier_workshop_keep_their_mark_and_say_where_they_come_from(
    house: House, anna: Browser, workshop: Workshop
) -> None:
    await ended(house, workshop, ["a bus at nine", "somebody who calls"])
    later = await set_up(anna, from_field=workshop.id, permission="yes")
    cards = [card for _, card in await brought(house, later)]
    assert [(card.text, card.lang, card.origin) for card in cards] == [
        ("a bus at nine", "fi", "Going home"),
        ("somebody who calls", "fi", "Going home"),
    ]
    assert all(len(card.mark) == 64 for card in cards) and cards[0].mark != cards[1].mark


async def test_cards_of_somebody_elses_workshop_are_not_brought(
    house: House, bo: Browser, workshop: Workshop
) -> None:
    await ended(house, workshop, ["a bus at nine"])
    theirs = await set_up(bo, from_field=workshop.id, permission="yes")
    assert await brought(house, theirs) == []


async def test_the_same_again_has_template_and_texts_and_no_cards(house: House, anna: Browser) -> None:
    first = await set_up(
        anna, lines_field="a card", permission="yes", langs=["fi"], rules="One\nTwo", start="13:00"
    )
    form = (await anna.get(f"/home/new?again={first.id}")).text
    assert all(text in form for text in TEXTS.values()) and "a card" not in form
    assert ">One\nTwo</textarea>" in form and 'value="13:00"' in form
    assert '<input id="date" name="date" type="date" required value="">' in form
    typed = {**TEXTS, "again": first.id, "date": "2026-12-01", "langs": ["fi"]}
    answer = await anna.post("/home/new", typed)
    again = await at(anna, answer.headers["location"])
    before, after = await setup_of(house, first), await setup_of(house, again)
    assert (after.template, after.title, after.group) == (before.template, before.title, before.group)
    assert after.code != before.code and after.token_hash != before.token_hash
    assert await brought(house, again) == []


async def test_somebody_elses_workshop_is_not_made_again(bo: Browser, workshop: Workshop) -> None:
    assert (await bo.get(f"/home/new?again={workshop.id}")).status_code == 404
    assert (await bo.post("/home/new", {**TEXTS, "again": workshop.id})).status_code == 404


async def test_texts_change_while_the_workshop_is_to_come(
    house: House, anna: Browser, browser: Browser, workshop: Workshop
) -> None:
    assert (await anna.post(f"{workshop.home}/texts", {**TEXTS, "title": ""})).status_code == 422
    typed = {**TEXTS, "title": "Coming home", "date": "2026-12-02", "langs": ["en"]}
    assert (await anna.post(f"{workshop.home}/texts", typed)).status_code == 303
    assert "Coming home" in told(await browser.get(workshop.door))
    assert (await setup_of(house, workshop)).date == "2026-12-02"


async def test_texts_do_not_change_once_it_has_begun(house: House, anna: Browser, workshop: Workshop) -> None:
    await house.rooms.ask(workshop.id, LEAD, "", GoOn())
    typed = {**TEXTS, "title": "Coming home", "date": "2026-12-02", "langs": ["en"]}
    assert (await anna.get(f"{workshop.home}/texts")).status_code == 409
    assert (await anna.post(f"{workshop.home}/texts", typed)).status_code == 409
    assert (await setup_of(house, workshop)).title == "Going home"
