"""The house stands: who may import whom, what the locks hold, and that nothing names a machine."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from talko.folders import CHECKOUT, folder

PYTHON = CHECKOUT / "server" / "talko"
SCRIPTS = CHECKOUT / "client" / "js"
LOCKS = ("requirements.lock", "requirements-dev.lock")

# A place is a file, a folder, or a folder without the files named apart. Each may import itself and these.
ABOVE_ACTIVITIES = [
    "core.whole",
    "core.happened",
    "core.commands",
    "core.handed",
    "core.assigned",
    "core.ending",
    "core.changes",
    "core.moving",
    "core.boxes",
    "core.due",
    "core.answers",
    "core.workshop",
]
ABOVE_THE_WORKSHOP = ["core.showing", "core.views", "core.mine", "core.published", "core.thread"]
PARTS = {"core.template_file", "core.cards", "core.ballots", "core.records", "core.beside", "core.following"}
CORE = {"core", *PARTS, "core.activities", *ABOVE_ACTIVITIES, *ABOVE_THE_WORKSHOP}
LIVE = {"live", "live.room", "live.rooms", "live.sockets", "live.plain", "live.server"}
BESIDE = {"settings", "folders", "clock", "address"}
PLAYER = {
    f"demo.{each}"
    for each in ("client", "line", "said", "doors", "example", "told", "play", "crowd", "ledger")
}
DEMO = PLAYER | {"demo.check", "demo.expected", "demo.invent"}
EVERYTHING = (
    {"cli", "check", "app", "demo", "invite", "pages", "papers", "store"} | LIVE | CORE | BESIDE | DEMO
)
MAY_IMPORT: dict[str, set[str]] = {
    "__init__": set(),
    "__main__": {"cli"},
    "cli": EVERYTHING,
    "check": {"pages", "store"} | CORE | BESIDE,
    "app": EVERYTHING,
    "demo": EVERYTHING,
    **dict.fromkeys(PLAYER, PLAYER),  # who plays knows the protocol, and nothing of the server
    "demo.check": {"demo.client"},  # who compares knows what a frame is
    "demo.expected": set(),  # what must come out is worked out by itself
    "demo.invent": {"demo.expected"},
    "invite": {"live", "store"} | CORE | BESIDE,
    "pages": {"papers", "store"} | LIVE | CORE | BESIDE,
    "live.server": {"live.sockets", "live"} | BESIDE,
    "live.plain": {"live.sockets", "live.rooms", "live.room", "live", "store"} | CORE | BESIDE,
    "live.sockets": {"live.rooms", "live.room", "live", "store"} | CORE | BESIDE,
    "live.rooms": {"live.room", "live", "store"} | CORE | BESIDE,
    "live.room": {"live", "store"} | CORE | BESIDE,
    "live": {"store"} | CORE | BESIDE,
    "store": CORE | BESIDE,
    "papers": CORE | BESIDE,
    **{file: CORE - set(ABOVE_THE_WORKSHOP[n + 1 :]) for n, file in enumerate(ABOVE_THE_WORKSHOP)},
    **{
        file: {"core", *PARTS, "core.activities", *ABOVE_ACTIVITIES[:n]}
        for n, file in enumerate(ABOVE_ACTIVITIES)
    },
    "core.activities": {"core", *PARTS},
    "core.beside": {"core", "core.cards", "core.ballots", "core.records"},
    "core.following": {"core", "core.records"},
    "core.records": {"core"},
    "core.ballots": {"core"},
    "core.cards": {"core"},
    "core.template_file": {"core"},
    "core": set(),
    "settings": {"folders"},
    "address": {"settings"},
    "clock": set(),
    "folders": set(),
}
ALONE = {"core.activities"}  # no activity imports another
NOT_IN_THE_CORE = {"asyncio", "logging", "os", "pathlib", "random", "secrets", "socket", "threading", "time"}

FACES = {"phone", "screen", "console"}
SCRIPT_MAY_NOT_IMPORT = {
    "phone": FACES - {"phone"},
    "screen": FACES - {"screen"},
    "console": FACES - {"console"},
    "parts": FACES | {"socket"},
    "cards": FACES | {"socket"},
    "socket": FACES | {"parts"},
}
BELOW_ALL = FACES | {"parts", "socket"}  # outbox, merge and whatever else is small

HOSTS = ("pypi" + ".org", "python" + "hosted", "registry" + ".npmjs", "deb" + ".debian", "file:" + "//")
MACHINE_PATH = re.compile(r"(?<![\w.*})-])/(?:work|root|opt|home/(?!w/|new|groups)[a-z]\w*)/")


def test_python_files_import_only_what_their_place_allows() -> None:
    assert [
        fault for file in sorted(PYTHON.rglob("*.py")) for fault in faults(name(file), file.read_text())
    ] == []


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("core.people", "import random"),
        ("core.people", "from time import monotonic"),
        ("core.people", "import starlette"),
        ("core.people", "from talko.store import log"),
        ("core.life", "from talko.core import workshop"),
        ("core.activities.vote", "from talko.core.activities import collect"),
        ("core.activities.vote", "import talko.core.activities.collect"),
        ("core.workshop", "from talko.core.views import screen"),
        ("store.log", "from talko.live.room import Room"),
        ("live.wire", "from talko.live import room"),
        ("live.room", "from talko.live.rooms import Rooms"),
        ("papers.pdf", "from talko.store import log"),
        ("pages.home", "from .join import page"),
        ("demo.play.cards", "from talko.core.life import Open"),
        ("demo.check.whole", "from talko.demo.expected.whole import block"),
        ("demo.expected.votes", "from talko.core.tally import VoteTally"),
        ("demo.invent", "from talko.demo.play import Play"),
        ("helpers", "import json"),
    ],
)
def test_a_wrong_import_is_caught(module: str, line: str) -> None:
    assert len(faults(module, line)) == 1


def test_a_right_import_is_not_caught() -> None:
    assert faults("core.workshop", "from talko.core.activities import collect, vote\nimport hmac") == []


def test_scripts_import_only_what_their_place_allows() -> None:
    files = sorted(SCRIPTS.rglob("*.js"))
    assert [fault for file in files for fault in script_faults(file, file.read_text())] == []


def test_a_wrong_script_import_is_caught() -> None:
    assert len(script_faults(SCRIPTS / "phone.js", 'import { wall } from "./screen.js";')) == 1
    assert len(script_faults(SCRIPTS / "outbox.js", 'import "./parts/card.js";')) == 1
    assert script_faults(SCRIPTS / "phone.js", 'import { html } from "../vendor/lit-html.js";') == []


def test_no_file_names_a_registry_or_a_machine() -> None:
    texts = {file: file.read_bytes().decode(errors="ignore") for file in kept()}
    assert [f"{file}: {found}" for file, text in texts.items() for found in machine_names(text)] == []


@pytest.mark.parametrize("text", [*HOSTS, "see /" + "work/x", "'/" + "opt/y'", "/" + "home/ann/z"])
def test_a_registry_or_a_machine_is_caught(text: str) -> None:
    assert len(machine_names(text)) == 1


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_requirement_has_a_hash(lock: str) -> None:
    assert [line for line in requirements(lock) if "==" not in line or "--hash=sha256:" not in line] == []


def test_what_runs_is_locked_alike_for_running_and_for_developing() -> None:
    run, develop = (set(requirements(lock)) for lock in LOCKS)
    assert run and run <= develop


@pytest.mark.parametrize("wanted", ["client", "workshop_templates"])
def test_the_folders_beside_the_code_are_found(wanted: str) -> None:
    assert folder(wanted).is_dir()


def name(file: Path) -> str:
    """`server/talko/core/people.py` -> `core.people`; a package is named by its folder."""
    parts = file.relative_to(PYTHON).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def faults(module: str, source: str) -> list[str]:
    here = place(module)
    if here not in MAY_IMPORT:
        return [f"{module}: has no place in the house yet; give it one in MAY_IMPORT"]
    return [f"{module} imports {target}" for target in imports(source) if not allowed(here, target)]


def test_each_requirement_for_everybody_names_tests_that_are_there() -> None:
    told = (CHECKOUT / "docs" / "accessibility.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+) \|.*?\|([^|]+)\|$", told, re.M)
    assert [int(number) for number, _ in rows] == [*range(1, 26)]
    named = {each for _, where in rows for each in re.findall(r"`(tests/[^`]+)`", where)}
    assert {each for each in named if not (CHECKOUT / each).exists()} == set()
    assert [number for number, where in rows if "`" not in where and "the same" not in where] == []


def allowed(here: str, target: str) -> bool:
    root, _, inside = target.partition(".")
    if root == "talko":
        there = place(inside)
        return there in MAY_IMPORT[here] or (there == here and here not in ALONE)
    if here.split(".")[0] == "core":
        return root in sys.stdlib_module_names - NOT_IN_THE_CORE
    return root != ""  # a relative import: write the whole name


def place(module: str) -> str:
    """The longest name in MAY_IMPORT that the module is, or lies in."""
    parts = module.split(".")
    names = [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return next((each for each in names if each in MAY_IMPORT), parts[0])


def imports(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = "." * node.level + (node.module or "")
            yield from (f"{start}.{alias.name}" for alias in node.names)


def script_faults(file: Path, source: str) -> list[str]:
    here = script_place(file)
    forbidden = SCRIPT_MAY_NOT_IMPORT.get(here, BELOW_ALL)
    found = re.findall(r"""(?:from|import)\s*["'](\.[^"']+)["']""", source)
    targets = [target for target in found if (file.parent / target).resolve().is_relative_to(SCRIPTS)]
    return [
        f"{file.name} imports {to}"
        for to in targets
        if script_place((file.parent / to).resolve()) in forbidden
    ]


def script_place(file: Path) -> str:
    return file.relative_to(SCRIPTS).with_suffix("").parts[0]


def kept() -> list[Path]:
    """Every file that is in git, or would be after `git add`."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [file for line in listed.stdout.split("\0") if (file := CHECKOUT / line).is_file()]


def machine_names(text: str) -> list[str]:
    return [host for host in HOSTS if host in text] + MACHINE_PATH.findall(text)


def requirements(lock: str) -> list[str]:
    joined = (CHECKOUT / lock).read_text().replace("\\\n", " ")
    return [line for line in joined.splitlines() if line and not line.startswith("#")]
