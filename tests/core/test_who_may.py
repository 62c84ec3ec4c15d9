"""Who may ask what: each command from each seat, and each command about a thing that lies somewhere else."""

from collections.abc import Mapping
from typing import get_args

import pytest

from talko.core import life
from talko.core.activities import cluster, collect, consent, discuss, plan, survey
from talko.core.ballots.ballot import ALL, CastBallot, Support
from talko.core.ballots.rounds import OpenRunOff
from talko.core.beside import agenda, brought, closing, hard_words, lobby, needs, questions, screen
from talko.core.card import HideCard, ShowCard, WithdrawCard
from talko.core.following import following
from talko.core.people import Refused, Role, Seat, SeatKind, Why
from talko.core.workshop import Command
from tests.core.played import (
    ACTIONS,
    AGREE,
    CARDS,
    COMMIT,
    DOTS,
    PILOTS,
    PULSE,
    TALK,
    THEMES,
    TODAY,
    Played,
    met,
)
from tests.core.story import ADA, CAI, FAY, FIA, HAL, OLE, ROOM, WALL

# One of each, and where it belongs

COMMANDS: Mapping[Command, str] = {
    collect.AddCard("A bus", "en"): CARDS,
    collect.EditCard("k1", "A bus"): CARDS,
    WithdrawCard("k1"): CARDS,
    collect.ReleaseCards(): CARDS,
    HideCard("k1", "a name"): CARDS,
    ShowCard("k1"): CARDS,
    discuss.AddNote("A note", "en"): TALK,
    cluster.AddTheme("Buses", "en"): THEMES,
    cluster.NameTheme("t1", "Trams", "en"): THEMES,
    cluster.MoveCards((), "t1"): THEMES,
    cluster.MergeThemes("t1", "t2"): THEMES,
    cluster.Undo(): THEMES,
    CastBallot("r1", 1, Support(4)): COMMIT,
    OpenRunOff(): DOTS,
    survey.ChooseItems(()): PULSE,
    consent.OpenRound(ALL): AGREE,
    consent.NoteConcern("r1", "Who pays?", "en"): COMMIT,
    consent.DecideBy("r1", TODAY): COMMIT,
    consent.Settle(ALL, "rejected"): COMMIT,
    consent.LetPass("r1"): COMMIT,
    plan.AddRecord(()): ACTIONS,
    plan.SetSources("c1", ()): ACTIONS,
    plan.WriteField("c1", "what", "A café"): ACTIONS,
    plan.ProposeWording("c1", "what", "A bar", "en"): ACTIONS,
    plan.UseWording("c1", "c1"): ACTIONS,
    plan.TakeOn("c1", "owner", "Ada"): ACTIONS,
    plan.LetGo("c1", "owner"): ACTIONS,
    plan.NameFor("c1", "owner", "Ada"): ACTIONS,
    plan.RemoveHelper("c1", "h1"): ACTIONS,
    plan.AcceptAloud("c1"): ACTIONS,
    plan.DropRecord("c1", "twice"): ACTIONS,
    questions.AskQuestion("Why?", "en"): "",
    questions.AnswerQuestion("q1", "So", "en"): "",
    hard_words.FlagWord("synergy", "en"): "",
    hard_words.ExplainWord("w1", "together"): "",
    needs.AskFor("break"): "",
    needs.TakeBack("break"): "",
    needs.GiveFeedback("Slower", "en"): "",
    closing.Park("t2", "later", "Not now", "en"): "",
    closing.Unpark("t2"): "",
    closing.SetContact(TODAY): "",
    closing.Attest("names_removed", True): "",
    closing.ReportItem("b1", "done"): "",
    brought.BringCard("field", "It is far", "en", True): "",
    lobby.Join(Role.CLIENT): "",
    lobby.Leave(): "",
    lobby.OpenDoor(): "",
    lobby.CloseDoor(): "",
    screen.SetScreen(True, ""): "",
    life.Open(): AGREE,
    life.Close(): CARDS,
    life.Reveal(): CARDS,
    life.Extend(5): CARDS,
    agenda.GoOn(): "",
    agenda.GoBack(): "",
    agenda.StartBreak(5): "",
    agenda.EndBreak(): "",
    agenda.CloseWorkshop(): "",
    agenda.CloseUnfinished(): "",
    plan.Accept("c1"): ACTIONS,
    plan.Decline("c1"): ACTIONS,
    following.Tell("c1", "doing"): "",
    following.Confirm("c1", "done"): "",
    following.MoveDue("c1", TODAY, "Snow", "en"): "",
    following.TellPeople("c1", "A paper", TODAY, "en"): "",
    following.DecidePilot("p1", "keep", "It works", "en"): "",
    following.RemoveWords("c1", "e1"): "",
}

OPENED = {CARDS, TALK, THEMES, PILOTS, ACTIONS}
FOLLOWING: set[type[Command]] = {
    following.Tell, following.Confirm, following.MoveDue, following.TellPeople, following.DecidePilot,
}  # fmt: skip
BY_LINK: set[type[Command]] = {plan.Accept, plan.Decline}
PERSON: set[type[Command]] = FOLLOWING | {
    collect.AddCard, collect.EditCard, WithdrawCard, discuss.AddNote, CastBallot, plan.ProposeWording,
    plan.TakeOn, plan.LetGo, questions.AskQuestion, hard_words.FlagWord, needs.AskFor, needs.TakeBack,
    needs.GiveFeedback, lobby.Join, lobby.Leave, cluster.AddTheme, cluster.NameTheme, cluster.MoveCards,
    cluster.MergeThemes,
    cluster.Undo,
}  # fmt: skip
HELPER: set[type[Command]] = {brought.BringCard, discuss.AddNote}
COHOST = HELPER | {
    HideCard, ShowCard, cluster.AddTheme, cluster.NameTheme, cluster.MoveCards, cluster.MergeThemes,
    cluster.Undo, consent.NoteConcern, plan.AddRecord, plan.SetSources, plan.WriteField, plan.UseWording,
    plan.NameFor, plan.RemoveHelper, plan.AcceptAloud, plan.DropRecord, questions.AnswerQuestion,
    hard_words.ExplainWord, closing.Park, closing.Unpark, closing.SetContact, closing.ReportItem,
    screen.SetScreen, following.RemoveWords,
}  # fmt: skip
ROOMS: set[type[Command]] = {collect.ReleaseCards, consent.LetPass}
EVERY: set[type[Command]] = {type(command) for command in COMMANDS}
FACILITATOR = EVERY - PERSON - ROOMS - BY_LINK | COHOST


def under_way() -> Played:
    """Everything that people write in is open, and there is one thing of each kind."""
    played = met()
    played.does(HAL, "", brought.BringCard("previous", "A night bus", "en", True), id="b1")
    for place in sorted(OPENED):
        played.does(FAY, place, life.Open())
    played.does(ADA, CARDS, collect.AddCard("A bus at nine", "en"), id="k1")
    played.does(ADA, TALK, discuss.AddNote("We need one", "en"), id="n1")
    for theme in ("t1", "t2"):
        played.does(FAY, THEMES, cluster.AddTheme(f"Theme {theme}", "en"), id=theme)
    for place, record in ((PILOTS, "p1"), (ACTIONS, "c1")):
        played.does(FAY, place, plan.AddRecord((), "A café", "en"), id=record)
    played.does(FAY, COMMIT, life.Open(), id="r1")
    played.does(ADA, "", questions.AskQuestion("Why?", "en"), id="q1")
    played.does(ADA, "", needs.GiveFeedback("Slower", "en"), id="g1")
    played.does(FAY, "", hard_words.ExplainWord("", "together", "synergy", "en"), id="w1")
    return played


UNDER_WAY = under_way()


def asked(seat: Seat, place: str, command: Command) -> object:
    again = Played(UNDER_WAY.workshop)
    again.boxes = UNDER_WAY.boxes
    return again.says(seat, place, command, id="new")


def test_every_command_is_among_them() -> None:
    assert {type(command) for command in COMMANDS} == set(get_args(Command))


@pytest.mark.parametrize(
    ("seat", "may"),
    [
        (WALL, set()),
        (ROOM, ROOMS),
        (HAL, HELPER),
        (CAI, COHOST),
        (FAY, FACILITATOR),
        (ADA, PERSON),
        (OLE, FOLLOWING | BY_LINK),
        (FIA, FOLLOWING),
    ],
)
def test_each_seat_may_do_what_it_is_for_and_is_refused_all_else(seat: Seat, may: set[type[Command]]) -> None:
    refused = {
        type(each) for each, place in COMMANDS.items() if asked(seat, place, each) == Refused("may_not")
    }
    assert EVERY - refused == may


def test_who_has_not_come_in_is_refused_all_but_the_coming() -> None:
    stranger = Seat(SeatKind.PARTICIPANT, b"stranger", Role.CLIENT)
    for command, place in COMMANDS.items():
        if not isinstance(command, lobby.Join):
            assert asked(stranger, place, command) == Refused("not_joined")


AFTER_THE_END = CastBallot | consent.LetPass | following.Command | plan.Accept | plan.Decline


@pytest.mark.parametrize("command", COMMANDS)
def test_when_it_is_over_nobody_does_anything_but_answer_where_one_asked_for_time_and_tell_of_the_plan(
    command: Command,
) -> None:
    over = Played(UNDER_WAY.workshop)
    over.does(FAY, "", agenda.CloseUnfinished())
    waits, hides = isinstance(command, AFTER_THE_END), isinstance(command, HideCard)
    for seat in (HAL, ADA, ROOM, WALL) if hides else (FAY, CAI, HAL, ADA, ROOM, WALL):
        outcome = over.says(seat, COMMANDS[command], command)
        told = Refused("may_not") if hides else Refused("workshop_over")
        assert isinstance(outcome, Refused) and (waits or outcome == told)


# Things that lie somewhere else

ELSEWHERE: list[tuple[Seat, str, Command, Why]] = [
    (ADA, CARDS, collect.EditCard("n1", "A tram"), "no_such_card"),
    (ADA, CARDS, WithdrawCard("n1"), "no_such_card"),
    (ADA, TALK, WithdrawCard("k1"), "no_such_card"),
    (FAY, TALK, HideCard("k1", "a name"), "no_such_card"),
    (FAY, CARDS, HideCard("q1", "a name"), "no_such_card"),
    (FAY, PULSE, HideCard("k1", "a name"), "no_such_card"),
    (FAY, COMMIT, HideCard("g1", "a name"), "no_such_card"),
    (FAY, "", HideCard("k1", "a name"), "no_such_card"),
    (FAY, "", ShowCard("n1"), "no_such_card"),
    (FAY, THEMES, HideCard("k1", "a name"), "not_here"),
    (FAY, THEMES, cluster.MoveCards(("b1",), "t1"), "no_such_card"),
    (FAY, THEMES, cluster.MoveCards(("k1",), "t1"), "no_such_card"),  # it is not shown yet
    (FAY, THEMES, cluster.NameTheme("p1", "Trams", "en"), "no_such_theme"),
    (ADA, AGREE, CastBallot("r1", 1, Support(4)), "not_open_yet"),
    (ADA, DOTS, CastBallot("r1", 1, Support(4)), "not_open_yet"),
    (FAY, AGREE, consent.OpenRound("c1"), "no_such_item"),
    (FAY, COMMIT, consent.OpenRound("c1"), "not_now"),
    (FAY, AGREE, consent.NoteConcern("r1", "Who pays?", "en"), "not_now"),
    (FAY, AGREE, consent.DecideBy("r1", TODAY), "not_now"),
    (FAY, PILOTS, plan.WriteField("c1", "what", "A bar"), "no_such_record"),
    (ADA, ACTIONS, plan.TakeOn("p1", "owner", "Ada"), "no_such_record"),
    (FAY, ACTIONS, plan.UseWording("c1", "p1"), "no_such_item"),
    (FAY, ACTIONS, plan.AddRecord(("q1",)), "no_such_item"),
    (FAY, ACTIONS, plan.AddRecord(("k1",)), "no_such_item"),  # it is not shown yet
    (FAY, "", questions.AnswerQuestion("g1", "So", "en"), "no_such_question"),
    (FAY, "", hard_words.ExplainWord("q1", "together"), "no_such_item"),
    (FAY, "", closing.Park("q1", "later", "Not now", "en"), "no_such_item"),
    (FAY, "", closing.Park("k1", "later", "Not now", "en"), "no_such_item"),  # it is not shown yet
    (FAY, "", closing.Unpark("t1"), "no_such_item"),
    (FAY, "", closing.ReportItem("t1", "done"), "no_such_card"),
]


@pytest.mark.parametrize(("seat", "place", "command", "why"), ELSEWHERE)
def test_what_lies_somewhere_else_is_not_there(seat: Seat, place: str, command: Command, why: Why) -> None:
    assert asked(seat, place, command) == Refused(why)
