"""A file somebody wrote by hand, as a tree with line numbers, and how one place of it is understood."""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TypeVar

from talko.core.template_file.problem import Reason

W = TypeVar("W")

ID = re.compile(r"[a-z][a-z0-9_]{0,31}")
MAX_TEXT = 1000
MAX_HINT = 64  # what is longer was no slip of the finger
TURNS_TEXT_AROUND = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Node:
    """What stands there, and on which line; the line of a key's value is the line of the key."""

    line: int
    value: "str | int | float | bool | tuple[Node, ...] | dict[str, Node] | None"


@dataclass(frozen=True, slots=True)
class Wrong:
    why: Reason
    values: Mapping[str, str] = field(default_factory=dict)


def as_whole(node: Node, least: int, most: int) -> int | Wrong:
    match node.value:
        case int(number) if not isinstance(number, bool) and least <= number <= most:
            return number
        case _:
            return Wrong("not_whole", {"least": str(least), "most": str(most)})


def as_pair(node: Node) -> tuple[int, int] | Wrong:
    match node.value:
        case (Node(value=int(low)), Node(value=int(high))) if 0 <= low < high <= 10:
            return int(low), int(high)
        case _:
            return Wrong("not_a_pair")


def as_number(node: Node, least: float, most: float) -> float | Wrong:
    match node.value:
        case int(number) | float(number) if not isinstance(number, bool) and least <= number <= most:
            return float(number)
        case _:
            return Wrong("not_a_number", {"least": f"{least:g}", "most": f"{most:g}"})


def as_yes(node: Node) -> bool | Wrong:
    return node.value if isinstance(node.value, bool) else Wrong("not_yes_or_no")


def as_text(node: Node) -> str | Wrong:
    match node.value:
        case str(text) if not text.strip():
            return Wrong("empty_text")
        case str(text) if len(text) > MAX_TEXT:
            return Wrong("too_long", {"limit": str(MAX_TEXT)})
        case str(text):
            return Wrong("hidden_character") if any(map(is_hidden, text)) else text.strip()
        case _:
            return Wrong("not_a_text")


def as_id(node: Node) -> str | Wrong:
    found = as_text(node)
    if isinstance(found, Wrong) or ID.fullmatch(found):
        return found
    return Wrong("not_an_id", {"found": found})


def as_word(node: Node, words: Sequence[W]) -> W | Wrong:
    found = as_text(node)
    if isinstance(found, Wrong):
        return found
    known = [str(word) for word in words]
    if found in known:
        return words[known.index(found)]
    return Wrong("not_one_of", {"found": found, "words": ", ".join(known), "hint": hint(found, known)})


def as_list(node: Node) -> tuple[Node, ...] | Wrong:
    match node.value:
        case tuple(nodes):
            return nodes or Wrong("empty_list")
        case _:
            return Wrong("not_a_list")


def as_mapping(node: Node) -> Node | Wrong:
    return node if isinstance(node.value, dict) else Wrong("not_a_mapping")


def id_of(node: Node) -> str:
    match node.value:
        case {"id": Node(value=str(id))}:
            return id
        case _:
            return ""


def activity_nodes(tree: Node) -> Iterator[Node]:
    """All activities of a written template, also of one that is wrong elsewhere."""
    for session in under(tree, "sessions"):
        for stage in under(session, "stages"):
            yield from under(stage, "activities")


def under(node: Node, key: str) -> tuple[Node, ...]:
    found = node.value.get(key) if isinstance(node.value, dict) else None
    return found.value if found and isinstance(found.value, tuple) else ()


def hint(found: str, known: Collection[str]) -> str:
    near = get_close_matches(found, sorted(known), n=1) if len(found) <= MAX_HINT else []
    return f' (did you mean "{near[0]}"?)' if near else ""


def is_hidden(letter: str) -> bool:
    return letter in TURNS_TEXT_AROUND or (letter != "\n" and unicodedata.category(letter) in ("Cc", "Cs"))
