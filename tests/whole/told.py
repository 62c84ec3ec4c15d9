"""What the plan tells when the day is over: all that the room had, and nothing of anybody."""

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any

from talko.core.audience import Audience
from talko.core.ballots.ballot import nullifier
from talko.core.people import Role, Side, person
from talko.pages.plan.speech import speech
from talko.pages.plan.told import told as what_stays
from talko.pages.texts import texts
from talko.papers.compose import compose
from talko.papers.shelf import PAPERS
from tests.pages.browser import Browser
from tests.whole.driver import Play

Told = Mapping[str, Any]


async def read(playing: Play, *, finished: bool) -> dict[str, Any]:
    """As anybody sees it, who has the address of it. What is missing may change while some still wait."""
    told, page = await at_its_address(playing)
    missing = {} if finished else {"missing": playing.look["gate"]["missing"]}
    assert {key: told[key] for key in ("finished", "missing") if key in told} == {
        "finished": finished
    } | missing
    every_step_is_told(playing, told)
    every_record_is_whole(playing, told)
    every_record_can_be_read(playing, html.unescape(page))
    people_are_counted(playing, told)
    papers_can_be_made_of_it(playing)
    few_are_not_counted(told)
    nothing_stands_there_without_words(told)
    for text in (json.dumps(told, ensure_ascii=False), page):
        nothing_of_anybody(playing, text)
        assert [each for each in (*playing.taken_away, *playing.untold) if each in text] == []
    assert [each for each in values(told) if each in {*Role}] == []
    return told


async def at_its_address(playing: Play) -> tuple[dict[str, Any], str]:
    place = f"/w/{playing.made.id}/console/texts?lang=fi"
    path = (await playing.place.home.get(place)).json()["plan"]
    stranger = Browser(playing.place.house)
    plan, page = await stranger.get(f"{path}.json"), await stranger.get(path)
    assert (plan.status_code, page.status_code) == (200, 200), (plan.text[:500], page.text[:500])
    return plan.json(), page.text


def papers_can_be_made_of_it(playing: Play) -> None:
    room = playing.room
    lang = room.setup.langs[-1]
    words, spoken = texts(room.setup, room.template, lang), speech(lang)
    document = compose(
        what_stays(room, lang), words, spoken, (playing.today.isoformat(), "https://t.example")
    )
    assert all(form.make(document, spoken) for form in PAPERS.values())


def every_step_is_told(playing: Play, told: Told) -> None:
    """Also one that was passed over."""
    assert [*told["activities"]] == [*playing.room.workshop.agenda.order]
    assert all(each["kind"] and each["prompt"] for each in told["activities"].values())


def every_record_is_whole(playing: Play, told: Told) -> None:
    """With each field that it had in the room."""
    for id, its in playing.records.items():
        shown = told["activities"][its["in"]]["records"][id]
        wanted = {key: value for key, value in its.items() if key != "in"}
        assert {key: shown.get(key) for key in wanted} == wanted


def every_record_can_be_read(playing: Play, page: str) -> None:
    """What was written, and by which names it was taken on. One that was dropped stands in the data alone."""
    for its in (each for each in playing.records.values() if "dropped" not in each):
        written = [each["text"] for each in its.values() if isinstance(each, dict) and "text" in each]
        named = [its[part] for part in ("owner", "follower") if part in its]
        assert [each for each in (*written, *named) if each not in page] == []


def few_are_not_counted(told: Told) -> None:
    """What fewer than five answered, only they saw."""
    for each in told["activities"].values():
        few = {id for id, its in each.get("rounds", {}).items() if "few" in its}
        counted = [its["ballots"] for id, its in each.get("rounds", {}).items() if id not in few]
        assert min(counted, default=5) >= 5
        assert few.isdisjoint(text["round"] for text in each.get("texts", {}).values())


def nothing_stands_there_without_words(told: Told) -> None:
    """What was hidden has none any more."""
    parts = [
        each.get(part, {}) for each in told["activities"].values() for part in ("cards", "notes", "texts")
    ]
    cards = [
        card for part in (*parts, *told["brought"].values(), told["questions"]) for card in part.values()
    ]
    assert all(card["text"] for card in cards)


def people_are_counted(playing: Play, told: Told) -> None:
    """By side only where each that is there has enough."""
    people = told["people"]
    assert (people["came"], people["left"]) == (len(playing.came), len(playing.came) - len(playing.people))
    assert {*people.get("sides", {})} <= {*Side} and min(people.get("sides", {"": 5}).values()) >= 5


def nothing_of_anybody(playing: Play, text: str) -> None:
    assert [each for each in whose(playing) if each in text] == []


def whose(playing: Play) -> Iterator[str]:
    """All by which somebody could be told from others."""
    for who in (playing.leads, playing.cohost, playing.helper):
        yield who.seat.key.decode()
    for who in playing.came:
        yield person(who.key)
        yield from [who.key.decode()] if who.phone else [who.key.hex()]
        yield from (nullifier(who.key, round) for round in rounds(playing))
    for state in (*playing.room.workshop.activities.values(), playing.room.workshop.questions):
        yield from getattr(state, "by_mark", {})


def rounds(playing: Play) -> list[str]:
    activities = playing.room.workshop.activities.values()
    return [round for each in activities for round in getattr(each, "rounds", {})]


def nothing_is_kept_of_what_was_taken_away(playing: Play) -> None:
    """When the server has gone down once, and nothing waits in its journal."""
    on_the_disk = playing.place.on_the_disk()
    assert [each for each in playing.taken_away if each.encode() in on_the_disk] == []


def values(found: Any) -> list[str]:
    """Every text in it, at any depth."""
    match found:
        case dict():
            return [text for each in found.values() for text in values(each)]
        case list():
            return [text for each in found for text in values(each)]
        case _:
            return [found] if isinstance(found, str) else []


def nothing_is_seen_of_what_was_taken_away(playing: Play) -> None:
    for audience in (Audience.SCREEN, Audience.PHONE):
        seen = json.dumps(playing.sees(audience), ensure_ascii=False)
        assert [each for each in (*playing.taken_away, *playing.untold) if each in seen] == []
        assert [each for each in {*whose(playing)} if each in seen] == []
