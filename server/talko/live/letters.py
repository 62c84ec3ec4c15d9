"""What people type, as it is kept: letters that can be seen, each in one form."""

import re
import unicodedata

TURNING = {*"\u061c\u200e\u200f", *map(chr, range(0x202A, 0x202F)), *map(chr, range(0x2066, 0x206A))}
BLANK = {*"\u00ad\u115f\u1160\u180e\u200b\u2060\u2800\u3164\ufeff\uffa0"}
UNSEEN = TURNING | BLANK
MARK = "[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe20-\ufe2f]"  # what is put on a letter
PILE = re.compile(f"({MARK}{{2}}){MARK}+")


def clean(text: str) -> str:
    """One form for equal letters; nothing that turns the text around it, hides, or cannot be written down."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", " "))
    seen = PILE.sub(r"\1", "".join(letter for letter in text if letter == "\n" or is_seen(letter)))
    return seen if any(is_drawn(letter) for letter in seen) else ""


def is_seen(letter: str) -> bool:
    return letter not in UNSEEN and unicodedata.category(letter) not in ("Cc", "Cs")


def is_drawn(letter: str) -> bool:
    """Joiners and marks alone show nothing."""
    return unicodedata.category(letter)[0] not in "CMZ" or unicodedata.category(letter) == "Cn"
