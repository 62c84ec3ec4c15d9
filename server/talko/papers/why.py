"""Why something stands in a plan: from a record through what was chosen down to the cards people wrote."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from talko.core.audience import View
from talko.papers.view import Told, part, parts, text

GONE = "gone"  # removed by whoever wrote it, or hidden since then


@dataclass(frozen=True, slots=True)
class Why:
    """A thing by its name or text, the cards that lie in it, and what they or it came from."""

    id: str
    name: View
    source: str = ""  # "field", "previous", "feedback": what was brought, all of it; GONE: no longer there
    cards: Sequence[View] = ()
    because: Sequence["Why"] = ()

    def way(self) -> Iterator[str]:
        """Everything it rests on, by id."""
        for each in self.because:
            yield each.id
            yield from each.way()


@dataclass(frozen=True, slots=True)
class Trail:
    """Everything that can be a source, by id."""

    cards: Mapping[str, View]
    themes: Mapping[str, View]
    records: Mapping[str, View]
    brought: Mapping[str, Sequence[View]]  # cards by source
    lie_in: Mapping[str, Sequence[View]]  # cards by theme
    asked: Mapping[str, View] = field(default_factory=dict)  # questions of a survey

    def titles(self) -> Mapping[str, View]:
        """What other parts of a plan point to."""
        named = {**self.cards, **self.themes}
        records = {
            id: words for id, its in self.records.items() if (words := title(its) or heard(its, named))
        }
        return {**named, **records}

    def why(self, sources: Sequence[str], seen: frozenset[str] = frozenset()) -> list[Why]:
        """No thing comes twice on one way, so that it ends; nor beside another that rests on it."""
        found = [each for id in sources if id not in seen for each in self._of(id, seen | {id})]
        reached = {id for each in found for id in each.way()}
        return [each for each in found if each.id not in reached]

    def _of(self, id: str, seen: frozenset[str]) -> Iterator[Why]:
        if id in self.brought:
            yield Why(id, {}, id, self.brought[id])
        elif theme := self.themes.get(id):
            cards = self.lie_in[id]
            yield Why(id, theme, "", cards, self.why(about(cards), seen))
        elif record := self.records.get(id):
            yield Why(id, title(record), because=self.why(sources_of(record), seen))
        elif card := self.cards.get(id):
            yield Why(id, card, because=self.why(about([card]), seen))
        elif question := self.asked.get(id):
            yield Why(id, question)
        else:
            yield Why(id, {}, GONE)


def trail(told: View, texts: Told) -> Trail:
    activities = parts(told, "activities").values()
    brought = {source: parts(part(told, "brought"), source) for source in parts(told, "brought")}
    themes = {id: named(its) for each in activities for id, its in parts(each, "themes").items()}
    return Trail(
        cards={id: card for some in (*brought.values(), *written(activities)) for id, card in some.items()},
        themes=themes,
        records={id: its for each in activities for id, its in parts(each, "records").items()},
        brought={source: list(some.values()) for source, some in brought.items()},
        lie_in={theme: list(in_theme(activities, theme)) for theme in themes},
        asked=questions(texts),
    )


def questions(texts: Told) -> Mapping[str, View]:
    items = texts["items"]
    assert isinstance(items, Mapping)
    return {id: {"text": str(its["text"]), "lang": str(its["lang"])} for id, its in items.items()}


def written(activities: Iterable[View]) -> Iterator[Mapping[str, View]]:
    return (parts(each, name) for each in activities for name in ("cards", "notes"))


def in_theme(activities: Iterable[View], theme: str) -> Iterator[View]:
    return (
        card for each in activities for card in parts(each, "cards").values() if card.get("theme") == theme
    )


def named(theme: View) -> View:
    return {"text": text(theme, "name"), "lang": text(theme, "lang")}


def about(cards: Sequence[View]) -> list[str]:
    """What the cards were written about, each once."""
    return list(dict.fromkeys(item for card in cards if (item := text(card, "item"))))


def sources_of(record: View) -> list[str]:
    found = record.get("sources")
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def heard(record: View, named: Mapping[str, View]) -> View:
    """What it answers, while it has no words of its own."""
    found = [each for id in sources_of(record) if (each := named.get(id)) and text(each, "text")]
    return (
        {"text": "; ".join(text(each, "text") for each in found), "lang": text(found[0], "lang")}
        if found
        else {}
    )


def title(record: View) -> View:
    """Of an action or a pilot what is done, of a response the reason that is given."""
    return part(record, "what") or part(record, "reason")
