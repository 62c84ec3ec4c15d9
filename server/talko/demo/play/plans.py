"""Pilots and actions: what is done, who does it, who follows it up, and what is put aside with a reason."""

from __future__ import annotations

from talko.demo.client import Object
from talko.demo.play.seats import Seats
from talko.demo.told import Parked, Record, Round

DATES = ("start", "end", "due", "review_date")
FIELDS = ("first_step", "due", "follow_how", "told_how", "for_whom", "where", "when", "start", "end",
          "prediction", "measure", "stop_if", "review_date")  # fmt: skip
BROUGHT = {"field", "previous", "feedback"}


async def plan(seats: Seats, step: str) -> None:
    told = seats.example.activity(step)
    records = told.get("records", [])
    seats.progress.begin(f"{step}: it is agreed who does what", len(records))
    for nth, record in enumerate(records):
        await seats.happened(step, nth, len(records))
        await write(seats, step, record)
    for each in told.get("parked", []):
        await seats.lead("park", "", aside(seats, each))
    if "next_contact" in told:
        await seats.lead("set_contact", "", {key: str(each) for key, each in told["next_contact"].items()})
    await seats.done_here(step)


async def write(seats: Seats, step: str, record: Record) -> None:
    """By the one who takes it on, where the tables write; else by who leads. Then people take it on."""
    who = record["owner"] if writes(seats, step, record["owner"]) else ""
    first: Object = {
        "sources": [*sources(seats, record)],
        "what": record["what"],
        "lang": seats.example.spoken,
    }
    seats.ids[record["id"]] = id = await by(seats, who, "add_record", step, first)
    earlier = record.get("earlier", {})
    for field in FIELDS:
        if text := earlier.get(field, record.get(field)):
            await by(seats, who, "write_field", step, wording(seats, id, field, text))
    await take_on(seats, step, record)


def writes(seats: Seats, step: str, owner: str) -> bool:
    return seats.setting(step, "plan", "who_fills") != "facilitator" and owner in seats.phones


async def by(seats: Seats, who: str, do: str, step: str, d: Object) -> str:
    return await (seats.say(who, do, step, d) if who else seats.lead(do, step, d))


def wording(seats: Seats, record: str, field: str, text: str) -> Object:
    spoken: Object = {} if field in DATES else {"lang": seats.example.spoken}
    return {"record": record, "field": field, "text": text, **spoken}


def sources(seats: Seats, record: Record) -> list[str]:
    """A pilot comes from an idea; an action from a pilot, from what that came from, or from the field."""
    told = [record[key] for key in ("from", "pilot") if key in record] + record.get("sources", [])
    return [each if each in BROUGHT else seats.ids[each] for each in told]


async def take_on(seats: Seats, step: str, record: Record) -> None:
    """Each on their own phone, by the name they choose."""
    parts = [("owner", record["owner"]), ("follower", record["follower"])]
    parts += [("helper", who) for who in record.get("helpers", [])]
    for part, who in parts:
        d: Object = {"record": seats.ids[record["id"]], "part": part, "name": seats.example.name(who)}
        if who in seats.phones or who in seats.guests:
            await seats.say(who, "take_on", step, d)
        else:
            await seats.lead("name_for", step, {**d, "outside": True})


def aside(seats: Seats, each: Parked) -> Object:
    told: Object = {
        "item": seats.ids[each["id"]],
        "decision": each["decision"],
        "reason": each["reason"],
        "lang": seats.example.spoken,
    }
    if "owner" in each:
        told["owner"] = seats.example.name(each["owner"])
    return {**told, "target": seats.ids[each["target"]]} if "target" in each else told


async def change(seats: Seats, step: str, round: Round) -> None:
    """Before the whole plan is asked about again, the room goes back and sees it written anew."""
    anew = [(where, record) for where, record in written(seats) if "earlier" in record]
    if "proposal" in round or not anew:
        return
    await seats.lead("go_back", step)
    for where, record in anew:
        for field in record["earlier"]:
            said = wording(seats, seats.ids[record["id"]], field, record[field])
            await seats.lead("write_field", where, said)
    await seats.done_here(anew[0][0])
    await seats.lead("go_on", anew[0][0])


def written(seats: Seats) -> list[tuple[str, Record]]:
    told = seats.example.activities.items()
    return [(step, record) for step, happened in told for record in happened.get("records", [])]
