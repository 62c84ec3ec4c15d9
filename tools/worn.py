"""The styles that a face wears, in one file: `python -m tools.worn FOLDER`. What nothing names stays away.

For a phone also what its first drawing wears, one file for each kind of activity.
"""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CLIENT = Path(__file__).parent.parent / "client"
FACES = {"phone": ["phone"], "screen": ["screen"], "console": ["console", "desk", "board"]}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# Names that may stand there or not, so that nothing follows from one that is missing.
ALTERNATIVES = re.compile(r":(?:is|not|has|where)\((?:[^()]|\([^()]*\))*\)")
NAME = re.compile(r"[.#][a-zA-Z][\w-]*|(?<![\w.#-])[a-zA-Z][\w-]*")
KINDS = ("lobby", "discuss", "collect", "cluster", "vote", "consent", "plan", "survey")
# Our own letters, and paper, come when nobody waits for them.
NOT_AT_FIRST = ("@font-face", "@media print")
# A script's `.inside(` names no class; a page's `class="inside"` does.
NO_PROPERTY = r"(?<![\w.-])[\w-]+"
MADE_OTHERWISE = {"li", "tr"}  # by document.createElement


@dataclass(frozen=True, slots=True)
class Named:
    """What could be a class or an id there, too much rather than too little; and every element."""

    words: frozenset[str]
    elements: frozenset[str]

    @classmethod
    def of(cls, markup: str, word: str = r"[\w-]+") -> "Named":
        elements = re.findall(r"<([a-z][a-z0-9]*)", markup)
        return cls(frozenset(re.findall(word, markup)), frozenset(elements) | MADE_OTHERWISE)

    def has(self, name: str) -> bool:
        return name[1:] in self.words if name[0] in ".#" else name in self.elements


def main(folder: Path) -> None:
    for face in FACES:
        named = Named.of(markup(face, built(face)))
        (folder / f"{face}.css").write_text(worn(styles(face), named), "utf-8")
    for kind, scripts in first_drawings().items():
        named = Named.of(markup("phone", scripts), NO_PROPERTY)
        (folder / f"phone-{kind}.css").write_text(worn(at_first(styles("phone")), named), "utf-8")


def styles(face: str) -> str:
    every = (CLIENT / "css" / f"{name}.css" for name in ("talko", *FACES[face]))
    return COMMENT.sub("", "".join(file.read_text("utf-8") for file in every))


def at_first(styles: str) -> str:
    return "".join(f"{head}{{{body}}}" for head, body in rules(styles) if not head.startswith(NOT_AT_FIRST))


def built(face: str) -> dict[str, Any]:
    """Of one language: names are the same in all."""
    told = json.loads((CLIENT / "built" / "meta" / f"fi-{face}.json").read_text("utf-8"))
    return dict(told["outputs"])


def first_drawings() -> dict[str, list[str]]:
    """The part of each kind, and what it imports at once."""
    every = built("phone")
    parts = {Path(each.get("entryPoint", "")).stem: path for path, each in every.items()}
    return {kind: at_once(parts[kind], every) for kind in KINDS}


def at_once(path: str, every: dict[str, Any]) -> list[str]:
    found = [path]
    for each in found:
        imports = every[each]["imports"]
        found += [
            to["path"] for to in imports if to["kind"] == "import-statement" and to["path"] not in found
        ]
    return found


def markup(face: str, scripts: Iterable[str]) -> str:
    pages = [CLIENT / "pages" / f"{name}.html" for name in ("face", face)]
    return "".join(file.read_text("utf-8") for file in (*map(Path, scripts), *pages))


def worn(styles: str, named: Named) -> str:
    return "".join(kept(styles, named))


def kept(styles: str, named: Named) -> Iterator[str]:
    for head, body in rules(styles):
        if head.startswith("@media"):
            inside = "".join(kept(body, named))
            yield f"{head}{{{inside}}}\n" if inside else ""
        elif head.startswith("@"):
            yield f"{head}{{{body}}}\n"
        elif met := [each for each in split(head) if is_met(each, named)]:
            yield f"{','.join(met)}{{{body}}}\n"


def rules(styles: str) -> Iterator[tuple[str, str]]:
    """Each with what stands between its braces."""
    begin = depth = opened = 0
    for at, letter in enumerate(styles):
        if letter == "{":
            depth += 1
            opened = at if depth == 1 else opened
        elif letter == "}":
            depth -= 1
            if not depth:
                yield styles[begin:opened].strip(), styles[opened + 1 : at]
                begin = at + 1


def split(selectors: str) -> list[str]:
    """At the commas outside of brackets."""
    found, depth = [""], 0
    for letter in selectors:
        depth += (letter in "([") - (letter in ")]")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return [each.strip() for each in found]


def is_met(selector: str, named: Named) -> bool:
    bare = re.sub(r"\[[^\]]*\]|::?[\w-]+", "", ALTERNATIVES.sub("", selector))
    return all(named.has(name) for name in NAME.findall(bare))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
