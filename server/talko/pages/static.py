"""Scripts, styles and fonts: read once, zipped once, and kept by the browser for ever under their hash."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NotRequired, TypedDict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from talko.folders import folder

LIES_IN = {"js": "built/js", "css": "built/css", "img": "img", "vendor": "vendor"}
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
FOR_EVER = "public, max-age=31536000, immutable"


class Import(TypedDict):
    path: str
    kind: str


class Input(TypedDict):
    bytesInOutput: int


class Output(TypedDict):
    """What esbuild tells of a file it wrote. Paths begin at the checkout."""

    imports: list[Import]
    inputs: dict[str, Input]
    entryPoint: NotRequired[str]  # the source, where it is not a piece that several share


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    zipped: bytes
    type: str


class Assets:
    """Modules import each other by relative addresses, so one hash of all stands in front of each name."""

    def __init__(self, root: Path) -> None:
        self.by_name = {name: asset(file) for name, file in files(root)}
        self.hash = hashed(self.by_name)
        self._outputs = outputs(root)
        self._built = {source_of(each): name for name, each in self._outputs.items() if "entryPoint" in each}

    def url(self, name: str) -> str:
        return f"/a/{self.hash}/{name}"

    def has(self, name: str) -> bool:
        return name in self.by_name

    def modules(self, lang: str, face: str, kind: str = "") -> list[str]:
        """A face's script and what it imports at once; and the part of a kind, which need not wait either."""
        part = self._built.get(f"{lang}/{face}/{kind}.js")
        found = [self._own(f"js/{lang}/{face}.js"), *([part] if part else [])]
        for name in found:
            found += [each for each in imported(self._outputs[name]) if each not in found]
        return found

    def styles(self, face: str, kind: str) -> list[str]:
        """What the first drawing of a kind wears, if that is a file of its own; last what the face wears."""
        first, whole = f"css/{face}-{kind}.css", f"css/{face}.css"
        return [first, whole] if self.has(first) else [whole]

    def _own(self, script: str) -> str:
        """Where its code lies: what parts share is a file of its own, and then nothing else is left."""
        output = self._outputs[script]
        is_empty = not any(each["bytesInOutput"] for each in output["inputs"].values())
        return self._own(imported(output)[0]) if is_empty else script


def imported(output: Output) -> list[str]:
    """What may come later is not asked for."""
    return [name_of(each["path"]) for each in output["imports"] if each["kind"] == "import-statement"]


def outputs(root: Path) -> dict[str, Output]:
    """By the name of the asset."""
    told = [json.loads(file.read_text("utf-8")) for file in sorted((root / "built" / "meta").glob("*.json"))]
    return {name_of(path): output for each in told for path, output in each["outputs"].items()}


def source_of(output: Output) -> str:
    """fi/phone/vote.js"""
    return output["entryPoint"].removeprefix(".cache/said/")


def name_of(path: str) -> str:
    return path.removeprefix("client/built/")


def files(root: Path) -> Iterator[tuple[str, Path]]:
    for name, place in LIES_IN.items():
        for file in sorted((root / place).rglob("*")):
            if file.suffix in TYPES and file.is_file():
                yield f"{name}/{file.relative_to(root / place).as_posix()}", file


def asset(file: Path) -> Asset:
    body = file.read_bytes()
    zipped = b"" if file.suffix == ".woff2" else gzip.compress(body, 9, mtime=0)
    return Asset(body, zipped, TYPES[file.suffix])


def hashed(assets: dict[str, Asset]) -> str:
    digest = hashlib.sha256()
    for name, each in assets.items():
        digest.update(name.encode() + b"\0" + hashlib.sha256(each.body).digest())
    return digest.hexdigest()[:16]


@cache
def assets() -> Assets:
    return Assets(folder("client"))


def made_or_exit() -> None:
    """Nobody else's code lies in the repository, so a fresh checkout lacks it until it is fetched."""
    if not assets().has("js/fi/phone.js"):
        raise SystemExit("The browser's part is not here yet: run `make` once, then start again.")


async def worker(request: Request) -> Response:
    """The one that keeps a phone's page. Its address stays, so it is asked for anew each time."""
    found = assets().by_name["js/worker.js"]
    return Response(found.body, headers={"Cache-Control": "no-cache"}, media_type=found.type)


async def serve(request: Request) -> Response:
    """A page of an earlier release still finds its scripts, in their new form, but does not keep them."""
    known = assets()
    found = known.by_name.get(request.path_params["name"])
    if not found:
        raise HTTPException(404)
    keep = FOR_EVER if request.path_params["hash"] == known.hash else "no-store"
    headers = {"Cache-Control": keep, "Vary": "Accept-Encoding"}
    if found.zipped and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(found.zipped, headers=headers | {"Content-Encoding": "gzip"}, media_type=found.type)
    return Response(found.body, headers=headers, media_type=found.type)
