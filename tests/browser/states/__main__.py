"""Every state in every language and theme, with axe: `python -m tests.browser.states`, or `make axe`.

Each language is a play of its own, two at a time.
"""

import asyncio
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from talko.pages.language import LANGUAGES
from tests.browser.states.everything import everything
from tests.browser.states.looking import Looking

AT_ONCE = 2


def main() -> int:
    began = time.monotonic()
    with ProcessPoolExecutor(AT_ONCE) as workers:
        found = list(workers.map(looked_at, LANGUAGES))
    wrong = [each for faults, _, _ in found for each in faults]
    print("\n".join(wrong))
    states, looks = found[0][1], sum(each for _, _, each in found)
    print(f"{states} states in {', '.join(LANGUAGES)}, light and dark: {looks} looks with axe,", end=" ")
    print(f"{len(wrong)} faults, {time.monotonic() - began:.0f} s.")
    return int(bool(wrong))


def looked_at(lang: str) -> tuple[list[str], int, int]:
    """What is wrong, how many states there are, and how often they were looked at."""
    looking = Looking(langs=(lang,), themes=("light", "dark"))
    return asyncio.run(everything(looking)), len(looking.seen), looking.count


if __name__ == "__main__":
    sys.exit(main())
