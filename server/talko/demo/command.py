"""`talko demo`: a throw-away place in which the example workshop is played until it is your turn."""

import argparse
import asyncio
import json
import signal
import sys
import webbrowser
from collections.abc import Sequence
from contextlib import AsyncExitStack

from talko.demo import doors, example, start, terminal
from talko.demo.figures import figures
from talko.demo.play import Play, Progress, begin
from talko.demo.start import Meter, Place
from talko.folders import folder

SECONDS = 40.0  # how long one watches at speed 1
A_MOMENT = 0.3  # seconds, after which every view has caught up with what happened
EXAMPLE = "examples/palvelukahvila.yaml"


def main(args: Sequence[str]) -> int:
    try:
        asyncio.run(run(options().parse_args(args)))
    except (KeyboardInterrupt, asyncio.CancelledError):
        return 0
    except start.NotStarted:
        return 1
    return 0


def options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser("talko demo", description=__doc__)
    asked.add_argument("--port", type=int, default=8000, help="or the next free one")
    asked.add_argument("--open", action="store_true", help="open the screen in the browser of this computer")
    asked.add_argument("--speed", type=float, default=1.0, help="2 is twice as fast; 0 as fast as it goes")
    asked.add_argument("--fast", action="store_const", dest="speed", const=0.0, help="the same as --speed 0")
    asked.add_argument("--cards", type=int, default=1000, help="how many of the example's cards are written")
    asked.add_argument("--json", action="store_true", help="play, print figures in one line, and end")
    asked.add_argument("--commands", type=int, default=0, help="figures for so many commands of many phones")
    asked.add_argument("--hold", action="store_true", help="with --json: print the links instead, and stay")
    return asked


async def run(asked: argparse.Namespace) -> None:
    me = asyncio.current_task()
    assert me
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, me.cancel)
    story = example.read(folder("workshop_templates") / EXAMPLE)
    async with start.place(story, asked.port) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (story, progress(asked), pause(asked, story)))
        links = await links_of(play, place)
        if not asked.json:
            print(terminal.welcome(links), flush=True)
        if asked.open:
            webbrowser.open(links["screen"])
        await show(asked, play, (place, links))


async def show(asked: argparse.Namespace, play: Play, where: tuple[Place, dict[str, str]]) -> None:
    place, links = where
    meter = Meter(place.pid)
    await played(play, meter, asked.cards)
    if asked.json and asked.hold:
        print(json.dumps(links), flush=True)
        await start.until_input_ends()
    elif asked.json:
        print(json.dumps(await figures(play, meter, asked.commands)), flush=True)
    else:
        print(terminal.YOURS, flush=True)
        await asyncio.Event().wait()


async def played(play: Play, meter: Meter, cards: int) -> None:
    """Joining is pages, and not counted in the figure for a command."""
    with meter.running():
        await play.bring_field_cards()
    await play.come_in()
    with meter.running():
        await play.go_to_writing()
        await play.write(cards)
    await asyncio.sleep(A_MOMENT)


def progress(asked: argparse.Namespace) -> Progress:
    if asked.json:
        return terminal.Silent()
    return terminal.Bar() if sys.stdout.isatty() else terminal.Lines()


def pause(asked: argparse.Namespace, story: example.Example) -> float:
    happenings = len(story.people) + len(story.field_cards) + len(story.cards)
    return SECONDS / happenings / asked.speed if asked.speed else 0.0


async def links_of(play: Play, place: Place) -> dict[str, str]:
    """All that somebody needs to look at it. What begins with /in/ needs one press of a button."""
    base, made = place.address, play.doors
    given = {kind: await doors.link_for(play.iida, made, kind) for kind in ("screen", "facilitator")}
    return {
        "join": base + made.join,
        "phone": f"{base}{made.join}?new",
        "screen": base + given["screen"],
        "console": base + given["facilitator"],
        "code": made.code,
        "home": base + place.home,
        "screen_page": made.place("screen"),
        "console_page": made.place("console"),
    }
