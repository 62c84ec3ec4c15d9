"""The plan for a word processor, read by two programs that did not write it."""

import re
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx2python import docx2python
from lxml import etree

from talko.pages.plan.speech import speech
from talko.papers.blocks import Figure, Heading, Paper, Table, texts
from talko.papers.letters import plain
from talko.papers.sheets.plan import plan
from talko.papers.word import LOCALES, docx
from tests.papers.given import document, empty
from tests.papers.hostile import PAYLOADS, hostile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def paper(lang: str = "fi") -> Paper:
    return plan(document(lang), speech(lang))


@cache
def body(lang: str = "fi") -> Any:
    return part(docx(paper(lang)), "word/document.xml")


def part(file: bytes, name: str) -> Any:
    with ZipFile(BytesIO(file)) as packed:
        return etree.fromstring(packed.read(name))


def words(node: Any) -> str:
    return "".join(node.itertext(f"{W}t"))


def test_its_headings_are_headings() -> None:
    told = [
        (style.get(f"{W}val"), words(each))
        for each in body().iter(f"{W}p")
        for style in each.iter(f"{W}pStyle")
        if style.get(f"{W}val").startswith("Heading")
    ]
    wanted = [(f"Heading{its.level}", its.said.text) for its in paper().blocks if isinstance(its, Heading)]
    assert told == wanted


def test_each_table_has_a_header_row() -> None:
    heads = [
        [words(cell) for cell in row.iter(f"{W}tc")]
        for row in body().iter(f"{W}tr")
        if row.find(f"{W}trPr/{W}tblHeader") is not None
    ]
    assert heads == [list(its.head) for its in paper().blocks if isinstance(its, Table)]


def test_each_picture_says_in_words_what_it_shows() -> None:
    told = [each.get("descr") for each in body().iter(f"{DRAWING}docPr")]
    assert told == [its.alt for its in paper().blocks if isinstance(its, Figure)] != []


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_its_pages_are_a4_and_speak_its_language(lang: str) -> None:
    size = next(body(lang).iter(f"{W}pgSz"))
    assert [round(int(size.get(f"{W}{side}")) / 56.7) for side in ("w", "h")] == [210, 297]
    styles = part(docx(paper(lang)), "word/styles.xml")
    normal = next(each for each in styles.iter(f"{W}style") if each.get(f"{W}styleId") == "Normal")
    assert [each.get(f"{W}val") for each in normal.iter(f"{W}lang")] == [LOCALES[lang]]


def test_words_in_another_language_are_marked_as_such() -> None:
    swedish = [words(each) for each in body().iter(f"{W}r") if spoken(each) == "sv-FI"]
    assert "Jag behöver blanketter på svenska." in swedish


def spoken(run: Any) -> str:
    found = run.find(f"{W}rPr/{W}lang")
    return "" if found is None else str(found.get(f"{W}val"))


def test_another_reader_finds_all_that_the_document_says_in_its_order() -> None:
    with docx2python(BytesIO(docx(paper()))) as read:
        told, at = bare(read.text), 0
    for each in texts(paper()):
        assert bare(each) in told[at:], each
        at = told.index(bare(each), at)


def bare(text: str) -> str:
    """Without blanks, and without what the reader puts before the items of a list and around pictures."""
    return re.sub(r"\s+|(?m:^\t*--\t)", "", text)


def test_what_people_wrote_is_only_words() -> None:
    bad, _ = hostile()
    file = docx(plan(bad, speech("fi")))
    told = "".join(words(part(file, "word/document.xml")).split())
    assert [each for each in PAYLOADS if "".join(plain(each).split()) not in told] == []
    assert not list(part(file, "word/document.xml").iter(f"{W}fldSimple", f"{W}instrText", f"{W}hyperlink"))


def test_an_empty_plan_is_a_paper_too() -> None:
    told = words(part(docx(plan(empty("en"), speech("en"))), "word/document.xml"))
    assert "This plan is not finished" in told
