"""People vote and answer without a name. One thinks again in time, one comes too late."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from talko.demo.client import Json, Object, at
from talko.demo.play.seats import Seats, activity
from talko.demo.told import Answer, Ballot

Choices = Mapping[str, Object]  # by who


async def vote(seats: Seats, step: str) -> None:
    ballots = seats.example.activity(step).get("ballots", [])
    first = {each["by"]: earlier(seats, each) for each in ballots if "earlier" in each}
    round = await opened(seats, step)
    if first:
        await cast(seats, step, round, first)
    await cast(seats, step, round, {each["by"]: chosen(seats, each) for each in ballots})
    await seats.lead("close", step)
    await too_late(seats, step, round)
    await seats.lead("reveal", step)
    await seats.see(step, "revealed")


async def opened(seats: Seats, step: str, do: str = "open", d: Object | None = None) -> str:
    """A new round, by its name as those who look on are told it."""
    before = {str(activity(sight, step).get("round", "")) for sight in seats.sights}
    asked = await seats.lead(do, step, d)
    await seats.look(step, lambda view: is_new(view, before), "with a new round")
    return str(activity(seats.sights[0], step)["round"]) if seats.sights else asked


def is_new(view: Object, before: set[str]) -> bool:
    return view.get("life") == "open" and view.get("round", "") not in {"", *before}


async def cast(seats: Seats, step: str, round: str, choices: Choices) -> None:
    seats.progress.begin(f"{step}: people choose", len(choices))
    async with asyncio.TaskGroup() as all_of_them:
        for nth, who in enumerate(choices):
            all_of_them.create_task(cast_one(seats, (step, nth, len(choices)), who, (round, choices[who])))


async def cast_one(seats: Seats, due: tuple[str, int, int], who: str, said: tuple[str, Object]) -> None:
    await seats.happened(*due)
    (step, *_), (round, choice) = due, said
    ballot: Object = {"round": round, "n": count(seats, who, round), "choice": choice}
    if why := await seats.refuses(who, "cast", step, ballot):
        seats.refused[f"{step} {who}"] = why  # whoever is over the budget has not voted


def count(seats: Seats, who: str, round: str) -> int:
    """Each ballot of one person in a round has a larger number than the one before."""
    line = seats.helper if who in seats.guests else seats.phones[who]
    guest = seats.guests.get(who, "")
    return 1 + sum(each.d.get("round") == round and each.guest == guest for each in line.done)


def chosen(seats: Seats, ballot: Ballot) -> Object:
    if "dots" in ballot:
        return {"dots": named(seats, ballot["dots"])}
    return {"ratings": named(seats, ballot.get("ratings", {}))}


def earlier(seats: Seats, ballot: Ballot) -> Object:
    return {"dots": named(seats, ballot["earlier"])}


def named(
    seats: Seats, by_option: Mapping[str, Json] | Mapping[str, int] | Mapping[str, dict[str, int]]
) -> Object:
    return {seats.ids[option]: as_json(value) for option, value in by_option.items()}


def as_json(value: object) -> Json:
    if isinstance(value, dict):
        return {str(key): as_json(each) for key, each in value.items()}
    assert isinstance(value, int)
    return value


async def too_late(seats: Seats, step: str, round: str) -> None:
    for event in seats.example.of("vote_after_close", step):
        who = event["who"]
        choice: Object = {"dots": {option: 1 for option in [*options(seats, step)][:1]}}
        late: Object = {"round": round, "n": count(seats, who, round), "choice": choice}
        seats.refused[event["type"]] = await seats.refuses(who, "cast", step, late)


def options(seats: Seats, step: str) -> Object:
    found = activity(seats.sights[0], step).get("options") if seats.sights else {}
    return found if isinstance(found, dict) else {}


async def survey(seats: Seats, step: str) -> None:
    round = await opened(seats, step)
    given = answers(seats, step)
    await cast(seats, step, round, {who: whole(seats, who, its) for who, its in given.items()})
    await seats.lead("close", step)
    await seats.lead("reveal", step)
    await seats.see(step, "revealed")


def answers(seats: Seats, step: str) -> dict[str, dict[str, Answer]]:
    """A survey of one question is written shorter: who, and the answer."""
    told = seats.example.activity(step)
    given = told.get("answers", [])
    if isinstance(given, list):
        return {each["by"]: each["answers"] for each in given}
    return {who: {told["item"]: answer} for who, answer in given.items()}


def whole(seats: Seats, who: str, given: dict[str, Answer]) -> Object:
    return {"answers": {"all": {item: answer(seats, who, item, its) for item, its in given.items()}}}


def answer(seats: Seats, who: str, item: str, given: Answer) -> Json:
    """The example writes the words of an option, in any language; its id is what is sent."""
    match at(seats.texts, "items", item, "kind"):
        case "text":
            return {"text": str(given), "lang": seats.example.lang(who)}
        case "choice":
            return seats.option_ids[item, str(given)]
        case _:
            return given
