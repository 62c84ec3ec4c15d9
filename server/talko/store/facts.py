"""Facts as rows and back: a kind that is stored for ever, a body without words, and the words apart."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import TypeAlias, cast, get_type_hints

from pydantic import TypeAdapter

from talko.core.happened import Event, Happened
from talko.store.kinds import CLASS_OF, KIND_OF, WRITTEN, Written

Body: TypeAlias = Mapping[str, object]  # as JSON has it
Words: TypeAlias = Mapping[str, Mapping[str, str]]  # id -> field -> text

NOTHING = Written("")


@dataclass(frozen=True, slots=True)
class Row:
    activity: str
    kind: str
    body: Body
    words: Words


def to_row(happened: Happened) -> Row:
    event, kind = happened.event, KIND_OF[type(happened.event)]
    body = {name: each.dump_python(getattr(event, name), mode="json") for name, each in plain(kind).items()}
    told = {name: text for name in written(kind).fields if (text := getattr(event, name))}
    return Row(happened.activity, kind, body, {id_of(kind, body): told} if told else {})


def from_row(row: Row) -> Happened:
    """A word that was deleted is empty, and a field that is newer than the row has its default."""
    kind, body = row.kind, row.body
    as_was = {name: each.validate_python(body[name]) for name, each in plain(kind).items() if name in body}
    told = row.words.get(id_of(kind, body), {})
    words = {name: told.get(name, "") for name in written(kind).fields}
    return Happened(row.activity, cast(Callable[..., Event], CLASS_OF[kind])(**as_was, **words))


def id_of(kind: str, body: Body) -> str:
    """Under which the words lie."""
    return str(body.get(written(kind).under, ""))


def forgotten(row: Row) -> tuple[str, tuple[str, ...]]:
    """What it takes away, before it says its own: an id and the fields of it."""
    return id_of(row.kind, row.body), written(row.kind).forgets


def written(kind: str) -> Written:
    return WRITTEN.get(CLASS_OF[kind], NOTHING)


@cache
def plain(kind: str) -> dict[str, TypeAdapter[object]]:
    """The fields that are not words, each with what brings it to JSON and back as it was."""
    cls = CLASS_OF[kind]
    types = get_type_hints(cls)
    return {
        each.name: TypeAdapter(types[each.name])
        for each in fields(cls)
        if each.name not in written(kind).fields
    }
