"""What is set for an activity, by its kind, and the questions of surveys, in one language."""

from collections.abc import Mapping
from typing import TypeAlias, assert_never

from talko.core.template import (
    FIELDS,
    Activity,
    Cluster,
    Collect,
    Consent,
    Discuss,
    Item,
    ItemBank,
    Plan,
    Survey,
    Template,
    Vote,
    activities,
)
from talko.pages.language import said

Told: TypeAlias = Mapping[str, object]


def settings(step: Activity, template: Template, lang: str) -> Told:
    match step.settings:
        case Discuss(mode, notes, group_size, rounds):
            return {"mode": mode, "notes": notes, "group_size": group_size, "rounds": rounds}
        case Collect() as its:
            return collect(its, lang)
        case Cluster(who, max_themes):
            return {"who": who, "max_themes": max_themes}
        case Vote() as its:
            return {**vote(its, lang), "sides": list(template.settings.vote_sides)}
        case Consent() as its:
            return consent(its, is_commitment=step.id == template.closing.commitment_check)
        case Plan() as its:
            return plan(its, template)
        case Survey() as its:
            return survey(its)
        case _:
            assert_never(step.settings)


def collect(its: Collect, lang: str) -> Told:
    return {
        "max_per_person": its.max_per_person,
        "max_chars": its.max_chars,
        "nickname": its.anonymity == "nickname",
        "reveal": its.reveal,
        "entry": its.entry,
        "per_item": its.per_item,
        "feeling": its.feeling,
        "buckets": [{"id": each.id, "text": said(each.text, lang)[0]} for each in its.buckets],
    }


def vote(its: Vote, lang: str) -> Told:
    criteria = [
        {"id": each.id, "text": said(each.text, lang)[0], "weight": each.weight} for each in its.criteria
    ]
    return {
        "method": its.method,
        "select_top": its.select_top,
        "display": its.display,
        "budget": its.budget,
        "max_per_item": its.max_per_item,
        "top_k": its.top_k,
        "criteria": criteria,
        "scale": list(its.scale),
        "assign": its.assign,
        "per_person": its.per_person,
        "compare_with": its.compare_with,
    }


def consent(its: Consent, *, is_commitment: bool) -> Told:
    return {
        "scale": its.scale,
        "pass_min": its.pass_min,
        "max_rounds": its.max_rounds,
        "need_time": its.need_time,
        "commitment": is_commitment,
    }


# Without these nobody can begin a trial, whatever the gate asks
BEFORE_IT_BEGINS = {"pilot": ("owner", "follower", "start", "end")}


def plan(its: Plan, template: Template) -> Told:
    """`required`: what the gate asks of a record of this kind; of a pilot, nothing but its review date.

    `asked`: what is called still open besides, though the gate lets it pass.
    """
    demanded = template.closing.action_requires if its.kind != "pilot" else pilot_requires(template)
    required = [field for field in demanded if field in FIELDS[its.kind]]
    return {
        "kind": its.kind,
        "who_fills": its.who_fills,
        "min": its.min,
        "max": its.max,
        "required": required,
        "asked": list(BEFORE_IT_BEGINS.get(its.kind, ())),
    }


def pilot_requires(template: Template) -> tuple[str, ...]:
    return ("review_date",) if "pilot_has_review_date" in template.closing.rules else ()


def survey(its: Survey) -> Told:
    return {
        "items": [item.id for item in its.items],
        "show": its.show,
        "display": its.display,
        "per_item": its.per_item,
    }


# The questions of surveys


def questions(template: Template, bank: ItemBank) -> dict[str, Item]:
    """Those of all surveys; and of the whole bank, where a survey has none of its own yet."""
    surveys = [each.settings for each in activities(template).values() if isinstance(each.settings, Survey)]
    asked = {item.id: item for each in surveys for item in each.items}
    return asked | (dict(bank.items) if any(not each.items for each in surveys) else {})


def question(item: Item, lang: str) -> Told:
    text, spoken = said(item.text, lang)
    return {
        "kind": item.kind,
        "text": text,
        "lang": spoken,
        "options": [{"id": each.id, "text": said(each.text, lang)[0]} for each in item.options],
        "floor": item.floor,
        "room": item.room,
    }
