from functools import reduce

import pytest

from talko.core import day
from talko.core.audience import Shown, View
from talko.core.people import Refused, Request, Why
from talko.core.records import record, wording
from talko.core.records.record import Named, Record, Wording
from talko.core.records.wording import (
    MOST_PROPOSED,
    FieldWritten,
    ProposeWording,
    UseWording,
    WordingProposed,
    WordingUsed,
    WriteField,
)
from talko.core.template import RecordKind
from tests.core.story import FAY, NOON

TODAY = "2026-10-08"
ACTION, PILOT, RESPONSE = Record("r1", "action"), Record("r1", "pilot"), Record("r1", "response")


def after(before: Record, *events: wording.Event) -> Record:
    return reduce(wording.evolve, events, before)


def said(its: Record, wish: wording.Command, id: str = "w1") -> list[wording.Event] | Refused:
    answer = wording.decide(its, Request(id, FAY, "c1", wish, at=NOON, today=TODAY), wish)
    return answer if isinstance(answer, Refused) else list(answer)


def writes(its: Record, field: str, text: str) -> list[wording.Event] | Refused:
    return said(its, WriteField("r1", field, text))


def written(field: str, text: str, id: str = "w1", lang: str = "") -> FieldWritten:
    return FieldWritten("r1", id, field, text, lang)


def seen(its: Record) -> View:
    return record.show_record(its, Shown())


# Fields


@pytest.mark.parametrize(
    ("its", "field"),
    [
        (ACTION, "for_whom"),
        (ACTION, "decision"),
        (ACTION, "when"),
        (RESPONSE, "what"),
        (RESPONSE, "heard"),
        (PILOT, "due"),
        *((each, field) for each in (ACTION, PILOT) for field in ("owner", "helpers", "follower", "sources")),
        (ACTION, "owner_accepted"),
        (ACTION, "status"),
        (ACTION, "colour"),
        (ACTION, ""),
    ],
)
@pytest.mark.parametrize("text", ["", "something"])
def test_a_field_that_a_record_does_not_have_is_not_written(its: Record, field: str, text: str) -> None:
    assert writes(its, field, text) == Refused("no_such_field")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("action", "what first_step due follow_how told_how reach"),
        ("pilot", "what for_whom where start end prediction measure stop_if review_date decision when"),
        ("response", "decision reason due told_how told_when"),
    ],
)
def test_each_kind_has_its_fields(kind: RecordKind, fields: str) -> None:
    assert record.writable(kind) == tuple(fields.split())


@pytest.mark.parametrize(
    ("its", "field", "text", "why"),
    [
        (ACTION, "what", "x" * 501, "too_long"),
        (ACTION, "due", "tomorrow", "date_needed"),
        (ACTION, "due", "2026-02-30", "date_needed"),
        (ACTION, "due", "20261022", "date_needed"),
        (ACTION, "due", "2026-W43-4", "date_needed"),
        (ACTION, "due", "2026-10-07", "date_past"),
        (RESPONSE, "told_when", "2025-12-31", "date_past"),
        (ACTION, "reach", "everywhere", "not_a_choice"),
        (PILOT, "decision", "not_ours", "not_a_choice"),
        (RESPONSE, "decision", "keep", "not_a_choice"),
    ],
)
def test_a_field_takes_only_what_belongs_into_it(its: Record, field: str, text: str, why: Why) -> None:
    assert writes(its, field, text) == Refused(why)


def test_a_pilot_ends_and_is_looked_back_on_after_it_began() -> None:
    planned = after(PILOT, written("start", "2026-10-22"), written("end", "2026-11-12", "w2"))
    assert writes(planned, "end", "2026-10-21") == Refused("date_order")
    assert writes(planned, "start", "2026-11-13") == Refused("date_order")
    assert writes(planned, "review_date", "2026-10-21") == Refused("date_order")
    assert writes(planned, "review_date", "2026-11-19") == [written("review_date", "2026-11-19")]
    assert writes(planned, "end", "2026-10-22") == [written("end", "2026-10-22")]
    assert writes(after(planned, written("end", "", "w3")), "start", "2026-11-13") == [
        written("start", "2026-11-13")
    ]


@pytest.mark.parametrize(
    ("its", "field", "text"),
    [
        (ACTION, "what", "x" * 500),
        (ACTION, "due", TODAY),
        (ACTION, "reach", "network"),
        (PILOT, "decision", "spread"),
        (PILOT, "when", "on Thursdays"),
        (RESPONSE, "decision", "not_doing"),
    ],
)
def test_what_belongs_into_a_field_is_written(its: Record, field: str, text: str) -> None:
    assert writes(its, field, f" {text} ") == [written(field, text)]


def test_what_stands_there_already_is_not_written_again() -> None:
    its = after(ACTION, written("what", "A café", lang="en"))
    assert said(its, WriteField("r1", "what", "A café", "en"), "w2") == []
    assert said(its, WriteField("r1", "what", "A café", "fi"), "w2") == [
        written("what", "A café", "w2", lang="fi")
    ]
    assert writes(its, "due", " ") == []


def test_a_field_is_emptied_and_can_then_be_missing() -> None:
    its = after(ACTION, written("due", "2026-10-22"))
    assert said(its, WriteField("r1", "due", ""), "w2") == [written("due", "", "w2")]
    assert record.text_of(after(its, written("due", "", "w2")), "due") == ""


# Wordings


def test_only_texts_that_a_record_has_are_proposed_and_they_say_something() -> None:
    answers = [
        said(ACTION, ProposeWording("r1", field, text, "en"))
        for field, text in [("due", "2026-10-22"), ("for_whom", "All"), ("what", " "), ("what", "x" * 501)]
    ]
    assert answers == [Refused(why) for why in ("no_such_field", "no_such_field", "empty", "too_long")]


def test_proposals_for_a_field_have_an_end_until_one_is_chosen() -> None:
    waiting = [WordingProposed("r1", f"p{n}", "what", f"A café {n}", "en") for n in range(MOST_PROPOSED)]
    its = after(ACTION, *waiting)
    assert said(its, ProposeWording("r1", "what", "One more", "en")) == Refused("enough_cards")
    assert said(its, ProposeWording("r1", "first_step", "We ask", "en")) == [
        WordingProposed("r1", "w1", "first_step", "We ask", "en")
    ]
    assert said(after(its, WordingUsed("r1", "p3")), ProposeWording("r1", "what", "One more", "en")) == [
        WordingProposed("r1", "w1", "what", "One more", "en")
    ]


def test_a_wording_that_is_not_there_or_does_not_fit_any_longer_is_not_used() -> None:
    moved = after(ACTION, written("due", "2026-10-01"), written("due", "2026-10-22", "w2"))
    assert said(moved, UseWording("r1", "w9")) == Refused("no_such_item")
    assert said(moved, UseWording("r1", "w1")) == Refused("date_past")


def test_a_proposed_wording_is_seen_beside_the_one_that_stands_until_one_is_chosen() -> None:
    its = after(
        ACTION,
        written("what", "A café", lang="en"),
        WordingProposed("r1", "p1", "what", "A tea room", "en"),
        WordingProposed("r1", "p2", "what", "A bar", "en"),
    )
    assert seen(its) == {
        "sources": [],
        "what": {"text": "A café", "lang": "en"},
        "proposed": {
            "p1": {"field": "what", "text": "A tea room", "lang": "en"},
            "p2": {"field": "what", "text": "A bar", "lang": "en"},
        },
        "status": "open",
    }
    assert said(its, UseWording("r1", "p1")) == [WordingUsed("r1", "p1")]
    chosen = after(its, WordingUsed("r1", "p1"))
    assert seen(chosen) == {"sources": [], "what": {"text": "A tea room", "lang": "en"}, "status": "open"}


def test_what_is_written_meanwhile_does_not_end_the_waiting_of_a_proposal() -> None:
    its = after(
        ACTION, WordingProposed("r1", "p1", "what", "A tea room", "en"), written("what", "A café", "w2")
    )
    assert "proposed" in seen(its)


def test_a_bad_proposal_goes_when_the_one_that_stands_is_kept() -> None:
    its = after(ACTION, written("what", "A café"), WordingProposed("r1", "p1", "what", "Mr. Smith", "en"))
    assert said(its, UseWording("r1", "w1"), "u1") == [WordingUsed("r1", "w1")]
    assert "Mr. Smith" not in repr(seen(after(its, WordingUsed("r1", "w1"))))


def test_the_history_is_every_wording_in_order_and_the_last_shown_is_the_accepted_one() -> None:
    its = after(
        ACTION,
        written("what", "A café", "w1"),
        WordingProposed("r1", "w2", "what", "A tea room", "en"),
        WordingUsed("r1", "w2"),
        written("what", "A bar", "w3"),
        WordingUsed("r1", "w1"),
    )
    assert [each.text for each in its.wordings.values()] == ["A café", "A tea room", "A bar"]
    assert record.title(its) == "A café"
    shown = record.show_with_history(its, Shown())["history"]
    assert isinstance(shown, dict) and list(shown) == ["w1", "w2", "w3"]


# What is seen


def test_a_record_is_shown_with_its_fields_and_the_names_people_chose() -> None:
    ada = Named("Ada", "ada's person", accepted=True, naming="n1")
    its = Record(
        "r1",
        "pilot",
        ("t1", "field"),
        {"w1": Wording("what", "A café", "en"), "w2": Wording("start", "2026-10-22", "")},
        {"what": "w1", "start": "w2"},
        owner=ada,
        follower=Named("Ben"),
        helpers={"n3": Named("Gus")},
    )
    assert seen(its) == {
        "sources": ["t1", "field"],
        "what": {"text": "A café", "lang": "en"},
        "start": "2026-10-22",
        "owner": "Ada",
        "owner_accepted": True,
        "follower": "Ben",
        "helpers": {"n3": "Gus"},
    }


def test_an_owner_from_outside_is_told_as_such() -> None:
    outside = Record("r1", "response", owner=Named("Outi", outside=True))
    assert seen(outside) == {"sources": [], "owner": "Outi", "owner_outside": True}


def test_a_dropped_record_says_why_and_is_not_open() -> None:
    assert seen(Record("r1", "action", dropped="twice")) == {"sources": [], "dropped": "twice"}


def test_a_title_is_what_is_done_or_why_a_response_is_as_it_is() -> None:
    assert record.title(ACTION) == ""
    assert record.title(after(PILOT, written("what", "A café"))) == "A café"
    assert record.title(after(RESPONSE, written("reason", "No money"))) == "No money"


def test_a_day_is_ten_letters_of_the_calendar() -> None:
    assert [day.is_day(each) for each in ("2026-10-08", "2024-02-29")] == [True, True]
    assert not any(
        day.is_day(each) for each in ("", "2026-10-8", "2026-02-29", "2026-W41-4", "2026-10-08T00")
    )
