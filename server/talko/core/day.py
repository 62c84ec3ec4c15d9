"""A day, written as 2026-10-08, so that days sort as they follow."""

from datetime import date

from talko.core.people import Refused


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
    return Refused("date_past") if text < today else None
