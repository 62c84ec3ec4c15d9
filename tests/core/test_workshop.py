from functools import reduce
from itertools import pairwise

from talko.core.activities import collect, discuss, vote
from talko.core.activities.collect import AddCard, CardAdded
from talko.core.beside import agenda, brought, lobby
from talko.core.beside.agenda import GoOn
from talko.core.beside.brought import BringCard, CardBrought, Source
from talko.core.beside.lobby import Join, Leave
from talko.core.card import NOBODYS
from talko.core.handed import handed
from talko.core.happened import Happened
from talko.core.life import Closed, Open, Opened, Revealed
from talko.core.people import Refused, Role, mark
from talko.core.template import Collect, Discuss, Vote
from talko.core.whole import Workshop
from talko.core.workshop import decide, evolve, replay, waiting
from tests.core.day import DAY, MOMENTS
from tests.core.played import facts
from tests.core.story import (
    ADA,
    BEGINNING,
    COME_IN,
    DOTS,
    FAY,
    HELLO,
    IDEAS,
    NEEDS,
    NEWS,
    NO_BOXES,
    ROOM,
    ROUND,
    STEPS,
    WALL,
    a_template,
    after,
    ask,
    for_guest,
    said,
)


def log_of_the_day() -> list[Happened]:
    outcomes = [decide(now, NO_BOXES, request) for now, request in zip(MOMENTS.values(), DAY, strict=False)]
    return [fact for outcome in outcomes for fact in facts(outcome)]


def test_an_activity_that_is_not_there_is_refused() -> None:
    assert said(COME_IN, ask(ADA, "lunch", AddCard("Soup", "en"))) == Refused("no_such_activity")
    assert said(COME_IN, ask(FAY, "lunch", Open())) == Refused("no_such_activity")


def test_a_command_is_refused_where_it_does_not_belong() -> None:
    misplaced = [
        ask(ADA, "", AddCard("A bench", "en")),
        ask(ADA, HELLO, AddCard("A bench", "en")),
        ask(ADA, NEEDS, Leave()),
        ask(ADA, HELLO, Join(Role.PEER)),
        ask(FAY, "", Open()),
        ask(FAY, DOTS, BringCard("field", "It is far", "en", True)),
    ]
    assert [said(COME_IN, each) for each in misplaced] == [Refused("not_here")] * len(misplaced)


def test_from_a_guests_seat_nobody_leads() -> None:
    workshop = MOMENTS["guest joins"]
    assert said(workshop, for_guest("1", ask(FAY, NEEDS, Open()))) == Refused("not_joined")
    assert said(workshop, for_guest("1", ask(WALL, "", GoOn()))) == Refused("may_not")
    assert said(workshop, for_guest("1", ask(ROOM, "", GoOn()))) == Refused("may_not")


def test_at_the_beginning_the_room_is_in_the_lobby_and_every_activity_waits() -> None:
    asked = {step.id: step.settings for step in STEPS if isinstance(step.settings, Collect)}
    story = a_template(*STEPS)
    assert Workshop(
        rules=story.settings,
        demands=story.closing,
        evaluation=story.evaluation,
        stages={step.id: "needs" for step in STEPS},
        sources={step.id: step.sources for step in STEPS},
        agenda=agenda.State((HELLO, NEEDS, ROUND, NEWS, IDEAS, DOTS)),
        lobby=lobby.State(1000),
        brought=brought.State(),
        activities={
            HELLO: discuss.State(HELLO, Discuss("present"), 5),
            NEEDS: collect.State(NEEDS, asked[NEEDS], 10),
            ROUND: discuss.State(ROUND, Discuss("read")),
            NEWS: collect.State(NEWS, asked[NEWS]),
            IDEAS: collect.State(IDEAS, asked[IDEAS]),
            DOTS: vote.State(DOTS, Vote("dots", select_top=3), story.settings, 3),
        },
    ) == (BEGINNING)


def test_the_log_alone_makes_the_workshop_again() -> None:
    assert replay(BEGINNING, log_of_the_day()) == MOMENTS["over"]


def test_a_fact_changes_nothing_in_the_workshop_it_happened_to() -> None:
    log = log_of_the_day()
    steps = [replay(BEGINNING, log[:n]) for n in range(len(log) + 1)]
    for (before, after_it), fact in zip(pairwise(steps), log, strict=True):
        assert evolve(before, fact) == after_it
    assert steps == [reduce(evolve, log[:n], BEGINNING) for n in range(len(log) + 1)]


def test_a_talk_is_handed_the_cards_of_a_collect_once_they_are_revealed() -> None:
    card = CardAdded("k1", "A bench", "en", mark(ADA.key, NEEDS, 0))
    closed = after(NEEDS, Opened(0), card, Closed())
    assert handed(closed, ROUND) == {}
    assert list(handed(after(NEEDS, Revealed(), given=closed), ROUND)) == ["k1"]


def test_what_was_brought_is_handed_where_it_is_asked_for_in_the_order_of_random_ids() -> None:
    lies: list[tuple[str, Source]] = [("z1", "field"), ("p1", "previous"), ("a1", "field")]
    workshop = after("", *(CardBrought(source, id, "Far", "en", "", None, NOBODYS) for id, source in lies))
    assert [list(handed(workshop, id)) for id in (ROUND, NEWS, HELLO)] == [["a1", "z1"], ["p1"], []]


def test_the_room_is_told_how_many_cards_wait_in_each_unhurried_strip() -> None:
    told = {
        "ideas open": {},
        "i4": {IDEAS: 6},
        "five released": {IDEAS: 1},
        "i1 edited": {IDEAS: 2},
        "i1 hidden": {IDEAS: 1},
        "ideas closed": {},
        "k1": {},
    }
    assert {moment: waiting(MOMENTS[moment]) for moment in told} == told
