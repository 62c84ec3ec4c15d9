"""Each rule can fail: on a page that is wrong on purpose, and not once it is mended."""

from collections.abc import Awaitable, Callable

import pytest
from playwright.async_api import Page

from tests.browser.states import rules
from tests.browser.states.looking import axe
from tests.browser.story.devices import devices

pytestmark = pytest.mark.browser

Rule = Callable[[Page], Awaitable[list[str]]]
PLAIN = "<!doctype html><html lang=en><title>A page</title><main><h1>A page</h1>{}</main>"
LARGE = "<style>button, summary { min-width: 48px; min-height: 48px }</style>"
COVERED = """<style>.bar { position: fixed; inset: 0 0 auto; height: 90px; background: white }</style>
    <div class=bar></div><button>Go on</button>"""
COLOURED = """<style>button { color: black } [aria-pressed=true] { color: red }</style>
    <button aria-pressed=true>Yes</button><button aria-pressed=false>Yes</button>"""
BORDERED = COLOURED.replace("color: red", "border-width: 4px")
MOVING = """<style>@keyframes round { to { rotate: 360deg } } p { animation: round 1s infinite }
    @media (prefers-reduced-motion) { p { animation: WHAT } }</style><p>Here</p>"""
WRONG: dict[str, tuple[Rule, str, str]] = {
    "a picture without words": (axe, "<img src='data:,'>", "<img src='data:,' alt='A bus'>"),
    "a focus that is not seen": (
        rules.focus_is_seen,
        "<style>button { outline: none }</style><button>Go on</button>",
        "<style>button:focus-visible { outline: 3px solid }</style><button>Go on</button>",
    ),
    "a focus under a bar": (
        rules.focus_is_seen,
        COVERED + "<style>:focus-visible { outline: 3px solid }</style>",
        COVERED.replace("fixed", "static") + "<style>:focus-visible { outline: 3px solid }</style>",
    ),
    "a small button": (rules.targets_are_large, "<button>No</button>", LARGE + "<button>No</button>"),
    "a wide page": (
        rules.it_fits_a_small_phone,
        "<p>" + "x" * 140,
        "<p style='overflow-wrap: anywhere'>" + "x" * 140,
    ),
    "a text that is cut": (
        rules.it_fits_a_small_phone,
        "<p style='overflow: hidden; white-space: nowrap'>" + "many words " * 20,
        "<p>" + "many words " * 20,
    ),
    "letters that do not fit": (
        rules.large_letters_lose_nothing,
        "<p style='overflow: hidden; height: 1.2em; font-size: 1rem'>Some words</p>" + "<p>More</p>",
        "<p style='min-height: 1.2em; font-size: 1rem'>Some words</p>" + "<p>More</p>",
    ),
    "words over words": (
        rules.large_letters_lose_nothing,
        "<p style='height: 1em'>These are so many words that they need several lines "
        + "more " * 60
        + "<p>Under</p>",
        "<p>These are so many words that they need several lines " + "more " * 60 + "<p>Under</p>",
    ),
    "a choice in colour alone": (rules.colour_is_not_alone, COLOURED, BORDERED),
    "something that moves": (
        rules.nothing_moves,
        MOVING.replace("WHAT", "round 1s infinite"),
        MOVING.replace("WHAT", "none"),
    ),
}


async def test_each_rule_finds_what_is_wrong_and_nothing_where_it_is_mended() -> None:
    async with devices("http://talko.test") as held:
        page = await held.page(390, 844)
        for what, (rule, wrong, right) in WRONG.items():
            await page.set_content(PLAIN.format(wrong))
            assert await rule(page), what
            await page.set_content(PLAIN.format(right))
            assert await rule(page) == [], what
