"""The plain pages in a real Chromium: without script, by form alone, at phone width, with axe watching."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright._impl._api_structures import SetCookieParam
from playwright.async_api import Browser as Chromium
from playwright.async_api import Page, ViewportSize

from talko import invite
from talko.app import make_app
from talko.folders import CHECKOUT
from talko.live.server import server
from talko.pages.house import House
from talko.pages.language import LANGUAGES
from talko.settings import Settings
from tests.browser.chromium import chromium
from tests.pages.browser import Browser, group, set_up
from tests.pages.meeting import begun, closed

pytestmark = pytest.mark.browser

AXE = CHECKOUT / "node_modules" / "axe-core" / "axe.min.js"
PHONE = ViewportSize(width=390, height=844)
SMALLEST = ViewportSize(width=320, height=568)


@dataclass(frozen=True, slots=True)
class Place:
    address: str
    invitation: str


@pytest.fixture
async def place(house: House) -> AsyncIterator[Place]:
    settings = Settings(data=house.settings.data, host="127.0.0.1", port=0)
    running = server(make_app(house), settings)
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    port = running.servers[0].sockets[0].getsockname()[1]
    yield Place(f"http://127.0.0.1:{port}", await invite.invite(house.store, "Anna", 0))
    running.should_exit = True
    await task


@pytest.fixture
async def browser_process() -> AsyncIterator[Chromium]:
    async with chromium() as launched:
        yield launched


async def judged(page: Page, faults: list[str]) -> None:
    """What axe finds here, and whether anything is wider than the smallest phone."""
    await page.set_viewport_size(SMALLEST)
    if await page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        faults.append(f"{page.url}: wider than {SMALLEST['width']}")
    await page.set_viewport_size(PHONE)
    schemes: tuple[Literal["light"], Literal["dark"]] = ("light", "dark")
    for scheme in schemes:
        await page.emulate_media(color_scheme=scheme)
        found = await page.evaluate("axe.run({resultTypes: ['violations']})")
        faults += [
            f"{page.url} {scheme}: {each['id']}: {each['nodes'][0]['html']}" for each in found["violations"]
        ]


async def looked_at(page: Page, faults: list[str]) -> None:
    await page.evaluate(AXE.read_text())
    await judged(page, faults)


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_from_the_invitation_to_the_phone_by_forms_alone(
    place: Place, browser_process: Chromium, lang: str
) -> None:
    faults: list[str] = []
    home = await browser_process.new_page(viewport=PHONE, base_url=place.address, locale=lang)
    home.on(
        "console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None
    )
    await home.goto(place.invitation)
    await looked_at(home, faults)
    await home.click("main button")
    await looked_at(home, faults)
    await home.fill("#name", "Osasto 3")
    await home.click("form[action='/home/groups'] button")
    await home.click("a[href^='/home/new']")
    await looked_at(home, faults)
    await home.click("summary >> nth=0")
    await looked_at(home, faults)
    await home.click("a[href$='template=codev_workshop_90']")
    await home.eval_on_selector("form", "form => { form.noValidate = true; }")
    await home.click("button.primary")
    await looked_at(home, faults)  # with every error told
    for name in ("title", "question", "decide"):
        await home.fill(f"#{name}", f"Kotiin {name}")
    await home.fill("#lines_field", "Odotin kaksi tuntia.\nKukaan ei soittanut.")
    await home.check("input[name=permission]")
    await home.click("button.primary")
    await looked_at(home, faults)
    code = await home.inner_text(".door .code")
    await home.check("input[value=helper]")
    await home.click("form[action$='/links'] button")
    await looked_at(home, faults)
    await home.click("a.primary")
    await home.click("a[href$='/delete']")
    await looked_at(home, faults)

    phone = await (
        await browser_process.new_context(
            java_script_enabled=False, viewport=PHONE, base_url=place.address, locale=lang
        )
    ).new_page()
    await phone.goto("/")
    await phone.fill("#code", "000 000 000")
    await phone.press("#code", "Enter")
    assert await phone.input_value("#code") == "000 000 000"
    await phone.fill("#code", code)
    await phone.press("#code", "Enter")
    door = phone.url.removeprefix(place.address)
    await phone.check("input[value=relative]")
    await phone.click("main button")
    assert phone.url.endswith("/phone")
    assert await phone.inner_text("h1") == "Kotiin title"

    workshop = home.url.removeprefix(place.address).removesuffix("/delete")
    for path in (
        "/",
        "/nowhere",
        workshop,
        f"{workshop}/cards",
        door,
        "/home?deleted=workshop",
        "/w/nowhere/phone",
    ):
        await home.goto(path)
        await looked_at(home, faults)
    assert faults == []


@pytest.mark.parametrize("lang", LANGUAGES)
async def test_a_plan_can_be_read_on_a_small_phone_and_on_paper(
    house: House, anna: Browser, place: Place, browser_process: Chromium, lang: str
) -> None:
    faults: list[str] = []
    meeting = await begun(house, anna)
    page = await browser_process.new_page(viewport=PHONE, base_url=place.address)
    await page.goto(f"{meeting.plan}?lang={lang}")
    await looked_at(page, faults)
    await closed(meeting)
    await page.goto(f"{meeting.plan}?lang={lang}")
    await looked_at(page, faults)
    await page.eval_on_selector_all("details", "all => all.forEach((each) => { each.open = true; })")
    await judged(page, faults)
    assert faults == []
    await page.goto(f"{meeting.plan}?lang={lang}")
    await page.emulate_media(media="print")
    assert await page.locator("section details").get_by_text("Kukaan ei kysy.").is_visible()
    assert not await page.locator(".reasons").first.is_visible()


async def as_at_home(page: Page, facilitator: Browser, place: Place) -> None:
    """The browser has the keys of a facilitator who has come in already."""
    for each in facilitator.client.cookies.jar:
        key = SetCookieParam(name=each.name, value=each.value or "", url=place.address)
        await page.context.add_cookies([key])


async def test_a_fault_in_setting_up_has_the_focus_and_another_language_loses_nothing(
    anna: Browser, place: Place, browser_process: Chromium
) -> None:
    """By the keyboard: Enter saves, and presses no language."""
    page = await browser_process.new_page(viewport=PHONE, base_url=place.address, locale="fi")
    await as_at_home(page, anna, place)
    await page.goto(f"/home/new?group={await group(anna)}&template=codev_workshop_90&lang=fi")
    await page.eval_on_selector("form", "form => { form.noValidate = true; }")
    await page.fill("#title", "Kotiin")
    await page.press("#title", "Enter")
    assert await page.evaluate(FOCUSED) == ["question", True]
    await page.click("[role=alert] a[href='#decide']")
    assert await page.evaluate(FOCUSED) == ["decide", True]
    await page.fill("#decide", "Aikataulusta")
    await page.click("nav button[value=sv]")
    assert await page.get_attribute("html", "lang") == "sv"
    assert [await page.input_value(f"#{name}") for name in ("title", "decide")] == ["Kotiin", "Aikataulusta"]
    assert await page.input_value("#rules") != "" and await page.evaluate(FOCUSED) == ["question", True]
    await page.fill("#question", "Miten?")
    await page.press("#title", "Enter")
    assert await page.inner_text("h1") == "Kotiin"


FOCUSED = """() => {
    const { id } = document.activeElement;
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return [id, top < innerHeight && bottom > 0];
}"""
A4 = rb"/MediaBox\s*\[\s*0 0 59[45][.0-9]* 84[12][.0-9]*\s*\]"
PAPER = ViewportSize(width=703, height=1032)  # what an A4 page holds between its margins of 12 mm
MM = 96 / 25.4


async def test_what_is_printed_fits_its_pages_and_nothing_is_cut(
    anna: Browser, place: Place, browser_process: Chromium
) -> None:
    """A long Finnish title, three languages, and a QR code that a camera reads from across a table."""
    title = "Kotiutumisen yhteiskehittämistyöpaja Itä-Pasilan asukastalossa ja kirjastossa"
    made = await set_up(anna, title=title, start="13:00", langs=["fi", "sv", "en"])
    page = await browser_process.new_page(viewport=PAPER, base_url=place.address)
    await as_at_home(page, anna, place)
    for part in ("poster", "list", "slips"):
        await page.goto(f"{made.home}/print?lang=fi&part={part}")
        written = await page.pdf(prefer_css_page_size=True)
        sheets = await page.locator(".sheet").count()
        assert len(re.findall(rb"/Type\s*/Page\b", written)) == sheets == len(re.findall(A4, written)), part
    await page.goto(f"{made.home}/print?lang=fi")
    await page.emulate_media(media="print")
    long = "all => all.filter((each) => each.clientHeight > innerHeight).map((each) => each.id)"
    assert await page.eval_on_selector_all(".sheet", long) == ["run"]
    cut = "all => all.filter((each) => each.scrollHeight > each.clientHeight + 1).length"
    assert await page.eval_on_selector_all(".slip", cut) == 0
    side = "path => path.getBoundingClientRect().width"
    assert await page.eval_on_selector(".poster .qr path", side) >= 100 * MM
    assert not await page.locator(".bar, footer, nav").first.is_visible()


async def test_the_page_to_print_can_be_read_on_a_small_phone(
    anna: Browser, place: Place, browser_process: Chromium
) -> None:
    faults: list[str] = []
    made = await set_up(anna, langs=["fi", "sv", "en"])
    page = await browser_process.new_page(viewport=PHONE, base_url=place.address)
    await as_at_home(page, anna, place)
    for path in (f"{made.home}/print?lang=fi", "/help?lang=fi", "/accessibility?lang=sv"):
        await page.goto(path)
        await looked_at(page, faults)
    assert faults == []
