"""What one who looks on should have seen in the end, and what they have seen."""

from __future__ import annotations

from talko.demo.check.names import Picture, names_in
from talko.demo.check.observed import Seen
from talko.demo.check.pictures import asked, cards, picture
from talko.demo.check.wanted import Block, activity, kind_at, names_of, questions
from talko.demo.check.wanted import cards as wanted_cards
from talko.demo.client import at, inside

NOTHING_YET: Picture = {"ballots": 0, "items": {}}
READS = {"n0": "field"}  # where the cards of the field are read


def for_who_looks_on(expected: Block, told_later: frozenset[str]) -> Picture:
    """A pilot is written before it is agreed; a question is shown when it is answered."""
    names = names_of(expected)
    pictures = {id: activity(proposed(its), names) for id, its in expected["activities"].items()}
    pictures |= dict.fromkeys(told_later, NOTHING_YET)
    return {
        "activities": {**pictures},
        "field": wanted_cards(expected["field"]["cards"], names),
        "joined": expected["people"]["came"] - expected["people"]["left"],
        "questions": {text: its for text, its in questions(expected).items() if "answer" in its},
        "words": {word: its["plain"] for word, its in expected["words"].items()},
        "contact": {**expected["closing"]["next_contact"]},
        "over": True,
    }


def proposed(step: Block) -> Block:
    if not any("review_date" in each for each in step.get("records", {}).values()):
        return step
    return {**step, "records": {id: {**its, "status": "proposed"} for id, its in step["records"].items()}}


def who_looked_on(seen: Seen, expected: Block) -> Picture:
    names = names_in({**seen.activities, "rest": seen.last})
    return {
        "activities": {id: picture(kind_at(expected, id), its, names) for id, its in seen.activities.items()},
        "field": cards(next((at(seen.activities.get(id), "cards") for id in READS), None), names),
        "joined": at(seen.last, "lobby", "joined"),
        "questions": asked(seen.last.get("questions")),
        "words": {str(at(its, "word")): at(its, "plain") for its in inside(seen.last.get("words")).values()},
        "contact": seen.last.get("contact"),
        "over": at(seen.last, "agenda", "closed"),
    }
