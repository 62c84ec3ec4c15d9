"""The figures of a play: what a command costs the server, and what stands on the wall in the end."""

from talko.demo import crowd
from talko.demo.client import Json, at
from talko.demo.line import Line
from talko.demo.play import WRITING, Play
from talko.demo.start import Meter


async def figures(play: Play, meter: Meter, commands: int) -> dict[str, Json]:
    """Of the play itself, or of so many commands that many more phones give after it."""
    told = await standing(play)
    if not commands:
        return measured(meter, play.everybody()) | told
    many, alone = await crowd.gather(play, commands), Meter(meter.place)
    with alone.running():
        await crowd.write(many)
    return measured(alone, many) | told


def measured(meter: Meter, lines: list[Line]) -> dict[str, Json]:
    done = sum(len(line.done) for line in lines)
    return {
        "commands": done,
        "lines": len(lines),
        "seconds": round(meter.seconds, 3),
        "cpu_ms_per_command": round(1000 * meter.cpu / done, 3),
    }


async def standing(play: Play) -> dict[str, Json]:
    """What the facilitator's console says of the example."""
    view = (await play.iida.json(f"{play.doors.place('console')}/view"))["view"]
    cards = at(view, "activities", WRITING, "cards")
    assert isinstance(cards, dict)
    hidden = sum("hidden" in card for card in cards.values() if isinstance(card, dict))
    return {
        "people": at(view, "lobby", "joined"),
        "field_cards": at(view, "brought", "field"),
        "cards": len(cards) - hidden,
        "hidden": hidden,
    }
