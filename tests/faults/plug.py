"""A server whose plug can be pulled: a process of its own, started again on the same folder and port."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

STARTS_WITHIN = 30.0
ENDS_WITHIN = 15.0


class NotStarted(Exception):
    """What the server has said instead."""


@dataclass(slots=True)
class Server:
    folder: Path
    port: int
    environment: dict[str, str] = field(default_factory=dict)  # beside that of this process
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    def start(self) -> None:
        command = [sys.executable, "-m", "talko", "serve", "--host", "127.0.0.1"]
        command += ["--port", str(self.port), "--data", str(self.folder)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, stdout=log, stderr=log, env=os.environ | self.environment, start_new_session=True
            )
        self.wait_until_it_answers()

    def wait_until_it_answers(self) -> None:
        until = time.monotonic() + STARTS_WITHIN
        while not self.answers():
            if time.monotonic() > until or (self.process and self.process.poll() is not None):
                raise NotStarted(self.log.read_text())
            time.sleep(0.02)

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=2):
                return True
        except OSError:
            return False

    def pull(self) -> None:
        """SIGKILL: nothing is finished, nothing is said."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, how)
            self.process.wait(ENDS_WITHIN)


def end_tidily() -> None:
    """So that a command that is told to end, ends its servers first."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))


@contextmanager
def serving(folder: Path, environment: dict[str, str]) -> Iterator[Server]:
    server = Server(folder, free_port(), environment)
    try:
        server.start()
        yield server
    finally:
        server.pull()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
