"""A real store in a folder of its own, for every test."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import strategies as st

from talko.store.store import Store
from tests.store import ready


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    opened = ready.opened(folder)
    yield opened
    opened.close()


def dictionaries(mapping: Any) -> st.SearchStrategy[dict[Any, Any]]:
    key, value = get_args(mapping)
    return st.dictionaries(st.from_type(key), st.from_type(value), max_size=3)


st.register_type_strategy(Mapping, dictionaries)  # no other mapping is in an event or a ballot
