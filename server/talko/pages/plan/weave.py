"""The weave at the head of a plan: one thread for each person who was there, and nothing of who they were.

A thread has the pattern of its side only where people are told by side; else all look alike.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from talko.core.audience import View
from talko.core.people import Side
from talko.papers.view import number, part

THREAD, HIGH = 10, 36
WEFTS = (4, 15, 26)
ROWS = 4  # at most; a full hall has narrower threads, not a higher band
ENOUGH = 40  # threads of a row before there is another one
ALIKE = "alike"  # where no side is told, or somebody came after people were counted


@dataclass(frozen=True, slots=True)
class Weave:
    wide: int
    high: int
    threads: Mapping[str, str]  # by side, as the path of an SVG
    marks: Mapping[str, str]  # on the threads of a side, so that no colour is needed
    wefts: str


def weave(people: View) -> Weave:
    sides = spread(counts(people))
    row = max(ENOUGH, -(-len(sides) // ROWS))
    places = [(side, THREAD * (n % row), HIGH * (n // row)) for n, side in enumerate(sides)]
    kinds = dict.fromkeys(sides)
    return Weave(
        THREAD * min(row, len(sides)),
        HIGH * -(-len(sides) // row),
        {kind: joined(thread(x, y) for side, x, y in places if side == kind) for kind in kinds},
        {kind: joined(MARKS[kind](x, y) for side, x, y in places if side == kind) for kind in kinds},
        joined(weft(n % row, x, y) for n, (_, x, y) in enumerate(places)),
    )


def counts(people: View) -> dict[str, int]:
    told = {str(side): int(number(part(people, "sides"), side)) for side in Side}
    others = int(number(people, "came")) - sum(told.values())
    return {side: n for side, n in {**told, ALIKE: others}.items() if n > 0}


def spread(counts: Mapping[str, int]) -> list[str]:
    """Evenly, by the numbers alone: the order in which people came is told nowhere."""
    placed = [((nth + 0.5) / n, side) for side, n in counts.items() for nth in range(n)]
    return [side for _, side in sorted(placed)]


def joined(paths: Iterable[str]) -> str:
    return "".join(paths)


def thread(x: int, y: int) -> str:
    return f"M{x + 1} {y}h8v{HIGH - 2}h-8z"


def weft(n: int, x: int, y: int) -> str:
    """Over every second thread, under the others."""
    rows: Sequence[int] = [at for row, at in enumerate(WEFTS) if (n + row) % 2 == 0]
    return joined(f"M{x} {y + at}h10v4h-10z" for at in rows)


def plain(x: int, y: int) -> str:
    return ""


def dots(x: int, y: int) -> str:
    return joined(f"M{x + 3.5} {y + at}h3v3h-3z" for at in (0.5, 10.5, 21.5, 30.5))


def bars(x: int, y: int) -> str:
    return joined(f"M{x + 1} {y + at}h8v1.5h-8z" for at in (1.5, 10, 12.5, 21, 23.5, 32))


MARKS = {Side.USERS: plain, Side.WORKERS: dots, Side.UNKNOWN: bars, ALIKE: plain}
