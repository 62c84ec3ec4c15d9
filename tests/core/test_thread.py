"""My thread: what became of each card, for who holds the key alone."""

from dataclasses import replace

from talko.core.activities import cluster, collect, discuss, plan
from talko.core.beside import closing, questions
from talko.core.beside.agenda import CloseUnfinished
from talko.core.card import HideCard
from talko.core.life import Open
from talko.core.people import Role, Seat, SeatKind
from talko.core.thread import Strand, asked, thread
from tests.core.played import ACTIONS, CARDS, PILOTS, TALK, THEMES, Played, grouped, met
from tests.core.story import ADA, BEN, CAI, EVE, FAY


def over() -> Played:
    """Ada's card lies in Buses, of which came a pilot and an action; Ben's in Coffee, which was put aside."""
    played = grouped()
    mine = {seat.key: next(iter(cards(played, seat))) for seat in (ADA, BEN, EVE)}
    played.does(FAY, THEMES, cluster.MoveCards((mine[ADA.key],), "t1"))
    played.does(FAY, THEMES, cluster.MoveCards((mine[BEN.key],), "t2"))
    for place, id, source in ((PILOTS, "p1", "t1"), (ACTIONS, "c1", "p1")):
        played.does(FAY, place, Open())
        played.does(FAY, place, plan.AddRecord((source,), "A night bus", "en"), id=id)
    played.does(CAI, "", closing.Park("t2", "not_ours", "The kitchen decides", "en"))
    played.does(ADA, "", questions.AskQuestion("Why?", "en"), id="q1")
    played.does(CAI, "", questions.AnswerQuestion("q1", "So", "en"))
    played.does(FAY, "", CloseUnfinished())
    return played


def cards(played: Played, seat: Seat) -> list[str]:
    state = played.workshop.activities[CARDS]
    assert isinstance(state, collect.State)
    return [*collect.cards_of(state, seat)]


def told(strand: Strand) -> tuple[list[str], list[str], list[str]]:
    themes, parked = [each.text for each in strand.themes], [each.reason for each in strand.parked]
    return themes, [*strand.records], parked


def test_another_key_sees_nothing_of_it() -> None:
    played, stranger = over(), Seat(SeatKind.PARTICIPANT, b"another key", Role.CLIENT)
    for seat in (stranger, FAY, CAI):
        assert thread(played.workshop, seat) == [] and asked(played.workshop, seat) == []
    (bens,) = thread(played.workshop, BEN)
    assert bens.card.id not in cards(played, ADA)


def test_a_card_is_followed_through_its_group_to_the_pilot_and_the_action() -> None:
    played = over()
    (mine,) = thread(played.workshop, ADA)
    assert told(mine) == (["Buses"], ["p1", "c1"], [])


def test_what_was_put_aside_says_why() -> None:
    (bens,) = thread(over().workshop, BEN)
    assert told(bens) == (["Coffee"], [], ["The kitchen decides"])


def test_of_what_nobody_took_up_there_is_nothing_to_tell() -> None:
    (eves,) = thread(over().workshop, EVE)
    assert told(eves) == ([], [], [])


def test_a_record_that_was_dropped_came_of_nothing() -> None:
    workshop = over().workshop
    state = workshop.activities[ACTIONS]
    assert isinstance(state, plan.State)
    dropped = plan.evolve(state, plan.RecordDropped("c1", "Too much"))
    (mine,) = thread(replace(workshop, activities={**workshop.activities, ACTIONS: dropped}), ADA)
    assert mine.records == ("p1",)


def test_what_was_taken_back_has_no_thread_and_a_hidden_card_says_that_it_was_hidden() -> None:
    played = met()
    played.goes_to(CARDS)
    played.does(FAY, CARDS, Open())
    for n in range(2):
        played.does(ADA, CARDS, collect.AddCard("A bus", "en"), id=f"k-{n}")
    played.does(ADA, CARDS, collect.WithdrawCard("k-0"))
    played.does(FAY, CARDS, HideCard("k-1", "a name"))
    (mine,) = thread(played.workshop, ADA)
    assert (mine.card.id, mine.card.hidden) == ("k-1", "a name")


def test_notes_and_questions_of_ones_own_are_there_too() -> None:
    played = met()
    played.does(FAY, TALK, Open())
    played.does(ADA, TALK, discuss.AddNote("We need one", "en"), id="n1")
    played.does(ADA, "", questions.AskQuestion("Why?", "en"), id="q1")
    assert [each.card.text for each in thread(played.workshop, ADA)] == ["We need one"]
    (mine,) = asked(played.workshop, ADA)
    assert (mine.card.text, mine.answer) == ("Why?", "")
    assert asked(over().workshop, ADA)[0].answer == "So"
