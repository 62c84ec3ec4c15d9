"""The one place that wires: settings, a clock and an open store in, the app out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.types import ASGIApp

from talko import pages
from talko.clock import Clock, seconds
from talko.invite import listen
from talko.live.access import Access
from talko.live.plain import Plain
from talko.live.rooms import Rooms
from talko.live.sockets import Sockets
from talko.live.writer import Ground
from talko.pages.house import House
from talko.settings import Settings
from talko.store.store import Store


def furnish(settings: Settings, clock: Clock, store: Store) -> House:
    rooms = Rooms(Ground(settings, clock, store))
    return House(settings, clock, store, rooms, Access(store, settings))


def make_app(house: House) -> ASGIApp:
    """The app closes the store when it stops."""
    settings, access, rooms = house.settings, house.access, house.rooms

    @asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        rooms.start()
        desk = await listen(house.store, settings.data, lambda: seconds(house.clock))
        yield
        desk.close()
        await rooms.stop()
        house.press.close()
        house.store.close()

    live = [*Sockets(settings, access, rooms).routes(), *Plain(settings, access, rooms).routes()]
    return pages.wrap(Starlette(routes=[*live, *pages.routes(house)], lifespan=life), house)
