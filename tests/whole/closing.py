"""Closing: the gate is gone through, or some of it is left open and the plan says so."""

from talko.core import template
from tests.whole import planning
from tests.whole.choosing import answers, cast, latest
from tests.whole.driver import Play, steps


async def close(playing: Play) -> tuple[str, ...]:
    """What was missing in the end: nothing, where whoever leads mends what the gate names."""
    is_mended = playing.happens(0.75)
    if is_mended:
        await mend(playing)
    still_open = await leave_a_survey_open(playing)
    missing = tuple(playing.look["gate"]["missing"])
    assert not (is_mended and missing), (playing.room.template.id, missing)
    _, why, told = await playing.ask(playing.leads, "close_workshop")
    assert (why, tuple(told)) == (("not_finished", missing) if missing else ("", ()))
    if missing:
        await playing.lead("close_unfinished")
    assert playing.look["agenda"]["closed"]
    assert still_open is None or latest(playing)["ballots"] == still_open
    await playing.refused("workshop_over", playing.people[0], "ask_question", text="Entä nyt?", lang="fi")
    return missing


async def leave_a_survey_open(playing: Play) -> int | None:
    """How many had answered: that is counted when it is over."""
    at = playing.look["agenda"]["current"]
    if playing.here["kind"] != "survey" or playing.happens(0.8):
        return None
    await playing.lead("open", at)
    await cast(playing, at, {who: {"answers": answers(playing, at)} for who in playing.some()})
    return int(playing.here["answered"])


async def mend(playing: Play) -> None:
    await give_dates(playing)
    await park(playing)
    await report(playing)
    await attest(playing)
    for gap in playing.look["gate"]["missing"]:
        if "." in gap:
            await planning.say_again(playing, *gap.split("."))
    if "pilot_has_review_date" in playing.look["gate"]["missing"]:
        await give_a_review_date(playing)
    said = {"time": "13:00", "place": "Asukastalo", "what": playing.text()}
    await playing.say(playing.tends(), "set_contact", date=playing.in_days(30), **said)


async def park(playing: Play) -> None:
    """One of them is first put aside by mistake."""
    for id in playing.look["gate"]["unselected"]:
        asked = {"item": id, "decision": "later", "reason": playing.text(), "lang": "fi"}
        await playing.say(playing.tends(), "park", **asked)
        if playing.happens(0.1):
            await playing.say(playing.tends(), "unpark", item=id)
            await playing.say(playing.tends(), "park", **asked, owner="Riikka")


async def report(playing: Play) -> None:
    for id in playing.look["gate"]["previous"]:
        report = playing.chance.choice(["keep", "change", "stop", "spread"])
        said = {"report": report, "note": playing.text(), "lang": "fi"}
        await playing.say(playing.tends(), "report_item", card=id, **said)


async def attest(playing: Play) -> None:
    for rule in playing.look["gate"]["asked"]:
        for holds in (True, False, True):
            await playing.lead("attest", rule=rule, holds=holds)


async def give_dates(playing: Play) -> None:
    """What the group commits to may wait, but not for ever. Other things without a date need a reason."""
    check = playing.room.template.closing.commitment_check
    waits = [
        (at, round, its) for at, rounds in playing.look["later"].items() for round, its in rounds.items()
    ]
    for at, round, its in waits:
        if not its["decide_by"] and (at == check or playing.happens(0.5)):
            await playing.lead("decide_by", at, round=round, date=playing.in_days(10))


async def give_a_review_date(playing: Play) -> None:
    pilots = [step.id for step in steps(playing) if is_pilot(step.settings)]
    for id, its in playing.records.items():
        if its["in"] in pilots and "review_date" not in its and "dropped" not in its:
            await planning.say_again(playing, id, "review_date")


def is_pilot(settings: template.ActivitySettings) -> bool:
    return isinstance(settings, template.Plan) and settings.kind == "pilot"
