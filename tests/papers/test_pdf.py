"""The printed plan: a PDF that a screen reader reads in its order and its language."""

import re
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest

from talko.pages.plan.speech import speech
from talko.papers import typeset
from talko.papers.blocks import Figure, Heading, Paper, Table, figures, texts
from talko.papers.letters import plain
from talko.papers.sheets.plan import plan
from talko.papers.typeset import BOX, pdf, pngs, svgs
from tests.papers.given import document, empty, of, told
from tests.papers.hostile import PAYLOADS, hostile
from tests.papers.read_pdf import HEADINGS, Read, bare, read

LANGS = ("fi", "sv", "en")


def paper(lang: str = "fi") -> Paper:
    return plan(document(lang), speech(lang))


@cache
def printed(lang: str = "fi") -> Read:
    return read(BytesIO(pdf(paper(lang))))


@pytest.mark.parametrize("lang", LANGS)
def test_it_has_a_title_and_a_language_and_says_that_it_can_be_read_aloud(lang: str) -> None:
    found = printed(lang)
    assert (found.lang, found.title, found.shows_title, found.claims) == (
        lang,
        document().title.text,
        True,
        "1",
    )


def test_its_headings_are_headings_and_none_is_skipped() -> None:
    told = [(each.name, bare(each.words())) for each in printed().root.all(*HEADINGS)]
    wanted = [(f"H{its.level}", bare(its.said.text)) for its in paper().blocks if isinstance(its, Heading)]
    assert told == wanted
    levels = [int(name[1]) for name, _ in told]
    assert levels[0] == 1 and all(after - before <= 1 for before, after in pairwise(levels))


def test_each_table_has_a_header_row_and_a_caption() -> None:
    tables = printed().root.all("Table")
    wanted = [each for each in paper().blocks if isinstance(each, Table)]
    assert [[bare(head.words()) for head in each.all("TH")] for each in tables] == [
        [bare(head) for head in each.head] for each in wanted
    ]
    assert [len(each.all("TD")) for each in tables] == [len(each.rows) * len(each.head) for each in wanted]


def test_each_figure_says_in_words_what_it_shows() -> None:
    wanted = [each for each in paper().blocks if isinstance(each, Figure)]
    assert [each.alt for each in printed().root.all("Figure")] == [each.alt for each in wanted] != []
    assert "Paikka, johon saa tulla ilman aikaa: 23" in wanted[0].alt


@pytest.mark.parametrize("lang", LANGS)
def test_what_is_read_is_what_the_document_says_in_its_order(lang: str) -> None:
    """All of it, and nothing between."""
    left = bare(printed(lang).root.words()).replace("•", "").replace("‣", "").replace("–", "")
    assert left == bare("".join(texts(paper(lang)))).replace("–", "")


def test_words_in_another_language_are_marked_as_such() -> None:
    """A card was written in Swedish."""
    spoken = {each.lang for each in printed().root.all("Span", "P", "LBody") if each.lang}
    assert "sv" in spoken or any("sv" in each.lang for each in printed().root.all("Lbl", "TD", "Strong"))


def test_the_same_plan_gives_the_same_file() -> None:
    assert pdf(paper()) == pdf(paper())


def test_a_question_that_is_not_told_by_side_stands_beside_one_that_is() -> None:
    data = told()
    (round,) = data["activities"]["c3"]["rounds"].values()
    round["results"]["all"]["safe"]["by_side"] = {"users": 3.5, "workers": 4.06}
    its = plan(of(data), speech("fi"))
    tables = [each for each in its.blocks if isinstance(each, Table) and "Tavoite" in each.head]
    table = next(each for each in tables if "Työntekijät" in each.head)
    assert {len(row) for row in table.rows} == {len(table.head)}
    assert [row[4].text for row in table.rows].count("4,06") == 1
    pdf(its)


def test_an_empty_plan_says_what_is_missing() -> None:
    found = read(BytesIO(pdf(plan(empty("en"), speech("en")))))
    assert bare("This plan is not finished") in bare(found.root.words()) and found.pages == 1


def test_what_people_wrote_is_only_words() -> None:
    """More than 200 texts that would like to be something else, in one plan: read as they were written."""
    assert len(PAYLOADS) >= 200
    bad, used = hostile()
    assert {*PAYLOADS} <= {*used}
    read_aloud = bare(read(BytesIO(pdf(plan(bad, speech("fi"))))).root.words())
    assert [each for each in PAYLOADS if not re.search(as_drawn(each), read_aloud)] == []


def as_drawn(text: str) -> str:
    """Letters that no font has are a box, which may stand for several."""
    each = (
        re.escape(letter) if ord(letter) < 0x250 else f"(?:{letter}|{BOX})?" for letter in bare(plain(text))
    )
    return "".join(each)


def test_a_word_without_an_end_stays_on_the_page() -> None:
    long = plan(document(title="x" * 500), speech("fi"))
    assert read(BytesIO(pdf(long))).title == "x" * 500


def test_each_figure_is_a_picture_too_and_no_script() -> None:
    drawn = svgs(paper())
    assert len(drawn) == len(figures(paper())) == len(pngs(paper()))
    assert all(each.startswith(b"<svg") and b"<script" not in each for each in drawn)
    assert all(each.startswith(b"\x89PNG") for each in pngs(paper()))


def test_no_font_of_the_machine_is_used() -> None:
    assert not {each.path for each in typeset.fonts().fonts() if each.path and "fontpkg" not in each.path}
