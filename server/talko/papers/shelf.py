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


PAPERS: Mapping[str, Form] = {
    "plan.pdf": Form("application/pdf", printed),
    "actions.csv": Form("text/csv; charset=utf-8", actions),
    "results.csv": Form("text/csv; charset=utf-8", results),
    "plan.md": Form("text/markdown; charset=utf-8", as_markdown),
    "document.json": Form("application/json", data),
}
