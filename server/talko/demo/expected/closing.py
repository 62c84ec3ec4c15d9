"""The closing gate: what is missing, what stays open, and what was asked."""

from collections.abc import Callable
from dataclasses import replace

from talko.demo.expected.consents import proposal_of, results
from talko.demo.expected.held import Held, Thing
from talko.demo.expected.votes import options, vote


def closing(held: Held) -> Thing:
    """A refused try to close is followed by one more round of the commitment check."""
    tries = [each for each in held.told["events"] if each["type"].startswith("close")]
    return {
        "tries": [attempt(at(held, rounds)) for rounds, _ in enumerate(tries, start=1)],
        "ticks": {rule: holds(held) for rule, holds in rules(held).items()},
        "open": still_open(held),
        "next_contact": happened(held)["next_contact"],
    }


def attempt(held: Held) -> Thing:
    missing = gaps(held)
    return {"allowed": not missing, "missing": missing}


def at(held: Held, rounds: int) -> Held:
    """The workshop when the commitment check had had so many rounds."""
    check = held.template["closing"]["commitment_check"]
    cut = {**held.happened(check), "rounds": held.happened(check)["rounds"][:rounds]}
    return replace(held, told={**held.told, "activities": {**held.told["activities"], check: cut}})


def gaps(held: Held) -> list[str]:
    required = held.template["closing"]["action_requires"]
    fields = [f"{each['id']}.{key}" for each in actions(held) for key in required if is_empty(each.get(key))]
    few = ["min_actions"] if len(actions(held)) < held.template["closing"]["min_actions"] else []
    return [*few, *fields, *(rule for rule, holds in rules(held).items() if not holds(held))]


def is_empty(value: object) -> bool:
    return not (value.strip() if isinstance(value, str) else value)


def rules(held: Held) -> dict[str, Callable[[Held], bool]]:
    return {rule: RULES[rule] for rule in held.template["closing"]["rules"]}


def owner_is_not_follower(held: Held) -> bool:
    return all(each["owner"] != each["follower"] for each in actions(held))


def owner_is_person(held: Held) -> bool:
    people = {person["id"] for person in held.told["participants"]}
    return all(each["owner"] in people for each in actions(held))


def users_side_in_plan(held: Held) -> bool:
    sides = [held.person(each[key])["side"] for each in actions(held) for key in ("owner", "follower")]
    return "users" in sides


def commitment_check_done(held: Held) -> bool:
    check = held.template["closing"]["commitment_check"]
    rounds = [each for each in held.happened(check)["rounds"] if proposal_of(each) == "plan"]
    result = results(held, held.steps()[check])["plan"]
    return result == "accepted" or (result == "pending" and "decide_by" in rounds[-1])


def unselected_have_reason(held: Held) -> bool:
    """What came to a record all the same needs none."""
    reasons = {each["id"]: each["reason"] for each in happened(held)["parked"] if each["decision"]}
    needing = set(unselected(held)) - taken_up(held)
    return not any(is_empty(reasons.get(id)) for id in needing)


def taken_up(held: Held) -> set[str]:
    records = [each for step in held.told["activities"].values() for each in step.get("records", [])]
    return {id for each in records for id in [each.get("from", ""), *each.get("sources", [])]}


def next_contact_date(held: Held) -> bool:
    return not is_empty(happened(held)["next_contact"].get("date"))


RULES: dict[str, Callable[[Held], bool]] = {
    each.__name__: each
    for each in (
        *(owner_is_not_follower, owner_is_person, users_side_in_plan),
        *(commitment_check_done, unselected_have_reason, next_contact_date),
    )
}


def unselected(held: Held) -> list[str]:
    votes = [step for step in held.steps().values() if step["type"] == "vote"]
    return [id for step in votes for id in options(held, step) if id not in vote(held, step)["selection"]]


def still_open(held: Held) -> Thing:
    consents = [step for step in held.steps().values() if step["type"] == "consent"]
    ends = [end for step in consents for end in results(held, step).items()]
    asked = [each["id"] for each in held.told["questions"] if each.get("open")]
    return {"pending": [name for name, result in ends if result == "pending"], "questions": asked}


def actions(held: Held) -> list[Thing]:
    found: list[Thing] = happened(held)["records"]
    return found


def happened(held: Held) -> Thing:
    """The plan of actions, which the commitment check is about."""
    check = held.steps()[held.template["closing"]["commitment_check"]]
    return held.happened(check["from"][0]["activity"])
