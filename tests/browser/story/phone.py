"""On a phone: writing, choosing, answering, taking something on, asking, and leaving."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from playwright.async_api import Locator, expect

from talko.demo.client import at
from talko.demo.said import Command, Refused
from tests.browser.story import ballots
from tests.browser.story.hands import Hands, each_of, words

ASKS = {
    "ask_question": ("Kysy jotain", "text", "Kysy tämä"),
    "flag_word": ("En ymmärrä jotain sanaa", "word", "Kerro tämä"),
    "give_feedback": ("Miltä tapaaminen tuntuu?", "text", "Lähetä tämä"),
}
NEEDS = {"more_time": "Tarvitsen lisää aikaa", "break": "Tarvitsen tauon"}
PARTS = {"owner": "Minä teen tämän", "follower": "Minä seuraan tätä", "helper": "Minä autan"}
HAS = {"owner": "Sinä teet tämän.", "follower": "Sinä seuraat tätä.", "helper": "Sinä autat."}


@dataclass(slots=True)
class Phone(Hands):
    def acts(self) -> Mapping[str, Callable[[Command], Awaitable[str | None]]]:
        return {
            "add_card": self.add_card,
            "withdraw_card": self.withdraw_card,
            "cast": self.cast,
            "add_theme": self.add_theme,
            "add_record": self.add_record,
            "write_field": self.write_field,
            "take_on": self.take_on,
            "ask_for": self.ask_for,
            **dict.fromkeys(ASKS, self.ask),
            "leave": self.leave_the_workshop,
        }

    def passed_round_with(self, other: "Phone") -> None:
        """One tablet for two: whoever has it in their hands sees their own page."""
        self._one_at_a_time = other._one_at_a_time

    async def for_whom(self, guest: str) -> None:
        if len(self.page.context.pages) > 1:
            await self.page.bring_to_front()

    async def see(self, command: Command) -> None:
        d = command.d
        match command.do:
            case "add_card":
                await expect(self.own(words(d["text"]))).to_contain_text("Lähetetty")
            case "cast" if await self.page.locator(".tally").count():
                await expect(self.page.locator(".tally .state")).to_contain_text("Lähetetty")
            case "take_on":
                record = self.page.locator(f'[id="record {d["record"]}"]')
                await expect(record).to_contain_text(f"✓ {HAS[words(d['part'])]}")
            case "ask_for":
                await expect(self.page.locator("#help")).to_contain_text("Vetäjä tietää sen nyt.")
                await self.page.keyboard.press("Escape")
            case "ask_question" | "flag_word" | "give_feedback":
                await self.page.keyboard.press("Escape")
                await expect(self.page.locator("#help .inside")).to_have_count(0)
            case _:
                pass

    # Writing

    async def add_card(self, command: Command) -> None:
        d, form = command.d, self.page.locator("#writing")
        if "item" in d:
            await form.get_by_role("radio", name=self.called(words(d["item"])), exact=True).check()
        if d.get("entry") == "proxy":
            await form.get_by_role("checkbox").check()
        await form.locator("#text").fill(words(d["text"]))
        await form.get_by_role("button", name="Lähetä", exact=True).click()

    async def press_again(self) -> None:
        """It finds nothing to send, and nothing to complain of."""
        form, before = self.page.locator("#writing"), await self.page.locator("#mine li").count()
        await form.get_by_role("button", name="Lähetä", exact=True).click()
        await expect(form).to_contain_text("✓ Kiitos.")
        await expect(self.page.locator("#mine li")).to_have_count(before)

    def own(self, text: str) -> Locator:
        return self.page.locator("#mine .card").filter(has=self.page.get_by_text(text, exact=True))

    async def withdraw_card(self, command: Command) -> None:
        own = self.page.locator(f'#mine [data-key="{command.d["card"]}"]')
        await own.get_by_role("button", name="Ota pois").click()
        await expect(own).to_contain_text("Haluatko ottaa kortin pois?")
        await own.get_by_role("button", name="Ota pois").click()
        await expect(own).to_have_count(0)

    # Choosing

    async def cast(self, command: Command) -> str | None:
        """When the workshop is over, the page forgets what it said."""
        if await self.page.locator(f'.later input[name="support {command.d["round"]}"]').count():
            await ballots.answer_later(self, command.d)
            return command.id
        if await self.page.get_by_text("Äänestys päättyi").count():
            await expect(self.page.locator("#step button, #step input")).to_have_count(0)
            raise Refused("cast", {"why": "activity_closed"})
        await ballots.choose(self, command.d)
        return None

    # Grouping

    async def add_theme(self, command: Command) -> None:
        """From one card; others come to it later."""
        (card,) = each_of(command.d["cards"])
        lying = self.page.locator(f'#step [data-key="{card}"]')
        await lying.get_by_role("button", name="Siirrä").click()
        await lying.get_by_role("button", name="Uusi ryhmä").click()
        await lying.get_by_label("Ryhmän nimi").fill(words(command.d["name"]))
        await lying.get_by_role("button", name="Tallenna").click()

    # The plan

    async def add_record(self, command: Command) -> str:
        (source,) = each_of(command.d["sources"])
        rests_on = self.page.locator("li.card").filter(
            has=self.page.get_by_text(self.called(source), exact=True)
        )
        before = await self.latest()
        await rests_on.get_by_role("button", name="Suunnittele tämä").click()
        id = await self.settled("add_record", before)
        await self.fill(id, "what", words(command.d["what"]))
        return id

    async def write_field(self, command: Command) -> None:
        await self.fill(words(command.d["record"]), words(command.d["field"]), words(command.d["text"]))

    async def fill(self, record: str, field: str, text: str) -> None:
        """Saved when one leaves it."""
        place = self.page.locator(f'[id="{record} {field}"]')
        await place.fill(text)
        await place.blur()

    async def take_on(self, command: Command) -> None:
        record = self.page.locator(f'[id="record {command.d["record"]}"]')
        part, ready = words(command.d["part"]), record.get_by_role("button", name="Valmis", exact=True)
        if await ready.count():
            await ready.click()
        await record.get_by_role("button", name=PARTS[part], exact=True).click()
        await record.get_by_label("Millä nimellä haluat olla suunnitelmassa?").fill(words(command.d["name"]))
        await record.locator("form").get_by_role("button", name=PARTS[part], exact=True).click()

    # Beside it

    async def helped(self) -> Locator:
        """The panel behind the word Help, open."""
        panel = self.page.locator("#help")
        if await panel.get_attribute("open") is None:
            await panel.locator("summary").first.click()
        return panel

    async def ask_for(self, command: Command) -> None:
        panel = await self.helped()
        await panel.get_by_role("button", name=NEEDS[words(command.d["need"])], exact=True).click()

    async def ask(self, command: Command) -> None:
        summary, name, send = ASKS[command.do]
        panel, text = await self.helped(), words(command.d[name])
        asking = panel.locator("details").filter(has=self.page.get_by_text(summary, exact=True))
        if await asking.get_attribute("open") is None:
            await asking.locator("summary").click()
        await asking.locator("textarea").fill(text)
        await asking.get_by_role("button", name=send, exact=True).click()

    async def leave_the_workshop(self, _: Command) -> None:
        panel = await self.helped()
        await panel.get_by_text("Haluan lähteä").click()
        await panel.get_by_role("button", name="Lähde työpajasta").click()
        await expect(self.page.locator("h1")).to_have_text("Et ole mukana työpajassa.")

    # Going and coming back

    async def cut(self) -> None:
        """The browser is closed as somebody's telephone rings."""
        await self.page.goto("about:blank")

    async def come(self) -> None:
        await self.page.goto(self.place)
        await expect(self.page.locator("h1")).to_be_visible()

    def label(self, item: str, answer: object) -> str:
        """The words of an answer to a question of a survey."""
        its = self.item(item)
        if its["kind"] == "choice":
            options = its["options"]
            assert isinstance(options, list)
            return next(words(at(each, "text")) for each in options if at(each, "id") == answer)
        return words(at(self.texts, "answers", str(answer)))
