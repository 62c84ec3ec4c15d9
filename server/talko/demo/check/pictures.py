"""What was shown, by ids of the workshop, as pictures by text that can be laid beside what is expected."""

from __future__ import annotations

import re
from collections.abc import Callable

from talko.demo.check.chosen import consent, survey, vote
from talko.demo.check.names import Names, Picture
from talko.demo.client import Json, Object, at, inside

DAY = re.compile(r" \d+\.\d+\.\d{4}$")
PARTS = {"sources", "owner", "owner_accepted", "owner_outside", "follower", "helpers", "proposed", "history",
         "dropped", "status"}  # fmt: skip


# What was written


def card(its: Json, names: Names) -> Picture:
    about = at(its, "item")
    told: Picture = {"lang": at(its, "lang")}
    told |= {key: value for key in ("feeling", "table") if (value := at(its, key)) is not None}
    told |= {"place": DAY.sub("", origin)} if isinstance(origin := at(its, "origin"), str) else {}
    return told | ({"about": names.get(about, about)} if isinstance(about, str) else {})


def cards(told: Json, names: Names) -> Picture:
    """Two cards may say the same: then how many do is in the picture."""
    found: Picture = {}
    for its in inside(told).values():
        text = str(at(its, "text"))
        while text in found:
            text += " (again)"
        found[text] = card(its, names)
    return found


def discuss(view: Object, names: Names) -> Picture:
    return {"visible": len(inside(view.get("notes"))), "notes": cards(view.get("notes"), names)}


def collect(view: Object, names: Names) -> Picture:
    return {"visible": len(inside(view.get("cards"))), "cards": cards(view.get("cards"), names)}


def cluster(view: Object, names: Names) -> Picture:
    lie = [(str(at(its, "text")), at(its, "theme")) for its in inside(view.get("cards")).values()]
    themes = {id: str(at(its, "name")) for id, its in inside(view.get("themes")).items()}
    members: Picture = {name: sorted(text for text, at in lie if at == id) for id, name in themes.items()}
    return {"themes": members, "others": sorted(text for text, theme in lie if theme not in themes)}


# What was agreed


def plan(view: Object, names: Names) -> Picture:
    records = [inside(its) for its in inside(view.get("records")).values()]
    told: Picture = {str(at(its, "what", "text")): record(its, names) for its in records}
    return {"count": len(records), "records": told}


def record(its: Object, names: Names) -> Picture:
    fields: Picture = {name: words(value) for name, value in its.items() if name not in PARTS}
    sources = its.get("sources")
    return {
        **fields,
        **{key: its[key] for key in ("owner", "follower", "status", "dropped") if key in its},
        "owner_accepted": its.get("owner_accepted") is True,
        "helpers": sorted(str(name) for name in inside(its.get("helpers")).values()),
        "sources": sorted(names.get(str(id), str(id)) for id in sources) if isinstance(sources, list) else [],
    }


def words(value: Json) -> Json:
    return at(value, "text") if isinstance(value, dict) else value


def asked(told: Json) -> Picture:
    return {str(at(its, "text")): question(inside(its)) for its in inside(told).values()}


def question(its: Object) -> Picture:
    answer: Picture = {"answer": its["answer"]} if "answer" in its else {}
    return {"lang": its.get("lang"), **answer, "open": "answer" not in its or its.get("open") is True}


def picture(kind: str, its: Object, names: Names) -> Picture:
    """What was passed over tells nothing of itself on the plan."""
    return {"result": "passed_over"} if its.get("passed_over") is True else KINDS[kind](its, names)


KINDS: dict[str, Callable[[Object, Names], Picture]] = {
    "discuss": discuss,
    "collect": collect,
    "cluster": cluster,
    "vote": vote,
    "survey": survey,
    "consent": consent,
    "plan": plan,
}
