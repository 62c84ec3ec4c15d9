"""What a paper is built of. Each writer knows these blocks, and nothing else of a plan."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from talko.papers.said import Said

Look: TypeAlias = Literal["plain", "lead", "quiet", "strong"]
Level: TypeAlias = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Heading:
    level: Level
    said: Said


@dataclass(frozen=True, slots=True)
class Paragraph:
    said: Said
    look: Look = "plain"


@dataclass(frozen=True, slots=True)
class Item:
    """`note` is the program's own, beside what somebody said."""

    said: Said
    note: str = ""
    items: tuple["Item", ...] = ()


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked, and what is so."""

    facts: tuple[tuple[str, Said], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`numbers` are the columns that hold them; the first column says what a row is about."""

    caption: Said
    head: tuple[str, ...]
    rows: tuple[tuple[Said, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Bar:
    name: Said
    n: float
    shown: str
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Bars beside each other, under the heading that says what of. `alt` says all that it shows."""

    caption: Said
    alt: str
    bars: tuple[Bar, ...]
    highest: float


Block: TypeAlias = Heading | Paragraph | Items | Facts | Table | Figure


@dataclass(frozen=True, slots=True)
class Paper:
    """`foot` stands at the foot of each page. One that is read standing up has large letters."""

    title: Said
    lang: str
    date: str
    foot: str
    blocks: tuple[Block, ...]
    large: bool = False


def figures(paper: Paper) -> list[Figure]:
    return [each for each in paper.blocks if isinstance(each, Figure)]


def texts(paper: Paper) -> Iterator[str]:
    """Every text of it in its order, but for what stands in figures, whose words are in the tables."""
    for each in paper.blocks:
        yield from texts_of(each)


def texts_of(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, said) | Paragraph(said, _):
            yield said.text
        case Items(items):
            yield from texts_in(items)
        case Facts(facts):
            yield from (text for term, said in facts for text in (term, said.text))
        case Table(caption, head, rows):
            yield from (caption.text, *head, *(cell.text for row in rows for cell in row))
        case Figure():
            return


def texts_in(items: Iterable[Item]) -> Iterator[str]:
    for each in items:
        yield from (each.said.text, f"({each.note})" if each.note else "")
        yield from texts_in(each.items)
