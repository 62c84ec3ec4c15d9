"""The two parts of the block: what is seen when the workshop is over, and what never is."""

from collections.abc import Callable, Iterator
from typing import Any

from talko.demo.expected.closing import closing
from talko.demo.expected.consents import consent
from talko.demo.expected.held import Held, Thing
from talko.demo.expected.meanings import MEANS
from talko.demo.expected.plans import plan
from talko.demo.expected.secret import secret
from talko.demo.expected.sides import mode_of, split
from talko.demo.expected.surveys import survey
from talko.demo.expected.votes import vote
from talko.demo.expected.wall import cluster, collect, discuss, field

KINDS: dict[str, Callable[[Held, Thing], Thing]] = {
    "discuss": discuss,
    "collect": collect,
    "cluster": cluster,
    "vote": vote,
    "consent": consent,
    "plan": plan,
    "survey": survey,
}
ABOUT = ("title", "question", "decision_scope", "ground_rules", "date", "start", "place")


def block(held: Held) -> Thing:
    seen = expected(held)
    return {"expected": {"means": MEANS, **seen}, "not_published": secret(held, seen)}


def expected(held: Held) -> Thing:
    field_cards = field(held)
    activities = {id: KINDS[step["type"]](held, step) for id, step in held.steps().items()}
    return {
        "about": {key: held.told[key] for key in ABOUT if key in held.told},
        "people": people(held),
        "contributions": contributions(held, [field_cards, activities]),
        "field": field_cards,
        "activities": activities,
        "questions": {each["id"]: question(held, each) for each in held.told["questions"]},
        "words": {each["word"]: {"flags": each["count"], "plain": each["plain"]} for each in words(held)},
        "closing": closing(held),
        "moments": [
            told for each in held.told["events"] for told in moment(held, each, [field_cards, activities])
        ],
    }


def people(held: Held) -> Thing:
    """By side only where every side may be counted, and once: who comes late does not move a number."""
    came = held.told["participants"]
    late = {each["who"] for each in held.told["events"] if each["type"] == "join_late"}
    as_ballots = [{"by": each["id"]} for each in came if each["id"] not in late]
    exact = mode_of(held, as_ballots) == "exact"
    sides = {side: len(some) for side, some in split(held, as_ballots).items()}
    left = {each["who"] for each in held.told["events"] if each["type"] == "leave"}
    return {"came": len(came), "left": len(left), **({"by_side": sides} if exact else {})}


def contributions(held: Held, wall: Any) -> Thing:
    """On the wall, and what the file holds beside it."""
    on_the_wall = len(list(texts(wall))) + len(held.told["questions"])
    ways = [way for way in ways_of_all_cards(held) if way]
    taken = {way: ways.count(way) for way in ("hidden", "withdrawn")}
    review = len(held.told.get("pilot_review", {}).get("cards", []))
    whole = {"in_the_file": on_the_wall + len(ways) + review}
    return {"on_the_wall": on_the_wall, **taken, "pilot_review": review, **whole}


def ways_of_all_cards(held: Held) -> list[str]:
    cards = [card for step in held.told["activities"].values() for card in step.get("cards", [])]
    return [card.get("status", "") for card in [*held.told["field_cards"], *cards]]


def texts(told: Any) -> Iterator[str]:
    """Cards, notes and open answers, wherever they stand; a concern belongs to its consent."""
    if isinstance(told, list):
        for each in told:
            yield from texts(each)
    elif isinstance(told, dict):
        yield from ([told["text"]] if "id" in told and "text" in told else [])
        yield from told.get("texts", [])
        yield from texts([value for key, value in told.items() if key != "texts"])


def question(held: Held, asked: Thing) -> Thing:
    answer = {"answer": asked["answer"]} if asked["answer"] else {}
    return {"text": asked["text"], "lang": held.lang(asked), **answer, "open": asked.get("open", False)}


def words(held: Held) -> list[Thing]:
    flagged: list[Thing] = held.told["word_flags"]
    return flagged


def moment(held: Held, event: Thing, wall: Any) -> list[Thing]:
    """What an awkward moment leaves to see; a phone that went and came back leaves nothing."""
    told: Thing = {key: event[key] for key in ("t", "type", "card", "activity") if key in event}
    if "card" in event:
        return [{**told, "on_the_wall": list(texts(wall)).count(text_of(held, event["card"]))}]
    if event["type"] == "extend":
        planned = held.steps()[event["activity"]]["minutes"]
        return [{**told, "minutes": planned + event["minutes"]}]
    if event["type"] in ("change_vote", "vote_after_close"):
        refused = {"refused": "activity_closed"} if event.get("rejected") else {}
        return [{**told, "ballots": len(held.happened(event["activity"])["ballots"]), **refused}]
    return []


def text_of(held: Held, card: str) -> str:
    cards = [each for step in held.told["activities"].values() for each in step.get("cards", [])]
    return next(str(each["text"]) for each in cards if each["id"] == card)
