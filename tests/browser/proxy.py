"""A wire that can be cut: a loopback proxy before a server. `set_offline` does not cut an open socket."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TypeVar


class Proxy:
    def __init__(self, server: int) -> None:
        self._server = server
        self._ends: set[asyncio.StreamWriter] = set()
        self.port, self.is_cut = 0, False

    def cut(self) -> None:
        """Every line breaks at once, and nobody gets through any more."""
        self.is_cut = True
        for end in self._ends:
            end.transport.abort()

    def mend(self) -> None:
        self.is_cut = False

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if self.is_cut:
            writer.transport.abort()
            return
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._server)
        self._ends |= {writer, far_writer}
        await asyncio.gather(pour(reader, far_writer), pour(far_reader, writer))
        self._ends -= {writer, far_writer}


Line = TypeVar("Line", bound=Proxy)


async def pour(source: asyncio.StreamReader, sink: asyncio.StreamWriter) -> None:
    with suppress(OSError):
        while data := await source.read(65536):
            sink.write(data)
            await sink.drain()
    sink.close()


@asynccontextmanager
async def proxy(server: int) -> AsyncIterator[Proxy]:
    async with listening(Proxy(server)) as wire:
        yield wire


@asynccontextmanager
async def listening(wire: Line) -> AsyncIterator[Line]:
    server = await asyncio.start_server(wire.carry, "127.0.0.1", 0)
    wire.port = server.sockets[0].getsockname()[1]
    try:
        yield wire
    finally:
        server.close()
        wire.cut()
