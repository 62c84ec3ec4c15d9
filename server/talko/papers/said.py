"""Words with the language they are in, and the speech of the language in which a paper is made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody wrote, or the program says. Nothing where there is nothing."""

    text: str
    lang: str

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Saying:
    """What the program knows by an id, and how it says it."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Speech:
    """How one language says what a paper has to say."""

    lang: str
    say: Callable[[str], str]
    many: Callable[[str, str, int], str]  # "%(n)s person", "%(n)s people"
    day: Callable[[str], str]  # 2026-10-08 -> 8. lokakuuta 2026
    decimal: Callable[[float, int], str]

    def own(self, text: str) -> Said:
        return Said(text, self.lang)

    def count(self, one: str, more: str, n: int) -> str:
        return self.many(one, more, n) % {"n": n}

    def days(self, iso: str) -> str:
        return self.day(iso) if iso else ""
