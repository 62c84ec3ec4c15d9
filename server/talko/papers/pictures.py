"""The results as pictures, each as a drawing and as an image, with the words that say what it shows."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from talko.papers.blocks import Paper, figures
from talko.papers.letters import plain
from talko.papers.typeset import pngs, svgs

LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same plan gives the same file


def pictures(paper: Paper) -> bytes:
    kept = BytesIO()
    with ZipFile(kept, "w", ZIP_DEFLATED) as packed:
        for name, body in named(paper):
            packed.writestr(ZipInfo(name, LONG_AGO), body)
    return kept.getvalue()


def named(paper: Paper) -> Iterator[tuple[str, bytes]]:
    drawn = zip(figures(paper), svgs(paper), pngs(paper), strict=True)
    for n, (figure, svg, png) in enumerate(drawn, 1):
        yield f"result-{n}.svg", svg
        yield f"result-{n}.png", png
        yield f"result-{n}.txt", plain(figure.alt).encode()
