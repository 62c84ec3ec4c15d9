"""Is what participants read said plainly? The interface is asked the same as the prompts of a template."""

from collections.abc import Iterator, Mapping

from babel.messages.catalog import Message

from talko.core.template_file.plain_language import in_text
from talko.core.template_file.problem import WORDS
from talko.pages.language import LANGUAGES, beside, catalogue, texts

# Where only whoever leads or runs a workshop reads; everything else is for whoever holds a phone.
FOR_FACILITATORS = (
    "client/js/console", "client/pages/cards.html", "client/pages/choose.html",
    "client/pages/console.html", "client/pages/delete.html", "client/pages/home.html",
    "client/pages/once.html", "client/pages/owners.html", "client/pages/print.html",
    "client/pages/setup.html", "client/pages/workshop.html", "server/talko/pages/guide_words.py",
)  # fmt: skip
# What the law asks for is long. It begins with what it says in short, in a file of its own, which is judged.
LONG = ("client/pages/accessibility.html",)


def avoided() -> Mapping[str, tuple[str, ...]]:
    return {lang: beside(lang, "avoided.txt") for lang in LANGUAGES}


def in_catalogue(lang: str) -> Iterator[str]:
    """What is wrong with the words of participants, in words."""
    words = beside(lang, "avoided.txt")
    for each in for_participants(lang):
        for text in said(each):
            for why, values in in_text(text, lang, words):
                yield WORDS[why].format_map({"place": f"“{text}”", **values})


def for_participants(lang: str) -> list[Message]:
    return [each for each in catalogue(lang) if each.id and any(map(is_for_all, places(each)))]


def places(message: Message) -> set[str]:
    return {place for place, _ in message.locations}


def is_for_all(place: str) -> bool:
    return not place.startswith((*FOR_FACILITATORS, *LONG))


def said(message: Message) -> tuple[str, ...]:
    """English stands in the code, and its catalogue is empty."""
    if any(texts(message)):
        return texts(message)
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)
