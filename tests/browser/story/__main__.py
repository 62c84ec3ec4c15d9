"""The whole example through browsers alone: `python -m tests.browser.story`, or `make story`.

All 25 people, three helpers, the console and the screen are pages; nobody speaks the protocol but they.
Then it is compared as `talko demo --check` compares: what came to a screen and a phone, the page of the plan,
and its data.
"""

import asyncio
import sys
import time

from talko.demo import check, terminal
from talko.demo.check.observed import Observed, Plan
from talko.demo.client import Json, Object
from talko.demo.example import example
from tests.browser.story.faces import SMALL, TALL, Faces, faces
from tests.browser.story.spoken import spoken

WATCHED = {"the screen": "the screen", "p01": "a phone"}
FETCH = "async (path) => (await fetch(path)).json()"
MISSING = {"Vielä ei ole kysytty, sitoutuvatko ihmiset suunnitelmaan.": "commitment_check_done"}


def main() -> int:
    return asyncio.run(run())


async def run() -> int:
    told, began = spoken(), time.monotonic()

    async def tell(play: Faces, step: str) -> None:
        print(f"{time.monotonic() - began:6.1f} s  {step or 'all have come in'}", flush=True)

    async with faces(example(told), {"*": TALL, "p17": SMALL}) as play:
        play.seen = tell
        await play.whole()
        over = await plan(play)
        await play.later()
        seen = observed(play, (over, await plan(play)))
        wrong = [*check.differences(check.read(seen), told), *play.devices.faults]
        print(terminal.compared(wrong, len(wrong)))
        print(f"{commands(play)} commands from {pages(play)} pages in {time.monotonic() - began:.0f} s.")
    return int(bool(wrong))


def commands(play: Faces) -> int:
    return sum(len(line.done) for line in play.everybody())


def pages(play: Faces) -> int:
    return sum(len(each.pages) for each in play.devices.chromium.contexts)


async def plan(play: Faces) -> Plan:
    """As a browser shows it that was never in the room."""
    page, path = await play.devices.page(*TALL), str(play.texts["plan"])
    await page.goto(f"{path}?lang=fi")
    text = await page.content()
    data: Object = await page.evaluate(FETCH, f"{path}.json?lang=fi")
    await page.context.close()
    return Plan(text, data)


def observed(play: Faces, plans: tuple[Plan, Plan]) -> Observed:
    return Observed(
        frames={name: tuple(play.devices.frames[who]) for who, name in WATCHED.items()},
        sent={text: frozenset(who) for text, who in play.devices.sent.items()},
        minutes={step: play.minutes(step) for step in play.order},
        told_later=play.told_later(),
        plan=plans[0],
        later=plans[1],
        tries=tuple({**each, "missing": missing(each["missing"])} for each in play.tries),
        refused=play.refused,
        back=play.back,
        wrote=play.wrote(),
    )


def missing(said: Json) -> Json:
    """By the rule that is not met, as the page said it in words."""
    return [MISSING.get(str(each), each) for each in said] if isinstance(said, list) else said


if __name__ == "__main__":
    sys.exit(main())
