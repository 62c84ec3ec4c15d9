"""`talko example`: writes another workshop of the same kind, with what must come out of it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from talko.demo.invent import FEWEST, MOST, example


def main(args: Sequence[str]) -> int:
    asked = options().parse_args(args)
    text = example(asked.seed, asked.people)
    if asked.out:
        asked.out.write_text(text, "utf-8")
    else:
        sys.stdout.write(text)
    return 0


def options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser("talko example", description=__doc__)
    asked.add_argument("--seed", type=int, required=True, help="the same number, the same workshop")
    asked.add_argument("--people", type=people, default=20, metavar="P", help=f"{FEWEST} to {MOST}")
    asked.add_argument("--out", type=Path, metavar="FILE")
    return asked


def people(text: str) -> int:
    if FEWEST <= int(text) <= MOST:
        return int(text)
    raise argparse.ArgumentTypeError(f"between {FEWEST} and {MOST}")
