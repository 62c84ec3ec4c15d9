"""Is it good enough? A concern is heard, what is proposed is changed, and it is asked again."""

from __future__ import annotations

from collections.abc import Iterator

from talko.demo.client import Object, at
from talko.demo.play.closing import leave, try_to_close
from talko.demo.play.plans import change
from talko.demo.play.seats import Seats
from talko.demo.play.votes import cast, opened
from talko.demo.told import Round

WHOLE = "all"  # the whole plan at once


async def consent(seats: Seats, step: str) -> None:
    """One that nobody is asked about is passed over."""
    rounds = [each for each in seats.example.activity(step).get("rounds", []) if "after_session" not in each]
    if is_commitment(rounds):
        await leave(seats)
    for each in rounds:
        await one_round(seats, step, each)
        if is_commitment(rounds) and each is not rounds[-1]:
            await try_to_close(seats)


def is_commitment(rounds: list[Round]) -> bool:
    return bool(rounds) and all("proposal" not in each for each in rounds)


async def one_round(seats: Seats, step: str, told: Round) -> None:
    if "change" in told:
        await change(seats, step, told)
    round = await opened(seats, step, *question(seats, told))
    seats.ids[f"{step} {proposal(told)} {told['round']}"] = round
    await cast(seats, step, round, {each["by"]: support(seats, told, each["by"]) for each in told["ballots"]})
    await seats.lead("close", step)
    await seats.lead("reveal", step)
    await seats.see(step, "revealed")
    if "decide_by" in told:
        await seats.lead("decide_by", step, {"round": round, "date": told["decide_by"]})
        await seats.look(step, lambda view: bool(at(view, "rounds", round, "decide_by")), "with a date")


def proposal(told: Round) -> str:
    return told.get("proposal", WHOLE)


def question(seats: Seats, told: Round) -> tuple[str, Object]:
    """The whole plan is asked about by opening; what was changed is said with a later round."""
    if proposal(told) == WHOLE and "change" not in told:
        return "open", {}
    about: Object = {"proposal": seats.ids.get(proposal(told), WHOLE)}
    changed: Object = {"wording": told["change"], "lang": seats.example.spoken} if "change" in told else {}
    return "open_round", {**about, **changed}


def support(seats: Seats, told: Round, who: str) -> Object:
    level = next(each["level"] for each in told["ballots"] if each["by"] == who)
    said = next((each["text"] for each in told["concerns"] if each["by"] == who), "")
    concern: Object = {"text": said, "lang": seats.example.lang(who)} if said else {}
    return {"support": level, **concern}


async def answer_later(seats: Seats) -> None:
    """Days after, when the workshop is over: on the phone of whoever asked for time."""
    for day, step, told in sorted(answers(seats), key=lambda each: each[0]):
        seats.progress.begin(f"{day}: who asked for time answers", 0)
        await seats.move_clock(day)
        await answer(seats, step, told)


def answers(seats: Seats) -> Iterator[tuple[str, str, Round]]:
    """The day, the consent and what was answered."""
    for step, happened in seats.example.activities.items():
        for told in happened.get("rounds", []):
            if "after_session" in told:
                yield told["after_session"], step, told


async def answer(seats: Seats, step: str, told: Round) -> None:
    """Into the round in which time was asked for."""
    waited = seats.ids[f"{step} {proposal(told)} {told['round'] - 1}"]
    await cast(
        seats, step, waited, {each["by"]: support(seats, told, each["by"]) for each in told["ballots"]}
    )
