"""The days of a plan for a calendar, read by a program that did not write them."""

from typing import Any

import pytest
import vobject

from talko.pages.plan.speech import speech
from talko.papers.calendar import ics
from talko.papers.document import of_kind
from talko.papers.letters import line
from tests.papers.given import document, empty, of, told
from tests.papers.hostile import hostile


def read(lang: str = "fi", **other: Any) -> Any:
    return vobject.readOne(ics(document(lang, **other), speech(lang)).decode())


def test_each_action_is_a_task_with_its_day() -> None:
    todos = {each.summary.value: each for each in read().vtodo_list}
    actions = of_kind(document(), "action")
    assert {*todos} == {each.title.text for each in actions}
    assert {each.due.value.isoformat() for each in todos.values()} == {each.due for each in actions}
    assert "Kuka tekee? Sirpa" in todos["Varaamme seurakunnan salin neljäksi torstaiksi"].description.value


def test_reviews_of_pilots_and_the_next_meeting_are_events() -> None:
    events = {each.summary.value: each for each in read("en").vevent_list}
    reviews = [name for name in events if name.startswith("We look at it together:")]
    assert len(reviews) == 3
    meeting = events["Kokeilujen arviointi"]
    assert meeting.dtstart.value.isoformat() == "2026-11-19T13:00:00"
    assert meeting.location.value == "Asukastalo"


def test_what_is_done_is_told_as_done() -> None:
    data = told()
    first = next(iter(data["activities"]["c1"]["records"].values()))
    first["followed"] = {"status": "done", "since": "2026-10-20"}
    book = vobject.readOne(ics(of(data, "fi"), speech("fi")).decode())
    assert sorted(each.status.value for each in book.vtodo_list) == ["COMPLETED", *["NEEDS-ACTION"] * 5]


def test_the_same_thing_has_the_same_name_in_each_file() -> None:
    def names(today: str) -> list[str]:
        return [each.uid.value for each in read(today=today).vtodo_list]

    assert names("2026-10-09") == names("2026-11-30") and len({*names("2026-10-09")}) == 6


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_an_empty_plan_is_a_calendar_without_days(lang: str) -> None:
    assert b"BEGIN:VCALENDAR" in ics(empty(lang), speech(lang))
    assert b"BEGIN:VTODO" not in ics(empty(lang), speech(lang))


def test_what_people_wrote_begins_and_ends_nothing() -> None:
    bad, _ = hostile()
    written = ics(bad, speech("fi"))
    assert all(len(each) <= 75 for each in written.split(b"\r\n"))
    book = vobject.readOne(written.decode())
    assert len(book.vtodo_list) == 6 and len(book.vevent_list) == 4
    assert sorted(each.summary.value for each in book.vtodo_list) == sorted(
        line(each.title.text) for each in of_kind(bad, "action")
    )
    assert not [each for todo in book.vtodo_list for each in todo.getChildren() if each.name == "ATTENDEE"]


def test_an_action_without_a_day_is_a_task_all_the_same() -> None:
    data = told()
    data["activities"]["c1"]["records"] = {"r1": {"sources": [], "status": "open"}}
    (todo,) = vobject.readOne(ics(of(data, "en"), speech("en")).decode()).vtodo_list
    assert todo.summary.value == "Without words yet" and not hasattr(todo, "due")
