"""A workshop of all seven kinds, and what the room does with it, less the store."""

from collections.abc import Sequence
from dataclasses import replace

from talko.core import template
from talko.core.activities.cluster import AddTheme
from talko.core.activities.collect import AddCard
from talko.core.ballots.ballot import Ballot, Boxes, Late
from talko.core.beside.agenda import GoOn
from talko.core.happened import Happened
from talko.core.life import Close, Open, Reveal
from talko.core.people import Refused, Request, Seat
from talko.core.template import (
    Cluster,
    Collect,
    Consent,
    Criterion,
    Discuss,
    Item,
    Option,
    Plan,
    Source,
    Survey,
    Vote,
)
from talko.core.whole import Workshop, begin
from talko.core.workshop import Command, Outcome, decide, evolve, replay, settle
from tests.core.story import ADA, BEN, EVE, FAY, a_template, ask, came_in, step

CARDS, TALK, THEMES, DOTS, RATE, PULSE = "cards", "talk", "themes", "dots", "rate", "pulse"
PILOTS, AGREE, ACTIONS, COMMIT, KEEP = "pilots", "agree", "actions", "commit", "keep"

TODAY = "2026-10-08"

SAFE = Item("safe", "scale", {"en": "It felt safe"})
LOAD = Item(
    "load",
    "choice",
    {"en": "Was it heavy?"},
    options=(Option("no", {"en": "No"}), Option("yes", {"en": "Yes"})),
)
WHY = Item("why", "text", {"en": "What should change?"})

STEPS = (
    step(CARDS, 0, Collect(max_per_person=5, max_chars=40)),
    step(TALK, 0, Discuss("plenary", notes="anyone"), Source("cards", CARDS)),
    step(THEMES, 0, Cluster("everyone", 3), Source("cards", CARDS), Source("notes", TALK)),
    step(DOTS, 0, Vote("dots", select_top=2, budget=3, max_per_item=2), Source("themes", THEMES)),
    step(
        RATE,
        0,
        Vote("rate", select_top=1, criteria=(Criterion("ease", {"en": "Easy?"}),)),
        Source("themes", THEMES),
    ),
    step(PULSE, 0, Survey((SAFE, LOAD, WHY))),
    step(PILOTS, 0, Plan("pilot", "groups", 0, 3), Source("selection", DOTS)),
    step(AGREE, 0, Consent("five", pass_min=3), Source("records", PILOTS)),
    step(KEEP, 0, Survey((SAFE,), per_item=True), Source("accepted", AGREE)),
    step(ACTIONS, 0, Plan("action", "facilitator", 1, 5), Source("accepted", AGREE), Source("cards", CARDS)),
    step(COMMIT, 0, Consent("five", pass_min=3), Source("records", ACTIONS)),
)

DEMANDS = template.Closing(
    1,
    ("what", "owner", "owner_accepted", "follower"),
    ("owner_is_not_follower", "commitment_check_done", "unselected_have_reason", "next_contact_date"),
    COMMIT,
)


def a_whole_template(*steps: template.Activity) -> template.Template:
    planned = a_template(*(steps or STEPS))
    (session,) = planned.sessions
    first, last = session.stages[0].activities[:-2], session.stages[0].activities[-2:]
    stages = (template.Stage("needs", first), template.Stage("closing", last))
    sessions = (replace(session, stages=stages),)
    return replace(
        planned, sessions=sessions, closing=DEMANDS, evaluation=template.Evaluation(PULSE, {"safe": 4.0})
    )


WHOLE = begin(a_whole_template())


def came(*seats: Seat, beginning: Workshop = WHOLE) -> "Played":
    played = Played(beginning)
    played.log = came_in(*seats)
    played.workshop = replay(beginning, played.log)
    return played


def met(beginning: Workshop = WHOLE) -> "Played":
    return came(ADA, BEN, EVE, beginning=beginning)


def grouped(beginning: Workshop = WHOLE) -> "Played":
    """Each wrote a card, and there are two themes to choose from."""
    played = met(beginning)
    played.goes_to(CARDS)
    played.does(FAY, CARDS, Open())
    for seat in (ADA, BEN, EVE):
        played.does(seat, CARDS, AddCard("A bus at nine", "en"))
    played.shows(CARDS)
    played.goes_to(THEMES)
    played.does(FAY, THEMES, AddTheme("Buses", "en"), id="t1")
    played.does(FAY, THEMES, AddTheme("Coffee", "en"), id="t2")
    return played


class Played:
    """Its log, its value and its boxes, after each request."""

    def __init__(self, beginning: Workshop = WHOLE) -> None:
        self.beginning = beginning
        self.workshop, self.log = beginning, list[Happened]()
        self.boxes: Boxes = {}
        self.asked, self.today = 0, TODAY

    def ask(self, request: Request[Command]) -> Outcome:
        outcome = decide(self.workshop, self.boxes, request)
        for fact in facts(outcome):
            self.workshop = evolve(self.workshop, fact)
            self.log.append(fact)
        self.boxes = settle(self.workshop, self.boxes, outcome)
        return outcome

    def says(self, seat: Seat, activity: str, command: Command, id: str = "") -> Outcome:
        """Under a new id where none is told."""
        self.asked += 1
        return self.ask(replace(ask(seat, activity, command, id or f"k{self.asked}"), today=self.today))

    def does(self, seat: Seat, activity: str, *commands: Command, id: str = "") -> None:
        """What nobody refuses."""
        for command in commands:
            outcome = self.says(seat, activity, command, id)
            assert not isinstance(outcome, Refused), (outcome, activity, command)

    def goes_to(self, activity: str) -> None:
        while self.workshop.agenda.current != activity:
            self.does(FAY, self.workshop.agenda.current, GoOn())

    def shows(self, activity: str) -> None:
        self.does(FAY, activity, Close(), Reveal())


def facts(outcome: Outcome) -> Sequence[Happened]:
    match outcome:
        case Ballot() | Refused():
            return ()
        case Late(events=events):
            return events
        case happened:
            return happened
