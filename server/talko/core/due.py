"""What the room has to look after by itself, when its time has come."""

from talko.core.activities import collect, consent
from talko.core.cards import strip
from talko.core.whole import Workshop


def waiting(workshop: Workshop) -> dict[str, int]:
    """How many cards wait in each unhurried strip. The room asks, and releases them when they are due."""
    if workshop.agenda.closed:
        return {}
    strips = [each for each in workshop.activities.values() if isinstance(each, collect.State)]
    return {each.id: n for each in strips if (n := len(strip.waiting(each.cards)))}


def passed(workshop: Workshop, today: str) -> list[tuple[str, str]]:
    """Activity and round of each consent whose date is over without an answer."""
    consents = [each for each in workshop.activities.values() if isinstance(each, consent.State)]
    dates = (
        (each.id, round, date) for each in consents for round, date in consent.needs_time_until(each).items()
    )
    return [(id, round) for id, round, date in dates if date and date < today]
