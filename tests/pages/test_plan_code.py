"""The code of a plan, typed from paper: it opens that plan, and is guarded as the door's."""

import pytest

from talko.pages.house import House
from talko.pages.plan.link import code, path, workshop_of_code
from tests.pages.browser import Browser, Workshop, told
from tests.pages.meeting import Meeting, begun

SECRET = b"s" * 32


@pytest.fixture
async def over(house: House, anna: Browser) -> Meeting:
    meeting = await begun(house, anna, users=1, workers=1)
    await meeting.does("close_unfinished")
    return meeting


@pytest.mark.parametrize("typed", ["", "ABC", "ABC DEF GHJ", "000 000 000", "ä" * 9, "x" * 400])
async def test_a_wrong_code_says_what_to_do_and_stays_to_be_mended(
    over: Meeting, browser: Browser, typed: str
) -> None:
    answer = await browser.post("/plan", {"code": typed})
    assert answer.status_code == 422 and "Check each letter." in told(answer)
    assert f'value="{typed[:40]}"' in answer.text


async def test_the_code_of_a_plan_that_is_still_to_come_opens_nothing(
    house: House, workshop: Workshop, browser: Browser
) -> None:
    typed = code(house.store.secret, workshop.id)
    assert (await browser.post("/plan", {"code": typed})).status_code == 422


async def test_the_nine_digits_of_a_door_open_no_plan(over: Meeting, browser: Browser) -> None:
    assert (await browser.post("/plan", {"code": over.made.code})).status_code == 422


async def test_after_many_wrong_codes_it_waits(over: Meeting, house: House, browser: Browser) -> None:
    for _ in range(30):
        await browser.post("/plan", {"code": "ABC DEF GHJ"})
    house.brake._waiting["127.0.0.1"] = 30
    answer = await browser.post("/plan", {"code": code(house.store.secret, over.made.id)})
    assert answer.status_code == 429 and answer.headers["retry-after"] == "60"
    assert "Many wrong codes came just now." in told(answer)


@pytest.mark.parametrize(
    "way", [str, str.lower, lambda code: code.replace(" ", ""), lambda code: code.replace(" ", "-")]
)
async def test_the_right_one_leads_to_the_plan_however_it_is_typed(
    over: Meeting, house: House, browser: Browser, way: type[str]
) -> None:
    typed = code(house.store.secret, over.made.id)
    answer = await browser.post("/plan", {"code": way(typed)})
    assert (answer.status_code, answer.headers["location"]) == (303, path(house.store.secret, over.made.id))


async def test_it_stands_on_the_plan_and_on_the_facilitators_page(
    over: Meeting, house: House, browser: Browser, anna: Browser
) -> None:
    typed = code(house.store.secret, over.made.id)
    for page in (await browser.get(over.plan), await anna.get(over.made.home)):
        assert (typed in told(page) and "talko.test/plan" in told(page)) or typed in told(page)
    assert "Type the code of the plan." in told(await browser.get("/plan"))


def test_each_workshop_has_another_one_and_no_letter_looks_like_another() -> None:
    codes = {code(SECRET, f"workshop{n}") for n in range(1000)}
    assert len(codes) == 1000 and not set("".join(codes)) & set("01IOL")
    assert {len(each) for each in codes} == {11}
    assert workshop_of_code(SECRET, code(SECRET, "w2"), ["w1", "w2"]) == "w2"
    assert workshop_of_code(SECRET, code(SECRET, "w3"), ["w1", "w2"]) == ""
