"""What participants read is short and in common words, in every language."""

from pathlib import Path

import pytest

from talko.core.template_file.plain_language import in_text
from talko.folders import CHECKOUT
from talko.pages import plain
from talko.pages.language import LANGUAGES


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista.",
            "long_sentence",
        ),
        ("Kohtaamispaikkatoiminta alkaa.", "long_word"),
        ("Fasilitaattori auttaa.", "avoided_word"),
        ("Eikö se ole hyvä?", "leading_word"),
    ],
)
def test_what_is_not_plain_is_found(text: str, why: str) -> None:
    assert [each for each, _ in in_text(text, "fi", plain.avoided()["fi"])] == [why]


def test_words_of_the_field_may_be_long() -> None:
    assert list(in_text("Kokemusasiantuntija kertoo.", "fi", ())) == []


def test_everything_is_for_participants_that_is_not_known_to_be_for_whoever_leads() -> None:
    judged = {place for each in plain.for_participants("fi") for place in plain.places(each)}
    for place in (
        "client/js/phone.js",
        "client/js/screen/vote.js",
        "client/pages/join.html",
        "client/pages/sorry.html",
    ):
        assert place in judged
    assert plain.is_for_all("client/pages/something_new.html")
    assert not plain.is_for_all("client/js/console/desk.js")


@pytest.mark.parametrize("place", [*plain.FOR_FACILITATORS, *plain.LONG])
def test_what_is_not_judged_is_there(place: str) -> None:
    assert Path(CHECKOUT / place).exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_words_to_avoid(lang: str) -> None:
    words = plain.avoided()[lang]
    assert len(words) > 5 and list(words) == [word.lower() for word in words]
