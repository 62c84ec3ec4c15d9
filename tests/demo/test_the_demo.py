"""The demo: a real server in a throw-away place, and a player that knows only the protocol."""

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

from talko.clock import StillClock
from talko.demo.client import Browser, at, path_of
from talko.demo.place import MOST_AHEAD_MS, move_on
from talko.folders import folder
from tests.faults.plug import free_port

EARLY_MS = 1000 * int(datetime(2026, 10, 8, 12, 50, tzinfo=ZoneInfo("Europe/Helsinki")).timestamp())


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


@contextmanager
def in_the_background() -> Iterator[None]:
    """As a shell starts what is not in front: deaf to Ctrl-C, until it listens for it itself."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def said_until(lines: Iterable[str], last: str) -> str:
    """Also what was said when it ended before."""
    told = ""
    for line in lines:
        told += line
        if line == last:
            return told
    raise AssertionError(f"it ended after saying: {told}")


def test_the_example_is_played_and_measured(tmp_path: Path) -> None:
    with demo(tmp_path, "--json", "--commands", "90") as running:
        told = json.loads(running.communicate(timeout=60)[0])
    assert running.returncode == 0
    counted = {name: told[name] for name in ("people", "field_cards", "cards", "hidden", "commands")}
    assert counted == {"people": 25, "field_cards": 24, "cards": 41, "hidden": 1, "commands": 90}
    assert told["cpu_ms_per_command"] > 0
    assert list(tmp_path.iterdir()) == []


def test_one_sees_where_to_look_and_ends_it_with_ctrl_c(tmp_path: Path) -> None:
    with in_the_background(), demo(tmp_path, "--until", "n1") as running:
        assert running.stdout
        told = said_until(running.stdout, "Ctrl-C ends the demo and deletes everything.\n")
        assert len(re.findall(r"http://\S+/in/\S+", told)) == 2
        assert re.search(r"http://\S+/J/\S+", told) and re.search(r"type \d{3} \d{3} \d{3}", told)
        assert "▀" in told and "n1: people write: 43" in told and "It is your turn" in told
        running.send_signal(signal.SIGINT)
        assert running.wait(timeout=30) == 0
    assert list(tmp_path.iterdir()) == []


@pytest.mark.faults
def test_what_is_seen_is_what_is_expected_also_when_the_server_is_killed_on_the_way(tmp_path: Path) -> None:
    with demo(tmp_path, "--check", "--json", "--kill", "3", "--seed", "7") as running:
        told = json.loads(running.communicate(timeout=120)[0])
    assert running.returncode == 0
    assert (told["differences"], len(told["killed"]), told["seed"]) == (0, 3, 7)
    assert told["commands"] > 500 and told["lines"] == 29
    assert list(tmp_path.iterdir()) == []


@pytest.mark.faults
@pytest.mark.parametrize(("seed", "people"), [(1, 12), (2, 30)])
def test_another_workshop_comes_out_as_expected_too(tmp_path: Path, seed: int, people: int) -> None:
    file, place = tmp_path / "example.yaml", tmp_path / "place"
    place.mkdir()
    write = [sys.executable, "-m", "talko", "example", "--seed", str(seed), "--people", str(people)]
    subprocess.run([*write, "--out", str(file)], check=True)
    assert subprocess.run(write, capture_output=True, check=True).stdout == file.read_bytes()
    with demo(place, "--check", "--example", str(file)) as running:
        told = running.communicate(timeout=120)[0]
    assert "0 differences" in told and running.returncode == 0


@pytest.mark.faults
def test_a_difference_is_told_in_plain_words_and_ends_with_an_error(tmp_path: Path) -> None:
    file, place = tmp_path / "example.yaml", tmp_path / "place"
    place.mkdir()
    text = (folder("workshop_templates") / "examples" / "palvelukahvila.yaml").read_text("utf-8")
    before, mark, after = text.partition("\nexpected:\n")
    file.write_text(before + mark + after.replace("dots: {T2: 23,", "dots: {T2: 24,"), "utf-8")
    with demo(place, "--check", "--example", str(file)) as running:
        told = running.communicate(timeout=120)[0]
    place_of_it = "dots › Paikka, johon saa tulla ilman aikaa"
    assert f"the screen › activities › n4 › {place_of_it}: 24 was expected, 23 is seen" in told
    assert running.returncode == 1


@pytest.mark.parametrize(
    ("said", "ahead"),
    [("1000", 1000), ("-1000", 0), ("400", 400), ("tomorrow", 0), (str(10**15), MOST_AHEAD_MS), ("", 0)],
)
def test_the_clock_of_the_place_is_moved_on_and_never_back_nor_too_far(said: str, ahead: int) -> None:
    clock = StillClock(0)
    move_on(clock, said)
    assert clock.now_ms() == ahead


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
