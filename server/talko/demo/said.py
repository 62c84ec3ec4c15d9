"""A command, with the name that makes sending it again safe, and what its answer means."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass, field

from talko.demo.client import Object, at

LATER = {"slow_down", "try_again", "restarting"}
BREATH = 1.0  # seconds at least, so that it is not told so for every single command after that


class Refused(Exception):
    """A command was answered with a reason for which asking again does not help."""

    def __init__(self, do: str, answer: Object) -> None:
        super().__init__(f"{do} was refused: {answer['why']}")
        self.why = str(answer["why"])
        missing = answer.get("missing")
        self.missing = [str(each) for each in missing] if isinstance(missing, list) else []


@dataclass(frozen=True, slots=True)
class Command:
    do: str
    into: str  # the activity, or "" for the workshop itself
    d: Object = field(default_factory=dict)
    guest: str = ""
    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))

    @property
    def text(self) -> str:
        whole: Object = {"do": self.do, "id": self.id, "in": self.into, "d": self.d}
        return json.dumps(whole | ({"for": self.guest} if self.guest else {}))


def delay(command: Command, answer: Object) -> float:
    """Seconds until the same command may be sent again; 0 when it is done."""
    if "done" in answer:
        return 0
    if answer["why"] not in LATER:
        raise Refused(command.do, answer)
    wait = at(answer, "wait_ms")
    return max(BREATH, wait / 1000) if isinstance(wait, int) and wait else 2
