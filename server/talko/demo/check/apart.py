"""In what two pictures differ, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

LONGEST = 120  # letters of a thing that is quoted


def apart(wanted: Any, seen: Any, *where: str) -> Iterator[str]:
    if isinstance(wanted, Mapping) and isinstance(seen, Mapping):
        for key in dict.fromkeys([*wanted, *seen]):
            yield from inner(wanted, seen, key, *where)
    elif isinstance(wanted, list) and isinstance(seen, list) and all_texts([*wanted, *seen]):
        yield from lists(wanted, seen, *where)
    elif wanted != seen:
        yield f"{place(where)}: {quoted(wanted)} was expected, {quoted(seen)} is seen"


def inner(wanted: Mapping[str, Any], seen: Mapping[str, Any], key: str, *where: str) -> Iterator[str]:
    if key not in seen:
        yield f"{place((*where, key))}: {quoted(wanted[key])} was expected, and nothing is seen"
    elif key not in wanted:
        yield f"{place((*where, key))}: {quoted(seen[key])} is seen, and nothing was expected"
    else:
        yield from apart(wanted[key], seen[key], *where, key)


def lists(wanted: Sequence[str], seen: Sequence[str], *where: str) -> Iterator[str]:
    """Of long lists only what is in one and not in the other, or that they stand in another order."""
    lacks, more = (
        [each for each in one if each not in other] for one, other in ((wanted, seen), (seen, wanted))
    )
    for each in lacks:
        yield f"{place(where)}: {quoted(each)} was expected, and is not seen"
    for each in more:
        yield f"{place(where)}: {quoted(each)} is seen, and was not expected"
    if not lacks and not more and list(wanted) != list(seen):
        yield f"{place(where)}: {quoted(wanted)} was expected, {quoted(seen)} is seen"


def all_texts(values: Sequence[Any]) -> bool:
    return all(isinstance(each, str) for each in values)


def place(where: Sequence[str]) -> str:
    return " › ".join(map(str, where))


def quoted(value: Any) -> str:
    text = f"“{value}”" if isinstance(value, str) else str(value)
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
