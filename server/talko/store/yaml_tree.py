"""YAML text becomes a tree with line numbers, and nothing else: no aliases, no tags, no types of its own."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

import yaml

from talko.core.template_file.problem import Problem, Reason
from talko.core.template_file.written import Node

Problems: TypeAlias = tuple[Problem, ...]

MAX_KIB = 256
MAX_DEPTH = 12
MAX_NODES = 10_000
TOO_DEEP = "exceeded maximum nesting depth"  # how the reader of YAML says it, which looks ahead of us
Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

WHOLE = re.compile(r"-?(0|[1-9][0-9]{0,8})")
DECIMAL = re.compile(r"-?(0|[1-9][0-9]{0,8})\.[0-9]{1,9}")
# Only these, so that "Yes", "no" and "1:30" are text, as whoever writes them means.
PLAIN_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}


class Unreadable(Exception):
    def __init__(self, why: Reason, line: int, **values: str) -> None:
        self.problems = one(why, line, **values)


def one(why: Reason, line: int, **values: str) -> Problems:
    return (Problem(line, "", why, values),)


def tree_of(text: str) -> Node | Problems:
    if len(text.encode(errors="replace")) > MAX_KIB * 1024:
        return one("too_large", 1, limit=str(MAX_KIB))
    try:
        return document(events(unicodedata.normalize("NFC", text)))
    except Unreadable as unreadable:
        return unreadable.problems


def events(text: str) -> Iterator[yaml.Event]:
    try:
        for n, event in enumerate(yaml.parse(text, Loader)):
            if n > MAX_NODES:
                raise Unreadable("too_many", line_of(event), limit=str(MAX_NODES))
            yield event
    except yaml.MarkedYAMLError as error:
        raise not_yaml(error) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # a character no text can hold
        raise Unreadable("not_utf8", 1) from error


def not_yaml(error: yaml.MarkedYAMLError) -> Unreadable:
    mark = error.problem_mark or error.context_mark
    line, found = mark.line + 1 if mark else 1, str(error.problem or error.context)
    if found == TOO_DEEP:
        return Unreadable("too_deep", line, limit=str(MAX_DEPTH))
    return Unreadable("not_yaml", line, found=found)


def document(events: Iterator[yaml.Event]) -> Node:
    tree = Node(1, None)
    starts = 0
    for event in events:
        match event:
            case yaml.DocumentStartEvent():
                starts += 1
                if starts > 1:
                    raise Unreadable("several_documents", line_of(event))
            case yaml.NodeEvent():
                tree = node(event, events)
    return tree


def node(event: yaml.Event, events: Iterator[yaml.Event], depth: int = 1) -> Node:
    line = plain_line(event)
    if depth > MAX_DEPTH:
        raise Unreadable("too_deep", line, limit=str(MAX_DEPTH))
    match event:
        case yaml.MappingStartEvent():
            return Node(line, mapping(events, depth + 1))
        case yaml.SequenceStartEvent():
            return Node(line, tuple(entries(events, depth + 1)))
        case yaml.ScalarEvent(value=str(text), style=style):
            return Node(line, text if style else plain(text))
        case _:
            raise Unreadable("not_yaml", line, found="something that is no text, list or mapping")


def mapping(events: Iterator[yaml.Event], depth: int) -> dict[str, Node]:
    found: dict[str, Node] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        line = plain_line(event)
        if not isinstance(event, yaml.ScalarEvent):
            raise Unreadable("key_not_a_word", line)
        if event.value in found:
            raise Unreadable("key_twice", line, key=event.value)
        found[event.value] = replace(node(next(events), events, depth), line=line)
    return found


def entries(events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        yield node(event, events, depth)


def plain(text: str) -> str | int | float | bool | None:
    if WHOLE.fullmatch(text):
        return int(text)
    if DECIMAL.fullmatch(text):
        return float(text)
    return PLAIN_WORDS.get(text, text)


def plain_line(event: yaml.Event) -> int:
    """An alias could grow a small file without end, and a tag could ask for any type; neither is needed."""
    line = line_of(event)
    if getattr(event, "anchor", None) is not None:
        raise Unreadable("alias", line)
    if getattr(event, "tag", None) is not None:
        raise Unreadable("tag", line)
    return line


def line_of(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1
