"""What a whole room does in a step of a story: it writes, groups, chooses, agrees and plans."""

from collections.abc import Iterable, Mapping
from typing import Any

from tests.whole.story import Story

Choices = Mapping[str, Any]  # by those who choose the same: "Aino Veikko"


async def writes(tell: Story, at: str, cards: Mapping[str, Iterable[str]], **asked: Any) -> None:
    """Until it is closed; nothing is shown yet."""
    await tell.go_to(at)
    await tell.here("Anna", "open")
    await write(tell, cards, **asked)
    await tell.here("Anna", "close")


async def write(tell: Story, cards: Mapping[str, Iterable[str]], **asked: Any) -> None:
    for who, texts in cards.items():
        proxy = {"entry": "proxy", "permission": True} if tell.people[who].guest else {}
        for text in texts:
            await tell.here(who, "add_card", text=text, **asked, **proxy)


async def groups(tell: Story, at: str, themes: Mapping[str, Iterable[str]], hand: str = "Anna") -> None:
    await tell.go_to(at)
    for name, cards in themes.items():
        await tell.here(hand, "add_theme", name=name, cards=[*cards])
    assert in_themes(tell) == {name: {*cards} for name, cards in themes.items()}


def in_themes(tell: Story) -> dict[str, set[str]]:
    cards = tell.screen["cards"]
    return {
        name: {text for text, each in cards.items() if each.get("theme") == name}
        for name in tell.screen["themes"]
    }


# Boxes


async def answers(tell: Story, choices: Choices) -> None:
    await tell.here("Anna", "open")
    await cast(tell, choices)
    await shown(tell, len(voters(choices)))


async def cast(tell: Story, choices: Choices) -> None:
    round = tell.screen["round"]
    for who, choice in voters(choices).items():
        await tell.here(who, "cast", round=round, n=1, choice=choice)


def voters(choices: Choices) -> dict[str, Any]:
    return {who: choice for names, choice in choices.items() for who in names.split()}


async def shown(tell: Story, ballots: int) -> None:
    """While the box is open nobody sees more of it than how many have answered."""
    assert tell.screen["answered"] == ballots and tell.screen["round"] not in tell.screen.get("rounds", {})
    await tell.here("Anna", "close")
    await tell.here("Anna", "reveal")


def with_dots(chosen: Mapping[str, Iterable[str]]) -> Choices:
    return {who: {"dots": dict.fromkeys(things, 1)} for who, things in chosen.items()}


def with_answers(answers: Mapping[str, Any], about: str = "all") -> Choices:
    return {who: {"answers": {about: its}} for who, its in answers.items()}


def with_ratings(criteria: str, ratings: Mapping[str, Mapping[str, Iterable[int]]]) -> Choices:
    """A number for each criterion."""
    names = criteria.split()
    return {
        who: {"ratings": {thing: dict(zip(names, its, strict=True)) for thing, its in rated.items()}}
        for who, rated in ratings.items()
    }


def each(result: Any, name: str) -> dict[str, Any]:
    """One number of a result, of every option that has it."""
    return {option: its[name] for option, its in result["options"].items() if name in its}


async def agrees(tell: Story, proposal: str, most: int, wording: str = "", **others: Any) -> str:
    """Others say another number, `need_time`, or why they cannot. What came of it."""
    await tell.here("Anna", "open_round", proposal=proposal, **({"wording": wording} if wording else {}))
    everybody = dict.fromkeys(tell.participants, most) | others
    await cast(tell, {who: as_support(its) for who, its in everybody.items()})
    await shown(tell, len(everybody))
    return str(tell.result["result"])


def as_support(its: Any) -> dict[str, Any]:
    if isinstance(its, int) or its == "need_time":
        return {"support": its}
    return {"support": 0, "text": its, "lang": "fi"}


# Records


async def plans(tell: Story, title: str, hand: str = "Anna", **written: Any) -> None:
    """Each field as it is called."""
    tell.ids[title] = await tell.here(hand, "add_record", sources=written.pop("sources", []))
    for field, text in written.items():
        await tell.here(hand, "write_field", record=title, field=field, text=text)


async def takes_on(tell: Story, record: str, **parts: str) -> None:
    """Each by their own phone, by a name they choose: `owner="Riikka"`, `follower="Leena: Läheinen"`."""
    for part, told in parts.items():
        who, _, name = told.partition(": ")
        if who:
            await tell.here(who, "take_on", record=record, part=part, name=name or who)
