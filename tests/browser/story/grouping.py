"""Grouping at the console: cards are ticked and sent to a group, groups are named and joined; and undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Locator, expect

from talko.demo.said import Command
from tests.browser.story.hands import each_of, words

if TYPE_CHECKING:
    from tests.browser.story.console import Console

DOES = ("add_theme", "move_cards", "name_theme", "merge_themes", "undo")


async def add_theme(console: Console, command: Command) -> None:
    cards = each_of(command.d.get("cards", []))
    await tick(console, cards)
    button = "Uusi ryhmä näistä" if cards else "Uusi ryhmä"
    tools = console.page.locator(".tools")
    await tools.get_by_role("button", name=button, exact=True).click()
    await tools.get_by_label("Ryhmän nimi").fill(words(command.d["name"]))
    await tools.get_by_role("button", name="Tallenna ryhmä").click()


async def move_cards(console: Console, command: Command) -> None:
    await tick(console, each_of(command.d["cards"]))
    await (
        console.page.locator(".ways")
        .get_by_text(console.called(words(command.d["theme"])), exact=True)
        .click()
    )


async def tick(console: Console, cards: list[str]) -> None:
    """One by the mouse, the others by the keyboard."""
    boxes = [console.page.locator(f'label[data-card="{card}"] input') for card in cards]
    for box in boxes[:1]:
        await box.check()
    for box in boxes[1:]:
        await box.press("Space")
    if cards:
        count = "1 kortti valittu" if len(cards) == 1 else f"{len(cards)} korttia valittu"
        await expect(console.page.locator(".tools")).to_contain_text(count)


async def pile(console: Console, theme: str) -> Locator:
    """A group with what can be done with it, unfolded."""
    found = console.page.locator(f'.pile[aria-labelledby="pile-{theme}"]')
    if await found.locator("details").get_attribute("open") is None:
        await found.locator("summary").click()
    return found


async def name_theme(console: Console, command: Command) -> None:
    its = await pile(console, words(command.d["theme"]))
    await its.get_by_label("Ryhmän nimi").fill(words(command.d["name"]))
    await its.get_by_role("button", name="Muuta nimi").click()
    await expect(its.get_by_role("heading")).to_contain_text(words(command.d["name"]))


async def merge_themes(console: Console, command: Command) -> None:
    its = await pile(console, words(command.d["theme"]))
    await its.get_by_label("Siirrä kaikki ryhmään").select_option(words(command.d["into"]))
    await its.get_by_role("button", name="Yhdistä ryhmät").click()
    await expect(its).to_have_count(0)


async def undo(console: Console, command: Command) -> None:
    await console.page.locator(".tools").get_by_role("button", name="Kumoa").click()
