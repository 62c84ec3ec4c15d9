"""The independent checker: what the phones did against the file and a fresh view. No code of the server."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.history import Command, Past


@dataclass(slots=True)
class Log:
    """The log of a workshop as it lies in the file."""

    seqs: list[int] = field(default_factory=list)
    happened: Counter[tuple[str, str]] = field(default_factory=Counter)  # (what, card)
    head: int = 0
    ballots: int = 0


@dataclass(frozen=True, slots=True)
class Ballot:
    n: int
    choice: int


@dataclass(frozen=True, slots=True)
class Seen:
    """After a restart: the text of each card in a fresh view, and each phone's own ballot as it is told."""

    wall: dict[str, str]
    ballots: dict[int, Ballot | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    acknowledged: int
    lost: int
    duplicated: int
    unsent: int  # in the log, and no phone has sent it
    gaps: int
    unlike: int  # cards and ballots that a fresh view shows otherwise than they were acknowledged
    refused: int

    def is_clean(self) -> bool:
        return not (self.lost or self.duplicated or self.unsent or self.gaps or self.unlike or self.refused)

    def __str__(self) -> str:
        return (
            f"acknowledged {self.acknowledged}, lost {self.lost}, duplicated {self.duplicated}, "
            f"gaps {self.gaps}, unsent {self.unsent}, unlike {self.unlike}, refused {self.refused}"
        )


NONE = Ballot(0, 0)
EVENT_OF = {"add_card": "card_added", "edit_card": "card_edited", "withdraw_card": "card_withdrawn"}


def judge(past: Past, log: Log, seen: Seen) -> Verdict:
    logged = {id: command for id, command in past.sent.items() if command.do in EVENT_OF}
    times = {id: log.happened[event_of(command)] for id, command in logged.items()}
    sent = {event_of(command) for command in logged.values()}
    should, ballots, wall = standing(past), newest(past), seen.wall
    return Verdict(
        acknowledged=len(past.acknowledged),
        lost=sum(not times[id] for id in past.acknowledged & logged.keys())
        + sum((seen.ballots[phone] or NONE).n < cast.n for phone, cast in ballots.items()),
        duplicated=sum(n - 1 for n in times.values() if n > 1),
        unsent=sum(n for event, n in log.happened.items() if event not in sent),
        gaps=len(set(range(1, log.head + 1)) ^ set(log.seqs)),
        unlike=sum(wall.get(card) != text for card, text in should.items())
        + len(wall.keys() - should.keys())
        + sum(seen.ballots[phone] != cast for phone, cast in ballots.items())
        + abs(log.ballots - len(ballots)),
        refused=len(past.refused),
    )


def event_of(command: Command) -> tuple[str, str]:
    return EVENT_OF[command.do], command.card


def standing(past: Past) -> dict[str, str]:
    """What each card says, by what was acknowledged. A card is edited or withdrawn at most once."""
    done = [past.sent[id] for id in past.acknowledged]
    texts = {each.card: each.text for each in done if each.do == "add_card"}
    texts |= {each.card: each.text for each in done if each.do == "edit_card"}
    gone = {each.card for each in done if each.do == "withdraw_card"}
    return {card: text for card, text in texts.items() if card not in gone}


def newest(past: Past) -> dict[int, Ballot]:
    """Of each phone, the ballot with the largest n that was acknowledged, whatever came after it."""
    done = [id for id in past.acknowledged if past.sent[id].do == "cast"]
    found: dict[int, Ballot] = {}
    for id in sorted(done, key=lambda id: past.sent[id].n):
        found[past.sent_by[id]] = Ballot(past.sent[id].n, past.sent[id].choice)
    return found


def read_log(database: Path, workshop: str) -> Log:
    """By plain SQL. A card is told by the first word of its text, if that is still there."""
    with closing(sqlite3.connect(database)) as file:
        words = dict(file.execute("SELECT id, text FROM words WHERE workshop = ?", [workshop]))
        head = file.execute("SELECT head FROM workshop WHERE id = ?", [workshop]).fetchone()[0]
        rows = file.execute("SELECT seq, kind, body FROM event WHERE workshop = ?", [workshop]).fetchall()
        (ballots,) = file.execute("SELECT count(*) FROM ballot WHERE workshop = ?", [workshop]).fetchone()
    log = Log(head=head, seqs=[seq for seq, _, _ in rows], ballots=ballots)
    for _, kind, body in rows:
        if kind in EVENT_OF.values():
            card = json.loads(body)["card"]
            log.happened[kind, words.get(card, card).split()[0]] += 1
    return log
