"""Closing: the gate is gone through, or some of it is left open and the plan says so."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.whole.driver import Play


async def close(playing: Play) -> Sequence[str]:
    """What was missing, in the end."""
    if playing.chance.random() < 0.75:
        await mend(playing)
    missing = tuple(playing.look["gate"]["missing"])
    _, why, told = await playing.ask(playing.leads, "close_workshop")
    assert (why, tuple(told)) == (("not_finished", missing) if missing else ("", ()))
    if missing:
        await playing.lead("close_unfinished")
    assert playing.look["agenda"]["closed"]
    return missing


async def mend(playing: Play) -> None:
    gate = playing.look["gate"]
    for id in gate["unselected"]:
        await playing.lead("park", item=id, decision="later", reason=playing.text(), lang="fi")
    for id in gate["previous"]:
        report = playing.chance.choice(["keep", "change", "stop", "spread"])
        await playing.lead("report_item", card=id, report=report, note=playing.text(), lang="fi")
    for rule in gate["asked"]:
        await playing.lead("attest", rule=rule, holds=True)
    date = (playing.today + timedelta(days=30)).isoformat()
    await playing.lead("set_contact", date=date, time="13:00", place="Asukastalo", what=playing.text())


def texts(found: Any) -> list[str]:
    """Every text in it, at any depth."""
    if isinstance(found, dict):
        return [text for each in found.values() for text in texts(each)]
    return [found] if isinstance(found, str) else []
