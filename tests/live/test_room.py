"""What a room survives: restarts, slow readers, sleep, a full disk; and what no frame may tell."""

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Iterable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlmodel import Session
from websockets.exceptions import ConnectionClosed

from talko.core.audience import Audience
from talko.core.people import SeatKind, person
from talko.live import line as line_
from talko.live.line import FULL
from tests.live.conftest import QUIET, a_place
from tests.live.doze import dozing
from tests.live.place import Line, Place, Said
from tests.live.test_sockets import IDEAS, NEEDS, opened, part, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

# Restarts


async def test_after_a_restart_everything_said_is_there_and_the_run_is_another(tmp_path: Path) -> None:
    async with a_place(tmp_path) as place:
        workshop = await opened(place)
        key = await place.key(workshop, SeatKind.PARTICIPANT)
        async with place.line(key) as ada:
            first = await ada.hello()
            await ada.ask("join", role="client")
            await write(ada, "A bus at nine", "k" * 22)
            await ada.until(lambda: part(ada, "written") == 1)
    async with a_place(tmp_path) as place, place.line(key) as ada:
        second = await ada.hello()
        assert part(ada, "written") == 1 and "A bus at nine" in str(ada.mine)
        assert first["hello"]["epoch"] == second["hello"]["epoch"]
        assert first["hello"]["run"] != second["hello"]["run"]
        assert await write(ada, "A bus at nine", "k" * 22) == {"done": "k" * 22}
        assert (await write(ada, "Another bus", "k" * 22))["why"] == "id_taken"


async def test_a_server_that_stops_says_come_back(tmp_path: Path) -> None:
    async with AsyncExitStack() as stack:
        async with a_place(tmp_path) as place:
            phone = place.line(await place.key(await place.workshop(), SeatKind.PARTICIPANT))
            ada = await stack.enter_async_context(phone)
            await ada.hello()
        assert await ada.closed() == 1012


async def test_a_room_sleeps_when_nobody_is_left_and_wakes_as_it_was(tmp_path: Path) -> None:
    async with a_place(tmp_path, replace(QUIET, sleep_after=0.0)) as place:
        workshop = await opened(place)
        async with place.phone(workshop) as ada:
            await write(ada, "A bus at nine")
            awake = await place.rooms.room(workshop)
            assert awake
        while awake.is_awake():
            await asyncio.sleep(0.01)
        while await place.rooms.room(workshop) is awake:
            await asyncio.sleep(0.05)
        async with place.line(await place.key(workshop, SeatKind.SCREEN)) as wall:
            told = await wall.hello()
            assert told["hello"]["run"] != awake.run and part(wall, "written") == 1


async def test_a_room_that_fails_is_made_again_from_the_log(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada:
        await write(ada, "A bus at nine")
        broken = await place.rooms.room(workshop)
        assert broken
        broken._writer._head = None  # type: ignore[assignment]  # a bug, as good as any
        await ada.send(
            {
                "do": "add_card",
                "id": secrets.token_urlsafe(16),
                "in": NEEDS,
                "d": {"text": "Lost?", "lang": "en"},
            }
        )
        assert await ada.closed() == 1012
    async with place.line(await place.key(workshop, SeatKind.SCREEN)) as wall:
        await wall.hello()
        assert part(wall, "written") == 1


# What a line has lost


async def test_who_asks_again_is_noted_in_the_log_without_a_word_or_a_key(
    place: Place, caplog: pytest.LogCaptureFixture
) -> None:
    workshop = await opened(place)
    key = await place.key(workshop, SeatKind.PARTICIPANT)
    async with place.line(key) as ada, place.phone(workshop) as ben:
        first = (await ada.hello())["hello"]
        await ada.ask("join", role="client")
        await write(ben, "A bus at nine")
        await ada.until(lambda: ada.v > first["v"])
        assert pulses(caplog) == []  # who comes is not noted
        for _ in range(3):
            await ada.hello(epoch=first["epoch"], run=first["run"], v=first["v"])
        async with asyncio.timeout(5):
            while not pulses(caplog):
                await asyncio.sleep(0.05)
    (noted,) = pulses(caplog)
    assert noted == f"workshop {workshop}, phone: had missed something and got the whole view: 3"
    assert key.secret not in noted and "bus" not in noted


def pulses(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name == "talko.room"]


# Slow readers


@pytest.mark.parametrize("way", ["transport", "send_text"])
async def test_who_does_not_read_is_skipped_and_mended_with_the_whole_view(tmp_path: Path, way: str) -> None:
    async with a_place(tmp_path, replace(QUIET, write=way)) as place:
        workshop = await opened(place)
        slow = await place.key(workshop, SeatKind.SCREEN)
        async with (
            place.phone(workshop) as ada,
            place.facilitator(workshop) as fay,
            dozing(place, slow) as doze,
        ):
            room = await place.rooms.room(workshop)
            assert room
            crowd = room.crowds[Audience.SCREEN]
            (line,) = crowd.lines
            await stuff(line)
            await write(ada, "A bus at nine")
            await fay.ask("close", NEEDS)
            await fay.ask("reveal", NEEDS)
            await fay.until(lambda: part(fay, "life") == "revealed")
            while line.behind_since is None:
                await asyncio.sleep(0.01)
            assert await doze.wakes_to("A bus at nine")
            assert line.behind_since is None


async def stuff(line: line_.Line) -> None:
    """Until nothing more goes out."""
    line.say(json.dumps({"padding": "x" * FULL}))
    await asyncio.sleep(0.02)
    while not line.is_full():
        line.say(json.dumps({"padding": "x" * FULL}))
        await asyncio.sleep(0.02)


# Both ways to write tell the same


@pytest.mark.parametrize("way", ["transport", "send_text"])
async def test_a_card_reaches_the_screen_whichever_way_it_is_written(tmp_path: Path, way: str) -> None:
    async with a_place(tmp_path, replace(QUIET, write=way)) as place:
        workshop = await opened(place)
        async with place.phone(workshop) as ada, place.facilitator(workshop) as fay:
            await write(ada, "A bus at nine")
            await fay.ask("close", NEEDS)
            await fay.ask("reveal", NEEDS)
            await ada.until(lambda: "A bus at nine" in str(part(ada, "cards")))


async def test_the_transport_is_there_to_be_written_to(place: Place) -> None:
    """If an update of uvicorn took it away, the fallback would hide it."""
    workshop = await place.workshop()
    async with place.phone(workshop):
        room = await place.rooms.room(workshop)
        assert room and all(line.transport for line in room.lines())


# Limits of a whole workshop


async def test_a_full_disk_is_said_and_nothing_is_lost_or_pretended(place: Place) -> None:
    workshop = await opened(place)
    async with place.facilitator(workshop) as fay:
        await bring(fay, "Before")
        await place.store.write(lambda session: limit_pages(session, 1))
        told = await bring(fay, "Meanwhile")
        while "done" in told:  # while there is room on the last pages
            told = await bring(fay, "Meanwhile")
        assert told["why"] == "try_again"
        room = await place.rooms.room(workshop)
        assert room and str(told["refused"]) not in room.workshop.brought.cards
        await place.store.write(lambda session: limit_pages(session, 1_000_000))
        assert "done" in await bring(fay, "Meanwhile", str(told["refused"]))
        assert str(told["refused"]) in room.workshop.brought.cards


async def bring(line: Line, text: str, id: str = "") -> Said:
    said = {"text": text + "x" * 400, "origin": "y" * 400, "lang": "en"}
    return await line.ask("bring_card", "", id, "", source="field", permission=True, **said)


def limit_pages(session: Session, most: int) -> None:
    session.connection().exec_driver_sql(f"PRAGMA max_page_count={most}")


# What no frame may tell


async def test_no_frame_to_anyone_else_holds_what_only_its_writer_may_read(place: Place) -> None:
    workshop = await opened(place, at=IDEAS)
    kinds = [SeatKind.PARTICIPANT, SeatKind.SCREEN, SeatKind.HELPER]
    async with (
        place.phone(workshop) as ada,
        place.facilitator(workshop) as fay,
        looking_on(place, workshop, kinds) as others,
    ):
        for n in range(3):
            await ada.ask("add_card", IDEAS, text=f"needle waits {n}", lang="en")
        hidden = await ada.ask("add_card", IDEAS, text="needle hidden", lang="en")
        await fay.ask("hide_card", IDEAS, card=str(hidden["done"]), reason="a name")
        await fay.until(partial(has_some, fay, "ends"))
        before = part(fay, "ends")
        await fay.ask("extend", IDEAS, minutes=1)  # so that all have had a frame since
        for line in others:
            await line.until(partial(has, line, "ends", before + 60))
        assert needles_in(others, ["needle waits", "needle hidden", "a name"]) == []
        assert [part(line, "written") for line in others] == [0, 0, 0]
        await ada.until(lambda: "needle hidden" in str(ada.mine) and "needle waits 2" in str(ada.mine))


async def test_no_frame_holds_a_mark_a_person_a_key_or_a_side(place: Place) -> None:
    workshop = await opened(place)
    key = await place.key(workshop, SeatKind.PARTICIPANT)
    async with (
        place.line(key) as ada,
        place.facilitator(workshop) as fay,
        looking_on(place, workshop, [SeatKind.SCREEN, SeatKind.PARTICIPANT]) as others,
    ):
        await ada.hello()
        await ada.ask("join", role="client")
        await write(ada, "A bus at nine")
        await fay.ask("close", NEEDS)
        await fay.ask("reveal", NEEDS)
        for line in [*others, fay, ada]:
            await line.until(partial(has_some, line, "cards"))
        room = await place.rooms.room(workshop)
        assert room
        marks = [*room.workshop.activities[NEEDS].by_mark]  # type: ignore[union-attr]
        assert len(marks) == 1
        secrets_of_ada = [key.secret, person(key.secret.encode()), *marks, "users", "workers"]
        assert needles_in([*others, fay, ada], secrets_of_ada) == []


async def test_a_view_that_leaks_is_caught_by_the_same_search(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    from talko.core.activities import collect

    monkeypatch.setattr(collect, "wall", lambda state: state.cards)
    workshop = await opened(place, at=IDEAS)
    async with place.phone(workshop) as ada, looking_on(place, workshop, [SeatKind.SCREEN]) as others:
        await ada.ask("add_card", IDEAS, text="needle waits", lang="en")
        for line in others:
            await line.until(partial(has_some, line, "cards"))
        assert needles_in(others, ["needle waits"]) == ["needle waits"]


@asynccontextmanager
async def looking_on(place: Place, workshop: str, kinds: Iterable[SeatKind]) -> AsyncIterator[list[Line]]:
    async with AsyncExitStack() as stack:
        lines = [
            await stack.enter_async_context(place.line(await place.key(workshop, kind))) for kind in kinds
        ]
        for line in lines:
            await line.hello()
        yield lines


def has(line: Line, name: str, value: object) -> bool:
    return bool(part(line, name) == value)


def has_some(line: Line, name: str) -> bool:
    return bool(part(line, name))


def needles_in(lines: Iterable[Line], needles: Iterable[str]) -> list[str]:
    hay = "\n".join(frame for line in lines for frame in line.frames)
    return [needle for needle in needles if needle in hay]


async def test_a_room_that_was_forgotten_while_it_wrote_is_made_anew_with_all_it_wrote(place: Place) -> None:
    workshop = await opened(place)
    for n in range(5):
        async with place.phone(workshop) as ada:
            writing = asyncio.create_task(write(ada, f"Card {n}"))
            await place.rooms.forget(workshop)
            with suppress(ConnectionClosed):
                await writing
        async with place.facilitator(workshop) as fay:
            assert "done" in await fay.ask("extend", NEEDS, minutes=1)


async def test_a_room_that_is_behind_its_log_ends_instead_of_refusing_for_ever(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada:
        room = await place.rooms.room(workshop)
        assert room
        room._writer._head -= 1
        await ada.send({"do": "leave", "id": secrets.token_urlsafe(16), "in": "", "d": {}})
        assert await ada.closed() == 1012
    async with place.facilitator(workshop) as fay:
        assert "done" in await fay.ask("extend", NEEDS, minutes=1)
