"""Plans: records with the names of those who took them on, and what was put aside with a reason."""

from talko.demo.expected.consents import results
from talko.demo.expected.held import Held, Thing

FIELDS = {
    "action": (
        *("what", "first_step", "owner", "owner_accepted", "helpers", "due"),
        *("follower", "follow_how", "told_how", "pilot", "sources", "status"),
    ),
    "pilot": (
        *("what", "for_whom", "where", "start", "end", "when", "owner", "helpers"),
        *("prediction", "measure", "stop_if", "follower", "review_date", "sources"),
    ),
}
PEOPLE = ("owner", "follower", "helpers")


def plan(held: Held, step: Thing) -> Thing:
    happened = held.happened(step["id"])
    records = {each["id"]: record(held, step, each) for each in happened.get("records", [])}
    parked = {each["id"]: put_aside(held, each) for each in happened.get("parked", [])}
    return {"count": len(records), "records": records, **({"parked": parked} if parked else {})}


def record(held: Held, step: Thing, told: Thing) -> Thing:
    full = {**begun(held, step, told), **told}
    return named(held, {key: full[key] for key in FIELDS[step["kind"]] if key in full}) | status(
        held, step, told
    )


def begun(held: Held, step: Thing, told: Thing) -> Thing:
    """What a record has before anybody says anything of it."""
    return {"status": "open"} if step["kind"] == "action" else {"sources": [told["from"]]}


def status(held: Held, step: Thing, told: Thing) -> Thing:
    """A pilot's status is what the consent on it came to."""
    if step["kind"] == "action":
        return {}
    return {"status": agreed(held, step["id"]).get(told["id"], "proposed")}


def agreed(held: Held, plan: str) -> dict[str, str]:
    """What the consents on the records of a plan came to, by record."""
    asking = [step for step in held.steps().values() if step["type"] == "consent" and asks_about(step, plan)]
    return {name: result for step in asking for name, result in results(held, step).items()}


def asks_about(step: Thing, plan: str) -> bool:
    return {"activity": plan, "take": "records"} in step.get("from", [])


def put_aside(held: Held, told: Thing) -> Thing:
    title = next((each["name"] for each in themes(held) if each["id"] == told["id"]), "")
    return named(held, {"name": title, **{key: told[key] for key in told if key != "id"}})


def themes(held: Held) -> list[Thing]:
    return [theme for step in held.told["activities"].values() for theme in step.get("themes", [])]


def named(held: Held, told: Thing) -> Thing:
    """People as they want to be called; role and side never stand beside a name."""
    return {key: called(held, value) if key in PEOPLE else value for key, value in told.items()}


def called(held: Held, who: str | list[str]) -> str | list[str]:
    return [str(name(held, each)) for each in who] if isinstance(who, list) else name(held, who)


def name(held: Held, who: str) -> str:
    """Somebody who is not in the list of people is written by name: a named person from outside."""
    return held.person(who)["name"] or who


def who_took_on(held: Held) -> set[str]:
    """The ids of all who are named on the plan."""
    steps = held.told["activities"].values()
    told = [each for step in steps for key in ("records", "parked") for each in step.get(key, [])]
    return {id for each in told for key in PEOPLE for id in listed(each.get(key, []))}


def listed(who: str | list[str]) -> list[str]:
    return who if isinstance(who, list) else [who]
