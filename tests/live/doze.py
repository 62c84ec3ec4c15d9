"""A raw socket that reads nothing until it wakes."""

import asyncio
import json
import socket as sockets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.live.place import Key, Place


class Doze:
    """A raw socket that reads nothing until it wakes."""

    def __init__(self, socket: sockets.socket) -> None:
        self.socket = socket

    async def wakes_to(self, text: str) -> bool:
        """Whether the whole view comes, with this text in it."""
        loop, tail = asyncio.get_running_loop(), b""
        async with asyncio.timeout(20):
            while b'{"view"' not in tail or text.encode() not in tail:
                tail = tail[-2000:] + await loop.sock_recv(self.socket, 1 << 16)
        return True


@asynccontextmanager
async def dozing(place: Place, key: Key) -> AsyncIterator[Doze]:
    loop = asyncio.get_running_loop()
    with sockets.socket() as raw:
        raw.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 4096)
        raw.setblocking(False)
        await loop.sock_connect(raw, ("127.0.0.1", place.settings.port))
        await loop.sock_sendall(raw, handshake(place, key))
        while b"\r\n\r\n" not in await loop.sock_recv(raw, 2000):
            pass
        said = json.dumps({"hello": {"protocol": 1, "epoch": "", "run": "", "v": 0, "lang": "en"}})
        await loop.sock_sendall(raw, masked(said))
        while b'"mine"' not in await loop.sock_recv(raw, 1 << 16):
            pass
        yield Doze(raw)


def handshake(place: Place, key: Key) -> bytes:
    return (
        f"GET /w/{key.workshop}/{key.place}/live HTTP/1.1\r\nHost: 127.0.0.1:{place.settings.port}\r\n"
        f"Origin: {place.origin}\r\nCookie: talko-{key.workshop}-{key.place}={key.secret}\r\n"
        "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
    ).encode()


def masked(text: str) -> bytes:
    """A client's text frame of less than 126 bytes, under a mask of zeros."""
    return bytes([0x81, 0x80 | len(text)]) + b"\0\0\0\0" + text.encode()
