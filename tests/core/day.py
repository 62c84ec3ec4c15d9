"""One whole day, in which everything happens once: each request by its id, and the workshop after it."""

from dataclasses import replace

from talko.core.activities.collect import AddCard, EditCard, ReleaseCards, WithdrawCard
from talko.core.beside.agenda import CloseUnfinished, EndBreak, GoBack, GoOn, StartBreak
from talko.core.beside.brought import BringCard
from talko.core.beside.lobby import CloseDoor, Join, Leave
from talko.core.card import HideCard, ShowCard
from talko.core.life import Close, Extend, Open, Reveal
from talko.core.people import Role
from tests.core.story import (
    ADA,
    BEN,
    CAI,
    EVE,
    FAY,
    HAL,
    HELLO,
    IDEAS,
    NEEDS,
    NEWS,
    ROOM,
    ROUND,
    ask,
    for_guest,
    moments,
)

LOBBY = [
    ask(ADA, "", Join(ADA.role), "ada joins"),
    ask(BEN, "", Join(BEN.role), "ben joins"),
    ask(EVE, "", Join(EVE.role), "eve joins"),
    ask(EVE, "", Leave(), "eve leaves"),
    for_guest("1", ask(HAL, "", Join(Role.RELATIVE), "guest joins")),
    ask(HAL, "", BringCard("field", "The queue is long", "en", True, "Bread queue", -1), "f1"),
    ask(HAL, "", BringCard("field", "Mr. Smith was rude", "en", True), "f2"),
    ask(CAI, "", HideCard("f2", "a name"), "f2 hidden"),
    ask(FAY, "", BringCard("previous", "A night bus", "en", True, "Last spring"), "p1"),
    ask(FAY, "", CloseDoor(), "door closed"),
]
AT_HELLO = [
    ask(FAY, "", GoOn(), "to hello"),
    ask(FAY, HELLO, Extend(5), "more time"),
    ask(FAY, "", StartBreak(10), "break"),
    ask(FAY, "", EndBreak(), "no break"),
]
AT_NEEDS = [
    ask(FAY, HELLO, GoOn(), "to needs"),
    ask(FAY, NEEDS, Open(), "needs open"),
    ask(ADA, NEEDS, AddCard("A bike library", "en"), "k5"),
    ask(BEN, NEEDS, AddCard("Mr. Smith must go", "en"), "k2"),
    for_guest("1", ask(HAL, NEEDS, AddCard("En ramp", "sv", entry="proxy", permission=True), "k3")),
    ask(CAI, NEEDS, HideCard("k2", "a name"), "k2 hidden"),
    ask(BEN, NEEDS, AddCard("Less of us", "en"), "k4"),
    ask(BEN, NEEDS, WithdrawCard("k4"), "k4 withdrawn"),
    ask(BEN, NEEDS, AddCard("More of us", "en"), "k1"),
    ask(ADA, NEEDS, EditCard("k5", "A boat library"), "k5 edited"),
    ask(FAY, NEEDS, Close(), "needs closed"),
]
AT_ROUND = [
    ask(FAY, NEEDS, GoOn(), "on to round"),
    ask(FAY, ROUND, Open(), "to round"),  # what was brought has been read
    ask(FAY, ROUND, GoBack(), "back to needs"),
    ask(FAY, NEEDS, GoOn(), "to round again"),
    ask(FAY, "", ShowCard("f2"), "f2 shown"),
    ask(FAY, NEEDS, HideCard("k1", "not now"), "k1 hidden"),
]
AT_NEWS = [
    ask(FAY, ROUND, GoOn(), "to news"),
    ask(FAY, NEWS, Open(), "news open"),
    ask(ADA, NEWS, AddCard("It runs now", "en", "good", "p1", 2), "n1"),
    ask(FAY, NEWS, Close(), "news closed"),
    ask(FAY, NEWS, Reveal(), "news revealed"),
]
FOX = AddCard("Idea 0", "en", nickname="Fox")
AT_IDEAS = [
    ask(FAY, NEWS, GoOn(), "to ideas"),
    ask(FAY, IDEAS, Open(), "ideas open"),
    ask(ADA, IDEAS, FOX, "i7"),
    *(ask(BEN, IDEAS, replace(FOX, text=f"Idea {n}"), f"i{n}") for n in (6, 1, 5, 2, 4)),
    ask(ROOM, IDEAS, ReleaseCards(), "five released"),
    ask(BEN, IDEAS, EditCard("i1", "Idea of Smith"), "i1 edited"),
    ask(FAY, IDEAS, HideCard("i1", "a name"), "i1 hidden"),
    ask(FAY, IDEAS, Close(), "ideas closed"),
]
CLOSING = [
    ask(FAY, IDEAS, GoOn(), "to dots"),
    ask(FAY, "", CloseUnfinished(), "over"),
]
DAY = [*LOBBY, *AT_HELLO, *AT_NEEDS, *AT_ROUND, *AT_NEWS, *AT_IDEAS, *CLOSING]
MOMENTS = dict(zip(["beginning", *(request.id for request in DAY)], moments(DAY), strict=True))
