"""Facts as rows and back: a kind that is stored for ever, a body without words, and the words apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import TypeAlias, cast, get_origin, get_type_hints

from talko.core import agenda, brought, card, life, lobby
from talko.core.activities import collect
from talko.core.workshop import Event, Happened

Value: TypeAlias = "str | int | list[str] | tuple[str, ...] | None"
Body: TypeAlias = Mapping[str, Value]
Words: TypeAlias = Mapping[str, Mapping[str, str]]  # card -> field -> text

# Never rename or re-mean one: add a new kind, and upgrade the old one where it is read.
CLASS_OF: dict[str, type[Event]] = {
    "opened": life.Opened,
    "closed": life.Closed,
    "revealed": life.Revealed,
    "extended": life.Extended,
    "person_joined": lobby.PersonJoined,
    "person_left": lobby.PersonLeft,
    "door_opened": lobby.DoorOpened,
    "door_closed": lobby.DoorClosed,
    "went_to": agenda.WentTo,
    "break_started": agenda.BreakStarted,
    "break_ended": agenda.BreakEnded,
    "closed_unfinished": agenda.ClosedUnfinished,
    "card_brought": brought.CardBrought,
    "card_added": collect.CardAdded,
    "card_edited": collect.CardEdited,
    "card_withdrawn": collect.CardWithdrawn,
    "cards_released": collect.CardsReleased,
    "card_hidden": card.CardHidden,
    "card_shown": card.CardShown,
}
KIND_OF = {cls: kind for kind, cls in CLASS_OF.items()}

# What people wrote. It is kept by the card, so that a later text takes the place of the earlier one.
WORDS: dict[type[Event], tuple[str, ...]] = {
    collect.CardAdded: ("text", "nickname"),
    collect.CardEdited: ("text",),
    card.CardHidden: ("reason",),
    brought.CardBrought: ("text", "origin"),
}
# What each takes away, before it says its own. A reason is of whoever leads, and says that a card was hidden.
FORGETS: dict[type[Event], tuple[str, ...]] = {
    collect.CardEdited: ("text",),
    collect.CardWithdrawn: ("text", "nickname"),
    card.CardHidden: ("reason",),
}


@dataclass(frozen=True, slots=True)
class Row:
    activity: str
    kind: str
    body: Body
    words: Words


def to_row(happened: Happened) -> Row:
    event, cls = happened.event, type(happened.event)
    body = {name: getattr(event, name) for name in plain_fields(KIND_OF[cls])}
    told = {name: text for name in WORDS.get(cls, ()) if (text := getattr(event, name))}
    return Row(happened.activity, KIND_OF[cls], body, {id_of(body): told} if told else {})


def from_row(row: Row) -> Happened:
    """A word that was deleted is empty, and a field that is newer than the row has its default."""
    cls = CLASS_OF[row.kind]
    plain = {
        name: as_was(row.body[name]) for name, as_was in plain_fields(row.kind).items() if name in row.body
    }
    told = row.words.get(id_of(row.body), {})
    words = {name: told.get(name, "") for name in WORDS.get(cls, ())}
    return Happened(row.activity, cast(Callable[..., Event], cls)(**plain, **words))


def id_of(body: Body) -> str:
    """The card whose words they are."""
    return str(body.get("card", ""))


def forgets(row: Row) -> tuple[str, ...]:
    return FORGETS.get(CLASS_OF[row.kind], ())


@cache
def plain_fields(kind: str) -> dict[str, Callable[[Value], object]]:
    """The fields that are not words, each with what makes it again from JSON."""
    cls = CLASS_OF[kind]
    types, words = get_type_hints(cls), WORDS.get(cls, ())
    return {each.name: maker(types[each.name]) for each in fields(cls) if each.name not in words}


def maker(kind: object) -> Callable[[Value], object]:
    if get_origin(kind) is tuple:
        return lambda value: tuple(cast("list[str]", value))
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return cast(Callable[[Value], object], kind)
    return lambda value: value
