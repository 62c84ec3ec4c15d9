"""The example as all its faces are pressed by Finnish words; Swedish is told as Finnish."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from talko.demo import EXAMPLE
from talko.demo.expected.held import with_template
from talko.demo.expected.whole import block
from talko.folders import folder

SPOKEN, NOT_SPOKEN = "fi", "sv"


def spoken() -> dict[str, Any]:
    """With what must come out of it worked out anew, by the script that knows nothing of the server."""
    file: Path = folder("workshop_templates") / EXAMPLE
    told: dict[str, Any] = in_finnish(yaml.load(file.read_text("utf-8"), yaml.CSafeLoader))
    return {**told, **block(with_template(told))}


def in_finnish(told: Any) -> Any:
    if isinstance(told, dict):
        return {
            key: SPOKEN if (key, each) == ("lang", NOT_SPOKEN) else in_finnish(each)
            for key, each in told.items()
        }
    return [in_finnish(each) for each in told] if isinstance(told, list) else told
