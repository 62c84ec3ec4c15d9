"""Before it begins: what was heard in the bread queue is brought, and people come in."""

from __future__ import annotations

from talko.demo.client import Browser, Object
from talko.demo.example import Example
from talko.demo.play.seats import Seats
from talko.demo.play.sight import Sight
from talko.demo.told import FieldCard, Person


async def bring_field_cards(seats: Seats) -> None:
    """The collectors write it down as helpers."""
    cards = seats.example.field_cards
    seats.progress.begin("Field cards are brought", len(cards))
    for name in sorted({card["collector"] for card in cards}):
        seats.helpers[name] = await seats.by_link("helper", "helper", f"helper {name}")
    for card in cards:
        seats.ids[card["id"]] = await seats.helpers[card["collector"]].send("bring_card", "", told(card))
        seats.progress.step()


def told(card: FieldCard) -> Object:
    origin = f"{card['place']} {day(card['date'])}"
    return {
        "source": "field", "text": card["text"], "lang": card["lang"], "permission": card["permission"],
        "origin": origin, "feeling": card["feeling"],
    }  # fmt: skip


def day(date: str) -> str:
    """2026-09-24 as it is written in Finnish: 24.9.2026."""
    year, month, number = date.split("-")
    return f"{int(number)}.{int(month)}.{year}"


async def come_in(seats: Seats, people: list[Person]) -> None:
    seats.progress.begin("People come in", len(people))
    for person in people:
        await let_in(seats, person)
        seats.progress.step()


async def let_in(seats: Seats, person: Person) -> None:
    """By QR code, by typing the code, on a tablet that is passed round, or through a helper."""
    if person["join"] == "helper":
        return await ask_for(seats, person)
    browser, again = Browser(seats.iida.server), {}
    if person["join"] == "shared_tablet" and seats.phones:
        browser, again = next(iter(seats.phones.values())).browser, {"new": "1"}
    by_code = person["join"] == "code"
    door = await (
        browser.post("/join", code=seats.doors.code)
        if by_code
        else browser.get(seats.doors.join + ("?new" if again else ""))
    )
    path = door.path.partition("?")[0]
    phone = await browser.post(path, role=person["role"], lang=person["lang"], **again)
    watching = None if seats.phones or not seats.sights else Sight("a phone")
    seats.phones[person["id"]] = await seats.open(browser, phone.path, person["id"], watching)


async def ask_for(seats: Seats, person: Person) -> None:
    if not seats.helpers:
        seats.helpers[""] = await seats.by_link("helper", "helper", "helper")
    number = str(len(seats.guests) + 1)
    await seats.helper.send("join", "", {"role": person["role"]}, guest=number)
    seats.guests[person["id"]] = number


def in_time(example: Example) -> list[Person]:
    late = {event["who"] for event in example.of("join_late")}
    return [person for person in example.people if person["id"] not in late]
