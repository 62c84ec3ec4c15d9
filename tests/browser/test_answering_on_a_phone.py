"""What a person meets who votes, answers and asks: nothing pressed is lost, nothing is told too early."""

import pytest
from playwright.async_api import Page, expect

from tests.browser.room import Room, room

pytestmark = pytest.mark.browser

BALLOTS = """Object.keys(localStorage).filter(key => key.includes(":say:")).length"""
FITS = "document.documentElement.scrollWidth <= innerWidth && violations.length === 0"


async def small_phone(here: Room) -> Page:
    page = await here.phone()
    await page.set_viewport_size({"width": 320, "height": 640})
    return page


async def test_quick_presses_are_one_ballot_which_its_voter_sees_until_it_is_counted() -> None:
    async with room() as (here, _):
        await here.play.whole("n4")
        page = await small_phone(here)
        names = await page.locator(".option .text").all_inner_texts()
        more = page.get_by_role("button", name="Anna ääni")
        for _n in range(3):
            await more.first.click()
        await expect(page.locator(".tally")).to_contain_text("Voit antaa yhdelle 2 ääntä.")
        await more.nth(1).click()
        await expect(page.locator(".tally")).to_contain_text("0 ääntä jäljellä")
        await expect(page.locator(".tally")).to_contain_text("Lähetetty")
        assert await page.evaluate(BALLOTS) == 1
        await more.nth(2).click()
        await expect(page.locator(".tally")).to_contain_text("Ota ensin yksi pois.")

        await page.reload()
        await expect(page.locator(".option.chosen")).to_have_count(2)
        assert await page.locator(".option .text").all_inner_texts() == names
        await here.play.lead("close", "n4")
        await expect(page.locator("#step .card")).to_contain_text(
            [f"{names[0]} 2 ääntä", f"{names[1]} 1 ääni"]
        )
        await here.play.lead("reveal", "n4")
        await expect(page.locator(".results .card.chosen")).to_contain_text([names[0], names[1]])
        await expect(page.locator("#step")).not_to_contain_text("Valitsit")
        assert await page.evaluate(FITS)


async def test_who_does_not_agree_is_not_counted_before_saying_what_would_have_to_change() -> None:
    async with room() as (here, _):
        await here.play.whole("o2")
        page = await small_phone(here)
        await page.get_by_label("Ei.", exact=False).last.check()
        await expect(page.locator(".tally")).to_contain_text("Ei vielä lähetetty")
        await page.reload()
        await expect(page.get_by_label("Ei.", exact=False).last).to_be_checked()
        assert (await here.seen())["activities"]["o2"]["answered"] == 0
        await page.locator("#step textarea").fill("Myös lapset saavat puhua.")
        await expect(page.locator(".tally")).to_contain_text("✓ Lähetetty")
        await here.play.lead("close", "o2")
        await here.play.lead("reveal", "o2")
        await expect(page.locator("#step .cards")).to_contain_text("Myös lapset", timeout=15_000)


async def test_who_asked_for_time_answers_on_the_same_phone_when_all_is_over() -> None:
    async with room() as (here, _):
        await here.play.whole("c2")
        page = await small_phone(here)
        await page.get_by_label("Tarvitsen lisää aikaa.").check()
        await expect(page.locator("#step")).to_contain_text("muut voivat arvata sinut")
        await expect(page.locator(".tally")).to_contain_text("✓ Lähetetty")
        await here.play.lead("close", "c2")
        await here.play.lead("reveal", "c2")
        await expect(page.locator(".later")).to_contain_text("Voit vastata rauhassa.")
        (round,) = (await here.seen())["later"]["c2"]
        await here.play.lead("decide_by", "c2", {"round": round, "date": "2026-10-15"})
        await here.play.lead("close_unfinished", "")
        await page.reload()
        later = page.locator(".later")
        await expect(later).to_contain_text("Voit vastata viimeistään 15. lokakuuta 2026.")
        await expect(page.get_by_role("link", name="Lue, mistä sovimme")).to_be_visible()
        await later.get_by_role("button", name="Lähetä vastaukseni").click()
        await expect(later).to_contain_text("Valitse ensin vastaus.")
        await later.get_by_label("Kannatan tätä.", exact=False).check()
        await later.get_by_role("button", name="Lähetä vastaukseni").click()
        await expect(page.locator("main")).to_contain_text("Kiitos. Vastauksesi on lähetetty.")
        await expect(later).to_have_count(0)
        assert "c2" not in (await here.seen()).get("later", {})
        assert await page.evaluate(FITS)


async def test_help_is_beside_a_step_and_whoever_leaves_is_told_whom_to_call() -> None:
    async with room() as (here, _):
        await here.play.whole("n4")
        page = await small_phone(here)
        await page.locator("#help > summary").click()
        await page.get_by_role("button", name="Tarvitsen tauon").click()
        await expect(page.locator("#help")).to_contain_text("Vetäjä tietää sen nyt.")
        await page.get_by_text("Kysy jotain").click()
        await page.locator("#ask_question").fill("Saako kahvia?")
        await page.get_by_role("button", name="Kysy tämä").click()
        await expect(page.locator("#help .card").filter(has_text="Saako kahvia?")).to_contain_text(
            "✓ Lähetetty"
        )
        await page.keyboard.press("Escape")
        await expect(page.locator("#help > summary")).to_be_focused()
        asked = (await here.seen())["questions"]
        (id,) = [id for id, each in asked.items() if each["text"] == "Saako kahvia?"]
        await here.play.lead("answer_question", "", {"question": id, "text": "Saa.", "lang": "fi"})
        await expect(page.locator("#help > summary")).to_contain_text("1 uusi vastaus")

        await page.locator("#help > summary").click()
        await expect(page.locator("#help .card").filter(has_text="Saako kahvia?").last).to_contain_text(
            "Saa."
        )
        await page.get_by_text("Haluan lähteä").click()
        await page.get_by_role("button", name="Lähde työpajasta").click()
        await expect(page.locator("h1")).to_have_text("Et ole mukana työpajassa.")
        await expect(page.locator("main")).to_contain_text("050 000 0000")
        await expect(page.locator(".option")).to_have_count(0)
