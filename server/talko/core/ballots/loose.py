"""Texts that come out of a box: loose notes, in an order that tells nothing of who wrote them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextLoosed:
    """A concern, or an open answer. `card` is `{round}.{n}`, numbered in the order of the texts."""

    card: str
    round: str
    text: str
    lang: str
    about: str = ""
    item: str = ""
