import pytest

from talko.core.activities.collect import CardAdded, CardEdited, CardWithdrawn, EditCard
from talko.core.beside.agenda import ClosedUnfinished
from talko.core.beside.brought import CardBrought
from talko.core.card import NOBODYS, Card, CardHidden, CardShown, HideCard, ShowCard
from talko.core.life import Closed, Opened, Revealed
from talko.core.people import Refused, Seat, Why, mark
from talko.core.whole import Workshop
from tests.core.story import ADA, BEN, CAI, FAY, HAL, IDEAS, NEEDS, ROOM, WALL, after, ask, collected, said

A_CARD = CardAdded("k1", "Mr. Smith must go", "en", mark(ADA.key, NEEDS, 0))
BROUGHT = CardBrought("field", "f1", "Mr. Smith was rude", "en", "Mr. Smith's office", -2, NOBODYS)
HIDDEN = CardHidden("k1", "a name")
OPEN = after("", BROUGHT, given=after(NEEDS, Opened(0), A_CARD))
CLOSED = after(NEEDS, Closed(), given=OPEN)
REVEALED = after(NEEDS, Revealed(), given=CLOSED)
BOTH_HIDDEN = after("", CardHidden("f1", "a name"), given=after(NEEDS, HIDDEN, given=REVEALED))
PLACES = [(NEEDS, "k1"), ("", "f1")]


@pytest.mark.parametrize(("place", "id"), PLACES)
@pytest.mark.parametrize("seat", [ADA, BEN, HAL, WALL, ROOM])
def test_only_who_leads_hides_a_card_or_shows_it_again_not_even_its_writer(
    seat: Seat, place: str, id: str
) -> None:
    assert said(OPEN, ask(seat, place, HideCard(id, "I do not like it"))) == Refused("may_not")
    assert said(BOTH_HIDDEN, ask(seat, place, ShowCard(id))) == Refused("may_not")


@pytest.mark.parametrize(("place", "id"), PLACES)
@pytest.mark.parametrize(
    ("reason", "why"), [("", "reason_needed"), (" \n", "reason_needed"), ("x" * 201, "too_long")]
)
def test_a_card_is_not_hidden_without_a_reason(place: str, id: str, reason: str, why: Why) -> None:
    assert said(OPEN, ask(FAY, place, HideCard(id, reason))) == Refused(why)


@pytest.mark.parametrize("place", [NEEDS, ""])
def test_what_is_not_there_is_neither_hidden_nor_shown(place: str) -> None:
    assert said(OPEN, ask(FAY, place, HideCard("k9", "a name"))) == Refused("no_such_card")
    assert said(OPEN, ask(FAY, place, ShowCard("k9"))) == Refused("no_such_card")


def test_a_withdrawn_card_is_not_there() -> None:
    withdrawn = after(NEEDS, CardWithdrawn("k1"), given=OPEN)
    assert said(withdrawn, ask(FAY, NEEDS, HideCard("k1", "a name"))) == Refused("no_such_card")


@pytest.mark.parametrize(("place", "id"), PLACES)
def test_what_is_not_hidden_is_not_shown_again(place: str, id: str) -> None:
    assert said(OPEN, ask(FAY, place, ShowCard(id))) == Refused("not_now")


@pytest.mark.parametrize("seat", [FAY, CAI])
@pytest.mark.parametrize("workshop", [OPEN, CLOSED, REVEALED])
def test_a_card_is_hidden_with_a_reason_at_any_time(seat: Seat, workshop: Workshop) -> None:
    assert said(workshop, ask(seat, NEEDS, HideCard("k1", " a name "))) == [HIDDEN]
    assert said(workshop, ask(seat, "", HideCard("f1", "a name"))) == [CardHidden("f1", "a name")]


@pytest.mark.parametrize("seat", [FAY, CAI])
def test_hiding_can_be_undone(seat: Seat) -> None:
    assert said(BOTH_HIDDEN, ask(seat, NEEDS, ShowCard("k1"))) == [CardShown("k1")]
    undone = after("", CardShown("f1"), given=after(NEEDS, CardShown("k1"), given=BOTH_HIDDEN))
    assert undone == REVEALED


def test_a_reason_may_be_as_long_as_is_said() -> None:
    assert said(OPEN, ask(FAY, NEEDS, HideCard("k1", "x" * 200))) == [CardHidden("k1", "x" * 200)]


def test_a_hidden_card_is_hidden_for_another_reason() -> None:
    assert said(BOTH_HIDDEN, ask(FAY, NEEDS, HideCard("k1", "a place"))) == [CardHidden("k1", "a place")]


def test_its_writer_edits_a_hidden_card_and_it_stays_hidden() -> None:
    hidden = after(NEEDS, HIDDEN, given=OPEN)
    assert said(hidden, ask(ADA, NEEDS, EditCard("k1", "He must go"))) == [CardEdited("k1", "He must go")]
    edited = collected(after(NEEDS, CardEdited("k1", "He must go"), given=hidden), NEEDS)
    assert edited.cards["k1"] == Card("k1", "He must go", "en", A_CARD.mark, hidden="a name")


def test_when_the_workshop_closes_the_words_of_hidden_cards_are_gone_and_the_reasons_kept() -> None:
    fox = CardAdded("i1", "A boat", "en", mark(ADA.key, IDEAS, 0), nickname="Mr. Smith")
    ideas = after(IDEAS, Opened(0), fox, CardHidden("i1", "a name"), given=BOTH_HIDDEN)
    over = after("", ClosedUnfinished(), given=ideas)
    assert "Smith" not in repr(over) and "Smith" in repr(ideas)
    assert collected(over, NEEDS).cards == {"k1": Card("k1", "", "en", A_CARD.mark, hidden="a name")}
    assert over.brought.cards == {"f1": Card("f1", "", "en", feeling=-2, hidden="a name")}


def test_what_is_not_hidden_stays_when_the_workshop_closes() -> None:
    over = after("", ClosedUnfinished(), given=REVEALED)
    assert (over.activities, over.brought) == (REVEALED.activities, REVEALED.brought)
