"""The plan at the console: what is done is written field by field, and names that were said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Locator, expect

from talko.demo.said import Command
from tests.browser.story.hands import each_of, words

if TYPE_CHECKING:
    from tests.browser.story.console import Console

DOES = ("add_record", "write_field", "name_for", "accept_aloud")
PARTS = {"owner": "Kuka tekee?", "follower": "Kuka seuraa?"}
BROUGHT = {"field": "Etukäteen kerätyt kortit"}


async def add_record(console: Console, command: Command) -> None:
    page = console.page
    await page.get_by_role("button", name="Uusi tehtävä").click()
    form = page.locator("#new-record")
    await form.get_by_label("Mitä teemme?").fill(words(command.d["what"]))
    for source in each_of(command.d["sources"]):
        name = BROUGHT.get(source) or console.called(source) + (
            " kokeilu" if console.is_record(source) else ""
        )
        await form.get_by_role("checkbox", name=name, exact=True).check()
    await form.get_by_role("button", name="Lisää suunnitelmaan").click()
    await expect(form).to_have_count(0)


async def record(console: Console, id: str) -> Locator:
    its = console.page.locator(f"#record-{id}")
    if await its.get_attribute("open") is None:
        await its.locator("summary").first.click()
    return its


async def write_field(console: Console, command: Command) -> None:
    """Saved when one leaves it."""
    its = await record(console, words(command.d["record"]))
    place = its.locator(f"#record-{command.d['record']}-{command.d['field']}-text")
    await place.fill(words(command.d["text"]))
    await place.blur()


async def name_for(console: Console, command: Command) -> None:
    its = await record(console, words(command.d["record"]))
    of = its.locator(".people").filter(has_text=PARTS[words(command.d["part"])])
    await of.get_by_label("Nimi, joka näkyy suunnitelmassa").fill(words(command.d["name"]))
    await of.get_by_role("button", name="Lisää nimi").click()


async def accept_aloud(console: Console, command: Command) -> None:
    its = await record(console, words(command.d["record"]))
    await its.get_by_role("button", name="Sanoi kyllä ääneen").click()
    await expect(its).to_contain_text("on sanonut kyllä")
