"""What the phones did, line by line in a file: what was sent, what was answered, and when."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal, TextIO, TypeAlias

Do: TypeAlias = Literal["add_card", "edit_card", "withdraw_card", "cast"]


@dataclass(frozen=True, slots=True)
class Command:
    """The first word of a card's text is the command that made it, so that its words tell which it is.

    A ballot is a number from 1 to 5.
    """

    id: str
    do: Do
    card: str = ""
    text: str = ""
    n: int = 0  # of a ballot
    choice: int = 0


@dataclass(slots=True)
class History:
    file: TextIO

    def sent(self, phone: int, command: Command) -> None:
        self._write(what="sent", phone=phone, **asdict(command))

    def answered(self, phone: int, id: str, why: str) -> None:
        self._write(what="answered", phone=phone, id=id, why=why)

    def _write(self, **line: str | int) -> None:
        self.file.write(json.dumps({"at_ms": time.monotonic_ns() // 1_000_000, **line}) + "\n")


@contextmanager
def writing(file: Path) -> Iterator[History]:
    with file.open("w", encoding="utf-8") as opened:
        yield History(opened)


@dataclass(slots=True)
class Past:
    """The same, read again."""

    sent: dict[str, Command]
    sent_by: dict[str, int]  # phone by command
    sent_times: int
    acknowledged: set[str]
    refused: dict[str, str]  # for ever, by reason


LATER = {"slow_down", "try_again", "restarting"}


def read(file: Path) -> Past:
    past, asked = Past({}, {}, 0, set(), {}), [each.name for each in fields(Command)]
    for text in file.read_text("utf-8").splitlines():
        line = json.loads(text)
        if line["what"] == "sent":
            past.sent_times += 1
            past.sent[line["id"]] = Command(**{name: line[name] for name in asked})
            past.sent_by[line["id"]] = line["phone"]
        elif not line["why"]:
            past.acknowledged.add(line["id"])
        elif line["why"] not in LATER:
            past.refused[line["id"]] = line["why"]
    return past
