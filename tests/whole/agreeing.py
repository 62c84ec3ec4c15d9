"""How people agree, object, and ask for time; and what comes of it days later."""

from datetime import date
from typing import Any

from talko.core import template
from talko.core.template import Activity
from tests.whole.choosing import Cast, cast, latest, shut_and_open_again
from tests.whole.driver import Play
from tests.whole.people import Person


async def consent(playing: Play, activity: Activity) -> None:
    proposals = [id for id in playing.here["proposals"] if id != "all"]
    together = is_commitment(playing, activity.id) or not proposals or playing.happens(0.3)
    for proposal in ["all"] if together else proposals:
        await ask_about(playing, activity, proposal)


def is_commitment(playing: Play, at: str) -> bool:
    return playing.room.template.closing.commitment_check == at


async def ask_about(playing: Play, activity: Activity, proposal: str) -> None:
    """What is changed is asked about again, as often as it may be."""
    settings = activity.settings
    assert isinstance(settings, template.Consent)
    for nth in range(settings.max_rounds):
        await ask_once(playing, activity, (proposal, nth))
        if latest(playing)["result"] != "revise":
            break
    await settle(playing, activity.id, proposal)


async def ask_once(playing: Play, activity: Activity, asked: tuple[str, int]) -> None:
    settings, at, (proposal, nth) = activity.settings, activity.id, asked
    assert isinstance(settings, template.Consent)
    wording = {"wording": playing.text(), "lang": "fi"} if nth else {}
    await playing.lead("open_round", at, proposal=proposal, **wording)
    calm = is_commitment(playing, at) or nth > 0
    choices: Cast = {who: support(playing, settings, calm=calm) for who in playing.some()}
    if all(each["support"] == "need_time" for each in choices.values()):
        choices[next(iter(choices))] = {"support": settings.pass_min}
    await cast(playing, at, choices)
    await shut_and_open_again(playing, at)
    await playing.lead("reveal", at)
    assert latest(playing)["ballots"] == len(choices)
    await hear_concerns(playing, at)


def support(playing: Play, settings: template.Consent, *, calm: bool) -> dict[str, Any]:
    """Who objects says why, on the phone or aloud."""
    highest, chance = 5 if settings.scale == "five" else 2, playing.chance.random()
    if settings.need_time and chance < 0.06:
        return {"support": "need_time"}
    if not calm and chance < 0.16:
        why = {"aloud": True} if chance < 0.09 else {"text": playing.text(), "lang": "fi"}
        return {"support": settings.pass_min - 1, **why}
    return {"support": playing.chance.randint(settings.pass_min, highest)}


async def hear_concerns(playing: Play, at: str) -> None:
    round = playing.here["round"]
    if playing.happens(0.2):
        text = playing.text()
        id = await playing.say(playing.tends(), "note_concern", at, round=round, text=text, lang="fi")
        assert latest(playing)["concerns"][id] == {"text": text, "lang": "fi"}
    if (concerns := latest(playing)["concerns"]) and playing.happens(0.4):
        id = playing.chance.choice([*concerns])
        await playing.hide(at, id, concerns[id]["text"])


async def settle(playing: Play, at: str, proposal: str) -> None:
    """What came to nothing is decided by whoever leads, or stays as it is; what waits gets a date, mostly."""
    match latest(playing)["result"]:
        case "pending" if playing.happens(0.8):
            round, day = playing.here["round"], playing.in_days(playing.chance.randint(3, 40))
            await playing.lead("decide_by", at, round=round, date=day)
            await playing.refused("not_now", playing.leads, "open_round", at, proposal=proposal)
        case "unresolved" if playing.happens(0.8):
            decision = playing.chance.choice(["rejected", "differing"])
            await playing.lead("settle", at, proposal=proposal, decision=decision)
            await playing.refused("settled", playing.leads, "open_round", at, proposal=proposal)
        case "accepted":
            await playing.refused("settled", playing.leads, "open_round", at, proposal=proposal)


# Later, each by their own phone


def those_who_asked_for_time(playing: Play) -> list[tuple[Person, str, str]]:
    """With the activity and the round."""
    return [
        (who, at, round)
        for who in playing.came
        for at, rounds in playing.mine(who).get("later", {}).items()
        for round in rounds
    ]


async def answer_late(playing: Play) -> None:
    """In a later step, or in another meeting."""
    for who, at, round in those_who_asked_for_time(playing):
        if who in playing.people and playing.happens(0.1):
            await answer(playing, who, (at, round))


async def answer(playing: Play, who: Person, asked: tuple[str, str]) -> None:
    at, round = asked
    settings = template.activities(playing.room.template)[at].settings
    assert isinstance(settings, template.Consent)
    choice = {**support(playing, settings, calm=False), "aloud": False}
    if choice["support"] == "need_time":
        await playing.refused("no_time_to_think", who, "cast", at, round=round, n=9, choice=choice)
        choice = {"support": settings.pass_min}
    if choice["support"] < settings.pass_min and "text" not in choice:
        await playing.refused("text_needed", who, "cast", at, round=round, n=9, choice=choice)
        choice["text"], choice["lang"] = playing.text(), "fi"
    await playing.say(who, "cast", at, round=round, n=9, choice=choice)
    assert round not in playing.mine(who).get("later", {}).get(at, {})


async def wait_for_time(playing: Play) -> None:
    """After closing: some answer before the day, others let it pass, and then nobody can answer any more."""
    for who, at, round in those_who_asked_for_time(playing):
        if playing.happens(0.5) and playing.mine(who).get("later", {}).get(at, {}).get(round):
            await playing.pass_days(1)
            if round in playing.look["later"].get(at, {}):
                await answer(playing, who, (at, round))
    waits = {(at, round): its["decide_by"] for at, rounds in playing.look["later"].items()
             for round, its in rounds.items()}  # fmt: skip
    if waits:
        last = date.fromisoformat(max(waits.values()))
        await playing.pass_days((last - playing.today).days + 1)
        assert playing.look["later"] == {}
