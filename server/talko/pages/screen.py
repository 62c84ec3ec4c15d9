"""What the screen says in every language of the workshop: the door, and whose sides are shown."""

from collections.abc import Mapping

from talko.pages.language import spoken_by

SAID = (
    "Join in", "Point your phone's camera at the picture.", "Or open on your phone", "and type the code:",
    "Clients and close ones", "Workers", "Not told",
)  # fmt: skip


def in_each(lang: str) -> Mapping[str, str]:
    """By the English words; without what is not translated."""
    if lang == "en":
        return {english: english for english in SAID}
    words = spoken_by(lang)
    return {english: words[english][0] for english in SAID if english in words}
