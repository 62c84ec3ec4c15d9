"""One process at a time, in a folder that nobody else reads."""

import subprocess
import sys
from pathlib import Path

import pytest

from talko.store.store import Busy, Store

HOLD = """
import sys
from pathlib import Path
from talko.store.store import Store
store = Store.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


def test_a_second_store_is_refused_with_one_plain_sentence(store: Store, folder: Path) -> None:
    with pytest.raises(Busy, match=r"^Another Talko is running with the data in .*data\.$"):
        Store.open(folder)


def test_a_store_is_refused_while_another_process_has_it_and_not_once_that_was_killed(folder: Path) -> None:
    command = [sys.executable, "-c", HOLD, str(folder)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other:
        assert other.stdout and other.stdout.readline() == b"open\n"
        with pytest.raises(Busy):
            Store.open(folder)
        other.kill()
    Store.open(folder).close()


def test_a_store_that_could_not_be_opened_does_not_stay_locked(folder: Path) -> None:
    folder.mkdir()
    (folder / "talko.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(Exception, match="not a database"):
        Store.open(folder)
    (folder / "talko.db").unlink()
    Store.open(folder).close()


def test_nobody_else_may_read_what_lies_in_the_folder(folder: Path) -> None:
    store = Store.open(folder)
    assert folder.stat().st_mode & 0o777 == 0o700
    secret = [file for file in folder.iterdir() if file.name != "lock"]
    assert {file.name for file in secret} == {"talko.db", "talko.db-shm", "talko.db-wal", "secret"}
    assert {file.stat().st_mode & 0o777 for file in secret} == {0o600}
    store.close()


def test_the_secret_is_made_once(folder: Path) -> None:
    first = Store.open(folder)
    first.close()
    second = Store.open(folder)
    second.close()
    assert first.secret == second.secret
    assert len(first.secret) == 32
