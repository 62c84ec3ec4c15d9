"""What the plan should say, when the workshop is over and days after, and what its data say."""

from __future__ import annotations

from collections.abc import Iterator

from talko.demo.check.names import Names, Picture, names_in
from talko.demo.check.pictures import asked, cards, picture
from talko.demo.check.wanted import Block, activity, answered_later, kind_at, kind_of, names_of, questions
from talko.demo.check.wanted import cards as wanted_cards
from talko.demo.client import Object, at, inside


def for_the_plan(expected: Block, *, later: bool) -> Picture:
    names = names_of(expected)
    steps = {id: after(its) if later else its for id, its in expected["activities"].items()}
    closing = expected["closing"]
    return {
        "about": about(expected["about"]),
        "people": {**expected["people"]},
        "field": wanted_cards(expected["field"]["cards"], names),
        "activities": {id: activity(its, names) for id, its in with_status(steps).items()},
        "taken away": {id: taken(its) for id, its in steps.items() if "hidden" in its},
        "questions": questions(expected),
        "words": {word: {**its} for word, its in expected["words"].items()},
        "targets": targets(steps),
        "ticks": sorted(rule for rule, holds in closing["ticks"].items() if holds),
        "parked": parked(steps, names),
        "pending": sorted(names[id] for id in closing["open"]["pending"] if not later or waits(steps, id)),
        "open questions": sorted(expected["questions"][id]["text"] for id in closing["open"]["questions"]),
        "contact": {**closing["next_contact"]},
        "finished": closing["tries"][-1]["allowed"],
        "missing": [called(names, key) for key in closing["tries"][-1]["missing"]],
        "on the wall": expected["contributions"]["on_the_wall"],
    }


def after(step: Block) -> Block:
    if kind_of(step) != "consent" or step.get("result") == "passed_over":
        return step
    return {id: answered_later(its) for id, its in step.items()}


def waits(steps: Block, id: str) -> bool:
    return any(
        step.get(id, {}).get("result") == "pending" for step in steps.values() if kind_of(step) == "consent"
    )


def with_status(steps: Block) -> Block:
    """A pilot's status is what the consent on it came to, also later."""
    results = {
        id: its["result"]
        for step in steps.values()
        if kind_of(step) == "consent" and step.get("result") != "passed_over"
        for id, its in step.items()
    }
    return {name: resulting(step, results) for name, step in steps.items()}


def resulting(step: Block, results: dict[str, str]) -> Block:
    if "records" not in step:
        return step
    told = {id: {**its, "status": results.get(id, its["status"])} for id, its in step["records"].items()}
    return {**step, "records": told}


def about(told: Block) -> Picture:
    """In the language that the page was asked in."""
    texts = {key: told[key]["fi"] for key in ("title", "question")}
    return {
        **texts,
        "decide": told["decision_scope"]["fi"],
        "rules": [*told["ground_rules"]],
        **{key: told[key] for key in ("date", "start", "place")},
    }


def taken(step: Block) -> Picture:
    return {"hidden": step["hidden"], "withdrawn": step["withdrawn"]}


def targets(steps: Block) -> Picture:
    return {item: {**its} for step in steps.values() for item, its in step.get("targets", {}).items()}


def parked(steps: Block, names: Names) -> Picture:
    every = {id: its for step in steps.values() for id, its in step.get("parked", {}).items()}
    return {its["name"]: put_aside(its, names) for its in every.values()}


def put_aside(its: Block, names: Names) -> Picture:
    target = {"target": names.get(its["target"], its["target"])} if "target" in its else {}
    return {key: its[key] for key in ("decision", "reason", "owner") if key in its} | target


def called(names: Names, key: str) -> str:
    """`A1.first_step` by what A1 is about."""
    record, dot, field = key.partition(".")
    return f"{names.get(record, record)}{dot}{field}"


def the_plan(data: Object, expected: Block) -> Picture:
    names, steps = names_in(data), inside(data.get("activities"))
    closing = inside(data.get("closing"))
    missing = data.get("missing")
    return {
        "about": {
            key: data.get(key) for key in ("title", "question", "decide", "rules", "date", "start", "place")
        },
        "people": came(inside(data.get("people"))),
        "field": cards(at(data, "brought", "field"), names),
        "activities": {id: picture(kind_at(expected, id), inside(its), names) for id, its in steps.items()},
        "taken away": {
            id: {way: at(its, way) for way in ("hidden", "withdrawn")}
            for id, its in steps.items()
            if "hidden" in inside(its)
        },
        "questions": asked(data.get("questions")),
        "words": {str(at(its, "word")): flagged(inside(its)) for its in inside(data.get("words")).values()},
        "targets": data.get("targets"),
        "ticks": sorted(rule for rule, holds in inside(closing.get("ticks")).items() if holds is True),
        "parked": {
            str(at(its, "name")): aside(inside(its), names) for its in inside(closing.get("parked")).values()
        },
        "pending": sorted(
            names.get(id, id) for its in inside(at(closing, "open", "pending")).values() for id in inside(its)
        ),
        "open questions": sorted(
            str(at(data, "questions", id, "text")) for id in inside(at(closing, "open", "questions"))
        ),
        "contact": closing.get("contact"),
        "finished": data.get("finished"),
        "missing": [called(names, str(key)) for key in missing] if isinstance(missing, list) else [],
        "on the wall": len(list(wall(data))),
    }


def came(people: Object) -> Picture:
    sides = {"by_side": people["sides"]} if "sides" in people else {}
    return {key: people.get(key) for key in ("came", "left")} | sides


def flagged(its: Object) -> Picture:
    return {key: its[key] for key in ("flags", "plain") if key in its}


def aside(its: Object, names: Names) -> Picture:
    target = its.get("target")
    told: Picture = {key: its[key] for key in ("decision", "reason", "owner") if key in its}
    return told | ({"target": names.get(target, target)} if isinstance(target, str) else {})


def wall(data: Object) -> Iterator[str]:
    """Every text that anybody can read: what was brought, cards, notes, open answers, questions."""
    shelves = [at(data, "brought", "field"), data.get("questions")]
    for its in inside(data.get("activities")).values():
        kinds = ("texts", "notes") if "themes" in inside(its) else ("texts", "notes", "cards")
        shelves += [at(its, key) for key in kinds]
    for shelf in shelves:
        yield from (str(at(card, "text")) for card in inside(shelf).values())
