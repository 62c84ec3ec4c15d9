from dataclasses import replace
from functools import reduce

import pytest

from talko.core import template
from talko.core.activities import plan
from talko.core.activities.plan import (
    AcceptAloud,
    AddRecord,
    Command,
    DropRecord,
    FieldWritten,
    LetGo,
    LetGoOf,
    NameFor,
    OwnerAccepted,
    ProposeWording,
    RecordAdded,
    RecordDropped,
    RemoveHelper,
    SetSources,
    Sources,
    SourcesSet,
    State,
    TakenOn,
    TakeOn,
    UseWording,
    WordingUsed,
    WriteField,
)
from talko.core.audience import Audience, Shown
from talko.core.card import Card
from talko.core.life import Close, Closed, Extend, Extended, Open, Opened, Reveal
from talko.core.people import Refused, Request, Seat, Why, helped, person
from talko.core.records.naming import MOST_HELPERS
from talko.core.records.record import Named, Part
from talko.core.records.wording import MOST_WORDINGS
from talko.core.template import Hands, RecordKind
from tests.core.story import ADA, BEN, CAI, FAY, HAL, NOON, ROOM, WALL

TODAY = "2026-10-08"
GUEST = helped(HAL, "1")
THINGS = Sources(("t1", "t2", "t3"), ("k1", "field"))


def a_plan(kind: RecordKind = "action", who_fills: Hands = "facilitator", most: int = 2) -> State:
    return State("c1", template.Plan(kind, who_fills, max=most), minutes=8)


def after(state: State, *events: plan.Event) -> State:
    return reduce(plan.evolve, events, state)


def asks(seat: Seat, wish: Command, id: str = "x1") -> Request[Command]:
    return Request(id, seat, "c1", wish, at=NOON, today=TODAY)


def said(
    state: State, seat: Seat, wish: Command, id: str = "x1", things: Sources = THINGS
) -> list[plan.Event] | Refused:
    answer = plan.decide(state, asks(seat, wish, id), things)
    return answer if isinstance(answer, Refused) else list(answer)


def named(name: str, id: str, seat: Seat | None = None, part: Part = "owner") -> TakenOn:
    """By their own phone where a seat is told, else aloud."""
    who = person(seat.key) if seat else ""
    return TakenOn("r1", part, id, name, who, accepted=bool(seat), outside=False)


WAITING = a_plan()
OPEN = after(WAITING, Opened(0))
ONE = after(OPEN, RecordAdded("r1", ("t1",)), FieldWritten("r1", "r1", "what", "We open a café", "en"))
CLOSED = after(ONE, Closed())
EVERYONES = after(
    a_plan(who_fills="everyone"),
    Opened(0),
    RecordAdded("r1", ("t1",)),
    FieldWritten("r1", "r1", "what", "We open a café", "en"),
)
GROUPS = replace(EVERYONES, settings=template.Plan("action", "groups"))
ADAS = after(ONE, named("Ada", "n1", ADA))
ALOUD = after(ONE, named("Ada", "n1"))
DROPPED = after(ADAS, RecordDropped("r1", "twice"))

FILLING: tuple[Command, ...] = (
    AddRecord(("t1",)),
    SetSources("r1", ("t1",)),
    WriteField("r1", "what", "A café", "en"),
    UseWording("r1", "r1"),
    NameFor("r1", "owner", "Ada"),
    RemoveHelper("r1", "n1"),
)
LEADING: tuple[Command, ...] = (AcceptAloud("r1"), DropRecord("r1", "twice"))
TAKING: tuple[Command, ...] = (TakeOn("r1", "owner", "Ada"), LetGo("r1", "owner"))
PROPOSING = ProposeWording("r1", "what", "We open a tea room", "en")


# When and who


@pytest.mark.parametrize("wish", [*FILLING, *LEADING, *TAKING, PROPOSING])
def test_nothing_is_planned_before_it_opens(wish: Command) -> None:
    seat = ADA if wish in (*TAKING, PROPOSING) else FAY
    assert said(WAITING, seat, wish) == Refused("not_open_yet")


@pytest.mark.parametrize("wish", [*FILLING, *LEADING, *TAKING, PROPOSING])
@pytest.mark.parametrize("seat", [HAL, WALL, ROOM])
def test_a_helper_for_themselves_the_screen_and_the_room_plan_nothing(seat: Seat, wish: Command) -> None:
    assert said(EVERYONES, seat, wish) == Refused("may_not")


@pytest.mark.parametrize("wish", [*TAKING, PROPOSING])
@pytest.mark.parametrize("seat", [CAI, FAY])
def test_who_leads_takes_nothing_on_and_proposes_nothing(seat: Seat, wish: Command) -> None:
    assert said(EVERYONES, seat, wish) == Refused("may_not")


@pytest.mark.parametrize("wish", FILLING)
def test_where_the_facilitator_fills_the_plan_participants_do_not(wish: Command) -> None:
    assert said(ONE, ADA, wish) == Refused("may_not")


@pytest.mark.parametrize("wish", LEADING)
def test_participants_neither_accept_for_another_nor_drop_a_record(wish: Command) -> None:
    assert said(EVERYONES, ADA, wish) == Refused("may_not")


@pytest.mark.parametrize("wish", [*FILLING, PROPOSING])
def test_participants_write_nothing_after_it_closed(wish: Command) -> None:
    assert said(after(EVERYONES, Closed()), ADA, wish) == Refused("activity_closed")


def test_who_leads_mends_a_closed_plan_for_the_gate_asks_for_it() -> None:
    assert said(CLOSED, CAI, WriteField("r1", "due", "2026-10-22")) == [
        FieldWritten("r1", "x1", "due", "2026-10-22", "")
    ]
    assert said(CLOSED, FAY, NameFor("r1", "follower", "Ben")) == [named("Ben", "x1", part="follower")]
    assert said(CLOSED, FAY, AddRecord(("t2",)), "r2") == [RecordAdded("r2", ("t2",))]


def test_people_take_on_and_let_go_also_after_it_closed() -> None:
    assert said(CLOSED, BEN, TakeOn("r1", "follower", "Ben")) == [named("Ben", "x1", BEN, "follower")]
    assert said(after(ADAS, Closed()), ADA, LetGo("r1", "owner")) == [LetGoOf("r1", "owner", "n1")]


@pytest.mark.parametrize("seat", [ADA, GUEST, CAI, FAY])
@pytest.mark.parametrize("state", [EVERYONES, GROUPS])
def test_where_all_or_groups_fill_it_anybody_writes_any_record(state: State, seat: Seat) -> None:
    assert said(state, seat, WriteField("r1", "first_step", "We ask", "en")) == [
        FieldWritten("r1", "x1", "first_step", "We ask", "en")
    ]


def test_it_opens_closes_and_is_extended_by_who_leads_and_has_nothing_to_reveal() -> None:
    assert said(WAITING, FAY, Reveal()) == Refused("not_here")
    assert said(OPEN, CAI, Close()) == Refused("may_not")
    assert said(WAITING, FAY, Open()) == [Opened(NOON + 480)]
    assert said(OPEN, FAY, Extend(2)) == [Extended(NOON + 120)]
    assert said(OPEN, FAY, Close()) == [Closed()]
    assert said(CLOSED, FAY, Open()) == [Opened(NOON + 480)]


# Records


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (AddRecord(("gone",)), "no_such_item"),
        (AddRecord(("t1", "gone")), "no_such_item"),
        (AddRecord(("t2",), "x" * 501, "en"), "too_long"),
    ],
)
def test_a_record_is_refused_with_a_source_that_is_not_there_or_with_too_much(
    wish: AddRecord, why: Why
) -> None:
    assert said(OPEN, FAY, wish) == Refused(why)


def test_a_record_of_a_withdrawn_card_is_refused() -> None:
    withdrawn = Sources(("t2", "t3"))
    assert said(OPEN, FAY, AddRecord(("t1",)), things=withdrawn) == Refused("no_such_item")
    assert said(ONE, FAY, SetSources("r1", ("t1", "t2")), things=withdrawn) == Refused("no_such_item")


def test_the_id_of_a_record_is_used_once() -> None:
    assert said(ONE, FAY, AddRecord(("t2",)), "r1") == Refused("id_taken")


def test_a_response_has_no_title_of_its_own() -> None:
    responses = after(a_plan("response"), Opened(0))
    assert said(responses, FAY, AddRecord(("t1",), "A café", "en")) == Refused("no_such_field")
    assert said(responses, FAY, AddRecord(("t1",))) == [RecordAdded("x1", ("t1",))]


def test_a_full_plan_takes_no_more_but_of_what_was_selected_and_has_no_record_yet() -> None:
    full = after(ONE, RecordAdded("r2", ("t2",)))
    assert said(full, FAY, AddRecord(())) == Refused("enough_records")
    assert said(full, FAY, AddRecord(("t1", "field"))) == Refused("enough_records")
    assert said(full, FAY, AddRecord(("k1",))) == Refused("enough_records")  # nobody selected it
    assert said(full, FAY, AddRecord(("t3",))) == [RecordAdded("x1", ("t3",))]
    assert said(after(full, RecordDropped("r2", "twice")), FAY, AddRecord(())) == [RecordAdded("x1", ())]


def test_nobody_adds_records_without_end_by_taking_their_sources_off_again() -> None:
    bare = [each for n in range(2, 6) for each in (RecordAdded(f"r{n}", ("t1",)), SourcesSet(f"r{n}", ()))]
    as_many_as_there_can_be = after(EVERYONES, SourcesSet("r1", ()), *bare)
    few = replace(as_many_as_there_can_be, settings=template.Plan("action", "everyone", max=2))
    assert said(few, ADA, AddRecord(("t1",))) == Refused("enough_records")
    fewer = after(few, RecordDropped("r5", "twice"))
    assert said(fewer, ADA, AddRecord(("t1",))) == [RecordAdded("x1", ("t1",))]


def test_a_record_is_added_with_its_sources_each_once_and_what_is_done() -> None:
    assert said(OPEN, FAY, AddRecord(("t1", "field", "t1"), " A café ", "en"), "r1") == [
        RecordAdded("r1", ("t1", "field")),
        FieldWritten("r1", "r1", "what", "A café", "en"),
    ]


def test_the_sources_are_changed() -> None:
    assert said(ONE, FAY, SetSources("r1", ("t2", "t2"))) == [SourcesSet("r1", ("t2",))]
    assert after(ONE, SourcesSet("r1", ())).records["r1"].sources == ()


def test_a_record_is_dropped_with_a_reason_that_says_something() -> None:
    assert said(ONE, FAY, DropRecord("r1", "  ")) == Refused("reason_needed")
    assert said(ONE, FAY, DropRecord("r1", "x" * 301)) == Refused("too_long")
    assert said(ONE, CAI, DropRecord("r1", " twice ")) == [RecordDropped("r1", "twice")]


@pytest.mark.parametrize("state", [OPEN, DROPPED])
@pytest.mark.parametrize("wish", [*FILLING[1:], *LEADING])
def test_what_is_not_there_or_was_dropped_is_not_written(state: State, wish: Command) -> None:
    assert said(state, FAY, wish) == Refused("no_such_record")


def test_a_name_is_taken_back_also_from_a_dropped_record() -> None:
    assert said(DROPPED, ADA, TakeOn("r1", "follower", "Ada")) == Refused("no_such_record")
    assert said(DROPPED, ADA, LetGo("r1", "owner")) == [LetGoOf("r1", "owner", "n1")]


def test_participants_write_a_record_anew_two_hundred_times_and_who_leads_still_can() -> None:
    written = [FieldWritten("r1", f"w{n}", "what", f"A café {n}", "en") for n in range(MOST_WORDINGS)]
    full = after(EVERYONES, *written)
    for wish in (WriteField("r1", "what", "A bar", "en"), PROPOSING):
        assert said(full, ADA, wish) == Refused("enough_cards")
    assert said(full, FAY, WriteField("r1", "what", "A bar", "en")) == [
        FieldWritten("r1", "x1", "what", "A bar", "en")
    ]


# Owners and followers


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "name_needed"),
        ("  ", "name_needed"),
        ("-", "name_needed"),
        ("?!…", "name_needed"),
        ("x" * 61, "too_long"),
        ("Tiimi", "not_a_person"),
        ("me kaikki", "not_a_person"),
        ("Me, kaikki!", "not_a_person"),
        ("HENKILÖKUNTA", "not_a_person"),
        ("Everyone", "not_a_person"),
    ],
)
def test_a_team_or_nobody_takes_nothing_on(name: str, why: Why) -> None:
    assert said(ONE, ADA, TakeOn("r1", "owner", name)) == Refused(why)
    if name.strip():
        assert said(ONE, FAY, NameFor("r1", "follower", name)) == Refused(why)


@pytest.mark.parametrize("name", ["Ada", "a member of the group", "Me Nguyen", "Team lead Ada", "7", "李"])
def test_anybody_is_called_as_they_like(name: str) -> None:
    assert said(ONE, ADA, TakeOn("r1", "owner", f" {name} ")) == [named(name, "x1", ADA)]


def test_an_owner_who_is_also_the_follower_is_refused_by_phone_and_by_name() -> None:
    follows = after(ONE, named("Ada", "n1", ADA, "follower"))
    assert said(ADAS, ADA, TakeOn("r1", "follower", "A.")) == Refused("same_person")
    assert said(follows, ADA, TakeOn("r1", "owner", "A.")) == Refused("same_person")
    assert said(ADAS, FAY, NameFor("r1", "follower", " ada ")) == Refused("same_person")
    assert said(ALOUD, ADA, TakeOn("r1", "follower", "ADA")) == Refused("same_person")


def test_two_people_may_be_called_alike_where_each_took_it_on() -> None:
    member = after(ONE, named("a member of the group", "n1", ADA))
    assert said(member, BEN, TakeOn("r1", "follower", "a member of the group")) == [
        named("a member of the group", "x1", BEN, "follower")
    ]


def test_what_another_took_on_is_taken() -> None:
    assert said(ADAS, BEN, TakeOn("r1", "owner", "Ben")) == Refused("taken")
    assert said(after(ALOUD, OwnerAccepted("r1")), BEN, TakeOn("r1", "owner", "Ben")) == Refused("taken")
    assert said(
        after(ONE, named("Ada", "n1", ADA, "follower")), BEN, TakeOn("r1", "follower", "Ben")
    ) == Refused("taken")


def test_an_owner_who_left_keeps_what_they_took_on_until_they_let_go() -> None:
    assert said(ADAS, BEN, TakeOn("r1", "owner", "Ben")) == Refused("taken")
    assert plan.show_mine(ADAS, ADA) == {"r1": ["owner"]}
    assert said(ADAS, FAY, NameFor("r1", "owner", "Ben")) == [
        LetGoOf("r1", "owner", "n1"),
        named("Ben", "x1"),
    ]


def test_whoever_was_named_aloud_takes_it_on_or_another_who_wants_to() -> None:
    assert said(ALOUD, ADA, TakeOn("r1", "owner", "Ada")) == [
        LetGoOf("r1", "owner", "n1"),
        named("Ada", "x1", ADA),
    ]
    assert said(ALOUD, BEN, TakeOn("r1", "owner", "Ben")) == [
        LetGoOf("r1", "owner", "n1"),
        named("Ben", "x1", BEN),
    ]


def test_who_said_yes_aloud_may_also_say_it_on_the_phone() -> None:
    aloud = after(ALOUD, OwnerAccepted("r1"))
    assert said(aloud, ADA, TakeOn("r1", "owner", "Ada")) == [
        LetGoOf("r1", "owner", "n1"),
        named("Ada", "x1", ADA),
    ]


def test_the_same_person_changes_how_they_are_called() -> None:
    assert said(ADAS, ADA, TakeOn("r1", "owner", "Ada")) == []
    assert said(ADAS, ADA, TakeOn("r1", "owner", "A.")) == [
        LetGoOf("r1", "owner", "n1"),
        named("A.", "x1", ADA),
    ]


def test_a_guest_of_a_helper_takes_on_as_anybody() -> None:
    assert said(ONE, GUEST, TakeOn("r1", "owner", "Gus")) == [named("Gus", "x1", GUEST)]


def test_helpers_are_many_and_each_is_one() -> None:
    helps = after(ADAS, named("Ben", "n2", BEN, "helper"), named("Gus", "n3", part="helper"))
    assert said(helps, ADA, TakeOn("r1", "helper", "Ada")) == [named("Ada", "x1", ADA, "helper")]
    assert said(helps, BEN, TakeOn("r1", "helper", "Ben")) == []
    assert said(helps, FAY, NameFor("r1", "helper", "Gus")) == []
    assert said(helps, GUEST, TakeOn("r1", "helper", "Gus")) == [
        LetGoOf("r1", "helper", "n3"),
        named("Gus", "x1", GUEST, "helper"),
    ]
    assert said(helps, FAY, NameFor("r1", "helper", "")) == Refused("name_needed")
    assert said(helps, FAY, RemoveHelper("r1", "n9")) == Refused("no_such_item")
    assert said(helps, FAY, RemoveHelper("r1", "n2")) == [LetGoOf("r1", "helper", "n2")]
    assert after(helps, LetGoOf("r1", "helper", "n2")).records["r1"].helpers == {
        "n3": Named("Gus", naming="n3")
    }


def test_twenty_help_and_no_more() -> None:
    helped_by = after(ADAS, *(named(f"Helper {n}", f"h{n}", part="helper") for n in range(MOST_HELPERS)))
    assert said(helped_by, FAY, NameFor("r1", "helper", "One more")) == Refused("enough_cards")
    assert said(helped_by, BEN, TakeOn("r1", "helper", "Ben")) == Refused("enough_cards")
    assert said(helped_by, BEN, TakeOn("r1", "helper", "Helper 3")) == [
        LetGoOf("r1", "helper", "h3"),
        named("Helper 3", "x1", BEN, "helper"),
    ]


def test_only_who_took_it_on_lets_it_go() -> None:
    assert said(ADAS, BEN, LetGo("r1", "owner")) == Refused("not_yours")
    assert said(ADAS, ADA, LetGo("r1", "helper")) == Refused("not_yours")
    assert said(ALOUD, ADA, LetGo("r1", "owner")) == Refused("not_yours")
    assert said(ADAS, ADA, LetGo("r1", "owner")) == [LetGoOf("r1", "owner", "n1")]
    assert after(ADAS, LetGoOf("r1", "owner", "n1")).records["r1"] == ONE.records["r1"]


def test_a_participant_who_fills_the_plan_takes_nothing_from_another() -> None:
    taken = after(EVERYONES, named("Ada", "n1", ADA), named("Ada", "n2", ADA, "helper"))
    assert said(taken, BEN, NameFor("r1", "owner", "Ben")) == Refused("taken")
    assert said(taken, BEN, NameFor("r1", "owner", "")) == Refused("taken")
    assert said(taken, BEN, RemoveHelper("r1", "n2")) == Refused("taken")
    assert said(taken, ADA, RemoveHelper("r1", "n2")) == [LetGoOf("r1", "helper", "n2")]


def test_names_said_aloud_are_typed_changed_and_taken_away() -> None:
    assert said(ONE, FAY, NameFor("r1", "owner", "")) == []
    assert said(ONE, FAY, NameFor("r1", "owner", " Ada ")) == [named("Ada", "x1")]
    assert said(ALOUD, FAY, NameFor("r1", "owner", "Ada")) == []
    assert said(ALOUD, FAY, NameFor("r1", "owner", "")) == [LetGoOf("r1", "owner", "n1")]
    assert said(ALOUD, FAY, NameFor("r1", "owner", "Ada", outside=True)) == [
        LetGoOf("r1", "owner", "n1"),
        replace(named("Ada", "x1"), outside=True),
    ]


def test_an_owner_says_yes_aloud_once_there_is_one() -> None:
    assert said(ONE, FAY, AcceptAloud("r1")) == Refused("name_needed")
    assert said(ALOUD, CAI, AcceptAloud("r1")) == [OwnerAccepted("r1")]
    assert said(ADAS, FAY, AcceptAloud("r1")) == []
    assert after(ALOUD, OwnerAccepted("r1")).records["r1"].owner == Named("Ada", accepted=True, naming="n1")


# What is handed on, and what is seen


def test_records_go_on_with_their_titles_and_dropped_ones_do_not() -> None:
    two = after(ONE, RecordAdded("r2", ("t2",)), RecordAdded("r3", ()), RecordDropped("r3", "twice"))
    assert plan.taken(two) == {"r1": Card("r1", "We open a café", "en"), "r2": Card("r2", "", "")}


def test_a_response_goes_on_by_its_reason() -> None:
    reason = FieldWritten("r1", "w1", "reason", "There is no money", "en")
    responses = after(a_plan("response"), Opened(0), RecordAdded("r1", ("t1",)), reason)
    assert plan.taken(responses) == {"r1": Card("r1", "There is no money", "en")}


@pytest.mark.parametrize("audience", Audience)
def test_all_see_the_plan_and_nobody_who_the_people_are(audience: Audience) -> None:
    shown = plan.show(ADAS, audience, Shown())
    assert {key: shown[key] for key in ("kind", "life", "ends", "kind_of")} == {
        "kind": "plan",
        "life": "open",
        "ends": 0,
        "kind_of": "action",
    }
    assert person(ADA.key) not in repr(shown)
    assert ("history" in repr(shown)) == (audience is Audience.CONSOLE)


def test_a_record_nobody_touched_is_the_same_object_in_the_next_view() -> None:
    shown = Shown()
    before = plan.show(ONE, Audience.SCREEN, shown)["records"]
    now = plan.show(after(ONE, RecordAdded("r2", ())), Audience.SCREEN, shown)["records"]
    assert isinstance(before, dict) and isinstance(now, dict)
    assert now["r1"] is before["r1"]


def test_mine_is_what_i_took_on() -> None:
    both = after(ADAS, named("Ada", "n2", ADA, "helper"), named("Ben", "n3", BEN, "follower"))
    assert plan.show_mine(both, ADA) == {"r1": ["owner", "helper"]}
    assert plan.show_mine(both, BEN) == {"r1": ["follower"]}
    assert plan.show_mine(both, GUEST) == {}


def test_only_what_a_plan_understands_is_taken_by_it() -> None:
    assert plan.takes(asks(FAY, AddRecord(())))
    assert not plan.takes(Request("x", FAY, "c1", "something", at=NOON))


def test_the_wording_used_last_is_the_one_that_stands() -> None:
    changed = after(ONE, FieldWritten("r1", "w2", "what", "A tea room", "en"), WordingUsed("r1", "r1"))
    assert plan.taken(changed)["r1"].text == "We open a café"
