from dataclasses import replace

import pytest

from talko.core import template
from talko.core.activities import collect
from talko.core.activities.collect import (
    AddCard,
    CardAdded,
    CardEdited,
    CardsReleased,
    CardWithdrawn,
    EditCard,
    ReleaseCards,
    WithdrawCard,
)
from talko.core.beside.agenda import ClosedUnfinished
from talko.core.beside.brought import CardBrought
from talko.core.beside.lobby import PersonJoined
from talko.core.card import NOBODYS, Card, CardHidden, CardShown, Entry
from talko.core.cards import strip
from talko.core.cards.marks import MOST_TAKEN_BACK
from talko.core.life import Closed, Life, Opened, Phase, Revealed
from talko.core.people import Refused, Request, Role, Seat, Why, helped, mark, person
from talko.core.template import Collect
from talko.core.whole import Workshop
from talko.core.workshop import Command
from tests.core.story import (
    ADA,
    BEN,
    CAI,
    COME_IN,
    FAY,
    HAL,
    IDEAS,
    NEEDS,
    NEWS,
    ROOM,
    WALL,
    after,
    ask,
    collected,
    for_guest,
    said,
)

ADAS = [mark(ADA.key, NEEDS, nth) for nth in range(3)]
GUEST, FAYS_GUEST = helped(HAL, "1"), helped(FAY, "1")


def card(id: str, text: str, seat: Seat = ADA, nth: int = 0, activity: str = NEEDS) -> CardAdded:
    return CardAdded(id, text, "en", mark(seat.key, activity, nth))


A_CARD = card("k1", "A bike library")
SECOND = card("k2", "A bench", nth=1)
WAITING = COME_IN
OPEN = after(NEEDS, Opened(0))
ONE_CARD = after(NEEDS, A_CARD, given=OPEN)
TWO_CARDS = after(NEEDS, SECOND, given=ONE_CARD)
CLOSED = after(NEEDS, Closed(), given=ONE_CARD)
REVEALED = after(NEEDS, Revealed(), given=CLOSED)

PREVIOUS = CardBrought("previous", "p1", "A night bus", "en", "Last spring", None, NOBODYS)
FIELD = CardBrought("field", "f1", "It is far", "en", "", None, NOBODYS)
NEWS_OPEN = after("", PREVIOUS, FIELD, given=after(NEWS, Opened(0)))
NEWS_OF_NOTHING = after(NEWS, Opened(0))
NEWS_CARD = AddCard("It runs now", "en", bucket="good", item="p1", feeling=2)

IDEAS_OPEN = after(IDEAS, Opened(0))


def needs(seat: Seat, command: collect.Command, id: str = "c1") -> Request[Command]:
    return ask(seat, NEEDS, command, id)


def writes(text: str, seat: Seat = ADA, id: str = "c1") -> Request[Command]:
    return ask(seat, NEEDS, AddCard(text, "en"), id)


def ideas(ids: str, seat: Seat = ADA) -> list[CardAdded]:
    return [card(id, f"Idea {id}", seat, nth, IDEAS) for nth, id in enumerate(ids)]


# When


def test_a_card_is_refused_before_the_activity_opens() -> None:
    assert said(WAITING, writes("A bike library")) == Refused("not_open_yet")


@pytest.mark.parametrize("workshop", [CLOSED, REVEALED])
def test_a_card_is_neither_written_nor_changed_after_the_activity_closed(workshop: Workshop) -> None:
    requests = [writes("Too late"), needs(ADA, EditCard("k1", "Cars")), needs(ADA, WithdrawCard("k1"))]
    assert [said(workshop, each) for each in requests] == [Refused("activity_closed")] * 3


def test_when_a_closed_activity_opens_again_cards_are_written_and_changed_as_before() -> None:
    again = after(NEEDS, Opened(0), given=CLOSED)
    assert said(again, needs(ADA, EditCard("k1", "A boat library"))) == [CardEdited("k1", "A boat library")]
    assert said(again, writes("A bench", id="k2")) == [SECOND]


# What was hidden, after the closing

HIDDEN = CardHidden("k1", "a name")
HIDDEN_LATER = [after(NEEDS, HIDDEN, given=each) for each in (CLOSED, REVEALED)]
MENDED = EditCard("k1", " A bike library for all ")


@pytest.mark.parametrize("workshop", HIDDEN_LATER)
def test_a_hidden_card_is_written_anew_after_the_closing_by_its_writer_only(workshop: Workshop) -> None:
    assert said(workshop, needs(BEN, MENDED)) == Refused("not_yours")
    assert [said(workshop, needs(each, MENDED)) for each in (FAY, CAI, HAL, WALL, ROOM)] == (
        [Refused("may_not")] * 5
    )
    assert said(workshop, needs(ADA, EditCard("k1", " "))) == Refused("empty")
    assert said(workshop, needs(ADA, EditCard("k1", "x" * 41))) == Refused("too_long")
    assert said(workshop, needs(ADA, MENDED)) == [CardEdited("k1", "A bike library for all")]


def test_a_hidden_card_is_not_written_anew_when_it_was_withdrawn_or_is_shown_again_or_all_is_over() -> None:
    withdrawn = after(NEEDS, HIDDEN, CardWithdrawn("k1"), Closed(), given=ONE_CARD)
    shown = after(NEEDS, CardShown("k1"), given=HIDDEN_LATER[1])
    over = after("", ClosedUnfinished(), given=HIDDEN_LATER[1])
    assert said(withdrawn, needs(ADA, MENDED)) == Refused("activity_closed")
    assert said(shown, needs(ADA, MENDED)) == Refused("activity_closed")
    assert said(over, needs(ADA, MENDED)) == Refused("workshop_over")


@pytest.mark.parametrize("workshop", HIDDEN_LATER)
def test_a_hidden_card_is_not_taken_away_after_the_closing_and_no_new_one_is_written(
    workshop: Workshop,
) -> None:
    for command in (WithdrawCard("k1"), AddCard("Another", "en")):
        assert said(workshop, needs(ADA, command)) == Refused("activity_closed")


def test_what_is_written_anew_is_on_the_wall_only_when_it_is_shown_again() -> None:
    mended = after(NEEDS, CardEdited("k1", "A bench"), given=HIDDEN_LATER[1])
    assert collect.wall(collected(mended, NEEDS)) == {}
    shown = collected(after(NEEDS, CardShown("k1"), given=mended), NEEDS)
    assert [each.text for each in collect.wall(shown).values()] == ["A bench"]


def test_of_an_unhurried_strip_what_is_written_anew_after_the_closing_waits_no_more() -> None:
    closed = after(IDEAS, *ideas("a"), Closed(), CardHidden("a", "a name"), given=IDEAS_OPEN)
    mended = after(IDEAS, CardEdited("a", "A bench"), given=closed)
    assert list(collect.wall(collected(mended, IDEAS))) == []
    shown = after(IDEAS, CardShown("a"), given=mended)
    assert list(collect.wall(collected(shown, IDEAS))) == ["a"]


# Who


@pytest.mark.parametrize("seat", [WALL, FAY, CAI, HAL, ROOM])
def test_only_people_write_and_who_leads_or_helps_only_for_a_guest(seat: Seat) -> None:
    commands = (AddCard("Hello", "en"), EditCard("k1", "Cars"), WithdrawCard("k1"))
    assert [said(ONE_CARD, needs(seat, each)) for each in commands] == [Refused("may_not")] * 3


def test_nobody_else_edits_or_withdraws_my_card() -> None:
    assert said(ONE_CARD, needs(BEN, EditCard("k1", "Cars"))) == Refused("not_yours")
    assert said(ONE_CARD, needs(BEN, WithdrawCard("k1"))) == Refused("not_yours")


def test_the_id_of_somebody_elses_card_is_refused_also_when_it_was_withdrawn() -> None:
    withdrawn = after(NEEDS, CardWithdrawn("k1"), given=ONE_CARD)
    assert said(ONE_CARD, writes("Mine", BEN, "k1")) == Refused("id_taken")
    assert said(withdrawn, writes("Mine", BEN, "k1")) == Refused("id_taken")


def test_a_card_without_a_mark_of_mine_is_not_mine_whoever_made_it() -> None:
    foreign = card("k2", "Of another activity", nth=0, activity=IDEAS)
    skipping = card("k3", "Of a place not reached yet", nth=2)
    nobodys = CardAdded("k4", "Of nobody", "en", NOBODYS)
    workshop = after(NEEDS, foreign, skipping, nobodys, given=ONE_CARD)
    assert list(collect.cards_of(collected(workshop, NEEDS), ADA)) == ["k1"]
    for id in ("k2", "k3", "k4"):
        assert said(workshop, needs(ADA, EditCard(id, "Cars"))) == Refused("not_yours")


# What


@pytest.mark.parametrize(("text", "why"), [("", "empty"), (" \n ", "empty"), ("x" * 41, "too_long")])
def test_a_card_is_refused_without_text_or_with_too_much(text: str, why: Why) -> None:
    assert said(OPEN, writes(text)) == Refused(why)
    assert said(ONE_CARD, needs(ADA, EditCard("k1", text))) == Refused(why)


def test_a_third_card_is_refused_where_two_are_asked_for() -> None:
    assert said(TWO_CARDS, writes("A lamp", id="k3")) == Refused("enough_cards")


def test_what_is_not_there_is_not_changed() -> None:
    withdrawn = after(NEEDS, CardWithdrawn("k1"), given=ONE_CARD)
    for workshop in (OPEN, withdrawn):
        assert said(workshop, needs(ADA, EditCard("k1", "Cars"))) == Refused("no_such_card")
        assert said(workshop, needs(ADA, WithdrawCard("k1"))) == Refused("no_such_card")


@pytest.mark.parametrize(
    ("card", "why"),
    [
        (replace(NEWS_CARD, bucket=""), "bucket_needed"),
        (replace(NEWS_CARD, bucket="ugly"), "no_such_bucket"),
        (replace(NEWS_CARD, item=""), "item_needed"),
        (replace(NEWS_CARD, item="p2"), "no_such_item"),
        (replace(NEWS_CARD, item="f1"), "no_such_item"),  # it lies in the workshop, but is not asked about
        (replace(NEWS_CARD, nickname="Fox"), "no_nicknames"),
    ],
)
def test_where_a_card_needs_a_bucket_and_an_item_both_must_be_there(card: AddCard, why: Why) -> None:
    assert said(NEWS_OPEN, ask(ADA, NEWS, card)) == Refused(why)


@pytest.mark.parametrize(
    ("card", "why"),
    [
        (AddCard("A boat", "en", bucket="good"), "no_such_bucket"),
        (AddCard("A boat", "en", item="p1"), "no_such_item"),
        (AddCard("A boat", "en", feeling=0), "no_feelings"),
        (AddCard("A boat", "en", nickname="x" * 31), "too_long"),
    ],
)
def test_a_card_says_no_more_than_was_asked(card: AddCard, why: Why) -> None:
    assert said(IDEAS_OPEN, ask(ADA, IDEAS, card)) == Refused(why)


def test_a_hidden_item_is_not_written_about() -> None:
    hidden = after("", CardHidden("p1", "a name"), given=NEWS_OPEN)
    assert said(hidden, ask(ADA, NEWS, NEWS_CARD)) == Refused("no_such_item")


@pytest.mark.parametrize(
    ("asked", "given"), [("self", "proxy"), ("self", "group"), ("proxy", "self"), ("group", "self")]
)
def test_a_card_speaks_for_whom_the_activity_asks(asked: template.Entry, given: Entry) -> None:
    state = collect.State(NEEDS, Collect(2, 40, entry=asked), life=Life(Phase.OPEN))
    request = Request("k1", ADA, NEEDS, AddCard("A bench", "en", entry=given, permission=True), at=0)
    assert collect.decide(state, request, ()) == Refused("not_this_way")


def test_another_persons_words_need_their_permission() -> None:
    assert said(OPEN, needs(ADA, AddCard("He is tired", "en", entry="proxy"))) == Refused("permission_needed")


# A helper's guests


HAS_GUEST = after("", PersonJoined(person(GUEST.key), Role.CLIENT), given=OPEN)
FOR_GUEST = AddCard("A ramp", "en", entry="proxy", permission=True)


def test_a_helper_writes_for_a_guest_who_came_in_and_for_nobody_else() -> None:
    assert said(OPEN, for_guest("1", needs(HAL, FOR_GUEST))) == Refused("not_joined")
    assert said(HAS_GUEST, for_guest("2", needs(HAL, FOR_GUEST))) == Refused("not_joined")
    assert said(HAS_GUEST, for_guest("1", needs(FAY, FOR_GUEST))) == Refused("not_joined")
    assert said(HAS_GUEST, for_guest("1", needs(ADA, FOR_GUEST))) == Refused("may_not")


def test_a_guests_card_says_that_it_was_written_for_another_and_with_permission() -> None:
    own, unasked = replace(FOR_GUEST, entry="self"), replace(FOR_GUEST, permission=False)
    assert said(HAS_GUEST, for_guest("1", needs(HAL, own))) == Refused("not_this_way")
    assert said(HAS_GUEST, for_guest("1", needs(HAL, unasked))) == Refused("permission_needed")


def test_for_a_guest_a_helper_has_a_participants_rights_and_no_more() -> None:
    for command in (WithdrawCard("k1"), EditCard("k1", "Cars")):
        workshop = after(NEEDS, A_CARD, given=HAS_GUEST)
        assert said(workshop, for_guest("1", needs(HAL, command))) == Refused("not_yours")


def test_a_guest_has_marks_of_their_own_and_the_same_limits() -> None:
    first = CardAdded("k1", "A ramp", "en", mark(GUEST.key, NEEDS, 0), entry="proxy")
    second = CardAdded("k2", "A ramp", "en", mark(GUEST.key, NEEDS, 1), entry="proxy")
    assert said(HAS_GUEST, for_guest("1", needs(HAL, FOR_GUEST, "k1"))) == [first]
    two = after(NEEDS, first, second, given=HAS_GUEST)
    assert said(two, for_guest("1", needs(HAL, FOR_GUEST, "k3"))) == Refused("enough_cards")
    assert said(two, for_guest("1", needs(HAL, EditCard("k2", "A lift")))) == [CardEdited("k2", "A lift")]
    assert said(two, writes("A bike library", ADA, "k9")) == [card("k9", "A bike library")]


def test_who_helps_writes_a_guests_hidden_card_anew_after_the_closing() -> None:
    theirs = CardAdded("k1", "A ramp", "en", mark(GUEST.key, NEEDS, 0), entry="proxy")
    hidden = after(NEEDS, theirs, Closed(), HIDDEN, given=HAS_GUEST)
    assert said(hidden, for_guest("1", needs(FAY, MENDED))) == Refused("not_joined")
    assert said(hidden, for_guest("1", needs(HAL, MENDED))) == [CardEdited("k1", "A bike library for all")]


def test_the_facilitator_writes_for_a_guest_too() -> None:
    workshop = after("", PersonJoined(person(FAYS_GUEST.key), Role.CLIENT), given=OPEN)
    added = CardAdded("k1", "A ramp", "en", mark(FAYS_GUEST.key, NEEDS, 0), entry="proxy")
    assert said(workshop, for_guest("1", needs(FAY, FOR_GUEST, "k1"))) == [added]


# Writing


def test_a_card_is_added_under_its_commands_id_with_a_mark_and_no_author() -> None:
    assert said(OPEN, writes(" A bike library ", id="k1")) == [A_CARD]
    assert said(ONE_CARD, writes("A bench", id="k2")) == [SECOND]


def test_a_text_and_a_nickname_may_be_as_long_as_is_said() -> None:
    assert said(OPEN, writes("x" * 40, id="k1")) == [card("k1", "x" * 40)]
    added = CardAdded("i1", "A boat", "en", mark(ADA.key, IDEAS, 0), nickname="x" * 30)
    assert said(IDEAS_OPEN, ask(ADA, IDEAS, AddCard("A boat", "en", nickname="x" * 30), "i1")) == [added]


def test_a_card_lies_in_its_bucket_about_its_item_with_its_feeling() -> None:
    added = CardAdded("n1", "It runs now", "en", mark(ADA.key, NEWS, 0), "good", "p1", 2)
    assert said(NEWS_OPEN, ask(ADA, NEWS, NEWS_CARD, "n1")) == [added]


def test_where_there_is_nothing_to_write_about_the_question_is_asked_once_about_nothing() -> None:
    added = CardAdded("n1", "All is well", "en", mark(ADA.key, NEWS, 0), "good")
    request = ask(ADA, NEWS, AddCard("All is well", "en", bucket="good"), "n1")
    assert said(NEWS_OF_NOTHING, request) == [added]


def test_a_nickname_is_what_its_writer_puts_on_the_card() -> None:
    added = CardAdded("i1", "A boat", "en", mark(ADA.key, IDEAS, 0), nickname="Fox")
    assert said(IDEAS_OPEN, ask(ADA, IDEAS, AddCard("A boat", "en", nickname=" Fox "), "i1")) == [added]
    blank = ask(ADA, NEEDS, AddCard("A bike library", "en", nickname="  "), "k1")
    assert said(OPEN, blank) == [A_CARD]


def test_another_persons_words_are_written_with_their_permission_and_a_groups_with_none() -> None:
    proxy = AddCard("He is tired", "en", entry="proxy", permission=True)
    group = AddCard("We are tired", "en", entry="group")
    assert said(OPEN, needs(ADA, proxy, "k1")) == [
        CardAdded("k1", "He is tired", "en", ADAS[0], entry="proxy")
    ]
    assert said(OPEN, needs(ADA, group, "k1")) == [
        CardAdded("k1", "We are tired", "en", ADAS[0], entry="group")
    ]


def test_a_repeated_id_of_mine_changes_nothing_even_after_closing_or_withdrawing() -> None:
    withdrawn = after(NEEDS, CardWithdrawn("k1"), given=ONE_CARD)
    for workshop in (ONE_CARD, TWO_CARDS, CLOSED, REVEALED, withdrawn):
        assert said(workshop, writes("A bike library", id="k1")) == []


def test_equal_text_with_another_id_is_another_card() -> None:
    twice = card("k2", "A bike library", nth=1)
    assert said(ONE_CARD, writes("A bike library", id="k2")) == [twice]


def test_i_edit_and_withdraw_my_own_card() -> None:
    assert said(ONE_CARD, needs(ADA, EditCard("k1", " A boat library "))) == [
        CardEdited("k1", "A boat library")
    ]
    assert said(ONE_CARD, needs(ADA, WithdrawCard("k1"))) == [CardWithdrawn("k1")]


def test_a_card_that_was_hidden_or_withdrawn_uses_up_nothing() -> None:
    added = CardAdded("k3", "A lamp", "en", ADAS[2])
    for gone in (CardHidden("k1", "a name"), CardWithdrawn("k1")):
        workshop = after(NEEDS, gone, given=TWO_CARDS)
        assert said(workshop, writes("A lamp", id="k3")) == [added]


def test_nobody_writes_and_takes_back_without_end() -> None:
    workshop = OPEN
    for nth in range(MOST_TAKEN_BACK + 2):
        workshop = after(NEEDS, card(f"w{nth}", "A bench", nth=nth), CardWithdrawn(f"w{nth}"), given=workshop)
    assert said(workshop, writes("A bench")) == Refused("enough_cards")
    assert not isinstance(said(workshop, writes("A bench", BEN)), Refused)


def test_a_withdrawn_card_keeps_its_place_and_not_its_words() -> None:
    fox = CardAdded("i1", "A boat", "en", mark(ADA.key, IDEAS, 0), nickname="Fox")
    state = collected(after(IDEAS, fox, CardWithdrawn("i1"), given=IDEAS_OPEN), IDEAS)
    assert state.cards == {"i1": Card("i1", "", "en", fox.mark, withdrawn=True, released=False)}
    assert state.by_mark == {fox.mark: "i1"}


def test_a_mark_is_recognised_with_its_own_key_only() -> None:
    state = collected(TWO_CARDS, NEEDS)
    seats = (ADA, BEN, FAY, HAL, WALL, GUEST)
    assert [list(collect.cards_of(state, seat)) for seat in seats] == [["k1", "k2"], [], [], [], [], []]


# The unhurried strip


SIX_WAIT = after(IDEAS, *ideas("fbdace"), given=IDEAS_OPEN)


def on_the_wall(workshop: Workshop) -> list[str]:
    return list(collect.wall(collected(workshop, IDEAS)))


def test_nobody_but_the_room_itself_releases_cards() -> None:
    for seat in (ADA, FAY, CAI, HAL, WALL):
        assert said(SIX_WAIT, ask(seat, IDEAS, ReleaseCards())) == Refused("may_not")


def test_with_live_reveal_a_card_waits_and_is_on_no_wall() -> None:
    assert on_the_wall(SIX_WAIT) == []
    assert sorted(strip.waiting(collected(SIX_WAIT, IDEAS).cards)) == list("abcdef")


def test_five_come_out_together_by_random_id() -> None:
    assert said(SIX_WAIT, ask(ROOM, IDEAS, ReleaseCards())) == [CardsReleased(tuple("abcde"))]
    five = after(IDEAS, CardsReleased(tuple("abcde")), given=SIX_WAIT)
    assert on_the_wall(five) == list("abcde")
    assert said(five, ask(ROOM, IDEAS, ReleaseCards())) == [CardsReleased(("f",))]


def test_where_nothing_waits_nothing_is_released() -> None:
    assert said(IDEAS_OPEN, ask(ROOM, IDEAS, ReleaseCards())) == []
    assert said(TWO_CARDS, ask(ROOM, NEEDS, ReleaseCards())) == []


def test_closing_releases_all() -> None:
    closed = after(IDEAS, Closed(), given=SIX_WAIT)
    assert (on_the_wall(closed), strip.waiting(collected(closed, IDEAS).cards)) == (list("abcdef"), [])


def test_an_edited_card_waits_again_for_whoever_reads_along() -> None:
    five = after(IDEAS, CardsReleased(tuple("abcde")), given=SIX_WAIT)
    edited = after(IDEAS, CardEdited("a", "Mr. Smith must go"), given=five)
    assert (on_the_wall(edited), sorted(strip.waiting(collected(edited, IDEAS).cards))) == (
        list("bcde"),
        ["a", "f"],
    )


def test_a_card_hidden_while_it_waits_comes_out_only_when_it_is_shown_again() -> None:
    hidden = after(IDEAS, CardHidden("a", "a name"), given=SIX_WAIT)
    assert said(hidden, ask(ROOM, IDEAS, ReleaseCards())) == [CardsReleased(tuple("bcdef"))]
    closed = after(IDEAS, Closed(), given=hidden)
    assert on_the_wall(closed) == list("bcdef")
    shown = after(IDEAS, CardShown("a"), given=closed)
    assert said(shown, ask(ROOM, IDEAS, ReleaseCards())) == [CardsReleased(("a",))]


def test_a_card_withdrawn_while_it_waits_never_comes_out() -> None:
    gone = after(IDEAS, CardWithdrawn("a"), given=SIX_WAIT)
    assert on_the_wall(after(IDEAS, Closed(), given=gone)) == list("bcdef")


# The wall and what is handed on


def test_on_close_the_wall_is_empty_until_the_reveal() -> None:
    walls = [collect.wall(collected(each, NEEDS)) for each in (TWO_CARDS, CLOSED, REVEALED)]
    assert [list(wall) for wall in walls] == [[], [], ["k1"]]


def test_the_wall_is_by_random_id_and_not_in_the_order_people_wrote() -> None:
    events = (card("k9", "First"), card("k3", "Second", nth=1), Closed(), Revealed())
    assert list(collect.wall(collected(after(NEEDS, *events, given=OPEN), NEEDS))) == ["k3", "k9"]


def test_a_later_activity_reads_nothing_before_the_reveal_not_even_what_is_on_a_live_wall() -> None:
    closed = after(IDEAS, Closed(), given=SIX_WAIT)
    assert collect.taken(collected(closed, IDEAS)) == {}
    assert list(collect.taken(collected(after(IDEAS, Revealed(), given=closed), IDEAS))) == list("abcdef")
