"""How people vote, rate and answer: drawn around what a theme is worth to them."""

from __future__ import annotations

from talko.demo.invent import phrases
from talko.demo.invent.draw import Draw, Thing

BUDGET, MOST_ON_ONE = 3, 2
SCALES = ("say", "heard", "words", "time", "safe", "equal", "influence", "next")
LOAD = ("Ei raskas", "Vähän raskas", "Too tiring")
LEVEL = (
    "Sain tietoa",
    "Kerroin mielipiteeni",
    "Kehitin yhdessä muiden kanssa",
    "Päätin yhdessä muiden kanssa",
)


def dots(draw: Draw, people: list[Thing], themes: list[str]) -> list[Thing]:
    worth = {theme: draw.random.uniform(0.2, 3) for theme in themes}
    voting = [person for person in people if draw.chance(0.95)]
    return [{"by": person["id"], "dots": spread(draw, worth)} for person in voting]


def spread(draw: Draw, worth: dict[str, float]) -> dict[str, int]:
    """Some use fewer than they have."""
    put: dict[str, int] = {}
    for _ in range(draw.weighted((BUDGET, BUDGET - 1, 1), (8, 1, 1))):
        free = [theme for theme in worth if put.get(theme, 0) < MOST_ON_ONE]
        theme = draw.weighted(free, (worth[each] for each in free))
        put[theme] = put.get(theme, 0) + 1
    return put


def ratings(draw: Draw, people: list[Thing], themes: list[str]) -> list[Thing]:
    """Not everybody rates everything, and users and workers may see it differently."""
    worth = {
        theme: {"benefit": draw.random.uniform(2, 5), "ease": draw.random.uniform(2, 5)} for theme in themes
    }
    lean = {"users": 0.4, "workers": -0.4, "unknown": 0.0}
    rating = [person for person in people if draw.chance(0.95)]
    given = [
        {theme: {c: number(draw, mean + lean[person["side"]]) for c, mean in worth[theme].items()}
         for theme in themes if draw.chance(0.93)}
        for person in rating
    ]  # fmt: skip
    return [{"by": each["id"], "ratings": its} for each, its in zip(rating, given, strict=True) if its]


def number(draw: Draw, around: float) -> int:
    return min(5, max(1, round(draw.random.gauss(around, 0.9))))


def pulse(draw: Draw, people: list[Thing]) -> Thing:
    return {"item": "pulse_in", "answers": {each["id"]: number(draw, 3.7) for each in people}}


def evaluation(draw: Draw, people: list[Thing]) -> list[Thing]:
    answering = [person for person in people if draw.chance(0.9)]
    return [{"by": person["id"], "answers": answers(draw, person)} for person in answering]


def answers(draw: Draw, person: Thing) -> Thing:
    scales: Thing = {item: "na" if draw.chance(0.04) else number(draw, 3.9) for item in SCALES}
    told = {**scales, "load": draw.one(LOAD), "level": draw.one(LEVEL)}
    for item, parts in (("open_good", phrases.GOOD), ("open_fix", phrases.TO_FIX)):
        if draw.chance(0.15) and draw.has(parts[person["lang"]]):
            told[item] = draw.said(parts, person["lang"])[0]
    return told
