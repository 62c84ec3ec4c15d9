"""A helper's phone: it brings what was heard before, writes for a table and for who has no phone."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from talko.demo.said import Command
from tests.browser.story.hands import words
from tests.browser.story.phone import Phone


@dataclass(slots=True)
class Helper(Phone):
    def acts(self) -> Mapping[str, Callable[[Command], Awaitable[str | None]]]:
        more = {"bring_card": self.bring_card, "join": self.join, "add_note": self.add_note}
        return {**Phone.acts(self), **more}

    async def for_whom(self, guest: str) -> None:
        """Who was chosen stays chosen; somebody new is chosen by coming in."""
        known = self.page.locator("label:has(input[name=guest])").nth(int(guest or 0) - 1)
        if guest and await self.page.locator("input[name=guest]").count() >= int(guest):
            await known.click()

    async def join(self, command: Command) -> None:
        adding = self.page.locator("details").filter(
            has=self.page.get_by_text("Lisää henkilö, jolla ei ole puhelinta", exact=True)
        )
        if await adding.get_attribute("open") is None:
            await adding.locator("summary").click()
        await adding.get_by_label("Kuka hän on tänään?").select_option(words(command.d["role"]))
        await adding.get_by_role("button", name="Lisää henkilö").click()

    async def bring_card(self, command: Command) -> None:
        d = command.d
        bringing = self.page.locator("details").filter(
            has=self.page.get_by_text("Tuo, mitä joku kertoi aiemmin", exact=True)
        )
        if await bringing.get_attribute("open") is None:
            await bringing.locator("summary").click()
        await bringing.get_by_label("Mitä sanottiin").fill(words(d["text"]))
        await bringing.get_by_label("Missä ja milloin").fill(words(d["origin"]))
        await bringing.get_by_label("Miltä se tuntui?").select_option(str(d["feeling"]))
        await bringing.get_by_role("checkbox").check()
        await bringing.get_by_role("button", name="Tuo kortti").click()

    async def add_note(self, command: Command) -> None:
        noting = self.page.locator("details").filter(
            has=self.page.get_by_text("Kirjoita muistiin, mitä sanottiin", exact=True)
        )
        if await noting.get_attribute("open") is None:
            await noting.locator("summary").click()
        await noting.get_by_label("Muistiinpano", exact=True).fill(words(command.d["text"]))
        if "table" in command.d:
            await noting.get_by_label("Pöytäsi numero").fill(str(command.d["table"]))
        await noting.get_by_role("button", name="Tallenna muistiinpano").click()
