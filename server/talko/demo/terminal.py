"""What the demo shows in the terminal: the addresses, the QR code, and how far it is."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import qrcode

BAR = 24
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
DARK_ON_LIGHT, PLAIN, CLEAR_LINE = "\x1b[30;107m", "\x1b[0m", "\r\x1b[2K"

WELCOME = """\
Talko: a workshop to look at. Nothing of it is kept.

  Screen    {screen}
            Open it here, or on the computer of the projector, and press the button.
  Console   {console}
            From here the workshop is led.
  Phones    {join}
            Scan this, or open {door} and type {code}
"""
YOURS = """
It is your turn: join with your phone and write a card. On the console, close the step and go on.
Ctrl-C ends the demo and deletes everything.
"""
OVER = """
It is over. What stays: {plan}
Ctrl-C ends the demo and deletes everything.
"""
SAME = "What two who looked on saw, the plan and its data are what is expected: 0 differences."


def over(links: Mapping[str, str]) -> str:
    return OVER.format(**links)


def compared(found: Sequence[str], whole: int) -> str:
    if not found:
        return SAME
    rest = [f"… and {whole - len(found)} more"] if whole > len(found) else []
    return "\n".join([*found, *rest, f"{whole} differences."])


def welcome(links: Mapping[str, str]) -> str:
    door = links["join"].partition("/J/")[0]
    return f"{WELCOME.format(**links, door=door)}\n{qr(links['join'], coloured=sys.stdout.isatty())}"


def qr(text: str, *, coloured: bool) -> str:
    """Two rows in each line of text, dark on light whatever the terminal's colours are."""
    code = qrcode.QRCode(border=2, error_correction=qrcode.constants.ERROR_CORRECT_L)
    code.add_data(text)
    rows: list[list[bool]] = code.get_matrix()
    pairs = zip(rows[::2], [*rows[1::2], [False] * len(rows)], strict=False)
    lines = ["".join(HALVES[pair] for pair in zip(upper, lower, strict=True)) for upper, lower in pairs]
    return "".join(f"  {DARK_ON_LIGHT}{line}{PLAIN}\n" if coloured else f"  {line}\n" for line in lines)


@dataclass(slots=True)
class Bar:
    """A bar for each part of the play."""

    what: str = ""
    steps: int = 0
    done: int = 0

    def begin(self, what: str, steps: int) -> None:
        self.what, self.steps, self.done = what, steps, 0
        if not steps:
            print(f"  {what}", flush=True)

    def step(self) -> None:
        self.done += 1
        full = BAR * self.done // self.steps
        bar = "█" * full + "░" * (BAR - full)
        end = "\n" if self.done == self.steps else ""
        print(f"{CLEAR_LINE}  {self.what:<44} {bar} {self.done}/{self.steps}", end=end, flush=True)


class Lines:
    """Where nobody watches: a line for each part."""

    def begin(self, what: str, steps: int) -> None:
        print(f"  {what}: {steps}" if steps else f"  {what}", flush=True)

    def step(self) -> None:
        pass


class Silent(Lines):
    def begin(self, what: str, steps: int) -> None:
        pass
