"""The address of a plan: known to who was there, in no table, and always the same."""

import base64
import hmac
import re
from collections.abc import Iterable


def path(secret: bytes, workshop: str) -> str:
    return f"/plan/{workshop}-{proof(secret, workshop)}"


def workshop_of(secret: bytes, token: str) -> str:
    """Which workshop's plan a token opens; "" where it opens none."""
    workshop, _, proved = token.lower().partition("-")
    right = proof(secret, workshop)
    return workshop if hmac.compare_digest(right.encode(), proved.upper().encode()) else ""


# What is read from paper and typed: nine characters, none of which looks like another. 44 bits.

LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LONG = 9
BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212]")


def code(secret: bytes, workshop: str) -> str:
    """As ABC DEF GHJ."""
    made = int.from_bytes(hmac.digest(secret, f"plan code {workshop}".encode(), "sha256"))
    letters = "".join(LETTERS[made // len(LETTERS) ** n % len(LETTERS)] for n in range(LONG))
    return " ".join((letters[:3], letters[3:6], letters[6:]))


def workshop_of_code(secret: bytes, typed: str, workshops: Iterable[str]) -> str:
    """Which of these it is; "" for none. It stands in no table, so each is asked."""
    said = BETWEEN.sub("", typed.upper())
    return next((id for id in workshops if hmac.compare_digest(bare(secret, id), said.encode())), "")


def bare(secret: bytes, workshop: str) -> bytes:
    return code(secret, workshop).replace(" ", "").encode()


def proof(secret: bytes, workshop: str) -> str:
    """128 bits, as those of the door."""
    made = hmac.digest(secret, f"plan {workshop}".encode(), "sha256")[:16]
    return base64.b32encode(made).decode().rstrip("=")
