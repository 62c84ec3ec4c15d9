"""Does the block in the file say what follows from the file? `python -m talko.demo.expected --check FILE`."""

import argparse
import sys
from difflib import unified_diff
from pathlib import Path

from talko.demo.expected.held import read
from talko.demo.expected.page import apart, written
from talko.demo.expected.whole import block


def main() -> int:
    asked = argparse.ArgumentParser("python -m talko.demo.expected", description=__doc__)
    what = asked.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--check", type=Path, metavar="FILE", help="say what differs; ends with 1 if anything does"
    )
    what.add_argument("--write", type=Path, metavar="FILE", help="write the block anew, and nothing else")
    chosen = asked.parse_args()
    return write(chosen.write) if chosen.write else check(chosen.check)


def write(file: Path) -> int:
    text = file.read_text("utf-8")
    file.write_text(apart(text)[0] + written(block(read(text))), "utf-8")
    return 0


def check(file: Path) -> int:
    text = file.read_text("utf-8")
    _, stands = apart(text)
    lines = unified_diff(
        stands.splitlines(), written(block(read(text))).splitlines(), "in the file", "computed", lineterm=""
    )
    differences = "\n".join(lines)
    print(differences or "The block in the file is what the script computes.")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
