"""One open socket. It has no queue: what it missed is mended with the whole view."""

import asyncio
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect
from websockets.frames import Frame, Opcode

from talko.core.people import Seat

FULL = 64 * 1024  # bytes that wait in a transport, over which a line is skipped
CHOKED = 1024 * 1024  # bytes of answers alone: this client asks and does not read
SENDING = 8  # messages on their way by `send_text`, over which a line is skipped


@dataclass(frozen=True, slots=True)
class Message:
    """The same words in both forms that a line may need."""

    text: str
    frame: bytes


def message(text: str) -> Message:
    return Message(text, Frame(Opcode.TEXT, text.encode()).serialize(mask=False))


@dataclass(eq=False, slots=True)
class Line:
    seat: Seat
    socket: WebSocket
    transport: asyncio.Transport | None  # None where only send_text is to be had
    told: bool = False  # hello was said, so views may come
    mine: str = ""  # what it was last told of its own
    behind_since: float | None = None
    since: float = field(default_factory=lambda: asyncio.get_running_loop().time())
    _sending: asyncio.Task[None] | None = None
    _on_the_way: int = 0
    _closing: asyncio.Task[None] | None = field(default=None, repr=False)

    def is_full(self) -> bool:
        if self.transport is None:
            return self._on_the_way > SENDING
        return self.transport.get_write_buffer_size() > FULL

    def write(self, said: Message) -> None:
        if self._closing:
            return
        if self.transport is None:
            self._on_the_way += 1
            self._sending = asyncio.create_task(send_after(self._sending, self.socket, said.text))
            self._sending.add_done_callback(self._arrived)
        elif self.transport.get_write_buffer_size() > CHOKED:
            self.transport.abort()
        elif not self.transport.is_closing():
            self.transport.write(said.frame)

    def _arrived(self, _: object) -> None:
        self._on_the_way -= 1

    def say(self, text: str) -> None:
        self.write(message(text))

    async def gone(self) -> None:
        """After the reader has ended: a goodbye that is on its way is let finish."""
        if self._closing:
            await self._closing

    def close(self, code: int) -> None:
        if not self._closing:
            self._closing = asyncio.create_task(close(self.socket, self.transport, code))


async def send_after(before: asyncio.Task[None] | None, socket: WebSocket, text: str) -> None:
    """Where only `send_text` is to be had: one after the other, and a line that is gone is let go."""
    if before:
        await asyncio.wait([before])
    try:
        await socket.send_text(text)
    except (RuntimeError, OSError, WebSocketDisconnect):  # closed meanwhile: its own reader says goodbye
        return


async def close(socket: WebSocket, transport: asyncio.Transport | None, code: int) -> None:
    """A line that is too full even for a goodbye is cut."""
    if transport and transport.get_write_buffer_size() > FULL:
        transport.abort()
        return
    try:
        await asyncio.wait_for(socket.close(code), timeout=5)
    except (RuntimeError, OSError, TimeoutError, WebSocketDisconnect):
        return
