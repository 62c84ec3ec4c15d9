"""Consents: each round's counts, concerns and result, and what those who asked for time answered later."""

from collections.abc import Sequence

from talko.demo.expected.held import Held, Thing

HIGHEST = {"five": 5, "three": 2}


def consent(held: Held, step: Thing) -> Thing:
    """A consent that was not held is told as passed over."""
    rounds = held.happened(step["id"]).get("rounds", [])
    if not rounds:
        return {"result": "passed_over"}
    names = dict.fromkeys(proposal_of(each) for each in rounds)
    return {
        name: proposal(held, step, [each for each in rounds if proposal_of(each) == name]) for name in names
    }


def proposal_of(round: Thing) -> str:
    return str(round.get("proposal", "plan"))


def proposal(held: Held, step: Thing, rounds: Sequence[Thing]) -> Thing:
    in_time = [each for each in rounds if "after_session" not in each]
    after = [each for each in rounds if "after_session" in each]
    told = [one_round(held, step, each) for each in in_time]
    last = in_time[-1]
    pending = told[-1]["result"] == "pending"
    return {
        "rounds": told,
        "result": told[-1]["result"],
        **({"decide_by": last["decide_by"]} if pending and "decide_by" in last else {}),
        **({"later": later(step, last, after)} if pending and after else {}),
    }


def one_round(held: Held, step: Thing, round: Thing) -> Thing:
    change = {"change": round["change"]} if "change" in round else {}
    concerns = [{"text": each["text"], "lang": held.lang(each)} for each in round["concerns"]]
    return {
        "round": round["round"],
        **change,
        **outcome(step, round["ballots"], is_last=round["round"] == step["max_rounds"]),
        "concerns": sorted(concerns, key=lambda each: each["text"]),  # loose: not in the order they came
    }


def later(step: Thing, asked: Thing, after: Sequence[Thing]) -> Thing:
    """The same round, completed by those who had asked for time, and by nobody else."""
    waited = {ballot["by"] for ballot in asked["ballots"] if ballot["level"] == "need_time"}
    answers = {b["by"]: b for round in after for b in round["ballots"] if b["by"] in waited}
    ballots = [answers.get(ballot["by"], ballot) for ballot in asked["ballots"]]
    is_last = asked["round"] == step["max_rounds"]
    return {"date": after[-1]["after_session"], **outcome(step, ballots, is_last=is_last)}


def outcome(step: Thing, ballots: Sequence[Thing], *, is_last: bool) -> Thing:
    levels = [ballot["level"] for ballot in ballots]
    scale = [*range(HIGHEST[step["scale"]], -1, -1), *(["need_time"] if step["need_time"] else [])]
    supports = {level: levels.count(level) for level in scale}
    return {"ballots": len(ballots), "supports": supports, "result": result(step, levels, is_last=is_last)}


def result(step: Thing, levels: Sequence[int | str], *, is_last: bool) -> str:
    """One support that is too low weighs more than one who needs time."""
    if not levels or any(isinstance(level, int) and level < step["pass_min"] for level in levels):
        return "unresolved" if is_last else "revise"
    return "pending" if "need_time" in levels else "accepted"


def results(held: Held, step: Thing) -> dict[str, str]:
    """What became of each proposal by the end of the workshop."""
    told = consent(held, step)
    return (
        {} if told.get("result") == "passed_over" else {name: each["result"] for name, each in told.items()}
    )
