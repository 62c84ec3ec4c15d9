"""A phone is cut off while ten thousand things happen: it gets the whole once, and keeps what one types."""

import asyncio
import json
from typing import Any

import pytest
from playwright.async_api import Page, WebSocket, expect

from talko.core.activities import collect
from talko.core.audience import Audience
from talko.core.beside.agenda import GoOn
from talko.core.beside.lobby import Join
from talko.core.life import Close, Open, Reveal
from talko.core.people import Role, Seat, SeatKind
from tests.browser.chromium import chromium
from tests.browser.proxy import proxy
from tests.budgets.hall import ON_THE_WAY, WRITING, Hall, hall

pytestmark = pytest.mark.browser

WRITERS, CHANGES, AT_ONCE = 25, 10_000, 250
LAST = f"Jono on pitkä, {CHANGES // WRITERS - 1}"
TEXT = "Tämä jää kesken, kun yhteys katkeaa."
CARET = 10


async def test_it_is_sent_the_whole_once_and_draft_and_focus_stay() -> None:
    async with hall() as here, proxy(here.port) as wire, chromium() as browser:
        await begin(here)
        page, sockets = await browser.new_page(locale="fi-FI"), list[list[dict[str, Any]]]()
        page.on("websocket", lambda socket: listen(socket, sockets))
        await page.context.add_cookies([here.cookie(await here.key(SeatKind.PARTICIPANT))])  # type: ignore[list-item]
        await page.goto(f"http://talko.test:{wire.port}/w/{here.workshop}/phone")
        await expect(page.locator(".bar")).to_contain_text("Yhteys kunnossa")
        await types(page)
        wire.cut()
        await expect(page.locator(".bar")).to_contain_text("Ei yhteyttä", timeout=10_000)
        await happens(here)
        sockets.clear()
        wire.mend()
        await expect(page.locator(".bar")).to_contain_text("Yhteys kunnossa", timeout=20_000)
        room = await here.house.rooms.room(here.workshop)
        assert room
        crowd = room.crowds[Audience.PHONE]
        wholes = [frame for each in sockets for frame in each if "view" in frame]
        patches = [frame for each in sockets for frame in each if "patch" in frame]
        assert [(each["v"], each["view"]) for each in wholes] == [(crowd.v, crowd.view)] and not patches
        await has_kept(page)
        for command in (Close(), Reveal()):
            await here.lead(WRITING, command)
        await expect(page.locator("#cards .text").filter(has_text=LAST)).to_have_count(WRITERS)


async def begin(here: Hall) -> None:
    for step in ON_THE_WAY:
        await here.lead(step, GoOn())
    await here.lead(WRITING, Open())


async def types(page: Page) -> None:
    await page.locator("#text").click()
    await page.keyboard.type(TEXT)
    await page.locator("#text").evaluate(f"each => each.setSelectionRange({CARET}, {CARET})")


async def has_kept(page: Page) -> None:
    await expect(page.locator("#text")).to_have_value(TEXT)
    await expect(page.locator("#text")).to_be_focused()
    assert await page.locator("#text").evaluate("each => each.selectionStart") == CARET


async def happens(here: Hall) -> None:
    """Each of them writes one card, and changes it again and again."""
    seats = [Seat(SeatKind.PARTICIPANT, f"key {n}".encode(), Role.CLIENT) for n in range(WRITERS)]
    for seat in seats:
        await here.house.rooms.ask(here.workshop, seat, "", Join(Role.CLIENT))
        await here.house.rooms.ask(here.workshop, seat, WRITING, collect.AddCard("Jonossa on kylmä", "fi"))
    room = await here.house.rooms.room(here.workshop)
    assert room
    written = room.workshop.activities[WRITING]
    assert isinstance(written, collect.State)
    cards = [*written.cards]
    changes = [
        (seat, card, n) for n in range(CHANGES // WRITERS) for seat, card in zip(seats, cards, strict=True)
    ]
    for at in range(0, len(changes), AT_ONCE):
        answers = await asyncio.gather(
            *(
                here.house.rooms.ask(
                    here.workshop, seat, WRITING, collect.EditCard(card, f"Jono on pitkä, {n}")
                )
                for seat, card, n in changes[at : at + AT_ONCE]
            )
        )
        assert not any(answers)


def listen(socket: WebSocket, sockets: list[list[dict[str, Any]]]) -> None:
    frames: list[dict[str, Any]] = []
    sockets.append(frames)
    socket.on("framereceived", lambda text: frames.append(json.loads(str(text))))
