"""Bad lines before a server: one without WebSockets, and one that loses, doubles and mixes up frames."""

import asyncio
from contextlib import suppress
from random import Random

from tests.browser.proxy import Proxy, pour

UPGRADE = b"upgrade: websocket"


class PlainOnly(Proxy):
    """As some networks of offices do it."""

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request for each connection."""
        self._ends.add(writer)
        head = await until_blank(reader)
        if head and UPGRADE not in head.lower():
            await self._pass_on(head, reader, writer)
        writer.transport.abort()

    async def _pass_on(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._server)
        far_writer.write(head.replace(b"\r\n", b"\r\nConnection: close\r\n", 1) + await body(head, reader))
        with suppress(OSError):
            while data := await far_reader.read(65536):
                writer.write(data)
                await writer.drain()
            writer.close()
            await writer.wait_closed()
        far_writer.close()


class Noisy(Proxy):
    """Of what the server says: some frames are lost, some come twice, some change places."""

    def __init__(self, server: int, share: float) -> None:
        super().__init__(server)
        self.share, self.random = share, Random(4)
        self.spoilt = 0

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._server)
        self._ends |= {writer, far_writer}
        with suppress(asyncio.IncompleteReadError, OSError):
            await asyncio.gather(pour(reader, far_writer), self._spoil(far_reader, writer))
        writer.close()

    async def _spoil(self, source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
        head = await until_blank(source)
        sink.write(head)
        if b" 101 " not in head:
            return await pour(source, sink)
        late = b""
        while not sink.is_closing():
            frame = await one_frame(source)
            out, late = self._spoilt(frame, late)
            sink.write(out)
            await sink.drain()

    def _spoilt(self, frame: bytes, late: bytes) -> tuple[bytes, bytes]:
        """What goes out now, and what comes after the next."""
        is_text = frame[0] & 15 == 1
        if late or not is_text or self.random.random() > self.share:
            return frame + late, b""
        self.spoilt += 1
        return self.random.choice([(b"", b""), (frame + frame, b""), (b"", frame)])


async def until_blank(reader: asyncio.StreamReader) -> bytes:
    with suppress(asyncio.IncompleteReadError, OSError):
        return await reader.readuntil(b"\r\n\r\n")
    return b""


async def body(head: bytes, reader: asyncio.StreamReader) -> bytes:
    said = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
    return await reader.readexactly(int(said[0])) if said else b""


async def one_frame(source: asyncio.StreamReader) -> bytes:
    """As the server writes it: whole and not masked."""
    head = await source.readexactly(2)
    more = {126: 2, 127: 8}.get(head[1] & 127, 0)
    length = await source.readexactly(more)
    size = int.from_bytes(length, "big") if more else head[1] & 127
    return head + length + await source.readexactly(size)
