"""The live room as a phone meets it: refusals and goodbyes first, then what works."""

import asyncio
import json
import secrets
import sqlite3
from contextlib import AsyncExitStack, suppress
from dataclasses import replace
from typing import Any

import pytest
from websockets.exceptions import InvalidStatus

from talko.core.people import SeatKind
from talko.live import server
from talko.live.pace import STRIKES
from talko.live.wire import ID
from tests.live.doze import dozing
from tests.live.place import Line, Place, Said

NEEDS, IDEAS = "needs", "ideas"

pytestmark = pytest.mark.asyncio(loop_scope="module")


async def opened(place: Place, *, at: str = NEEDS) -> str:
    """A workshop in which one activity is open."""
    workshop = await place.workshop()
    async with place.facilitator(workshop) as fay:
        await fay.ask("go_on")
        if at == IDEAS:
            await fay.ask("go_on", NEEDS)
        await fay.ask("open", at)
    return workshop


async def write(line: Line, text: str, id: str = "") -> Said:
    return await line.ask("add_card", NEEDS, id, text=text, lang="en")


# At the door


@pytest.mark.parametrize("origin", ["https://evil.example", "http://127.0.0.1", "null", ""])
async def test_a_handshake_from_another_origin_is_refused(place: Place, origin: str) -> None:
    key = await place.key(await place.workshop(), SeatKind.PARTICIPANT)
    with pytest.raises(InvalidStatus) as refused:
        async with place.line(key, Origin=origin):
            pass
    assert refused.value.response.status_code == 403


async def test_a_key_of_another_workshop_opens_nothing(place: Place) -> None:
    other, here = await place.workshop(), await place.workshop()
    key = await place.key(other, SeatKind.PARTICIPANT)
    async with place.line(replace(key, workshop=here)) as line:
        assert await line.closed() == 4401


async def test_a_key_opens_no_other_place_than_its_own(place: Place) -> None:
    key = await place.key(await place.workshop(), SeatKind.PARTICIPANT)
    async with place.line(replace(key, place="console")) as line:
        assert await line.closed() == 4401


async def test_a_made_up_key_opens_nothing(place: Place) -> None:
    key = await place.key(await place.workshop(), SeatKind.PARTICIPANT)
    async with place.line(replace(key, secret="a" * 43)) as line:
        assert await line.closed() == 4401


# What cannot be read


@pytest.mark.parametrize(
    ("frame", "code"),
    [
        ("hello", 1008),
        (b"\x00\x01", 1008),
        ("[" * 9000, 1008),
        ('{"a":' * 7 + "1" + "}" * 7, 1008),
        ('{"do": "open", "in": "needs", "d": {}}', 1008),
        (json.dumps({"do": "open", "id": "a" * 22, "in": "needs", "d": {}}), 1008),  # no hello before it
        ("x" * 17_000, 1009),
        ("x" * 1_000_000, 1009),
        (json.dumps({"hello": {"protocol": 2, "epoch": "", "run": "", "v": 0, "lang": "en"}}), 4409),
    ],
)
async def test_what_cannot_be_read_closes_the_line_with_its_code(
    place: Place, frame: str | bytes, code: int
) -> None:
    key = await place.key(await place.workshop(), SeatKind.PARTICIPANT)
    async with place.line(key) as line:
        await line.send(frame)
        assert await line.closed() == code


async def test_after_hello_too_what_is_no_command_closes_the_line(place: Place) -> None:
    async with place.phone(await place.workshop()) as ada:
        await ada.send(b"binary")
        assert await ada.closed() == 1008


async def test_a_malformed_command_is_refused_and_the_line_goes_on(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada:
        assert (await ada.ask("shout", NEEDS))["why"] == "malformed"
        assert (await ada.ask("add_card", NEEDS, text="A bus"))["why"] == "malformed"
        assert (await ada.ask("add_card", NEEDS, text="A bus", lang="en", author="Ada"))["why"] == "malformed"
        assert "done" in await write(ada, "A bus")


# What may not be


async def test_nothing_refused_takes_anything_away(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada, place.phone(workshop) as ben, place.phone(workshop) as cyd:
        await write(ada, "Ada's own", id="k" * 22)
        await ben.until(lambda: part(ben, "written") == 1)
        refused = [
            await ben.ask("edit_card", NEEDS, card="k" * 22, text="Ben's now"),
            await ben.ask("withdraw_card", NEEDS, card="k" * 22),
            await ben.ask("hide_card", NEEDS, card="k" * 22, reason="I do not like it"),
            await ben.ask("close", NEEDS),
            await ben.ask("add_card", IDEAS, text="Too early", lang="en"),
            await cyd.ask("add_card", "lunch", text="Soup", lang="en"),
            await cyd.ask("add_card", NEEDS, text=" ", lang="en"),
            await cyd.ask("add_card", NEEDS, text="x" * 201, lang="en"),
            await write(cyd, "Mine", id="k" * 22),
            await ada.ask("go_on", "", guest="1"),
        ]
        assert [each.get("why") for each in refused] == [
            "not_yours", "not_yours", "may_not", "may_not", "not_open_yet", "no_such_activity",
            "empty", "too_long", "id_taken", "may_not",
        ]  # fmt: skip
        async with place.line(await place.key(workshop, SeatKind.FACILITATOR)) as fay:
            await fay.hello()
            assert part(fay, "cards") == {"k" * 22: {"text": "Ada's own", "lang": "en"}}


async def test_the_same_command_again_is_done_again_and_changes_nothing(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada:
        once, again = await write(ada, "A bus", "k" * 22), await write(ada, "A bus", "k" * 22)
        other = await write(ada, "Another bus", "k" * 22)
        assert (once, again, other["why"]) == ({"done": "k" * 22}, {"done": "k" * 22}, "id_taken")
        await ada.until(lambda: part(ada, "written") == 1)


async def test_a_screen_says_nothing_and_only_who_has_come_in_writes(place: Place) -> None:
    workshop = await opened(place)
    async with (
        place.line(await place.key(workshop, SeatKind.SCREEN)) as wall,
        place.line(await place.key(workshop, SeatKind.PARTICIPANT)) as eve,
    ):
        await wall.hello()
        await eve.hello()
        assert (await write(wall, "I am a wall"))["why"] == "may_not"
        assert (await write(eve, "I am not here"))["why"] == "not_joined"


async def test_a_phone_that_writes_too_fast_is_told_how_long_to_wait(place: Place) -> None:
    async with place.phone(await opened(place)) as ada:
        answers = [await write(ada, f"Card {n}") for n in range(6)]
        assert all("done" in answer for answer in answers[:5])
        assert answers[5]["why"] == "slow_down"
        wait = answers[5]["wait_ms"]
        assert isinstance(wait, int) and 0 < wait <= 2000


async def test_a_phone_that_never_slows_down_is_sent_away(place: Place) -> None:
    async with place.phone(await opened(place)) as ada:
        for n in range(STRIKES + 20):
            await ada.send(
                {"do": "add_card", "id": f"{n:022}", "in": NEEDS, "d": {"text": "Me!", "lang": "en"}}
            )
        assert await ada.closed() == 1008
        assert sum("done" in frame for frame in ada.frames) >= 5


# What works


async def test_a_card_travels_from_a_phone_to_the_screen(place: Place) -> None:
    workshop = await opened(place)
    async with (
        place.phone(workshop) as ada,
        place.facilitator(workshop) as fay,
        place.line(await place.key(workshop, SeatKind.SCREEN)) as wall,
    ):
        await wall.hello()
        done = await write(ada, "A bus at nine")
        card = str(done["done"])
        assert ID.fullmatch(card)
        await ada.until(lambda: card in str(ada.mine))
        await wall.until(lambda: part(wall, "written") == 1)
        assert part(wall, "cards") == {}
        await fay.ask("close", NEEDS)
        await fay.ask("reveal", NEEDS)
        await wall.until(lambda: bool(part(wall, "cards")))
        assert part(wall, "cards") == {card: {"text": "A bus at nine", "lang": "en"}}


async def test_what_is_answered_done_is_on_the_disk(place: Place) -> None:
    async with place.phone(await opened(place)) as ada:
        done = await write(ada, "A bus at nine")
        with sqlite3.connect(place.settings.data / "talko.db") as file:
            rows = file.execute("select text from words where id = ?", (done["done"],)).fetchall()
        assert rows == [("A bus at nine",)]


async def test_who_comes_late_and_who_was_there_see_the_same(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada, place.facilitator(workshop) as fay:
        for n in range(4):
            await write(ada, f"Card {n}")
        await fay.ask("close", NEEDS)
        await fay.ask("reveal", NEEDS)
        await ada.until(lambda: len(part(ada, "cards")) == 4)
        async with place.phone(workshop) as ben:
            await ada.until(lambda: ada.view["lobby"] == ben.view["lobby"])
            await ben.until(lambda: ada.view == ben.view)


async def test_who_has_the_current_view_is_not_sent_it_again(place: Place) -> None:
    workshop = await place.workshop()
    key = await place.key(workshop, SeatKind.SCREEN)
    async with place.line(key) as wall:
        told = await wall.hello()
        known = told["hello"]
        assert isinstance(known, dict)
        async with place.line(key) as again:
            await again.hello(epoch=known["epoch"], run=known["run"], v=wall.v)
            assert not again.view and wall.view


async def test_a_hello_again_brings_the_whole_view_again(place: Place) -> None:
    async with place.phone(await opened(place)) as ada:
        ada.view = {}
        await ada.hello(v=0)
        await ada.until(lambda: bool(ada.view))


async def test_a_helper_writes_for_somebody_without_a_phone(place: Place) -> None:
    workshop = await opened(place)
    async with place.line(await place.key(workshop, SeatKind.HELPER)) as hal:
        await hal.hello()
        words: Said = {"text": "I have no phone", "lang": "en", "entry": "proxy", "permission": True}
        assert (await hal.ask("add_card", NEEDS, guest="1", **words))["why"] == "not_joined"
        assert (await hal.ask("join", guest="2", role="client"))["why"] == "not_this_way"
        assert "done" in await hal.ask("join", guest="1", role="client")
        assert (await hal.ask("add_card", NEEDS, guest="1", **words | {"permission": False}))["why"]
        done = await hal.ask("add_card", NEEDS, guest="1", **words)
        await hal.until(lambda: str(done["done"]) in str(hal.mine))
        assert "1" in str(hal.mine["guests"])


async def test_five_cards_come_out_of_the_unhurried_strip_together(place: Place) -> None:
    workshop = await opened(place, at=IDEAS)
    async with place.phone(workshop) as ada, place.facilitator(workshop) as fay:
        for n in range(4):
            await ada.ask("add_card", IDEAS, text=f"Idea {n}", lang="en")
        await fay.until(lambda: len(part(fay, "cards")) == 4)
        assert all(card["waits"] for card in part(fay, "cards").values())
        assert not part(ada, "cards")
        await ada.ask("add_card", IDEAS, text="Idea 4", lang="en")
        await ada.until(lambda: len(part(ada, "cards")) == 5)


async def test_a_lone_card_comes_out_of_the_strip_after_ten_seconds_of_the_clock(place: Place) -> None:
    workshop = await opened(place, at=IDEAS)
    async with place.phone(workshop) as ada:
        await ada.ask("add_card", IDEAS, text="Alone", lang="en")
        await ada.until(lambda: "Alone" in str(ada.mine))
        await asyncio.sleep(0.2)  # more than a tick: it has begun to wait
        assert not part(ada, "cards")
        place.clock.move(10)
        await ada.until(lambda: len(part(ada, "cards")) == 1)


async def test_a_hidden_card_is_seen_by_its_writer_with_the_reason(place: Place) -> None:
    workshop = await opened(place)
    async with place.phone(workshop) as ada, place.facilitator(workshop) as fay:
        card = str((await write(ada, "Mr Smith never calls"))["done"])
        await fay.ask("hide_card", NEEDS, card=card, reason="a name")
        await ada.until(lambda: "a name" in str(ada.mine))


async def test_after_a_revocation_the_line_is_closed(place: Place) -> None:
    from talko.store import doors

    workshop = await place.workshop()
    async with place.line(await place.key(workshop, SeatKind.HELPER)) as hal:
        await hal.hello()
        await place.store.write(lambda session: doors.drop_keys(session, workshop, "helper"))
        await place.rooms.close_revoked(workshop)
        assert await hal.closed() == 4401


async def test_a_command_id_is_made_by_the_phone_and_lasts_over_a_new_line(place: Place) -> None:
    workshop = await opened(place)
    key = await place.key(workshop, SeatKind.PARTICIPANT)
    id = secrets.token_urlsafe(16)
    for _ in range(2):
        async with place.line(key) as ada:
            await ada.hello()
            await ada.ask("join", role="client")
            assert await write(ada, "Once only", id) == {"done": id}
            await ada.until(lambda: part(ada, "written") == 1)


def part(line: Line, name: str) -> Any:
    """One part of the activity that the room is at."""
    activities = line.view.get("activities")
    assert isinstance(activities, dict)
    (activity,) = activities.values()
    return activity.get(name, {})


# What an attack found


async def test_a_card_sent_again_by_somebody_else_tells_nothing_of_how_it_was_said(place: Place) -> None:
    workshop = await opened(place)
    words = {"text": "I have no phone", "lang": "en", "entry": "proxy", "permission": True}
    async with (
        place.line(await place.key(workshop, SeatKind.HELPER)) as hal,
        place.phone(workshop) as ada,
        place.phone(workshop) as ben,
    ):
        await hal.hello()
        await hal.ask("join", guest="1", role="client")
        await hal.ask("add_card", NEEDS, "k" * 22, guest="1", **words)
        await write(ada, "A bus at nine", "a" * 22)
        assert (await ben.ask("add_card", NEEDS, "k" * 22, guest="1", **words))["why"] == "id_taken"
        assert (await write(ben, "A bus at nine", "a" * 22))["why"] == "id_taken"
        assert await write(ada, "A bus at nine", "a" * 22) == {"done": "a" * 22}


async def test_a_guest_of_the_console_is_dated_by_the_day_and_signed_by_nobody(place: Place) -> None:
    workshop = await opened(place)
    async with place.facilitator(workshop) as fay:
        await fay.ask("join", guest="1", role="client")
        await fay.ask("add_card", NEEDS, guest="1", text="Hello", lang="en", entry="proxy", permission=True)
    with sqlite3.connect(place.settings.data / "talko.db") as file:
        query = "select at, by from event where workshop = ? and kind in ('person_joined', 'card_added')"
        rows = file.execute(query, (workshop,)).fetchall()
    assert len(rows) == 2 and all((at % 86_400, by) == (0, "") for at, by in rows)


async def test_a_seat_has_few_lines_and_the_oldest_goes(place: Place) -> None:
    workshop = await place.workshop()
    key = await place.key(workshop, SeatKind.SCREEN)
    async with AsyncExitStack() as stack:
        lines = [await stack.enter_async_context(place.line(key)) for _ in range(11)]
        for line in lines[1:]:
            await line.hello()
        assert await lines[0].closed() == 1013


async def test_who_pings_and_does_not_read_is_cut_off(place: Place) -> None:
    key = await place.key(await place.workshop(), SeatKind.SCREEN)
    async with dozing(place, key) as doze:
        ping = bytes([0x89, 0x80 | 125]) + b"\0\0\0\0" + b"x" * 125
        with pytest.raises((ConnectionError, BrokenPipeError)):
            async with asyncio.timeout(20):
                while True:
                    await asyncio.get_running_loop().sock_sendall(doze.socket, ping * 500)


async def test_who_sends_a_message_in_very_many_pieces_is_cut_off(place: Place) -> None:
    key = await place.key(await place.workshop(), SeatKind.SCREEN)
    async with dozing(place, key) as doze:
        pieces = bytes([0x01, 0x80]) + b"\0\0\0\0" + (bytes([0x00, 0x80]) + b"\0\0\0\0") * 200
        await asyncio.get_running_loop().sock_sendall(doze.socket, pieces)
        with pytest.raises(ConnectionError):
            async with asyncio.timeout(20):
                while await asyncio.get_running_loop().sock_recv(doze.socket, 1 << 16):
                    pass
                raise ConnectionResetError


async def test_half_a_request_is_not_waited_for_for_ever(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "HEAD_WITHIN", 0.2)
    reader, writer = await asyncio.open_connection("127.0.0.1", place.settings.port)
    writer.write(b"GET / HTTP/1.1\r\nHost: x\r\n")
    async with asyncio.timeout(10):
        with suppress(ConnectionError):
            assert await reader.read() == b""
    writer.close()
