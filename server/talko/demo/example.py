"""The example workshop, read from its file: who comes, what they write, how they choose, what goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NotRequired, TypeAlias, TypedDict

import yaml

Texts: TypeAlias = "dict[str, str]"  # by language
Support: TypeAlias = "int | str"  # 0 … 5, or need_time
Answer: TypeAlias = "int | str"


class Person(TypedDict):
    id: str
    name: str
    role: str
    join: str  # qr, code, helper, shared_tablet
    lang: str


class FieldCard(TypedDict):
    id: str
    text: str
    lang: str
    feeling: int
    place: str
    date: str  # 2026-09-24
    collector: str
    permission: bool
    theme: NotRequired[str]


class Written(TypedDict):
    """A card of a collect, and what becomes of it."""

    id: str
    by: str
    text: str
    about: NotRequired[str]
    lang: NotRequired[str]
    status: NotRequired[str]  # hidden, withdrawn
    hidden_reason: NotRequired[str]
    theme: NotRequired[str]
    merged_into: NotRequired[str]


class Note(TypedDict):
    id: str
    text: str
    table: NotRequired[int]
    lang: NotRequired[str]
    by: NotRequired[str]  # where a table's own people write; else it is the host
    theme: NotRequired[str]


class Theme(TypedDict):
    id: str
    name: str


class Ballot(TypedDict):
    by: str
    dots: NotRequired[dict[str, int]]
    ratings: NotRequired[dict[str, dict[str, int]]]
    earlier: NotRequired[dict[str, int]]  # the dots before somebody thought again


class Level(TypedDict):
    by: str
    level: Support


class Concern(TypedDict):
    by: str
    text: str


class Round(TypedDict):
    round: int
    proposal: NotRequired[str]
    change: NotRequired[str]
    ballots: list[Level]
    concerns: list[Concern]
    decide_by: NotRequired[str]
    after_session: NotRequired[str]


class Answers(TypedDict):
    by: str
    answers: dict[str, Answer]


Record: TypeAlias = "dict[str, Any]"  # its fields, and who took it on, by the ids of the file


class Parked(TypedDict):
    id: str
    decision: str
    reason: str
    owner: NotRequired[str]
    target: NotRequired[str]


class Contact(TypedDict):
    date: str
    time: str
    place: str
    what: str


class Activity(TypedDict, total=False):
    cards: list[Written]
    notes: list[Note]
    themes: list[Theme]
    ballots: list[Ballot]
    records: list[Record]
    rounds: list[Round]
    parked: list[Parked]
    next_contact: Contact
    item: str
    answers: dict[str, Answer] | list[Answers]


class Question(TypedDict):
    id: str
    by: str
    text: str
    answer: str | None
    open: NotRequired[bool]


class Flagged(TypedDict):
    word: str
    count: int
    plain: str


class Event(TypedDict):
    t: str  # 13:17:40
    type: str
    who: NotRequired[str]
    card: NotRequired[str]
    activity: NotRequired[str]
    minutes: NotRequired[int]


@dataclass(frozen=True, slots=True)
class Example:
    template: str
    texts: dict[str, Texts]  # title, question, decide
    facilitator: str
    starts: str  # 2026-10-08T13:00
    place: str
    rules: list[str]
    people: list[Person]
    field_cards: list[FieldCard]
    activities: dict[str, Activity]
    questions: list[Question]
    word_flags: list[Flagged]
    events: list[Event]

    def activity(self, step: str) -> Activity:
        return self.activities.get(step, {})

    def of(self, type: str, activity: str = "") -> list[Event]:
        """What happened of one type, where an activity is named, in it."""
        return [each for each in self.events if each["type"] == type and each.get("activity", "") == activity]

    def about(self, card: str) -> list[Event]:
        return [each for each in self.events if each.get("card") == card]

    def lang(self, who: str) -> str:
        """The workshop's own where somebody is not in the list."""
        return next((each["lang"] for each in self.people if each["id"] == who), self.spoken)

    def name(self, who: str) -> str:
        """Somebody who is not in the list is written by name."""
        return next((each["name"] for each in self.people if each["id"] == who), who)

    @property
    def spoken(self) -> str:
        return next(iter(self.texts["title"]))


def read(file: Path) -> Example:
    return example(yaml.load(file.read_text("utf-8"), yaml.CSafeLoader))


def example(told: dict[str, Any]) -> Example:
    return Example(
        template=told["template"],
        texts={"title": told["title"], "question": told["question"], "decide": told["decision_scope"]},
        facilitator=told["facilitator"]["name"],
        starts=f"{told['date']}T{told['start']}",
        place=told["place"],
        rules=told["ground_rules"],
        people=told["participants"],
        field_cards=told["field_cards"],
        activities=told["activities"],
        questions=told["questions"],
        word_flags=told["word_flags"],
        events=told["events"],
    )


def in_turns(cards: Iterable[Written]) -> list[Written]:
    """Everybody's first card, then the second ones: as people in a room write at the same time."""
    every = list(cards)
    nth = {card["id"]: [each for each in every if each["by"] == card["by"]].index(card) for card in every}
    return sorted(every, key=lambda card: nth[card["id"]])
