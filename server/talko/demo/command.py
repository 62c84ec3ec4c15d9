"""`talko demo`: a throw-away place in which the example workshop is played, to look at or to be checked."""

from __future__ import annotations

import argparse
import asyncio
import json
import secrets
import signal
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

import yaml

from talko.demo import EXAMPLE, check, checking, doors, example, start, terminal
from talko.demo.checking import Played, Pulls
from talko.demo.client import Json
from talko.demo.figures import figures
from talko.demo.line import LineCut
from talko.demo.play import WRITING, Play, begin
from talko.demo.play.sight import NeverSeen
from talko.demo.play.tempo import Progress
from talko.demo.said import Refused
from talko.demo.start import Meter, Place
from talko.folders import folder

A_MOMENT = 0.3  # seconds, after which every view has caught up with what happened
MOST_SHOWN = 100  # differences


def main(args: Sequence[str]) -> int:
    asked = options().parse_args(args)
    try:
        return asyncio.run(run(asked))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return int(asked.check)  # what was not checked to its end is not known to be right
    except start.NotStarted:
        return 1


def options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser("talko demo", description=__doc__)
    asked.add_argument("--port", type=int, default=8000, help="or the next free one")
    asked.add_argument("--example", type=Path, help="another than the one that comes with Talko")
    asked.add_argument("--open", action="store_true", help="open the screen in the browser of this computer")
    asked.add_argument(
        "--speed", type=float, default=30.0, help="60 is a minute in a second; 0 does not wait"
    )
    asked.add_argument("--fast", action="store_const", dest="speed", const=0.0, help="the same as --speed 0")
    asked.add_argument("--until", default="", metavar="STEP", help=f"stop there, as in {WRITING}: your turn")
    asked.add_argument("--check", action="store_true", help="compare what is seen with what is expected")
    asked.add_argument(
        "--kill", type=int, default=0, metavar="N", help="with --check: kill the server N times"
    )
    asked.add_argument("--seed", type=int, help="when it is killed; printed, so that it can be repeated")
    asked.add_argument("--json", action="store_true", help="print figures in one line, and end")
    asked.add_argument("--cards", type=int, default=1000, help="with --json: how many cards are written")
    asked.add_argument("--commands", type=int, default=0, help="with --json: so many of many phones")
    asked.add_argument("--hold", action="store_true", help="with --json: print the links instead, and stay")
    return asked


async def run(asked: argparse.Namespace) -> int:
    me = asyncio.current_task()
    assert me
    for ending in (signal.SIGINT, signal.SIGTERM):  # a shell's background leaves Ctrl-C unheard
        asyncio.get_running_loop().add_signal_handler(ending, me.cancel)
    file = asked.example or folder("workshop_templates") / EXAMPLE
    if asked.check:
        return await compare(asked, file)
    story = example.read(file)
    async with start.place(story, asked.port) as place, AsyncExitStack() as lines:
        show = (story, progress(asked), 0.0 if asked.json else asked.speed)
        play = await begin(place.home, place.server, lines, show)
        links = await links_of(play, place)
        if not asked.json:
            print(terminal.welcome(links), flush=True)
        if asked.open:
            webbrowser.open(links["screen"])
        await (measure if asked.json else watch)(asked, play, (place, links))
    return 0


# To be checked


async def compare(asked: argparse.Namespace, file: Path) -> int:
    told = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    seed = secrets.randbelow(10**6) if asked.seed is None else asked.seed
    played = await to_the_end(example.example(told), asked.port, Pulls(asked.kill, seed))
    if not played:
        return 1
    found = check.differences(check.read(played.observed), told)
    if asked.json:
        print(json.dumps(as_figures(played, found, seed)), flush=True)
    print(terminal.compared(found[:MOST_SHOWN], len(found)), file=sys.stderr if asked.json else sys.stdout)
    if played.pulled and not asked.json:
        print(f"Killed with seed {seed}: in {', in '.join(played.pulled)}.")
    return int(bool(found))


async def to_the_end(story: example.Example, port: int, pulls: Pulls) -> Played | None:
    """None where it could not be played on: something was refused, or never shown."""
    played = None
    try:
        played = await checking.played(story, port, pulls)
    except* (Refused, NeverSeen, LineCut) as stopped:
        for each in stopped.exceptions:
            print(f"The play came to an end before its time. {each} {pulls}", file=sys.stderr)
    return played


def as_figures(played: Played, found: list[str], seed: int) -> dict[str, Json]:
    killed: dict[str, Json] = {"killed": [*played.pulled], "seed": seed} if played.pulled else {}
    return {
        "differences": len(found),
        "commands": played.commands,
        "lines": played.lines,
        "seconds": round(played.seconds, 3),
        "cpu_ms_per_command": round(1000 * played.cpu / played.commands, 3),
        **killed,
    }


# To look at


async def watch(asked: argparse.Namespace, play: Play, where: tuple[Place, dict[str, str]]) -> None:
    """The whole of it, or up to where one can take part."""
    place, links = where
    play.move_clock = place.move_clock
    await play.whole(asked.until)
    if not asked.until:
        await play.later()
    print(terminal.YOURS if asked.until else terminal.over(links), flush=True)
    await asyncio.Event().wait()


async def measure(asked: argparse.Namespace, play: Play, where: tuple[Place, dict[str, str]]) -> None:
    """To the first writing. Joining is pages, and not counted in the figure for a command."""
    place, links = where
    meter = Meter(place)
    with meter.running():
        await play.bring_field_cards()
    await play.come_in()
    with meter.running():
        await play.go_to_writing()
        await play.write(asked.cards)
    await asyncio.sleep(A_MOMENT)
    if asked.hold:
        print(json.dumps(links), flush=True)
        await start.until_input_ends()
    else:
        print(json.dumps(await figures(play, meter, asked.commands)), flush=True)


def progress(asked: argparse.Namespace) -> Progress:
    if asked.json:
        return terminal.Silent()
    return terminal.Bar() if sys.stdout.isatty() else terminal.Lines()


async def links_of(play: Play, place: Place) -> dict[str, str]:
    """All that somebody needs to look at it. What begins with /in/ needs one press of a button."""
    base, made = place.address, play.doors
    given = {kind: await doors.link_for(play.iida, made, kind) for kind in ("screen", "facilitator")}
    return {
        "join": base + made.join,
        "phone": f"{base}{made.join}?new",
        "screen": base + given["screen"],
        "console": base + given["facilitator"],
        "plan": f"{base}{play.texts['plan']}",
        "code": made.code,
        "home": base + place.home,
        "screen_page": made.place("screen"),
        "console_page": made.place("console"),
    }
