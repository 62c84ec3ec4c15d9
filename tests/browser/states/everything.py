"""One play of the example and of a second workshop, in which each state of each page is looked at once."""

from tests.browser.states import wanted
from tests.browser.states.faces import Faces
from tests.browser.states.looking import Looking
from tests.browser.states.plain import WAYS, plain_pages, sorry_pages
from tests.browser.states.play import Watched, faults, watched
from tests.browser.states.second import gone, made, second

LAST = "POST /home/link"  # signs everybody out


async def everything(looking: Looking) -> list[str]:
    """What is wrong anywhere; and what there is but was not seen."""
    async with watched(looking) as play:
        to_come = await made(play)
        await play.whole()
        await late_answer(play)
        plain = await plain_pages(play)
        for way in dict.fromkeys(way for route, way in WAYS.items() if route != LAST):
            await way(plain, to_come)
        await sorry_pages(plain)
        beside = await second(play, to_come)
        await beside.whole()
        await beside.faces.offline()
        await gone(play)
        await WAYS[LAST](plain, to_come)
        return [*looking.faults, *faults(play.faces.devices), *unseen(looking)]


async def late_answer(play: Watched) -> None:
    """On the phone of whoever asked for time."""
    rounds = play.example.activity("p2")["rounds"]
    who = next(each["by"] for told in rounds for each in told["ballots"] if each["level"] == "need_time")
    its = play.faces
    faces = Faces(its.devices, its.wire, its.looking, its.workshop, {"phone": play.phones[who].browser})
    await faces.at("late answer", "phone")


def unseen(looking: Looking) -> list[str]:
    missing = wanted.of_faces() - looking.seen.keys()
    return [f"{each}: nobody came to see it" for each in sorted(missing)]
