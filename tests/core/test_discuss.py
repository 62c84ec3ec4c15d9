from collections.abc import Sequence
from functools import reduce

import pytest

from talko.core.activities import discuss
from talko.core.activities.discuss import AddNote, NoteAdded, State
from talko.core.audience import Audience, Shown
from talko.core.card import NOBODYS, CardHidden, CardShown, CardWithdrawn, HideCard, ShowCard, WithdrawCard
from talko.core.life import Close, Closed, Extend, Extended, Open, Opened, Reveal
from talko.core.people import Refused, Request, Seat, Why, helped, mark
from talko.core.template import Discuss, Notes
from tests.core.story import ADA, BEN, CAI, FAY, HAL, NOON, ROOM, WALL

TALK = "talk"
GUEST = helped(HAL, "1")


def talk(notes: Notes, *events: discuss.Event) -> State:
    return after(State(TALK, Discuss("groups", notes), 5), *events)


def after(state: State, *events: discuss.Event) -> State:
    return reduce(discuss.evolve, events, state)


def said(
    state: State, seat: Seat, command: discuss.Command, id: str = "k1"
) -> Sequence[discuss.Event] | Refused:
    return discuss.decide(state, Request(id, seat, TALK, command, NOON))


def note(id: str, seat: Seat = ADA, nth: int = 0, text: str = "We want a bench", table: int = 0) -> NoteAdded:
    return NoteAdded(id, text, "en", table, mark(seat.key, TALK, nth))


BENCH = AddNote("We want a bench", "en")
NONE, HOST, ANYONE = talk("none", Opened(0)), talk("host", Opened(0)), talk("anyone", Opened(0))
ADAS, TABLES = note("k1"), NoteAdded("t1", "Table two likes soup", "en", 2, NOBODYS)
NOTED = after(ANYONE, ADAS, TABLES)
OVER = after(NOTED, Closed())


# What is not noted


@pytest.mark.parametrize("seat", [ADA, HAL, CAI, FAY])
def test_where_no_notes_are_asked_for_nobody_notes(seat: Seat) -> None:
    assert said(NONE, seat, BENCH) == Refused("not_here")


def test_only_who_hosts_notes_where_the_host_is_asked() -> None:
    assert [said(HOST, seat, BENCH) for seat in (ADA, GUEST, WALL, ROOM)] == [Refused("may_not")] * 4


@pytest.mark.parametrize("seat", [WALL, ROOM])
def test_where_anyone_notes_a_screen_still_does_not(seat: Seat) -> None:
    assert said(ANYONE, seat, BENCH) == Refused("may_not")


@pytest.mark.parametrize("seat", [ADA, HAL, FAY])
def test_notes_are_written_while_the_talk_is_on(seat: Seat) -> None:
    assert said(talk("anyone"), seat, BENCH) == Refused("not_open_yet")
    assert said(OVER, seat, BENCH, "k2") == Refused("activity_closed")


@pytest.mark.parametrize(("text", "why"), [("", "empty"), (" \n", "empty"), ("x" * 301, "too_long")])
def test_a_note_is_refused_without_text_or_with_too_much(text: str, why: Why) -> None:
    assert said(ANYONE, ADA, AddNote(text, "en")) == Refused(why)


def test_one_person_writes_ten_notes_and_whoever_writes_for_a_table_as_many_as_it_takes() -> None:
    ten = after(ANYONE, *(note(f"k{n}", nth=n) for n in range(10)))
    tables = after(ten, *(NoteAdded(f"t{n}", "Soup", "en", 1, NOBODYS) for n in range(10)))
    assert said(tables, ADA, BENCH, "k99") == Refused("enough_cards")
    assert said(tables, BEN, BENCH, "k99") == [note("k99", BEN)]
    assert said(tables, HAL, BENCH, "k99") == [NoteAdded("k99", BENCH.text, "en", 0, NOBODYS)]
    for gone in (CardWithdrawn("k3"), CardHidden("k3", "a name")):
        assert said(after(tables, gone), ADA, BENCH, "k99") == [note("k99", nth=10)]


def test_the_id_of_somebody_elses_note_is_refused() -> None:
    assert said(NOTED, BEN, BENCH, "k1") == Refused("id_taken")
    assert said(NOTED, ADA, BENCH, "t1") == Refused("id_taken")


def test_nobody_else_withdraws_my_note_and_nobody_what_a_table_said() -> None:
    assert said(NOTED, BEN, WithdrawCard("k1")) == Refused("not_yours")
    assert said(NOTED, ADA, WithdrawCard("t1")) == Refused("not_yours")
    assert said(NOTED, HAL, WithdrawCard("t1")) == Refused("may_not")


def test_what_is_not_there_or_over_is_not_withdrawn() -> None:
    assert said(NOTED, ADA, WithdrawCard("k9")) == Refused("no_such_card")
    assert said(after(NOTED, CardWithdrawn("k1")), ADA, WithdrawCard("k1")) == Refused("no_such_card")
    assert said(OVER, ADA, WithdrawCard("k1")) == Refused("activity_closed")


@pytest.mark.parametrize("seat", [ADA, HAL, WALL])
def test_only_whoever_leads_hides_a_note(seat: Seat) -> None:
    assert said(NOTED, seat, HideCard("k1", "a name")) == Refused("may_not")


def test_a_note_is_not_hidden_without_a_reason_nor_shown_where_it_is_not_hidden() -> None:
    assert said(NOTED, CAI, HideCard("k1", " ")) == Refused("reason_needed")
    assert said(NOTED, CAI, ShowCard("k1")) == Refused("not_now")


def test_a_talk_is_not_revealed() -> None:
    assert said(OVER, FAY, Reveal()) == Refused("not_here")


# What is


@pytest.mark.parametrize("state", [HOST, ANYONE])
@pytest.mark.parametrize("seat", [HAL, CAI, FAY])
def test_who_helps_or_leads_notes_what_a_table_said_and_it_is_nobodys(state: State, seat: Seat) -> None:
    added = NoteAdded("t1", "Soup", "en", 2, NOBODYS)
    assert said(state, seat, AddNote(" Soup ", "en", 2), "t1") == [added]


@pytest.mark.parametrize("seat", [ADA, BEN, GUEST])
def test_where_anyone_notes_each_has_notes_of_their_own(seat: Seat) -> None:
    assert said(ANYONE, seat, BENCH) == [note("k1", seat)]
    assert said(after(ANYONE, note("k1", seat)), seat, BENCH, "k2") == [note("k2", seat, 1)]


def test_a_repeated_id_of_mine_changes_nothing() -> None:
    for state in (NOTED, OVER, after(NOTED, CardWithdrawn("k1"))):
        assert said(state, ADA, BENCH, "k1") == []


def test_i_withdraw_my_note_and_its_words_are_gone() -> None:
    assert said(NOTED, ADA, WithdrawCard("k1")) == [CardWithdrawn("k1")]
    gone = after(NOTED, CardWithdrawn("k1"))
    assert gone.notes["k1"].text == ""
    assert discuss.show_mine(gone, ADA) == {}
    assert list(discuss.taken(gone)) == ["t1"]


@pytest.mark.parametrize("state", [NOTED, OVER])
def test_a_note_is_hidden_and_shown_again_also_when_the_talk_is_over(state: State) -> None:
    assert said(state, CAI, HideCard("k1", "a name")) == [CardHidden("k1", "a name")]
    assert said(after(state, CardHidden("k1", "a name")), FAY, ShowCard("k1")) == [CardShown("k1")]


def test_a_talk_opens_ends_and_is_given_more_time() -> None:
    assert said(talk("none"), FAY, Open()) == [Opened(NOON + 300)]
    assert said(NONE, FAY, Close()) == [Closed()]
    assert said(NONE, FAY, Extend(2)) == [Extended(NOON + 120)]


# What is seen


BENCH_SHOWN = {"text": "We want a bench", "lang": "en"}
TABLES_SHOWN = {"text": "Table two likes soup", "lang": "en", "table": 2}


@pytest.mark.parametrize("audience", Audience)
def test_everybody_reads_the_notes_at_once_and_nobody_who_wrote_them(audience: Audience) -> None:
    assert discuss.show(NOTED, audience, Shown()) == {
        "kind": "discuss",
        "life": "open",
        "ends": 0,
        "notes": {"k1": BENCH_SHOWN, "t1": TABLES_SHOWN},
    }


def test_a_hidden_note_is_read_on_the_console_by_its_writer_and_by_nobody_else() -> None:
    state = after(NOTED, CardHidden("k1", "a name"))
    hidden = {**BENCH_SHOWN, "hidden": "a name"}
    shows = {audience: discuss.show(state, audience, Shown())["notes"] for audience in Audience}
    assert shows == {
        Audience.SCREEN: {"t1": TABLES_SHOWN},
        Audience.PHONE: {"t1": TABLES_SHOWN},
        Audience.CONSOLE: {"k1": hidden, "t1": TABLES_SHOWN},
    }
    assert discuss.show_mine(state, ADA) == {"k1": hidden}
    assert discuss.show_mine(state, BEN) == discuss.show_mine(state, HAL) == {}


def test_notes_lie_in_the_order_of_random_ids() -> None:
    state = after(ANYONE, note("k2"), note("k1", BEN))
    assert list(discuss.taken(state)) == ["k1", "k2"]


def test_at_closing_a_hidden_note_is_forgotten_and_is_still_handed_on_as_hidden() -> None:
    closed = discuss.forget_hidden(after(OVER, CardHidden("k1", "a name")))
    kept = discuss.taken(closed)
    assert (kept["k1"].text, kept["k1"].hidden, kept["t1"].text) == ("", "a name", "Table two likes soup")
