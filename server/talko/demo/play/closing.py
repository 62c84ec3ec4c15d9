"""The end: somebody has to leave early, closing is tried too early, and then it is done."""

from __future__ import annotations

from talko.demo.play.seats import Seats
from talko.demo.said import Refused


async def leave(seats: Seats) -> None:
    """Before the commitment is asked for."""
    for event in seats.example.of("leave"):
        await seats.tempo.until(event["t"])
        await seats.say(event["who"], "leave", "")


async def try_to_close(seats: Seats) -> bool:
    try:
        await seats.lead("close_workshop", "")
    except Refused as no:
        seats.tries.append({"why": no.why, "missing": [*no.missing]})
        return False
    seats.tries.append({"why": "", "missing": []})
    return True


async def close(seats: Seats) -> None:
    """The meeting can always end."""
    for event in seats.example.of("close"):
        await seats.tempo.until(event["t"])
    if not await try_to_close(seats):
        await seats.lead("close_unfinished", "")
    for sight in seats.sights:
        await sight.until(lambda each: each.at("agenda", "closed") is True, "that it is over")
