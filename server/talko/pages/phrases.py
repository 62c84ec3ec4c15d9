"""The words of a room: two common, kind words, so that screen and phone can be seen to belong together."""

import secrets

from talko.pages.language import beside

INSTEAD = "en"  # where a language has no rooms.txt


def words(lang: str) -> tuple[str, ...]:
    """One on each line of rooms.txt, beside the catalogue."""
    return beside(lang, "rooms.txt") or beside(INSTEAD, "rooms.txt")


def phrase(lang: str) -> str:
    first = secrets.choice(words(lang))
    return f"{first} {secrets.choice([word for word in words(lang) if word != first])}"
