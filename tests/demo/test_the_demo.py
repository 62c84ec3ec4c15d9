"""The demo: a real server in a throw-away place, and a player that knows only the protocol."""

import ast
import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from talko.demo.client import Browser, at, path_of
from talko.folders import folder
from tests.faults.plug import free_port

DEMO = Path(sys.modules["talko.demo.client"].__file__ or "").parent
EARLY_MS = 1000 * int(datetime(2026, 10, 8, 12, 50, tzinfo=ZoneInfo("Europe/Helsinki")).timestamp())
PLAYER = {"client", "example", "doors", "play", "crowd"}


@contextmanager
def demo(folder: Path, *args: str) -> Iterator[subprocess.Popen[str]]:
    """Its throw-away place lies in the folder, so that one can see that nothing of it stays."""
    command = [sys.executable, "-m", "talko", "demo", "--port", str(free_port()), "--fast", *args]
    running = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"TMPDIR": str(folder)},
    )
    with running:
        try:
            yield running
        finally:
            running.terminate()


def said_until(lines: Iterable[str], last: str) -> str:
    """Also what was said when it ended before."""
    told = ""
    for line in lines:
        told += line
        if line == last:
            return told
    raise AssertionError(f"it ended after saying: {told}")


@pytest.mark.parametrize("name", sorted(PLAYER))
def test_the_player_imports_nothing_of_talko_but_itself(name: str) -> None:
    tree = ast.parse((DEMO / f"{name}.py").read_text("utf-8"))
    found = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    found |= {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    own = {f"talko.demo.{each}" for each in PLAYER} | {"talko.demo"}
    assert {each for each in found if each.split(".")[0] == "talko"} <= own


def test_the_example_is_played_and_measured(tmp_path: Path) -> None:
    with demo(tmp_path, "--json", "--commands", "18") as running:
        told = json.loads(running.communicate(timeout=60)[0])
    assert running.returncode == 0
    counted = {name: told[name] for name in ("people", "field_cards", "cards", "hidden", "commands")}
    assert counted == {"people": 25, "field_cards": 24, "cards": 41, "hidden": 1, "commands": 18}
    assert told["cpu_ms_per_command"] > 0
    assert list(tmp_path.iterdir()) == []


def test_one_sees_where_to_look_and_ends_it_with_ctrl_c(tmp_path: Path) -> None:
    with demo(tmp_path) as running:
        assert running.stdout
        told = said_until(running.stdout, "Ctrl-C ends the demo and deletes everything.\n")
        assert len(re.findall(r"http://\S+/in/\S+", told)) == 2
        assert re.search(r"http://\S+/J/\S+", told) and re.search(r"type \d{3} \d{3} \d{3}", told)
        assert "▀" in told and "People write: 43" in told
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 0
    assert list(tmp_path.iterdir()) == []


async def test_every_link_of_a_held_demo_opens(tmp_path: Path) -> None:
    with demo(tmp_path, "--json", "--hold", "--cards", "3") as running:
        assert running.stdout and running.stdin
        links = json.loads(running.stdout.readline())
        server = urlsplit(links["join"]).netloc
        for name in ("screen", "console"):
            browser = Browser(server)
            assert (await browser.post(path_of(links[name]))).path == links[f"{name}_page"]
            told = await browser.json(f"{links[f'{name}_page']}/view")
            assert at(told, "view", "agenda", "current") == "n1"
            assert EARLY_MS < int(str(told["now_ms"])) < EARLY_MS + 60_000
        assert (await Browser(server).post(path_of(links["home"]))).path == "/home"
        assert (await Browser(server).post("/join", code=links["code"])).path == path_of(links["join"])
        running.stdin.close()
        assert running.wait(timeout=30) == 0
    assert list(tmp_path.iterdir()) == []


def test_the_example_is_whole() -> None:
    """Later steps of the workshop are played from the same file."""
    text = (folder("workshop_templates") / "examples" / "palvelukahvila.yaml").read_text("utf-8")
    for name in (
        "participants",
        "field_cards",
        "activities",
        "followup",
        "pilot_review",
        "fixtures",
        "expected",
    ):
        assert f"\n{name}:" in text
