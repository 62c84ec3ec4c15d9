"""A real store in a folder of its own, for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from talko.store.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = Store.open(folder)
    yield opened
    opened.close()
