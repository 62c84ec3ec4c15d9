"""What the screen says in every language of the workshop: the door, whose sides are shown, what goes on."""

from collections.abc import Mapping

from talko.pages.language import spoken_by

SAID = (
    "Join in", "Point your phone's camera at the picture.", "Or open on your phone", "and type the code:",
    "Clients and close ones", "Workers", "Not told", "have answered", "Break until {time}",
    "You can choose soon. Think in peace.", "The vote is closed. The result comes soon.", "Result",
    "The round is closed. The result comes soon.", "Concerns", "Needs time",
    "Accepted", "We change it and ask again", "Waits for an answer", "Stays open", "We do not do this",
    "We see it in different ways",
    "You can answer soon.", "The answers come soon.", "Answers", "In own words",
)  # fmt: skip


def in_each(lang: str) -> Mapping[str, str]:
    """By the English words; without what is not translated."""
    if lang == "en":
        return {english: english for english in SAID}
    words = spoken_by(lang)
    return {english: words[english][0] for english in SAID if english in words}
