"""What is tried and done, who takes it on, how it is agreed, and what is put aside with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from talko.demo.invent import phrases
from talko.demo.invent.draw import Draw, Thing

LEVELS, OFTEN = (5, 4, 3), (3, 5, 3)
PASSES = 3


def day_after(day: date, draw: Draw, least: int, most: int) -> str:
    return str(day + timedelta(days=draw.random.randint(least, most)))


def pilots(draw: Draw, people: list[Thing], ideas: list[Thing], day: date) -> list[Thing]:
    return [pilot(draw, people, (f"P{nth}", idea), day) for nth, idea in enumerate(ideas, 1)]


def pilot(draw: Draw, people: list[Thing], what: tuple[str, Thing], day: date) -> Thing:
    id, idea = what
    owner, follower, *helpers = draw.some([person["id"] for person in people], 3, 6)
    start = day_after(day, draw, 5, 15)
    return {
        "id": id,
        "from": idea["id"],
        "what": f"Kokeilu: {idea['name']}",
        "for_whom": "Kaikille, jotka haluavat",
        "where": draw.one(phrases.PLACES),
        "start": start,
        "end": day_after(date.fromisoformat(start), draw, 14, 40),
        "when": "kerran viikossa",
        "owner": owner,
        "helpers": helpers,
        "prediction": f"Arvaamme, että {draw.random.randint(5, 30)} ihmistä tulee.",
        "measure": "Laskemme, ja kysymme ovella kolme asiaa.",
        "stop_if": "Jos joku pelkää",
        "review_date": day_after(day, draw, 50, 70),
        "follower": follower,
    }


# How it is agreed


def agreement(draw: Draw, people: list[Thing], records: list[Thing], day: date) -> list[Thing]:
    until = day + timedelta(days=draw.random.randint(6, 12))
    return [each for record in records for each in rounds_on(draw, people, record["id"], until)]


def rounds_on(draw: Draw, people: list[Thing], proposal: str, until: date) -> list[Thing]:
    """Agreed at once, or after a change, or by those who asked for time, days later."""
    asked = {"proposal": proposal}
    before = revised(draw, people, asked) if draw.chance(0.35) else []
    nth = len(before) + 1
    change = {"change": f"Muutimme kohtaa {proposal} niin kuin toivottiin."} if before else {}
    last = {**asked, "round": nth, **change, **levels(draw, people)}
    return [*before, *(waiting(draw, last, until) if draw.chance(0.35) else [last])]


def levels(draw: Draw, people: list[Thing]) -> Thing:
    ballots = [
        {"by": each["id"], "level": draw.weighted(LEVELS, OFTEN)} for each in people if draw.chance(0.97)
    ]
    return {"ballots": ballots, "concerns": []}


def revised(draw: Draw, people: list[Thing], asked: Thing) -> list[Thing]:
    """A support that is too low says why; somebody may say something without."""
    given = levels(draw, people)
    low = draw.some(given["ballots"], 1, 2)
    for ballot in low:
        ballot["level"] = draw.random.randint(0, PASSES - 1)
    concerns = [{"by": ballot["by"], "text": draw.text(phrases.CONCERNS)} for ballot in low]
    return [{**asked, "round": 1, **given, "concerns": concerns}]


def waiting(draw: Draw, last: Thing, until: date) -> list[Thing]:
    """Who asked for time answers the day before the date, or not all of them do."""
    asking = draw.some(last["ballots"], 1, 2)
    for ballot in asking:
        ballot["level"] = "need_time"
    waits = {**last, "decide_by": str(until)}
    later = [{"by": each["by"], "level": draw.weighted(LEVELS, OFTEN)} for each in asking]
    answering = later if draw.chance(0.8) else later[:1]
    after = {"proposal": last["proposal"], "round": last["round"] + 1, "ballots": answering, "concerns": []}
    return (
        [waits, {**after, "after_session": str(until - timedelta(days=1))}] if draw.chance(0.8) else [waits]
    )


def commitment(draw: Draw, people: list[Thing], actions: list[Thing]) -> list[Thing]:
    """Asked about the whole plan; after a concern something in it is written anew."""
    if not draw.chance(0.6):
        return [{"round": 1, **levels(draw, people)}]
    changed = draw.one(actions)
    changed["earlier"] = {"told_how": "Sanomme siitä toisillemme"}
    change = {"change": f"{changed['id']}: kerromme paremmin."}
    return [*revised(draw, people, {}), {"round": 2, **change, **levels(draw, people)}]


# What is done


def actions(draw: Draw, people: list[Thing], records: list[Thing], day: date) -> list[Thing]:
    """At least one for each trial, and sometimes one for what was heard before."""
    sources = [
        {"pilot": each["id"], "sources": [each["from"]]}
        for each in records
        for _ in range(draw.one((1, 1, 2)))
    ]
    every = [*sources, *([{"sources": ["field"]}] if draw.chance(0.5) else [])]
    made = [action(draw, people, (f"A{nth}", source), day) for nth, source in enumerate(every[:7], 1)]
    users = [person["id"] for person in people if person["side"] == "users"]
    first = made[0]
    first["owner"] = draw.one([id for id in users if id != first["follower"]])
    first["helpers"] = [id for id in first["helpers"] if id != first["owner"]]
    return made


def action(draw: Draw, people: list[Thing], what: tuple[str, Thing], day: date) -> Thing:
    id, source = what
    owner, follower, *helpers = draw.some([person["id"] for person in people], 2, 5)
    return {
        "id": id,
        "what": f"Tehtävä numero {id[1:]} kokeilua varten",
        **source,
        "first_step": f"Soitamme ja sovimme, tehtävä {id[1:]}",
        "owner": owner,
        "owner_accepted": True,
        "helpers": helpers,
        "due": day_after(day, draw, 1, 30),
        "follower": follower,
        "follow_how": f"Kysymme tilanteen joka viikko, tehtävä {id[1:]}",
        "told_how": f"Kerromme ryhmälle, tehtävä {id[1:]}",
    }


def aside(draw: Draw, people: list[Thing], left: Sequence[str], records: list[Thing]) -> list[Thing]:
    return [one_aside(draw, people, id, records) for id in left]


def one_aside(draw: Draw, people: list[Thing], id: str, records: list[Thing]) -> Thing:
    told = {"id": id, "decision": draw.one(("later", "not_ours", "no")), "reason": draw.text(phrases.REASONS)}
    if draw.chance(0.3):
        return {**told, "decision": "part_of", "target": draw.one(records)["id"]}
    return {**told, "owner": draw.one(people)["id"]} if draw.chance(0.4) else told
