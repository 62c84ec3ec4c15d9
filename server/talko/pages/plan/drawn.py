"""A plan as it was drawn last, for all who come to read it, until something changes in its workshop."""

from collections.abc import Callable
from weakref import WeakKeyDictionary

from talko.core.whole import Workshop
from talko.live.room import Room

Pages = dict[str, bytes]  # by language

# In memory only, and gone with the room: no browser keeps a plan, and a deleted workshop leaves none.
_last: WeakKeyDictionary[Room, tuple[Workshop, Pages]] = WeakKeyDictionary()


def drawn(room: Room, lang: str, draw: Callable[[], bytes]) -> bytes:
    """A workshop is one value, and what has happened makes another; who answered late is seen at once."""
    now, pages = _last.get(room, (room.workshop, Pages()))
    if now is not room.workshop:
        pages = Pages()
    if lang not in pages:
        pages[lang] = draw()
    _last[room] = room.workshop, pages
    return pages[lang]
