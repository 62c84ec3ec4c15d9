"""What the press runs in a process of its own, so that no room waits for a paper."""

import os
import signal

from talko.pages.plan.speech import speech
from talko.papers.schema import from_json
from talko.papers.shelf import PAPERS

BEHIND = 10  # of the process, so that the rooms come first


def begin() -> None:
    """Who ends the server ends this too, by its pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.nice(BEHIND)


def printed(name: str, told: bytes) -> bytes:
    """`told` is the document as JSON: it says its language itself."""
    document = from_json(told)
    return PAPERS[name].make(document, speech(document.lang))
