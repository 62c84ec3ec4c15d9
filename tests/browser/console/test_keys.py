"""A console led by keys alone: those of a remote, and a few letters; on a tablet and on a phone too."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.console.desk import Desk, desk

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WIDTH = "document.documentElement.scrollWidth"
FROM_THE_TOP = """() => [".step", ".time", "#next", "#break", "main h1"].map((each) =>
    document.querySelector(each).getBoundingClientRect().top)"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def at() -> AsyncIterator[Desk]:
    async with desk() as found:
        yield found


async def life(at: Desk, step: str) -> str:
    return str((await at.view())["lives"][step]["life"])


async def is_at(at: Desk, step: str) -> None:
    name = at.here.play.texts["activities"]
    assert isinstance(name, dict)
    its = name[step]
    assert isinstance(its, dict)
    await expect(at.page.locator("main h1")).to_have_text(str(its["prompt"]))
    await expect(at.page.locator("#primary")).to_have_attribute("aria-disabled", "false")


async def test_a_remote_leads_on_and_back_and_a_field_keeps_its_keys(at: Desk) -> None:
    await at.page.keyboard.press("PageDown")
    await is_at(at, "o1")
    await at.page.keyboard.press("PageDown")
    await is_at(at, "o2")
    await at.page.keyboard.press("PageUp")
    await is_at(at, "o1")
    await at.page.locator("#hard-words summary").click()
    await at.page.get_by_role("button", name="Selitä muu sana").click()
    for key in ("PageDown", "PageUp", "b", "j", "f", "r", "?"):
        await at.page.keyboard.press(key)
    await expect(at.page.get_by_label("Vaikea sana")).to_have_value("bjfr?")
    await expect(at.page.locator("dialog[open]")).to_have_count(0)
    assert (await at.view())["agenda"]["current"] == "o1"
    await at.page.get_by_role("button", name="Peru").first.click()


async def test_what_is_open_is_closed_before_one_goes_back(at: Desk) -> None:
    await at.goes_to("n1")
    await is_at(at, "n1")
    await at.page.keyboard.press("PageDown")
    await expect(at.page.locator("#primary")).to_have_text("Sulje kirjoittaminen")
    back = at.page.get_by_role("button", name="Takaisin")
    await expect(back).to_have_attribute("aria-disabled", "true")
    await expect(back).to_have_accessible_description("Sulje ensin tämä kohta. Sitten pääset takaisin.")
    await at.page.keyboard.press("PageUp")
    await expect(at.page.locator(".notice.told")).to_have_text(
        "Sulje ensin tämä kohta. Sitten pääset takaisin."
    )
    assert await life(at, "n1") == "open"


async def test_showing_needs_a_second_press_of_either_key(at: Desk) -> None:
    await at.page.keyboard.press("PageDown")
    await expect(at.page.locator("#primary")).to_have_text("Näytä kaikille")
    await expect(at.page.locator("#primary")).to_have_attribute("aria-disabled", "false")
    await at.page.keyboard.press("PageDown")
    await expect(at.page.locator(".effect")).to_contain_text("Paina uudelleen")
    assert await life(at, "n1") == "closed"
    await at.page.keyboard.press("r")
    await expect(at.page.locator("#primary")).to_contain_text("Seuraava:")
    assert await life(at, "n1") == "revealed"


async def test_letters_blank_the_screen_and_show_the_code_and_can_be_turned_off(at: Desk) -> None:
    screen = await same_browser(at)
    await at.page.keyboard.press("b")
    await expect(screen.locator("#app")).to_have_text("Näyttö lepää.")
    await expect(at.page.get_by_role("button", name="Pimennä")).to_have_attribute("aria-pressed", "true")
    await at.page.keyboard.press("b")
    await at.page.keyboard.press("j")
    await expect(screen.locator(".qr").first).to_be_visible()
    await at.page.keyboard.press("j")
    await at.page.keyboard.press("?")
    await expect(at.page.locator("#keys-name")).to_be_focused()
    await at.page.get_by_label("Kirjaimet ovat pikanäppäimiä").press("Space")
    await at.page.keyboard.press("Escape")
    await at.page.keyboard.press("b")
    await at.page.keyboard.press("PageDown")
    await expect(screen.locator("#app")).not_to_have_text("Näyttö lepää.")
    await at.page.get_by_role("button", name="Pikanäppäimet").click()
    await at.page.get_by_label("Kirjaimet ovat pikanäppäimiä").check()
    await at.page.keyboard.press("Escape")
    await screen.close()


async def test_where_the_screen_is_dark_a_bar_says_so_and_lights_it(at: Desk) -> None:
    screen = await same_browser(at)
    bar = at.page.locator("#dark-bar")
    await expect(bar).to_have_count(0)
    await screen.keyboard.press("b")
    await expect(bar).to_contain_text("Valkokangas on pimeänä.")
    await expect(screen.locator("#app")).to_have_text("Näyttö lepää.")
    await at.page.bring_to_front()
    await bar.get_by_role("button").focus()
    await at.page.keyboard.press("Enter")
    await expect(screen.locator("#app")).not_to_have_text("Näyttö lepää.")
    await expect(bar).to_have_count(0)
    assert await at.page.evaluate("document.activeElement !== document.body")
    await screen.close()


async def same_browser(at: Desk) -> Page:
    async with at.page.context.expect_page() as opened:
        await at.page.get_by_role("button", name="Avaa valkokangas").press("Enter")
    screen = await opened.value
    await expect(screen.locator(".face")).to_be_visible()
    await at.page.bring_to_front()
    return screen


async def test_the_small_picture_shows_what_the_screen_shows_and_takes_no_focus(at: Desk) -> None:
    inside = at.page.frame_locator("iframe")
    await expect(inside.locator(".face")).to_be_visible()
    assert await at.page.locator(".small-screen").get_attribute("inert") is not None
    assert await at.page.locator(".small-screen").get_attribute("aria-hidden") == "true"
    await expect(at.page.locator(".preview .spoken")).not_to_be_empty()


@pytest.mark.parametrize(("width", "height"), [(820, 1180), (390, 844)])
async def test_nothing_is_wider_than_a_tablet_or_a_phone(at: Desk, width: int, height: int) -> None:
    await at.page.set_viewport_size({"width": width, "height": height})
    await expect(at.page.locator(".columns")).to_have_class(
        "columns console " + ("middle" if width > 767 else "small")
    )
    assert await at.page.evaluate(WIDTH) == width


async def test_on_a_phone_the_step_the_time_and_what_comes_next_stand_first(at: Desk) -> None:
    await is_at(at, "n2")
    await at.page.set_viewport_size({"width": 390, "height": 844})
    await expect(at.page.locator(".step")).to_be_visible()
    tops = await at.page.evaluate(FROM_THE_TOP)
    assert tops == sorted(tops) and tops[2] < 844
