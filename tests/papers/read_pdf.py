"""Reads a tagged PDF as a screen reader would: by its tags, never by its places on the page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

HEADINGS = ("H1", "H2", "H3", "H4")


@dataclass(slots=True)
class Tag:
    name: str
    alt: str = ""
    lang: str = ""
    text: str = ""  # its own, without that of the tags in it
    tags: list["Tag"] = field(default_factory=list)
    order: list["Tag | str"] = field(default_factory=list)

    def all(self, *names: str) -> list["Tag"]:
        found = [self] if self.name in names else []
        return found + [each for tag in self.tags for each in tag.all(*names)]

    def words(self) -> str:
        """What is read of it; of a figure nothing, for that has its alternative."""
        if self.name == "Figure":
            return ""
        return "".join(each if isinstance(each, str) else each.words() for each in self.order)


@dataclass(frozen=True, slots=True)
class Read:
    lang: str
    title: str
    shows_title: bool
    claims: str
    pages: int
    root: Tag


def read(file: Any) -> Read:
    with pikepdf.open(file) as pdf:
        pages = {page.obj.objgen: marked(page) for page in pdf.pages}
        tree = pdf.Root.StructTreeRoot
        root = Tag("root")
        for each in kids(tree):
            add(root, each, pages, None)
        with pdf.open_metadata() as told:
            claims = str(told.get("pdfuaid:part", ""))
            title = str(told.get("dc:title", ""))
        shows = bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        return Read(str(pdf.Root.Lang), title, shows, claims, len(pdf.pages), root)


def kids(node: Any) -> list[Any]:
    found = node.get("/K", [])
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def add(parent: Tag, node: Any, pages: dict[Any, dict[int, str]], page: Any) -> None:
    if isinstance(node, int) or not isinstance(node, pikepdf.Object):
        parent.order.append(pages[page].get(int(node), ""))
    elif node.get("/Type") == "/MCR":
        at = node.get("/Pg")
        parent.order.append(pages[at.objgen if at is not None else page].get(int(node.MCID), ""))
    elif "/S" in node:
        tag = Tag(str(node.S)[1:], str(node.get("/Alt", "")), str(node.get("/Lang", "")))
        parent.tags.append(tag)
        parent.order.append(tag)
        at = node.get("/Pg")
        for each in kids(node):
            add(tag, each, pages, at.objgen if at is not None else page)


def marked(page: Any) -> dict[int, str]:
    """The text of each marked piece of a page."""
    fonts = {str(name): letters(font) for name, font in page.Resources.get("/Font", {}).items()}
    told: dict[int, str] = {}
    stack: list[tuple[int, str | None]] = []
    font: dict[str, str] = {}
    for each in pikepdf.parse_content_stream(page):
        operands, operator = list(each.operands), each.operator
        match str(operator):
            case "BDC" | "BMC":
                its: Any = operands[1] if len(operands) > 1 else {}
                its = its if isinstance(its, pikepdf.Dictionary) else {}
                before = stack[-1][0] if stack else -1
                actual = its.get("/ActualText") if its else None
                stack.append((int(its.get("/MCID", before)) if its else before, None))
                if actual is not None:
                    told[stack[-1][0]] = told.get(stack[-1][0], "") + str(actual)
                    stack[-1] = (-2, "actual")
            case "EMC":
                stack.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ" if stack and stack[-1][0] >= 0:
                text = "".join(decoded(one, font) for one in shown(operands[0]))
                told[stack[-1][0]] = told.get(stack[-1][0], "") + text
    return told


def shown(operand: Any) -> Iterator[bytes]:
    each = list(operand) if isinstance(operand, pikepdf.Array) else [operand]
    return (bytes(one) for one in each if isinstance(one, pikepdf.String))


def decoded(text: bytes, font: dict[str, str]) -> str:
    codes = (text[at : at + 2].hex() for at in range(0, len(text), 2))
    return "".join(font.get(code, "") for code in codes)


def letters(font: Any) -> dict[str, str]:
    """What each glyph stands for."""
    if "/ToUnicode" not in font:
        return {}
    table = bytes(font.ToUnicode.read_bytes()).decode("latin-1")
    found: dict[str, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.S):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            found[code.lower()] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.S):
        for low, high, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            for n in range(int(high, 16) - int(low, 16) + 1):
                code = f"{int(low, 16) + n:0{len(low)}x}"
                found[code] = chr(int.from_bytes(bytes.fromhex(text), "big") + n)
    return found


def bare(text: str) -> str:
    """Without what a line may end with: blanks and hyphens."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)
