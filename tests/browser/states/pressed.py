"""What a press brings, and who else sits there: the help bar, the keys, a helper, a co-host, a tablet."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeAlias

from playwright.async_api import Page

from talko.demo import doors
from talko.demo.client import Browser
from tests.browser.phone.voices import VOICES
from tests.browser.states.faces import UNFOLD, cookies
from tests.browser.states.looking import Way, ready

if TYPE_CHECKING:
    from tests.browser.states.play import Watched

Press: TypeAlias = Callable[[Page], Awaitable[None]]
PHONE, DESK, TABLET = (390, 844), (1440, 900), (820, 1180)
AT = "collect"
ON_A_TABLET = (AT, "cluster", "plan")


async def nothing(page: Page) -> None:
    """As it comes."""


async def unfold(page: Page) -> None:
    for _ in range(2):
        await page.evaluate(UNFOLD)


async def listen(page: Page) -> None:
    await page.evaluate("speechSynthesis.learn('fi-FI', 'sv-FI', 'en-GB')")
    await page.locator("#listen").click()
    await page.locator("#listen").filter(has_text="■").wait_for()


async def grow(page: Page) -> None:
    while await page.evaluate("document.documentElement.dataset.size") != "150":
        await page.locator("#size").click()
        await page.wait_for_timeout(100)


async def shrink(page: Page) -> None:
    await page.locator("#size").click()
    await page.locator("html[data-size='100']").wait_for()


async def tell(page: Page) -> None:
    """That one does not understand."""
    if await page.locator("#unclear").get_attribute("aria-pressed") == "false":
        await page.locator("#unclear").click()
    await page.locator("#unclear[aria-pressed=true]").wait_for()


async def take_back(page: Page) -> None:
    await page.locator("#undo").click()
    await page.locator("#unclear[aria-pressed=false]").wait_for()


async def about_me(page: Page) -> None:
    await page.locator("#help > summary").click()
    await page.locator("#about-me > summary").click()
    await page.locator("#about-me > button").wait_for()


async def ask_to_delete(page: Page) -> None:
    await about_me(page)
    await page.locator("#about-me > button").click()
    await page.locator("#delete-what").wait_for()


async def show_keys(page: Page) -> None:
    await page.keyboard.press("?")
    await page.locator("#keys[open]").wait_for()


ON_THE_PHONE: dict[str, tuple[Press, Press]] = {
    "listening": (listen, nothing),
    "large letters": (grow, shrink),
    "not understood": (tell, take_back),
    "about me": (about_me, nothing),
    "about to delete": (ask_to_delete, nothing),
}


def wanted() -> set[str]:
    return {
        *(f"phone: {each}" for each in ON_THE_PHONE),
        "console: keys",
        *(f"{who}: {AT}, {how}" for who in ("helper", "co-host") for how in ("open", "unfolded")),
        *(f"console of 820 px: {kind}, unfolded" for kind in ON_A_TABLET),
    }


async def pressed(play: Watched, kind: str) -> None:
    """Where a step is open."""
    if kind in ON_A_TABLET and f"console of 820 px: {kind}, unfolded" not in play.looking.seen:
        page = await device(play, play.iida, TABLET)
        await look(play, f"console of 820 px: {kind}, unfolded", page, "console", unfold)
    if kind != AT or "console: keys" in play.looking.seen:
        return
    await on_the_phone(play, play.faces.keys["phone"])
    await look(play, "console: keys", await device(play, play.iida, DESK), "console", show_keys)
    for who, place, size in (("helper", "helper", PHONE), ("co-host", "console", DESK)):
        page = await device(play, await let_in(play, who.replace("-", "")), size)
        for how, press in (("open", nothing), ("unfolded", unfold)):
            await look(play, f"{who}: {kind}, {how}", page, place, press)


async def on_the_phone(play: Watched, key: Browser) -> None:
    page = await device(play, key, PHONE)
    await page.add_init_script(f"({VOICES})()")
    for what, (press, undo) in ON_THE_PHONE.items():
        await look(play, f"phone: {what}", page, "phone", press)
        await undo(page)


async def look(play: Watched, name: str, page: Page, place: str, press: Press) -> None:
    await play.looking.at(name, page, way(play, page, place, press))


def way(play: Watched, page: Page, place: str, press: Press) -> Way:
    async def go(lang: str) -> None:
        await page.goto(f"{play.doors.place(place)}?lang={lang}")
        await ready(page)
        await press(page)

    return go


async def let_in(play: Watched, kind: str) -> Browser:
    browser = Browser(play.iida.server)
    await browser.post(await doors.link_for(play.iida, play.doors, kind))
    return browser


async def device(play: Watched, key: Browser, size: tuple[int, int]) -> Page:
    page = await play.faces.devices.page(*size, is_phone=size == PHONE)
    await page.context.add_cookies(cookies(key, play.faces.devices.address))
    return page
