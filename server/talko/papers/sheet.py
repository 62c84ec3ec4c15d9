"""The plan as XLSX: who does what and when, each result with a chart, and no formula."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from talko.papers.blocks import Figure
from talko.papers.document import Document
from talko.papers.letters import line
from talko.papers.said import Speech
from talko.papers.sheets.plan import came, when_and_where
from talko.papers.sheets.results import how_many, means_figure, measure, vote_figure
from talko.papers.table import Row, actions, actions_head, results, results_head

A4 = 9
ONLY_WORDS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
WIDEST = 48
LONGEST = 32_000  # letters of a cell


@dataclass(frozen=True, slots=True)
class Book:
    file: Any
    head: Any
    wrapped: Any
    strong: Any


def xlsx(document: Document, speech: Speech) -> bytes:
    kept = BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True, **ONLY_WORDS}) as file:
        made = datetime.fromisoformat(document.date)
        file.set_properties({"title": line(document.title.text)[:250], "created": made})
        book = begun(file)
        about(book, document, speech)
        table(book, speech.say("Actions"), [actions_head(speech), *actions(document, speech)])
        charts(book, document, speech)
        table(book, speech.say("All numbers"), [results_head(speech), *results(document)])
    return kept.getvalue()


def begun(file: Any) -> Book:
    top = {"text_wrap": True, "valign": "top"}
    head = file.add_format({**top, "bold": True, "bg_color": "#E6ECE8", "bottom": 1})
    wrapped = file.add_format(top)
    return Book(file, head, wrapped, file.add_format({"bold": True, "font_size": 16}))


def about(book: Book, document: Document, speech: Speech) -> None:
    say = speech.say
    page = new_page(book, say("About"))
    told = (
        (say("What we asked"), document.question.text),
        (say("When"), when_and_where(document, speech)),
        (say("What could we decide?"), document.decide.text),
        (say("What was promised?"), document.promise.text),
        (say("Who took part"), came(document, speech)),
        (say("This plan is at:"), document.address),
    )
    words(page, (0, 0), document.title.text, book.strong)
    for n, (term, text) in enumerate(told, 2):
        words(page, (n, 0), term, book.head)
        words(page, (n, 1), text, book.wrapped)
    page.set_column(0, 0, 28)
    page.set_column(1, 1, 80)


def table(book: Book, name: str, rows: Sequence[Row]) -> None:
    """With a head that stays, and that each printed page repeats."""
    page = new_page(book, name)
    for n, row in enumerate(rows):
        for column, value in enumerate(row):
            cell(page, (n, column), value, book.head if n == 0 else book.wrapped)
    page.freeze_panes(1, 2)
    page.repeat_rows(0)
    page.autofilter(0, 0, max(len(rows) - 1, 0), len(rows[0]) - 1)
    for column in range(len(rows[0])):
        longest = max(len(str(row[column] or "")) for row in rows[:200])
        page.set_column(column, column, min(max(longest, 8) + 2, WIDEST))


def charts(book: Book, document: Document, speech: Speech) -> None:
    """Each result on a page of its own, as a table and a chart of it."""
    every = [
        *((vote_figure(each, speech), measure(each, speech), each.ballots) for each in document.votes),
        *((means_figure(each, speech), speech.say("Mean"), each.ballots) for each in document.surveys),
    ]
    say = speech.say
    drawn = [(figure, measured, ballots) for figure, measured, ballots in every if figure]
    for n, (figure, measured, ballots) in enumerate(drawn, 1):
        chart(book, f"{say('Results')} {n}", (figure, say("What"), measured, how_many(ballots, speech)))


def chart(book: Book, name: str, its: tuple[Figure, str, str, str]) -> None:
    figure, what, measured, people = its
    page = new_page(book, name)
    words(page, (0, 0), figure.caption.text, book.strong)
    words(page, (1, 0), people, book.wrapped)
    words(page, (3, 0), what, book.head)
    words(page, (3, 1), measured, book.head)
    for n, bar in enumerate(figure.bars, 4):
        words(page, (n, 0), bar.name.text, book.wrapped)
        page.write_number(n, 1, bar.n)
    page.set_column(0, 0, WIDEST)
    last = 3 + len(figure.bars)
    bars = book.file.add_chart({"type": "bar"})
    pattern = {"pattern": "wide_upward_diagonal", "fg_color": "#10262B", "bg_color": "#FFFFFF"}
    bars.add_series(
        {
            "name": line(figure.caption.text)[:200],
            "categories": [name, 4, 0, last, 0],
            "values": [name, 4, 1, last, 1],
            "pattern": pattern,
            "border": {"color": "#10262B"},
            "data_labels": {"value": True},
        }
    )
    bars.set_legend({"none": True})
    bars.set_y_axis({"reverse": True})
    bars.set_x_axis({"min": 0, "major_gridlines": {"visible": False}})
    bars.set_size({"width": 720, "height": 120 + 36 * len(figure.bars)})
    page.insert_chart(last + 2, 0, bars, {"description": line(figure.alt)})


def new_page(book: Book, name: str) -> Any:
    page = book.file.add_worksheet(name)
    page.set_paper(A4)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    return page


def cell(page: Any, at: tuple[int, int], value: str | float | None, look: Any) -> None:
    if isinstance(value, str):
        words(page, at, value, look)
    elif value is not None:
        page.write_number(*at, value, look)


def words(page: Any, at: tuple[int, int], text: str, look: Any) -> None:
    """As text, whatever it begins with."""
    page.write_string(*at, line(text)[:LONGEST], look)
