"""Texts that would like to be more than words: formulas, marks, code, and letters that few fonts have."""

import json
from itertools import cycle, product
from typing import Any

from talko.papers.document import Document
from tests.papers.given import FILE, of

STARTS = (
    "=",
    "+",
    "-",
    "@",
    "\t=",
    " =",
    "\r\n=",
    "＝",
    "＋",
    "－",
    "＠",
    "'=",
    '"=',
    ";=",
    "|",
    "%0A=",
)
FORMULAS = (
    "1+1",
    'HYPERLINK("http://x.example","x")',
    "cmd|' /C calc'!A0",
    "SUM(A1:A9)",
    "IMPORTXML(A1)",
)
CODE = (
    '#panic("x")',
    '#read("/etc/passwd")',
    '#import "@preview/x:0.1.0"',
    "#sys.inputs",
    "#set page(width: 1cm)",
    "$ x^2 $",
    "*bold*",
    "_sub_",
    "`code`",
    "```typ\n#x\n```",
    "= Heading",
    "== Heading",
    "- item",
    "+ item",
    "/ a: b",
    "<label>",
    "@reference",
    "\\",
    "\\\\",
    "\\u{1f600}",
    "]",
    "[",
    "](x)",
    "[a](javascript:alert(1))",
    "![x](y)",
    "| a | b |",
    "|---|",
    "# H1",
    "1. one",
    "> quote",
    "***",
    "---",
    "~~no~~",
    "&lt;",
    "&amp;",
    "<b>x</b>",
    "<script>alert(1)</script>",
    "<!-- x",
    "]]>",
    "<![CDATA[",
    '<?xml version="1.0"?>',
    "{{7*7}}",
    "{% raw %}",
    "%(n)s",
    "%s%n",
    "${x}",
    "#{x}",
    '"quoted"',
    "'single'",
    "a;b;c",
    "a,b,c",
    "BEGIN:VEVENT",
    "END:VCALENDAR",
    "X\nATTENDEE:y",
    '="x"&"y"',
    "xml:space",
    "\x00",
    "\x07bell",
    "\x1b[31m",
    "\ufffe",
    "\u202eevil\u202c",
    "\u2066x\u2069",
    "\u200b",
)
LETTERS = (
    "😀",
    "👩\u200d👩\u200d👧",
    "🇫🇮",
    "❤️",
    "漢字",
    "한국어",
    "العربية نص",
    "עברית",
    "हिन्दी",
    "ไทย",
    "Ђ ђ",
    "Ωμέγα",
    "Č č Đ đ Ŋ ŋ Š š Ž ž",
    "a̐éö̲",
    "ﷺ",
    "𝒳",
    "x" * 500,
    "ä" * 500,
    "=" * 500,
    "#" * 300,
    "\\" * 200,
    "a\xadb",
    "½ ¼ ‰ € № ™",
    "“”‘’–—…",
    "\u2028x\u2029",
)
PAYLOADS = [
    *("".join(each) for each in product(STARTS, FORMULAS)),
    *CODE,
    *LETTERS,
    *(f"{letter}{code}" for letter, code in zip(LETTERS[:13], CODE, strict=False)),
    *(f"Hei {code} hei" for code in CODE[:40]),
]
WORDS = (
    "text",
    "what",
    "reason",
    "wording",
    "plain",
    "word",
    "note",
    "name",
    "title",
    "question",
    "decide",
    "place",
)
NAMES = ("owner", "follower")


def hostile() -> tuple[Document, list[str]]:
    """The example with other words wherever somebody wrote some, all on cards too; and what was put there."""
    every = cycle(PAYLOADS)
    used: list[str] = []

    def mean(told: Any, name: str = "") -> Any:
        if isinstance(told, dict):
            return {key: mean(its, key) for key, its in told.items()}
        if isinstance(told, list):
            return told
        if isinstance(told, str) and told and name in (*WORDS, *NAMES):
            used.append(next(every))
            return used[-1]
        return told

    changed = mean(json.loads(FILE.read_text("utf-8")))
    changed["brought"]["field"] = {f"k{n}": {"text": text, "lang": "fi"} for n, text in enumerate(PAYLOADS)}
    return of(changed, "fi"), [*used, *PAYLOADS]
