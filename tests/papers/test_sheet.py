"""The plan for a spreadsheet, read by a program that did not write it, and as the XML that it is."""

from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree

from talko.pages.plan.speech import speech
from talko.papers.blocks import Figure
from talko.papers.letters import line
from talko.papers.sheet import xlsx
from talko.papers.sheets.plan import plan
from tests.papers.given import document, empty, expected
from tests.papers.hostile import PAYLOADS, hostile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"


@cache
def file() -> bytes:
    return xlsx(document("en"), speech("en"))


def read(book: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(book))


def parts(book: bytes, folder: str) -> list[Any]:
    with ZipFile(BytesIO(book)) as packed:
        names = sorted(
            name for name in packed.namelist() if name.startswith(folder) and name.endswith(".xml")
        )
        return [etree.fromstring(packed.read(name)) for name in names]


def test_no_cell_is_a_formula_or_a_link_whatever_people_wrote() -> None:
    bad, _ = hostile()
    book = xlsx(bad, speech("fi"))
    for page in parts(book, "xl/worksheets/sheet"):
        assert not list(page.iter(f"{MAIN}f", f"{MAIN}hyperlink", f"{MAIN}ddeLink"))
    cells = [
        cell for page in read(book) for row in page.iter_rows() for cell in row if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    told = [str(cell.value) for cell in cells]
    written = [line(each.title.text) for each in bad.records]
    assert all(each in told for each in written) and any(line(each) in told for each in PAYLOADS)


def test_actions_stand_in_a_table_whose_head_is_printed_on_each_page() -> None:
    page = read(file())["Actions"]
    rows = list(page.iter_rows(values_only=True))
    assert rows[0][:3] == ("Kind", "What", "How is it going?")
    assert [row[0] for row in rows[1:]] == ["Action"] * 6 + ["Trial"] * 3
    assert page.print_title_rows == "$1:$1" and page.freeze_panes == "C2"


def test_each_page_fits_on_paper() -> None:
    for page in read(file()):
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
        assert page.page_setup.fitToHeight == 0


def test_each_result_has_a_chart_that_says_in_words_what_it_shows() -> None:
    figures = [each for each in plan(document("en"), speech("en")).blocks if isinstance(each, Figure)]
    told = [each.get("descr") for each in drawings() if each.get("descr")]
    assert told == [each.alt for each in figures] != []


def drawings() -> list[Any]:
    return [each for part in parts(file(), "xl/drawings/drawing") for each in part.iter(f"{DRAWING}cNvPr")]


def test_charts_show_the_numbers_that_must_come_out() -> None:
    wanted = expected()["activities"]["n4"]["dots"]
    (values,) = [
        each.text for each in parts(file(), "xl/charts/chart1")[0].iter(f"{CHART}f") if "$B$" in each.text
    ]
    assert values == "'Results 1'!$B$5:$B$11"
    page = read(file())["Results 1"]
    assert [page.cell(row, 2).value for row in range(5, 12)] == sorted(wanted.values(), reverse=True)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_an_empty_plan_is_a_book_too(lang: str) -> None:
    assert len(read(xlsx(empty(lang), speech(lang))).sheetnames) == 3


def test_a_plan_of_two_thousand_rows_has_them_all() -> None:
    one = document("en").records[0]
    many = replace(document("en"), records=tuple(replace(one, n=n) for n in range(2000)))
    assert read(xlsx(many, speech("en")))["Actions"].max_row == 2001
