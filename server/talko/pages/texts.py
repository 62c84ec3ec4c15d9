"""The texts of a workshop in one language (docs/protocol.md, section 6). They do not change while it runs."""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from talko.core import template
from talko.core.template import Activity, Collect, Template, kind
from talko.store.groups import Setup

Texts: TypeAlias = Mapping[str, object]


def texts(setup: Setup, plan: Template, lang: str) -> Texts:
    steps = {id: step for id, step in activities(setup, plan, lang)}
    return {
        "workshop": setup.id,
        "lang": lang,
        "langs": list(setup.langs),
        "title": setup.title,
        "question": setup.question,
        "decide": setup.decide,
        "purpose": said(plan.purpose, lang)[0],
        "promise": said(plan.promise.text, lang)[0],
        "phrase": setup.phrase,
        "order": list(steps),
        "activities": steps,
    }


def activities(setup: Setup, plan: Template, lang: str) -> Iterator[tuple[str, Texts]]:
    for session in plan.sessions:
        for stage in session.stages:
            around = {
                "stage": stage.stage,
                "session": said(session.names, lang)[0],
                "timer": plan.settings.timers_visible,
            }
            for step in stage.activities:
                yield step.id, {**around, **activity(step, lang)}


def activity(step: Activity, lang: str) -> Texts:
    prompt, spoken = said(step.prompt, lang)
    told = {
        "kind": kind(step.settings),
        "minutes": step.minutes,
        "think_seconds": step.think_seconds,
        "optional": step.optional,
        "prompt": prompt,
        "lang": spoken,
    }
    return told | ({"collect": collect(step.settings, lang)} if isinstance(step.settings, Collect) else {})


def collect(settings: Collect, lang: str) -> Texts:
    return {
        "max_per_person": settings.max_per_person,
        "max_chars": settings.max_chars,
        "nickname": settings.anonymity == "nickname",
        "reveal": settings.reveal,
        "entry": settings.entry,
        "per_item": settings.per_item,
        "feeling": settings.feeling,
        "buckets": [{"id": each.id, "text": said(each.text, lang)[0]} for each in settings.buckets],
    }


def said(text: template.Text, lang: str) -> tuple[str, str]:
    """The words, and the language they are really in, where a translation is missing."""
    spoken = lang if lang in text else next(iter(text), lang)
    return text.get(spoken, ""), spoken
