"""A result by sides says in words where they agree and where they differ."""

import pytest
from playwright.async_api import Page, expect

from talko.core.people import SIDE_OF, Role
from talko.demo.client import Object
from tests.browser.console.desk import NAMES, Desk, with_cards
from tests.browser.room import room
from tests.browser.screen.measured import faults, resize

pytestmark = pytest.mark.browser

VOTE = "n4"
PAGES_TURN_MS = 40_000  # what does not fit comes on the next page
ROWS = """(rows) => rows.map((row) => [
    [...row.querySelectorAll(".sides > span")].map((each) => each.getBoundingClientRect().top),
    row.getBoundingClientRect().height / innerHeight])"""
CHOICES = {"users": (1, 2, 0), "workers": (1, 0, 2)}


async def test_the_screen_says_where_the_sides_agree_and_where_they_differ() -> None:
    async with room() as (here, home):
        at = Desk(here, await here.face("console", home, 1440, 900), home)
        screen = await here.face("screen", home, 1920, 1080)
        await with_cards(at)
        await at.goes_to(VOTE)
        await vote(at, await at.does("open", VOTE))
        await expect(screen.locator(".count b")).to_have_text(f"{len(voters(at))} / 25")
        for do in ("close", "reveal"):
            await at.does(do, VOTE)
        await said(screen, dict(zip(NAMES, ("= Samaa mieltä", "≠ Eri mieltä", "≠ Eri mieltä"), strict=True)))
        for width, height in ((1920, 1080), (1024, 768)):
            await resize(screen, width, height)
            await all_in_sight(screen)
        await in_two_languages(at, screen)
        assert await faults(screen) == []
        assert await screen.evaluate("violations") == []


def voters(at: Desk) -> dict[str, str]:
    """Who has a phone and a side, by that side."""
    roles = {each["id"]: each["role"] for each in at.here.play.example.people}
    sides = {who: SIDE_OF[Role(roles[who])] for who in at.here.play.phones}
    return {who: side for who, side in sides.items() if side in CHOICES}


async def vote(at: Desk, round: str) -> None:
    for who, side in voters(at).items():
        dots: Object = {theme: n for theme, n in zip(at.themes, CHOICES[side], strict=True) if n}
        ballot: Object = {"round": round, "n": 1, "choice": {"dots": dots}}
        await at.here.play.phones[who].send("cast", VOTE, ballot)


async def all_in_sight(screen: Page) -> None:
    """Each row with both sides in one line, none too high, and nothing on a next page."""
    rows = screen.locator(".rows > li")
    await expect(rows).to_have_count(len(NAMES))
    await expect(screen.locator(".more")).not_to_contain_text("+")
    for tops, high in await rows.evaluate_all(ROWS):
        assert len(tops) == 2 and abs(tops[0] - tops[1]) < 1
        assert high <= 0.16


async def in_two_languages(at: Desk, screen: Page) -> None:
    """What is going on is said in both, and not only what is asked."""
    await at.does("set_screen", "", {"calm": False, "also": "sv"})
    await expect(screen.locator(".heading h2 .also[lang=sv]")).to_have_text("Resultat")


async def said(screen: Page, wanted: dict[str, str]) -> None:
    for name, words in wanted.items():
        row = screen.locator(".rows > li").filter(has_text=name)
        await expect(row.locator(".agreement")).to_have_text(words, timeout=PAGES_TURN_MS)
