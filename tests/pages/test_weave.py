"""The weave of a plan: one thread for each person, by side only where people are told by side."""

import re

import pytest

from talko.core.audience import View
from talko.pages.house import House
from talko.pages.plan.weave import ALIKE, ROWS, THREAD, spread, weave
from tests.pages.browser import Browser
from tests.pages.meeting import begun, closed


def threads(people: View) -> dict[str, int]:
    return {side: path.count("M") for side, path in weave(people).threads.items()}


@pytest.mark.parametrize("n", [1, 5, 24, 40, 41, 161, 1000])
def test_there_is_one_thread_for_each_person(n: int) -> None:
    made = weave({"came": n})
    assert threads({"came": n}) == {ALIKE: n}
    assert made.marks == {ALIKE: ""} and made.high <= ROWS * 36


def test_where_nobody_came_there_is_no_weave() -> None:
    assert weave({"came": 0}).wide == 0


def test_each_side_has_its_own_pattern_where_sides_are_told() -> None:
    people: View = {"came": 24, "sides": {"users": 13, "workers": 11}}
    assert threads(people) == {"users": 13, "workers": 11}
    made = weave(people)
    assert made.wide == 24 * THREAD and not made.marks["users"] and made.marks["workers"]


def test_who_came_after_people_were_counted_has_no_side() -> None:
    people: View = {"came": 26, "sides": {"users": 13, "workers": 11}}
    assert threads(people) == {"users": 13, "workers": 11, ALIKE: 2}


def test_the_order_follows_from_the_numbers_alone() -> None:
    assert spread({"a": 2, "b": 4}) == spread({"b": 4, "a": 2}) == ["b", "a", "b", "b", "a", "b"]


async def test_small_sides_leave_every_thread_alike(house: House, anna: Browser, browser: Browser) -> None:
    meeting = await begun(house, anna, users=6, workers=4)
    await closed(meeting)
    page = (await browser.get(meeting.plan)).text
    assert re.findall(r'class="thread (\w+)"', page) == [ALIKE]
    assert "10 people took part. There is one thread for each person." in page
    assert "Workers" not in page.partition("<h1")[0]


async def test_a_plan_tells_its_weave_in_words_too(house: House, anna: Browser, browser: Browser) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    page = (await browser.get(meeting.plan)).text
    said = re.findall(r'<svg class="weave"[^>]* role="img" aria-label="([^"]*)"', page)
    assert said == [
        "11 people took part. Clients and close ones: 6, Workers: 5. There is one thread for each person."
    ]
    assert f"{meeting.plan}</p>" in page  # for whoever holds it on paper
