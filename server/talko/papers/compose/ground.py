"""What a document is made from, and how its small pieces are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from talko.core.audience import View
from talko.papers.document import Card
from talko.papers.said import Said, Speech
from talko.papers.view import Told, number, text
from talko.papers.why import Trail
from talko.papers.words import feeling


@dataclass(frozen=True, slots=True)
class Ground:
    """What may be told of a workshop, and its texts, both in the language of `speech`."""

    told: View
    texts: Told
    speech: Speech
    trail: Trail
    today: str

    @property
    def steps(self) -> Mapping[str, Told]:
        steps = self.texts["activities"]
        assert isinstance(steps, Mapping)
        return steps

    @property
    def spoken(self) -> str:
        """By whoever set the workshop up."""
        langs = self.texts["langs"]
        assert isinstance(langs, Sequence)
        return str(langs[0])

    def title(self, id: str) -> Said:
        """Of what another part of the plan points to."""
        return said(self.trail.titles().get(id, {}))


def said(words: View, name: str = "text", lang: str = "lang") -> Said:
    return Said(text(words, name), text(words, lang))


def prompt(step: View) -> Said:
    return said(step, "prompt")


def cards(speech: Speech, every: Sequence[View]) -> tuple[Card, ...]:
    return tuple(card(speech, each) for each in every)


def card(speech: Speech, its: View) -> Card:
    felt = feeling(speech, number(its, "feeling")) if "feeling" in its else ""
    return Card(said(its), felt, text(its, "nickname"))
