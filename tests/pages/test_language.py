"""Every word that the code says is in every language, and what participants read is plain in each."""

import json
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from starlette.requests import Request

from talko.core.people import Why
from talko.folders import CHECKOUT
from talko.pages import plain, speak
from talko.pages.extract import found
from talko.pages.language import (
    LANGUAGES,
    accepted,
    catalogue,
    choose,
    chosen,
    is_translated,
    spoken_by,
    texts,
    translations,
)  # fmt: skip
from talko.pages.speak import translated
from talko.pages.static import assets

PUT_IN = re.compile(r"\{\w+\}|%\(\w+\)s")
NO_TRANSLATION = {"en"}  # its words stand in the code


def missing(code: Catalog, known: Catalog) -> list[str]:
    return [str(message.id) for message in code if message.id and not is_known(known.get(message.id))]


def is_known(message: Message | None) -> bool:
    return message is not None and is_translated(message)


@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) - NO_TRANSLATION))
def test_every_word_of_the_code_is_translated(lang: str) -> None:
    assert missing(found(CHECKOUT), catalogue(lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_catalogues_are_as_the_extraction_would_leave_them(lang: str) -> None:
    """After a change of words: `python -m talko.pages.extract`."""
    said, known = found(CHECKOUT), catalogue(lang)
    assert places(said) == places(known)


def places(catalog: Catalog) -> dict[str, set[str]]:
    return {str(each.id): {place for place, _ in each.locations} for each in catalog if each.id}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_participants_read_is_plain(lang: str) -> None:
    assert list(plain.in_catalogue(lang)) == []


def test_a_word_without_a_translation_is_caught(tmp_path: Path) -> None:
    written = {
        "pages/a.html": "{% trans %}From a page{% endtrans %} {{ _('And another') }}",
        "js/a.js": 'html`<p>${x ? html`<b>${t("Within {n}", { n })}</b>` : tn("{n} one", "{n} many", n)}`;',
    }
    for name, text in written.items():
        (tmp_path / "client" / name).parent.mkdir(parents=True)
        (tmp_path / "client" / name).write_text(text)
    said = ["From a page", "And another", "Within {n}", "('{n} one', '{n} many')"]
    assert sorted(missing(found(tmp_path), catalogue("fi"))) == sorted(said)


def test_an_unsure_translation_is_caught() -> None:
    code, known = Catalog(), Catalog(locale="fi")
    code.add("Hello")
    known.add("Hello", "Hei", flags=["fuzzy"])
    assert missing(code, known) == ["Hello"]


def test_scripts_say_only_what_can_be_found() -> None:
    """`t(` is always followed by the words themselves, so that nothing is missed."""
    for file in sorted((CHECKOUT / "client" / "js").rglob("*.js")):
        calls = re.findall(r"(?<![\w.$])tn?\((?!\w+[,)] *(?:\w|\{))[^\n]*", file.read_text())
        assert [
            call for call in calls if not re.match(r'tn?\(\s*"', call) and call.strip() not in ("t(", "tn(")
        ] == []


@pytest.mark.parametrize("lang", sorted(set(LANGUAGES) - NO_TRANSLATION))
def test_a_translation_puts_in_the_same_values(lang: str) -> None:
    for message in catalogue(lang):
        for text in texts(message) if message.id else ():
            assert set(PUT_IN.findall(text)) == set(PUT_IN.findall(str(message.id))), message.id


def test_the_many_are_spoken_of_in_both_languages() -> None:
    one, many = "The group and its %(n)s workshop.", "The group and its %(n)s workshops."
    assert [translations("en").ngettext(one, many, n) for n in (0, 1, 2)] == [many, one, many]
    finnish = translations("fi")
    assert finnish.ngettext(one, many, 1) == "Ryhmä ja sen %(n)s työpaja."
    assert finnish.ngettext(one, many, 0) == finnish.ngettext(one, many, 5) == "Ryhmä ja sen %(n)s työpajaa."


# What scripts say


def test_what_a_script_says_is_said_in_the_readers_language() -> None:
    source = 'say(t("Saved")); tn("{n} card", "{n} cards", n); t("Not in any catalogue"); set("Saved");'
    said = translated(source, "fi")
    (saved,), (one, many) = spoken_by("fi")["Saved"], spoken_by("fi")["{n} card"]
    assert said == (f'say(t("{saved}")); tn("{one}", "{many}", n); t("Not in any catalogue"); set("Saved");')
    assert translated(source, "en") == source


@pytest.mark.parametrize(
    ("forms", "said"),
    [(("a",), '"a", "m", n'), (("a", "b"), '"a", "b", n'), (("a", "b", "c"), '"a", ["b", "c"], n')],
)
def test_a_language_may_have_any_number_of_plurals(
    forms: tuple[str, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speak, "spoken_by", lambda lang: {"o": forms})
    assert speak.translated('tn("o", "m", n)', "xx") == f"tn({said})"


def test_every_word_of_the_scripts_is_in_what_phones_load() -> None:
    loaded = "".join(
        each.body.decode() for name, each in assets().by_name.items() if name.startswith("js/fi/")
    )
    words = [
        text
        for message in catalogue("fi")
        if message.id and any(place.startswith("client/js/") for place, _ in message.locations)
        for text in texts(message)
    ]
    assert len(words) > 100 and [text for text in words if text not in loaded] == []


def test_every_refusal_has_words() -> None:
    source = (CHECKOUT / "client" / "js" / "refusals.js").read_text()
    whys = re.findall(r'"(\w+)"', json.dumps([str(why) for part in Why.__args__ for why in part.__args__]))
    assert [why for why in whys if f"{why}: t(" not in source] == []


# Which language


def asked(query: str = "", cookie: str = "", accept: str = "") -> Request:
    headers = [(b"cookie", f"talko-lang={cookie}".encode()), (b"accept-language", accept.encode())]
    return Request(
        {"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": headers}
    )


@pytest.mark.parametrize("accept", ["", "*", "xx", "fi;q=x", ";;;,", "de-DE,de;q=0.9"])
def test_who_asks_for_no_language_of_ours_is_spoken_to_in_the_first(accept: str) -> None:
    assert choose(asked(accept=accept)) == "fi"


def test_the_address_comes_before_the_cookie_and_the_cookie_before_the_browser() -> None:
    assert choose(asked("lang=fi", "en", "en")) == "fi"
    assert choose(asked("lang=xx", "fi", "en")) == "fi"
    assert choose(asked("", "", "sv-FI,sv;q=0.9,en;q=0.8,fi;q=0.7")) == "sv"
    assert chosen(asked(accept="en"), LANGUAGES) is None


def test_languages_are_taken_in_the_order_of_their_weight() -> None:
    assert accepted(asked(accept="fi;q=0.2, EN-gb;q=0.9,sv")) == ["sv", "en", "fi"]
