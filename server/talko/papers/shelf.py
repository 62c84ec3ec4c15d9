"""All papers that can be made of a plan, by file name. What makes one is loaded when it is wanted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from talko.papers.document import Document
from talko.papers.said import Speech

Maker: TypeAlias = Callable[[Document, Speech], bytes]


@dataclass(frozen=True, slots=True)
class Form:
    type: str
    make: Maker


def printed(document: Document, speech: Speech) -> bytes:
    from talko.papers.sheets.plan import plan
    from talko.papers.typeset import pdf

    return pdf(plan(document, speech))


def for_word(document: Document, speech: Speech) -> bytes:
    from talko.papers.sheets.plan import plan
    from talko.papers.word import docx

    return docx(plan(document, speech))


def for_a_spreadsheet(document: Document, speech: Speech) -> bytes:
    from talko.papers.sheet import xlsx

    return xlsx(document, speech)


def calendar(document: Document, speech: Speech) -> bytes:
    from talko.papers.calendar import ics

    return ics(document, speech)


def easy(document: Document, speech: Speech) -> bytes:
    from talko.papers.sheets.easy import easy_pdf

    return easy_pdf(document, speech)


def statement(document: Document, speech: Speech) -> bytes:
    from talko.papers.sheets.statement import statement
    from talko.papers.word import docx

    return docx(statement(document, speech))


def pictures(document: Document, speech: Speech) -> bytes:
    from talko.papers.pictures import pictures
    from talko.papers.sheets.plan import plan

    return pictures(plan(document, speech))


def as_markdown(document: Document, speech: Speech) -> bytes:
    from talko.papers.markdown import markdown
    from talko.papers.sheets.plan import plan

    return markdown(plan(document, speech))


def actions(document: Document, speech: Speech) -> bytes:
    from talko.papers.table import actions_csv

    return actions_csv(document, speech)


def results(document: Document, speech: Speech) -> bytes:
    from talko.papers.table import results_csv

    return results_csv(document, speech)


def data(document: Document, _: Speech) -> bytes:
    from talko.papers.schema import as_json

    return as_json(document)


OFFICE = "application/vnd.openxmlformats-officedocument"
WORD, EXCEL = f"{OFFICE}.wordprocessingml.document", f"{OFFICE}.spreadsheetml.sheet"

PAPERS: Mapping[str, Form] = {
    "plan.pdf": Form("application/pdf", printed),
    "easy.pdf": Form("application/pdf", easy),
    "plan.docx": Form(WORD, for_word),
    "plan.xlsx": Form(EXCEL, for_a_spreadsheet),
    "plan.ics": Form("text/calendar; charset=utf-8", calendar),
    "statement.docx": Form(WORD, statement),
    "pictures.zip": Form("application/zip", pictures),
    "actions.csv": Form("text/csv; charset=utf-8", actions),
    "results.csv": Form("text/csv; charset=utf-8", results),
    "plan.md": Form("text/markdown; charset=utf-8", as_markdown),
    "document.json": Form("application/json", data),
}
