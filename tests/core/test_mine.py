"""What only one person is sent: all that a phone needs to be itself again, and nothing of anybody else."""

from talko.core.activities.collect import AddCard, WithdrawCard
from talko.core.activities.consent import OpenRound
from talko.core.activities.discuss import AddNote
from talko.core.activities.plan import AddRecord, DropRecord, LetGo, NameFor, TakeOn
from talko.core.audience import View
from talko.core.ballots.ballot import ALL, Answers, CastBallot, Ratings, Support
from talko.core.beside.agenda import GoOn
from talko.core.beside.hard_words import FlagWord
from talko.core.beside.lobby import Join, Leave
from talko.core.beside.needs import AskFor
from talko.core.beside.questions import AskQuestion
from talko.core.card import HideCard
from talko.core.life import Close, Extend, Open
from talko.core.mine import mine
from talko.core.people import Role, Seat
from tests.core.played import ACTIONS, AGREE, CARDS, COMMIT, PULSE, RATE, TALK, Played, grouped, met
from tests.core.story import ADA, BEN, CAI, EVE, FAY, HAL, WALL, ask, for_guest

EMPTY = {"role": "client", "cards": {}}
YES, TIME = Support(4), Support("need_time")


def own(played: Played, seat: Seat = ADA) -> View:
    return mine(played.workshop, played.boxes, seat)


def others(played: Played) -> list[View]:
    return [own(played, seat) for seat in (BEN, EVE, FAY, CAI, HAL, WALL)]


NOTHING = [
    {"role": "professional", "cards": {}},
    {"role": "peer", "cards": {}},
    *[{"guests": {}}] * 4,
]


def test_nobody_is_told_what_is_somebody_elses() -> None:
    played = met()
    played.does(FAY, CARDS, Open())
    played.does(FAY, TALK, Open())
    played.does(ADA, CARDS, AddCard("A bus", "en"), id="k1")
    played.does(ADA, TALK, AddNote("We need one", "en"), id="n1")
    played.does(ADA, "", AskQuestion("Why?", "en"), id="q1")
    played.does(ADA, "", FlagWord("synergy", "en"), id="w1")
    played.does(ADA, "", AskFor("break"))
    assert own(played) == {
        "role": "client",
        "cards": {
            CARDS: {"k1": {"text": "A bus", "lang": "en"}},
            TALK: {"n1": {"text": "We need one", "lang": "en"}},
        },
        "questions": {"q1": {"text": "Why?", "lang": "en"}},
        "words": {"w1": True},
        "asked": ["break"],
    }
    assert others(played) == NOTHING


def test_a_card_that_is_hidden_says_so_to_its_writer_and_one_that_was_withdrawn_is_gone() -> None:
    played = met()
    played.does(FAY, CARDS, Open())
    for id in ("k1", "k2"):
        played.does(ADA, CARDS, AddCard("A bus", "en"), id=id)
    played.does(FAY, CARDS, HideCard("k1", "a name"))
    played.does(ADA, CARDS, WithdrawCard("k2"))
    assert own(played)["cards"] == {CARDS: {"k1": {"text": "A bus", "lang": "en", "hidden": "a name"}}}


def test_what_was_asked_for_is_mine_until_the_room_goes_on_or_gets_more_time() -> None:
    gone_on, extended = met(), met()
    for played in (gone_on, extended):
        played.does(ADA, "", AskFor("more_time"), AskFor("break"))
        assert own(played)["asked"] == ["more_time", "break"]
    gone_on.does(FAY, "", GoOn())
    extended.does(FAY, PULSE, Open(), Extend(5))
    assert own(gone_on) == own(extended) == EMPTY


# Ballots


def test_my_ballot_is_mine_until_its_round_is_shown() -> None:
    played, answers = met(), Answers({ALL: {"safe": 4}})
    played.does(FAY, PULSE, Open(), id="r1")
    played.does(ADA, PULSE, CastBallot("r1", 3, answers))
    ballot = {"round": "r1", "n": 3, "choice": {"answers": {ALL: {"safe": 4}}}}
    assert own(played) == {**EMPTY, "ballots": {PULSE: ballot}}
    assert others(played) == NOTHING
    played.does(FAY, PULSE, Close())
    assert own(played)["ballots"] == {PULSE: ballot}
    played.does(FAY, PULSE, Open())
    played.shows(PULSE)
    assert own(played) == EMPTY


def test_ballots_of_several_rounds_are_mine_at_once() -> None:
    played = grouped()
    played.does(FAY, PULSE, Open(), id="r1")
    played.does(FAY, RATE, Open(), id="r2")
    played.does(ADA, PULSE, CastBallot("r1", 1, Answers({ALL: {"safe": 4}})))
    played.does(ADA, RATE, CastBallot("r2", 1, Ratings({"t1": {"ease": 2}})))
    ballots = own(played)["ballots"]
    assert isinstance(ballots, dict) and set(ballots) == {PULSE, RATE}


def test_only_who_asked_for_time_is_told_that_they_may_answer_later() -> None:
    played = met()
    played.goes_to(COMMIT)
    played.does(FAY, COMMIT, OpenRound(ALL), id="r1")
    played.does(ADA, COMMIT, CastBallot("r1", 1, TIME))
    played.does(BEN, COMMIT, CastBallot("r1", 1, YES))
    assert "later" not in own(played)
    played.shows(COMMIT)
    assert own(played) == {**EMPTY, "later": {COMMIT: {"r1": True}}}
    assert others(played) == NOTHING
    played.does(ADA, COMMIT, CastBallot("r1", 2, YES))
    assert own(played) == EMPTY


# Records


def test_what_i_took_on_is_mine_and_what_was_said_aloud_is_nobodys() -> None:
    played = met()
    played.goes_to(ACTIONS)
    played.does(FAY, ACTIONS, AddRecord((), "A bus", "en"), id="c1")
    played.does(ADA, ACTIONS, TakeOn("c1", "owner", "Aino"), TakeOn("c1", "helper", "Aino"))
    played.does(FAY, ACTIONS, NameFor("c1", "follower", "Ben"))
    assert own(played) == {**EMPTY, "records": {ACTIONS: {"c1": ["owner", "helper"]}}}
    assert others(played) == NOTHING
    played.does(FAY, ACTIONS, DropRecord("c1", "twice"))
    played.does(ADA, ACTIONS, LetGo("c1", "owner"))
    assert own(played)["records"] == {ACTIONS: {"c1": ["helper"]}}


# People


def test_who_left_has_no_role_and_finds_all_that_is_theirs_when_they_come_back() -> None:
    played = met()
    played.does(FAY, CARDS, Open())
    played.does(ADA, CARDS, AddCard("A bus", "en"), id="k1")
    before = own(played)
    played.does(ADA, "", Leave())
    assert own(played) == {**before, "role": ""}
    played.does(ADA, "", Join(Role.CLIENT))
    assert own(played) == before


def test_a_helper_is_told_of_each_guest_who_is_in_and_of_nobody_elses() -> None:
    played = met()
    for number, role in (("1", Role.RELATIVE), ("2", Role.MANAGER)):
        played.ask(for_guest(number, ask(HAL, "", Join(role))))
    played.does(FAY, AGREE, Open(), id="r1")
    played.ask(for_guest("1", ask(HAL, AGREE, CastBallot("r1", 1, YES))))
    first = {
        "role": "relative",
        "cards": {},
        "ballots": {AGREE: {"round": "r1", "n": 1, "choice": {"support": 4}}},
    }
    assert own(played, HAL) == {"guests": {"1": first, "2": {"role": "manager", "cards": {}}}}
    assert own(played, CAI) == {"guests": {}}
    played.ask(for_guest("2", ask(HAL, "", Leave())))
    assert own(played, HAL) == {"guests": {"1": first}}
