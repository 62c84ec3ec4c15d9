"""`talko papers`: writes every paper of a plan, of an example that is played first, or of a document."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from talko.demo import EXAMPLE, example, start, terminal
from talko.demo.client import Browser
from talko.demo.play import begin
from talko.folders import folder
from talko.pages.language import LANGUAGES
from talko.pages.plan.speech import speech
from talko.papers.document import Document
from talko.papers.schema import from_json
from talko.papers.shelf import PAPERS


def main(args: Sequence[str]) -> int:
    asked = options().parse_args(args)
    try:
        told = read(asked.example, asked.lang, asked.port)
    except (OSError, ValueError, start.NotStarted) as wrong:
        print(
            f"This is neither an example nor the document of a plan: {asked.example}. {wrong}",
            file=sys.stderr,
        )
        return 1
    for line in write(told, asked.out):
        print(line, flush=True)
    return 0


def options() -> argparse.ArgumentParser:
    asked = argparse.ArgumentParser("talko papers", description=__doc__)
    shipped = folder("workshop_templates") / EXAMPLE
    which = "an example (.yaml), or what /plan/…/document.json gave; none: the one that comes with Talko"
    asked.add_argument("example", type=Path, nargs="?", default=shipped, help=which)
    asked.add_argument("--out", type=Path, required=True, metavar="DIR", help="where to write them")
    asked.add_argument("--lang", choices=LANGUAGES, default=LANGUAGES[0])
    asked.add_argument("--port", type=int, default=8000, help="or the next free one, to play the example")
    return asked


def read(file: Path, lang: str, port: int) -> Document:
    if file.suffix == ".json":
        return from_json(file.read_bytes())
    return from_json(asyncio.run(played(example.read(file), lang, port)))


async def played(story: example.Example, lang: str, port: int) -> bytes:
    """To its end and days after it; then the plan's document, as anybody gets it who has its address."""
    async with start.place(story, port) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (story, terminal.Silent(), 0.0))
        play.move_clock = place.move_clock
        await play.whole()
        await play.later()
        page = await Browser(place.server).get(f"{play.texts['plan']}/document.json?lang={lang}")
        return page.text.encode()


def write(document: Document, into: Path) -> Sequence[str]:
    """What was written, and how long it took."""
    into.mkdir(parents=True, exist_ok=True)
    said, begun = [], time.perf_counter()
    for name, form in PAPERS.items():
        paper = form.make(document, speech(document.lang))
        (into / name).write_bytes(paper)
        said.append(f"{into / name}  {len(paper) // 1024 + 1} kB")
    return [*said, f"{len(PAPERS)} papers in {time.perf_counter() - begun:.1f} s"]
