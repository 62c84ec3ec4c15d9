"""Whatever is asked of all seven kinds in whatever order: no view tells what a box holds."""

import json
import os
import re
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from talko.core.activities.cluster import AddTheme, MergeThemes, MoveCards, Undo
from talko.core.activities.collect import AddCard
from talko.core.activities.consent import DecideBy, LetPass, NoteConcern, OpenRound, Settle
from talko.core.activities.discuss import AddNote
from talko.core.activities.plan import (
    AcceptAloud,
    AddRecord,
    DropRecord,
    LetGo,
    NameFor,
    ProposeWording,
    SetSources,
    TakeOn,
    UseWording,
    WriteField,
)
from talko.core.audience import Audience, Shown, View
from talko.core.ballots.ballot import ALL, Answers, CastBallot, Choice, Dots, Ratings, Said, Support
from talko.core.ballots.rounds import OpenRunOff, latest
from talko.core.beside.agenda import CloseUnfinished, CloseWorkshop, GoBack, GoOn
from talko.core.beside.closing import Park, SetContact
from talko.core.beside.hard_words import FlagWord
from talko.core.beside.lobby import Join, Leave
from talko.core.beside.needs import AskFor, GiveFeedback
from talko.core.beside.questions import AskQuestion
from talko.core.card import HideCard, ShowCard
from talko.core.ending import missing
from talko.core.life import Close, Open, Phase, Reveal
from talko.core.mine import mine
from talko.core.patch import diff, merge
from talko.core.people import Request, Seat
from talko.core.published import published
from talko.core.template import kind
from talko.core.views import view
from talko.core.workshop import Command, replay
from tests.core.played import (
    AGREE,
    CARDS,
    COMMIT,
    DOTS,
    KEEP,
    PULSE,
    RATE,
    STEPS,
    THEMES,
    WHOLE,
    Played,
)
from tests.core.story import ADA, BEN, EVE, FAY, ROOM, ask

PEOPLE = st.sampled_from([ADA, BEN, EVE])
SMALL = st.integers(0, 5)
HERE = "here"
SIGN = re.compile("[0-9a-f]{32}")
WORD = re.compile(r"secret\d{4}")
TODAY, TOMORROW = "2026-10-08", "2026-10-09"


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.played, self.n = Played(), 0
        self.shown = {audience: Shown() for audience in Audience}
        self.last: dict[Audience, View] = {audience: {} for audience in Audience}
        self.patched: dict[Audience, View] = {audience: {} for audience in Audience}
        self.tell()

    @initialize()
    def people_came_and_wrote(self) -> None:
        for seat in (ADA, BEN, EVE):
            self.ask(seat, "", Join(seat.role))
        self.ask(FAY, "", GoOn())
        self.ask(FAY, CARDS, Open())
        for seat in (ADA, BEN, EVE):
            self.ask(seat, CARDS, AddCard("A card", "en"))
        self.ask(FAY, CARDS, Close())
        self.on()

    @rule(again=st.integers(1, 3))
    def go_on(self, again: int) -> None:
        for _ in range(again):
            self.on()

    def on(self) -> None:
        self.ask(FAY, HERE, Close())
        self.ask(FAY, HERE, GoOn())

    @rule()
    def go_back(self) -> None:
        self.ask(FAY, HERE, GoBack())

    @rule(move=st.sampled_from([Open(), Close(), Reveal()]))
    def lead(self, move: Command) -> None:
        self.ask(FAY, HERE, move)

    @rule(which=SMALL)
    def ask_about(self, which: int) -> None:
        known = [ALL, *self.ids("proposals")]
        self.ask(FAY, HERE, OpenRound(known[which % len(known)], self.word(), "en"))

    @rule(seat=PEOPLE, amount=SMALL, which=SMALL, n=SMALL)
    def cast(self, seat: Seat, amount: int, which: int, n: int) -> None:
        state = self.played.workshop.activities.get(self.here)
        rounds = getattr(state, "rounds", {})
        if round := latest(rounds):
            choice = self.choice([*round.about], amount, which)
            self.ask(seat, HERE, CastBallot(round.id, n, choice))

    def choice(self, options: list[str], amount: int, which: int) -> Choice:
        option = options[which % len(options)] if options else "none"
        if self.here in (DOTS,):
            return Dots({option: amount})
        if self.here == RATE:
            return Ratings({option: {"ease": amount}})
        if self.here in (PULSE, KEEP):
            about = option if self.here == KEEP else ALL
            return Answers({about: {"safe": amount, "why": Said(self.word(), "en")}})
        return Support("need_time" if amount == 0 else amount, self.word(), "en")

    @rule(seat=PEOPLE, which=SMALL)
    def group(self, seat: Seat, which: int) -> None:
        cards, themes = self.ids("cards"), self.ids("themes")
        self.ask(seat, THEMES, AddTheme("A theme", "en", tuple(cards[which : which + 1])))
        if themes and cards:
            self.ask(seat, THEMES, MoveCards(tuple(cards[:1]), themes[which % len(themes)]))
        if which == 0:
            self.ask(seat, THEMES, Undo())
        if which == 1 and len(themes) > 1:
            self.ask(seat, THEMES, MergeThemes(themes[0], themes[1]))

    @rule(seat=PEOPLE, which=SMALL)
    def plan(self, seat: Seat, which: int) -> None:
        items, records = self.ids("items"), self.ids("records")
        self.ask(seat if which else FAY, HERE, AddRecord(tuple(items[:1]), "Let us try", "en"))
        if records:
            record = records[which % len(records)]
            self.ask(seat, HERE, TakeOn(record, "owner", "Somebody"))
            self.ask(FAY, HERE, NameFor(record, "follower", "Somebody else"))
            self.ask(FAY, HERE, WriteField(record, "where", "Here", "en"))
            self.ask(seat, HERE, ProposeWording(record, "what", "Let us try it", "en"))

    @rule(seat=PEOPLE, which=SMALL)
    def beside(self, seat: Seat, which: int) -> None:
        said: list[Command] = [
            AskQuestion("Why?", "en"),
            FlagWord("Synergy", "en"),
            AskFor("more_time"),
            GiveFeedback("Slower", "en"),
        ]
        self.ask(seat, "", said[which % len(said)])
        self.ask(seat, HERE, AddNote("A note", "en"))

    @rule(which=SMALL, again=st.booleans())
    def hide(self, which: int, again: bool) -> None:
        """Whatever the console can hide where it is, or beside it."""
        beside = [id for name in ("questions", "feedback") for id in self.beside_ids(name)]
        here = [id for name in ("cards", "notes", "texts") for id in self.ids(name)]
        here += [id for round in self.ids("rounds") for id in (f"{round}.1", f"{round}.2")]
        for place, ids in (("", beside), (HERE, here)):
            for id in ids[which : which + 1]:
                self.ask(FAY, place, ShowCard(id) if again else HideCard(id, "a name"))

    @rule(seat=PEOPLE)
    def leave_and_come_back(self, seat: Seat) -> None:
        self.ask(seat, "", Leave())
        self.ask(seat, HERE, TakeOn("none", "owner", "Somebody"))
        self.ask(seat, "", Join(seat.role))

    @rule(which=SMALL)
    def decide_again(self, which: int) -> None:
        self.ask(FAY, HERE, OpenRunOff())
        for proposal in self.ids("proposals")[:2]:
            self.ask(FAY, HERE, Settle(proposal, "rejected" if which else "differing"))
        for round in self.ids("rounds")[:1]:
            self.ask(FAY, HERE, NoteConcern(round, self.word(), "en"))

    @rule(seat=PEOPLE, which=SMALL)
    def change_a_record(self, seat: Seat, which: int) -> None:
        records = self.ids("records")
        for record in records[which : which + 1]:
            changes: list[tuple[Seat, Command]] = [
                (seat, LetGo(record, "owner")),
                (FAY, SetSources(record, tuple(self.ids("items")[:2]))),
                (FAY, DropRecord(record, "twice")),
                (FAY, AcceptAloud(record)),
                (FAY, WriteField(record, "due", TOMORROW)),
                (FAY, UseWording(record, record)),
            ]
            who, change = changes[which]
            self.ask(who, HERE, change)

    @rule(seat=PEOPLE, activity=st.sampled_from([AGREE, COMMIT]), answer=SMALL)
    def answer_late(self, seat: Seat, activity: str, answer: int) -> None:
        """Also when it is over."""
        state = self.played.workshop.activities[activity]
        for round in getattr(state, "rounds", {}):
            self.ask(seat, activity, CastBallot(round, 9, Support(answer, self.word(), "en")))

    @rule(round=st.sampled_from([AGREE, COMMIT]), late=st.booleans())
    def let_time_pass(self, round: str, late: bool) -> None:
        state = self.played.workshop.activities[round]
        for id in getattr(state, "rounds", {}):
            self.ask(FAY, round, DecideBy(id, TODAY))
            if late:
                self.ask(ROOM, round, LetPass(id), today=TOMORROW)

    @rule(which=SMALL)
    def close(self, which: int) -> None:
        self.ask(FAY, "", SetContact(TOMORROW))
        for theme in self.ids("themes"):
            self.ask(FAY, "", Park(theme, "later", "Not now", "en"))
        was_over = self.played.workshop.agenda.closed
        self.ask(FAY, "", CloseWorkshop())
        if which == 0 and len(self.played.log) > 60:
            self.ask(FAY, "", CloseUnfinished())
        if self.played.workshop.agenda.closed and not was_over:
            assert self.played.workshop.agenda.finished == (missing(self.played.workshop) == ())

    @property
    def here(self) -> str:
        return self.played.workshop.agenda.current

    def ids(self, part: str) -> list[str]:
        activities = self.last[Audience.CONSOLE]["activities"]
        shown = activities.get(self.here, {}) if isinstance(activities, dict) else {}
        found = shown.get(part, {}) if isinstance(shown, dict) else {}
        return [id for id in found if id != ALL] if isinstance(found, dict) else []

    def beside_ids(self, part: str) -> list[str]:
        found = self.last[Audience.CONSOLE].get(part, {})
        return [*found] if isinstance(found, dict) else []

    def word(self) -> str:
        self.n += 1
        return f"secret{self.n:04}"

    def ask(self, seat: Seat, activity: str, command: Command, today: str = TODAY) -> None:
        self.n += 1
        place = self.here if activity == HERE else activity
        request: Request[Command] = ask(seat, place, command, f"c{self.n:04}")
        self.played.ask(replace(request, today=today))
        self.tell()

    def tell(self) -> None:
        workshop, boxes = self.played.workshop, self.played.boxes
        for audience, shown in self.shown.items():
            now = view(workshop, boxes, audience, shown)
            patch = diff(self.last[audience], now)
            self.last[audience], self.patched[audience] = now, merge(self.patched[audience], patch)

    @invariant()
    def the_log_is_the_workshop(self) -> None:
        assert replay(self.played.beginning, self.played.log) == self.played.workshop

    @invariant()
    def the_patches_make_the_view(self) -> None:
        workshop, boxes = self.played.workshop, self.played.boxes
        assert self.patched == {each: view(workshop, boxes, each, Shown()) for each in Audience}

    @invariant()
    def what_lies_in_a_box_is_told_to_nobody_else(self) -> None:
        told = json.dumps([*self.last.values(), published(self.played.workshop)])
        assert WORD.findall(told) == [word for word in WORD.findall(told) if word not in self.shut_in()]
        assert SIGN.findall(told) == [] and "null" not in told

    @invariant()
    def what_is_hidden_is_told_to_whoever_leads_alone(self) -> None:
        room = [self.last[Audience.SCREEN], self.last[Audience.PHONE], published(self.played.workshop)]
        assert self.hidden().isdisjoint(WORD.findall(json.dumps(room)))

    def hidden(self) -> set[str]:
        states = self.played.workshop.activities.values()
        cards = [
            card
            for state in states
            for name in ("texts", "concerns", "notes", "cards")
            for card in getattr(state, name, {}).values()
        ]
        return {word for card in cards if card.hidden for word in WORD.findall(card.text)}

    @invariant()
    def when_it_is_over_nothing_is_open(self) -> None:
        if self.played.workshop.agenda.closed:
            phases = {state.life.phase for state in self.played.workshop.activities.values()}
            assert Phase.OPEN not in phases

    def shut_in(self) -> set[str]:
        return set(WORD.findall(repr(self.played.boxes)))

    @invariant()
    def a_box_is_only_there_while_its_round_is_not_counted(self) -> None:
        for state in self.played.workshop.activities.values():
            for round in getattr(state, "rounds", {}).values():
                kept = self.played.boxes.get(round.id, {})
                if round.tally and getattr(round.tally, "result", "") == "pending":
                    assert {each.choice for each in kept.values()} == {Support("need_time")}
                elif round.tally:
                    assert not kept

    @invariant()
    def mine_is_mine(self) -> None:
        shut = {seat.key: set(WORD.findall(json.dumps(self.own(seat)))) for seat in (ADA, BEN, EVE)}
        inside = {key: words & self.shut_in() for key, words in shut.items()}
        for key, words in inside.items():
            assert all(words.isdisjoint(other) for each, other in inside.items() if each != key)

    def own(self, seat: Seat) -> View:
        return mine(self.played.workshop, self.played.boxes, seat)


def test_the_workshop_has_every_kind() -> None:
    kinds = {kind(step.settings) for step in STEPS}
    assert [*WHOLE.activities] == [step.id for step in STEPS]
    assert kinds == {"discuss", "collect", "cluster", "vote", "consent", "plan", "survey"}


LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=300 if LONG else 8,
    stateful_step_count=60 if LONG else 30,
    derandomize=not LONG,
    database=None,
    deadline=None,
)
