from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import reduce

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from talko.core.activities import cluster
from talko.core.activities.cluster import (
    AT_ONCE,
    AddTheme,
    CardsMoved,
    Grouping,
    MergeThemes,
    MoveCards,
    NameTheme,
    State,
    Theme,
    ThemeAdded,
    ThemeNamed,
    ThemesMerged,
    Undo,
    Undone,
)
from talko.core.audience import Audience, Shown
from talko.core.card import Card
from talko.core.life import Close, Closed, Extend, Extended, Open, Opened, Reveal
from talko.core.people import Refused, Request, Seat, Why, helped
from talko.core.template import Cluster, Hands
from tests.core.story import ADA, CAI, FAY, HAL, NOON, ROOM, WALL

GROUPS = "groups"
CARDS = ("k1", "k2", "k3", "k4")
GUEST = helped(HAL, "1")


def grouping(who: Hands = "facilitator", most: int = 3) -> State:
    return State(GROUPS, Cluster(who, most), 5)


def after(state: State, *events: cluster.Event) -> State:
    return reduce(cluster.evolve, events, state)


def said(
    state: State, command: cluster.Command, seat: Seat = FAY, id: str = "c1", cards: Collection[str] = CARDS
) -> Sequence[cluster.Event] | Refused:
    return cluster.decide(state, Request(id, seat, GROUPS, command, NOON), cards)


FOOD = ThemeAdded("t1", "Food", "en", ("k1", "k2"))
ROADS = ThemeAdded("t2", "Roads", "en", ("k3",))
OPEN = after(grouping(), Opened(0))
TWO = after(OPEN, FOOD, ROADS)  # k4 is among the others
STEPS: list[cluster.Command] = [
    AddTheme("Rest", "en", ("k4",)),
    NameTheme("t1", "Meals", "en"),
    MoveCards(("k1",), "t2"),
    MergeThemes("t1", "t2"),
    Undo(),
]


# Who, and when


@pytest.mark.parametrize("command", STEPS)
@pytest.mark.parametrize("seat", [ADA, GUEST, HAL, WALL, ROOM])
def test_where_who_leads_groups_nobody_else_does(command: cluster.Command, seat: Seat) -> None:
    assert said(TWO, command, seat) == Refused("may_not")


@pytest.mark.parametrize("who", ["groups", "everyone"])
@pytest.mark.parametrize("seat", [HAL, WALL, ROOM])
def test_where_everybody_groups_a_screen_and_a_helper_for_nobody_still_do_not(who: Hands, seat: Seat) -> None:
    state = after(grouping(who), Opened(0), FOOD, ROADS)
    assert [said(state, each, seat) for each in STEPS] == [Refused("may_not")] * len(STEPS)


@pytest.mark.parametrize("seat", [FAY, CAI, ADA])
def test_nothing_is_grouped_before_it_opens_or_after_it_closed(seat: Seat) -> None:
    waiting, over = grouping("everyone"), after(grouping("everyone"), Opened(0), FOOD, ROADS, Closed())
    assert [said(waiting, each, seat) for each in STEPS] == [Refused("not_open_yet")] * len(STEPS)
    assert [said(over, each, seat) for each in STEPS] == [Refused("activity_closed")] * len(STEPS)


@pytest.mark.parametrize("who", ["groups", "everyone"])
@pytest.mark.parametrize("seat", [ADA, GUEST, CAI, FAY])
def test_on_a_common_wall_each_groups_what_others_grouped(who: Hands, seat: Seat) -> None:
    state = after(grouping(who), Opened(0), FOOD, ROADS)
    assert not [each for each in STEPS if isinstance(said(state, each, seat), Refused)]


@pytest.mark.parametrize("seat", [ADA, CAI])
def test_only_who_leads_opens_and_closes_it(seat: Seat) -> None:
    moves: list[cluster.Command] = [Open(), Close(), Extend(1)]
    assert [said(TWO, each, seat) for each in moves] == [Refused("may_not")] * 3


def test_it_opens_closes_and_is_given_more_time_but_is_never_revealed() -> None:
    assert said(grouping(), Open()) == [Opened(NOON + 300)]
    assert said(TWO, Close()) == [Closed()]
    assert said(TWO, Extend(2)) == [Extended(NOON + 120)]
    assert said(TWO, Reveal()) == Refused("not_here")


# What is refused


@pytest.mark.parametrize(("name", "why"), [("", "empty"), ("  ", "empty"), ("x" * 61, "too_long")])
def test_a_theme_has_a_name_and_not_a_long_one(name: str, why: Why) -> None:
    assert said(TWO, AddTheme(name, "en")) == Refused(why)
    assert said(TWO, NameTheme("t1", name, "en")) == Refused(why)


def test_there_are_no_more_themes_than_were_asked_for_and_a_merged_one_does_not_count() -> None:
    three = after(TWO, ThemeAdded("t3", "Rest", "en", ()))
    assert said(three, AddTheme("More", "en")) == Refused("enough_themes")
    merged = after(three, ThemesMerged("t3", "t1"))
    assert said(merged, AddTheme("More", "en"), id="t4") == [ThemeAdded("t4", "More", "en", ())]


def test_a_card_that_is_not_on_the_wall_is_not_grouped() -> None:
    assert said(TWO, AddTheme("Rest", "en", ("k4", "k9"))) == Refused("no_such_card")
    assert said(TWO, MoveCards(("k1", "k9"), "t2")) == Refused("no_such_card")
    assert said(TWO, MoveCards(("k1",), "t2"), cards=("k2", "k3")) == Refused("no_such_card")


def test_a_theme_that_is_not_there_is_not_touched() -> None:
    merged = after(TWO, ThemesMerged("t1", "t2"))
    for wish in (NameTheme("t1", "Meals", "en"), MoveCards(("k1",), "t1")):
        assert said(merged, wish) == Refused("no_such_theme")
    for other in (MergeThemes("t1", "t2"), MergeThemes("t2", "t1")):
        assert said(merged, other) == Refused("no_such_theme")


def test_a_theme_is_not_merged_into_itself() -> None:
    assert said(TWO, MergeThemes("t1", "t1")) == Refused("itself")


@pytest.mark.parametrize("id", ["t1", "t2", "k4"])
def test_a_themes_id_is_one_that_nothing_else_has_or_had(id: str) -> None:
    state = after(TWO, ThemesMerged("t2", "t1"))
    assert said(state, AddTheme("Rest", "en"), id=id) == Refused("id_taken")


def test_where_nothing_was_grouped_there_is_nothing_to_undo() -> None:
    assert said(OPEN, Undo()) == Refused("nothing_to_undo")
    assert said(after(OPEN, FOOD, Undone()), Undo()) == Refused("nothing_to_undo")


# Grouping


def test_a_theme_is_added_under_its_commands_id_empty_or_with_cards() -> None:
    assert said(OPEN, AddTheme(" Food ", "en"), id="t1") == [ThemeAdded("t1", "Food", "en", ())]
    assert said(OPEN, AddTheme("Food", "en", ("k1", "k2", "k1")), id="t1") == [FOOD]
    assert after(OPEN, FOOD).now == Grouping({"t1": Theme("t1", "Food", "en")}, {"k1": "t1", "k2": "t1"})


def test_a_theme_is_split_by_a_new_one_with_some_of_its_cards() -> None:
    assert said(TWO, AddTheme("Soup", "en", ("k2",)), id="t3") == [ThemeAdded("t3", "Soup", "en", ("k2",))]
    split = after(TWO, ThemeAdded("t3", "Soup", "en", ("k2",)))
    assert split.now.lies_in == {"k1": "t1", "k2": "t3", "k3": "t2"}


def test_cards_are_moved_to_a_theme_and_to_the_others() -> None:
    assert said(TWO, MoveCards(("k1", "k4"), "t2")) == [CardsMoved(("k1", "k4"), "t2")]
    assert after(TWO, CardsMoved(("k1", "k4"), "t2")).now.lies_in == {
        "k1": "t2",
        "k2": "t1",
        "k3": "t2",
        "k4": "t2",
    }
    assert said(TWO, MoveCards(("k1",), "")) == [CardsMoved(("k1",), "")]
    assert after(TWO, CardsMoved(("k1",), "")).now.lies_in == {"k2": "t1", "k3": "t2"}


def test_a_card_that_lies_there_already_is_not_moved() -> None:
    assert said(TWO, MoveCards(("k1", "k2"), "t1")) == said(TWO, MoveCards(("k4",), "")) == []
    assert said(TWO, MoveCards((), "t1")) == []
    assert said(TWO, MoveCards(("k1", "k3", "k3"), "t1")) == [CardsMoved(("k3",), "t1")]


def test_of_two_themes_that_say_the_same_one_takes_all_cards() -> None:
    assert said(TWO, MergeThemes("t1", "t2")) == [ThemesMerged("t1", "t2")]
    merged = after(TWO, ThemesMerged("t1", "t2")).now
    assert merged == Grouping({"t2": Theme("t2", "Roads", "en")}, dict.fromkeys(("k1", "k2", "k3"), "t2"))


def test_a_renamed_theme_keeps_its_earlier_names_the_oldest_first() -> None:
    assert said(TWO, NameTheme("t1", " Meals ", "en"), id="n1") == [ThemeNamed("t1", "n1", "Meals", "en")]
    assert said(TWO, NameTheme("t1", "Food", "en")) == []
    twice = after(TWO, ThemeNamed("t1", "n1", "Meals", "en"), ThemeNamed("t1", "n2", "Ruoka", "fi"))
    assert twice.now.themes["t1"] == Theme("t1", "Ruoka", "fi", ("Food", "Meals"))


def test_twenty_earlier_names_of_a_theme_are_kept_and_no_more() -> None:
    named = after(TWO, *(ThemeNamed("t1", f"n{n}", f"Food {n}", "en") for n in range(30)))
    assert named.now.themes["t1"].names == tuple(f"Food {n}" for n in range(9, 29))


# Undo


MOVED, NAMED, MERGED = (
    CardsMoved(("k4",), "t1"),
    ThemeNamed("t1", "n1", "Meals", "en"),
    ThemesMerged("t1", "t2"),
)


@pytest.mark.parametrize("step", [ThemeAdded("t3", "Soup", "en", ("k2",)), MOVED, NAMED, MERGED])
def test_undo_takes_back_the_last_step_whatever_it_was(step: cluster.Event) -> None:
    assert said(after(TWO, step), Undo()) == [Undone()]
    assert after(TWO, step, Undone()) == TWO


def test_undo_goes_back_step_by_step_and_is_itself_not_undone() -> None:
    assert after(TWO, MOVED, NAMED, MERGED, Undone(), Undone()) == after(TWO, MOVED)
    assert after(TWO, MOVED, NAMED, MERGED, Undone(), Undone(), NAMED, Undone()) == after(TWO, MOVED)


def test_fifty_steps_are_undone_and_no_more() -> None:
    state = after(OPEN, FOOD)
    for n in range(51):
        state = after(state, ThemeNamed("t1", f"n{n}", f"Food {n}", "en"))
    for _ in range(50):
        assert said(state, Undo()) == [Undone()]
        state = after(state, Undone())
    assert state.now.themes["t1"].name == "Food 0"
    assert said(state, Undo()) == Refused("nothing_to_undo")


# A card moved and hidden at the same moment


def test_of_a_card_that_is_hidden_first_the_move_is_refused() -> None:
    assert said(TWO, MoveCards(("k1",), "t2"), cards=("k2", "k3", "k4")) == Refused("no_such_card")


def test_a_card_that_is_moved_first_and_then_hidden_comes_back_where_it_was_moved() -> None:
    moved = after(TWO, CardsMoved(("k1",), "t2"))
    without = ("k2", "k3", "k4")
    assert said(moved, MoveCards(("k1",), "t1"), cards=without) == Refused("no_such_card")
    merged = after(moved, ThemesMerged("t2", "t1"))  # what is hidden goes with its theme
    assert merged.now.lies_in["k1"] == "t1"
    assert said(merged, MoveCards(("k1",), "")) == [CardsMoved(("k1",), "")]


# What is seen, and what goes on


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_sees_themes_by_name(audience: Audience) -> None:
    state = after(TWO, NAMED)
    assert cluster.show(state, audience, Shown()) == {
        "kind": "cluster",
        "life": "open",
        "ends": 0,
        "order": ["t1", "t2"],
        "themes": {"t1": {"name": "Meals", "lang": "en"}, "t2": {"name": "Roads", "lang": "en"}},
    }


def test_themes_stand_in_the_order_in_which_they_were_made_also_when_one_is_named_anew() -> None:
    roads_first = after(OPEN, ROADS, FOOD, NAMED)
    assert cluster.show(roads_first, Audience.SCREEN, Shown())["order"] == ["t2", "t1"]


def test_the_console_also_sees_earlier_names_and_whether_a_step_can_be_undone() -> None:
    named = cluster.show(after(TWO, NAMED), Audience.CONSOLE, Shown())
    assert named["can_undo"] is True
    assert named["themes"] == {
        "t1": {"name": "Meals", "lang": "en", "names": ["Food"]},
        "t2": {"name": "Roads", "lang": "en"},
    }
    assert "can_undo" not in cluster.show(OPEN, Audience.CONSOLE, Shown())


def test_a_theme_that_did_not_change_is_the_same_part_as_before() -> None:
    shown = Shown()
    before, now = (cluster.show(each, Audience.SCREEN, shown)["themes"] for each in (TWO, after(TWO, NAMED)))
    assert isinstance(before, dict) and isinstance(now, dict)
    assert now["t2"] is before["t2"] and now["t1"] != before["t1"]


def test_themes_go_on_by_random_id_once_it_has_begun_and_the_others_do_not() -> None:
    state = after(OPEN, ROADS, FOOD)
    handed = {"t1": Card("t1", "Food", "en"), "t2": Card("t2", "Roads", "en")}
    assert list(cluster.taken(state).items()) == list(handed.items())
    assert cluster.taken(after(state, Closed())) == handed
    assert cluster.taken(grouping()) == {}


# Whatever is done in whatever order


THEMES = st.sampled_from(["", "t1", "t2", "c0", "c1"])
SOME = st.lists(st.sampled_from([*CARDS, "k9"]), max_size=3).map(tuple)
ANY_STEP: st.SearchStrategy[cluster.Command] = st.one_of(
    st.builds(AddTheme, st.sampled_from(["Food", "Roads", ""]), st.just("en"), SOME),
    st.builds(NameTheme, THEMES, st.sampled_from(["Food", "Meals"]), st.just("en")),
    st.builds(MoveCards, SOME, THEMES),
    st.builds(MergeThemes, THEMES, THEMES),
    st.just(Undo()),
)


@settings(max_examples=60, derandomize=True, database=None, deadline=None)
@given(st.lists(ANY_STEP, max_size=15))
def test_no_card_is_lost_and_undo_is_exact(steps: list[cluster.Command]) -> None:
    state, earlier = replace(TWO, before=()), list[Grouping]()
    for n, step in enumerate(steps):
        outcome = said(state, step, id=f"c{n}")
        if isinstance(outcome, Refused):
            continue
        before, state = state.now, after(state, *outcome)
        if isinstance(step, Undo):
            assert state.now == earlier.pop()
        elif outcome:
            earlier.append(before)
        assert set(state.now.lies_in) <= set(CARDS)  # each card once; what is not here is among the others
        assert set(state.now.lies_in.values()) <= state.now.themes.keys()
        assert len(state.now.themes) <= 3


def test_a_participant_sweeps_no_wall_with_one_hand() -> None:
    wall = [f"card {n}" for n in range(AT_ONCE + 1)]
    sweep = AddTheme("All of it", "en", tuple(wall))

    def swept(seat: Seat) -> Sequence[cluster.Event] | Refused:
        everyones = after(grouping("everyone"), Opened(0))
        return cluster.decide(everyones, Request("c9", seat, GROUPS, sweep, NOON), wall)

    assert swept(ADA) == Refused("enough_cards")
    assert not isinstance(swept(FAY), Refused)
