from dataclasses import replace
from functools import reduce

import pytest

from talko.core.audience import Audience, Shown
from talko.core.beside import hard_words
from talko.core.beside.hard_words import (
    MOST_WORDS,
    Command,
    ExplainWord,
    FlagWord,
    State,
    WordAdded,
    WordExplained,
    WordFlagged,
)
from talko.core.people import Mark, Refused, Request, Seat, SeatKind, Why, helped, mark
from tests.core.story import ADA, BEN, CAI, FAY, HAL, NOON, ROOM, WALL

GUEST = helped(HAL, "1")
CROWD = [Seat(SeatKind.PARTICIPANT, f"key {n}".encode()) for n in range(3)]
ADDED = WordAdded("w1", "monialainen", "fi")


def flagged(seat: Seat, id: str = "w1", nth: int = 0) -> WordFlagged:
    return WordFlagged(id, mark(seat.key, "hard words", nth))


def after(*events: hard_words.Event) -> State:
    return reduce(hard_words.evolve, events, State())


def said(state: State, seat: Seat, wish: Command, id: str = "w1") -> list[hard_words.Event] | Refused:
    request = Request(id, seat, "", wish, at=NOON)
    assert hard_words.takes(request)
    answer = hard_words.decide(state, request)
    return answer if isinstance(answer, Refused) else list(answer)


EMPTY = State()
ONE = after(ADDED, flagged(ADA))
THREE = after(ADDED, *(flagged(each) for each in CROWD))
EXPLAINED = after(ADDED, flagged(ADA), WordExplained("w1", "monta palvelua"))


@pytest.mark.parametrize("seat", [CAI, FAY, HAL, WALL, ROOM])
def test_only_people_who_take_part_flag_a_word(seat: Seat) -> None:
    assert said(EMPTY, seat, FlagWord("pilotoida", "fi")) == Refused("may_not")


@pytest.mark.parametrize("seat", [ADA, HAL, WALL, ROOM])
def test_only_who_leads_or_helps_to_lead_explains_one(seat: Seat) -> None:
    assert said(ONE, seat, ExplainWord("w1", "monta palvelua")) == Refused("may_not")


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (FlagWord("  ", "fi"), "empty"),
        (FlagWord("x" * 61, "fi"), "too_long"),
        (ExplainWord("w1", " "), "empty"),
        (ExplainWord("w1", "x" * 201), "too_long"),
        (ExplainWord("w9", "kokeilla"), "no_such_item"),
        (ExplainWord("", "kokeilla", " ", "fi"), "empty"),
        (ExplainWord("", "kokeilla", "x" * 61, "fi"), "too_long"),
    ],
)
def test_a_word_and_its_explanation_say_something_and_not_too_much(wish: Command, why: Why) -> None:
    assert said(ONE, ADA if isinstance(wish, FlagWord) else FAY, wish, "w2") == Refused(why)


def test_nobody_flags_more_than_twenty_words() -> None:
    every = [(WordAdded(f"v{n}", f"word {n}", "en"), flagged(ADA, f"v{n}", n)) for n in range(MOST_WORDS)]
    many = after(*(each for pair in every for each in pair))
    assert said(many, ADA, FlagWord("one more", "en")) == Refused("enough_cards")
    assert said(many, ADA, FlagWord("Word 1", "en")) == []
    assert said(many, BEN, FlagWord("Word 1", "en")) == [flagged(BEN, "v1")]


@pytest.mark.parametrize("seat", [ADA, GUEST])
def test_a_new_word_is_added_by_who_flags_it_first(seat: Seat) -> None:
    assert said(EMPTY, seat, FlagWord(" palvelutarpeen \n arviointi ", "fi")) == [
        WordAdded("w1", "palvelutarpeen arviointi", "fi"),
        flagged(seat),
    ]


def test_a_second_flag_by_the_same_person_changes_nothing_and_by_another_counts() -> None:
    assert said(ONE, ADA, FlagWord("MONIALAINEN", "fi"), "w2") == []
    assert said(ONE, BEN, FlagWord("  Monialainen", "fi"), "w2") == [flagged(BEN)]


def test_a_word_is_explained_whether_flagged_or_not_and_explained_better() -> None:
    better = WordExplained("w1", "monta palvelua yhdessä")
    assert said(ONE, CAI, ExplainWord("w1", " monta palvelua ")) == [WordExplained("w1", "monta palvelua")]
    assert said(EXPLAINED, FAY, ExplainWord("w1", "monta palvelua yhdessä")) == [better]
    assert said(ONE, FAY, ExplainWord("", "kokeilla", "pilotoida", "fi"), "w2") == [
        WordAdded("w2", "pilotoida", "fi"),
        WordExplained("w2", "kokeilla"),
    ]


def test_a_word_that_was_flagged_already_is_not_added_once_more_to_be_explained() -> None:
    wish = ExplainWord("", "monta palvelua", "Monialainen", "fi")
    assert said(ONE, FAY, wish, "w2") == [WordExplained("w1", "monta palvelua")]


@pytest.mark.parametrize("audience", [Audience.SCREEN, Audience.PHONE])
def test_the_room_sees_what_was_explained_and_no_flags(audience: Audience) -> None:
    assert hard_words.show(THREE, audience, Shown()) == {}
    seen = {"word": "monialainen", "lang": "fi", "plain": "monta palvelua"}
    assert hard_words.show(EXPLAINED, audience, Shown()) == {"w1": seen}


def test_the_console_is_told_from_three_people_on() -> None:
    seen = {"word": "monialainen", "lang": "fi"}
    two = after(ADDED, *(flagged(each) for each in CROWD[:2]))
    assert hard_words.show(two, Audience.CONSOLE, Shown()) == {}
    assert hard_words.show(THREE, Audience.CONSOLE, Shown()) == {"w1": {**seen, "flags": 3}}
    explained = {"w1": {**seen, "plain": "monta palvelua"}}
    assert hard_words.show(EXPLAINED, Audience.CONSOLE, Shown()) == explained


class Looked(dict[Mark, str]):
    """Knows how often it was asked."""

    times = 0

    def __contains__(self, key: object) -> bool:
        self.times += 1
        return super().__contains__(key)


def test_each_finds_their_own_flags_at_their_own_cost_whatever_others_fill_the_workshop_with() -> None:
    others = [(WordAdded(f"v{n}", f"word {n}", "en"), flagged(BEN, f"v{n}", n)) for n in range(200)]
    told = after(*(each for pair in others for each in pair), ADDED, flagged(ADA))
    looked = Looked(told.by_mark)
    assert hard_words.show_mine(replace(told, by_mark=looked), ADA) == {"w1": True}
    assert looked.times == 2


def test_nobody_is_told_of_the_flags_of_others() -> None:
    assert hard_words.show_mine(ONE, ADA) == {"w1": True}
    assert hard_words.show_mine(ONE, BEN) == {}
