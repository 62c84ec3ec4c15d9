"""Cards that say the same are put together: by who leads, or by the tables where they may."""

from __future__ import annotations

from collections.abc import Iterator

from talko.demo.client import Object
from talko.demo.example import Example
from talko.demo.play.seats import Seats
from talko.demo.told import Theme

DRAFT = "?"  # a name for the time being


async def cluster(seats: Seats, step: str) -> None:
    themes = seats.example.activity(step).get("themes", [])
    seats.progress.begin(f"{step}: cards are put together", len(themes))
    for nth, theme in enumerate(themes):
        await seats.happened(step, nth, len(themes))
        seats.ids[theme["id"]] = await make(seats, step, theme, nth)
    if len(themes) > 1:
        await think_again(seats, step, themes)
    await seats.done_here(step)


async def make(seats: Seats, step: str, theme: Theme, nth: int) -> str:
    """Its first card makes it, the others are moved there."""
    first, *others = of_theme(seats, theme["id"]) or [""]
    id = await said_by(seats, step, theme, nth, [first] if first else [])
    if others:
        await seats.lead("move_cards", step, {"cards": [*others], "theme": id})
    return id


async def said_by(seats: Seats, step: str, theme: Theme, nth: int, cards: list[str]) -> str:
    told: Object = {"name": theme["name"], "lang": seats.example.spoken, "cards": [*cards]}
    if seats.setting(step, "cluster", "who") == "facilitator":
        return await seats.lead("add_theme", step, told)
    hosts = list(seats.phones)
    return await seats.phones[hosts[nth % len(hosts)]].send("add_theme", step, told)


def of_theme(seats: Seats, theme: str) -> list[str]:
    return [seats.ids[id] for id, lies_in in lying(seats.example) if lies_in == theme]


def lying(example: Example) -> Iterator[tuple[str, str]]:
    """Of every text that stands, the theme in which it lies."""
    for brought in example.field_cards:
        yield brought["id"], brought.get("theme", "")
    for step in example.activities.values():
        for card in step.get("cards", []):
            if "status" not in card:
                yield card["id"], card.get("merged_into") or card.get("theme", "")
        for note in step.get("notes", []):
            yield note["id"], note.get("theme", "")


async def think_again(seats: Seats, step: str, themes: list[Theme]) -> None:
    """A name is changed and changed back, two are put together by mistake, and it is undone."""
    one, other = (seats.ids[theme["id"]] for theme in themes[:2])
    for name in (DRAFT, themes[0]["name"]):
        await seats.lead("name_theme", step, {"theme": one, "name": name, "lang": seats.example.spoken})
    await seats.lead("merge_themes", step, {"theme": one, "into": other})
    await seats.lead("undo", step)
