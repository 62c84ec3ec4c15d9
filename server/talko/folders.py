"""Where the files lie that are not Python: inside the installed package, else beside it in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).parent
CHECKOUT = PACKAGE.parent.parent


def folder(name: str) -> Path:
    """The packaged folder `talko/<name>` if it is there, else the checkout's `<name>`."""
    packaged = PACKAGE / name
    return packaged if packaged.is_dir() else CHECKOUT / name
