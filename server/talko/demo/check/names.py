"""What each thing with an id says, or is called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from talko.demo.client import Json, at, inside

Names: TypeAlias = Mapping[str, str]  # by id
Picture: TypeAlias = "dict[str, Any]"
WHOLE = "all"  # the whole plan, or a survey that is about nothing but itself


def names_in(told: Json) -> dict[str, str]:
    """By id: whatever has a text, a name, or is a record that says what is done."""
    found: dict[str, str] = {WHOLE: "plan"}
    for id, its in inside(told).items():
        if isinstance(its, dict):
            called = at(its, "text") or at(its, "name") or at(its, "what", "text")
            found |= {id: called} if isinstance(called, str) and called else {}
            found |= {name: text for name, text in names_in(its).items() if name != WHOLE}
    return found
