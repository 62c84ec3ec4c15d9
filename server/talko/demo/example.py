"""The example workshop, read from its file: who comes, what they bring, what they write."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import yaml


class Person(TypedDict):
    id: str
    role: str
    join: str  # qr, code, helper, shared_tablet
    lang: str


class FieldCard(TypedDict):
    text: str
    lang: str
    feeling: int
    place: str
    date: str  # 2026-09-24
    collector: str
    permission: bool


@dataclass(frozen=True, slots=True)
class Written:
    """A card of the first collect, and what becomes of it."""

    by: str
    text: str
    lang: str
    withdrawn: bool
    hidden: str  # the reason why the facilitator hides it, or ""


@dataclass(frozen=True, slots=True)
class Example:
    template: str
    texts: dict[str, dict[str, str]]  # title, question, decide; each in its languages
    facilitator: str
    starts: str  # 2026-10-08T13:00
    people: list[Person]
    field_cards: list[FieldCard]
    cards: list[Written]


REASONS = {"person_name": "Kortissa on ihmisen nimi."}


def read(file: Path) -> Example:
    told = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    return Example(
        template=told["template"],
        texts={"title": told["title"], "question": told["question"], "decide": told["decision_scope"]},
        facilitator=told["facilitator"]["name"],
        starts=f"{told['date']}T{told['start']}",
        people=told["participants"],
        field_cards=told["field_cards"],
        cards=in_turns([written(card) for card in told["activities"]["n1"]["cards"]]),
    )


def written(card: dict[str, str]) -> Written:
    status = card.get("status", "")
    hidden = REASONS[card["hidden_reason"]] if status == "hidden" else ""
    return Written(card["by"], card["text"], card.get("lang", "fi"), status == "withdrawn", hidden)


def in_turns(cards: list[Written]) -> list[Written]:
    """Everybody's first card, then the second ones: as people in a room write at the same time."""
    nth = {id(card): [each for each in cards if each.by == card.by].index(card) for card in cards}
    return sorted(cards, key=lambda card: nth[id(card)])
