"""What there is to see, worked out from the routes of the app, the kinds of activity and their lives."""

from collections.abc import Iterator
from typing import get_args

from talko.core.life import Phase
from talko.core.template import Kind, Method
from talko.pages import FOR_FACILITATORS, OPEN_TO_ALL
from tests.browser.states import pressed

FACES = ("phone", "screen", "console")
BEGIN_BY_THEMSELVES = {"discuss", "cluster", "plan"}  # they are open while the room is there
ANSWERED = {"collect", "vote", "survey", "consent", "plan"}  # what one phone says of its own
BESIDE = ("lobby", "break", "over", "offline", "gone")
UNFOLDING = ("phone", "console")


def steps() -> Iterator[str]:
    """Votes differ by their method."""
    for kind in get_args(Kind):
        yield from (f"vote by {method}" for method in get_args(Method)) if kind == "vote" else (kind,)


def lives(step: str) -> Iterator[str]:
    kind = step.partition(" ")[0]
    yield from (
        phase for phase in Phase if kind not in BEGIN_BY_THEMSELVES or phase in (Phase.OPEN, Phase.CLOSED)
    )


def of_faces() -> set[str]:
    every = {f"{face}: {step}, {life}" for face in FACES for step in steps() for life in lives(step)}
    answered = {f"phone: {step}, answered" for step in steps() if step.partition(" ")[0] in ANSWERED}
    unfolded = {f"{face}: {step}, unfolded" for face in UNFOLDING for step in steps()}
    beside = {f"{face}: {at}" for face in FACES for at in BESIDE}
    return every | answered | unfolded | beside | pressed.wanted() | {"phone: left", "phone: late answer"}


def routes() -> set[str]:
    """Each by method and path, as the app has it."""
    return {f"{method} {path}" for method, path, _ in (*OPEN_TO_ALL, *FOR_FACILITATORS)}
