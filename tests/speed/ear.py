"""A phone that only listens, and costs the load client next to nothing: frames are looked at, not read."""

import asyncio
import re
from bisect import bisect_left
from collections.abc import Mapping

from websockets.frames import Frame, Opcode

WRITTEN = re.compile(rb'"written":(\d+)')


class Ear(asyncio.Protocol):
    """How many cards it heard of, and when, on the loop's clock."""

    def __init__(self, handshake: bytes) -> None:
        self.heard: list[tuple[int, float]] = []
        self.frames = 0
        self._handshake, self._buffer = handshake, bytearray()
        self.up = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self._handshake)

    def data_received(self, data: bytes) -> None:
        at = asyncio.get_running_loop().time()
        self._buffer += data
        if not self.up.is_set():
            self._skip_handshake()
        while self.up.is_set() and (whole := self._frame()):
            self._hear(*whole, at)

    def _skip_handshake(self) -> None:
        head, end, rest = self._buffer.partition(b"\r\n\r\n")
        if end:
            assert head.startswith(b"HTTP/1.1 101"), bytes(head)
            self._buffer = bytearray(rest)
            self.up.set()

    def _frame(self) -> tuple[int, bytes] | None:
        """The first whole frame: its opcode and what it holds."""
        length, start = self._buffer[1] if len(self._buffer) > 1 else 0, 2
        if length > 125:
            size = 2 if length == 126 else 8
            start, length = 2 + size, int.from_bytes(self._buffer[2 : 2 + size], "big")
        if len(self._buffer) < start or len(self._buffer) < start + length:
            return None
        whole = self._buffer[0] & 0x0F, bytes(self._buffer[start : start + length])
        del self._buffer[: start + length]
        return whole

    def _hear(self, opcode: int, said: bytes, at: float) -> None:
        if opcode == Opcode.PING:
            self.say(said, Opcode.PONG)
        elif opcode == Opcode.TEXT:
            self.frames += 1
            if found := WRITTEN.search(said):
                self.heard.append((int(found[1]), at))

    def heard_at(self, written: int) -> float:
        """When it first heard of so many, or of more."""
        return self.heard[bisect_left(self.heard, (written, 0.0))][1]

    def has_heard(self, written: int) -> bool:
        return bool(self.heard) and self.heard[-1][0] >= written

    def say(self, said: bytes, opcode: Opcode = Opcode.TEXT) -> None:
        self.transport.write(Frame(opcode, said).serialize(mask=True))


async def listen(address: str, path: str, headers: Mapping[str, str]) -> Ear:
    """An ear whose line is up, so that hello can be said."""
    lines = {
        "Host": address,
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        **headers,
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
    host, _, port = address.partition(":")
    handshake = f"GET {path}/live HTTP/1.1\r\n{head}\r\n".encode()
    loop = asyncio.get_running_loop()
    _, ear = await loop.create_connection(lambda: Ear(handshake), host, int(port))
    await ear.up.wait()
    return ear
