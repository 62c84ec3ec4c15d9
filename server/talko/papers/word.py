"""A paper as DOCX, to be worked on: headings, tables with a header row, pictures with words beside them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, assert_never

from docx import Document as new_document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from talko.papers.blocks import Block, Facts, Figure, Heading, Item, Items, Paper, Paragraph, Table
from talko.papers.letters import plain
from talko.papers.said import Said
from talko.papers.typeset import pngs

A4 = (Mm(210), Mm(297))
MARGIN = Mm(22)
WIDE = 166  # mm, between the margins
FONT = "Atkinson Hyperlegible"
INK, QUIET = RGBColor(0x10, 0x26, 0x2B), RGBColor(0x3C, 0x54, 0x59)
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
SIZES = {"Title": 24, "Heading 1": 24, "Heading 2": 16, "Heading 3": 12.5, "Normal": 11}
LIST_STYLES = ("List Bullet", "List Bullet 2", "List Bullet 3")


def docx(paper: Paper) -> bytes:
    made = begun(paper)
    pictures = iter(pngs(paper))
    for each in paper.blocks:
        written(made, each, (paper.lang, pictures))
    kept = BytesIO()
    made.save(kept)
    return kept.getvalue()


def begun(paper: Paper) -> Any:
    """An A4 page that speaks the language of the paper."""
    made = new_document()
    page = made.sections[0]
    page.page_width, page.page_height = A4
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = MARGIN
    for name, size in SIZES.items():
        dressed(made.styles[name], size)
    spoken(made.styles["Normal"].element.get_or_add_rPr(), paper.lang)
    about = made.core_properties
    about.title, about.language = plain(paper.title.text)[:250], LOCALES.get(paper.lang, paper.lang)
    about.author, about.comments = "", ""
    about.created = about.modified = datetime.fromisoformat(paper.date).replace(tzinfo=UTC)
    page.footer.paragraphs[0].text = plain(paper.foot)
    return made


def dressed(style: Any, size: float) -> None:
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)


def spoken(properties: Any, lang: str) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    its = OxmlElement("w:lang")
    its.set(qn("w:val"), LOCALES.get(lang, lang))
    properties.append(its)


def written(made: Any, block: Block, beside: tuple[str, Iterator[bytes]]) -> None:
    lang, pictures = beside
    match block:
        case Heading(level, said):
            run(made.add_heading(level=level), said, lang)
        case Paragraph(said, look):
            paragraph(made, said, (look, lang))
        case Items(items):
            listed(made, items, (0, lang))
        case Facts(facts):
            for term, said in facts:
                fact(made, (term, said), lang)
        case Table():
            table(made, block, lang)
        case Figure():
            picture(made, block, next(pictures))
        case _:
            assert_never(block)


def run(into: Any, said: Said, lang: str) -> Any:
    """What is said in another language is marked as such, so that it is read aloud in it."""
    its = into.add_run(plain(said.text))
    if said.lang and said.lang != lang:
        spoken(its._element.get_or_add_rPr(), said.lang)
    return its


def paragraph(made: Any, said: Said, how: tuple[str, str]) -> None:
    look, lang = how
    into = made.add_paragraph()
    its = run(into, said, lang)
    if look == "lead":
        its.font.size = Pt(14)
    if look == "quiet":
        its.font.color.rgb = QUIET
    if look == "strong":
        its.bold = into.paragraph_format.keep_with_next = True


def listed(made: Any, items: Iterable[Item], how: tuple[int, str]) -> None:
    depth, lang = how
    for each in items:
        into = made.add_paragraph(style=LIST_STYLES[min(depth, len(LIST_STYLES) - 1)])
        run(into, each.said, lang)
        if each.note:
            into.add_run(plain(f" ({each.note})")).font.color.rgb = QUIET
        listed(made, each.items, (depth + 1, lang))


def fact(made: Any, told: tuple[str, Said], lang: str) -> None:
    term, said = told
    into = made.add_paragraph()
    into.paragraph_format.space_after = Pt(3)
    into.add_run(plain(f"{term} ")).bold = True
    run(into, said, lang)


def picture(made: Any, its: Figure, png: bytes) -> None:
    shape = made.add_picture(BytesIO(png), width=Mm(WIDE - 6))
    shape._inline.docPr.set("descr", plain(its.alt))
    shape._inline.docPr.set("title", plain(its.caption.text)[:200])


def table(made: Any, its: Table, lang: str) -> None:
    """Its columns are as wide as written here in each cell too: one program reads these, another those."""
    paragraph(made, its.caption, ("strong", lang))
    grid = made.add_table(rows=1, cols=len(its.head), style="Table Grid")
    grid.autofit = False
    for cell, word in zip(grid.rows[0].cells, its.head, strict=True):
        cell.paragraphs[0].add_run(plain(word)).bold = True
    as_head(grid.rows[0])
    for row in its.rows:
        cells = grid.add_row().cells
        for n, said in enumerate(row):
            into = cells[n].paragraphs[0]
            run(into, said, lang)
            if n in its.numbers:
                into.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    wide(grid, shares(its))
    made.add_paragraph()


def as_head(row: Any) -> None:
    """Repeated on each page, and read aloud as what the columns are about."""
    its = OxmlElement("w:tblHeader")
    its.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(its)


def shares(its: Table) -> Sequence[float]:
    """The first column says what a row is about, and has most of the room."""
    others = len(its.head) - 1
    if others == 0:
        return [1.0]
    first = max(0.28, 0.7 - 0.12 * others)
    return [first, *[(1 - first) / others] * others]


def wide(grid: Any, shares: Sequence[float]) -> None:
    for column, share in zip(grid.columns, shares, strict=True):
        column.width = Mm(WIDE * share)
    for row in grid.rows:
        for cell, share in zip(row.cells, shares, strict=True):
            cell.width = Mm(WIDE * share)
