"""Discuss: people listen, read or talk. Where it is asked for, what was said is noted down for all to see."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import card, life, template
from talko.core.audience import Audience, Shown, View
from talko.core.card import (
    NOBODYS,
    Card,
    CardHidden,
    Cards,
    CardShown,
    CardWithdrawn,
    HideCard,
    ShowCard,
    WithdrawCard,
    find,
)
from talko.core.cards import marks
from talko.core.life import Close, Closed, Extend, Extended, Life, Move, Open, Opened, Reveal, Revealed
from talko.core.people import Mark, Refused, Request, Seat, may

MAX_CHARS = 300
MOST_NOTES = 10  # of one person; who writes for a table is not counted


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Discuss
    minutes: int = 0
    life: Life = field(default_factory=Life)
    notes: Cards = field(default_factory=dict)
    by_mark: Mapping[Mark, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AddNote:
    text: str
    lang: str
    table: int = 0


Command: TypeAlias = AddNote | WithdrawCard | HideCard | ShowCard | Move


@dataclass(frozen=True, slots=True)
class NoteAdded:
    card: str
    text: str
    lang: str
    table: int
    mark: Mark


Event: TypeAlias = NoteAdded | CardWithdrawn | card.Event | life.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command]) -> Sequence[Event] | Refused:
    match request.command:
        case AddNote() as wish:
            return add(state, request, replace(wish, text=wish.text.strip()))
        case WithdrawCard(id):
            return withdraw(state, request.seat, id)
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.notes, request.seat, wish)
        case Open() | Close() | Extend() as wish:
            return life.move(state.life, request, wish, state.minutes)
        case Reveal():
            return Refused("not_here")
        case _:
            assert_never(request.command)


def add(state: State, request: Request[Command], wish: AddNote) -> Sequence[Event] | Refused:
    seat, id = request.seat, request.id
    if before := state.notes.get(id):
        return [] if before.id in own(state, seat) else Refused("id_taken")
    refused = cannot_note(state, seat) or cannot_be(wish.text)
    if refused:
        return refused
    if marks.used_up([state.notes[each] for each in own(state, seat)], MOST_NOTES):
        return Refused("enough_cards")
    return [NoteAdded(id, wish.text, wish.lang, wish.table, next_mark(state, seat))]


def withdraw(state: State, seat: Seat, id: str) -> Sequence[Event] | Refused:
    if refused := life.cannot_take_part(seat, "write", state.life):
        return refused
    if not find(state.notes, id):
        return Refused("no_such_card")
    return [CardWithdrawn(id)] if id in own(state, seat) else Refused("not_yours")


def cannot_note(state: State, seat: Seat) -> Refused | None:
    if state.settings.notes == "none":
        return Refused("not_here")
    is_own = state.settings.notes == "anyone" and may(seat, "write")
    return life.cannot_take_part(seat, "write" if is_own else "note", state.life)


def cannot_be(text: str) -> Refused | None:
    if not text:
        return Refused("empty")
    return Refused("too_long") if len(text) > MAX_CHARS else None


def own(state: State, seat: Seat) -> list[str]:
    return marks.own(state.by_mark, seat.key, state.id)


def notes_of(state: State, seat: Seat) -> Cards:
    return {id: state.notes[id] for id in own(state, seat) if not state.notes[id].withdrawn}


def next_mark(state: State, seat: Seat) -> Mark:
    """What a table said is nobody's own."""
    return marks.next_mark(state.by_mark, seat.key, state.id) if may(seat, "write") else NOBODYS


def evolve(state: State, event: Event) -> State:
    match event:
        case NoteAdded():
            return with_note(state, event)
        case CardWithdrawn(id):
            return replace(state, notes=card.withdrawn(state.notes, id))
        case CardHidden() | CardShown():
            return replace(state, notes=card.mended(state.notes, event))
        case Opened() | Closed() | Revealed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


def with_note(state: State, added: NoteAdded) -> State:
    new = Card(added.card, added.text, added.lang, added.mark, table=added.table)
    by_mark = state.by_mark if new.mark == NOBODYS else {**state.by_mark, new.mark: new.id}
    return replace(state, notes=card.with_card(state.notes, new), by_mark=by_mark)


def forget_hidden(state: State) -> State:
    return replace(state, notes=card.forget_hidden(state.notes))


def show(state: State, audience: Audience, shown: Shown) -> View:
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            notes = shown.each("notes", card.wall(state.notes), card.show_card)
        case Audience.CONSOLE:
            notes = shown.each("notes", taken(state), card.show_whole)
        case _:
            assert_never(audience)
    return {"kind": "discuss", **life.show(state.life), "notes": notes}


def taken(state: State) -> Cards:
    """What a later activity may read, and what was hidden of it."""
    return {id: each for id, each in sorted(state.notes.items()) if not each.withdrawn}


def show_mine(state: State, seat: Seat) -> View:
    return {id: card.show_whole(each, Shown()) for id, each in notes_of(state, seat).items()}
