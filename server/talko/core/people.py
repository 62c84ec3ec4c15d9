"""Who asks, what their seat may do (one table), and how a card is recognised without knowing whose it is."""

import hmac
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Generic, Literal, NewType, TypeAlias, TypeVar

Mark = NewType("Mark", str)
C = TypeVar("C", covariant=True)


class Side(StrEnum):
    USERS = "users"
    WORKERS = "workers"
    UNKNOWN = "unknown"


class Role(StrEnum):
    CLIENT = "client"
    DEVELOPER_CLIENT = "developer_client"
    EXPERIENCE_EXPERT = "experience_expert"
    PEER = "peer"
    RELATIVE = "relative"
    PANELIST = "panelist"
    PROFESSIONAL = "professional"
    MANAGER = "manager"
    PARTNER = "partner"
    NOT_TOLD = "not_told"


WORKERS = {Role.PROFESSIONAL, Role.MANAGER, Role.PARTNER}

SIDE_OF: dict[Role, Side] = {
    role: Side.UNKNOWN if role is Role.NOT_TOLD else Side.WORKERS if role in WORKERS else Side.USERS
    for role in Role
}


class SeatKind(StrEnum):
    PARTICIPANT = "participant"
    HELPER = "helper"
    COHOST = "cohost"
    FACILITATOR = "facilitator"
    SCREEN = "screen"
    OWNER = "owner"  # of one record, by a link of their own
    FOLLOWER = "follower"  # likewise
    ROOM = "room"  # the room itself, when something is due: no key opens this seat


Act = Literal["join", "write", "vote", "help", "bring", "note", "hide", "tend", "lead", "release"]

# "note" writes down what a table said; "tend" groups, plans and answers with the room; "lead" moves it.
MAY: dict[SeatKind, set[Act]] = {
    SeatKind.PARTICIPANT: {"join", "write", "vote"},
    SeatKind.HELPER: {"help", "bring", "note"},
    SeatKind.COHOST: {"help", "bring", "note", "hide", "tend"},
    SeatKind.FACILITATOR: {"help", "bring", "note", "hide", "tend", "lead"},
    SeatKind.SCREEN: set(),
    SeatKind.OWNER: set(),  # only what is about their own record
    SeatKind.FOLLOWER: set(),
    SeatKind.ROOM: {"release"},
}


@dataclass(frozen=True, slots=True)
class Seat:
    """Settled at the handshake, never by a message. The key is the device's secret: used, never kept."""

    kind: SeatKind
    key: bytes = field(repr=False)
    role: Role = Role.NOT_TOLD
    helped: bool = False
    record: str = ""  # of an owner or follower: the one that their link is about

    @property
    def side(self) -> Side:
        return SIDE_OF[self.role]


@dataclass(frozen=True, slots=True)
class Request(Generic[C]):
    """A command with who asks, and where. The id is made on the phone, so sending again is safe."""

    id: str
    seat: Seat
    activity: str  # "" is the workshop itself
    command: C
    at: int  # whole seconds since 1970
    guest: str = ""  # the number of somebody without a phone, for whom a helper asks
    today: str = ""  # the day at the workshop's place, as 2026-10-08


Later = Literal["slow_down", "try_again", "restarting"]
NotNow = Literal[
    "not_open_yet", "activity_closed", "not_now", "still_open", "moved_on", "last_step", "first_step",
    "door_closed", "room_full", "workshop_over", "not_finished", "no_run_off", "enough_rounds", "settled",
]  # fmt: skip
NotYou = Literal["may_not", "not_yours", "id_taken", "not_joined", "not_your_vote", "taken", "same_person"]
NotThere = Literal[
    "no_such_activity", "no_such_card", "no_such_item", "no_such_bucket", "no_such_option", "no_such_theme",
    "no_such_record", "no_such_field", "no_such_question", "not_here",
]  # fmt: skip
NotThis = Literal[
    "malformed", "empty", "too_long", "enough_cards", "reason_needed", "bucket_needed", "item_needed",
    "no_feelings", "no_nicknames", "permission_needed", "not_this_way", "too_many_dots", "too_many_on_one",
    "too_many_ranks", "not_on_the_scale", "one_option", "text_needed", "no_time_to_think", "nothing_to_undo",
    "enough_themes", "enough_records", "enough_questions", "no_items", "date_needed", "date_past", "date_far",
    "date_to_come", "date_order", "name_needed", "not_a_person", "not_a_choice", "itself",
]  # fmt: skip
Why: TypeAlias = Later | NotNow | NotYou | NotThere | NotThis


@dataclass(frozen=True, slots=True)
class Refused:
    """The ordinary answer "no". The list of reasons is closed, so a test can see that each is translated."""

    why: Why
    missing: tuple[str, ...] = ()  # what keeps a workshop from being finished


def may(seat: Seat, act: Act) -> bool:
    return act in MAY[seat.kind]


def person(key: bytes) -> str:
    """Who is in the room, as the log knows them: one name for each key, tied to nothing they write."""
    return sign(key, "person")[:32]


def mark(key: bytes, activity: str, nth: int) -> Mark:
    """Only who holds the key can make this mark again, so the log needs no author."""
    return Mark(sign(key, f"card {activity} {nth}"))


def helped(helper: Seat, guest: str, role: Role = Role.NOT_TOLD) -> Seat:
    """The seat of somebody without a phone: the same rights as any participant, through a helper's phone."""
    key = hmac.digest(helper.key, f"guest {guest}".encode(), "sha256")
    return replace(helper, kind=SeatKind.PARTICIPANT, key=key, role=role, helped=True)


def sign(key: bytes, what: str) -> str:
    return hmac.digest(key, what.encode(), "sha256").hex()
