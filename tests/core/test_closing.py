from functools import reduce

import pytest

from talko.core.beside import closing
from talko.core.beside.closing import (
    ATTESTED,
    Attest,
    Command,
    Contact,
    ContactSet,
    ItemParked,
    ItemReported,
    ItemUnparked,
    Park,
    Parked,
    Reported,
    ReportItem,
    RuleAttested,
    SetContact,
    State,
    Unpark,
)
from talko.core.people import Refused, Request, Seat, Why
from talko.core.template import ClosingRule
from tests.core.story import ADA, CAI, FAY, HAL, NOON, ROOM, WALL

TODAY = "2026-10-08"
EMPTY = State()
PARK = Park("t4", "later", "We talk of groups next time", "en")
PARKED = ItemParked("x1", "t4", "later", "We talk of groups next time", "en", "", "")
CONTACT = SetContact("2026-11-19", "13:00", "The hall", "How the pilots went")
COMMANDS: tuple[Command, ...] = (
    PARK,
    Unpark("t4"),
    CONTACT,
    Attest("names_removed", True),
    ReportItem("p1", "done"),
)


def said(state: State, seat: Seat, wish: Command, id: str = "x1") -> list[closing.Event] | Refused:
    request = Request(id, seat, "", wish, at=NOON, today=TODAY)
    assert closing.takes(request)
    answer = closing.decide(state, request, items={"t4", "t5", "r1"}, previous={"p1"})
    return answer if isinstance(answer, Refused) else list(answer)


def after(*events: closing.Event) -> State:
    return reduce(closing.evolve, events, EMPTY)


@pytest.mark.parametrize("wish", COMMANDS)
@pytest.mark.parametrize("seat", [ADA, HAL, WALL, ROOM])
def test_only_who_leads_or_helps_to_lead_closes_the_books(seat: Seat, wish: Command) -> None:
    assert said(EMPTY, seat, wish) == Refused("may_not")


def test_a_cohost_does_not_say_that_a_rule_is_met() -> None:
    assert said(EMPTY, CAI, Attest("names_removed", True)) == Refused("may_not")


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Park("gone", "later", "Why", "en"), "no_such_item"),
        (Park("t4", "later", "", "en"), "reason_needed"),
        (Park("t4", "later", " \n ", "en"), "reason_needed"),
        (Park("t4", "later", "x" * 301, "en"), "too_long"),
        (Park("t4", "later", "Why", "en", owner="x" * 61), "too_long"),
        (Park("t4", "part_of", "Why", "en", target="gone"), "no_such_item"),
        (Park("t4", "part_of", "Why", "en", target="t4"), "itself"),
        (Unpark("t4"), "no_such_item"),
    ],
)
def test_nothing_is_put_aside_without_a_reason_with_too_much_or_as_part_of_itself(
    wish: Command, why: Why
) -> None:
    assert said(EMPTY, FAY, wish) == Refused(why)


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (SetContact(""), "date_needed"),
        (SetContact("next week"), "date_needed"),
        (SetContact("2026-10-07"), "date_past"),
        (SetContact("2026-11-19", what="x" * 201), "too_long"),
    ],
)
def test_the_next_contact_is_a_day_that_is_still_to_come(wish: SetContact, why: Why) -> None:
    assert said(EMPTY, FAY, wish) == Refused(why)


def test_what_the_room_itself_can_see_is_not_attested() -> None:
    assert said(EMPTY, FAY, Attest("owner_is_person", True)) == Refused("no_such_item")


def test_only_what_was_brought_from_last_time_is_reported() -> None:
    assert said(EMPTY, FAY, ReportItem("t4", "done")) == Refused("no_such_card")
    assert said(EMPTY, FAY, ReportItem("p1", "done", "x" * 301)) == Refused("too_long")


def test_a_thing_is_put_aside_with_a_reason_put_aside_anew_and_taken_back() -> None:
    spaced = Park("t4", "part_of", " A café answers it ", "en", " Mika ", "r1")
    answered = ItemParked("x2", "t4", "part_of", "A café answers it", "en", "Mika", "r1")
    assert said(EMPTY, CAI, PARK) == [PARKED]
    assert said(after(PARKED), FAY, spaced, "x2") == [ItemUnparked("t4", "x1"), answered]
    assert after(PARKED, ItemUnparked("t4", "x1"), answered).parked == {
        "t4": Parked("part_of", "A café answers it", "en", "Mika", "r1", "x2")
    }
    assert said(after(PARKED), FAY, Unpark("t4")) == [ItemUnparked("t4", "x1")]
    assert after(PARKED, ItemUnparked("t4", "x1")) == EMPTY


def test_a_thing_that_was_put_aside_and_then_taken_up_can_be_taken_back() -> None:
    other = after(ItemParked("x1", "t9", "no", "Why", "en", "", ""))
    assert said(other, FAY, Unpark("t9")) == [ItemUnparked("t9", "x1")]


def test_the_next_contact_may_be_today_and_can_change() -> None:
    assert said(EMPTY, FAY, SetContact(TODAY)) == [ContactSet("x1", TODAY, "", "", "")]
    told = ContactSet("x1", "2026-11-19", "13:00", "The hall", "How the pilots went")
    assert said(EMPTY, CAI, CONTACT) == [told]
    assert after(ContactSet("x0", TODAY, "", "", ""), told).contact == Contact(
        "2026-11-19", "13:00", "The hall", "How the pilots went"
    )


@pytest.mark.parametrize("rule", ATTESTED)
def test_who_leads_says_that_a_rule_is_met_and_takes_it_back(rule: ClosingRule) -> None:
    met = after(RuleAttested(rule, True))
    assert said(EMPTY, FAY, Attest(rule, False)) == []
    assert said(EMPTY, FAY, Attest(rule, True)) == [RuleAttested(rule, True)]
    assert said(met, FAY, Attest(rule, True)) == []
    assert said(met, FAY, Attest(rule, False)) == [RuleAttested(rule, False)]
    assert met.attested == {rule}
    assert after(RuleAttested(rule, True), RuleAttested(rule, False)) == EMPTY


def test_what_became_of_last_time_is_told_with_a_note() -> None:
    told = ItemReported("x1", "p1", "keep", "17 came", "en")
    assert said(EMPTY, CAI, ReportItem("p1", "keep", " 17 came ", "en")) == [told]
    assert after(told).reported == {"p1": Reported("keep", "17 came", "en")}
