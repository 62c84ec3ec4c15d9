"""The ground for fault and speed tests: a data folder with a workshop in it, laid before it starts."""

import asyncio
from dataclasses import dataclass
from pathlib import Path

from sqlmodel import Session

from talko.folders import CHECKOUT
from talko.live.access import join_token, key_hash, new_secret
from talko.store import doors, groups
from talko.store.groups import Setup
from talko.store.store import Store

WORKSHOP, WRITING, ASKING = "katko234", "needs", "how"
SMALL = CHECKOUT / "tests" / "small.yaml"


@dataclass(frozen=True, slots=True)
class Ground:
    folder: Path
    home: str  # the facilitator's personal link
    join: str  # the door

    @property
    def database(self) -> Path:
        return self.folder / "talko.db"


def lay(folder: Path) -> Ground:
    """One workshop in which each person may write 200 cards."""
    store, personal = Store.open(folder), new_secret()
    token = join_token(store.secret, WORKSHOP)

    def write(session: Session) -> None:
        whose = groups.add_facilitator(session, "Iida")
        doors.add_link(session, doors.Link(key_hash(personal), "personal", facilitator=whose.id))
        group = groups.add_group(session, whose.id, "Katko")
        texts = ("Katko", "Pysyykö kaikki tallessa?", "Ei mitään", ("fi",), "2026-10-08", "kahvi lampi")
        template = SMALL.read_text("utf-8")
        door = (key_hash(token), "482316907")
        groups.add_workshop(session, Setup(WORKSHOP, group.id, template, *texts, *door, "to_come", 0))

    try:
        asyncio.run(store.write(write))
    finally:
        store.close()
    return Ground(folder, f"/in/{personal}", f"/J/{token}")
