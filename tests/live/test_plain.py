"""The plain way, for networks that block sockets: the same room, limits and refusals."""

import asyncio
import json
import secrets
from typing import Any

import httpx2
import pytest

from talko.core.people import SeatKind
from talko.live.access import cookie_name
from tests.live.place import Key, Place
from tests.live.test_sockets import NEEDS, opened, part

pytestmark = pytest.mark.asyncio(loop_scope="module")


def plain(place: Place, key: Key, origin: str = "") -> httpx2.AsyncClient:
    cookie = cookie_name(secure=False, workshop=key.workshop, place=key.place)
    headers = {"Origin": origin or place.origin, "Cookie": f"{cookie}={key.secret}"}
    return httpx2.AsyncClient(
        base_url=f"{place.origin}/w/{key.workshop}/{key.place}", headers=headers, trust_env=False
    )


def command(do: str, at: str = "", id: str = "", **d: Any) -> dict[str, Any]:
    return {"do": do, "id": id or secrets.token_urlsafe(16), "in": at, "d": d}


async def test_without_the_key_of_this_place_nothing_is_said_or_read(place: Place) -> None:
    workshop, other = await place.workshop(), await place.workshop()
    key = await place.key(other, SeatKind.PARTICIPANT)
    async with plain(place, Key(workshop, "phone", key.secret, key.kind, key.role)) as stranger:
        assert (await stranger.get("/view")).status_code == 403
        assert (await stranger.post("/command", json=command("join", role="client"))).status_code == 403


async def test_a_command_from_another_origin_is_refused(place: Place) -> None:
    key = await place.key(await place.workshop(), SeatKind.PARTICIPANT)
    async with plain(place, key, "https://evil.example") as evil:
        assert (await evil.post("/command", json=command("join", role="client"))).status_code == 403


@pytest.mark.parametrize(
    ("body", "status"), [(b"hello", 400), (b"\xff", 400), (b"[]", 400), (b"x" * 17_000, 413)]
)
async def test_what_cannot_be_read_is_an_error_and_no_more(place: Place, body: bytes, status: int) -> None:
    key = await place.key(await place.workshop(), SeatKind.PARTICIPANT)
    async with plain(place, key) as ada:
        assert (await ada.post("/command", content=body)).status_code == status


async def test_a_phone_without_sockets_joins_writes_and_reads(place: Place) -> None:
    workshop = await opened(place)
    async with plain(place, await place.key(workshop, SeatKind.PARTICIPANT)) as ada:
        assert (await ada.post("/command", json=command("join", role="client"))).json().keys() == {"done"}
        said = command("add_card", NEEDS, text="A bus at nine", lang="en")
        for _ in range(2):
            assert (await ada.post("/command", json=said)).json() == {"done": said["id"]}
        assert (await ada.post("/command", json=command("close", NEEDS))).json()["why"] == "may_not"
        assert (await ada.post("/command", json=command("shout"))).json()["why"] == "malformed"
        told = (await ada.get("/view")).json()
        assert told["mine"]["cards"][NEEDS] == {said["id"]: {"text": "A bus at nine", "lang": "en"}}
        assert {"view", "epoch", "run", "v", "now_ms"} < told.keys()


async def test_what_has_not_changed_is_not_sent_again(place: Place) -> None:
    workshop = await opened(place)
    async with (
        plain(place, await place.key(workshop, SeatKind.PARTICIPANT)) as ada,
        place.phone(workshop) as ben,
    ):
        tag = (await ada.get("/view")).headers["etag"]
        assert (await ada.get("/view", headers={"If-None-Match": tag})).status_code == 304
        await ben.ask("add_card", NEEDS, text="A bench", lang="en")
        await ben.until(lambda: part(ben, "written") == 1)
        again = await ada.get("/view", headers={"If-None-Match": tag})
        assert (
            again.status_code == 200 and json.loads(again.text)["view"]["activities"][NEEDS]["written"] == 1
        )


# Looking at the screen from the console


@pytest.mark.parametrize("kind", [SeatKind.PARTICIPANT, SeatKind.HELPER, SeatKind.SCREEN])
async def test_nobody_but_who_leads_looks_at_the_screen(place: Place, kind: SeatKind) -> None:
    key = await place.key(await place.workshop(), kind)
    async with plain(place, key) as other:
        assert (await other.get("/view")).status_code == 200
        assert (await other.get("/view?of=screen")).status_code == 403


async def test_a_console_looks_at_nothing_but_the_screen(place: Place) -> None:
    async with plain(place, await place.key(await place.workshop(), SeatKind.FACILITATOR)) as fay:
        assert (await fay.get("/view?of=phone")).status_code == 403


@pytest.mark.parametrize("kind", [SeatKind.FACILITATOR, SeatKind.COHOST])
async def test_a_console_reads_what_the_screen_is_shown_and_leads_from_elsewhere(
    place: Place, kind: SeatKind
) -> None:
    workshop = await opened(place)
    screen = await place.key(workshop, SeatKind.SCREEN)
    async with plain(place, await place.key(workshop, kind)) as fay, plain(place, screen) as wall:
        seen = await fay.get("/view?of=screen")
        assert seen.json()["view"] == (await wall.get("/view")).json()["view"]
        assert seen.json()["view"] != (await fay.get("/view")).json()["view"]
        async with asyncio.timeout(5):  # until all has been shown that was done before
            while seen.status_code != 304:
                seen = await fay.get("/view?of=screen", headers={"If-None-Match": seen.headers["etag"]})
        answer = await fay.post("/command?of=screen", json=command("close", NEEDS))
        assert answer.json()["why"] == "may_not"
