"""The end: what keeps a workshop from being closed, and what closing does with what is still shut."""

from dataclasses import replace

import pytest

from talko.core.activities import collect
from talko.core.activities.cluster import AddTheme
from talko.core.activities.collect import AddCard, CardAdded
from talko.core.activities.consent import ConsentRevealed, DecideBy, OpenRound, TimePassed
from talko.core.activities.plan import AddRecord, LetGo, NameFor, SetSources, TakeOn
from talko.core.activities.survey import SurveyRevealed
from talko.core.activities.vote import VoteRevealed
from talko.core.ballots.ballot import ALL, Answers, CastBallot, Choice, Dots, Support
from talko.core.beside.agenda import (
    ClosedUnfinished,
    CloseUnfinished,
    CloseWorkshop,
    WorkshopClosed,
)
from talko.core.beside.closing import Park
from talko.core.beside.lobby import Join, Leave
from talko.core.card import Cards, HideCard, ShowCard
from talko.core.ending import missing, unselected
from talko.core.happened import Event, Happened
from talko.core.life import Close, Closed, Open, Phase, Reveal, Revealed
from talko.core.people import Refused, Role, Seat, SeatKind
from talko.core.template import Closing, ClosingRule, Unveil
from talko.core.whole import Workshop
from talko.core.workshop import Command
from tests.core.played import (
    ACTIONS,
    AGREE,
    CARDS,
    COMMIT,
    DOTS,
    PILOTS,
    PULSE,
    THEMES,
    WHOLE,
    Played,
    facts,
    grouped,
    met,
)
from tests.core.story import ADA, BEN, EVE, FAY

PEOPLE = (ADA, BEN, EVE)


def demanding(*rules: ClosingRule) -> Workshop:
    return replace(WHOLE, demands=Closing(0, (), rules, COMMIT))


def asked(played: Played, activity: str, choice: Choice, opening: Command | None = None) -> Played:
    """A round in which all three chose the same; it is still open."""
    played.goes_to(activity)
    played.does(FAY, activity, opening or Open(), id=f"{activity}1")
    for seat in PEOPLE:
        played.does(seat, activity, CastBallot(f"{activity}1", 1, choice))
    return played


def closed(played: Played, command: Command | None = None) -> list[Happened]:
    outcome = played.says(FAY, "", command or CloseUnfinished())
    assert not isinstance(outcome, Refused), outcome
    return [*facts(outcome)]


def events(happened: list[Happened]) -> list[type[Event]]:
    return [type(each.event) for each in happened]


VOTED = Dots({"t1": 2})
YES, NO = Support(4), Support(2, "Who pays?", "en")

# Closing by the book


def test_a_workshop_is_not_closed_while_a_vote_or_a_consent_is_not_shown() -> None:
    """What comes out of it may have to be answered for; and a refusal must not tell what lies in the box."""
    vote, consent = asked(grouped(demanding()), DOTS, VOTED), asked(met(demanding()), COMMIT, YES)
    for played, place in ((vote, DOTS), (consent, COMMIT)):
        assert played.says(FAY, "", CloseWorkshop()) == Refused("still_open")
        played.does(FAY, place, Close())
        assert played.says(FAY, "", CloseWorkshop()) == Refused("still_open")


def test_a_workshop_is_not_closed_while_people_still_write() -> None:
    played = met(demanding())
    played.goes_to(CARDS)
    played.does(FAY, CARDS, Open())
    assert played.says(FAY, "", CloseWorkshop()) == Refused("still_open")


def test_what_is_missing_is_told_before_what_is_still_open() -> None:
    played = asked(met(demanding("next_contact_date")), COMMIT, YES)
    assert played.says(FAY, "", CloseWorkshop()) == Refused("not_finished", ("next_contact_date",))


def test_an_open_survey_is_counted_when_the_workshop_closes() -> None:
    played = asked(met(demanding()), PULSE, Answers({ALL: {"safe": 4}}))
    assert events(closed(played, CloseWorkshop())) == [Closed, SurveyRevealed, WorkshopClosed]
    assert played.boxes == {}


def test_a_workshop_closes_in_no_activity() -> None:
    for command in (CloseWorkshop(), CloseUnfinished()):
        assert met().says(FAY, PULSE, command) == Refused("not_here")


def test_a_workshop_is_closed_once() -> None:
    played = met(demanding())
    closed(played, CloseWorkshop())
    for command in (CloseWorkshop(), CloseUnfinished()):
        assert played.says(FAY, "", command) == Refused("workshop_over")


# Closing anyway


@pytest.mark.parametrize("again", [(), (Close(),)])
def test_what_lies_in_a_box_is_counted_and_the_box_emptied(again: tuple[Command, ...]) -> None:
    played = asked(grouped(), DOTS, VOTED)
    played.does(FAY, DOTS, *again)
    assert VoteRevealed in events(closed(played)) and played.boxes == {}


def test_what_is_counted_at_the_end_can_make_it_finished() -> None:
    played = asked(met(demanding("commitment_check_done")), COMMIT, YES)
    assert missing(played.workshop) == ("commitment_check_done",)
    assert events(closed(played))[-1] is WorkshopClosed
    assert played.workshop.agenda.finished and missing(played.workshop) == ()


def test_what_is_counted_at_the_end_can_leave_a_gap() -> None:
    played = asked(grouped(demanding("unselected_have_reason")), DOTS, VOTED)
    assert missing(played.workshop) == ()
    assert events(closed(played))[-1] is ClosedUnfinished
    assert missing(played.workshop) == ("unselected_have_reason",)


def test_who_asked_for_time_without_a_date_is_not_waited_for_when_it_is_over() -> None:
    shut, shown = (asked(met(), COMMIT, Support("need_time")) for _ in range(2))
    assert events(closed(shut))[-3:] == [ConsentRevealed, TimePassed, ClosedUnfinished]
    shown.shows(COMMIT)
    assert set(shown.boxes) == {f"{COMMIT}1"}
    assert events(closed(shown))[-2:] == [TimePassed, ClosedUnfinished]
    assert shut.boxes == shown.boxes == {}


def test_when_it_is_over_nothing_is_open() -> None:
    played = grouped()
    played.does(FAY, PULSE, Open())
    closed(played)
    phases = {state.life.phase for state in played.workshop.activities.values()}
    assert phases == {Phase.WAITING, Phase.CLOSED, Phase.REVEALED}


def writing(reveal: Unveil = "on_close") -> Played:
    beginning = WHOLE.activities[CARDS]
    assert isinstance(beginning, collect.State)
    state = replace(beginning, settings=replace(beginning.settings, reveal=reveal))
    played = met(replace(WHOLE, activities={**WHOLE.activities, CARDS: state}))
    played.goes_to(CARDS)
    played.does(FAY, CARDS, Open())
    played.does(ADA, CARDS, AddCard("A bus at nine", "en"), id="k1")
    return played


def wall(played: Played) -> Cards:
    state = played.workshop.activities[CARDS]
    assert isinstance(state, collect.State)
    return collect.wall(state)


def test_cards_of_a_collect_that_is_closed_are_shown_when_it_is_over_as_when_the_room_goes_on() -> None:
    played = writing()
    played.does(FAY, CARDS, Close())
    assert Happened(CARDS, Revealed()) in closed(played)
    assert list(wall(played)) == ["k1"]


def test_cards_that_nobody_closed_are_shown_to_nobody_for_who_leads_may_not_have_read_them() -> None:
    played = writing()
    assert closed(played)[0] == Happened(CARDS, Closed())
    assert wall(played) == {}


def test_what_was_hidden_is_forgotten_when_it_is_over() -> None:
    played = writing()
    played.does(FAY, CARDS, HideCard("k1", "a name"), Close())
    closed(played)
    state = played.workshop.activities[CARDS]
    assert isinstance(state, collect.State) and state.cards["k1"].text == ""
    assert Happened(CARDS, CardAdded("k1", "A bus at nine", "en", state.cards["k1"].mark)) in played.log


def test_what_stays_on_the_plan_can_be_hidden_when_it_is_over_for_good() -> None:
    """A late concern comes when nobody leads any more, and a name may be seen on the plan years after."""
    played = writing()
    played.does(FAY, CARDS, Close(), Reveal())
    closed(played)
    assert list(wall(played)) == ["k1"]
    for seat, wish in ((ADA, HideCard("k1", "a name")), (FAY, ShowCard("k1")), (FAY, HideCard("k1", " "))):
        assert isinstance(played.says(seat, CARDS, wish), Refused)
    played.does(FAY, CARDS, HideCard("k1", "a name"))
    state = played.workshop.activities[CARDS]
    assert isinstance(state, collect.State) and state.cards["k1"].text == ""
    assert wall(played) == {}


# What was not taken


def test_what_was_voted_on_and_did_not_go_on_needs_a_reason() -> None:
    played = asked(grouped(demanding("unselected_have_reason")), DOTS, VOTED)
    assert dict(unselected(played.workshop)) == {}
    played.shows(DOTS)
    assert list(unselected(played.workshop)) == ["t2"]
    played.does(FAY, "", Park("t2", "later", "Next year", "en"))
    assert missing(played.workshop) == ()


def test_what_came_after_the_vote_was_not_voted_on() -> None:
    played = asked(grouped(), DOTS, VOTED)
    played.shows(DOTS)
    played.does(FAY, THEMES, Open())
    played.does(FAY, THEMES, AddTheme("Bikes", "en"), id="t3")
    assert list(unselected(played.workshop)) == ["t2"]


def planned(plan: str, beginning: Workshop = WHOLE) -> Played:
    """Two records in it."""
    played = asked(grouped(beginning), DOTS, VOTED)
    played.shows(DOTS)
    played.goes_to(plan)
    played.does(FAY, plan, AddRecord(("t1",), "A night bus", "en"), id="p1")
    played.does(FAY, plan, AddRecord((), "A café", "en"), id="p2")
    return played


def agreed(played: Played, proposal: str, choice: Choice, nth: int) -> None:
    played.goes_to(AGREE)
    played.does(FAY, AGREE, OpenRound(proposal), id=f"a{nth}")
    played.does(ADA, AGREE, CastBallot(f"a{nth}", 1, choice))
    played.shows(AGREE)


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ([("p1", NO)], ["p1", "t2"]),
        ([("p1", YES)], ["t2"]),
        ([(ALL, NO)], ["p1", "p2", "t2"]),
        ([(ALL, NO), ("p1", YES)], ["p2", "t2"]),
        ([("p1", NO), (ALL, YES)], ["t2"]),
    ],
)
def test_what_was_asked_about_alone_or_together_and_not_accepted_needs_a_reason(
    answers: list[tuple[str, Support]], left: list[str]
) -> None:
    played = planned(PILOTS)
    for nth, (proposal, choice) in enumerate(answers):
        agreed(played, proposal, choice, nth)
    assert list(unselected(played.workshop)) == left


def test_what_waits_for_an_answer_needs_a_date_or_a_reason() -> None:
    """Else it would be closed by the book, and be unfinished: nobody waits without a date when it is over."""
    played = planned(PILOTS)
    agreed(played, "p1", Support("need_time"), 0)
    assert list(unselected(played.workshop)) == ["p1", "t2"]
    played.does(FAY, AGREE, DecideBy("a0", "2026-10-15"))
    assert list(unselected(played.workshop)) == ["t2"]


def test_an_owner_who_left_still_counts_until_whoever_leads_gives_it_to_another() -> None:
    played = planned(ACTIONS, demanding("manager_owns_at_least_one"))
    mia = Seat(SeatKind.PARTICIPANT, b"mia's key", Role.MANAGER)
    played.does(mia, "", Join(Role.MANAGER))
    played.does(mia, ACTIONS, TakeOn("p1", "owner", "Mia"))
    played.does(mia, "", Leave())
    assert missing(played.workshop) == ()
    assert played.says(mia, ACTIONS, LetGo("p1", "owner")) == Refused("not_joined")
    assert played.says(ADA, ACTIONS, TakeOn("p1", "owner", "Ada")) == Refused("taken")
    played.does(FAY, ACTIONS, NameFor("p1", "owner", "Ada"))
    assert missing(played.workshop) == ("manager_owns_at_least_one",)


def test_a_record_does_not_rest_on_itself() -> None:
    """Else a pilot that was not accepted would be its own reason."""
    played = planned(PILOTS)
    assert played.says(FAY, PILOTS, SetSources("p1", ("p1", "t1"))) == Refused("no_such_item")
    assert not isinstance(played.says(FAY, PILOTS, SetSources("p1", ("p2",))), Refused)


def test_what_is_part_of_something_is_part_of_what_is_there() -> None:
    played = planned(PILOTS)
    assert played.says(FAY, "", Park("t2", "part_of", "Coffee is in it", "en", target="p9")) == Refused(
        "no_such_item"
    )
    played.does(FAY, "", Park("t2", "part_of", "Coffee is in it", "en", target="p2"))
