"""The web server: uvicorn, with a few additions. They build on what is not public, so its version is pinned.

A socket's transport is put where `sockets` finds it; where the scope lacks it, the room writes by
`send_text`, and both ways are tested. And who says little, slowly or without end is let go: uvicorn has no
such bounds, and in a hall no proxy stands before it.
"""

import asyncio
import resource
from typing import cast

import h11
import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import Frame
from websockets.http11 import Request

from talko.live.line import FULL
from talko.live.sockets import TRANSPORT
from talko.settings import Settings

HEAD_WITHIN = 10.0  # seconds from a connection's first moment to a whole request
MOST_PIECES = 32  # fragments of one message; all of ours come in one
MOST_FILES = 65_536
SPARE_FILES = 64  # for the store, and for who comes to mend the server


class Sockets(WebSocketsSansIOProtocol):
    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:  # the app's task is made, and has not begun
            cast(dict[str, object], self.scope)[TRANSPORT] = self.transport

    def handle_ping(self) -> None:
        """Who pings and does not read the answers fills our memory."""
        super().handle_ping()
        if self.transport.get_write_buffer_size() > FULL:
            self.transport.abort()

    def handle_cont(self, event: Frame) -> None:
        super().handle_cont(event)
        if len(self.frames) > MOST_PIECES:
            self.transport.abort()


class Pages(H11Protocol):
    """Whoever does not say a whole request in time is let go."""

    deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is h11.IDLE:
            self._wait()
        else:
            self._no_wait()

    def connection_lost(self, exc: Exception | None) -> None:
        self._no_wait()
        super().connection_lost(exc)

    def handle_websocket_upgrade(self, event: h11.Request) -> None:
        self._no_wait()
        super().handle_websocket_upgrade(event)

    def _wait(self) -> None:
        if self.deadline is None:
            self.deadline = self.loop.call_later(HEAD_WITHIN, self.transport.abort)

    def _no_wait(self) -> None:
        if self.deadline is not None:
            self.deadline.cancel()
            self.deadline = None


def server(app: ASGIApp, settings: Settings) -> uvicorn.Server:
    """No access log, for addresses hold links and tokens. Dead lines are found within 25 s."""
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=Pages,
        ws=Sockets,
        ws_max_size=16 * 1024,
        ws_per_message_deflate=False,
        ws_ping_interval=10,
        ws_ping_timeout=15,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=5,
        limit_concurrency=open_files() - SPARE_FILES,
    )
    return uvicorn.Server(config)


def open_files() -> int:
    """How many this process may have open, which is raised as far as the system lets it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return max(soft, most)
