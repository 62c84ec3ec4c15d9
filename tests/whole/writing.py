"""How people write: cards, notes, and names for what lies together."""

from typing import Any

from talko.core import template
from talko.core.template import Activity
from tests.whole.driver import Play
from tests.whole.people import Person

Written = list[tuple[Person, str]]


async def discuss(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Discuss)
    if playing.waits_to_be_shown(activity.id):
        await playing.lead("open", activity.id)
    if settings.notes == "none":
        await playing.refused("not_here", playing.helper, "add_note", activity.id, text="Ei", lang="fi")
    else:
        await note(playing, activity.id)
    if settings.notes == "anyone":
        await note_and_take_back(playing, activity.id)
    await hide_what_is_read(playing)


async def note(playing: Play, at: str) -> None:
    for table in range(playing.chance.randint(0, 4)):
        text, who = playing.text(), playing.chance.choice([playing.helper, playing.cohost, playing.leads])
        id = await playing.say(who, "add_note", at, text=text, lang="fi", table=table)
        if playing.happens(0.15):
            await playing.hide(at, id, text)


async def note_and_take_back(playing: Play, at: str) -> None:
    for who in playing.some():
        text = playing.text()
        id = await playing.say(who, "add_note", at, text=text, lang="fi")
        if playing.happens(0.2):
            await playing.say(who, "withdraw_card", at, card=id)
            playing.taken_away.add(text)


async def hide_what_is_read(playing: Play) -> None:
    """From where it is read: it lies in an earlier activity, or was brought."""
    cards = {id: each for id, each in playing.here["cards"].items() if "hidden" not in each}
    if len(cards) > 5 and playing.happens(0.3):
        id = playing.chance.choice([*cards])
        if cards[id]["in"] in collects(playing):
            await playing.hide(cards[id]["in"], id, cards[id]["text"])


def collects(playing: Play) -> set[str]:
    activities = template.activities(playing.room.template)
    return {id for id, each in activities.items() if isinstance(each.settings, template.Collect)}


async def collect(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Collect)
    await playing.lead("open", activity.id)
    written: Written = []
    for who in writers(playing, settings):
        for _ in range(playing.chance.randint(1, min(3, settings.max_per_person))):
            asked = as_asked(playing, settings, who)
            written.append((who, await playing.say(who, "add_card", activity.id, **asked)))
    if len(written) > 2:
        await change_some(playing, activity, written)
    await playing.lead("close", activity.id)


def writers(playing: Play, settings: template.Collect) -> list[Person]:
    """Somebody without a phone writes where a card may come through another."""
    match settings.entry:
        case "proxy":
            return [who for who in playing.people if who.guest]
        case "any":
            return playing.some()
        case _:
            return [who for who in playing.some() if not who.guest]


def as_asked(playing: Play, settings: template.Collect, who: Person) -> dict[str, Any]:
    items = [*playing.here.get("items", {})]
    told: dict[str, Any] = {"text": playing.text(settings.max_chars), "lang": "fi"}
    if settings.buckets:
        told["bucket"] = playing.chance.choice(settings.buckets).id
    if settings.per_item and items:
        told["item"] = playing.chance.choice(items)
    if settings.feeling:
        told["feeling"] = playing.chance.randint(-2, 2)
    if settings.anonymity == "nickname":
        told["nickname"] = "Tuulentupa"
    if who.guest:
        return told | {"entry": "proxy", "permission": True}
    return told | ({"entry": "group"} if settings.entry == "group" else {})


async def change_some(playing: Play, activity: Activity, written: Written) -> None:
    """One is said in other words, one is withdrawn by its writer, one is hidden."""
    (one, edited), (other, gone), (third, hidden) = playing.chance.sample(written, 3)
    await playing.say(one, "edit_card", activity.id, card=edited, text=playing.text(100))
    for who, card in ((other, gone), (third, hidden)):
        text = playing.text(100)
        await playing.say(who, "edit_card", activity.id, card=card, text=text)
        if card == hidden:
            await playing.hide(activity.id, card, text)
        else:
            await playing.say(who, "withdraw_card", activity.id, card=card)
            playing.taken_away.add(text)


async def cluster(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Cluster)
    cards = [*playing.here["cards"]]
    playing.chance.shuffle(cards)
    hand = playing.tends() if settings.who == "facilitator" else playing.chance.choice(playing.people)
    piles = min(settings.max_themes, max(1, len(cards) // 2)) if cards else 0
    names = {n: playing.text(40) for n in range(piles)}
    themes = [
        await playing.say(hand, "add_theme", activity.id, name=name, lang="fi", cards=cards[n::piles])
        for n, name in names.items()
    ]
    if len(themes) > 1:
        await change_groups(playing, activity.id, (hand, cards, themes))
    assert set(themes) == {*playing.here["themes"]}
    assert {*cards} == {*playing.here["cards"]}


async def change_groups(playing: Play, at: str, done: tuple[Person, list[str], list[str]]) -> None:
    hand, cards, themes = done
    await playing.say(hand, "merge_themes", at, theme=themes[0], into=themes[1])
    await playing.say(hand, "undo", at)
    await playing.say(hand, "name_theme", at, theme=themes[-1], name=playing.text(40), lang="fi")
    await playing.say(hand, "move_cards", at, cards=cards[:1], theme=playing.chance.choice(["", *themes]))
