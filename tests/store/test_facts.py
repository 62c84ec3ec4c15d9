"""Every event has a kind for ever, and comes back from its row as it was."""

import json
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talko.core.activities.collect import CardAdded, CardEdited
from talko.core.card import CardHidden
from talko.core.lobby import PersonJoined
from talko.core.people import Mark, Role
from talko.core.workshop import Event, Happened
from talko.store.facts import CLASS_OF, WORDS, Row, from_row, to_row

# Rows of these lie in databases that people use.
KINDS = {
    "opened", "closed", "revealed", "extended", "person_joined", "person_left", "door_opened", "door_closed",
    "went_to", "break_started", "break_ended", "closed_unfinished", "card_brought", "card_added",
    "card_edited", "card_withdrawn", "cards_released", "card_hidden", "card_shown",
}  # fmt: skip
TEXTS = {"text", "nickname", "reason", "origin", "name", "words"}


def test_no_stored_kind_has_gone() -> None:
    assert set(CLASS_OF) >= KINDS


def test_every_event_has_one_kind() -> None:
    assert sorted(map(str, CLASS_OF.values())) == sorted(map(str, get_args(Event)))


@pytest.mark.parametrize("cls", get_args(Event))
def test_every_field_in_which_people_write_is_kept_with_the_words(cls: type[Event]) -> None:
    assert TEXTS & set(cls.__dataclass_fields__) == set(WORDS.get(cls, ()))


@given(st.builds(Happened, activity=st.text(), event=st.one_of(*map(st.from_type, get_args(Event)))))
def test_every_event_comes_back_as_it_was(happened: Happened) -> None:
    row = to_row(happened)
    assert from_row(Row(row.activity, row.kind, json.loads(json.dumps(row.body)), row.words)) == happened


def test_words_lie_apart_by_card() -> None:
    row = to_row(Happened("n1", CardAdded("c1", "A bus", "en", Mark("m"), nickname="Kiisu")))
    assert row.words == {"c1": {"text": "A bus", "nickname": "Kiisu"}}
    assert not {"text", "nickname"} & set(row.body)


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
