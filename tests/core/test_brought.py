from dataclasses import replace

import pytest

from talko.core.beside import brought
from talko.core.beside.brought import BringCard, CardBrought, Source
from talko.core.card import NOBODYS, Card
from talko.core.people import Mark, Refused, Seat, Why
from tests.core.story import ADA, CAI, COME_IN, FAY, HAL, NEEDS, ROOM, WALL, after, ask, said

WISH = BringCard("field", "The queue is long", "en", permission=True, origin="Bread queue", feeling=-1)
A_CARD = CardBrought("field", "f1", "The queue is long", "en", "Bread queue", -1, NOBODYS)


@pytest.mark.parametrize("seat", [ADA, WALL, ROOM])
def test_participants_and_screens_bring_nothing(seat: Seat) -> None:
    assert said(COME_IN, ask(seat, "", WISH)) == Refused("may_not")


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (replace(WISH, permission=False), "permission_needed"),
        (replace(WISH, text=" "), "empty"),
        (replace(WISH, text="x" * 501), "too_long"),
        (replace(WISH, origin="x" * 501), "too_long"),
    ],
)
def test_a_card_is_not_brought_without_permission_without_text_or_with_too_much(
    wish: BringCard, why: Why
) -> None:
    assert said(COME_IN, ask(HAL, "", wish)) == Refused(why)


def test_an_id_is_used_once() -> None:
    assert said(after("", A_CARD), ask(HAL, "", WISH, "f1")) == Refused("id_taken")


def test_there_is_an_end_to_what_is_brought() -> None:
    full = brought.State({str(n): Card(str(n), "x", "en") for n in range(brought.MOST)})
    assert said(replace(COME_IN, brought=full), ask(HAL, "", WISH)) == Refused("enough_cards")


def test_cards_are_brought_to_the_workshop_and_to_no_activity() -> None:
    assert said(COME_IN, ask(HAL, NEEDS, WISH)) == Refused("not_here")


@pytest.mark.parametrize("seat", [HAL, CAI, FAY])
def test_who_helps_or_leads_brings_a_card(seat: Seat) -> None:
    spaced = replace(WISH, text=" The queue is long ", origin=" Bread queue ")
    assert said(COME_IN, ask(seat, "", spaced, "f1")) == [A_CARD]


def test_a_text_and_its_origin_may_be_as_long_as_is_said() -> None:
    long = replace(WISH, text="x" * 500, origin="y" * 500)
    assert said(COME_IN, ask(HAL, "", long, "f1")) == [replace(A_CARD, text="x" * 500, origin="y" * 500)]


def test_a_mark_of_an_earlier_workshop_is_kept() -> None:
    earlier = Mark("of an earlier workshop")
    assert said(COME_IN, ask(FAY, "", replace(WISH, mark=earlier), "f1")) == [replace(A_CARD, mark=earlier)]


def test_what_was_brought_is_kept_by_source_in_the_order_of_random_ids() -> None:
    cards: list[tuple[str, Source]] = [("f9", "field"), ("f3", "field"), ("p1", "previous")]
    events = [replace(A_CARD, card=id, source=source) for id, source in cards]
    state = after("", *events).brought
    assert [list(brought.of(state, source)) for source in ("field", "previous", "feedback")] == [
        ["f3", "f9"],
        ["p1"],
        [],
    ]
    assert state.cards["f3"] == Card("f3", A_CARD.text, "en", feeling=-1, origin="Bread queue")
