"""Hard words: who does not understand one flags it, and from three people on it is explained to all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core.audience import Audience, Shown, View
from talko.core.cards import marks
from talko.core.people import Mark, Refused, Request, Seat, may

PLACE = "hard words"
MAX_WORD = 60
MAX_PLAIN = 200
MOST_WORDS = 20  # of one person
ENOUGH = 3  # people, before whoever leads is told


@dataclass(frozen=True, slots=True)
class HardWord:
    id: str
    word: str
    lang: str
    flags: frozenset[Mark] = frozenset()
    plain: str = ""


@dataclass(frozen=True, slots=True)
class State:
    words: Mapping[str, HardWord] = field(default_factory=dict)
    by_mark: Mapping[Mark, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FlagWord:
    word: str
    lang: str


@dataclass(frozen=True, slots=True)
class ExplainWord:
    """`word` is its id, or, where nobody flagged it yet, "" with the word itself in `new`."""

    word: str
    plain: str
    new: str = ""
    lang: str = ""


Command: TypeAlias = FlagWord | ExplainWord


@dataclass(frozen=True, slots=True)
class WordAdded:
    """`word` is its id: that of the command which said it first."""

    word: str
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class WordFlagged:
    """One for each person."""

    word: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class WordExplained:
    word: str
    plain: str


Event: TypeAlias = WordAdded | WordFlagged | WordExplained


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case FlagWord(word, lang):
            return flag(state, request, HardWord(request.id, tidy(word), lang))
        case ExplainWord() as wish:
            return explain(state, request, replace(wish, plain=wish.plain.strip(), new=tidy(wish.new)))
        case _:
            assert_never(request.command)


def flag(state: State, request: Request[Command], new: HardWord) -> Sequence[Event] | Refused:
    seat = request.seat
    if not may(seat, "write"):
        return Refused("may_not")
    if refused := cannot_be(new.word, MAX_WORD):
        return refused
    known = like(state, new.word)
    word = known or new
    flags = flagged_by(state, seat)
    if word.id in flags:
        return []
    if len(flags) >= MOST_WORDS:
        return Refused("enough_cards")
    flagged = WordFlagged(word.id, marks.next_mark(state.by_mark, seat.key, PLACE))
    return [flagged] if known else [added(new), flagged]


def explain(state: State, request: Request[Command], wish: ExplainWord) -> Sequence[Event] | Refused:
    if not may(request.seat, "tend"):
        return Refused("may_not")
    if refused := cannot_be(wish.plain, MAX_PLAIN):
        return refused
    if not wish.word:
        return explain_new(state, HardWord(request.id, wish.new, wish.lang), wish.plain)
    return [WordExplained(wish.word, wish.plain)] if wish.word in state.words else Refused("no_such_item")


def explain_new(state: State, new: HardWord, plain: str) -> Sequence[Event] | Refused:
    """Where somebody flagged it already, it is that word."""
    if refused := cannot_be(new.word, MAX_WORD):
        return refused
    if known := like(state, new.word):
        return [WordExplained(known.id, plain)]
    return [added(new), WordExplained(new.id, plain)]


def cannot_be(text: str, most: int) -> Refused | None:
    if not text:
        return Refused("empty")
    return Refused("too_long") if len(text) > most else None


def tidy(word: str) -> str:
    return " ".join(word.split())


def like(state: State, word: str) -> HardWord | None:
    """The same word, in large or small letters."""
    return next((each for each in state.words.values() if each.word.casefold() == word.casefold()), None)


def added(new: HardWord) -> WordAdded:
    return WordAdded(new.id, new.word, new.lang)


def flagged_by(state: State, seat: Seat) -> list[str]:
    return sorted(marks.own(state.by_mark, seat.key, PLACE))


def evolve(state: State, event: Event) -> State:
    match event:
        case WordAdded(id, text, lang):
            return with_word(state, HardWord(id, text, lang))
        case WordFlagged(id, made):
            word = state.words[id]
            flagged = with_word(state, replace(word, flags=word.flags | {made}))
            return replace(flagged, by_mark={**state.by_mark, made: id})
        case WordExplained(id, plain):
            return with_word(state, replace(state.words[id], plain=plain))
        case _:
            assert_never(event)


def with_word(state: State, word: HardWord) -> State:
    return replace(state, words={**state.words, word.id: word})


def show(state: State, audience: Audience, shown: Shown) -> View:
    """By id. One or two flags could be told to be somebody's: they are counted for nobody."""
    every = {id: state.words[id] for id in sorted(state.words)}
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            explained = {id: each for id, each in every.items() if each.plain}
            return shown.each("words", explained, show_word)
        case Audience.CONSOLE:
            told = {id: each for id, each in every.items() if each.plain or is_hard(each)}
            return shown.each("words", told, show_with_flags)
        case _:
            assert_never(audience)


def show_explained(state: State) -> View:
    """For anybody: what was flagged and never explained, nobody has read."""
    explained = {id: each for id, each in sorted(state.words.items()) if each.plain}
    return {id: show_with_flags(each, Shown()) for id, each in explained.items()}


def is_hard(word: HardWord) -> bool:
    return len(word.flags) >= ENOUGH


def show_word(word: HardWord, _: Shown) -> View:
    plain: View = {"plain": word.plain} if word.plain else {}
    return {"word": word.word, "lang": word.lang, **plain}


def show_with_flags(word: HardWord, shown: Shown) -> View:
    flags: View = {"flags": len(word.flags)} if is_hard(word) else {}
    return {**show_word(word, shown), **flags}


def show_mine(state: State, seat: Seat) -> View:
    return {id: True for id in flagged_by(state, seat)}
