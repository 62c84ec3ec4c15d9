"""Whatever is asked by whomever in whatever order: the log is the workshop, and no view tells a secret."""

import json
import os
import re
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from talko.core.activities.collect import AddCard, EditCard, ReleaseCards, State, WithdrawCard
from talko.core.audience import Audience, Json, Shown, View
from talko.core.beside.agenda import CloseUnfinished, EndBreak, GoBack, GoOn, StartBreak
from talko.core.beside.brought import BringCard, Source
from talko.core.beside.lobby import CloseDoor, Join, Leave, OpenDoor
from talko.core.card import Card, HideCard, ShowCard
from talko.core.happened import Happened
from talko.core.life import Close, Extend, Open, Phase, Reveal
from talko.core.mine import mine
from talko.core.patch import diff, merge
from talko.core.people import Request, Role, Seat, Side
from talko.core.views import view
from talko.core.whole import Workshop
from talko.core.workshop import Command, decide, evolve, replay
from tests.core.played import facts
from tests.core.story import (
    ADA,
    BEGINNING,
    BEN,
    CAI,
    EVE,
    FAY,
    HAL,
    HELLO,
    IDEAS,
    NEEDS,
    NEWS,
    NO_BOXES,
    ROOM,
    ROUND,
    WALL,
    ask,
    for_guest,
)

SEATS = st.sampled_from([ADA, BEN, EVE, FAY, CAI, HAL, WALL, ROOM])
GUESTS = st.sampled_from(["", "", "", "1", "2", "x"])
PLACES = st.sampled_from(["", HELLO, NEEDS, ROUND, NEWS, IDEAS, "lunch"])
HERE = "here"  # the activity that the room is at
COLLECTS = st.sampled_from([HERE, HERE, HERE, NEEDS, NEWS, IDEAS])
CARDS = st.sampled_from(["k0", "k1", "k2", "k3"])
SOURCES: st.SearchStrategy[Source] = st.sampled_from(["field", "previous"])
WORDS = "w?????"  # a new word is put in its place each time, so that it can be found again

MOVES = st.sampled_from([Open(), Close(), Reveal(), Extend(5)])
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    MOVES,
    st.sampled_from([Join(Role.CLIENT), Leave(), OpenDoor(), CloseDoor(), ReleaseCards()]),
    st.sampled_from([GoOn(), GoBack(), StartBreak(5), EndBreak(), CloseUnfinished()]),
    st.builds(AddCard, st.just(WORDS), st.just("en"), entry=st.sampled_from(["self", "proxy"])),
    st.builds(EditCard, CARDS, st.just(WORDS)),
    st.builds(WithdrawCard, CARDS),
    st.builds(HideCard, CARDS, st.sampled_from(["", "a name"])),
    st.builds(ShowCard, CARDS),
    st.builds(BringCard, SOURCES, st.just(WORDS), st.just("en"), st.booleans()),
)

SIGN = "[0-9a-f]{32}"  # keys, marks and the names that the log has for people
NEVER = re.compile("|".join([SIGN, "null", "None", "key", *Role, *Side]))


def words(*views: View) -> set[str]:
    return set(re.findall(r"w\d{5}", json.dumps(views)))


def parts(view: Json) -> list[View]:
    assert isinstance(view, Mapping)
    return [each for each in view.values() if isinstance(each, Mapping)]


def texts(cards: list[Card]) -> set[str]:
    return {card.text for card in cards}


def cards(workshop: Workshop) -> list[Card]:
    return [
        *workshop.brought.cards.values(),
        *(card for each in collects(workshop) for card in each.cards.values()),
    ]


def secret_cards(workshop: Workshop) -> list[Card]:
    """Hidden, waiting, or in a collect that is not revealed yet."""
    unrevealed = [each for each in collects(workshop) if is_secret(each)]
    kept = [card for each in unrevealed for card in each.cards.values()]
    return [*kept, *(card for card in cards(workshop) if card.hidden or not card.released)]


def is_secret(state: State) -> bool:
    return state.settings.reveal == "on_close" and state.life.phase is not Phase.REVEALED


def collects(workshop: Workshop) -> list[State]:
    return [each for each in workshop.activities.values() if isinstance(each, State)]


class AnyOrder(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.workshop, self.log = BEGINNING, list[Happened]()
        self.shown = {audience: Shown() for audience in Audience}
        self.last: dict[Audience, View] = {audience: {} for audience in Audience}
        self.patched: dict[Audience, View] = {audience: {} for audience in Audience}
        self.written: dict[str, Seat] = {}  # each word, and from whose seat it was asked to be written
        self.tell()

    @initialize(steps=st.sampled_from([5, 2, 3, 4, 1]))
    def the_day_has_begun(self, steps: int) -> None:
        for seat in (ADA, BEN):
            self.ask(ask(seat, "", Join(seat.role)))
        self.ask(for_guest("1", ask(HAL, "", Join(Role.RELATIVE))))
        for _ in range(steps):
            self.go(back=False)
        for place in (NEEDS, NEWS, IDEAS):
            self.ask(ask(FAY, place, Open()))

    @rule(back=st.booleans())
    def go(self, back: bool) -> None:
        self.ask(ask(FAY, HERE, GoBack() if back else GoOn()))

    @rule(place=COLLECTS, command=MOVES)
    def lead(self, place: str, command: Command) -> None:
        self.ask(ask(FAY, place, command))

    @rule(seat=st.sampled_from([ADA, BEN, HAL]), place=COLLECTS, id=CARDS, item=st.sampled_from(["", "k0"]))
    def write(self, seat: Seat, place: str, id: str, item: str) -> None:
        card = AddCard(WORDS, "en", permission=True, entry="proxy" if seat is HAL else "self")
        if NEWS in (place, self.workshop.agenda.current):
            card = replace(card, bucket="good", item=item, feeling=1)
        self.ask(for_guest("1" if seat is HAL else "", ask(seat, place, card, id)))

    @rule(seat=st.sampled_from([ADA, BEN]), place=COLLECTS, id=CARDS, gone=st.booleans())
    def change_their_own(self, seat: Seat, place: str, id: str, gone: bool) -> None:
        self.ask(ask(seat, place, WithdrawCard(id) if gone else EditCard(id, WORDS)))

    @rule(place=st.just("") | COLLECTS, id=CARDS, again=st.booleans())
    def hide(self, place: str, id: str, again: bool) -> None:
        self.ask(ask(CAI, place, ShowCard(id) if again else HideCard(id, "a name")))

    @rule(id=CARDS, source=SOURCES)
    def bring(self, id: str, source: Source) -> None:
        self.ask(ask(HAL, "", BringCard(source, WORDS, "en", True), id))

    @rule()
    def release(self) -> None:
        self.ask(ask(ROOM, IDEAS, ReleaseCards()))

    @rule(seat=SEATS, guest=GUESTS, place=PLACES, command=COMMANDS, id=CARDS)
    def anything(self, seat: Seat, guest: str, place: str, command: Command, id: str) -> None:
        self.ask(for_guest(guest, ask(seat, place, command, id)))

    @rule(audience=st.sampled_from(Audience))
    def forget_what_was_shown(self, audience: Audience) -> None:
        self.shown[audience] = Shown()
        self.tell()

    def ask(self, request: Request[Command]) -> None:
        if request.activity == HERE:
            request = replace(request, activity=self.workshop.agenda.current)
        if isinstance(request.command, AddCard | EditCard | BringCard):
            word = f"w{len(self.written):05}"
            self.written[word] = request.seat
            request = replace(request, command=replace(request.command, text=word))
        for fact in facts(decide(self.workshop, NO_BOXES, request)):
            self.workshop = evolve(self.workshop, fact)
            self.log.append(fact)
        self.tell()

    def tell(self) -> None:
        for audience, shown in self.shown.items():
            now = view(self.workshop, NO_BOXES, audience, shown)
            patch = diff(self.last[audience], now)
            self.last[audience], self.patched[audience] = now, merge(self.patched[audience], patch)

    @invariant()
    def the_log_is_the_workshop(self) -> None:
        assert replay(BEGINNING, self.log) == self.workshop

    @invariant()
    def the_patches_make_the_view(self) -> None:
        fresh = {audience: view(self.workshop, NO_BOXES, audience, Shown()) for audience in Audience}
        assert self.patched == fresh

    @invariant()
    def no_view_tells_who_wrote(self) -> None:
        assert NEVER.findall(json.dumps(list(self.patched.values()))) == []

    @invariant()
    def a_room_reads_no_secret_and_nobody_what_is_gone(self) -> None:
        room, console = self.patched[Audience.SCREEN], self.patched[Audience.CONSOLE]
        there, secret = texts(cards(self.workshop)), texts(secret_cards(self.workshop))
        assert words(room, self.patched[Audience.PHONE]) <= there - secret
        assert words(console) <= there

    @invariant()
    def cards_lie_in_the_order_of_random_ids(self) -> None:
        for audience in Audience:
            for part in parts(self.last[audience]["activities"]):
                for cards in (part["cards"], part.get("items", {})):
                    assert isinstance(cards, Mapping) and list(cards) == sorted(cards)

    @invariant()
    def mine_is_mine(self) -> None:
        there = texts(cards(self.workshop))
        for seat in (ADA, BEN, EVE, FAY, HAL, WALL):
            own = mine(self.workshop, NO_BOXES, seat)
            assert words(own) <= {word for word in there if self.written.get(word) is seat}
            assert re.findall(f"{SIGN}|null", json.dumps(own)) == []


LONG = os.environ.get("HYPOTHESIS_PROFILE") == "long"
TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(
    max_examples=500 if LONG else 12,
    stateful_step_count=60 if LONG else 30,
    derandomize=not LONG,
    database=None,
    deadline=None,
)
