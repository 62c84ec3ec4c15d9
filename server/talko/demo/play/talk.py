"""People listen, read or talk; what a table said is noted. Beside it they ask, and flag hard words."""

from __future__ import annotations

import asyncio

from talko.demo.client import Object
from talko.demo.play.coming import let_in
from talko.demo.play.seats import Seats, activity
from talko.demo.told import Flagged, Note, Question


async def discuss(seats: Seats, step: str) -> None:
    await show_cards(seats, step)
    await late(seats, step)
    notes = seats.example.activity(step).get("notes", [])
    seats.progress.begin(f"{step}: people talk", len(notes))
    if step == words_at(seats):
        await flag_words(seats)
    if step == questions_at(seats):
        await ask(seats)
    for nth, note in enumerate(notes):
        await seats.happened(step, nth, len(notes))
        seats.ids[note["id"]] = await write_down(seats, step, note)
    await seats.done_here(step)


async def show_cards(seats: Seats, step: str) -> None:
    """What was brought waits until whoever leads has read it."""
    await seats.look(step, lambda view: "life" in view, "has come")
    if is_to_be_read_first(seats, step):
        await seats.lead("open", step)
        await seats.see(step, "open")


def is_to_be_read_first(seats: Seats, step: str) -> bool:
    """Where nobody looks on, as the example tells: what was brought is read, not said."""
    if seats.sights:
        return activity(seats.sights[0], step)["life"] == "waiting"
    return step == words_at(seats)


async def late(seats: Seats, step: str) -> None:
    """Who comes after it has begun finds the door open."""
    for event in seats.example.of("join_late"):
        person = next(each for each in seats.example.people if each["id"] == event["who"])
        if step == talks(seats)[0] and person["id"] not in seats.phones:
            await seats.tempo.until(event["t"])
            await let_in(seats, person)


async def write_down(seats: Seats, step: str, note: Note) -> str:
    """By whoever hosts the table, or by the table's own people."""
    told: Object = {"text": note["text"], "lang": note.get("lang", seats.example.spoken)}
    if "table" in note:
        told["table"] = note["table"]
    if "by" in note:
        return await seats.say(note["by"], "add_note", step, told)
    return await seats.helper.send("add_note", step, told)


def talks(seats: Seats) -> list[str]:
    order = seats.texts["order"]
    assert isinstance(order, list)
    return [str(step) for step in order if seats.setting(str(step), "kind") == "discuss"]


def words_at(seats: Seats) -> str:
    """While people read."""
    return next((step for step in talks(seats) if seats.setting(step, "discuss", "mode") == "read"), "")


def questions_at(seats: Seats) -> str:
    """While people talk for the first time."""
    return next(
        (step for step in talks(seats) if seats.setting(step, "discuss", "mode") == "round_robin"), ""
    )


async def flag_words(seats: Seats) -> None:
    """Each word by so many people, never the same ones."""
    people = [person["id"] for person in seats.example.people]
    for nth, flagged in enumerate(seats.example.word_flags):
        start = 5 * nth
        who = [people[(start + each) % len(people)] for each in range(flagged["count"])]
        await flag(seats, flagged, who)


async def flag(seats: Seats, flagged: Flagged, who: list[str]) -> None:
    """The first says it; what they said is the word, also for those who say it after them."""
    said: Object = {"word": flagged["word"], "lang": seats.example.spoken}
    word = await seats.say(who[0], "flag_word", "", said)
    await asyncio.gather(*(seats.say(each, "flag_word", "", said) for each in who[1:]))
    await seats.lead("explain_word", "", {"word": word, "plain": flagged["plain"]})


async def ask(seats: Seats) -> None:
    async with asyncio.TaskGroup() as all_of_them:
        for question in seats.example.questions:
            all_of_them.create_task(ask_one(seats, question))


async def ask_one(seats: Seats, question: Question) -> None:
    lang = seats.example.lang(question["by"])
    id = await seats.say(question["by"], "ask_question", "", {"text": question["text"], "lang": lang})
    seats.ids[question["id"]] = id
    if question["answer"]:
        said: Object = {"question": id, "text": question["answer"], "lang": lang}
        if question.get("open"):
            said["open"] = True
        await seats.lead("answer_question", "", said)
