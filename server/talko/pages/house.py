"""Everything a page may need to answer, wired once when the app is built."""

from dataclasses import dataclass, field

from talko.clock import Clock
from talko.live.access import Access
from talko.live.rooms import Rooms
from talko.pages.brake import Brake
from talko.pages.plan.press import Press
from talko.settings import Settings
from talko.store.store import Store


@dataclass(frozen=True, slots=True)
class House:
    settings: Settings
    clock: Clock
    store: Store
    rooms: Rooms
    access: Access
    brake: Brake = field(default_factory=Brake)
    press: Press = field(default_factory=Press)
