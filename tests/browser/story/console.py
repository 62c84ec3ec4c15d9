"""At the console: the room is moved by the one primary button; the rest stands beside it."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from playwright.async_api import Locator, expect

from talko.demo.client import Json
from talko.demo.said import Command, Refused
from tests.browser.story import grouping, planning, rounding_off
from tests.browser.story.hands import Hands, words

FRAME = "await new Promise(requestAnimationFrame)"
READY = f"""async () => {{
    while (!document.querySelector("#primary[aria-disabled=false]")) {FRAME};
    return document.querySelector("#primary").textContent.trim();
}}"""
CHANGED = f"""async (label) => {{
    while (document.querySelector("#primary")?.textContent.trim().startsWith(label)) {FRAME};
}}"""
ONWARDS = ("Seuraava:", "Aloita:")
PAST = re.compile("Ohita tämä kohta|Seuraavaan kohtaan, tämä jää näin")


@dataclass(slots=True)
class Console(Hands):
    pressed: str = ""

    def acts(self) -> Mapping[str, Callable[[Command], Awaitable[str | None]]]:
        return {
            "go_on": self.go_on,
            "go_back": self.go_back,
            "open": self.ask_everybody,
            "open_round": self.ask_everybody,
            "close": self.close,
            "reveal": self.reveal,
            "extend": self.extend,
            "decide_by": self.decide_by,
            "hide_card": self.hide_card,
            "answer_question": self.answer_question,
            "explain_word": self.explain_word,
            **{do: self.beside(grouping, do) for do in grouping.DOES},
            **{do: self.beside(planning, do) for do in planning.DOES},
            **{do: self.beside(rounding_off, do) for do in rounding_off.DOES},
        }

    def beside(self, part: object, do: str) -> Callable[[Command], Awaitable[str | None]]:
        async def act(command: Command) -> str | None:
            done: str | None = await getattr(part, do)(self, command)
            return done

        return act

    # The primary button

    async def ready(self) -> str:
        """What it says, when it lets itself be pressed."""
        return str(await self.soon(READY))

    async def press(self, beginning: str = "") -> None:
        self.pressed = await self.ready()
        assert self.pressed.startswith(beginning), self.pressed
        await self.page.locator("#primary").click()

    async def see(self, command: Command) -> None:
        """What was pressed is offered no longer."""
        if self.pressed:
            await self.soon(CHANGED, self.pressed)
        self.pressed = ""

    async def go_on(self, command: Command) -> None:
        """Past a step that nobody took part in, where that is what is offered."""
        if (await self.ready()).startswith(ONWARDS):
            return await self.press()
        await self.page.locator("#next").get_by_role("button", name=PAST).click()

    async def go_back(self, command: Command) -> None:
        await self.ready()
        await self.page.locator("#next").get_by_role("button", name="Takaisin").click()

    async def ask_everybody(self, command: Command) -> None:
        """About what is offered, or about another of the proposals."""
        proposal = str(command.d.get("proposal", "all"))
        if wording := command.d.get("wording"):
            await self.page.locator("#next").get_by_label("Mitä muutettiin?").fill(words(wording))
        elif proposal != "all" and (name := self.called(proposal))[:30] not in await self.ready():
            return await self.page.get_by_role("button", name=f"Kysy nyt: {name}").click()
        await self.press("Kysy" if command.do == "open_round" else "")

    async def close(self, command: Command) -> None:
        await self.press("Sulje")

    async def reveal(self, command: Command) -> None:
        await self.press()

    async def extend(self, command: Command) -> None:
        """By minutes that stand on buttons."""
        minutes = command.d["minutes"]
        assert isinstance(minutes, int)
        for _ in range(minutes):
            await self.ready()
            await self.page.get_by_role("button", name="+1 min").click()

    async def decide_by(self, command: Command) -> None:
        await (
            self.page.locator("#next")
            .get_by_label("Mihin päivään asti odotamme?")
            .fill(words(command.d["date"]))
        )
        await self.press("Tallenna päivä")

    # What was written

    async def hide_card(self, command: Command) -> None:
        hiding = self.page.locator(f'[data-hiding="{command.d["card"]}"]')
        await hiding.get_by_role("button", name="Piilota").click()
        await hiding.get_by_text("Muu syy").click()
        await hiding.get_by_label("Omin sanoin").fill(words(command.d["reason"]))
        await hiding.get_by_role("button", name="Piilota kortti").click()
        await expect(self.page.get_by_text("Kortti on piilossa.")).to_be_visible()

    # Beside the work

    async def folded(self, id: str) -> Locator:
        part = self.page.locator(f"#{id}")
        if await part.get_attribute("open") is None:
            await part.locator("summary").first.click()
        return part

    async def answer_question(self, command: Command) -> None:
        await self.folded("questions")
        text = self.called(words(command.d["question"]))
        asked = self.page.locator("#questions-all > .card").filter(
            has=self.page.get_by_text(text, exact=True)
        )
        await asked.get_by_role("button", name="Vastaa", exact=True).click()
        await asked.get_by_label("Vastauksesi. Kaikki näkevät sen.").fill(words(command.d["text"]))
        if command.d.get("open"):
            await asked.get_by_text("Asia jää auki.").click()
        await asked.get_by_role("button", name="Lähetä vastaus").click()
        await expect(asked).to_have_count(0)

    async def explain_word(self, command: Command) -> None:
        """Which word it is, its plain words tell in the example."""
        hard = await self.folded("hard-words")
        word = self.called(words(command.d["word"]))
        card = hard.locator(".card").filter(has=self.page.get_by_text(word, exact=True))
        await card.get_by_role("button", name="Selitä", exact=True).click()
        await card.get_by_label("Selkeästi sanottuna").fill(words(command.d["plain"]))
        await card.get_by_role("button", name="Selitä kaikille").click()

    # The end

    async def gate(self) -> Locator:
        gate = self.page.locator("#gate")
        if await gate.get_attribute("open") is None:
            await gate.locator("summary").first.click()
        return gate

    async def missing(self) -> list[str]:
        """As the page says it."""
        gate = await self.gate()
        await expect(gate.get_by_text("Mitään ei puutu.").or_(gate.locator("#missing"))).to_be_visible()
        return [each.split("\n")[0] for each in await gate.locator("#missing li").all_inner_texts()]

    async def refuse_if_missing(self) -> None:
        """Who sees what is missing thinks again."""
        missing: list[Json] = [*await self.missing()]
        if not missing:
            return
        ending = self.page.locator("aside")
        await ending.get_by_role("button", name="Lopeta työpaja").click()
        await expect(ending.locator("#ending")).to_contain_text("puuttuu.")
        await ending.get_by_role("button", name="Ei vielä").click()
        raise Refused("close_workshop", {"why": "not_finished", "missing": missing})
