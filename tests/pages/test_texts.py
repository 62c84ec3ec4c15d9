"""The texts of a workshop in one language."""

from dataclasses import replace

import pytest

from talko.core.template import Template, activities
from talko.pages.phrases import WORDS, phrase
from talko.pages.texts import said, texts
from talko.store.groups import Setup
from talko.store.template_files import shipped

SETUP = Setup(
    "q7m2x9ka", "g", "", "Kotiin", "Miksi?", "Aikataulu", ("fi", "en"), "2026-11-24", "kahvi lampi",
    "", "482316907", "to_come", 0,
)  # fmt: skip


def test_where_a_translation_is_missing_the_real_language_is_told() -> None:
    assert said({"fi": "Hei"}, "en") == ("Hei", "fi")
    assert said({}, "en") == ("", "en")


@pytest.mark.parametrize("template", shipped().values(), ids=list(shipped()))
@pytest.mark.parametrize("lang", ["fi", "en"])
def test_every_activity_of_every_template_is_told(template: Template, lang: str) -> None:
    told = texts(SETUP, template, lang)
    steps = told["activities"]
    assert isinstance(steps, dict)
    assert told["order"] == list(steps) == list(activities(template))
    assert all(step["prompt"] and step["lang"] == lang and step["stage"] for step in steps.values())
    assert all(("collect" in step) == (step["kind"] == "collect") for step in steps.values())


def test_the_workshop_is_told_as_the_protocol_says() -> None:
    told = texts(SETUP, shipped()["codev_workshop_90"], "en")
    steps = told["activities"]
    assert isinstance(steps, dict)
    assert {
        key: each for key, each in told.items() if key not in ("activities", "order", "purpose", "promise")
    } == {
        "workshop": "q7m2x9ka",
        "lang": "en",
        "langs": ["fi", "en"],
        "title": "Kotiin",
        "question": "Miksi?",
        "decide": "Aikataulu",
        "phrase": "kahvi lampi",
    }
    assert told["promise"] == "We decide together today. We will tell you what happens after that."
    assert steps["n1"] == {
        "kind": "collect",
        "stage": "needs",
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


def test_a_hidden_timer_is_told() -> None:
    plan = shipped()["codev_workshop_90"]
    hidden = replace(plan, settings=replace(plan.settings, timers_visible=False))
    steps = texts(SETUP, hidden, "en")["activities"]
    assert isinstance(steps, dict) and not steps["n1"]["timer"]


@pytest.mark.parametrize("lang", WORDS)
def test_a_room_has_two_different_common_words(lang: str) -> None:
    words = WORDS[lang].split()
    assert len(words) == len(set(words)) >= 60 and max(map(len, words)) <= 9
    for _ in range(200):
        first, second = phrase(lang).split()
        assert first != second and {first, second} <= set(words)
