"""What nobody may know is nowhere: no frame, page, file, log, row or page of the database holds it."""

import asyncio
import json
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AsyncExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml

from talko.core.ballots.ballot import Nullifier, nullifier
from talko.core.people import Seat, SeatKind, Side, helped
from talko.demo import EXAMPLE, checking, example, start, terminal
from talko.demo.check.unseen import leaves, told_to, unseen, words_of
from talko.demo.client import Browser, Json
from talko.demo.expected.held import TEMPLATES
from talko.demo.line import Line
from talko.demo.play import Play, begin
from talko.demo.plug import Plug
from talko.demo.start import Place
from talko.live.access import cookie_name
from tests.faults.plug import free_port

TOLD: dict[str, Any] = yaml.load((TEMPLATES / EXAMPLE).read_text("utf-8"), yaml.CSafeLoader)
SECRET = TOLD["not_published"]
WAITS = "p17"  # asks for time, and answers days after
EMBEDDED = re.compile(r'<script type="application/json" id="\w+">(.*?)</script>', re.DOTALL)
QUIET_WITHIN = 20  # seconds

Words = dict[frozenset[str], str]  # where -> all words and numbers of it


@dataclass(frozen=True, slots=True)
class Left:
    """What lies on the disk at a moment."""

    files: Mapping[str, bytes]
    rows: Mapping[str, list[Any]]  # by table

    def found(self, *needles: str) -> list[str]:
        everything = b"\n".join(self.files.values())
        return [each for each in needles if each.encode() in everything]


@dataclass(frozen=True, slots=True)
class Day:
    """The example as it was played, and all that can be found of it."""

    words: Words
    wrote: Mapping[str, str]
    over: Left  # when it was closed, and somebody still waits
    later: Left  # days after, when they have answered
    nullifiers: Mapping[str, set[Nullifier]]  # by person
    plan: Any


@pytest.mark.faults
async def test_the_whole_example_leaves_nothing_anywhere_that_nobody_may_know(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    day = await played(tmp_path)
    log = capfd.readouterr()
    words: Words = {**day.words, one("the log"): log.out + log.err}
    assert [*unseen(SECRET, words, day.wrote)] == []
    files = {one("a file"): "\n".join(each.decode("latin-1") for each in day.later.files.values())}
    assert [*unseen({**SECRET, "names": []}, files, {})] == []  # three letters of an id may be any name
    for moment in (day.over, day.later):
        assert [*told_of_a_side(moment.rows["event"])] == []
        assert moment.found(*SECRET["texts"].values()) == []
    people, rounds = TOLD["participants"], {len(each) for each in day.nullifiers.values()}
    assert len(day.nullifiers) == len(people) and min(rounds) > 8
    every = sorted(set().union(*day.nullifiers.values()))
    assert day.later.found(*every) == [] and day.later.rows["ballot"] == []
    # So that one sees that it would be found: who asked for time is known until they have answered,
    (waiting,) = day.over.found(*every)
    assert waiting in day.nullifiers[WAITS] and len(day.over.rows["ballot"]) == 1
    # and a number that everybody is told is everywhere.
    rated = next(iter(day.plan["activities"]["i4"]["rounds"].values()))["options"]
    score = str(next(each["score"] for each in rated.values() if len(str(each["score"])) == 4))
    seen = [*unseen({**NOTHING, "nowhere": [score]}, words, {})]
    assert {"the page of the plan", "the page of the plan as data", "the console"} <= {
        where for each in seen for where in each.partition("told to ")[2].split(", ")
    }


NOTHING = {"texts": {}, "names": [], "nowhere": [], "not_this_workshop": {"followup": [], "pilot_review": []}}


@pytest.mark.parametrize(
    "body",
    [
        {"round": "r", "tally": {"by_side": {"told": "exact", "dots": {"users": {"t1": 6}}}}},
        {
            "round": "r",
            "tally": {"by_side": {"ratings": {"workers": {"e1": {"ease": {"total": 42, "n": 11}}}}}},
        },
        {"round": "r", "tally": {"items": {"all": {"say": {"by_side": {"unknown": {"total": 5, "n": 1}}}}}}},
    ],
)
def test_a_number_of_a_side_is_found_in_a_row(body: object) -> None:
    assert [*told_of_a_side([("w", 1, 0, "i4", "vote_revealed", json.dumps(body), "")])] != []


# Playing


async def played(folder: Path) -> Day:
    story = example.example(TOLD)
    async with start.place(story, free_port()) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (story, terminal.Silent(), 0.0))
        play.move_clock = place.move_clock
        await play.whole()
        plan, over = await checking.plan(play), await left(place, folder / "over")
        await play.later()
        after, later = await checking.plan(play), await left(place, folder / "later")
        observed = checking.observed(play, (plan, after), Plug(place, play, Random(0), 0))
        stays = {one("a row"): "\n".join(words(later.rows))}
        rounds = [id for each in later_rounds(after.data) for id in each]
        nullifiers = {who: {nullifier(key, each) for each in rounds} for who, key in keys(play).items()}
        told = {**told_to(observed), **await faces(play), **stays}
        return Day(told, play.wrote(), over, later, nullifiers, after.data)


def later_rounds(plan: Any) -> Iterator[Mapping[str, object]]:
    return (each.get("rounds", {}) for each in plan["activities"].values())


def keys(play: Play) -> dict[str, bytes]:
    """What each person's ballots are known by."""
    phones = {who: secret(line).encode() for who, line in play.phones.items()}
    if not play.guests:
        return phones
    helper = Seat(SeatKind.HELPER, secret(play.helper).encode())
    return phones | {who: helped(helper, number).key for who, number in play.guests.items()}


def secret(line: Line) -> str:
    _, _, workshop, place = line.place.split("/")
    return line.browser.cookies[cookie_name(secure=False, workshop=workshop, place=place)]


# Looking


async def left(place: Place, copy: Path) -> Left:
    """When it has been quiet for a moment, and the journal is empty."""
    async with asyncio.timeout(QUIET_WITHIN):
        while (Path(place.folder) / "talko.db-wal").stat().st_size:
            await asyncio.sleep(0.1)
    shutil.copytree(place.folder, copy, ignore=shutil.ignore_patterns("*.sock"))
    with closing(sqlite3.connect(copy / "talko.db")) as found:
        tables = [name for (name,) in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {name: found.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    return Left({file.name: file.read_bytes() for file in copy.iterdir()}, rows)


def words(rows: Mapping[str, list[Any]]) -> Iterator[str]:
    """A body is JSON."""
    for value in (value for table in rows.values() for row in table for value in row):
        text = value.decode("latin-1") if isinstance(value, bytes) else str(value)
        yield from leaves(json.loads(text)) if text.startswith(("{", "[")) else leaves(text)


def told_of_a_side(events: list[Any]) -> Iterator[str]:
    """A number anywhere under the name of a side."""
    for _, _, _, activity, kind, body, _ in events:
        yield from (f"{activity} {kind}: {which}" for which in of_a_side(json.loads(body)))


def of_a_side(found: Json, side: str = "") -> Iterator[str]:
    match found:
        case dict():
            for key, each in found.items():
                yield from of_a_side(each, key if key in set(Side) else side)
        case list():
            for each in found:
                yield from of_a_side(each, side)
        case int() | float() if side:
            yield f"{side} {found}"


async def faces(play: Play) -> Words:
    """Every page that somebody of the day can still open, its data, and the texts in each language."""
    told: Words = {}
    for who, line in [*play.phones.items(), *play.helpers.items(), ("the console", play.console)]:
        page = await line.browser.get(line.place)
        data = [json.loads(each) for each in EMBEDDED.findall(page.text)]
        data += [await line.browser.json(f"{line.place}/{each}") for each in ("view", "texts?lang=sv")]
        assert len(data) == 5
        told[one(f"the page of {who}")] = "\n".join([words_of(page.text), *leaves(data)])
    anybody = Browser(play.iida.server)
    told[one("the door")] = words_of((await anybody.get("/")).text)
    return told | {one("the home"): words_of((await play.iida.get(play.doors.page)).text)}


def one(where: str) -> frozenset[str]:
    return frozenset({where})
