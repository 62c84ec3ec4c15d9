"""What may be nowhere: in no frame, on no page, in no data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from talko.demo.check.observed import Observed
from talko.demo.check.wanted import Block
from talko.demo.client import Json, parsed

CONSOLE = "the console"  # as its line is called; it reads along, so that a name can be hidden in time
ID = re.compile(r"[A-Za-z0-9_-]{16,43}(\.\d+)?")  # what is drawn by chance may hold any short name
Told = Mapping[frozenset[str], str]  # who was sent it -> all words and numbers, one on each line


def told_to(observed: Observed) -> Told:
    """Each text and number once, however many frames it came in."""
    every: dict[frozenset[str], set[str]] = {}
    for frame, who in observed.sent.items():
        every.setdefault(who, set()).update(leaves(parsed(frame)))
    pages = [("the page of the plan", observed.plan), ("the page of the plan, days after", observed.later)]
    for name, plan in pages:
        if plan:
            every[frozenset({f"{name} as data"})] = set(leaves(plan.data))
            every[frozenset({name})] = {words_of(plan.page)}
    return {who: "\n".join(sorted(words)) for who, words in every.items()}


def leaves(told: Json) -> Iterator[str]:
    if isinstance(told, dict):
        for key, value in told.items():
            yield from leaves(key)
            yield from leaves(value)
    elif isinstance(told, list):
        for each in told:
            yield from leaves(each)
    elif not ID.fullmatch(text := str(told)):
        yield text


class Words(HTMLParser):
    """The text of a page, as it is read."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.said.append(data)


def words_of(page: str) -> str:
    reader = Words()
    reader.feed(page)
    return " ".join(" ".join(reader.said).split())


def unseen(secret: Block, told: Told, wrote: Mapping[str, str]) -> Iterator[str]:
    for text in secret["texts"].values():
        yield from found(re.escape(text), f"“{text}”", told, {wrote.get(text, ""), CONSOLE})
    later = secret["not_this_workshop"]
    for text in [*later["followup"], *later["pilot_review"]]:
        yield from found(re.escape(text), f"“{text}” of another day", told)
    for name in secret["names"]:
        yield from found(rf"\b{re.escape(name)}", f"the name {name}", told)
    for number in secret["nowhere"]:
        exact = re.escape(number).replace(r"\.", "[.,]")
        yield from found(rf"(?<![\d.,]){exact}(?![.,]?\d)", f"the number {number} of one side", told)


def found(pattern: str, what: str, told: Told, may: Iterable[str] = ()) -> Iterator[str]:
    wanted = re.compile(pattern)
    for who, words in told.items():
        if not who <= set(may) and wanted.search(words):
            yield f"{what} is told to {', '.join(sorted(who)[:3])}{' and others' if len(who) > 3 else ''}"


def page_lacks(said: str, expected: Block) -> Iterator[str]:
    """Everything that was said and may stay is on the page, word for word."""
    for text in dict.fromkeys(texts_of(expected)):
        if " ".join(text.split()) not in said:
            yield f"the page of the plan does not say “{text}”"


SAID = {"text", "name", "what", "first_step", "follow_how", "told_how", "for_whom", "where", "when", "change",
        "prediction", "measure", "stop_if", "owner", "follower", "reason", "answer", "plain"}  # fmt: skip


def texts_of(told: Any) -> Iterator[str]:
    for key, value in told.items() if isinstance(told, dict) else enumerate(told):
        if key in SAID and isinstance(value, str):
            yield value
        elif key in ("helpers", "texts", "ground_rules"):
            yield from value
        elif isinstance(value, dict | list) and key != "means":
            yield from texts_of(value)
