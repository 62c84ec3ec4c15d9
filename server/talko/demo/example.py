"""The example workshop, read from its file: who comes, what they write, how they choose, what goes wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from talko.demo.told import Activity, Event, FieldCard, Flagged, FollowUp, Person, Question, Texts, Written


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
    followup: list[FollowUp] = field(default_factory=list)

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
        followup=told.get("followup", []),
    )


def in_turns(cards: Iterable[Written]) -> list[Written]:
    """Everybody's first card, then the second ones: as people in a room write at the same time."""
    every = list(cards)
    nth = {card["id"]: [each for each in every if each["by"] == card["by"]].index(card) for card in every}
    return sorted(every, key=lambda card: nth[card["id"]])
