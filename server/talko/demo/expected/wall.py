"""What was written: cards of the field, cards, notes, and the themes they were put in."""

from collections.abc import Iterable

from talko.demo.expected.held import Held, Thing

# Who wrote, who collected, and how a card came in are never told.
TOLD_OF_A_TEXT = ("id", "about", "text", "feeling", "place", "table")


def field(held: Held) -> Thing:
    return {
        "visible": len(standing(held.told["field_cards"])),
        "cards": texts(held, held.told["field_cards"]),
    }


def collect(held: Held, step: Thing) -> Thing:
    cards = held.happened(step["id"]).get("cards", [])
    ways = {way: sum(card.get("status") == way for card in cards) for way in ("hidden", "withdrawn")}
    return {"visible": len(standing(cards)), **ways, "cards": texts(held, cards)}


def discuss(held: Held, step: Thing) -> Thing:
    notes = held.happened(step["id"]).get("notes", [])
    return {"visible": len(standing(notes)), "notes": texts(held, notes)}


def cluster(held: Held, step: Thing) -> Thing:
    """Every text that stands is in one theme, or among the others."""
    lie = [(text["id"], theme_of(text)) for text in standing(gathered(held, step))]
    themes = {theme["id"]: theme["name"] for theme in held.happened(step["id"]).get("themes", [])}
    named = {
        theme: {"name": name, **counted(id for id, there in lie if there == theme)}
        for theme, name in themes.items()
    }
    return {"themes": named, "others": counted(id for id, there in lie if there not in themes)}


def counted(members: Iterable[str]) -> Thing:
    ids = list(members)
    return {"members": len(ids), "of": ids}


def gathered(held: Held, step: Thing) -> list[Thing]:
    """All cards and notes that an activity works on."""
    return [text for entry in step["from"] for text in brought(held, entry)]


def brought(held: Held, entry: Thing) -> list[Thing]:
    there = held.happened(entry["activity"]) if "activity" in entry else held.told
    found: list[Thing] = there.get(entry["take"], [])
    return found


def standing(cards: Iterable[Thing]) -> list[Thing]:
    return [card for card in cards if "status" not in card]


def texts(held: Held, cards: Iterable[Thing]) -> list[Thing]:
    return [shown(held, card) for card in standing(cards)]


def shown(held: Held, card: Thing) -> Thing:
    told = {key: card[key] for key in TOLD_OF_A_TEXT if key in card}
    theme = {"theme": theme_of(card)} if theme_of(card) else {}
    return {**told, **theme, "lang": held.lang(card)}


def theme_of(card: Thing) -> str:
    found: str = card.get("merged_into") or card.get("theme") or ""
    return found
