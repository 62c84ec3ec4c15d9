"""After the workshop: its owner tells, another confirms, and both can give it a new day. Nobody else."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from typing import TypeAlias, TypeGuard

from talko.core.audience import View
from talko.core.following import asking
from talko.core.following.asking import Confirm as Confirm
from talko.core.following.asking import DecidePilot as DecidePilot
from talko.core.following.asking import DueMoved as DueMoved
from talko.core.following.asking import MoveDue as MoveDue
from talko.core.following.asking import PeopleHeard as PeopleHeard
from talko.core.following.asking import PilotDecided as PilotDecided
from talko.core.following.asking import ProgressConfirmed as ProgressConfirmed
from talko.core.following.asking import ProgressTold as ProgressTold
from talko.core.following.asking import RemoveWords as RemoveWords
from talko.core.following.asking import Tell as Tell
from talko.core.following.asking import Telling
from talko.core.following.asking import TellPeople as TellPeople
from talko.core.following.asking import WordsRemoved as WordsRemoved
from talko.core.following.line import (
    NOTHING,
    Decided,
    Followed,
    Heard,
    Line,
    Moved,
    Part,
    confirmed_lines,
    due,
    entries,
    status,
)
from talko.core.following.telling import Place, tell, told
from talko.core.people import Refused, Request, Seat, SeatKind, may
from talko.core.records.carrying import held
from talko.core.records.record import Record

Command: TypeAlias = asking.Command
Event: TypeAlias = asking.Event
Told: TypeAlias = Line | Moved | Heard | Decided


@dataclass(frozen=True, slots=True)
class State:
    of: Mapping[str, Followed] = field(default_factory=dict)  # by record


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], record: Record | None, *, is_over: bool
) -> Sequence[Event] | Refused:
    """`record` is the one that the command names, if there is one."""
    if isinstance(request.command, RemoveWords):
        return remove(state, request.seat, request.command)
    if request.seat.kind not in (SeatKind.PARTICIPANT, SeatKind.OWNER, SeatKind.FOLLOWER):
        return Refused("may_not")
    if not record or record.dropped:
        return Refused("no_such_record")
    part = part_in(record, request.seat, request.command)
    if isinstance(part, Refused):
        return part
    if not is_over or not has_accepted(record, part):
        return Refused("not_now")
    return tell(Place(record, state.of.get(record.id, NOTHING), part), request, request.command)


def remove(state: State, seat: Seat, wish: RemoveWords) -> Sequence[Event] | Refused:
    if not may(seat, "hide"):
        return Refused("may_not")
    if wish.entry not in entries(state.of.get(wish.record, NOTHING)):
        return Refused("no_such_item")
    return [WordsRemoved(wish.entry, wish.record)]


def part_in(record: Record, seat: Seat, wish: Telling) -> Part | Refused:
    """In which part somebody tells this. What its owner tells its follower does not, nor the other way."""
    parts = held(record, seat)
    wanted: tuple[Part, ...] = ("owner", "follower")
    if isinstance(wish, Tell):
        wanted = ("owner",)
    if isinstance(wish, Confirm):
        wanted = ("follower",)
    return next((part for part in wanted if part in parts), Refused("not_yours"))


def has_accepted(record: Record, part: Part) -> bool:
    """Who was named and was not asked yet, says yes or no first."""
    return part != "owner" or bool(record.owner and record.owner.accepted)


def evolve(state: State, event: Event) -> State:
    followed = told(state.of.get(event.record, NOTHING), event)
    return replace(state, of={**state.of, event.record: followed})


# What the plan says of it


def show(state: State, record: str, first_due: str) -> View:
    """Nothing where nothing was told. `status` is the follower's last; late is for who shows it to see."""
    followed = state.of.get(record)
    if not followed:
        return {}
    confirmed = confirmed_lines(followed)
    decides: View = {"status": status(followed), "since": confirmed[-1].day} if confirmed else {}
    now: View = {"due": due(first_due, followed)} if followed.moved else {}
    every: dict[str, Sequence[Told]] = {
        "lines": followed.lines,
        "moved": followed.moved,
        "heard": followed.heard,
        "decided": followed.decided,
    }
    told: View = {name: in_turn(some) for name, some in every.items() if some}
    return {**decides, **now, **told}


def in_turn(some: Sequence[Told]) -> View:
    """By number, the first first."""
    return {str(n): shown(each) for n, each in enumerate(some, 1)}


def shown(each: Told) -> View:
    """What is empty is left out, and so is under what id it is kept."""
    return {key: its for key, its in asdict(each).items() if its and key != "entry"}
