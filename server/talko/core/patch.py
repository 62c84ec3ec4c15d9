"""JSON Merge Patch (RFC 7396): what turns the last view into this one."""

from collections.abc import Mapping
from typing import TypeAlias

from talko.core.audience import View

Change: TypeAlias = "str | int | float | bool | list[str] | Patch | None"
Patch: TypeAlias = "Mapping[str, Change]"


def diff(old: View, new: View) -> Patch:
    """Its cost follows what changed: a part that is the same object is not looked into."""
    patch: dict[str, Change] = {key: None for key in old.keys() - new.keys()}
    for key, value in new.items():
        before = old.get(key)
        if before is value:
            continue
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            if inner := diff(before, value):
                patch[key] = inner
        elif before != value:
            patch[key] = value
    return patch


def merge(view: View, patch: Patch) -> View:
    """What merge.js does on the phone. Here for the tests, and as its specification."""
    merged = {key: value for key, value in view.items() if key not in patch}
    for key, change in patch.items():
        if isinstance(change, Mapping):
            before = view.get(key)
            merged[key] = merge(before if isinstance(before, Mapping) else {}, change)
        elif change is not None:
            merged[key] = change
    return merged
