"""Every frame that was sent, replayed through the client's own code, is the view a newcomer would get."""

import asyncio
import json
import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from talko.core.audience import Audience, Shown
from talko.core.patch import diff
from talko.core.views import view
from talko.demo import EXAMPLE, doors, example, start, terminal
from talko.demo.client import HELLO, Browser
from talko.demo.play import Play, begin
from talko.folders import CHECKOUT, folder
from talko.live import wire
from tests.core.test_any_order_of_all_kinds import Walk, a_walk
from tests.faults.plug import free_port


class Recording(TypedDict):
    name: str
    frames: list[str]
    fresh: object


def replayed(folder: Path, recordings: list[Recording]) -> subprocess.CompletedProcess[str]:
    """By the client's own code, under Node."""
    file = folder / "frames.json"
    file.write_text(json.dumps(recordings))
    return subprocess.run(
        [node(), "--test", str(CHECKOUT / "tests" / "js" / "replay.mjs")],
        env=os.environ | {"TALKO_FRAMES": str(file)},
        capture_output=True,
        text=True,
        check=False,
    )


def node() -> str:
    """The system's, or the one that make brought."""
    return shutil.which("node") or str(CHECKOUT / ".venv" / "bin" / "node")


class Recorded(Walk):
    """As a room does: one patch for each audience, numbered."""

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self.frames: dict[Audience, list[str]] = {audience: [] for audience in Audience}

    def tell(self) -> None:
        before = dict(self.last)
        super().tell()
        for audience, frames in self.frames.items():
            if patch := diff(before[audience], self.last[audience]):
                n = len(frames)
                frames.append(wire.encode({"patch": patch, "run": "", "from": n, "v": n + 1}))


def recordings_of(seed: int) -> list[Recording]:
    walk = a_walk(seed, Recorded)
    assert isinstance(walk, Recorded)
    walk.tell()
    fresh = {audience: view(walk.workshop, walk.boxes, audience, Shown()) for audience in Audience}
    return [
        {"name": f"{seed} {audience}", "frames": frames, "fresh": fresh[audience]}
        for audience, frames in walk.frames.items()
    ]


def test_whatever_is_asked_in_whatever_order_phones_see_what_is(tmp_path: Path) -> None:
    recordings = [each for seed in range(6) for each in recordings_of(seed)]
    assert sum(len(each["frames"]) for each in recordings) > 500
    done = replayed(tmp_path, recordings)
    assert done.returncode == 0, done.stdout[-3000:]


def test_a_frame_that_went_missing_is_noticed(tmp_path: Path) -> None:
    """So that the replay can fail."""
    frames = [
        wire.encode({"patch": {"written": n}, "run": "", "from": n, "v": n + 1}) for n in range(3) if n != 1
    ]
    assert replayed(tmp_path, [{"name": "gap", "frames": frames, "fresh": {"written": 2}}]).returncode != 0


@dataclass(slots=True)
class Ear:
    """Keeps every frame of one line."""

    browser: Browser
    place: str
    frames: list[str] = field(default_factory=list)

    async def listen(self, socket: ClientConnection) -> None:
        with suppress(ConnectionClosed):
            async for text in socket:
                self.frames.append(str(text))

    async def recording(self) -> Recording:
        """With what somebody who comes now is sent."""
        fresh = (await self.browser.json(f"{self.place}/view"))["view"]
        return {"name": self.place.rpartition("/")[2], "frames": self.frames, "fresh": fresh}


@pytest.mark.faults
async def test_in_the_demo_every_audience_sees_what_is(tmp_path: Path) -> None:
    story = example.read(folder("workshop_templates") / EXAMPLE)
    async with start.place(story, free_port()) as place, AsyncExitStack() as lines:
        play = await begin(place.home, place.server, lines, (story, terminal.Silent(), 0.0))
        ears = [await ear(play, lines, kind) for kind in ("screen", "console", "phone")]
        await play.bring_field_cards()
        await play.come_in()
        await play.go_to_writing()
        await play.write(1000)
        await play.console.send("close", "n1")
        await play.console.send("go_on", "n1")
        await asyncio.sleep(0.5)
        recordings = [await each.recording() for each in ears]
    assert all(len(each["frames"]) > 5 for each in recordings)
    done = replayed(tmp_path, recordings)
    assert done.returncode == 0, done.stdout[-3000:]


async def ear(play: Play, lines: AsyncExitStack, kind: str) -> Ear:
    browser = Browser(play.iida.server)
    if kind == "phone":
        await browser.post(play.doors.join, role="not_told", lang="fi")
    elif kind == "screen":
        await browser.post(await doors.link_for(play.iida, play.doors, "screen"))
    else:
        browser = play.iida
    heard = Ear(browser, play.doors.place(kind))
    await lines.enter_async_context(listening(heard))
    return heard


@asynccontextmanager
async def listening(ear: Ear) -> AsyncIterator[None]:
    url = f"ws://{ear.browser.server}{ear.place}/live"
    async with connect(url, additional_headers=ear.browser.headers, compression=None, proxy=None) as socket:
        await socket.send(json.dumps(HELLO))
        reader = asyncio.create_task(ear.listen(socket))
        yield
        await socket.close()
        await reader
