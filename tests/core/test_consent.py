from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeAlias

import pytest

from talko.core import template
from talko.core.activities import consent
from talko.core.activities.consent import (
    AnsweredLater,
    ConsentRevealed,
    DecideBy,
    LetPass,
    NoteConcern,
    OpenRound,
    ProposalSettled,
    RoundWorded,
    Settle,
    Settled,
    State,
    TimePassed,
    ToDecideBy,
)
from talko.core.audience import Audience, Shown
from talko.core.ballots.ballot import (
    ALL,
    Ballot,
    Boxes,
    CastBallot,
    Choice,
    Dots,
    Late,
    Support,
    kept,
    nullifier,
    put,
)
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.rounds import RoundOpened
from talko.core.ballots.tally import ConsentTally, Result
from talko.core.card import CardHidden, CardShown, HideCard, ShowCard
from talko.core.life import Close, Closed, Extend, Extended, Open, Opened, Reveal
from talko.core.people import Refused, Request, Seat, SeatKind, Side, Why, helped
from tests.core.story import ADA, BEN, CAI, EVE, FAY, HAL, NOON, ROOM, WALL

PILOTS = "pilots"
PROPOSALS = ("p1", "p2", "p3")
TODAY, LATER = "2026-10-08", "2026-10-15"
FIVE = template.Consent("five", pass_min=3, max_rounds=2)
START = State(PILOTS, FIVE, minutes=3)
GUEST = helped(HAL, "1")
NEEDS_TIME = Support("need_time")
DOUBT = Support(2, "Who pays?", "en")
Said: TypeAlias = Sequence[consent.Event] | Ballot | Late[consent.Event] | Refused


def after(state: State, *events: consent.Event) -> State:
    return reduce(consent.evolve, events, state)


def said(state: State, request: Request[consent.Command], boxes: Boxes | None = None) -> Said:
    return consent.decide(state, request, boxes or {}, PROPOSALS)


def ask(
    command: consent.Command, seat: Seat = FAY, id: str = "c1", today: str = TODAY
) -> Request[consent.Command]:
    return Request(id, seat, PILOTS, command, NOON, today=today)


def cast(seat: Seat, choice: Choice, round: str = "r1", n: int = 1) -> Request[consent.Command]:
    return ask(CastBallot(round, n, choice), seat)


def ballot(seat: Seat, choice: Choice, round: str = "r1", n: int = 1) -> Ballot:
    return Ballot(round, nullifier(seat.key, round), Side.UNKNOWN, n, choice)


def boxed(round: str, choices: Mapping[Seat, Support]) -> Boxes:
    ballots = [ballot(seat, choice, round) for seat, choice in choices.items()]
    return {round: {each.nullifier: each for each in ballots}}


def people(*choices: Support) -> Mapping[Seat, Support]:
    return {Seat(SeatKind.PARTICIPANT, f"person {n}".encode()): each for n, each in enumerate(choices)}


def opened(round: str, proposal: str = "p1") -> RoundOpened:
    return RoundOpened(round, (proposal,), NOON + 180)


def supports(**said: int) -> dict[str, int]:
    steps = {**{str(step): 0 for step in range(6)}, "need_time": 0}
    return {**steps, **{name.removeprefix("s"): n for name, n in said.items()}}


def came_out(round: str, *choices: Support, state: State) -> State:
    """The round closed and counted."""
    shut = after(state, Closed())
    return after(shut, *consent.reveal(shut, boxed(round, people(*choices))))


def result(state: State, proposal: str = "p1") -> str:
    return consent.result_of(state, proposal)


OPEN = after(START, opened("r1"))
SHUT = after(OPEN, Closed())
REVISE = came_out("r1", Support(4), DOUBT, state=OPEN)
ACCEPTED = came_out("r1", Support(4), Support(3), state=OPEN)
PENDING = came_out("r1", Support(4), NEEDS_TIME, state=OPEN)
AGAIN = after(REVISE, opened("r2"))
LAST = came_out("r2", DOUBT, state=AGAIN)  # the last round, and still a concern


# Casting


def test_nobody_answers_before_a_round_is_open_or_when_it_is_shut() -> None:
    assert said(START, cast(ADA, Support(4))) == Refused("not_open_yet")
    for state in (SHUT, REVISE, ACCEPTED, PENDING):
        assert said(state, cast(ADA, Support(4))) == Refused("activity_closed")


def test_an_answer_to_another_round_than_the_open_one_is_refused() -> None:
    assert said(OPEN, cast(ADA, Support(4), "r0")) == Refused("activity_closed")
    assert said(AGAIN, cast(ADA, Support(4), "r1")) == Refused("activity_closed")


@pytest.mark.parametrize("seat", [FAY, CAI, HAL, WALL, ROOM])
def test_only_people_answer_and_who_leads_or_helps_only_for_a_guest(seat: Seat) -> None:
    assert said(OPEN, cast(seat, Support(4))) == Refused("may_not")


@pytest.mark.parametrize(
    ("choice", "why"),
    [
        (Support(6), "not_on_the_scale"),
        (Support(-1), "not_on_the_scale"),
        (Dots({"p1": 1}), "not_on_the_scale"),
        (Support(2), "text_needed"),
        (Support(0, "  ", "en"), "text_needed"),
        (Support(0, "x" * 301, "en"), "too_long"),
        (Support(5, "x" * 301, "en"), "too_long"),
        (Support("need_time", "x" * 301, "en"), "too_long"),
    ],
)
def test_an_answer_is_on_the_scale_and_says_what_is_missing(choice: Choice, why: Why) -> None:
    assert said(OPEN, cast(ADA, choice)) == Refused(why)


def test_where_three_steps_are_asked_for_there_are_no_more() -> None:
    three = replace(OPEN, settings=template.Consent("three", pass_min=1))
    assert said(three, cast(ADA, Support(3))) == Refused("not_on_the_scale")
    assert said(three, cast(ADA, Support(0))) == Refused("text_needed")
    assert [said(three, cast(ADA, Support(n))) for n in (1, 2)] == [ballot(ADA, Support(n)) for n in (1, 2)]


def test_where_no_time_is_given_nobody_asks_for_it() -> None:
    hurried = replace(OPEN, settings=replace(FIVE, need_time=False))
    assert said(hurried, cast(ADA, NEEDS_TIME)) == Refused("no_time_to_think")


@pytest.mark.parametrize("seat", [ADA, BEN, GUEST])
@pytest.mark.parametrize(
    "choice",
    [Support(3), Support(5, "Well done", "en"), DOUBT, Support(0, aloud=True), NEEDS_TIME],
)
def test_an_answer_goes_into_the_box_without_a_side_and_into_no_event(seat: Seat, choice: Support) -> None:
    assert said(OPEN, cast(seat, choice)) == ballot(seat, choice)


def test_a_text_of_spaces_says_nothing() -> None:
    assert said(OPEN, cast(ADA, Support(4, "  ", "en"))) == ballot(ADA, Support(4))
    assert said(OPEN, cast(ADA, Support(1, " Who pays? ", "en"))) == ballot(
        ADA, Support(1, "Who pays?", "en")
    )


def test_an_older_answer_that_comes_after_a_newer_one_is_taken_and_changes_nothing() -> None:
    boxes = {"r1": put({}, ballot(ADA, Support(4), n=2))}
    older = said(OPEN, cast(ADA, Support(5)), boxes)
    assert older == ballot(ADA, Support(5)) and isinstance(older, Ballot)
    assert put(boxes["r1"], older) == boxes["r1"]


# Opening a round


@pytest.mark.parametrize("seat", [ADA, HAL, CAI, WALL, ROOM])
def test_only_who_leads_asks_closes_and_reveals(seat: Seat) -> None:
    assert said(START, ask(OpenRound("p1"), seat)) == said(START, ask(Open(), seat)) == Refused("may_not")
    assert said(OPEN, ask(Close(), seat)) == said(SHUT, ask(Reveal(), seat)) == Refused("may_not")
    assert said(SHUT, ask(Open(), seat)) == said(OPEN, ask(Extend(1), seat)) == Refused("may_not")


@pytest.mark.parametrize("state", [OPEN, SHUT])
def test_one_thing_is_asked_about_at_a_time(state: State) -> None:
    assert said(state, ask(OpenRound("p2"))) == Refused("not_now")


def test_what_is_not_proposed_is_not_asked_about() -> None:
    assert said(START, ask(OpenRound("p9"))) == Refused("no_such_item")


def test_where_all_commit_themselves_the_plan_is_one_and_not_taken_record_by_record() -> None:
    commitment = replace(START, is_commitment=True)
    assert said(commitment, ask(OpenRound("p1"))) == Refused("no_such_item")
    assert said(commitment, ask(OpenRound(ALL), id="r1")) == [opened("r1", ALL)]


def test_what_was_changed_is_said_in_few_words() -> None:
    assert said(REVISE, ask(OpenRound("p1", "x" * 301, "en"))) == Refused("too_long")


@pytest.mark.parametrize("decision", ["rejected", "differing"])
def test_what_is_accepted_or_settled_is_not_asked_again(decision: Settled) -> None:
    assert said(ACCEPTED, ask(OpenRound("p1"))) == Refused("settled")
    assert said(after(LAST, ProposalSettled("p1", decision)), ask(OpenRound("p1"))) == Refused("settled")


def test_what_waits_for_an_answer_is_not_asked_again() -> None:
    assert said(PENDING, ask(OpenRound("p1"))) == Refused("not_now")
    assert said(PENDING, ask(OpenRound("p2"), id="r2")) == [opened("r2", "p2")]


def test_there_are_no_more_rounds_than_were_agreed_for_each_proposal() -> None:
    assert said(LAST, ask(OpenRound("p1"))) == Refused("enough_rounds")
    assert said(LAST, ask(OpenRound("p2"), id="r3")) == [opened("r3", "p2")]


def test_where_all_was_accepted_together_nothing_of_it_is_asked_again() -> None:
    together = came_out("r1", Support(4), state=after(START, opened("r1", ALL)))
    assert said(together, ask(OpenRound("p1"))) == Refused("settled")


def test_open_asks_about_everything_where_nothing_was_asked_and_after_a_reveal_it_does_not() -> None:
    assert said(START, ask(Open(), id="r1")) == [opened("r1", ALL)]
    for state in (OPEN, REVISE, PENDING, ACCEPTED):
        assert said(state, ask(Open())) == Refused("not_now")


def test_a_closed_round_opens_again_as_it_was() -> None:
    assert said(SHUT, ask(Open())) == [Opened(NOON + 180)]
    again = after(SHUT, Opened(0))
    assert said(again, cast(ADA, Support(4))) == ballot(ADA, Support(4))
    assert list(again.rounds) == ["r1"]


def test_the_same_asking_again_changes_nothing() -> None:
    assert said(OPEN, ask(OpenRound("p1"), id="r1")) == said(PENDING, ask(Open(), id="r1")) == []


def test_a_round_asks_about_one_proposal_in_the_words_that_were_told() -> None:
    assert said(START, ask(OpenRound("p1"), id="r1")) == [opened("r1")]
    changed = OpenRound("p1", " Outi pays ", "en")
    worded: list[consent.Event] = [opened("r2"), RoundWorded("r2", "Outi pays", "en")]
    assert said(REVISE, ask(changed, id="r2")) == worded
    assert after(REVISE, *worded).rounds["r2"].wording == "Outi pays"


def test_a_round_is_closed_and_given_more_time() -> None:
    assert said(OPEN, ask(Close())) == [Closed()]
    assert said(OPEN, ask(Extend(2))) == [Extended(NOON + 300)]


# Counting


@pytest.mark.parametrize("state", [START, OPEN, REVISE])
def test_only_a_closed_round_is_revealed(state: State) -> None:
    assert said(state, ask(Reveal())) == Refused("not_now")


@pytest.mark.parametrize(
    ("choices", "expected"),
    [
        ([], "revise"),
        ([Support(3), Support(5)], "accepted"),
        ([Support(5), DOUBT], "revise"),
        ([Support(5), Support(0, aloud=True)], "revise"),
        ([Support(3), NEEDS_TIME], "pending"),
        ([NEEDS_TIME], "pending"),
        ([DOUBT, NEEDS_TIME, Support(5)], "revise"),  # a concern is heard before anybody is waited for
    ],
)
def test_a_round_comes_to_what_its_worst_answer_says(choices: list[Support], expected: Result) -> None:
    assert result(came_out("r1", *choices, state=OPEN)) == expected
    last = "unresolved" if expected == "revise" else expected
    assert result(came_out("r2", *choices, state=AGAIN)) == last


def test_a_reveal_counts_the_box_and_lets_the_concerns_loose_in_the_order_of_their_words() -> None:
    late = Support("need_time", "Is it safe?", "en")
    boxes = boxed("r1", people(DOUBT, Support(4, "A good idea", "en"), Support(4), late, late))
    tally = ConsentTally(5, supports(s2=1, s4=2, need_time=2), "revise")
    events = [
        ConsentRevealed("r1", tally),
        TextLoosed("r1.1", "r1", "A good idea", "en"),
        TextLoosed("r1.2", "r1", "Is it safe?", "en"),
        TextLoosed("r1.3", "r1", "Is it safe?", "en"),
        TextLoosed("r1.4", "r1", "Who pays?", "en"),
    ]
    assert said(SHUT, ask(Reveal()), boxes) == consent.reveal(SHUT, boxes) == events


def test_where_nobody_may_ask_for_time_it_is_not_counted() -> None:
    three = replace(SHUT, settings=template.Consent("three", pass_min=1, need_time=False))
    counted = consent.reveal(three, boxed("r1", people(Support(2), Support(1))))
    assert counted == [ConsentRevealed("r1", ConsentTally(2, {"0": 0, "1": 1, "2": 1}, "accepted"))]


def test_a_round_that_was_shown_is_not_counted_again() -> None:
    assert consent.reveal(PENDING, {}) == consent.reveal(START, {}) == []


def test_an_earlier_round_stays_beside_the_new_one() -> None:
    accepted = came_out("r2", Support(4), state=AGAIN)
    assert accepted.rounds["r1"] == REVISE.rounds["r1"]
    assert result(accepted) == "accepted"


def test_while_it_is_asked_again_nothing_has_come_of_it() -> None:
    assert (result(START), result(OPEN), result(AGAIN)) == ("", "", "")


def test_what_is_accepted_or_waits_goes_on_and_nothing_else() -> None:
    state = came_out("r2", NEEDS_TIME, state=after(ACCEPTED, opened("r2", "p2")))
    state = came_out("r3", DOUBT, state=after(state, opened("r3", "p3")))
    assert consent.accepted(state, PROPOSALS) == ["p1", "p2"]
    assert consent.accepted(START, PROPOSALS) == consent.accepted(LAST, PROPOSALS) == []


@pytest.mark.parametrize(
    ("choice", "on"), [(Support(3), [*PROPOSALS]), (NEEDS_TIME, [*PROPOSALS]), (DOUBT, [])]
)
def test_what_is_said_of_everything_is_said_of_each(choice: Support, on: Collection[str]) -> None:
    together = came_out("r1", choice, state=after(START, opened("r1", ALL)))
    assert consent.accepted(together, PROPOSALS) == on


# Concerns that were said aloud


@pytest.mark.parametrize("seat", [ADA, HAL, WALL])
def test_only_whoever_leads_notes_a_concern(seat: Seat) -> None:
    assert said(OPEN, ask(NoteConcern("r1", "Who pays?", "en"), seat)) == Refused("may_not")


@pytest.mark.parametrize(
    ("concern", "why"),
    [
        (NoteConcern("r9", "Who pays?", "en"), "not_now"),
        (NoteConcern("r1", "  ", "en"), "empty"),
        (NoteConcern("r1", "x" * 301, "en"), "too_long"),
    ],
)
def test_a_concern_is_noted_in_a_round_and_in_words(concern: NoteConcern, why: Why) -> None:
    assert said(REVISE, ask(concern)) == Refused(why)


@pytest.mark.parametrize("state", [OPEN, SHUT, REVISE, AGAIN])
def test_a_concern_is_noted_at_any_time_from_the_asking_on(state: State) -> None:
    noted = TextLoosed("c1", "r1", "Who pays?", "en")
    assert said(state, ask(NoteConcern("r1", " Who pays? ", "en"), CAI)) == [noted]
    assert said(after(state, noted), ask(NoteConcern("r1", "Who pays?", "en"), CAI)) == []


def test_a_concern_with_a_name_in_it_is_hidden_and_shown_again() -> None:
    assert said(REVISE, ask(HideCard("r1.1", "a name"), ADA)) == Refused("may_not")
    assert said(REVISE, ask(HideCard("r1.9", "a name"))) == Refused("no_such_card")
    assert said(REVISE, ask(HideCard("r1.1", "a name"), CAI)) == [CardHidden("r1.1", "a name")]
    hidden = after(REVISE, CardHidden("r1.1", "a name"))
    assert said(hidden, ask(ShowCard("r1.1"), CAI)) == [CardShown("r1.1")]
    assert consent.forget_hidden(hidden).concerns["r1.1"].text == ""


# Who asked for time answers later: the example's P3


WHO_WAITS = {ADA: Support(4), BEN: Support("need_time", "Is it safe?", "en"), GUEST: NEEDS_TIME}
P3 = after(START, opened("r3", "p3"), Closed())
P3_PENDING = after(P3, *consent.reveal(P3, boxed("r3", WHO_WAITS)), ToDecideBy("r3", LATER))
P3_BOXES: Boxes = {"r3": kept(boxed("r3", WHO_WAITS)["r3"])}
P3_LATE = cast(BEN, Support(4), "r3")


def answered(seat: Seat, choice: Support, state: State = P3_PENDING) -> State:
    late = said(state, cast(seat, choice, "r3"), P3_BOXES)
    assert isinstance(late, Late)
    return after(state, *late.events)


@pytest.mark.parametrize("seat", [ADA, EVE, helped(HAL, "2"), FAY, WALL])
def test_nobody_answers_later_but_who_asked_for_time(seat: Seat) -> None:
    why = Refused("activity_closed" if seat.kind is SeatKind.PARTICIPANT else "may_not")
    assert said(P3_PENDING, cast(seat, Support(4), "r3"), P3_BOXES) == why


def test_time_is_asked_for_once() -> None:
    assert said(P3_PENDING, cast(BEN, NEEDS_TIME, "r3"), P3_BOXES) == Refused("no_time_to_think")


@pytest.mark.parametrize("choice", [Support(2), Support(2, aloud=True), Support(2, " ", "en")])
def test_a_later_concern_is_written_for_nobody_may_be_there_to_hear_it(choice: Support) -> None:
    assert said(P3_PENDING, cast(BEN, choice, "r3"), P3_BOXES) == Refused("text_needed")


@pytest.mark.parametrize("choice", [Support(6), Support(-1), Dots({})])
def test_a_later_answer_is_on_the_scale(choice: Choice) -> None:
    assert said(P3_PENDING, cast(BEN, choice, "r3"), P3_BOXES) == Refused("not_on_the_scale")


def test_a_round_in_which_a_concern_won_waits_for_nobody() -> None:
    choices = {ADA: DOUBT, BEN: NEEDS_TIME}
    revise = after(SHUT, *consent.reveal(SHUT, boxed("r1", choices)))
    assert said(revise, cast(BEN, Support(4)), boxed("r1", choices)) == Refused("activity_closed")
    assert consent.needs_time_until(revise) == {}


def test_nobody_answers_once_the_time_has_passed() -> None:
    passed = after(P3_PENDING, TimePassed("r3"))
    assert said(passed, P3_LATE, P3_BOXES) == Refused("activity_closed")
    assert consent.later_of(passed, BEN, P3_BOXES) == []


@pytest.mark.parametrize("seat", [BEN, GUEST])
@pytest.mark.parametrize("state", [P3_PENDING, after(P3_PENDING, opened("r4", "p1"))])
def test_who_asked_for_time_answers_also_while_something_else_is_asked(seat: Seat, state: State) -> None:
    late = said(state, cast(seat, Support(4), "r3"), P3_BOXES)
    assert late == Late("r3", nullifier(seat.key, "r3"), (AnsweredLater("r3", 4),))


def test_a_later_concern_is_let_loose_under_the_commands_id() -> None:
    late = said(P3_PENDING, cast(BEN, Support(2, "No", "en"), "r3", n=0), P3_BOXES)
    loose = TextLoosed("c1", "r3", "No", "en")
    assert late == Late("r3", nullifier(BEN.key, "r3"), (AnsweredLater("r3", 2), loose))


def test_the_round_waits_until_all_who_asked_have_answered_and_is_then_accepted() -> None:
    one = answered(BEN, Support(4))
    both = answered(GUEST, Support(3), one)
    assert one.rounds["r3"].tally == ConsentTally(3, supports(s4=2, need_time=1), "pending")
    assert both.rounds["r3"].tally == ConsentTally(3, supports(s3=1, s4=2), "accepted")
    assert list(both.rounds) == ["r3"]  # completed, and not a new round


def test_a_later_concern_makes_it_a_matter_to_change_or_on_the_last_round_unresolved() -> None:
    assert result(answered(BEN, DOUBT), "p3") == "revise"
    hurried = replace(P3_PENDING, settings=replace(FIVE, max_rounds=1))
    assert result(answered(BEN, DOUBT, hurried), "p3") == "unresolved"


def test_only_who_asked_for_time_is_told_that_they_may_answer() -> None:
    assert consent.later_of(P3_PENDING, BEN, P3_BOXES) == ["r3"]
    assert consent.later_of(P3_PENDING, GUEST, P3_BOXES) == ["r3"]
    assert consent.later_of(P3_PENDING, ADA, P3_BOXES) == []


def test_an_answer_after_its_day_is_too_late_also_when_the_room_has_not_looked_yet() -> None:
    late = replace(P3_LATE, today="2026-10-16")
    assert said(P3_PENDING, late, P3_BOXES) == Refused("activity_closed")
    assert isinstance(said(P3_PENDING, replace(P3_LATE, today=LATER), P3_BOXES), Late)


# Until when


@pytest.mark.parametrize("seat", [ADA, HAL, CAI])
def test_only_who_leads_says_until_when(seat: Seat) -> None:
    assert said(PENDING, ask(DecideBy("r1", LATER), seat)) == Refused("may_not")


@pytest.mark.parametrize("state", [START, OPEN, SHUT, REVISE, ACCEPTED])
def test_there_is_a_date_only_where_somebody_is_waited_for(state: State) -> None:
    assert said(state, ask(DecideBy("r1", LATER))) == Refused("not_now")


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("", "date_needed"),
        ("soon", "date_needed"),
        ("20261015", "date_needed"),
        ("2026-W42-4", "date_needed"),
        ("2026-02-30", "date_needed"),
        ("2026-10-07", "date_past"),
        ("2029-01-01", "date_far"),
        ("2206-10-15", "date_far"),
    ],
)
def test_a_date_is_a_day_that_is_not_over(date: str, why: Why) -> None:
    assert said(PENDING, ask(DecideBy("r1", date))) == Refused(why)


def test_a_date_is_set_and_set_anew() -> None:
    assert consent.needs_time_until(PENDING) == {"r1": ""}
    assert said(PENDING, ask(DecideBy("r1", TODAY))) == [ToDecideBy("r1", TODAY)]
    dated = after(PENDING, ToDecideBy("r1", TODAY))
    assert said(dated, ask(DecideBy("r1", LATER))) == [ToDecideBy("r1", LATER)]
    assert consent.needs_time_until(after(dated, ToDecideBy("r1", LATER))) == {"r1": LATER}


@pytest.mark.parametrize("seat", [ADA, FAY, WALL])
def test_only_the_room_itself_lets_a_date_pass(seat: Seat) -> None:
    assert said(P3_PENDING, ask(LetPass("r3"), seat, today="2026-10-16")) == Refused("may_not")


def test_a_date_passes_when_its_day_is_over_and_only_where_one_was_set() -> None:
    assert said(P3_PENDING, ask(LetPass("r3"), ROOM, today=LATER)) == Refused("not_now")
    assert said(PENDING, ask(LetPass("r1"), ROOM, today="2026-10-16")) == Refused("not_now")
    assert said(ACCEPTED, ask(LetPass("r1"), ROOM, today="2026-10-16")) == Refused("not_now")
    assert said(P3_PENDING, ask(LetPass("r3"), ROOM, today="2026-10-16")) == [TimePassed("r3")]


def test_what_nobody_answered_in_time_is_unresolved_and_its_counts_are_kept() -> None:
    passed = after(P3_PENDING, TimePassed("r3"))
    assert passed.rounds["r3"].tally == ConsentTally(3, supports(s4=1, need_time=2), "unresolved")
    assert consent.needs_time_until(passed) == {}
    assert consent.accepted(passed, PROPOSALS) == []


# Where the last round came to nothing


@pytest.mark.parametrize("seat", [ADA, HAL, CAI])
def test_only_who_leads_settles(seat: Seat) -> None:
    assert said(LAST, ask(Settle("p1", "rejected"), seat)) == Refused("may_not")


@pytest.mark.parametrize("state", [START, OPEN, REVISE, AGAIN, ACCEPTED, PENDING])
def test_nothing_is_settled_that_has_not_come_to_nothing(state: State) -> None:
    assert said(state, ask(Settle("p1", "rejected"))) == Refused("not_now")
    assert said(state, ask(Settle("p9", "rejected"))) == Refused("not_now")


@pytest.mark.parametrize("decision", ["rejected", "differing"])
@pytest.mark.parametrize(("state", "proposal"), [(LAST, "p1"), (after(P3_PENDING, TimePassed("r3")), "p3")])
def test_what_came_to_nothing_is_rejected_or_taken_as_a_differing_view(
    state: State, proposal: str, decision: Settled
) -> None:
    settled = ProposalSettled(proposal, decision)
    assert said(state, ask(Settle(proposal, decision))) == [settled]
    over = after(state, settled)
    assert result(over, proposal) == decision
    assert said(over, ask(Settle(proposal, decision))) == Refused("not_now")
    assert consent.accepted(over, PROPOSALS) == []


# What is seen


@pytest.mark.parametrize("audience", Audience)
def test_before_it_is_shown_nothing_is_told_of_a_round_but_what_is_asked(audience: Audience) -> None:
    assert consent.show(START, audience, Shown()) == {
        "kind": "consent",
        "life": "waiting",
        "ends": 0,
        "round": "",
        "proposal": "",
        "rounds": {},
    }
    noted = after(OPEN, RoundWorded("r1", "A café", "en"), TextLoosed("n1", "r1", "Who pays?", "en"))
    assert consent.show(noted, audience, Shown()) == {
        "kind": "consent",
        "life": "open",
        "ends": NOON + 180,
        "round": "r1",
        "proposal": "p1",
        "wording": "A café",
        "wording_lang": "en",
        "rounds": {},
    }


FIRST = {
    "nth": 1,
    "proposal": "p1",
    "ballots": 2,
    "supports": supports(s2=1, s4=1),
    "result": "revise",
    "concerns": {"r1.1": {"text": "Who pays?", "lang": "en"}},
}


@pytest.mark.parametrize("audience", Audience)
def test_what_a_round_came_to_stays_beside_the_next(audience: Audience) -> None:
    state = after(REVISE, opened("r2"), RoundWorded("r2", "Outi pays", "en"))
    state = came_out("r2", Support(3), NEEDS_TIME, state=state)
    shown = consent.show(after(state, ToDecideBy("r2", LATER)), audience, Shown())
    second = {
        "nth": 2,
        "proposal": "p1",
        "wording": "Outi pays",
        "wording_lang": "en",
        "ballots": 2,
        "supports": supports(s3=1, need_time=1),
        "result": "pending",
        "decide_by": LATER,
        "concerns": {},
    }
    assert shown["rounds"] == {"r1": FIRST, "r2": second}


def test_rounds_are_counted_proposal_by_proposal() -> None:
    state = came_out("r2", Support(4), state=after(REVISE, opened("r2", "p2")))
    state = came_out("r3", Support(4), state=after(state, opened("r3", "p1")))
    rounds = consent.show(state, Audience.SCREEN, Shown())["rounds"]
    assert isinstance(rounds, dict)
    assert {id: each["nth"] for id, each in rounds.items()} == {"r1": 1, "r2": 1, "r3": 2}


def test_a_settled_proposal_says_so_in_its_last_round_only() -> None:
    rounds = consent.show(after(LAST, ProposalSettled("p1", "differing")), Audience.SCREEN, Shown())["rounds"]
    assert isinstance(rounds, dict)
    assert {id: each["result"] for id, each in rounds.items()} == {"r1": "revise", "r2": "differing"}


def test_a_hidden_concern_is_seen_on_the_console_alone() -> None:
    hidden = after(REVISE, CardHidden("r1.1", "a name"))
    whole = {"r1.1": {"text": "Who pays?", "lang": "en", "hidden": "a name"}}
    shows = {each: consent.show(hidden, each, Shown())["rounds"] for each in Audience}
    assert shows == {
        Audience.SCREEN: {"r1": {**FIRST, "concerns": {}}},
        Audience.PHONE: {"r1": {**FIRST, "concerns": {}}},
        Audience.CONSOLE: {"r1": {**FIRST, "concerns": whole}},
    }


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (Support(4), {"support": 4}),
        (DOUBT, {"support": 2, "text": "Who pays?", "lang": "en"}),
        (Support(0, aloud=True), {"support": 0, "aloud": True}),
        (NEEDS_TIME, {"support": "need_time"}),
    ],
)
def test_my_own_answer_is_told_to_me_until_the_round_is_shown(
    choice: Support, shown: dict[str, object]
) -> None:
    boxes: Boxes = {"r1": put({}, ballot(ADA, choice, n=7))}
    for state in (OPEN, SHUT):
        assert consent.show_mine(state, ADA, boxes) == {"round": "r1", "n": 7, "choice": shown}
        assert consent.show_mine(state, BEN, boxes) == {}
    for state in (START, PENDING, AGAIN):
        assert consent.show_mine(state, ADA, boxes) == {}
