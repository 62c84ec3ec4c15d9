"""Letters that any reader can show: no control characters, none that turn what follows."""

import re

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
LONG = re.compile(r"[^\s\u00ad-]{41,}")
HERE = 24  # letters, after which a word without an end may be broken
BREAK = "\u200b"


def plain(text: str) -> str:
    return UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))


def line(text: str) -> str:
    """All of it in one line."""
    return " ".join(plain(text).split())


def breakable(text: str) -> str:
    """A word without an end may be broken, so that it does not leave its place."""
    return LONG.sub(lambda found: BREAK.join(pieces(found[0])), plain(text))


def pieces(word: str) -> list[str]:
    return [word[at : at + HERE] for at in range(0, len(word), HERE)]
