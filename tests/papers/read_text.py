"""Small readers of what is written as text: the rows of a table, the words of Markdown."""

import re
from collections.abc import Iterator

MARK = re.compile(r"\\([!-/:-@\[-`{-~])")


def rows(table: bytes) -> list[list[str]]:
    """Of a file with semicolons, each cell between quotation marks."""
    text = table.decode("utf-8-sig")
    return [list(cells(line)) for line in text.split("\r\n") if line]


def cells(line: str) -> Iterator[str]:
    at = 0
    while at < len(line):
        assert line[at] == '"', line
        end = at + 1
        while line[end] != '"' or line[end + 1 : end + 2] == '"':
            end += 2 if line[end] == '"' else 1
        yield line[at + 1 : end].replace('""', '"')
        assert line[end + 1 : end + 2] in ("", ";"), line
        at = end + 2


def unmarked(markdown: str) -> str:
    """What a reader sees: escapes are gone, and so are the marks that were meant as such."""
    return MARK.sub(lambda found: found[1], markdown)


def live_marks(line: str) -> list[str]:
    """Marks that are not escaped, after what a line may begin with."""
    rest = re.sub(r"^ *(#{1,3} |- |\| )?", "", line)
    return re.findall(r"(?<!\\)(?:\\\\)*([`*_\[\]<>#~&$])", rest)
