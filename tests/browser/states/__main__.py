"""Every state in every language and theme, with axe: `python -m tests.browser.states`, or `make axe`.

Two plays at once, and each looks at half of it: at one language and at half of another.
"""

import asyncio
import sys
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor

from talko.pages.language import LANGUAGES
from tests.browser.states.everything import everything
from tests.browser.states.looking import Looking, Theme

HALVES: tuple[dict[str, Sequence[Theme]], ...] = (
    {"fi": ("light", "dark"), "en": ("light",)},
    {"sv": ("light", "dark"), "en": ("dark",)},
)


def main() -> int:
    began = time.monotonic()
    with ProcessPoolExecutor(len(HALVES)) as workers:
        found = list(workers.map(looked_at, HALVES))
    wrong = [each for faults, _, _ in found for each in faults]
    print("\n".join(wrong))
    states, looks = found[0][1], sum(each for _, _, each in found)
    print(f"{states} states in {', '.join(LANGUAGES)}, light and dark: {looks} looks with axe,", end=" ")
    print(f"{len(wrong)} faults, {time.monotonic() - began:.0f} s.")
    return int(bool(wrong))


def looked_at(looks: Mapping[str, Sequence[Theme]]) -> tuple[list[str], int, int]:
    """What is wrong, how many states there are, and how often they were looked at."""
    looking = Looking(looks)
    return asyncio.run(everything(looking)), len(looking.seen), looking.count


if __name__ == "__main__":
    sys.exit(main())
