"""A remote or a keyboard at the screen: what it moves, what it only shows, and what needs a second press."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from talko.demo.play import WRITING
from tests.browser.room import KEEP_VIOLATIONS, Room, room

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

COUNT_LOCKS = """
    window.locks = 0;
    const request = async () => (locks += 1, { released: true });
    Object.defineProperty(navigator, "wakeLock", { value: { request } });
"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def opened() -> AsyncIterator[tuple[Room, str]]:
    async with room() as both:
        yield both


async def side_by_side(here: Room, home: str) -> tuple[Page, Page]:
    """A console, and the screen that is opened from it in the same browser."""
    browser = await here.chromium.new_context(
        locale="fi-FI", viewport={"width": 1280, "height": 720}, base_url=here.address
    )
    await browser.add_init_script(KEEP_VIOLATIONS)
    await browser.add_init_script(COUNT_LOCKS)
    console = await browser.new_page()
    await console.goto(home)
    await console.locator("main button").click()
    await console.goto(here.play.doors.page)
    await console.locator("form[action$='/console'] button").click()
    async with browser.expect_page() as window:
        await console.get_by_role("button", name="Avaa valkokangas").click()
    screen = await window.value
    await expect(screen.locator(".face")).to_be_visible()
    return console, screen


async def test_a_screen_without_a_console_in_its_browser_moves_nothing_and_says_so(
    opened: tuple[Room, str],
) -> None:
    here, home = opened
    screen = await here.face("screen", home, 1280, 720)
    await screen.keyboard.press("PageDown")
    await expect(screen.locator(".note")).to_be_visible()
    assert (await here.seen())["agenda"]["current"] == ""
    assert await screen.evaluate("navigator.wakeLock") is None  # on plain http, and nothing is said


async def test_a_remote_moves_the_room_through_the_console_and_what_is_final_needs_two_presses(
    opened: tuple[Room, str],
) -> None:
    here, home = opened
    console, screen = await side_by_side(here, home)
    for key, prompt in (
        ("PageDown", "Tervetuloa."),
        ("ArrowRight", "Lue yhteiset"),
        ("PageUp", "Tervetuloa."),
    ):
        await screen.keyboard.press(key)
        await expect(screen.locator("h1")).to_contain_text(prompt)
        await expect(console.locator("h1")).to_contain_text(prompt)
        await screen.wait_for_timeout(600)  # the console takes no two presses at once
    for step in ("o1", "o2", "o3", "n0"):
        await here.play.console.send("go_on", step)
    for do in ("open", "close"):
        await here.play.console.send(do, WRITING)
    await expect(console.locator("#primary")).to_contain_text("Näytä kaikille")
    await screen.keyboard.press("r")
    await expect(screen.locator(".note")).to_contain_text("Paina uudelleen: Näytä kaikille")
    assert (await here.seen())["activities"][WRITING]["life"] == "closed"
    await screen.keyboard.press("r")
    await expect(screen.locator(".note")).to_have_count(0)
    await expect(console.locator("#primary")).not_to_contain_text("Näytä kaikille")
    assert (await here.seen())["activities"][WRITING]["life"] == "revealed"
    assert await screen.evaluate("violations") == []


async def test_the_door_and_a_dark_screen_are_shown_and_taken_away(opened: tuple[Room, str]) -> None:
    here, home = opened
    _, screen = await side_by_side(here, home)
    await screen.keyboard.press("j")
    await expect(screen.locator(".qr")).to_be_visible()
    await screen.keyboard.press("J")
    await expect(screen.locator(".qr")).to_have_count(0)
    for key in ("b", "."):
        await screen.keyboard.press(key)
        await expect(screen.locator(".face")).to_have_count(0)
        await screen.keyboard.press(key)
        await expect(screen.locator(".face")).to_be_visible()
    await screen.keyboard.press("Control+b")
    await expect(screen.locator(".face")).to_be_visible()


async def test_in_a_field_no_key_does_anything(opened: tuple[Room, str]) -> None:
    here, home = opened
    console, screen = await side_by_side(here, home)
    before = (await here.seen())["agenda"]["current"]
    await screen.evaluate("document.body.append(document.createElement('input'))")
    await console.evaluate("document.body.append(document.createElement('textarea'))")
    await screen.locator("input").press("PageDown")
    await screen.locator("input").press_sequentially("bjf. ")
    await console.locator("body > textarea").press("PageDown")
    await expect(screen.locator(".face")).to_be_visible()
    assert await screen.locator("input").input_value() == "bjf. "
    assert (await here.seen())["agenda"]["current"] == before


async def test_in_full_screen_the_cursor_goes_and_the_computer_stays_awake(opened: tuple[Room, str]) -> None:
    here, home = opened
    _, screen = await side_by_side(here, home)
    assert await screen.evaluate("locks") == 1
    await screen.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert await screen.evaluate("locks") == 2
    await screen.keyboard.press("f")
    assert await screen.evaluate("locks") == 3
    await expect(screen.locator("html:fullscreen")).to_be_attached()
    await expect(screen.locator("body")).to_have_css("cursor", "none")
    await screen.mouse.move(100, 100)
    await expect(screen.locator("body")).to_have_css("cursor", "auto")
    await screen.keyboard.press("f")
    await expect(screen.locator("html:fullscreen")).to_have_count(0)
