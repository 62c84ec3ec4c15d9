"""The example's follow-up and the review of its pilot play through the links; the plan says what happened."""

from collections import Counter
from contextlib import AsyncExitStack

from talko.demo import EXAMPLE, example, start, terminal
from talko.demo.client import at, inside
from talko.demo.play import begin
from talko.folders import folder
from tests.demo.followed import Followed
from tests.demo.reviewed import Reviewed, written
from tests.faults.plug import free_port


async def test_what_was_agreed_is_followed_up_and_reviewed_and_the_plan_says_what_became_of_it() -> None:
    told = example.read(folder("workshop_templates") / EXAMPLE)
    assert len(told.followup) == 5
    async with start.place(told, free_port()) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (told, terminal.Silent(), 0.0))
        play.move_clock = place.move_clock
        await play.whole()
        followed = Followed(play)
        await play.move_clock("2026-10-12")
        assert "Se on myöhässä" not in await followed.page()  # the last day of one of them is not over
        await followed.whole()
        await says_what_happened(followed)
        await is_reviewed(followed)


async def says_what_happened(followed: Followed) -> None:
    plan, page = await followed.plan(), await followed.page()
    for id, status, lines in (("A1", "done", 1), ("A2", "done", 1), ("A3", "done", 2), ("A6", "done", 1)):
        its = inside(at(plan, "activities", "c1", "records", await followed.record(id), "followed"))
        assert (its["status"], len(inside(its["lines"]))) == (status, lines)
    for line in followed.play.example.followup:
        assert str(line["note"]) in page
    assert "20. lokakuuta 2026 Seuraaja: ! Se on myöhässä Kahviraha on kunnossa." in page
    assert page.count("✓ Se on tehty") >= 4
    # Nobody has said anything of these two, and their days have passed: 19 and 14 October.
    for id in ("A4", "A5"):
        what = next(
            each["what"] for each in followed.play.example.activity("c1")["records"] if each["id"] == id
        )
        assert f"{what} ! Se on myöhässä" in page


async def is_reviewed(followed: Followed) -> None:
    """Its decision is then told by who follows the pilot up, and stands on the first plan."""
    pilot = await followed.record("P1", "p1")
    reviewed = Reviewed(followed.play, pilot)
    await followed.play.move_clock(reviewed.review["date"])
    plan = await reviewed.whole()
    assert written(plan) == {each["text"] for each in reviewed.review["cards"]}
    (result,) = inside(at(plan, "activities", "q4", "rounds")).values()
    (counts,) = [inside(at(its, "keep", "counts")) for its in inside(at(result, "results")).values()]
    wanted = sorted(Counter(each["v"] for each in reviewed.review["keep"]).values())
    assert sorted(n for n in counts.values() if isinstance(n, int) and n) == wanted
    decided = reviewed.review["decision"]
    assert at(plan, "activities", "q6", "proposals", "all", "result") == decided["consent"]
    await followed.tells(pilot, "follower", "decide_pilot", decision="change", why=decided["text"], place="")
    assert f"Sitä muutetaan. {decided['text']}" in await followed.page()
