"""Scripts, styles and fonts: read once, zipped once, and kept by the browser for ever under their hash."""

import gzip
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from talko.folders import folder

FOLDERS = ("css", "img", "js", "vendor")
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
}
IMPORT = re.compile(r"""^\s*(?:import|export)\b[^"';]*["'](\.[^"']+)["']""", re.MULTILINE)
COMMENT = re.compile(
    r"^[ \t]*(?:/\*(?:(?!\*/).)*\*/[ \t]*$|//[^\n]*$)", re.MULTILINE | re.DOTALL
)  # with a line to itself
FOR_EVER = "public, max-age=31536000, immutable"


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
        self._root = root

    def url(self, name: str) -> str:
        return f"/a/{self.hash}/{name}"

    def has(self, name: str) -> bool:
        return name in self.by_name

    def modules(self, script: str) -> list[str]:
        """The script and all it imports, so that a page can ask for all of them at once."""
        found: dict[str, None] = {}
        waiting = [script]
        while waiting:
            name = waiting.pop(0)
            if name in self.by_name and name not in found:
                found[name] = None
                waiting += imported(name, self.by_name[name].body.decode())
        return list(found)


def imported(name: str, source: str) -> Iterator[str]:
    for address in IMPORT.findall(source):
        yield str(joined(PurePosixPath(name).parent, address))


def joined(place: PurePosixPath, address: str) -> PurePosixPath:
    for part in address.split("/"):
        place = place.parent if part == ".." else place if part == "." else place / part
    return place


def files(root: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(file for name in FOLDERS for file in (root / name).rglob("*")):
        if file.suffix in TYPES and file.is_file():
            yield file.relative_to(root).as_posix(), file


def asset(file: Path) -> Asset:
    body = file.read_bytes()
    if file.parts[-2] != "vendor" and file.suffix in (".css", ".js"):
        body = without_comments(body.decode()).encode()
    zipped = b"" if file.suffix == ".woff2" else gzip.compress(body, 9, mtime=0)
    return Asset(body, zipped, TYPES[file.suffix])


def without_comments(source: str) -> str:
    """A phone need not load them. The lines keep their numbers, so that an error can be found."""
    return COMMENT.sub(lambda found: "\n" * found[0].count("\n"), source)


def hashed(assets: dict[str, Asset]) -> str:
    digest = hashlib.sha256()
    for name, each in assets.items():
        digest.update(name.encode() + b"\0" + hashlib.sha256(each.body).digest())
    return digest.hexdigest()[:16]


@cache
def assets() -> Assets:
    return Assets(folder("client"))


def vendor_or_exit() -> None:
    """Nobody else's code lies in the repository, so a fresh checkout lacks it until it is fetched."""
    if not assets().has("vendor/lit-html.js"):
        raise SystemExit("The browser's part is not here yet: run `make` once, then start again.")


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
