"""The example's follow-up plays through the links: the plan says what happened, and late is seen as late."""

from contextlib import AsyncExitStack

from talko.demo import EXAMPLE, example, start, terminal
from talko.demo.client import at, inside
from talko.demo.play import begin
from talko.folders import folder
from tests.demo.followed import Followed
from tests.faults.plug import free_port


async def test_five_lines_are_told_by_link_and_the_plan_says_what_became_of_each() -> None:
    told = example.read(folder("workshop_templates") / EXAMPLE)
    assert len(told.followup) == 5
    async with start.place(told, free_port()) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (told, terminal.Silent(), 0.0))
        play.move_clock = place.move_clock
        await play.whole()
        followed = Followed(play)
        assert "Se on myöhässä" not in await followed.page()
        await play.move_clock("2026-10-12")
        assert "Se on myöhässä" not in await followed.page()  # the last day of one of them is not over
        await followed.whole()
        await says_what_happened(followed)


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
