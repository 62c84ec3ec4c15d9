"""What a person meets who writes on a phone: the limit, a change of mind, a hidden card, the end."""

import pytest
from playwright.async_api import Locator, Page, expect

from talko.demo.play import WRITING
from tests.browser.room import room

pytestmark = pytest.mark.browser

LEFT = ("4 korttia jäljellä.", "3 korttia jäljellä.", "2 korttia jäljellä.", "1 kortti jäljellä.")
IS_IN_VIEW = """each => {
    const { top, bottom, left } = each.getBoundingClientRect();
    const isOver = (y) => each.contains(document.elementFromPoint(left + 12, y));
    return top >= 0 && bottom <= innerHeight && isOver(top + 4) && isOver(bottom - 4);
}"""
TEXTS = (
    "Bussi ei kulje illalla.",
    "Kirjeissä on vaikeita sanoja.",
    "En tiedä, kenelle soitan.",
    "Odotin. " * 24,
)


async def send(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.get_by_role("button", name="Lähetä", exact=True).click()
    await expect(own(page, text)).to_contain_text("Lähetetty")


def own(page: Page, text: str) -> Locator:
    return page.locator("#mine .card").filter(has_text=text.strip())


async def test_at_the_limit_a_card_can_be_changed_and_is_taken_away_only_by_who_is_sure() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        await page.set_viewport_size({"width": 320, "height": 568})
        for n, text in enumerate(TEXTS):
            await expect(page.locator("#hint")).to_contain_text(LEFT[n])
            assert await page.get_by_role("button", name="Lähetä", exact=True).evaluate(IS_IN_VIEW) or n
            await send(page, text)
            if n < 3:
                await expect(page.locator("#writing")).to_contain_text("✓ Kiitos.")
                await expect(page.locator("#text")).to_be_focused()
        await expect(page.locator("#writing")).to_be_hidden()

        await own(page, TEXTS[3]).get_by_role("button", name="Muuta").click()
        await expect(page.locator("#text")).to_be_focused()
        assert await page.locator("#text").evaluate(IS_IN_VIEW)
        await page.get_by_role("button", name="Älä muuta").click()

        first, second = (own(page, TEXTS[0]).get_by_role("button").nth(n) for n in (0, 1))
        await second.click()
        await expect(own(page, TEXTS[0])).to_contain_text("Haluatko ottaa kortin pois?")
        await second.click()  # a double press keeps it
        await second.click()
        await first.click()
        await expect(own(page, TEXTS[0])).to_have_count(0)
        await expect(page.locator("#mine .card")).to_have_count(3)
        assert await page.evaluate(
            "document.documentElement.scrollWidth <= innerWidth && violations.length === 0"
        )


async def test_who_wrote_a_hidden_card_can_mend_it_and_the_next_step_begins_at_its_top() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        await send(page, TEXTS[0])
        await send(page, TEXTS[3])
        cards = (await here.seen())["activities"][WRITING]["cards"]
        (id,) = [id for id, card in cards.items() if card["text"] == TEXTS[0]]
        await here.play.console.send("hide_card", WRITING, {"card": id, "reason": "Siinä on nimi"})
        await expect(own(page, TEXTS[0])).to_contain_text("Voit muuttaa sitä.")
        await own(page, TEXTS[0]).get_by_role("button", name="Muuta").click()
        await page.locator("#text").fill("Bussi ei kulje.")
        await page.get_by_role("button", name="Tallenna muutos").click()
        await expect(own(page, "Bussi ei kulje.")).to_contain_text("Siinä on nimi")

        await page.evaluate("document.activeElement.blur(), scrollTo(0, 9999)")
        assert await page.evaluate("scrollY") > 0
        for what, where in (("close", WRITING), ("reveal", WRITING), ("go_on", WRITING)):
            await here.play.console.send(what, where)
        await expect(page.locator("h1")).to_have_text(
            "Jokainen kertoo vuorollaan yhden tärkeän asian. Muut kuuntelevat."
        )
        await expect(page.locator("#cards li")).not_to_have_count(0)
        assert await page.evaluate("scrollY") == 0


async def test_who_wrote_a_name_writes_the_card_anew_also_when_writing_has_ended() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        await page.set_viewport_size({"width": 320, "height": 568})
        await send(page, TEXTS[0])
        await send(page, TEXTS[1])
        cards = (await here.seen())["activities"][WRITING]["cards"]
        (id,) = [id for id, card in cards.items() if card["text"] == TEXTS[0]]
        await here.play.console.send("close", WRITING)
        await here.play.console.send("hide_card", WRITING, {"card": id, "reason": "Siinä on nimi"})
        again = page.get_by_role("button", name="Kirjoita uudelleen ilman nimeä")
        await again.click()
        await expect(own(page, TEXTS[1]).get_by_role("button")).to_have_count(0)
        await expect(page.locator("#text")).to_be_focused()
        await expect(page.locator("#text")).to_have_value(TEXTS[0])
        await page.get_by_role("button", name="Älä muuta").click()
        await expect(page.locator("#writing")).to_be_hidden()

        await here.play.console.send("reveal", WRITING)
        await again.click()
        await page.locator("#text").fill("Bussi ei kulje.")
        await page.get_by_role("button", name="Tallenna muutos").click()
        await expect(own(page, "Bussi ei kulje.")).to_contain_text("Vetäjä lukee sen ja voi näyttää sen.")
        await expect(page.locator("#writing")).to_be_hidden()
        assert await page.evaluate("document.activeElement !== document.body")
        assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        (seen,) = [(await here.seen())["activities"][WRITING]["cards"][id]]
        assert (seen["text"], seen["hidden"]) == ("Bussi ei kulje.", "Siinä on nimi")

        await here.play.console.send("show_card", WRITING, {"card": id})
        await expect(page.locator("#cards")).to_contain_text("Bussi ei kulje.")
        await expect(again).to_have_count(0)
        assert await page.evaluate("violations") == []


async def test_what_came_too_late_can_be_sent_when_the_step_opens_again() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        here.wire.cut()
        await page.locator("#text").fill(TEXTS[0])
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await here.play.console.send("close", WRITING)
        here.wire.mend()
        await expect(own(page, TEXTS[0])).to_contain_text("Ei lähetetty", timeout=15_000)
        await here.play.console.send("open", WRITING)
        await expect(own(page, TEXTS[0])).to_contain_text("Tämä kohta on taas auki.")
        await own(page, TEXTS[0]).get_by_role("button", name="Lähetä uudelleen").click()
        await expect(own(page, TEXTS[0])).to_contain_text("Lähetetty")
        await expect(page.locator("#mine .card")).to_have_count(1)


async def test_what_never_came_through_is_kept_after_the_end_and_after_the_deletion() -> None:
    async with room() as (here, _):
        await here.play.go_to_writing()
        page = await here.phone()
        await send(page, TEXTS[0])
        here.wire.cut()
        await page.locator("#text").fill(TEXTS[1])
        await page.get_by_role("button", name="Lähetä", exact=True).click()
        await here.play.console.send("close_unfinished", "")
        here.wire.mend()
        await expect(page.locator("h1")).to_have_text("Työpaja on päättynyt. Kiitos.", timeout=15_000)
        await expect(page.locator("#kept .card")).to_contain_text([TEXTS[1]])
        await expect(page.locator("main")).to_contain_text("Osa tekstistäsi ei lähtenyt. Löydät sen alta.")
        await expect(page.locator("main")).not_to_contain_text("Voit sulkea")

        await here.play.iida.post(f"{here.play.doors.page}/delete")
        await expect(page.locator("h1")).to_have_text("Tätä työpajaa ei enää ole.", timeout=15_000)
        await expect(page.locator("main a")).to_have_attribute("href", "/")
        await expect(page.locator("#kept .card")).to_contain_text([TEXTS[1]])
        await expect(page.locator("#mine .card")).to_have_count(0)


async def test_a_phone_whose_script_does_not_come_says_what_to_do() -> None:
    async with room() as (here, _):
        page = await here.phone()
        await page.route("**/*.js", lambda route: route.abort())
        await page.reload()
        late = page.locator(".late")
        assert not await late.is_visible()
        await late.evaluate("each => each.getAnimations()[0].finish()")
        await expect(late).to_contain_text("lataa uudelleen")
        await expect(late).to_be_visible()
