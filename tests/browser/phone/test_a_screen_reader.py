"""Whoever hears the page is told once what they did and where the room goes, and not of everything else."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.phone.spoken import listen, regions, spoken
from tests.browser.phone.walk import Saying, walk
from tests.browser.room import Room, come_in, room

pytestmark = pytest.mark.browser

BATCHES, PACE_MS = 6, 10_000  # a minute, of which the phone's own clock tells
IDEA = "Bussi ei kulje illalla."


async def phone_with_a_clock(here: Room) -> Page:
    """It goes on only when it is told to, so that a minute need not take one."""
    page = await here.page()
    await page.clock.install()
    await page.goto(here.play.doors.join)
    await come_in(page)
    await expect(page.locator(".bar .sign")).to_contain_text("Yhteys kunnossa")
    return page


async def flood(here: Room, page: Page, batches: list[list[Saying]]) -> None:
    for batch in batches:
        for who, do, step, d in batch:
            await here.play.say(who, do, step, d)
        await page.wait_for_timeout(200)
        await page.clock.run_for(PACE_MS)


async def test_sixty_ideas_in_a_minute_are_at_most_six_sentences() -> None:
    async with room() as (here, _):
        await here.play.come_in()
        people = list(here.play.phones)[:20]
        await here.play.go_to_writing()
        page = await phone_with_a_clock(here)
        await page.clock.run_for(PACE_MS)
        await listen(page)
        cards: list[Saying] = [
            (who, "add_card", "n1", {"text": f"{who} {n}", "lang": "fi", "entry": "self"})
            for n in range(3)
            for who in people
        ]
        await flood(here, page, [cards[n::BATCHES] for n in range(BATCHES)])
        told = await spoken(page)
        assert 1 <= len(told) <= BATCHES and await spoken(page, "alert") == [], told
        assert told[-1].endswith("korttia kirjoitettu")
        assert sorted(await regions(page)) == ["polite alone", "urgent alone"]


async def test_three_hundred_votes_in_a_minute_are_at_most_six_sentences() -> None:
    async with walk() as there:
        here = there.here
        await here.play.come_in()
        people = list(here.play.phones)[:20]
        await there.go_to("n4")
        page = await phone_with_a_clock(here)
        await page.clock.run_for(PACE_MS)
        vote = (await here.seen())["activities"]["n4"]
        option = next(iter(vote["options"]))
        await listen(page)
        votes: list[Saying] = [
            (who, "cast", "n4", {"round": vote["round"], "n": n, "choice": {"dots": {option: 1 + n % 2}}})
            for n in range(1, 16)
            for who in people
        ]
        assert len(votes) == 300
        await flood(here, page, [votes[n::BATCHES] for n in range(BATCHES)])
        told = await spoken(page)
        assert 1 <= len(told) <= BATCHES and await spoken(page, "alert") == [], told


@pytest.mark.parametrize("level", ["important", "none"])
async def test_whoever_wants_to_hear_less_is_told_less(level: str) -> None:
    async with walk() as there:
        await there.here.play.come_in()
        who = next(iter(there.here.play.phones))
        await there.go_to("n1")
        page = there.phone
        await page.locator("#help > summary").click()
        await page.locator("#aloud").select_option(level)
        await page.keyboard.press("Escape")
        await listen(page)
        await there.here.play.say(who, "add_card", "n1", {"text": IDEA, "lang": "fi", "entry": "self"})
        await page.locator("#text").fill(IDEA)
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await expect(page.locator("#mine .card")).to_contain_text("✓ Lähetetty")
        await there.go_to("n2")
        told = await spoken(page)
        assert [each for each in told if "kirjoitettu" in each] == []
        assert bool(told) is (level == "important")


async def test_what_one_did_and_where_the_room_goes_is_told_exactly_once() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        await listen(page)
        await page.locator("#text").fill(IDEA)
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await expect(page.locator("#mine .card")).to_contain_text("✓ Lähetetty")
        await page.wait_for_timeout(300)
        assert await spoken(page) == ["Kiitos. Korttisi on lähetetty."]

        await listen(page)
        await page.locator("#text").fill("Tämä jää kesken.")
        await there.go_to("n2")
        prompt = str(there.here.play.setting("n2", "prompt"))
        assert await spoken(page, "alert") == [f"Tarpeet. {prompt}"]
        assert (await page.title()).startswith(prompt)
        await expect(page.locator("#text")).to_be_focused()
        await expect(page.locator("#text")).to_have_value("Tämä jää kesken.")
