"""After the server was killed and started again, 200 phones are all back soon, and not all at once."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections import Counter
from pathlib import Path

import pytest

from talko.folders import CHECKOUT
from tests.faults.door import Browser
from tests.faults.ground import Ground, lay
from tests.faults.kill import open_writing
from tests.faults.plug import Server, serving

PHONES = 200
AT_THE_DOOR = 20  # come in at the same moment
BACK_WITHIN, SPREAD_OVER = 30_000, 5_000  # ms
PATIENCE = 60
# The real line of a phone, in Node.js: version 20 has WebSocket only when asked for it.
NODE = ("node", "--experimental-websocket", "--no-warnings", "tests/faults/returning.mjs")

pytestmark = pytest.mark.faults


async def test_two_hundred_phones_come_back_within_half_a_minute_and_spread_over_seconds(
    tmp_path: Path,
) -> None:
    ground = await asyncio.to_thread(lay, tmp_path)
    with serving(ground.folder, {}) as server:
        phones = await come_in(server, ground)
        room = await asyncio.create_subprocess_exec(*NODE, cwd=CHECKOUT, stdin=PIPE, stdout=PIPE)
        assert room.stdin
        room.stdin.write(json.dumps({"server": server.address, "phones": phones}).encode() + b"\n")
        assert len(await told(room)) == PHONES
        server.pull()
        await asyncio.to_thread(server.start)
        back = await told(room)
        room.kill()
        await room.wait()
    assert len(back) == PHONES and max(back) < BACK_WITHIN
    assert max(back) - min(back) >= SPREAD_OVER
    (_, most), *_ = Counter(each // 1000 for each in back).most_common(1)
    assert most < PHONES / 2, "half of the room in one second"


async def come_in(server: Server, ground: Ground) -> list[dict[str, str]]:
    """The cookie of each, and where it leads."""
    await open_writing(Browser(server.address), ground)
    phones: list[dict[str, str]] = []
    for _ in range(0, PHONES, AT_THE_DOOR):
        phones += await asyncio.gather(*(phone(server, ground) for _ in range(AT_THE_DOOR)))
    return phones


async def phone(server: Server, ground: Ground) -> dict[str, str]:
    browser = Browser(server.address)
    place = await asyncio.to_thread(browser.post, ground.join, role="client", lang="fi")
    return {"place": place, "cookie": browser.headers["Cookie"]}


async def told(room: Process) -> list[int]:
    """In how many milliseconds each was there."""
    assert room.stdout
    async with asyncio.timeout(PATIENCE):
        found: list[int] = json.loads(await room.stdout.readline())
    return found
