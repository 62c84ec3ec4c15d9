"""The screen in a real Chromium, through a whole meeting: what each kind shows, to be read from afar."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from playwright.async_api import Page, expect

from talko.app import make_app
from talko.live.server import server
from talko.pages.house import House
from talko.settings import Settings
from tests.browser.chromium import chromium
from tests.pages.browser import Browser
from tests.pages.meeting import Meeting, acts, begun, needs

pytestmark = pytest.mark.browser

SIZES = ((3840, 2160), (1024, 768), (1920, 1080))
UNBROKEN = "x" * 140
FAULTS = """() => {
  const faults = [], [w, h] = [innerWidth, innerHeight];
  const wall = document.getElementById("wall")?.getBoundingClientRect();
  for (const each of document.querySelectorAll("#app *")) {
    const own = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const speaks = own.some((node) => node.textContent.trim());
    if (!speaks || each.closest(".spoken, svg")) continue;
    const [at, said] = [each.getBoundingClientRect(), each.textContent.trim().slice(0, 40)];
    if (parseFloat(getComputedStyle(each).fontSize) < 0.03 * h - 0.01) faults.push(`small: ${said}`);
    const isOut = at.left < -1 || at.top < -1 || at.right > w + 1 || at.bottom > h + 1;
    if (isOut) faults.push(`outside: ${said}`);
    if (each.closest("#wall") && at.bottom > wall.bottom + 2) faults.push(`cut: ${said}`);
  }
  return faults;
}"""


@dataclass(slots=True)
class Screen:
    page: Page
    meeting: Meeting
    faults: list[str] = field(default_factory=list)

    async def shows(self, *words: str) -> None:
        """In every size: these words, and nothing that can not be read."""
        for word in words:
            await expect(self.page.locator("#app")).to_contain_text(word)
        for width, height in SIZES:
            await self.page.set_viewport_size({"width": width, "height": height})
            await self.page.keyboard.press("p")  # painted at once
            await self.page.keyboard.press("p")
            found = await self.page.evaluate(FAULTS)
            self.faults += [f"{self.meeting.at} {width}: {each}" for each in found]


@asynccontextmanager
async def screen(house: House, anna: Browser, meeting: Meeting) -> AsyncIterator[Screen]:
    running = server(make_app(house), Settings(data=house.settings.data, host="127.0.0.1", port=0))
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    address = f"http://127.0.0.1:{running.servers[0].sockets[0].getsockname()[1]}"
    await anna.post(f"{meeting.made.home}/screen")
    name = f"talko-{meeting.made.id}-screen"
    async with chromium() as launched:
        context = await launched.new_context(base_url=address)
        await context.add_cookies([{"name": name, "value": anna.client.cookies[name], "url": address}])
        shown = Screen(await context.new_page(), meeting)
        shown.page.on(
            "console", lambda said: shown.faults.append(said.text) if said.type == "error" else None
        )
        await shown.page.goto(f"/w/{meeting.made.id}/screen")
        yield shown
    running.should_exit = True
    await task


async def test_each_kind_can_be_read_from_afar(house: House, anna: Browser) -> None:
    meeting = await begun(house, anna)
    async with screen(house, anna, meeting) as seen:
        await seen.shows("11 people are here")
        await asked(meeting, seen)
        cafe, letters = await needs(meeting)
        await meeting.does("add_theme", "n3", name="y" * 60, lang="fi")
        await seen.shows("Paikka, johon saa tulla", "1 card")
        await chosen(meeting, seen, cafe, letters)
        idea = await rated(meeting, seen, cafe)
        trial = await tried(meeting, seen, idea)
        await acts(meeting, trial)
        await seen.shows("Varaamme salin", "Aino", "Timo")
        await ends(meeting, seen)
    assert seen.faults == []


async def asked(meeting: Meeting, seen: Screen) -> None:
    """Rules that all are asked about, and a question with its answers by side."""
    await meeting.goes_to("o2")
    round = await meeting.does("open", "o2")
    await meeting.from_phone(0, "cast", "o2", round=round, n=1, choice={"support": 2})
    await seen.shows("1 / 11", "Puhumme vuorotellen.")
    await meeting.shows("o2")
    await seen.shows("Accepted")
    await meeting.asks("o3", *[{"answers": {"all": {"pulse_in": 4}}}] * 11)
    await seen.shows("4.00", "Clients and close ones")
    await meeting.goes_to("n1")


async def chosen(meeting: Meeting, seen: Screen, cafe: str, letters: str) -> None:
    """Of an open box nothing is told but how many have answered."""
    await meeting.goes_to("n4")
    round = await meeting.does("open", "n4")
    for n in range(7):
        await meeting.from_phone(
            n, "cast", "n4", round=round, n=1, choice={"dots": {cafe: 2, letters: n % 2}}
        )
    await seen.shows("7 / 11", "have answered", "Selkeä kieli")
    assert await seen.page.locator(".number").count() == 0
    await meeting.shows("n4")
    await seen.shows("Result", "7 people answered", "14", "Goes on")
    assert await seen.page.locator("li").filter(has_text="Paikka, johon").locator(".share.full").count() == 1


async def rated(meeting: Meeting, seen: Screen, cafe: str) -> str:
    await meeting.goes_to("i1")
    await meeting.does("open", "i1")
    for n, text in enumerate((UNBROKEN, "Vertainen pöytään")):
        await meeting.from_phone(n, "add_card", "i1", text=text, lang="fi", item=cafe)
    await meeting.shows("i1")
    await seen.shows("Vertainen")
    await meeting.goes_to("i3")
    ideas = [await meeting.does("add_theme", "i3", name=name, lang="fi") for name in ("Kahvila", "Vertainen")]
    await meeting.asks(
        "i4", *[{"ratings": {id: {"benefit": 5 - n, "ease": 4} for n, id in enumerate(ideas)}}] * 11
    )
    await seen.shows("4.67", "How much does this help?", "A 5.00")
    await expect(seen.page.locator(".plot circle")).to_have_count(2)
    return ideas[0]


async def tried(meeting: Meeting, seen: Screen, idea: str) -> str:
    await meeting.goes_to("p1")
    trial = await meeting.does("add_record", "p1", sources=[idea], what="Kahvila torstaina", lang="fi")
    await meeting.does(
        "write_field", "p1", record=trial, field="stop_if", text="Jos joku pelkää. " * 10, lang="fi"
    )
    await seen.shows("Kahvila torstaina", "Who does it?")
    await meeting.goes_to("p2")
    round = await meeting.does("open_round", "p2", proposal=trial)
    await seen.shows("0 / 11", "Kahvila torstaina", "When do we stop at once?")
    concern = {"support": 2, "text": "Kuka maksaa kahvin? " * 10, "lang": "fi"}
    await meeting.from_phone(0, "cast", "p2", round=round, n=1, choice=concern)
    await meeting.shows("p2")
    await seen.shows("We change it and ask again", "Concerns", "Kuka maksaa kahvin?")
    wording = "Outi maksaa kahvin. " * 5
    round = await meeting.does("open_round", "p2", proposal=trial, wording=wording, lang="fi")
    await seen.shows("Changed:", "Outi maksaa kahvin.")
    await meeting.from_phone(0, "cast", "p2", round=round, n=1, choice={"support": 5})
    await meeting.shows("p2")
    await seen.shows("Accepted")
    return trial


async def ends(meeting: Meeting, seen: Screen) -> None:
    """Answers that are told later are not told here; then thanks, the plan, and whom to call."""
    await meeting.asks("c3", *[{"answers": {"all": {"say": 5}}}] * 11)
    await seen.shows("The answers are in the plan")
    await meeting.does("set_contact", date="2026-12-01", time="13:00", place="Asukastalo", what="Arviointi")
    await meeting.does("close_unfinished")
    await seen.shows("Thank you.", meeting.plan, "1 December 2026", "Soita 09 2525 0111")
    await expect(seen.page.locator(".qr")).to_be_visible()
