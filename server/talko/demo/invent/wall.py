"""What is brought and written, what is taken away again, and under which name it comes together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from talko.demo.invent import phrases
from talko.demo.invent.draw import Draw, Parts, Thing


def field_cards(draw: Draw, day: date, themes: list[str]) -> list[Thing]:
    collectors = ["p01", "p02"]
    return [
        {
            "id": f"f{nth:02}",
            "feeling": draw.random.randint(-2, 2),
            "text": draw.text(phrases.FIELD["fi"]),
            "theme": draw.one(themes),
            "place": draw.one(phrases.FOUND_AT),
            "date": str(day - timedelta(days=draw.random.randint(5, 20))),
            "collector": draw.one(collectors),
            "permission": True,
            "lang": "fi",
        }
        for nth in range(1, draw.random.randint(6, 20))
    ]


def needs(draw: Draw, people: list[Thing], themes: list[str]) -> list[Thing]:
    wanted = [person for person in people for _ in range(draw.random.randint(0, 3))]
    cards = [written(draw, person, phrases.NEEDS) | maybe(draw, themes) for person in wanted]
    return [*numbered("n", cards), *taken_away(draw, people)]


def written(draw: Draw, person: Thing, parts: Mapping[str, Parts]) -> Thing:
    text, lang = draw.said(parts, person["lang"])
    entry = "proxy" if person["join"] == "helper" else "self"
    return {"by": person["id"], "text": text, "entry": entry, "lang": lang}


def maybe(draw: Draw, themes: list[str]) -> Thing:
    """A few cards lie in no theme, among the others."""
    return {"theme": draw.one(themes)} if draw.chance(0.93) else {}


def taken_away(draw: Draw, people: list[Thing]) -> list[Thing]:
    """One names somebody and is hidden, another is taken back. Who has no phone says it to a helper."""
    by_phone = [person["id"] for person in people if person["join"] != "helper"]
    named = f"Työntekijä {draw.one(phrases.SURNAMES)} ei vastaa minulle."
    hidden = {"text": named, "status": "hidden", "hidden_reason": "person_name"}
    return [
        {"id": "nh", "by": draw.one(by_phone), **hidden},
        {"id": "nw", "by": draw.one(by_phone), "text": "Tämän otan takaisin.", "status": "withdrawn"},
    ]


def numbered(letter: str, cards: list[Thing]) -> list[Thing]:
    return [{"id": f"{letter}{nth:02}", **card} for nth, card in enumerate(cards, 1)]


def notes(draw: Draw, themes: list[str]) -> list[Thing]:
    return [
        {"id": f"m{table}", "table": table, "text": draw.text(phrases.NOTES), "theme": draw.one(themes)}
        for table in range(1, draw.random.randint(2, 6))
    ]


def ideas(draw: Draw, people: list[Thing], about: list[str], themes: list[str]) -> list[Thing]:
    """Each about something that was selected; each theme has at least one."""
    wanted = [*themes, *(draw.one(themes) for _ in people if draw.chance(0.5))]
    cards = [written(draw, draw.one(people), phrases.IDEAS) for _ in wanted]
    merged = [
        {**card, "about": draw.one(about), "merged_into": id} for card, id in zip(cards, wanted, strict=True)
    ]
    return numbered("i", at_most(merged, 4))


def signs(draw: Draw, people: list[Thing], pilots: list[str]) -> list[Thing]:
    cards = [
        {"about": pilot, **written(draw, draw.one(people), phrases.SIGNS)}
        for pilot in pilots
        for _ in range(2)
    ]
    return numbered("v", at_most(cards, 2))


def at_most(cards: list[Thing], each: int) -> list[Thing]:
    """So many of one person."""
    so_far: dict[str, int] = {}
    kept = []
    for card in cards:
        so_far[card["by"]] = so_far.get(card["by"], 0) + 1
        kept += [card] if so_far[card["by"]] <= each else []
    return kept


def themes(letter: str, names: tuple[str, ...], draw: Draw, at_least: int) -> list[Thing]:
    chosen = draw.some(names, at_least, len(names))
    return [{"id": f"{letter}{nth}", "name": name} for nth, name in enumerate(chosen, 1)]
