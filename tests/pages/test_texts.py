"""The texts of a workshop in one language."""

from dataclasses import replace

import pytest

from talko.core.template import Template, activities
from talko.pages.language import LANGUAGES, said
from talko.pages.phrases import phrase, words
from talko.pages.texts import texts
from talko.store.groups import Setup
from talko.store.template_files import items, shipped

SETUP = Setup(
    "q7m2x9ka", "g", "", "Kotiin", "Miksi?", "Aikataulu", ("fi", "en"), "2026-11-24", "kahvi lampi",
    "", "482316907", "to_come", 0, ("Puhumme vuorotellen.",), "Soita 112", "13:00", "Asukastalo",
)  # fmt: skip


def test_where_a_translation_is_missing_the_real_language_is_told() -> None:
    assert said({"fi": "Hei"}, "en") == ("Hei", "fi")
    assert said({}, "en") == ("", "en")


@pytest.mark.parametrize("template", shipped().values(), ids=list(shipped()))
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_activity_of_every_template_is_told(template: Template, lang: str) -> None:
    told = texts(SETUP, template, lang)
    steps = told["activities"]
    assert isinstance(steps, dict)
    assert told["order"] == list(steps) == list(activities(template))
    assert all(step["prompt"] and step["lang"] == lang and step["stage"] for step in steps.values())
    assert all(step[step["kind"]] for step in steps.values())
    items = told["items"]
    assert isinstance(items, dict)
    surveys = [step["survey"] for step in steps.values() if step["kind"] == "survey"]
    assert {item for each in surveys for item in each["items"]} <= items.keys()
    assert all(each["text"] and each["lang"] == lang for each in items.values())


def test_the_workshop_is_told_as_the_protocol_says() -> None:
    told = texts(SETUP, shipped()["codev_workshop_90"], "en", "/plan/x")
    steps = told["activities"]
    assert isinstance(steps, dict)
    apart = ("activities", "order", "purpose", "promise", "items")
    assert {key: each for key, each in told.items() if key not in apart} == {
        "workshop": "q7m2x9ka",
        "lang": "en",
        "langs": ["fi", "en"],
        "title": "Kotiin",
        "question": "Miksi?",
        "decide": "Aikataulu",
        "phrase": "kahvi lampi",
        "rules": ["Puhumme vuorotellen."],
        "support": "Soita 112",
        "date": "2026-11-24",
        "start": "13:00",
        "place": "Asukastalo",
        "plan": "/plan/x",
        "slack": 4,
        "breakdown": True,
        "offers": {"ask": True, "words": True, "more_time": True},
        "answers": {
            "1": "Strongly disagree",
            "2": "Disagree a little",
            "3": "In between",
            "4": "Agree a little",
            "5": "Strongly agree",
            "na": "I can not say",
        },
    }
    assert told["promise"] == "We decide together today. We will tell you what happens after that."
    assert steps["n1"] == {
        "kind": "collect",
        "stage": "needs",
        "at": [2, 6],
        "session": "Workshop",
        "minutes": 5,
        "think_seconds": 0,
        "optional": False,
        "timer": True,
        "prompt": "What is hard for you in the service? What do you need? Write one thing on one card.",
        "lang": "en",
        "collect": {
            "max_per_person": 4,
            "max_chars": 200,
            "nickname": False,
            "reveal": "on_close",
            "entry": "any",
            "per_item": False,
            "feeling": False,
            "buckets": [],
        },
    }


def settings(name: str, step: str) -> object:
    steps = texts(SETUP, shipped()[name], "en")["activities"]
    assert isinstance(steps, dict)
    return steps[step][steps[step]["kind"]]


def test_what_is_set_for_each_kind_is_told_as_the_protocol_says() -> None:
    assert settings("codev_workshop_90", "n2") == {
        "mode": "round_robin", "notes": "host", "group_size": 5, "rounds": 1,
    }  # fmt: skip
    assert settings("codev_workshop_90", "n3") == {"who": "facilitator", "max_themes": 8}
    assert settings("codev_workshop_90", "i4") == {
        "method": "rate", "select_top": 3, "display": "matrix", "budget": 0, "max_per_item": 0, "top_k": 0,
        "criteria": [
            {"id": "benefit", "text": "How much does this help?", "weight": 2},
            {"id": "ease", "text": "How easy is this to try?", "weight": 1},
        ],
        "scale": [1, 5], "assign": "all", "per_person": 0, "compare_with": "",
        "sides": ["users", "workers", "unknown"],
    }  # fmt: skip
    assert settings("codev_workshop_90", "c2") == {
        "scale": "five", "pass_min": 3, "max_rounds": 2, "need_time": True, "commitment": True,
    }  # fmt: skip
    assert settings("codev_workshop_90", "c1") == {
        "kind": "action", "who_fills": "facilitator", "min": 1, "max": 7,
        "required": [
            "what", "first_step", "owner", "owner_accepted", "due", "follower", "follow_how", "told_how",
        ],
        "asked": [],
    }  # fmt: skip
    pilot = settings("codev_workshop_90", "p1")
    assert isinstance(pilot, dict) and pilot["asked"] == ["owner", "follower", "start", "end"]
    assert settings("codev_workshop_90", "o3") == {
        "items": ["pulse_in"], "show": "on_close", "display": "bars", "per_item": False,
    }  # fmt: skip


def test_a_vote_of_one_side_says_whose_it_is() -> None:
    told = settings("client_panel", "r8")
    assert isinstance(told, dict) and told["sides"] == ["users"]


def test_a_survey_without_questions_of_its_own_may_choose_from_the_whole_bank() -> None:
    evening, workshop = (
        texts(SETUP, shipped()[name], "en")["items"]
        for name in ("participation_evening_panel", "codev_workshop_90")
    )
    assert isinstance(evening, dict) and isinstance(workshop, dict)
    assert evening.keys() >= items().items.keys() > workshop.keys()
    assert workshop["load"]["options"][0] == {"id": "not", "text": "Not tiring"}


def test_a_hidden_timer_is_told() -> None:
    plan = shipped()["codev_workshop_90"]
    hidden = replace(plan, settings=replace(plan.settings, timers_visible=False))
    steps = texts(SETUP, hidden, "en")["activities"]
    assert isinstance(steps, dict) and not steps["n1"]["timer"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_room_has_two_different_common_words(lang: str) -> None:
    known = words(lang)
    assert len(known) == len(set(known)) >= 60 and max(map(len, known)) <= 9
    for _ in range(200):
        first, second = phrase(lang).split()
        assert first != second and {first, second} <= set(known)


def test_a_language_without_words_for_rooms_borrows_the_english_ones() -> None:
    assert words("xx") == words("en")
