"""One process at a time: two that write one SQLite file can corrupt it."""

import fcntl
from pathlib import Path
from typing import TextIO


class Busy(Exception):
    """Another process holds the lock. The message is one plain sentence."""


def take(folder: Path) -> TextIO:
    """Held while the file is open. The system lets it go when the process ends, however it ends."""
    file = (folder / "lock").open("a")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        raise Busy(f"Another Talko is running with the data in {folder}.") from None
    return file
