"""What was chosen and answered, as pictures by text."""

from __future__ import annotations

from collections.abc import Mapping

from talko.demo.check.names import WHOLE, Names, Picture
from talko.demo.client import Json, Object, at, inside


def nonzero(counts: Json) -> Picture:
    return {str(key): n for key, n in inside(counts).items() if n}


def ordered(ranks: Mapping[str, Json]) -> list[list[str]]:
    """Names from the first place on; equal ones stand together."""
    places = sorted({rank for rank in ranks.values() if isinstance(rank, int)})
    return [sorted(name for name, rank in ranks.items() if rank == place) for place in places]


def vote(view: Object, names: Names) -> Picture:
    """The first round: a run-off is another picture."""
    rounds = [its for its in inside(view.get("rounds")).values() if at(its, "nth") == 1]
    return result(inside(rounds[0]), names) if rounds else {"ballots": 0}


def result(round: Object, names: Names) -> Picture:
    options = {names.get(id, id): its for id, its in inside(round.get("options")).items()}
    dots = nonzero({name: at(its, "dots") for name, its in options.items()})
    rated: Picture = {name: rating(its) for name, its in options.items() if at(its, "ratings")}
    tied = round.get("tied")
    return {
        "ballots": round.get("ballots"),
        **({"dots": dots} if dots else {}),
        **({"options": rated} if rated else {}),
        "order": ordered({name: at(its, "rank") for name, its in options.items()}),
        "selection": sorted(name for name, its in options.items() if at(its, "selected") is True),
        "run_off": sorted(names.get(str(id), str(id)) for id in tied) if isinstance(tied, list) else [],
        "by_side": by_side(inside(round.get("by_side")), names),
    }


def rating(its: Json) -> Picture:
    told: Picture = {"ratings": at(its, "ratings"), "score": at(its, "score")}
    for criterion, each in inside(at(its, "criteria")).items():
        kept = {key: at(each, key) for key in ("mean", "median", "share_low")}
        told[criterion] = {**kept, "spread": nonzero(at(each, "spread"))}
    return told


def by_side(told: Object, names: Names) -> Picture:
    how = told.get("told")
    sides: Picture = {}
    for side, its in told.items():
        if side != "told":
            every = {names.get(id, id): each for id, each in inside(its).items()}
            sides[side] = (
                ordered({name: at(each, "rank") for name, each in every.items()})
                if how == "order_only"
                else {name: exact(each) for name, each in every.items()}
            )
    return {"told": how, **sides}


def exact(its: Json) -> Json:
    """Dots, or the score with the mean of each criterion."""
    if (dots := at(its, "dots")) is not None:
        return dots
    return {"score": at(its, "score"), **inside(at(its, "criteria"))}


def survey(view: Object, names: Names) -> Picture:
    rounds = [its for its in inside(view.get("rounds")).values() if at(its, "nth") == 1]
    if not rounds:
        return {"ballots": 0, "items": {}}
    items: Picture = {item: answers(its) for item, its in inside(at(rounds[0], "results", WHOLE)).items()}
    for item, texts in open_answers(view).items():
        items[item] = {"n": len(texts), "texts": sorted(texts)}
    return {"ballots": at(rounds[0], "ballots"), "items": items}


def answers(its: Json) -> Picture:
    kept = {key: value for key in ("n", "mean", "by_side") if (value := at(its, key)) not in (None, {})}
    counts = {key: n for key, n in nonzero(at(its, "counts")).items() if key != "na"}
    return {**kept, **({"counts": counts} if counts else {})}


def open_answers(view: Object) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for its in inside(view.get("texts")).values():
        found.setdefault(str(at(its, "item")), []).append(str(at(its, "text")))
    return found


def consent(view: Object, names: Names) -> Picture:
    """By what was asked about. One that nobody was asked about was passed over."""
    rounds = list(inside(view.get("rounds")).values())
    asked = {str(at(its, "proposal")): names.get(str(at(its, "proposal")), "?") for its in rounds}
    told: Picture = {
        name: proposal(at(view, "proposals", id, "result"), [r for r in rounds if at(r, "proposal") == id])
        for id, name in asked.items()
    }
    return told or {"result": "passed_over"}


def proposal(result: Json, rounds: list[Json]) -> Picture:
    dates = [date for its in rounds if (date := at(its, "decide_by"))]
    told: Picture = {str(at(its, "nth")): one_round(its) for its in rounds}
    return {"result": result, "rounds": told, **({"decide_by": dates[-1]} if dates else {})}


def one_round(its: Json) -> Picture:
    concerns = [f"{at(each, 'text')} ({at(each, 'lang')})" for each in inside(at(its, "concerns")).values()]
    return {
        "ballots": at(its, "ballots"),
        "supports": nonzero(at(its, "supports")),
        "result": at(its, "result"),
        "change": at(its, "wording") or "",
        "concerns": [*sorted(concerns)],
    }
