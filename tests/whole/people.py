"""Who is in the room: with a phone of their own, with another's, or at a console."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from talko.core.people import SIDE_OF, Role, Seat, Side, helped
from tests.pages.browser import Browser, Workshop
from tests.whole.house import Place

if TYPE_CHECKING:
    from tests.whole.driver import Play


@dataclass(eq=False)
class Person:
    """`seat` is where they speak from: that of somebody without a phone is a helper's."""

    seat: Seat
    role: Role = Role.NOT_TOLD
    guest: str = ""
    phone: Browser | None = None

    @property
    def side(self) -> Side:
        return SIDE_OF[self.role]

    @property
    def key(self) -> bytes:
        return helped(self.seat, self.guest).key if self.guest else self.seat.key


async def by_link(place: Place, made: Workshop, kind: str) -> Person:
    """A helper or a cohost."""
    page = await place.home.post(f"{made.home}/links", {"kind": kind})
    link = page.text.partition("/in/")[2].partition('"')[0].partition("<")[0]
    device = Browser(place.house)
    await device.post(f"/in/{link}")
    there = {"helper": "helper", "cohost": "console"}[kind]
    seat = await place.house.access.seat(dict(device.client.cookies), made.id, there)
    assert seat and seat.kind == kind
    return Person(seat)


async def come_in(place: Place, made: Workshop, role: Role) -> Person:
    phone = Browser(place.house)
    answer = await phone.post(made.door, {"role": role, "lang": "fi"})
    assert answer.status_code == 303, answer.text
    return await with_phone(place, made, phone)


async def with_phone(place: Place, made: Workshop, phone: Browser) -> Person:
    seat = await place.house.access.seat(dict(phone.client.cookies), made.id, "phone")
    assert seat
    return Person(seat, seat.role, phone=phone)


async def without_phone(playing: Play, helper: Person, role: Role) -> Person:
    """A helper's first guest."""
    guest = Person(helper.seat, role, "1")
    await playing.say(guest, "join", role=role)
    return guest


async def leave(playing: Play, who: Person) -> None:
    await playing.say(who, "leave")
    playing.people.remove(who)
    assert playing.mine(who)["role"] == ""
    await playing.refused("not_joined", who, "ask_question", text=playing.text(), lang="fi")


async def come_back(playing: Play, who: Person) -> None:
    """In the same role, so it is the same person."""
    assert who.phone
    phone = playing.place.again(who.phone)
    await phone.post(playing.made.door, {"role": who.role, "lang": "fi"})
    same = await with_phone(playing.place, playing.made, phone)
    assert (same.seat, playing.mine(who)["role"]) == (who.seat, who.role)
    playing.people.append(who)
