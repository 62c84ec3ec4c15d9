"""People write cards. One says it twice, one takes it back, one names somebody, one needs more time."""

from __future__ import annotations

import asyncio
from itertools import groupby

from talko.demo.client import Object
from talko.demo.example import in_turns
from talko.demo.play.seats import Seats, activity
from talko.demo.said import Command
from talko.demo.told import Written

REASONS = {"person_name": "Kortissa on ihmisen nimi."}


async def collect(seats: Seats, step: str) -> None:
    await seats.lead("open", step)
    await seats.see(step, "open")
    async with asyncio.TaskGroup() as at_once:
        at_once.create_task(write(seats, step, seats.example.activity(step).get("cards", [])))
        at_once.create_task(more_time(seats, step))
    await seats.lead("close", step)
    await seats.lead("reveal", step)
    await seats.see(step, "revealed")


async def write(seats: Seats, step: str, cards: list[Written]) -> None:
    """Each on their own phone, all at the same time."""
    turns = in_turns(cards)
    seats.progress.begin(f"{step}: people write", len(turns))
    due = {card["id"]: nth for nth, card in enumerate(turns)}
    by_person = groupby(sorted(cards, key=lambda card: card["by"]), key=lambda card: card["by"])
    async with asyncio.TaskGroup() as all_of_them:
        for who, own in [(who, list(own)) for who, own in by_person]:
            all_of_them.create_task(write_own(seats, step, who, [(due[each["id"]], each) for each in own]))


async def write_own(seats: Seats, step: str, who: str, own: list[tuple[int, Written]]) -> None:
    for nth, card in own:
        await seats.happened(step, nth, len(seats.example.activity(step).get("cards", [])))
        await write_one(seats, step, card)
        if card is own[0][1]:
            await go_and_come_back(seats, step, who)


async def write_one(seats: Seats, step: str, card: Written) -> None:
    seats.ids[card["id"]] = id = await say(seats, step, card)
    for event in seats.example.about(card["id"]):
        await seats.tempo.until(event["t"])
    if card.get("status") == "withdrawn":
        await seats.say(card["by"], "withdraw_card", step, {"card": id})
    if card.get("status") == "hidden":
        await seats.lead("hide_card", step, {"card": id, "reason": REASONS[card["hidden_reason"]]})


async def say(seats: Seats, step: str, card: Written) -> str:
    """Who is not sure that it went through presses again: the same command, the same card."""
    who, told = card["by"], words(seats, card)
    if who in seats.guests:
        return await seats.say(who, "add_card", step, {**told, "entry": "proxy", "permission": True})
    wish = Command("add_card", step, told)
    for event in seats.example.about(card["id"]):
        if event["type"] == "duplicate_submit":
            await seats.phones[who].say(wish)
    return await seats.phones[who].say(wish)


def words(seats: Seats, card: Written) -> Object:
    about: Object = {"item": seats.ids[card["about"]]} if "about" in card else {}
    return {"text": card["text"], "lang": card.get("lang", seats.example.lang(card["by"])), **about}


async def go_and_come_back(seats: Seats, step: str, who: str) -> None:
    """In the first writing, where there is something to come back to."""
    gone = any(event.get("who") == who for event in seats.example.of("disconnect"))
    if gone and who not in seats.back:
        await seats.phones[who].cut()
        await seats.phones[who].come()
        seats.back[who] = await own(seats, who, step)


async def own(seats: Seats, who: str, step: str) -> Object:
    """What the phone is told as its own when it is back: a page says the same as a line."""
    phone = seats.phones[who]
    told = await phone.browser.json(f"{phone.place}/view")
    return {"step": step, "mine": told["mine"]}


async def more_time(seats: Seats, step: str) -> None:
    for event in seats.example.of("more_time", step):
        await seats.tempo.until(event["t"])
        await seats.say(event["who"], "ask_for", "", {"need": "more_time"})
    for event in seats.example.of("extend", step):
        await seats.tempo.until(event["t"])
        await extend(seats, step, event["minutes"])


async def extend(seats: Seats, step: str, minutes: int) -> None:
    before = [activity(sight, step).get("ends") for sight in seats.sights]
    await seats.lead("extend", step, {"minutes": minutes})
    await seats.look(step, lambda view: view.get("ends") not in before, "with more time")
