"""Every event has a kind for ever, and comes back from its row as it was."""

import json
from typing import get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talko.core.activities.cluster import ThemeNamed
from talko.core.activities.collect import CardAdded, CardEdited
from talko.core.activities.plan import FieldWritten, TakenOn
from talko.core.activities.vote import VoteRevealed
from talko.core.ballots.tally import BySide, Detail, Sum, VoteTally
from talko.core.beside.closing import ItemParked
from talko.core.beside.lobby import PersonJoined
from talko.core.card import CardHidden
from talko.core.happened import Event, Happened
from talko.core.people import Mark, Role, Side
from talko.store.facts import Row, from_row, to_row
from talko.store.kinds import CLASS_OF, WRITTEN, Written

# Rows of these lie in databases that people use.
KINDS = {
    "opened", "closed", "revealed", "extended", "person_joined", "person_left", "door_opened", "door_closed",
    "went_to", "break_started", "break_ended", "closed_unfinished", "workshop_closed", "card_brought",
    "card_added", "card_edited", "card_withdrawn", "cards_released", "card_hidden", "card_shown",
    "note_added", "round_opened", "vote_revealed", "items_chosen", "survey_revealed", "text_loosed",
    "round_worded", "consent_revealed", "answered_later", "to_decide_by", "time_passed", "proposal_settled",
    "theme_added", "theme_named", "cards_moved", "themes_merged", "undone", "record_added", "sources_set",
    "field_written", "wording_proposed", "wording_used", "taken_on", "let_go_of", "owner_accepted",
    "record_dropped", "question_asked", "question_answered", "word_added", "word_flagged", "word_explained",
    "asked_for", "feedback_given", "item_parked", "item_unparked", "contact_set", "rule_attested",
    "item_reported", "screen_set", "progress_told", "progress_confirmed", "due_moved", "people_heard",
    "pilot_decided", "words_removed",
}  # fmt: skip

# Fields of letters in which nobody writes: ids, signs, languages, dates, and keys from closed lists.
NOT_WRITTEN = {
    "about", "activity", "also", "answering", "before", "bucket", "card", "contact", "date", "day", "due",
    "entry", "field", "into", "item", "lang", "naming", "parking", "person", "proposal", "question", "record",
    "reporting", "round", "theme", "when",
}  # fmt: skip
ALSO_IDS = {
    "word": ("WordAdded", "WordFlagged", "WordExplained"),
    "wording": ("FieldWritten", "WordingProposed", "WordingUsed"),
}


def test_no_stored_kind_has_gone() -> None:
    assert set(CLASS_OF) >= KINDS


def test_every_event_has_one_kind() -> None:
    assert sorted(map(str, CLASS_OF.values())) == sorted(map(str, get_args(Event)))


@pytest.mark.parametrize("cls", get_args(Event))
def test_every_field_in_which_people_write_is_kept_with_the_words(cls: type[Event]) -> None:
    letters = {name for name, kind in get_type_hints(cls).items() if kind is str}
    written = WRITTEN.get(cls, Written("")).fields
    also = {name for name, classes in ALSO_IDS.items() if cls.__name__ in classes}
    assert letters - set(written) <= NOT_WRITTEN | also


@pytest.mark.parametrize("cls", WRITTEN)
def test_what_is_written_lies_under_an_id_of_the_event(cls: type[Event]) -> None:
    plain = set(get_type_hints(cls)) - set(WRITTEN[cls].fields)
    assert WRITTEN[cls].under in plain


@given(st.builds(Happened, activity=st.text(), event=st.one_of(*map(st.from_type, get_args(Event)))))
def test_every_event_comes_back_as_it_was(happened: Happened) -> None:
    assert from_row(through_json(to_row(happened))) == happened


def test_a_tally_comes_back_with_its_sides_and_groups() -> None:
    by_side = BySide(
        Detail.EXACT,
        dots={Side.USERS: {"a": 2}},
        ratings={Side.WORKERS: {"a": {"ease": Sum(7, 2)}}},
        order={Side.USERS: (("a", "b"), ("c",))},
    )
    tally = VoteTally(
        7, {"a": 3}, {"a": {"ease": {"5": 1}}}, {"a": 1}, (("a",), ("b", "c")), ("a",), (), by_side
    )
    happened = Happened("n1", VoteRevealed("r1", tally))
    assert from_row(through_json(to_row(happened))) == happened


def through_json(row: Row) -> Row:
    return Row(row.activity, row.kind, json.loads(json.dumps(row.body)), row.words)


def test_words_lie_apart_by_card() -> None:
    row = to_row(Happened("n1", CardAdded("c1", "A bus", "en", Mark("m"), nickname="Kiisu")))
    assert row.words == {"c1": {"text": "A bus", "nickname": "Kiisu"}}
    assert not {"text", "nickname"} & set(row.body)


@pytest.mark.parametrize(
    ("event", "id"),
    [
        (ThemeNamed("t1", "k1", "Buses", "en"), "k1"),
        (FieldWritten("r1", "k2", "what", "A bus at nine", "en"), "k2"),
        (TakenOn("r1", "owner", "k3", "Aino", "p1", True, False), "k3"),
        (ItemParked("k4", "c1", "later", "No money", "en", "Pekka", ""), "k4"),
    ],
)
def test_what_has_a_history_lies_under_the_id_of_its_command(event: Event, id: str) -> None:
    assert list(to_row(Happened("n1", event)).words) == [id]


def test_a_word_that_was_deleted_is_empty() -> None:
    row = to_row(Happened("n1", CardEdited("c1", "A bus")))
    assert from_row(Row(row.activity, row.kind, row.body, {})) == Happened("n1", CardEdited("c1", ""))


def test_a_field_that_is_newer_than_the_row_has_its_default() -> None:
    row = Row("n1", "card_added", {"card": "c1", "lang": "en", "mark": "m"}, {"c1": {"text": "A bus"}})
    assert from_row(row) == Happened("n1", CardAdded("c1", "A bus", "en", Mark("m")))


def test_a_role_comes_back_as_a_role() -> None:
    row = Row("", "person_joined", {"person": "p1", "role": "client"}, {})
    event = from_row(row).event
    assert isinstance(event, PersonJoined) and event.role is Role.CLIENT


def test_a_reason_is_of_the_card() -> None:
    assert to_row(Happened("n1", CardHidden("c1", "a name"))).words == {"c1": {"reason": "a name"}}
