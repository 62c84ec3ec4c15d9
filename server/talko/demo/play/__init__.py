"""The example workshop, played by its people from the setting up to the answer that comes days later."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass

from talko.demo import doors
from talko.demo.client import Browser, Json, Object, at, inside
from talko.demo.example import Example
from talko.demo.play import cards, closing, coming, consents, plans, talk, themes, votes
from talko.demo.play.seats import Seats
from talko.demo.play.sight import Sight
from talko.demo.play.tempo import Progress, Tempo, seconds

CONSOLE = "the console"
WRITING = "n1"  # the first activity in which everybody writes

KINDS: dict[str, Callable[[Seats, str], Awaitable[None]]] = {
    "discuss": talk.discuss,
    "collect": cards.collect,
    "cluster": themes.cluster,
    "vote": votes.vote,
    "survey": votes.survey,
    "consent": consents.consent,
    "plan": plans.plan,
}


@dataclass(slots=True)
class Play(Seats):
    """What happens, in its order."""

    begun: int = 0  # steps, also the one where the room is; one more when it is over

    async def whole(self, until: str = "") -> None:
        """To the end, or to where one step is open for whoever wants to take part."""
        await self.begin()
        for before, step in pairs(self.order):
            await self.tempo.until(self.tempo.begins[step])
            await self.go_on(before, step)
            if step == until:
                return await self.leave_open(step)
            await KINDS[str(self.setting(step, "kind"))](self, step)
        await closing.close(self)
        self.begun += 1

    async def leave_open(self, step: str) -> None:
        await self.lead("open", step)
        await cards.write(self, step, self.example.activity(step).get("cards", []))

    async def begin(self) -> None:
        await self.watch()
        await coming.bring_field_cards(self)
        await coming.come_in(self, coming.in_time(self.example))
        self.tempo.plan({step: self.minutes(step) + self.more(step) for step in self.order})
        self.tempo.start()

    async def go_on(self, before: str, step: str) -> None:
        """Nobody is asked anything before all have come along."""
        await self.lead("go_on", before)
        self.begun += 1
        for sight in self.sights:
            await sight.until(
                lambda each: each.at("agenda", "current") == step, f"that the room is at {step}"
            )

    def more(self, step: str) -> int:
        return sum(event["minutes"] for event in self.example.of("extend", step))

    async def watch(self) -> None:
        """On a screen from the beginning; the first phone is the other one that is looked at."""
        await self.by_link("screen", "screen", "the screen", Sight("the screen"))

    async def later(self) -> None:
        """What comes days after."""
        await consents.answer_later(self)

    async def read_texts(self) -> None:
        """They do not change while it runs."""
        page = f"{self.doors.place('console')}/texts?lang="
        texts = [await self.iida.json(page + lang) for lang in ("fi", "sv", "en")]
        self.texts = texts[0]
        self.option_ids = {pair: id for each in texts for pair, id in options(each).items()}

    @property
    def waited(self) -> bool:
        """Somebody asked for time, and answers when it is over."""
        steps = self.example.activities.values()
        return any("after_session" in round for step in steps for round in step.get("rounds", []))

    def told_later(self) -> frozenset[str]:
        """Surveys whose results stand on the plan alone."""
        return frozenset(step for step in self.order if self.setting(step, "survey", "show") == "later")

    def wrote(self) -> dict[str, str]:
        """Whose line may still be told a text that was taken away."""
        steps = self.example.activities.values()
        gone = [card for step in steps for card in step.get("cards", []) if "status" in card]
        helper = next((f"helper {name}" for name in self.helpers), "")
        return {each["text"]: helper if each["by"] in self.guests else each["by"] for each in gone}

    @property
    def order(self) -> list[str]:
        order = self.texts["order"]
        return [str(step) for step in order] if isinstance(order, list) else []

    # Parts, for who wants to play on by other means

    async def bring_field_cards(self) -> None:
        await coming.bring_field_cards(self)

    async def come_in(self) -> None:
        await coming.come_in(self, self.example.people)

    async def go_to_writing(self) -> None:
        """Through welcome, rules, pulse and the reading of field cards, to where everybody writes."""
        before = ["", *self.order[: self.order.index(WRITING)]]
        self.progress.begin("The facilitator goes on", len(before) + 1)
        for step in before:
            await self.console.send("go_on", step)
            self.progress.step()
        await self.console.send("open", WRITING)
        self.progress.step()

    async def write(self, most: int) -> None:
        told = self.example.activity(WRITING)["cards"]
        await cards.write(self, WRITING, told[:most])


def pairs(order: list[str]) -> list[tuple[str, str]]:
    return list(zip(["", *order], order, strict=False))


async def begin(home: str, server: str, lines: AsyncExitStack, show: tuple[Example, Progress, float]) -> Play:
    """The facilitator comes in by the personal link and makes the workshop. At speed 0 nobody waits."""
    example, progress, speed = show
    iida = Browser(server)
    await iida.post(home)
    made = await doors.set_up(iida, example)
    await iida.post(f"{made.page}/console")
    tempo = Tempo(speed, seconds(example.starts.partition("T")[2]))
    play = Play(example, progress, tempo, iida, made, lines)
    play.console = await play.open(iida, made.place("console"), CONSOLE)
    await play.read_texts()
    return play


def options(texts: Object) -> dict[tuple[str, str], str]:
    """Of every question with a choice, what each is called."""
    return {
        (item, str(at(option, "text"))): str(at(option, "id"))
        for item, its in inside(texts["items"]).items()
        for option in listed(at(its, "options"))
    }


def listed(found: Json) -> list[Json]:
    return found if isinstance(found, list) else []
