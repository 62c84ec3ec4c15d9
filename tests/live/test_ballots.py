"""Ballots through a real room: refused, changed, counted, and then nowhere on the disk."""

import asyncio
import secrets
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from talko.core.published import published
from talko.live import room as room_
from talko.store import boxes, writer
from tests.live.conftest import QUIET, a_place
from tests.live.hall import AGREE, FELT, STARS, Hall, cast, gone, hall, has_none, has_some, own, shows
from tests.live.place import Place

DAY = 24 * 3600

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module", autouse=True)
def soon_quiet() -> Iterator[None]:
    """So that nobody waits a second for the journal to be emptied."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writer, "QUIET", 0.1)
        yield


# Refused


async def test_a_ballot_for_another_round_or_into_a_shown_box_is_refused(place: Place) -> None:
    async with hall(place) as here:
        ada = here.people[0]
        stars = {here.cards[0]: {"help": 5}}
        assert (await cast(ada, STARS, "x" * 22, ratings=stars))["why"] == "not_open_yet"
        round = await here.opened(STARS)
        assert (await cast(ada, STARS, "x" * 22, ratings=stars))["why"] == "activity_closed"
        await here.shown(STARS)
        assert (await cast(ada, STARS, round, ratings=stars))["why"] == "activity_closed"


async def test_a_ballot_that_could_not_be_written_is_not_in_the_box_and_is_sent_again(tmp_path: Path) -> None:
    async with a_place(tmp_path) as place, hall(place) as here:
        round, key = await here.opened(STARS), here.keys[0]
        stars = {here.cards[1]: {"help": 5}}
        place.store.close()
        assert (await cast(here.people[0], STARS, round, ratings=stars))["why"] == "try_again"
        room = await place.rooms.room(here.workshop)
        assert room and room.boxes == {}
    async with a_place(tmp_path) as place, place.line(key) as ada:
        await ada.hello()
        assert has_none(ada, STARS)
        assert "done" in await cast(ada, STARS, round, ratings=stars)
        await ada.until(partial(has_some, ada, STARS))


async def test_questions_have_the_pace_of_cards_and_ballots_that_of_clicks(place: Place) -> None:
    async with hall(place) as here:
        ada = here.people[0]
        asked = [await ada.ask("ask_question", text=f"Why {n}?", lang="en") for n in range(6)]
        assert "slow_down" in [each.get("why") for each in asked]
        round = await here.opened(STARS)
        for n in range(8):
            assert "done" in await cast(ada, STARS, round, n, ratings={here.cards[1]: {"help": 5}})


# Cast and changed


async def test_an_older_ballot_that_comes_later_is_done_and_changes_nothing(place: Place) -> None:
    async with hall(place) as here:
        round, ada = await here.opened(STARS), here.people[0]
        for n, stars in ((2, 4), (1, 5), (2, 3)):
            assert "done" in await cast(ada, STARS, round, n, ratings={here.cards[1]: {"help": stars}})
        await ada.until(lambda: own(ada, STARS).get("n") == 2)
        assert own(ada, STARS)["choice"] == {"ratings": {here.cards[1]: {"help": 4}}}


async def test_all_that_others_are_told_of_an_open_box_is_how_many_have_answered(place: Place) -> None:
    async with hall(place) as here:
        round, (ada, ben) = await here.opened(FELT), here.people
        ouch = {"all": {"heard": 3, "open_fix": {"text": "Ouch!", "lang": "en"}}}
        await cast(ada, FELT, round, answers=ouch)
        for line in (ben, here.fay):
            await line.until(partial(shows, line, FELT, "answered", 1))
            assert not [frame for frame in line.frames if "Ouch!" in frame]
        await ada.until(lambda: "Ouch!" in str(own(ada, FELT)))


async def test_after_the_reveal_nobody_has_a_ballot_any_more(place: Place) -> None:
    async with hall(place) as here:
        round = await here.opened(STARS)
        for line in here.people:
            await cast(line, STARS, round, ratings={here.cards[0]: {"help": 5}})
            await line.until(partial(has_some, line, STARS))
        await here.shown(STARS)
        for line in here.people:
            await line.until(partial(has_none, line, STARS))


async def test_a_ballot_that_was_acknowledged_is_in_the_box_after_a_restart(tmp_path: Path) -> None:
    async with a_place(tmp_path) as place, hall(place) as here:
        round, key = await here.opened(STARS), here.keys[0]
        await cast(here.people[0], STARS, round, 7, ratings={here.cards[1]: {"help": 2}})
        before = await place.rooms.room(here.workshop)
    async with a_place(tmp_path) as place, place.line(key) as ada:
        await ada.hello()
        choice = {"ratings": {here.cards[1]: {"help": 2}}}
        assert own(ada, STARS) == {"round": round, "n": 7, "choice": choice}
        room = await place.rooms.room(here.workshop)
        assert before and room and room.boxes == before.boxes and room.workshop == before.workshop


async def test_many_ballots_are_few_frames(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A quiet room is told at once; after that how many have answered waits for the next tick."""
    monkeypatch.setattr(room_, "ANSWERED", 3600.0)
    async with hall(place, people=8) as here:
        round = await here.opened(STARS)
        await here.fay.until(lambda: "answered" in here.fay.view["activities"][STARS])
        for line in here.people:
            await cast(line, STARS, round, ratings={here.cards[0]: {"help": 5}})
        await here.fay.ask("extend", STARS, minutes=1)  # a fact waits for nobody
        await here.fay.until(lambda: here.fay.view["activities"][STARS]["answered"] == 8)
        told = [frame for frame in here.fay.frames if '"answered":' in frame]
        assert len(told) <= 3


# Without a trace


async def test_after_the_reveal_no_ballot_and_nothing_of_it_is_on_the_disk(place: Place) -> None:
    async with hall(place) as here:
        round = await here.opened(FELT)
        for n, line in enumerate(here.people):
            text = {"text": f"Needle {n} in {round}", "lang": "en"}
            await cast(line, FELT, round, answers={"all": {"heard": 3, "open_fix": text}})
        needles = here.nullifiers(round)
        texts = [f"Needle {n} in {round}" for n in range(len(here.people))]
        assert here.found(*needles, *texts) == {*needles, *texts}
        await here.shown(FELT)
        await here.fay.until(lambda: "Needle 1" in str(here.fay.view["activities"][FELT].get("texts")))
        texts_shown = here.fay.view["activities"][FELT]["texts"]
        (hidden,) = (id for id, card in texts_shown.items() if "Needle 1" in card["text"])
        await here.fay.ask("hide_card", FELT, card=hidden, reason="a name")
        await here.fay.ask("close_unfinished")
        await gone(here, *needles, texts[1])
        assert here.found(*texts) == {texts[0]}  # published


async def test_who_asked_for_time_can_be_told_from_the_disk_until_they_have_answered(place: Place) -> None:
    async with hall(place, people=3) as here:
        ada, ben, cai = here.people
        round = await here.opened(AGREE)
        await cast(ada, AGREE, round, support="need_time")
        await cast(ben, AGREE, round, support=2, text=f"Too far in {round}", lang="en")
        await cast(ben, AGREE, round, 2, support=4)
        await cast(cai, AGREE, round, support=5)
        waits, *others = here.nullifiers(round)
        assert here.found(waits, *others) == {waits, *others}
        await here.shown(AGREE)
        await gone(here, *others, f"Too far in {round}")
        assert here.found(waits) == {waits}
        assert "done" in await here.fay.ask("decide_by", AGREE, round=round, date="2026-11-01")
        await here.fay.ask("close_unfinished")
        assert here.found(waits) == {waits}
        assert (await cast(ben, AGREE, round, 3, support=5))["why"] == "activity_closed"
        id = secrets.token_urlsafe(16)
        assert await cast(ada, AGREE, round, 2, id, support=4) == {"done": id}
        assert await cast(ada, AGREE, round, 2, id, support=4) == {"done": id}
        assert (await cast(ada, AGREE, round, 3, support=0, text="No", lang="en"))["why"] == "activity_closed"
        await gone(here, waits)


async def test_a_late_answer_is_done_again_after_a_restart_too(tmp_path: Path) -> None:
    async with a_place(tmp_path) as place, hall(place) as here:
        round, key = await waiting_and_closed(here), here.keys[0]
        id = secrets.token_urlsafe(16)
        assert "done" in await cast(here.people[0], AGREE, round, 2, id, support=4)
    async with a_place(tmp_path) as place, place.line(key) as ada:
        await ada.hello()
        assert await cast(ada, AGREE, round, 2, id, support=4) == {"done": id}
        assert (await cast(ada, AGREE, round, 3, support=5))["why"] == "activity_closed"


async def test_what_a_late_answer_says_can_be_taken_off_the_plan_and_is_nowhere_any_more(
    tmp_path: Path,
) -> None:
    async with a_place(tmp_path) as place, hall(place) as here:
        round = await waiting_and_closed(here)
        name, id = f"Somebody by name in {round}", secrets.token_urlsafe(16)
        assert "done" in await cast(here.people[0], AGREE, round, 2, id, support=0, text=name, lang="en")
        assert here.found(name) == {name}
        assert "done" in await here.fay.ask("hide_card", AGREE, card=id, reason="a name")
        assert (await here.fay.ask("show_card", AGREE, card=id))["why"] == "workshop_over"
        room = await place.rooms.room(here.workshop)
        assert room and name not in str(published(room.workshop)) and name not in str(room.workshop)
        await gone(here, name)
        before = room.workshop
    async with a_place(tmp_path) as place:
        room = await place.rooms.room(here.workshop)
        assert room and room.workshop == before


async def test_when_the_day_is_over_the_room_lets_it_pass_though_nobody_comes(tmp_path: Path) -> None:
    async with a_place(tmp_path, replace(QUIET, sleep_after=0.0)) as place:
        async with hall(place) as here:
            round = await waiting_and_closed(here)
        assert await place.store.read(boxes.waiting) == [here.workshop]
        place.clock.move(30 * DAY)
        async with asyncio.timeout(20):
            while await place.store.read(boxes.waiting):
                await asyncio.sleep(0.05)
        await gone(here, *here.nullifiers(round))
        room = await place.rooms.room(here.workshop)
        assert room and room.boxes == {}


async def waiting_and_closed(here: Hall) -> str:
    """Ada asked for time, and the workshop is over."""
    round = await here.opened(AGREE)
    await cast(here.people[0], AGREE, round, support="need_time")
    await cast(here.people[1], AGREE, round, support=5)
    await here.shown(AGREE)
    await here.fay.ask("decide_by", AGREE, round=round, date="2026-10-20")
    await here.fay.ask("close_unfinished")
    return round
