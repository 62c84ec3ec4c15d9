"""A data folder with a database that was made before: that is most of what opening a store costs."""

import tempfile
from functools import cache
from pathlib import Path

from talko.store.store import Store


def opened(folder: Path) -> Store:
    """Of this version, and empty."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "talko.db").write_bytes(empty())
    return Store.open(folder)


@cache
def empty() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        Store.open(Path(folder)).close()
        return (Path(folder) / "talko.db").read_bytes()
