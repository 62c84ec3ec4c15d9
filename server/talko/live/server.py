"""The web server: uvicorn, with one addition. It puts the transport of a socket where `sockets` finds it.

That is no public interface of uvicorn: its version is pinned, and where the scope lacks the transport
the room writes by `send_text`. Both ways are tested.
"""

from typing import cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from talko.live.sockets import TRANSPORT
from talko.settings import Settings


class WithTransport(WebSocketsSansIOProtocol):
    def handle_connect(self, event: Request) -> None:
        super().handle_connect(event)
        if self.response.status_code == 101:  # the app's task is made, and has not begun
            cast(dict[str, object], self.scope)[TRANSPORT] = self.transport


def server(app: ASGIApp, settings: Settings) -> uvicorn.Server:
    """No access log, for addresses hold links and tokens. Dead lines are found within 25 s."""
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        ws=WithTransport,
        ws_max_size=16 * 1024,
        ws_per_message_deflate=False,
        ws_ping_interval=10,
        ws_ping_timeout=15,
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    return uvicorn.Server(config)
