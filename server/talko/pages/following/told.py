"""What somebody typed about their record, as a command; and beside which field a refusal stands."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias, cast, get_args

from talko.core.activities import plan
from talko.core.following import following
from talko.core.following.line import Decision, Status, Told
from talko.core.people import Why
from talko.live.wire import ID, Said
from talko.pages.following.records import Standing
from talko.pages.visit import Fields

Command: TypeAlias = following.Command | plan.Accept | plan.Decline

# Of each form: its fields, beside the one that says what it does
FORMS: Mapping[str, tuple[str, ...]] = {
    "accept": ("name",),
    "decline": (),
    "tell": ("status", "note"),
    "confirm": ("status", "note"),
    "move_due": ("due", "reason"),
    "tell_people": ("how", "when"),
    "decide_pilot": ("decision", "why", "place"),
}
BESIDE: Mapping[tuple[str, Why], str] = {
    ("tell", "reason_needed"): "note",
    ("tell", "too_long"): "note",
    ("confirm", "reason_needed"): "note",
    ("confirm", "too_long"): "note",
    ("move_due", "date_needed"): "due",
    ("move_due", "date_past"): "due",
    ("move_due", "date_far"): "due",
    ("move_due", "reason_needed"): "reason",
    ("move_due", "too_long"): "reason",
    ("tell_people", "empty"): "how",
    ("tell_people", "too_long"): "how",
    ("tell_people", "date_needed"): "when",
    ("tell_people", "date_to_come"): "when",
    ("decide_pilot", "reason_needed"): "why",
    ("decide_pilot", "too_long"): "why",
    ("decide_pilot", "empty"): "place",
    ("accept", "name_needed"): "name",
    ("accept", "not_a_person"): "name",
    ("accept", "same_person"): "name",
    ("accept", "too_long"): "name",
}


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent, to be shown again where something in it is wrong."""

    do: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)


def typed(fields: Fields) -> Typed:
    do = fields.line("do")
    found = {name: fields.text(name) for name in FORMS.get(do, ())}
    missing = {name: "no_choice" for name in ("status", "decision") if found.get(name) == ""}
    return Typed(do, found, missing)


def wrong(typed: Typed, why: Why) -> Mapping[str, str]:
    """By field; "form" where it is about none of them."""
    return {BESIDE.get((typed.do, why), "form"): why}


def said(typed: Typed, about: Standing, lang: str, once: str) -> Said | None:
    """None where it was not one of our forms. Sent twice, under the id of the page, it is done once."""
    command = made(typed, about.record.id, lang)
    if not command:
        return None
    id = once if ID.fullmatch(once) else secrets.token_urlsafe(16)
    where = about.activity if isinstance(command, plan.Accept | plan.Decline) else ""
    return Said(id, where, "", command, id.encode())


def made(typed: Typed, record: str, lang: str) -> Command | None:
    told = typed.fields
    match typed.do:
        case "accept":
            return plan.Accept(record, told["name"])
        case "decline":
            return plan.Decline(record)
        case "tell" if told["status"] in get_args(Told):
            return following.Tell(record, cast(Told, told["status"]), told["note"], lang)
        case "confirm" if told["status"] in get_args(Status):
            return following.Confirm(record, cast(Status, told["status"]), told["note"], lang)
        case "move_due":
            return following.MoveDue(record, told["due"], told["reason"], lang)
        case "tell_people":
            return following.TellPeople(record, told["how"], told["when"], lang)
        case "decide_pilot" if told["decision"] in get_args(Decision):
            decision = cast(Decision, told["decision"])
            return following.DecidePilot(record, decision, told["why"], lang, told["place"])
        case _:
            return None
