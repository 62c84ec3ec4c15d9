"""What is drawn, and never twice: the same seed draws the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from random import Random
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")
Thing: TypeAlias = "dict[str, Any]"
Parts: TypeAlias = "tuple[tuple[str, ...], tuple[str, ...]]"


class Draw:
    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self._left: dict[Parts, list[str]] = {}

    def said(self, parts: Mapping[str, Parts], lang: str) -> tuple[str, str]:
        """A text nobody has said yet, and its language; in Finnish where that language has no more to say."""
        spoken = lang if self.has(parts[lang]) else "fi"
        return self.text(parts[spoken]), spoken

    def text(self, parts: Parts) -> str:
        left = self.left(parts)
        return left.pop(self.random.randrange(len(left)))

    def has(self, parts: Parts) -> bool:
        return bool(self.left(parts))

    def left(self, parts: Parts) -> list[str]:
        if parts not in self._left:
            self._left[parts] = [" ".join(pair) for pair in product(*parts)]
        return self._left[parts]

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def one(self, several: Sequence[T]) -> T:
        return self.random.choice(several)

    def some(self, several: Sequence[T], least: int, most: int) -> list[T]:
        n = min(len(several), self.random.randint(least, most))
        return self.random.sample(several, n)

    def weighted(self, several: Sequence[T], weights: Iterable[float]) -> T:
        return self.random.choices(several, list(weights))[0]
