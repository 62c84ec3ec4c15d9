from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

import pytest

from talko.core.activities import vote
from talko.core.activities.vote import State, VoteRevealed
from talko.core.audience import Audience, Json, Shown, View
from talko.core.ballots.ballot import Answers, Ballot, Boxes, CastBallot, Choice, Ranks, Ratings, Support, put
from talko.core.ballots.rounds import MOST_ROUNDS, OpenRunOff, Round, RoundOpened
from talko.core.ballots.tally import BySide, Detail, VoteTally
from talko.core.life import Close, Closed, Extend, Extended, Life, Open, Opened, Phase, Reveal
from talko.core.people import Refused, Request, Seat, Side, Why, helped
from talko.core.template import Criterion, Rules, Vote
from tests.core.story import ADA, BEN, CAI, FAY, HAL, MINUTE, NOON, ROOM, WALL, part
from tests.core.voters import N, U, W, ballot, box, cast, dots

ABCD = ("a", "b", "c", "d")
CRITERIA = (Criterion("benefit", {}, 2), Criterion("ease", {}))
RULES = Rules("side")
DOTS = State("v", Vote("dots", select_top=2, budget=3, max_per_item=2), RULES, minutes=3)
RANK = State("v", Vote("rank", select_top=2, top_k=3), RULES)
RATE = State("v", Vote("rate", select_top=1, criteria=CRITERIA), RULES)
EMPTY: Boxes = {}


def after(given: State, *events: vote.Event) -> State:
    return reduce(vote.evolve, events, given)


def opened(given: State, round: str = "r1", about: tuple[str, ...] = ABCD, *, run_off: bool = False) -> State:
    return after(given, RoundOpened(round, about, 0, run_off))


def asks(seat: Seat, command: vote.Command, id: str = "c1") -> Request[vote.Command]:
    return Request(id, seat, "v", command, NOON)


def casts(
    state: State, choice: Choice, seat: Seat = ADA, round: str = "r1", assigned: Sequence[str] = ()
) -> Sequence[vote.Event] | Ballot | Refused:
    return vote.decide(state, asks(seat, CastBallot(round, 1, choice)), EMPTY, vote.Options(ABCD, assigned))


def leads(
    state: State, command: vote.Command, seat: Seat = FAY, options: Iterable[str] = ABCD, id: str = "c1"
) -> Sequence[vote.Event] | Ballot | Refused:
    return vote.decide(state, asks(seat, command, id), EMPTY, vote.Options(tuple(options)))


def shown(state: State, ballots: Iterable[Ballot]) -> State:
    """The latest round is closed, counted and shown."""
    closed = after(state, Closed())
    round = [*state.rounds][-1]
    return after(closed, *vote.reveal(closed, {round: box(ballots)}))


def tied() -> State:
    """One of two seats is taken, and three are equal for the other."""
    return shown(opened(DOTS), cast({U: [dots("aab"), dots("aac"), dots("d")]}))


def told(state: State, *path: str) -> Json:
    return part(vote.show(state, Audience.SCREEN, Shown()), *path)


OPEN = opened(DOTS)
CLOSED = after(OPEN, Closed())
REVEALED = shown(OPEN, cast({U: [dots("aab"), dots("b")]}))
NO_VOTES = VoteTally(0, {}, {}, {}, (), (), ())
RUN_OFF = opened(tied(), "r2", ("b", "c", "d"), run_off=True)

# Casting


def test_a_ballot_is_refused_before_the_vote_opens() -> None:
    assert casts(DOTS, dots("a")) == Refused("not_open_yet")


def test_a_ballot_into_a_closed_box_is_refused() -> None:
    assert [casts(each, dots("a")) for each in (CLOSED, REVEALED)] == [Refused("activity_closed")] * 2


def test_a_ballot_for_an_earlier_round_is_refused() -> None:
    assert casts(opened(REVEALED, "r2"), dots("a")) == Refused("activity_closed")


@pytest.mark.parametrize("seat", [WALL, FAY, CAI, HAL, ROOM])
def test_only_people_vote(seat: Seat) -> None:
    assert casts(OPEN, dots("a"), seat) == Refused("may_not")


def test_where_one_side_votes_the_others_are_refused() -> None:
    panel = replace(OPEN, rules=replace(RULES, vote_sides=(Side.USERS,)))
    assert casts(panel, dots("a"), BEN) == Refused("not_your_vote")
    assert isinstance(casts(panel, dots("a"), ADA), Ballot)


def numbers(option: str, **given: int) -> Ratings:
    return Ratings({option: given})


@pytest.mark.parametrize(
    ("state", "choice", "why"),
    [
        (DOTS, dots("x"), "no_such_option"),
        (DOTS, dots("aabb"), "too_many_dots"),
        (DOTS, dots("aaa"), "too_many_on_one"),
        (DOTS, replace(dots("a"), dots={"a": -1, "b": 2}), "not_on_the_scale"),
        (DOTS, Ranks(("a",)), "not_on_the_scale"),
        (RANK, Ranks(("x",)), "no_such_option"),
        (RANK, Ranks(("a", "b", "a")), "no_such_option"),
        (RANK, Ranks(ABCD), "too_many_ranks"),
        (RANK, dots("a"), "not_on_the_scale"),
        (RATE, numbers("x", ease=1), "no_such_option"),
        (RATE, numbers("a", price=1), "no_such_item"),
        (RATE, numbers("a", ease=0), "not_on_the_scale"),
        (RATE, numbers("a", benefit=5, ease=6), "not_on_the_scale"),
        (RATE, Answers({}), "not_on_the_scale"),
        (RATE, Support(5), "not_on_the_scale"),
    ],
)
def test_a_ballot_that_asks_too_much_is_refused_whole(state: State, choice: Choice, why: Why) -> None:
    assert casts(opened(state), choice) == Refused(why)


def test_what_is_not_assigned_to_somebody_they_do_not_rate() -> None:
    some = opened(replace(RATE, settings=replace(RATE.settings, assign="random", per_person=2)))
    assert casts(some, numbers("c", ease=1), assigned="ab") == Refused("no_such_option")
    assert casts(some, numbers("a", ease=1)) == Refused("no_such_option")
    assert isinstance(casts(some, numbers("a", ease=1), assigned="ab"), Ballot)


def test_a_ballot_carries_a_side_and_no_name() -> None:
    assert casts(OPEN, dots("aab")) == ballot(ADA, dots("aab"))
    assert casts(OPEN, dots("aab"), helped(HAL, "1", BEN.role)) == ballot(
        helped(HAL, "1", BEN.role), dots("aab")
    )


def test_no_dots_on_an_option_are_not_a_choice_and_no_rating_is_not_a_zero() -> None:
    assert casts(OPEN, replace(dots("a"), dots={"a": 1, "b": 0})) == ballot(ADA, dots("a"))
    rated = casts(opened(RATE), Ratings({"a": {"ease": 5}, "b": {}}))
    assert rated == ballot(ADA, numbers("a", ease=5))


def test_an_older_ballot_that_is_sent_again_is_taken_and_the_newer_one_holds() -> None:
    newer = put({}, ballot(ADA, dots("bb"), n=2))
    again = casts(OPEN, dots("a"))
    assert isinstance(again, Ballot) and put(newer, again) is newer


# Opening, closing, showing


@pytest.mark.parametrize("options", ["", "a"])
def test_a_vote_with_one_option_does_not_open(options: str) -> None:
    assert leads(DOTS, Open(), options=options) == Refused("one_option")


@pytest.mark.parametrize("seat", [ADA, CAI, HAL, WALL, ROOM])
def test_only_who_leads_moves_a_vote(seat: Seat) -> None:
    for state, command in ((DOTS, Open()), (OPEN, Close()), (CLOSED, Reveal()), (OPEN, Extend(1))):
        assert leads(state, command, seat) == Refused("may_not")
    assert leads(tied(), OpenRunOff(), seat) == Refused("may_not")


def test_a_vote_is_not_shown_before_it_is_closed_nor_twice() -> None:
    assert [leads(each, Reveal()) for each in (DOTS, OPEN, REVEALED)] == [Refused("not_now")] * 3
    assert vote.reveal(REVEALED, EMPTY) == vote.reveal(DOTS, EMPTY) == []


def test_what_is_open_neither_opens_nor_gets_time_after_it_is_closed() -> None:
    assert leads(OPEN, Open()) == leads(CLOSED, Extend(5)) == Refused("not_now")


def test_opening_begins_a_round_about_what_was_handed_on() -> None:
    assert leads(DOTS, Open(), id="r1") == [RoundOpened("r1", ABCD, NOON + 3 * MINUTE)]
    assert leads(REVEALED, Open(), options="ab", id="r2") == [
        RoundOpened("r2", ("a", "b"), NOON + 3 * MINUTE)
    ]


def test_the_same_opening_sent_again_changes_nothing() -> None:
    assert [leads(each, Open(), id="r1") for each in (OPEN, CLOSED, REVEALED)] == [[]] * 3


def test_what_is_closed_opens_again_with_its_box_as_it_was() -> None:
    again = after(CLOSED, Opened(0))
    assert leads(CLOSED, Open()) == [Opened(NOON + 3 * MINUTE)]
    assert again == OPEN and casts(again, dots("b")) == ballot(ADA, dots("b"))


def test_time_moves_the_end_of_the_round() -> None:
    assert after(OPEN, Extended(NOON)).life == Life(Phase.OPEN, NOON)


def test_where_nobody_voted_the_empty_box_is_shown_and_nothing_goes_on() -> None:
    nobody = shown(OPEN, [])
    assert nobody.life.phase is Phase.REVEALED
    assert (vote.selected(nobody), vote.run_off(nobody)) == ((), ())


def test_an_empty_ballot_is_no_ballot() -> None:
    assert told(shown(OPEN, cast({U: [dots("a"), dots("")]})), "rounds", "r1", "ballots") == 1


def test_a_new_round_stands_beside_the_old_one_and_counts_when_somebody_voted() -> None:
    second = opened(REVEALED, "r2")
    assert (vote.selected(REVEALED), vote.selected(second)) == (("a", "b"), ("a", "b"))
    assert vote.selected(shown(second, [])) == ("a", "b")
    assert vote.selected(shown(second, cast({U: [dots("cd")]}, "r2"))) == ("c", "d")


# The run-off


def test_a_vote_is_not_held_more_than_twenty_times() -> None:
    many = {f"old {n}": Round(f"old {n}", ABCD, NO_VOTES) for n in range(MOST_ROUNDS - 1)}
    last = replace(tied(), rounds={**many, **tied().rounds})
    for opening in (Open(), OpenRunOff()):
        assert leads(last, opening) == Refused("enough_rounds")
        assert isinstance(leads(tied(), opening), list)


def test_a_run_off_is_refused_where_nothing_is_tied_or_a_round_is_not_over() -> None:
    assert leads(REVEALED, OpenRunOff()) == Refused("no_run_off")
    for state in (DOTS, OPEN, CLOSED, RUN_OFF):
        assert leads(state, OpenRunOff()) == Refused("not_now")


def test_a_run_off_is_between_those_that_were_tied() -> None:
    assert leads(tied(), OpenRunOff(), id="r2") == [
        RoundOpened("r2", ("b", "c", "d"), NOON + 3 * MINUTE, run_off=True)
    ]
    assert leads(RUN_OFF, OpenRunOff(), id="r2") == []


@pytest.mark.parametrize(("choice", "why"), [(dots("a"), "no_such_option"), (dots("bc"), "too_many_dots")])
def test_in_a_run_off_there_is_one_dot_for_each_free_seat(choice: Choice, why: Why) -> None:
    assert casts(RUN_OFF, choice, round="r2") == Refused(why)
    assert casts(RUN_OFF, dots("b"), round="r2") == ballot(ADA, dots("b"), "r2")


def test_in_a_run_off_for_two_seats_there_is_one_dot_on_each() -> None:
    equal = shown(opened(DOTS), cast({U: [dots("abc"), dots("d")]}))
    again = opened(equal, "r2", ABCD, run_off=True)
    assert vote.run_off(equal) == ABCD
    assert casts(again, dots("aa"), round="r2") == Refused("too_many_on_one")
    assert casts(again, dots("ab"), round="r2") == ballot(ADA, dots("ab"), "r2")


def test_a_run_off_of_ratings_has_dots_too_and_everybody_may_vote() -> None:
    five, panel = {"benefit": 5, "ease": 5}, replace(RULES, vote_sides=(Side.USERS,))
    equal = shown(opened(replace(RATE, rules=panel)), cast({U: [Ratings({id: five for id in "abc"})]}))
    again = opened(equal, "r2", ("a", "b", "c"), run_off=True)
    assert vote.run_off(equal) == ("a", "b", "c")
    assert casts(again, dots("a"), BEN, "r2") == ballot(BEN, dots("a"), "r2")
    assert vote.selected(shown(again, cast({U: [dots("b")]}, "r2"))) == ("b",)


def test_who_wins_the_run_off_goes_on_beside_the_first() -> None:
    over = shown(RUN_OFF, cast({U: [dots("c"), dots("c"), dots("d")]}, "r2"))
    assert (vote.selected(RUN_OFF), vote.selected(over)) == (("a",), ("a", "c"))
    assert leads(over, OpenRunOff()) == Refused("no_run_off")


def test_two_that_are_equal_again_both_go_on() -> None:
    over = shown(RUN_OFF, cast({U: [dots("c"), dots("d")]}, "r2"))
    assert vote.selected(over) == ("a", "c", "d")


@pytest.mark.parametrize("ballots", [[dots("b"), dots("c"), dots("d")], []])
def test_where_all_are_equal_again_or_nobody_voted_another_run_off_can_be_opened(
    ballots: list[Choice],
) -> None:
    over = shown(RUN_OFF, cast({U: ballots}, "r2"))
    assert vote.selected(over) == ("a",)
    assert told(over, "rounds", "r2", "tied") == ["b", "c", "d"]
    third = after(over, *opens(over, "r3"))
    assert vote.selected(shown(third, cast({U: [dots("d")]}, "r3"))) == ("a", "d")


def opens(state: State, id: str) -> Sequence[vote.Event]:
    events = leads(state, OpenRunOff(), id=id)
    assert not isinstance(events, Ballot | Refused)
    return events


def sides(state: State) -> list[Detail]:
    return [each.tally.by_side.told for each in state.rounds.values() if each.tally]


def test_a_run_off_is_told_no_closer_than_the_vote_before_it() -> None:
    one_seat = replace(DOTS, settings=replace(DOTS.settings, select_top=1))
    equal = {U: [dots("abc")] * 6, W: [dots("abc")] * 6}
    large, few = {U: [dots("b")] * 6, W: [dots("c")] * 6}, {U: [dots("b")] * 6, W: [dots("c")] * 3}
    for unknown, run_off, expected in (
        ([], large, [Detail.EXACT, Detail.EXACT]),
        ([], few, [Detail.EXACT, Detail.NONE]),
        ([dots("d")], few, [Detail.ORDER_ONLY, Detail.NONE]),
        ([dots("d")], large, [Detail.ORDER_ONLY, Detail.ORDER_ONLY]),
    ):
        first = shown(opened(one_seat), cast({**equal, N: unknown}))
        second = after(first, *opens(first, "r2"))
        assert sides(shown(second, cast(run_off, "r2"))) == expected


def test_where_a_template_wants_no_sides_none_are_counted() -> None:
    plain = replace(OPEN, rules=Rules("none"))
    both = cast({U: [dots("a")] * 9, W: [dots("b")] * 9})
    assert sides(shown(plain, both)) == [Detail.NONE]
    assert sides(shown(OPEN, both)) == [Detail.EXACT]


# What is seen


def test_before_and_while_a_round_is_open_nothing_of_a_box_is_seen() -> None:
    waiting: View = {"kind": "vote", "life": "waiting", "ends": 0, "round": "", "rounds": {}}
    for audience in Audience:
        assert vote.show(DOTS, audience, Shown()) == waiting
        assert vote.show(OPEN, audience, Shown()) == {**waiting, "life": "open", "round": "r1"}


def test_a_run_off_says_that_it_is_one() -> None:
    now = vote.show(RUN_OFF, Audience.PHONE, Shown())
    assert (now["run_off"], now["round"]) == (True, "r2")
    assert vote.show(tied(), Audience.PHONE, Shown()).get("run_off") is None


def test_dots_are_shown_with_places_and_equal_ones_have_the_same() -> None:
    state = shown(OPEN, cast({U: [dots("aab"), dots("bc"), dots("b")]}))
    assert told(state, "rounds", "r1") == {
        "nth": 1,
        "ballots": 3,
        "options": {
            "a": {"rank": 2, "selected": True, "dots": 2},
            "b": {"rank": 1, "selected": True, "dots": 3},
            "c": {"rank": 3, "dots": 1},
            "d": {"dots": 0},
        },
        "by_side": {"told": "none"},
    }


def test_after_two_that_are_equal_comes_a_third() -> None:
    assert told(tied(), "rounds", "r1", "options", "a", "rank") == 1
    assert [told(tied(), "rounds", "r1", "options", id, "rank") for id in "bcd"] == [2, 2, 2]
    assert told(tied(), "rounds", "r1", "tied") == ["b", "c", "d"]


def test_a_run_off_of_ratings_is_shown_with_dots_beside_the_ratings() -> None:
    equal = shown(opened(RATE), cast({U: [Ratings({id: {"ease": 5} for id in "abc"})]}))
    over = shown(opened(equal, "r2", ("a", "b", "c"), run_off=True), cast({U: [dots("b")]}, "r2"))
    assert told(over, "rounds", "r2", "options", "b") == {"rank": 1, "selected": True, "dots": 1}
    assert (told(over, "rounds", "r2", "nth"), told(over, "rounds", "r2", "run_off")) == (2, True)


def test_ratings_are_shown_by_criterion_and_an_option_that_nobody_rated_has_no_score() -> None:
    state = shown(
        opened(RATE), cast({U: [Ratings({"a": {"benefit": each, "ease": 2}}) for each in (5, 4, 4)]})
    )
    assert told(state, "rounds", "r1", "options", "a") == {
        "rank": 1,
        "selected": True,
        "ratings": 3,
        "score": 3.56,
        "criteria": {
            "benefit": {
                "mean": 4.33,
                "median": 4.0,
                "share_low": 0.0,
                "spread": {"1": 0, "2": 0, "3": 0, "4": 2, "5": 1},
            },
            "ease": {
                "mean": 2.0,
                "median": 2.0,
                "share_low": 1.0,
                "spread": {"1": 0, "2": 3, "3": 0, "4": 0, "5": 0},
            },
        },
    }
    assert told(state, "rounds", "r1", "options", "b") == {"ratings": 0, "criteria": {}}


def test_large_sides_are_shown_with_numbers() -> None:
    two_sides = shown(OPEN, cast({U: [dots("aab")] * 5, W: [dots("b")] * 6}))
    assert told(two_sides, "rounds", "r1", "by_side") == {
        "told": "exact",
        "users": {"a": {"dots": 10}, "b": {"dots": 5}, "c": {"dots": 0}, "d": {"dots": 0}},
        "workers": {"a": {"dots": 0}, "b": {"dots": 6}, "c": {"dots": 0}, "d": {"dots": 0}},
    }
    rated = Ratings({"a": {"benefit": 5, "ease": 3}})
    ratings = shown(opened(RATE), cast({U: [rated] * 5}))
    assert told(ratings, "rounds", "r1", "by_side") == {
        "told": "exact",
        "users": {"a": {"score": 4.33, "criteria": {"benefit": 5.0, "ease": 3.0}}},
    }


def test_beside_a_few_of_unknown_side_the_large_ones_are_shown_in_order_only() -> None:
    choices = {U: [dots("aab")] * 6, W: [dots("aab")] * 5 + [dots("abb")] * 3, N: [dots("b")]}
    by_side = told(shown(OPEN, cast(choices)), "rounds", "r1", "by_side")
    assert by_side == {
        "told": "order_only",
        "users": {"a": {"rank": 1}, "b": {"rank": 2}},
        "workers": {"a": {"rank": 1}, "b": {"rank": 2}},
    }


def test_mine_is_my_own_ballot_until_the_round_is_shown() -> None:
    boxes = {"r1": box([ballot(ADA, dots("ab"), n=2)])}
    own = {"round": "r1", "n": 2, "choice": {"dots": {"a": 1, "b": 1}}}
    assert [vote.show_mine(each, ADA, boxes) for each in (OPEN, CLOSED, REVEALED)] == [own, own, {}]
    assert vote.show_mine(OPEN, BEN, boxes) == {}


def test_showing_a_vote_writes_one_event_with_all_that_will_ever_exist_of_it() -> None:
    boxes = {"r1": box(cast({U: [dots("aab")]}))}
    (event,) = vote.reveal(CLOSED, boxes)
    assert isinstance(event, VoteRevealed) and event.round == "r1"
    assert (event.tally.ballots, event.tally.by_side) == (1, BySide())
    assert vote.decide(CLOSED, asks(FAY, Reveal()), boxes, vote.Options(ABCD)) == [event]
