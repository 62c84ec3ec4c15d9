import re
from pathlib import Path
from typing import get_args

from talko import core
from talko.core.people import (
    MAY,
    SIDE_OF,
    Later,
    Mark,
    NotNow,
    NotThere,
    NotThis,
    NotYou,
    Role,
    Side,
    helped,
    mark,
    may,
    person,
)
from tests.core.story import ADA, BEN, FAY, HAL, WALL

CORE = Path(core.__path__[0])
REASONS = {why for kind in (Later, NotNow, NotYou, NotThere, NotThis) for why in get_args(kind)}


def reasons_in_the_core() -> set[str]:
    return {why for file in CORE.rglob("*.py") for why in re.findall(r'Refused\("(\w+)"', file.read_text())}


def test_the_screen_may_do_nothing_and_only_people_write_and_join() -> None:
    assert MAY[WALL.kind] == set()
    acts = ("write", "join")
    assert {kind for kind in MAY for act in acts if act in MAY[kind]} == {"participant"}


def test_only_the_facilitator_leads_and_only_the_room_itself_releases() -> None:
    assert [kind for kind in MAY if "lead" in MAY[kind]] == ["facilitator"]
    assert [kind for kind in MAY if "release" in MAY[kind]] == ["room"]


def test_four_reasons_are_given_at_the_edge_and_all_others_by_the_core() -> None:
    assert REASONS - reasons_in_the_core() == {"slow_down", "try_again", "restarting", "malformed"}


def test_a_seat_does_not_print_its_key() -> None:
    assert "ada's key" not in repr(ADA)


def test_every_role_is_on_one_side_and_who_does_not_tell_is_on_none_of_the_two() -> None:
    assert {role: side for role, side in SIDE_OF.items() if side is not Side.USERS} == {
        Role.PROFESSIONAL: Side.WORKERS,
        Role.MANAGER: Side.WORKERS,
        Role.PARTNER: Side.WORKERS,
        Role.NOT_TOLD: Side.UNKNOWN,
    }
    assert (ADA.side, BEN.side, FAY.side) == (Side.USERS, Side.WORKERS, Side.UNKNOWN)


def test_what_one_key_signs_cannot_be_told_to_be_of_one_person() -> None:
    signs = [
        person(ADA.key),
        person(BEN.key),
        mark(ADA.key, "needs", 0),
        mark(ADA.key, "needs", 1),
        mark(ADA.key, "ideas", 0),
        mark(BEN.key, "needs", 0),
    ]
    assert len({each[:32] for each in signs}) == len(signs)


def test_signs_are_kept_in_logs_and_so_never_change() -> None:
    assert person(b"key") == "644b7ccb39efa01df3dadb69070a0ae6"
    assert mark(b"key", "needs", 0) == Mark(
        "6689bc6d5c25144988594831faac58a43a26454f595f3314b8ee830f1381ea3d"
    )


def test_a_guest_is_a_participant_with_a_key_of_their_own() -> None:
    one, two, fays = helped(HAL, "1"), helped(HAL, "2"), helped(FAY, "1")
    assert len({one.key, two.key, fays.key, HAL.key}) == 4
    assert may(one, "write") and not may(one, "help") and one.helped
