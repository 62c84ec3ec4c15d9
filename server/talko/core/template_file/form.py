"""A mapping somebody wrote, read key by key: every problem is noted, unknown keys at the end."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import TypeVar

from talko.core.template_file.problem import Problem, Reason
from talko.core.template_file.written import (
    ID,
    Node,
    Wrong,
    as_id,
    as_list,
    as_mapping,
    as_number,
    as_pair,
    as_text,
    as_whole,
    as_word,
    as_yes,
    hint,
    id_of,
)

W = TypeVar("W")

MAX_PROBLEMS = 100
NEEDED = ("fi", "en")  # every text is told in these
KNOWN = (*NEEDED, "sv")  # which more there may be, the names of the template say
LANGUAGE = re.compile(r"[a-z]{2,3}")


def judged(
    tree: Node, place: str, read: "Callable[[Form], W]", agrees: "Callable[[Form, W], None]"
) -> W | tuple[Problem, ...]:
    """What was read, or all that is wrong with it; whether it agrees with itself is asked of sound values."""
    notes = Notes()
    with suppress(Enough):
        form = Form(place, "", tree, notes)
        notes.forms.append(form)
        found = read(form)
        notes.unknown_keys()
        if not notes.problems:
            agrees(form, found)
        if not notes.problems:
            return found
    return tuple(sorted(notes.problems, key=lambda problem: problem.line))


class Enough(Exception):
    """Nobody reads more problems than this, and a hostile file could have a million."""


@dataclass(frozen=True, slots=True)
class Notes:
    problems: list[Problem] = field(default_factory=list)
    forms: "list[Form]" = field(default_factory=list)
    languages: dict[str, None] = field(default_factory=lambda: dict.fromkeys(KNOWN))

    def add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) == MAX_PROBLEMS:
            raise Enough

    def unknown_keys(self) -> None:
        for form in self.forms:
            for key in form.entries.keys() - form.asked:
                form.note(key, "unknown_key", hint=hint(key, form.asked))


@dataclass(frozen=True, slots=True)
class Form:
    """One mapping while it is read. What is wrong is noted, and something harmless is returned instead."""

    place: str  # in words, for the message
    where: str  # the keys that lead here
    node: Node
    notes: Notes
    asked: set[str] = field(default_factory=set)
    bad: set[str] = field(default_factory=set)  # keys that something was noted about

    def whole(self, key: str, least: int, most: int, given: int | None = None) -> int:
        return self._take(key, given, partial(as_whole, least=least, most=most), least)

    def number(self, key: str, least: float, most: float) -> float:
        return self._take(key, None, partial(as_number, least=least, most=most), least)

    def yes(self, key: str, given: bool | None = False) -> bool:
        return self._take(key, given, as_yes, False)

    def text(self, key: str, given: str | None = None) -> str:
        return self._take(key, given, as_text, "")

    def id(self, key: str = "id", given: str | None = None) -> str:
        return self._take(key, given, as_id, "")

    def new_id(self, before: Collection[str]) -> str:
        id = self.id()
        if id and id in before:
            self.note("id", "same_id", found=id)
        return id

    def pair(self, key: str) -> tuple[int, int]:
        return self._take(key, None, as_pair, (1, 5))

    def word(self, key: str, words: Sequence[W], given: W | None = None) -> W:
        def read(node: Node) -> "W | Wrong":
            return as_word(node, words)

        return self._take(key, given, read, words[0])

    def words(self, key: str, words: Sequence[W], given: tuple[W, ...] | None = None) -> tuple[W, ...]:
        """Each at most once."""
        if given is not None and not self.has(key):
            return given
        found: list[W] = []
        for node in self.nodes(key, needed=given is None):
            word = as_word(node, words)
            if isinstance(word, Wrong):
                self._note(key, node.line, word)
            elif word in found:
                self._note(key, node.line, Wrong("same_word", {"found": str(word)}))
            else:
                found.append(word)
        return tuple(found)

    def nodes(self, key: str, *, needed: bool = True) -> tuple[Node, ...]:
        if not needed and (not self.has(key) or self.entries[key].value == ()):
            return ()
        return self._take(key, None, as_list, ())

    def not_more_than(self, key: str, number: int, other: str, limit: int) -> None:
        if number > limit and not self.bad & {key, other}:
            self.note(key, "more_than", other=other)

    def speaks(self, *also: str) -> Mapping[str, str]:
        """As `languages`, and from here on a text may be told in any language in which this one is."""
        self.notes.languages.update(dict.fromkeys(filter(LANGUAGE.fullmatch, self.entries)))
        return self.languages(*also)

    def languages(self, *also: str) -> Mapping[str, str]:
        """A text in each language that is a key of this mapping; Finnish and English must be there."""
        needed = {*NEEDED, *also}
        found = {lang: self.text(lang, None if lang in needed else "") for lang in self.notes.languages}
        return {lang: text for lang, text in found.items() if text}

    def advice(self, key: str) -> Mapping[str, str]:
        """A text, or none. Older templates have one English sentence without a language."""
        if not self.has(key):
            return {}
        if isinstance(self.entries[key].value, str):
            return {"en": text} if (text := self.text(key)) else {}
        return self.form(key).languages()

    def form(self, key: str) -> "Form":
        node = self._take(key, None, as_mapping, Node(0, None))
        return self._open(key, node, f'{self.place}, "{key}"' if self.where else f'"{key}"')

    def names(self) -> list[str]:
        """The keys, where they are names that whoever writes chooses."""
        self.asked.update(self.entries)
        for name in self.entries:
            if not ID.fullmatch(name):
                self.note(name, "not_an_id", found=name)
        return list(self.entries)

    def forms(self, key: str, name: str = "", *, needed: bool = True) -> Iterator["Form"]:
        """A list of mappings, each called after its id or its number in the list; unnamed, they are here."""
        for n, node in enumerate(self.nodes(key, needed=needed)):
            if isinstance(wrong := as_mapping(node), Wrong):
                self._note(f"{key}[{n}]", node.line, wrong)
            place = f"{name} {id_of(node) or n + 1}" if name else self.place
            yield self._open(f"{key}[{n}]", node, place)

    def let_be(self) -> None:
        """The other keys cannot be judged."""
        self.asked.update(self.entries)

    def has(self, key: str) -> bool:
        self.asked.add(key)
        return key in self.entries and self.entries[key].value is not None

    def note(self, key: str, why: Reason, /, **values: str) -> None:
        self._note(key, self.line(key), Wrong(why, values))

    def line(self, key: str) -> int:
        return self.entries[key].line if key in self.entries else self.node.line

    @property
    def entries(self) -> dict[str, Node]:
        return self.node.value if isinstance(self.node.value, dict) else {}

    def _take(self, key: str, given: W | None, read: "Callable[[Node], W | Wrong]", empty: W) -> W:
        """What is written; else what is given for that case; else, and that is a problem, the empty value."""
        if not self.has(key):
            if given is None:
                self.note(key, "missing_key")
            return empty if given is None else given
        found = read(self.entries[key])
        if isinstance(found, Wrong):
            self._note(key, self.line(key), found)
            return empty
        return found

    def _note(self, key: str, line: int, wrong: Wrong) -> None:
        self.bad.add(key)
        words = {"place": self.place, "key": key} | dict(wrong.values)
        self.notes.add(Problem(line, join(self.where, key), wrong.why, words))

    def _open(self, step: str, node: Node, place: str) -> "Form":
        """What is not a mapping is said once; the keys missing in it are not."""
        notes = self.notes if isinstance(node.value, dict) else Notes()
        form = Form(place, join(self.where, step), node, notes)
        notes.forms.append(form)
        return form


def join(where: str, key: str) -> str:
    return f"{where}.{key}" if where else key
