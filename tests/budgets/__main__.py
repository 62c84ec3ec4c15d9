"""What each face weighs, against its budget: python -m tests.budgets"""

import asyncio
import sys

from tests.browser.chromium import chromium
from tests.budgets import hall
from tests.budgets.times import burst, times
from tests.budgets.weigh import Weight, weigh

MOST_BYTES = {"phone": 20_000, "screen": 40_000, "console": 60_000}
MOST_REQUESTS = 14


async def main() -> bool:
    async with hall.hall() as here, chromium() as browser:
        await hall.write(here)
        await hall.group(here)
        told = await burst(here, browser)
        await hall.vote(here)
        weights = [await weigh(here, browser, face) for face in MOST_BYTES]
        told = f"{await times(here, browser)}\n{told}"
    print("\n".join(map(row, weights)))
    print(told)
    if "-v" in sys.argv:
        for each in weights:
            for asked in each.asked:
                print(f"   {each.face:8} {asked.bytes:6} {asked.type:10} {asked.url}")
    return all(fits(each) for each in weights)


def row(each: Weight) -> str:
    return (
        f"{each.face:8} {each.bytes:6} of {MOST_BYTES[each.face]} B"
        f"   {each.requests:2} of {MOST_REQUESTS} requests   chain {each.depth}   later {each.later} B"
    )


def fits(each: Weight) -> bool:
    return each.bytes <= MOST_BYTES[each.face] and each.requests <= MOST_REQUESTS and each.depth <= 2


if __name__ == "__main__":
    sys.exit(not asyncio.run(main()))
