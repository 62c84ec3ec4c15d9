"""Whoever presses sees, where they pressed, what became of it; and where the room went."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.phone.walk import Walk, walk

pytestmark = pytest.mark.browser

SEEN = """(each) => { const { top, bottom } = each.getBoundingClientRect();
    const foot = document.querySelector(".helpbar").getBoundingClientRect().top;
    const head = document.querySelector(".tally").getBoundingClientRect().bottom;
    return top >= head - 1 && bottom <= foot + 1; }"""


async def small(there: Walk) -> Page:
    await there.phone.set_viewport_size({"width": 320, "height": 568})
    return there.phone


async def write(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.get_by_role("button", name="Lähetä", exact=True).click()


async def test_a_reason_is_written_under_what_was_chosen_and_its_button_is_in_sight() -> None:
    async with walk() as there:
        await there.go_to("p2")
        page = await small(there)
        await expect(page.locator("#step h2").first).to_have_text("Tästä päätämme")
        await page.get_by_role("button", name="Vastaa tähän").click()
        await page.get_by_label("Jokin tässä huolettaa minua.", exact=False).check()
        reason, send = page.locator(".because textarea"), page.locator(".because .primary")
        assert await reason.evaluate(SEEN) and await send.evaluate(SEEN)
        await send.click()
        await expect(page.locator(".because .error")).to_have_text("Kirjoita ensin jotain.")
        await expect(reason).to_be_focused()
        await reason.fill("Kuka maksaa?")
        await send.click()
        await expect(page.locator(".because .state")).to_contain_text("✓ Lähetetty")


async def test_each_card_each_change_and_each_card_that_is_taken_away_is_told_at_the_button() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = await small(there)
        told = page.locator("#told")
        await write(page, "Odotin kaksi tuntia.")
        await expect(told).to_have_text("✓ Kiitos. Korttisi on lähetetty.")
        await write(page, "Bussi ei kulje.")
        await expect(told).to_have_text("✓ Kiitos. Nyt sinulla on 2 korttia.")
        mine = page.locator("#mine .card")
        await mine.first.get_by_role("button", name="Muuta").click()
        await page.locator("#text").fill("Odotin kolme tuntia.")
        await page.get_by_role("button", name="Tallenna muutos").click()
        await expect(told).to_have_text("✓ Kiitos. Muutos on lähetetty.")
        await mine.first.get_by_role("button", name="Ota pois").click()
        keep = mine.first.get_by_role("button", name="Pidä kortti")
        assert await keep.evaluate("(each) => each.getBoundingClientRect().bottom < innerHeight - 50")
        await mine.first.get_by_role("button", name="Kyllä, ota pois").click()
        await expect(told).to_have_text("✓ Korttisi on otettu pois.")


async def test_without_a_line_it_is_said_at_the_button_that_the_card_is_kept() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = await small(there)
        there.here.wire.cut()
        await expect(page.locator(".bar .sign")).to_contain_text("Ei yhteyttä", timeout=20_000)
        await write(page, "Odotin kaksi tuntia.")
        await expect(page.locator("#told")).to_have_text(
            "! Yhteys katkesi. Korttisi on tallessa puhelimessa."
        )
        there.here.wire.mend()
        await expect(page.locator("#told")).to_have_text("✓ Kiitos. Korttisi on lähetetty.", timeout=20_000)


async def test_a_vote_that_is_passed_over_is_told_and_reading_is_called_reading() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        await there.leave()
        await expect(page.locator("h1")).to_have_text("Lue kortit")
        await there.go_on()
        await there.arrive()
        await there.go_to("n3")
        await there.go_on()
        await expect(page.locator("h1")).to_have_text(str(there.here.play.setting("n4", "prompt")))
        await there.go_on()
        await expect(page.locator("main .notice").first).to_contain_text("Tästä emme äänestä:")


async def test_a_tick_is_no_writing_and_holds_nothing_back() -> None:
    async with walk() as there:
        await there.go_to("p2")
        page = there.phone
        await page.get_by_label("Jokin tässä huolettaa minua.", exact=False).check()
        await page.get_by_label("Sanon sen ääneen.").check()
        await page.locator("#step textarea").focus()
        await there.here.play.lead("close", "p2")
        await expect(page.locator("#step textarea")).to_have_count(0, timeout=3000)


async def test_a_language_that_was_pressed_by_mistake_has_its_way_back_in_sight() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        await page.locator("#help > summary").click()
        await page.get_by_role("link", name="Svenska").click()
        await page.locator("main").get_by_role("link", name="Suomi").click()
        await expect(page.locator("#unclear")).to_contain_text("En ymmärrä")
        await expect(page.locator("main").get_by_role("link", name="Svenska")).to_have_count(0)
