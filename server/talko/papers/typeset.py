"""A paper as PDF that a screen reader reads in its order, and its figures as pictures."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, assert_never

import fontpkg_atkinson_hyperlegible
import typst

from talko.papers.blocks import (
    Bar,
    Block,
    Facts,
    Figure,
    Heading,
    Item,
    Items,
    Paper,
    Paragraph,
    Table,
    figures,
)
from talko.papers.letters import breakable, line
from talko.papers.said import Said

TEMPLATE = files("talko.papers") / "paper.typ"
FONTS = Path(str(fontpkg_atkinson_hyperlegible.__file__)).parent / "files"
BOX = "□"  # stands for a letter that no font here has
NO_FONT_HAS = re.compile(
    "[\u2e80-\u9fff\uac00-\ud7af\ufe00-\ufe0f\U00010000-\U0010ffff]+"
)  # emoji, Han, Hangul …
LACKING = re.compile(r'the text `"(.*?)"` could not')
LAST_OF_LATIN = 0x7F
WIDEST, NARROWEST = 30, 8


def pdf(paper: Paper) -> bytes:
    """PDF/UA-1: what lacks a title, a language or an alternative is not made at all."""
    return made(
        paper, paper.blocks, "", format="pdf", pdf_standards=["ua-1"], timestamp=midnight(paper.date)
    )[0]


def pages(paper: Paper) -> int:
    """How many it takes."""
    return len(made(paper, paper.blocks, "", format="png", ppi=8))


def svgs(paper: Paper) -> list[bytes]:
    return made(paper, figures(paper), "figures", format="svg")


def pngs(paper: Paper) -> list[bytes]:
    return made(paper, figures(paper), "figures", format="png", ppi=144)


def midnight(day: str) -> datetime:
    """The same text gives the same file, whenever it is made."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC)


def made(paper: Paper, blocks: Sequence[Block], only: str, **how: Any) -> list[bytes]:
    told = json.dumps(
        {
            "title": line(paper.title.text) or "–",
            "lang": paper.lang,
            "large": paper.large,
            "foot": breakable(paper.foot),
            "blocks": [as_data(each) for each in blocks],
        },
        ensure_ascii=False,
    )
    return compiled(NO_FONT_HAS.sub(BOX, told), only, how) if blocks else []


def compiled(told: str, only: str, how: dict[str, Any]) -> list[bytes]:
    """Again without each letter that no font has, until all can be drawn."""
    try:
        inputs = {"paper": told, "only": only}
        drawn = typst.compile(TEMPLATE.read_bytes(), font_paths=fonts(), sys_inputs=inputs, **how)
        return drawn if isinstance(drawn, list) else [drawn or b""]
    except typst.TypstError as wrong:
        if not (lacking := {letter for text in LACKING.findall(wrong.message) for letter in undone(text)}):
            raise
        return compiled("".join(BOX if letter in lacking else letter for letter in told), only, how)


def undone(text: str) -> set[str]:
    """The letters of a text as an error quotes it; those of JSON itself stay."""
    plain = re.sub(r"\\u\{([0-9a-f]+)\}", lambda found: chr(int(found[1], 16)), text)
    return {letter for letter in plain if ord(letter) > LAST_OF_LATIN}


@cache
def fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[FONTS])


# Blocks as data


def as_data(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, said):
            return {"kind": "heading", "level": level, "said": words(said)}
        case Paragraph(said, look):
            return {"kind": "paragraph", "look": look, "said": words(said)}
        case Items(items):
            return {"kind": "items", "items": [item(each) for each in items]}
        case Facts(facts):
            told = [{"term": breakable(term), "said": words(said)} for term, said in facts]
            return {"kind": "facts", "facts": told}
        case Table():
            return table(block)
        case Figure():
            return figure(block)
        case _:
            assert_never(block)


def words(said: Said) -> dict[str, str]:
    """A dash where nothing was said: an empty heading or cell would be read as a mistake."""
    return {"text": breakable(said.text) or "–", "lang": said.lang}


def item(its: Item) -> dict[str, Any]:
    return {"said": words(its.said), "note": breakable(its.note), "items": [item(each) for each in its.items]}


def table(its: Table) -> dict[str, Any]:
    rows = [[words(cell) for cell in row] for row in its.rows]
    return {
        "kind": "table",
        "caption": words(its.caption),
        "head": [breakable(each) for each in its.head],
        "rows": rows,
        "numbers": list(its.numbers),
        "widths": widths(its),
    }


def widths(its: Table) -> list[int]:
    """As wide as the longest text needs, within reason."""
    columns = zip(*([cell.text for cell in row] for row in (*its.rows,)), strict=True)
    longest = [max(map(len, column)) for column in columns] or [len(each) for each in its.head]
    heads = [max(longest_word(each) + 4, len(each) // 3) for each in its.head]
    return [
        max(min(text, WIDEST), min(head, WIDEST), NARROWEST)
        for text, head in zip(longest, heads, strict=True)
    ]


def longest_word(text: str) -> int:
    return max(map(len, text.split()), default=1)


def figure(its: Figure) -> dict[str, Any]:
    bars = [bar(each, its.highest) for each in its.bars]
    return {"kind": "figure", "caption": words(its.caption), "alt": line(its.alt), "bars": bars}


def bar(its: Bar, highest: float) -> dict[str, Any]:
    share = its.n / highest if highest else 0
    return {"name": words(its.name), "shown": its.shown, "share": share, "goes_on": its.goes_on}
