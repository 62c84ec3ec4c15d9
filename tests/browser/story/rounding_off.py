"""The end at the console: what was not taken gets a reason, people hear when they meet, and it closes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import expect

from talko.demo.said import Command
from tests.browser.story.hands import words

if TYPE_CHECKING:
    from tests.browser.story.console import Console

DOES = ("park", "set_contact", "close_workshop")
BECOMES = {
    "later": "Myöhemmin",
    "part_of": "Se on osa toista asiaa",
    "not_ours": "Muut päättävät siitä",
    "no": "Ei",
}


async def park(console: Console, command: Command) -> None:
    d = command.d
    gate = await console.gate()
    name = console.called(words(d["item"]))
    card = gate.locator("#parking .card").filter(has=console.page.locator("b").get_by_text(name, exact=True))
    await card.get_by_role("button", name="Päätä tästä").click()
    await card.get_by_label("Mitä sille tapahtuu?").select_option(label=BECOMES[words(d["decision"])])
    await card.get_by_label("Miksi?").fill(words(d["reason"]))
    if "owner" in d:
        await card.get_by_label("Kuka vie sitä eteenpäin?").fill(words(d["owner"]))
    if "target" in d:
        await card.get_by_label("Minkä osa se on?").select_option(words(d["target"]))
    await card.get_by_role("button", name="Tallenna").click()
    await expect(card).to_contain_text(words(d["reason"]))


async def set_contact(console: Console, command: Command) -> None:
    contact, d = (await console.gate()).locator("#contact"), command.d
    await contact.get_by_label("Päivä").fill(words(d["date"]))
    await contact.get_by_label("Kellonaika").fill(words(d["time"]))
    await contact.get_by_label("Paikka").fill(words(d["place"]))
    await contact.get_by_label("Mitä silloin tapahtuu?").fill(words(d["what"]))
    await contact.get_by_role("button", name="Tallenna").click()
    await expect(contact.get_by_role("button", name="Muuta")).to_be_visible()


async def close_workshop(console: Console, command: Command) -> str:
    """Always by two presses. When it is over the page forgets what it said."""
    await console.refuse_if_missing()
    ending = console.page.locator("#next")
    await ending.get_by_role("button", name="Lopeta työpaja").click()
    await ending.get_by_role("button", name="Kyllä, lopeta nyt").click()
    await expect(console.page.locator("h1")).to_have_text("Työpaja on päättynyt. Kiitos.")
    return command.id
