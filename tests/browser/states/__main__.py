"""Every state in every language and theme, with axe: `python -m tests.browser.states`, or `make axe`."""

import asyncio
import sys
import time

from tests.browser.states.everything import everything
from tests.browser.states.looking import Looking


def main() -> int:
    began, looking = time.monotonic(), Looking(langs=("fi", "sv", "en"), themes=("light", "dark"))
    wrong = asyncio.run(everything(looking))
    print("\n".join(wrong))
    took = time.monotonic() - began
    print(f"{len(looking.seen)} states, {looking.count} looks, {len(wrong)} faults, {took:.0f} s.")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
