"""How a paper is spoken: the words, days and numbers of one language."""

from functools import partial

from talko.pages.language import translations
from talko.pages.page import day, decimal
from talko.papers.said import Speech


def speech(lang: str) -> Speech:
    words = translations(lang)
    return Speech(lang, words.gettext, words.ngettext, partial(day, lang), partial(decimal, lang))
