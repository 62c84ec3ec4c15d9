"""A paper as Markdown: what people wrote is words, and never a mark."""

import re
from collections.abc import Iterator, Sequence
from typing import assert_never

from talko.papers.blocks import Block, Facts, Figure, Heading, Item, Items, Paper, Paragraph, Table
from talko.papers.letters import line

MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&$])")
AT_THE_START = re.compile(r"^([-+=:!@]|\d+(?=[.)]))")


def markdown(paper: Paper) -> bytes:
    return ("\n\n".join("\n".join(lines(each)) for each in paper.blocks) + "\n").encode()


def lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, said):
            yield f"{'#' * level} {words(said.text)}"
        case Paragraph(said, look):
            yield f"**{words(said.text)}**" if look == "strong" and said.text else words(said.text)
        case Items(items):
            yield from listed(items, "")
        case Facts(facts):
            yield from (f"- **{words(term)}** {words(said.text)}" for term, said in facts)
        case Table():
            yield from table(block)
        case Figure():
            return  # what it shows stands in the table below it
        case _:
            assert_never(block)


def listed(items: Sequence[Item], indent: str) -> Iterator[str]:
    for each in items:
        note = f" ({words(each.note)})" if each.note else ""
        yield f"{indent}- {words(each.said.text)}{note}"
        yield from listed(each.items, indent + "  ")


def table(its: Table) -> Iterator[str]:
    yield f"**{words(its.caption.text)}**"
    yield ""
    yield row(its.head)
    yield row(["---:" if n in its.numbers else "---" for n in range(len(its.head))], escaped=True)
    for each in its.rows:
        yield row([cell.text for cell in each])


def row(cells: Sequence[str], *, escaped: bool = False) -> str:
    return "| " + " | ".join(cell if escaped else words(cell) for cell in cells) + " |"


def words(text: str) -> str:
    escaped = MARKS.sub(r"\\\1", line(text))
    return AT_THE_START.sub(first, escaped)


def first(found: re.Match[str]) -> str:
    """A number is no mark by itself; the point after it would be."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
