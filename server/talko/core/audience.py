"""The faces a view is made for, and what each of them was shown last."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TypeAlias, TypeVar

Json: TypeAlias = "str | int | float | bool | list[str] | View"  # never null: in a patch null removes
View: TypeAlias = "Mapping[str, Json]"  # read only, for parts are shared between views
S = TypeVar("S")


class Audience(StrEnum):
    SCREEN = "screen"
    PHONE = "phone"
    CONSOLE = "console"


class Shown:
    """One audience's last view, part by part: from the same state comes the same object, and diff skips it.

    The only thing in the core that changes. A room keeps one per audience and may throw it away at any
    moment: the next view is then made anew and is equal.
    """

    def __init__(self) -> None:
        self._state: object = None
        self._view: View = {}
        self._parts: dict[str, dict[str, Shown]] = {}

    def each(self, name: str, states: Mapping[str, S], show: Callable[[S, Shown], View]) -> View:
        before = self._parts.get(name, {})
        now = self._parts[name] = {key: before.get(key) or Shown() for key in states}
        return {key: now[key]._of(state, show) for key, state in states.items()}

    def part(self, name: str, state: S, show: Callable[[S, Shown], View]) -> View:
        return self._parts.setdefault(name, {}).setdefault("", Shown())._of(state, show)

    def _of(self, state: S, show: Callable[[S, Shown], View]) -> View:
        if state is not self._state:
            self._state, self._view = state, show(state, self)
        return self._view
