"""`python -m tests.whole --seeds 20`: every template, played so many times, each seed printed."""

import argparse
import asyncio
import tempfile
from collections import Counter
from pathlib import Path
from random import Random

from talko.live.commands import COMMANDS
from talko.store.template_files import shipped
from tests.whole.house import a_place
from tests.whole.play import Ended, play


async def main(seeds: int, first: int) -> None:
    played = []
    for name in sorted(shipped()):
        for seed in range(first, first + seeds):
            played.append(await once(name, seed))
            print(line(seed, played[-1]), flush=True)
    print("\n".join(summary(played)))


async def once(name: str, seed: int) -> Ended:
    with tempfile.TemporaryDirectory() as folder:
        async with a_place(Path(folder)) as place:
            return await play(place, name, Random(f"{name} {seed}"))


def line(seed: int, ended: Ended) -> str:
    gaps = f"unfinished: {', '.join(ended.missing)}" if ended.missing else "finished"
    passed = f"; passed over: {'; '.join(ended.passed)}" if ended.passed else ""
    commands = sum(ended.commands.values())
    return f"{ended.template} seed {seed}: {commands} commands, {ended.days} days, {gaps}{passed}"


def summary(played: list[Ended]) -> list[str]:
    unfinished = sum(bool(each.missing) for each in played)
    passed = Counter(f"{each.template}: {what}" for each in played for what in each.passed)
    unsaid = COMMANDS.keys() - {do for each in played for do in each.commands}
    return [
        "",
        f"{len(played)} workshops: {len(played) - unfinished} finished, {unfinished} closed unfinished",
        *(f"passed over {n} times: {what}" for what, n in sorted(passed.items())),
        f"commands that nobody said: {', '.join(sorted(unsaid)) or 'none'}",
    ]


if __name__ == "__main__":
    asked = argparse.ArgumentParser("tests.whole", description=__doc__)
    asked.add_argument("--seeds", type=int, default=20)
    asked.add_argument("--first", type=int, default=1)
    given = asked.parse_args()
    asyncio.run(main(given.seeds, given.first))
