"""What can be set from the environment, once, when the server starts. docs/settings.md explains each."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, then so many a second."""

    at_once: int
    per_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """Per seat, in the order of how much harm a flood of them does. Rejoining is never limited."""

    cards: Rate = Rate(5, 0.5)
    others: Rate = Rate(20, 5)
    leads: Rate = Rate(50, 20)
    workshop: Rate = Rate(1000, 1000)
    joins: Rate = Rate(300, 10)  # of a workshop: a full hall at once, and then nobody fills it by a script


@dataclass(frozen=True, slots=True)
class Settings:
    data: Path = Path("data")
    host: str = "0.0.0.0"
    port: int = 8000
    public_url: str = ""  # "" is the address that phones of the same network reach
    zone: str = "Europe/Helsinki"
    contact: str = ""  # who answers for accessibility: an e-mail address, or words; "" is whoever organises
    most_people: int = 1000
    sleep_after: float = 60.0  # seconds without anybody, after which a room leaves the memory
    write: str = "transport"  # or "send_text", where the transport is not to be had
    break_: str = ""  # tests only: "ack_early", "no_id_check"
    limits: Limits = field(default_factory=Limits)

    @property
    def secure(self) -> bool:
        return self.public_url.startswith("https://")


Given: TypeAlias = Mapping[str, str]


def from_environment(given: Given = os.environ) -> Settings:
    """Raises ValueError where a number is not one."""
    start = Settings()
    return Settings(
        data=Path(given.get("TALKO_DATA", str(start.data))),
        host=given.get("TALKO_HOST", start.host),
        port=int(given.get("TALKO_PORT", start.port)),
        public_url=given.get("TALKO_PUBLIC_URL", start.public_url).rstrip("/"),
        zone=given.get("TALKO_ZONE", start.zone),
        contact=given.get("TALKO_CONTACT", start.contact),
        most_people=int(given.get("TALKO_MOST_PEOPLE", start.most_people)),
        sleep_after=float(given.get("TALKO_SLEEP_AFTER", start.sleep_after)),
        write=given.get("TALKO_WRITE", start.write),
        break_=given.get("TALKO_BREAK", start.break_),
    )
