"""What holds for every test: no time limit fails one, and browser tests need a browser."""

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the browser tests, by name and with the reason, where there is no Chromium."""
    in_browser = [item for item in items if item.get_closest_marker("browser")]
    if in_browser and not has_browser():
        for item in in_browser:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine: run `make browser`"))


def has_browser() -> bool:
    from tools.browser import chromium

    return chromium() is not None
