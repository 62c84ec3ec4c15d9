from dataclasses import replace

import pytest

from talko.core.beside import closing
from talko.core.beside.closing import ATTESTED, Contact, Parked, Reported
from talko.core.beside.gate import Ground, holds, mended, missing
from talko.core.card import Card
from talko.core.people import Role
from talko.core.records.record import Named, Record, Wording
from talko.core.showing.gate import heard
from talko.core.template import Closing, ClosingRule, RecordField, RecordKind

ADA = Named("Ada", "ada", accepted=True)  # a client
BEN = Named("Ben", "ben", accepted=True)  # a professional
MAX = Named("Max", "max", accepted=True)  # a manager
ROLES = {"ada": Role.CLIENT, "ben": Role.PROFESSIONAL, "max": Role.MANAGER, "nia": Role.NOT_TOLD}
ALOUD = Named("Outi")
OUTSIDE = Named("Outi", outside=True)
WORDS = {"w1": Wording("what", "A café", "en"), "w2": Wording("due", "2026-10-22", "")}


def record(
    id: str = "r1", owner: Named | None = BEN, follower: Named | None = ADA, kind: RecordKind = "action"
) -> Record:
    return Record(id, kind, ("t1",), WORDS, {"what": "w1", "due": "w2"}, owner=owner, follower=follower)


def demands(*rules: ClosingRule, fields: tuple[RecordField, ...] = (), least: int = 0) -> Closing:
    return Closing(least, fields, rules)


def ground(*records: Record) -> Ground:
    return Ground(demands(), records, roles=ROLES)


def state(**told: object) -> closing.State:
    return replace(closing.State(), **told)  # type: ignore[arg-type]


# Fields


@pytest.mark.parametrize(
    ("its", "field"),
    [
        (record(), "first_step"),
        (replace(record(), wordings={**WORDS, "w1": Wording("what", "", "")}), "what"),
        (record(owner=None), "owner"),
        (record(owner=None), "owner_accepted"),
        (record(owner=ALOUD), "owner_accepted"),
        (record(follower=None), "follower"),
        (replace(record(), sources=()), "sources"),
        (replace(record(kind="response"), sources=()), "heard"),
    ],
)
def test_a_field_that_was_asked_for_and_is_not_there_is_missing(its: Record, field: RecordField) -> None:
    assert missing(replace(ground(its), closing=demands(fields=(field,)))) == (f"r1.{field}",)


@pytest.mark.parametrize(
    ("its", "field"),
    [
        (record(), "what"),
        (record(), "due"),
        (record(), "owner"),
        (record(), "owner_accepted"),
        (record(owner=OUTSIDE), "owner_accepted"),
        (record(), "sources"),
        (record(), "helpers"),
        (record(), "status"),
        (record(), "reach"),
        (record(kind="response"), "heard"),
        (record(kind="response"), "first_step"),
    ],
)
def test_what_is_there_or_may_wait_or_is_not_of_this_kind_is_not_missing(
    its: Record, field: RecordField
) -> None:
    assert missing(replace(ground(its), closing=demands(fields=(field,)))) == ()


def test_what_is_missing_is_told_in_the_order_of_records_fields_and_rules() -> None:
    asked = demands("next_contact_date", "owner_is_person", fields=("owner", "first_step"), least=3)
    two = replace(ground(record("r2", owner=None), record("r1")), closing=asked)
    assert missing(two) == (
        "min_actions",
        "r2.owner",
        "r2.first_step",
        "r1.first_step",
        "next_contact_date",
        "owner_is_person",
    )


def test_nothing_is_missing_where_nothing_is_asked() -> None:
    assert missing(Ground(demands())) == ()


# People


def test_an_owner_is_a_person_also_one_from_outside() -> None:
    assert not holds("owner_is_person", ground(record(), record("r2", owner=None)))
    assert holds("owner_is_person", ground(record(), record("r2", owner=OUTSIDE), record("r3", owner=ALOUD)))


def test_an_owner_is_not_the_follower() -> None:
    assert not holds("owner_is_not_follower", ground(record(), record("r2", BEN, replace(BEN, name="B."))))
    assert not holds("owner_is_not_follower", ground(record("r2", ALOUD, Named(" outi"))))
    assert holds("owner_is_not_follower", ground(record(), record("r2", BEN, None)))
    assert holds("owner_is_not_follower", ground(record("r2", BEN, replace(ADA, name="Ben"))))


def test_the_users_side_owns_or_follows_something() -> None:
    nia = Named("Nia", "nia", accepted=True)
    assert not holds("users_side_in_plan", ground(record(owner=BEN, follower=MAX)))
    assert not holds("users_side_in_plan", ground(record(owner=nia, follower=ALOUD)))
    assert not holds("users_side_in_plan", ground())
    assert holds("users_side_in_plan", ground(record(owner=ADA, follower=MAX)))
    assert holds("users_side_in_plan", ground(record(owner=MAX, follower=ADA)))


def test_management_owns_something_itself() -> None:
    assert not holds("manager_owns_at_least_one", ground(record(owner=BEN, follower=MAX)))
    assert holds("manager_owns_at_least_one", ground(record(), record("r2", owner=MAX)))


# Decisions


@pytest.mark.parametrize(
    ("commitment", "done"),
    [
        (("", False), False),
        (("revise", False), False),
        (("pending", False), False),
        (("rejected", True), False),
        (("differing", False), False),
        (("pending", True), True),
        (("accepted", False), True),
    ],
)
def test_the_commitment_check_is_done_when_accepted_or_waiting_until_a_date(
    commitment: tuple[str, bool], done: bool
) -> None:
    assert holds("commitment_check_done", replace(ground(), commitment=commitment)) == done


def test_what_was_not_taken_has_a_reason_or_a_record_all_the_same() -> None:
    parked = state(parked={"t5": Parked("later", "Next time", "en")})
    left = replace(ground(record()), unselected=frozenset({"t1", "t5"}), state=parked)
    pilot = replace(record("p1", kind="pilot"), sources=("t6",))
    assert not holds("unselected_have_reason", replace(left, state=state()))
    assert not holds("unselected_have_reason", replace(left, records=()))
    assert not holds("unselected_have_reason", replace(left, unselected=frozenset({"t6"})))
    assert holds("unselected_have_reason", left)
    assert holds("unselected_have_reason", replace(left, unselected=frozenset({"t6"}), pilots=(pilot,)))


def test_everything_selected_has_a_response() -> None:
    chosen = replace(ground(), selected=frozenset({"t1", "t2"}), heard=frozenset({"t1"}))
    assert not holds("every_selected_has_response", chosen)
    assert holds("every_selected_has_response", replace(chosen, heard=frozenset({"t1", "t2", "t3"})))


def test_last_times_things_are_reported_and_a_pilot_with_a_decision() -> None:
    brought = replace(ground(), previous=frozenset({"p1"}))
    done = replace(brought, state=state(reported={"p1": Reported("done", "", "")}))
    kept = replace(brought, state=state(reported={"p1": Reported("keep", "", "")}))
    found = [
        [holds(rule, each) for each in (brought, done, kept)]
        for rule in ("previous_items_reported", "every_pilot_has_decision")
    ]
    assert found == [[False, True, True], [False, False, True]]


def test_where_nothing_was_brought_there_is_nothing_to_report_and_own_pilots_have_time() -> None:
    own = replace(ground(), pilots=(record("p1", kind="pilot"),))
    assert holds("previous_items_reported", own) and holds("every_pilot_has_decision", own)


def test_a_pilot_has_a_day_on_which_it_is_looked_back_on() -> None:
    pilot = record("p1", kind="pilot")
    dated = replace(
        pilot, wordings={"w": Wording("review_date", "2026-11-19", "")}, shown={"review_date": "w"}
    )
    assert not holds("pilot_has_review_date", replace(ground(), pilots=(dated, pilot)))
    assert holds("pilot_has_review_date", replace(ground(), pilots=(dated,)))


def test_people_know_when_they_hear_next() -> None:
    assert not holds("next_contact_date", ground())
    contact = Contact("2026-11-19", "", "", "")
    assert holds("next_contact_date", replace(ground(), state=state(contact=contact)))


@pytest.mark.parametrize("rule", ATTESTED)
def test_what_only_a_person_can_know_holds_when_who_leads_says_so(rule: ClosingRule) -> None:
    assert not holds(rule, ground())
    assert holds(rule, replace(ground(), state=state(attested=frozenset({rule}))))


def test_a_record_without_words_is_called_what_it_answers() -> None:
    cards = {id: Card(id, text, "en") for id, text in (("k1", "A bus"), ("k2", ""), ("k3", "A phone"))}
    assert heard(Record("r1", "response", sources=("k1", "k2", "k3", "gone")), cards) == "A bus; A phone"
    assert heard(Record("r1", "response"), cards) == ""


# Where it is mended


def test_a_rule_that_holds_or_was_not_asked_for_is_mended_nowhere() -> None:
    rules: tuple[ClosingRule, ...] = ("owner_is_person", "owner_is_not_follower", "pilot_has_review_date")
    assert mended(replace(ground(record()), closing=demands(*rules))) == {}
    assert mended(ground(record(owner=None))) == {}


def test_a_rule_about_records_is_mended_in_a_field_of_each_that_it_does_not_hold_of() -> None:
    rules: tuple[ClosingRule, ...] = ("owner_is_person", "owner_is_not_follower", "pilot_has_review_date")
    records = record("r1", owner=None), record("r2", owner=ADA), record("r3")
    broken = replace(ground(*records), pilots=(record("r4", kind="pilot"),), closing=demands(*rules))
    assert mended(broken) == {
        "owner_is_person": ["r1.owner"],
        "owner_is_not_follower": ["r2.follower"],
        "pilot_has_review_date": ["r4.review_date"],
    }
