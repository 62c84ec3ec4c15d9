"""What the log gives back is the workshop as it was: replay(log) == workshop, in every story."""

import random
from collections.abc import Sequence

from talko.core import brought, card, life, lobby
from talko.core.activities import collect
from talko.core.agenda import CloseUnfinished, GoBack, GoOn
from talko.core.people import Refused, Request, Seat
from talko.core.workshop import Command, Workshop, decide, replay, standing
from talko.store import log
from talko.store.store import Store
from tests.core.story import ADA, BEGINNING, BEN, CAI, FAY, HAL, IDEAS, NEEDS, NOON, ROOM
from tests.store.given import added, loaded

Asked = tuple[Seat, str, Command]

OPENING: list[Asked] = [
    (ADA, "", lobby.Join(ADA.role)),
    (BEN, "", lobby.Join(BEN.role)),
    (FAY, NEEDS, life.Open()),
    (FAY, IDEAS, life.Open()),
]


def written(text: str, nickname: str = "") -> collect.AddCard:
    return collect.AddCard(text, "en", nickname=nickname)


async def test_a_story_of_cards_that_are_changed_withdrawn_hidden_and_shown(store: Store) -> None:
    await added(store, "w1")
    story: list[Asked] = [
        *OPENING,
        (ADA, NEEDS, written("one")),  # c0
        (ADA, NEEDS, collect.EditCard("c0", "one, better")),
        (BEN, NEEDS, written("two")),  # c1
        (CAI, NEEDS, card.HideCard("c1", "a name")),
        (BEN, NEEDS, collect.WithdrawCard("c1")),
        (HAL, "", brought.BringCard("field", "from the field", "fi", True, "the market")),  # c2
        (FAY, "", card.HideCard("c2", "another name")),
        (FAY, NEEDS, life.Close()),
        (FAY, "", CloseUnfinished()),
    ]
    before = await told(store, story, "w1")
    assert await replayed(store, "w1") == before
    assert before.brought.cards["c2"].text == ""


async def test_a_reason_that_was_changed_still_says_that_the_card_was_hidden_before(store: Store) -> None:
    await added(store, "w1")
    story: list[Asked] = [
        *OPENING,
        (ADA, IDEAS, written("one", "Kiisu")),  # c0, and it waits in the unhurried strip
        (FAY, IDEAS, card.HideCard("c0", "first reason")),
        (FAY, IDEAS, life.Close()),
        (FAY, IDEAS, card.ShowCard("c0")),
        (FAY, IDEAS, card.HideCard("c0", "second reason")),
    ]
    before = await told(store, story, "w1")
    assert await replayed(store, "w1") == before
    assert collected_card(before).released is False


THREE_CARDS: list[Asked] = [(ADA, IDEAS, written(text, "Kiisu")) for text in ("one", "two", "three")]
CARDS = ("c0", "c1", "c2")
MIDDLE: list[Asked] = [
    *((ADA, IDEAS, collect.EditCard(id, text)) for id in CARDS for text in ("four", "five")),
    *((ADA, IDEAS, collect.WithdrawCard(id)) for id in CARDS),
    *((FAY, IDEAS, card.HideCard(id, reason)) for id in CARDS for reason in ("a name", "not for here")),
    *((CAI, IDEAS, card.ShowCard(id)) for id in CARDS for _ in range(2)),
    *((FAY, IDEAS, move) for move in (life.Open(), life.Close(), life.Extend(5))),
    *((FAY, "", step) for step in (GoOn(), GoBack())),
    *((ROOM, IDEAS, collect.ReleaseCards()) for _ in range(2)),
]
ENDING: list[Asked] = [(FAY, "", CloseUnfinished())]


async def test_any_story_comes_back_as_it_was(store: Store) -> None:
    for seed in range(60):
        found = random.Random(seed)
        middle = found.choices(MIDDLE, k=20)
        await comes_back(store, [*OPENING, *THREE_CARDS, *middle, *found.choice([[], ENDING])], f"w{seed}")


async def comes_back(store: Store, story: Sequence[Asked], id: str) -> None:
    await added(store, id)
    before = await told(store, story, id)
    assert await replayed(store, id) == before, story


async def told(store: Store, story: Sequence[Asked], id: str) -> Workshop:
    """As the room tells it, each fact in the store first. Cards are named c0, c1 …"""
    workshop, head, cards = BEGINNING, 0, 0
    for place, (seat, activity, command) in enumerate(story):
        new = isinstance(command, collect.AddCard | brought.BringCard)
        name = f"c{cards}" if new else f"k{place}"
        outcome = decide(workshop, Request(name, seat, activity, command, NOON))
        if isinstance(outcome, Refused):
            continue
        workshop, cards = replay(workshop, outcome), cards + new
        facts = tuple(log.Fact(NOON, each) for each in outcome)
        await store.append(log.Batch(id, head, facts, (log.Command(name, "hash"),), standing(workshop)))
        head += len(facts)
    return workshop


async def replayed(store: Store, id: str) -> Workshop:
    return replay(BEGINNING, (await loaded(store, id)).facts)


def collected_card(workshop: Workshop) -> card.Card:
    state = workshop.activities[IDEAS]
    assert isinstance(state, collect.State)
    return state.cards["c0"]
