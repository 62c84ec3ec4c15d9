"""The block `expected` of an example as pictures by text: the ids of the file are its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from talko.demo.check.chosen import nonzero
from talko.demo.check.names import Names, Picture

Block: TypeAlias = "dict[str, Any]"
MARKS = {"notes": "discuss", "cards": "collect", "themes": "cluster", "records": "plan", "items": "survey",
         "order": "vote"}  # fmt: skip
OF_A_CARD = ("lang", "feeling", "table", "place")


def names_of(expected: Block) -> Names:
    found = {card["id"]: card["text"] for card in expected["field"]["cards"]}
    for step in expected["activities"].values():
        found |= {each["id"]: each["text"] for key in ("cards", "notes") for each in step.get(key, [])}
        found |= {id: theme["name"] for id, theme in step.get("themes", {}).items()}
        found |= {id: record["what"] for id, record in step.get("records", {}).items()}
    return {**found, "plan": "plan"}


def kind_of(step: Block) -> str:
    """By what only that kind has."""
    return next((kind for key, kind in MARKS.items() if key in step), "consent")


def kind_at(expected: Block, id: str) -> str:
    return kind_of(expected["activities"].get(id, {}))


def activity(step: Block, names: Names) -> Picture:
    return KINDS[kind_of(step)](step, names)


def cards(told: list[Block], names: Names) -> Picture:
    found: Picture = {}
    for each in told:
        text = each["text"]
        while text in found:
            text += " (again)"
        about = {"about": names.get(each["about"], each["about"])} if "about" in each else {}
        found[text] = {key: each[key] for key in OF_A_CARD if key in each} | about
    return found


def discuss(step: Block, names: Names) -> Picture:
    return {"visible": step["visible"], "notes": cards(step["notes"], names)}


def collect(step: Block, names: Names) -> Picture:
    return {"visible": step["visible"], "cards": cards(step["cards"], names)}


def cluster(step: Block, names: Names) -> Picture:
    themes = {each["name"]: sorted(names[id] for id in each["of"]) for each in step["themes"].values()}
    return {"themes": {**themes}, "others": sorted(names[id] for id in step["others"]["of"])}


def vote(step: Block, names: Names) -> Picture:
    """What nobody chose has no place."""
    zero = {id for id, n in step.get("dots", {}).items() if not n}
    order = [[names[id] for id in equals if id not in zero] for equals in step["order"]]
    dots = nonzero({names[id]: n for id, n in step.get("dots", {}).items()})
    rated: Picture = {names[id]: rating(its) for id, its in step.get("options", {}).items()}
    return {
        "ballots": step["ballots"],
        **({"dots": dots} if dots else {}),
        **({"options": rated} if rated else {}),
        "order": [sorted(equals) for equals in order if equals],
        "selection": sorted(names[id] for id in step["selection"]),
        "run_off": sorted(names[id] for id in step.get("run_off", [])),
        "by_side": by_side(step["by_side"], names),
    }


def rating(its: Block) -> Picture:
    return {key: {**each, "spread": nonzero(by_word(each["spread"]))} if isinstance(each, dict) else each
            for key, each in its.items()}  # fmt: skip


def by_word(counts: Mapping[Any, int]) -> Picture:
    return {str(key): n for key, n in counts.items()}


def by_side(told: Block, names: Names) -> Picture:
    return {key: told[key] if key == "told" else side(told[key], names) for key in told}


def side(told: Any, names: Names) -> Any:
    if isinstance(told, list):
        return [sorted(names[id] for id in equals) for equals in told]
    return {names[id]: each for id, each in told.items()}


def survey(step: Block, _: Names) -> Picture:
    return {"ballots": step["ballots"], "items": {item: answers(its) for item, its in step["items"].items()}}


def answers(its: Block) -> Picture:
    counts = nonzero(by_word(its.get("counts", {})))
    return {
        **{key: each for key, each in its.items() if key != "counts" and each != []},
        **({"counts": counts} if counts else {}),
    }


def consent(step: Block, names: Names) -> Picture:
    if step.get("result") == "passed_over":
        return {"result": "passed_over"}
    return {names[id]: proposal(its) for id, its in step.items()}


def proposal(its: Block) -> Picture:
    kept: Picture = {key: its[key] for key in ("result", "decide_by") if key in its}
    return {**kept, "rounds": {str(each["round"]): one_round(each) for each in its["rounds"]}}


def one_round(each: Block) -> Picture:
    return {
        "ballots": each["ballots"],
        "supports": nonzero(by_word(each["supports"])),
        "result": each["result"],
        "change": each.get("change", ""),
        "concerns": sorted(f"{concern['text']} ({concern['lang']})" for concern in each["concerns"]),
    }


def answered_later(its: Block) -> Block:
    """The last round, completed by who had asked for time."""
    if "later" not in its:
        return its
    after = {key: its["later"][key] for key in ("ballots", "supports", "result")}
    *before, last = its["rounds"]
    return {**its, "result": after["result"], "rounds": [*before, {**last, **after}]}


def plan(step: Block, names: Names) -> Picture:
    told = {each["what"]: record(each, names) for each in step["records"].values()}
    return {"count": step["count"], "records": {**told}}


def record(each: Block, names: Names) -> Picture:
    """A pilot is one of the sources of its actions. Who owns a pilot takes it on, and accepts by that."""
    apart = {"helpers", "sources", "pilot", "owner_accepted"}
    sources = [*each["sources"], *([each["pilot"]] if "pilot" in each else [])]
    return {
        **{key: value for key, value in each.items() if key not in apart},
        "owner_accepted": each.get("owner_accepted", True),
        "helpers": sorted(each.get("helpers", [])),
        "sources": sorted(names.get(id, id) for id in sources),
    }


def questions(expected: Block) -> dict[str, Any]:
    told = expected["questions"].values()
    return {its["text"]: {key: its[key] for key in ("lang", "answer", "open") if key in its} for its in told}


KINDS: dict[str, Callable[[Block, Names], Picture]] = {
    "discuss": discuss,
    "collect": collect,
    "cluster": cluster,
    "vote": vote,
    "survey": survey,
    "consent": consent,
    "plan": plan,
}
