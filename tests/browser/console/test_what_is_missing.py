"""Before the end: each thing that is missing leads to where it is mended."""

import pytest
from playwright.async_api import expect

from tests.browser.console.desk import desk

pytestmark = pytest.mark.browser

PLAN, COMMITMENT = "c1", "c2"
FOCUSED = "document.activeElement?.closest('.of')?.id ?? document.activeElement?.id ?? ''"


async def test_what_is_missing_leads_to_its_field_and_to_the_step_where_it_is_done() -> None:
    async with desk() as at:
        await at.here.play.come_in()
        await at.goes_to(PLAN)
        gate = at.page.locator("#gate")
        await gate.locator("summary").first.click()
        missing = gate.locator("#missing")
        few = missing.locator("li").filter(has_text="Suunnitelmassa on liian vähän asioita.")
        await few.get_by_role("button", name="Uusi tehtävä").click()
        await expect(at.page.locator("#new-record-what")).to_be_focused()
        record = await at.does("add_record", PLAN, {"sources": [], "what": "Kahvila avataan", "lang": "fi"})
        await missing.get_by_role("link", name="Kuka tekee?").click()
        await expect(at.page.locator(f"#record-{record}")).to_have_attribute("open", "")
        assert await at.page.evaluate(FOCUSED) == f"of-{record}-owner"
        await missing.get_by_role("link", name="Mitä tehdään ensin?").click()
        assert await at.page.evaluate(FOCUSED) == f"of-{record}-first_step"

        await at.goes_to(COMMITMENT)
        await expect(missing.get_by_label("Mitä tehdään ensin?")).to_be_visible()
        person = missing.locator("li").filter(has_text="yhden tekijän")
        await person.get_by_role("link", name="Tee se tässä").click()
        assert await at.page.evaluate(FOCUSED) == f"of-{record}-owner"
        users = missing.locator("li").filter(has_text="omalla puhelimella")
        await users.get_by_role("button", name="Palaa siihen").click()
        await expect(at.page.locator("#plan-records")).to_be_visible()
        assert (await at.view())["agenda"]["current"] == PLAN


async def test_a_note_tells_its_table_on_the_console_also_when_it_is_hidden() -> None:
    async with desk() as at:
        await at.goes_to("n2")
        note = await at.does("add_note", "n2", {"text": "Keitto oli hyvää", "lang": "fi", "table": 4})
        await expect(at.page.locator("#notes")).to_contain_text("Pöytä 4")
        await at.does("hide_card", "n2", {"card": note, "reason": "off_topic"})
        await at.page.locator("#notes-part details summary").last.click()
        await expect(at.page.locator("#notes-hidden")).to_contain_text("Pöytä 4")
        links = at.page.get_by_role("link", name="Saavutettavuus")
        await expect(links).to_have_attribute("href", "/accessibility")
