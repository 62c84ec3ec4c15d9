import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talko.core.audience import Audience, Json, Shown, View
from talko.core.patch import Patch, diff, merge
from talko.core.views import view
from tests.core.day import MOMENTS
from tests.core.story import HELLO, IDEAS, NEEDS, NO_BOXES, ROUND

KEYS, LEAVES = st.sampled_from("xyz"), st.sampled_from(["", "a", "b", 1, 2])
VIEWS = st.dictionaries(KEYS, LEAVES | st.dictionaries(KEYS, LEAVES))


@pytest.mark.parametrize(
    ("old", "new", "patch"),
    [
        ({}, {}, {}),
        ({"n": 1}, {"n": 1}, {}),
        ({"n": 1}, {"n": 2}, {"n": 2}),
        ({"n": 1, "m": 1}, {"m": 1}, {"n": None}),
        ({}, {"cards": {}}, {"cards": {}}),
        ({"cards": {"k1": {"text": "a"}}}, {"cards": {}}, {"cards": {"k1": None}}),
        (
            {"cards": {"k1": {"text": "a"}}},
            {"cards": {"k1": {"text": "b"}}},
            {"cards": {"k1": {"text": "b"}}},
        ),
        ({"langs": ["fi"]}, {"langs": ["fi"]}, {}),
        ({"langs": ["fi"]}, {"langs": ["fi", "en"]}, {"langs": ["fi", "en"]}),
        ({"it": {"n": 1}}, {"it": 1}, {"it": 1}),
        ({"it": 1}, {"it": {"n": 1}}, {"it": {"n": 1}}),
    ],
)
def test_a_patch_says_what_changed_and_removes_by_null(old: View, new: View, patch: Patch) -> None:
    assert diff(old, new) == patch
    assert merge(old, patch) == new


@given(VIEWS, VIEWS)
@settings(max_examples=40, derandomize=True, database=None)
def test_whatever_changed_the_old_view_and_the_patch_make_the_new_one(old: View, new: View) -> None:
    assert merge(old, diff(old, new)) == new


def test_diff_does_not_look_into_the_same_object() -> None:
    class Untouched(dict[str, Json]):
        def __eq__(self, other: object) -> bool:
            raise AssertionError("looked into")

        keys = items = __eq__  # type: ignore[assignment]

    same = Untouched()
    assert diff({"wall": same}, {"wall": same, "n": 1}) == {"n": 1}


def change(audience: Audience, before: str, after: str) -> Patch:
    """What the room is sent when it was shown the one moment and then the other."""
    shown = Shown()
    return diff(
        view(MOMENTS[before], NO_BOXES, audience, shown), view(MOMENTS[after], NO_BOXES, audience, shown)
    )


@pytest.mark.parametrize("audience", Audience)
def test_at_every_moment_the_last_view_and_the_patch_make_the_fresh_view(audience: Audience) -> None:
    shown = Shown()
    last: View = {}
    on_the_phone: View = {}
    for workshop in MOMENTS.values():
        now = view(workshop, NO_BOXES, audience, shown)
        on_the_phone, last = merge(on_the_phone, diff(last, now)), now
        assert on_the_phone == now == view(workshop, NO_BOXES, audience, Shown())


def test_a_card_that_the_room_does_not_read_yet_costs_it_one_number() -> None:
    for audience in (Audience.SCREEN, Audience.PHONE):
        assert change(audience, "k5", "k2") == {"activities": {NEEDS: {"written": 2}}}


def test_one_more_card_costs_the_console_that_card_and_one_number() -> None:
    card = {"text": "More of us", "lang": "en"}
    patch = {"activities": {NEEDS: {"written": 4, "cards": {"k1": card}}}}
    assert change(Audience.CONSOLE, "k4 withdrawn", "k1") == patch


def test_five_released_cards_cost_the_room_those_five() -> None:
    patch = change(Audience.PHONE, "i4", "five released")
    cards = {f"i{n}": {"text": f"Idea {n}", "lang": "en", "nickname": "Fox"} for n in (1, 2, 4, 5, 6)}
    assert patch == {"activities": {IDEAS: {"written": 5, "cards": cards}}}


def test_a_hidden_card_is_removed_from_the_wall_and_marked_on_the_console() -> None:
    assert change(Audience.SCREEN, "f2 shown", "k1 hidden") == {
        "activities": {ROUND: {"cards": {"k1": None}}}
    }
    marked = {"activities": {ROUND: {"cards": {"k1": {"hidden": "not now"}}}}}
    assert change(Audience.CONSOLE, "f2 shown", "k1 hidden") == marked


def test_going_on_removes_the_activity_that_was_left() -> None:
    patch = change(Audience.PHONE, "no break", "to needs")
    needs = {"kind": "collect", "life": "waiting", "ends": 0, "written": 0, "cards": {}, "reads": {}}
    assert patch == {"agenda": {"current": NEEDS}, "activities": {HELLO: None, NEEDS: needs}}
