"""A day, written as 2026-10-08, so that days sort as they follow."""

from datetime import date

from talko.core.people import Refused

MOST_YEARS = 2  # nobody waits longer; a year further off is a slip of the finger


def is_day(text: str) -> bool:
    """`fromisoformat` alone also takes a week's day, 2026-W41-4."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def cannot_be(text: str, today: str) -> Refused | None:
    """Of something that is still to come; today itself is not past."""
    if not is_day(text):
        return Refused("date_needed")
    if text < today:
        return Refused("date_past")
    return Refused("date_far") if text[:4] > str(int(today[:4]) + MOST_YEARS) else None
