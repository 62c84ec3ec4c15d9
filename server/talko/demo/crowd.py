"""Many phones at once, for a figure: each writes, edits and withdraws as fast as it is answered."""

from __future__ import annotations

import asyncio
from math import ceil

from talko.demo.client import Browser
from talko.demo.line import Line
from talko.demo.play import WRITING, Play

CARDS = 4  # what one person may write here
EACH = CARDS + 1 + CARDS  # commands of one phone, none of which has to wait for the limit


async def gather(play: Play, commands: int) -> list[Line]:
    return [await one_more(play) for _ in range(ceil(commands / EACH))]


async def one_more(play: Play) -> Line:
    browser = Browser(play.iida.server)
    phone = await browser.post(play.doors.join, role="peer", lang="fi")
    return await play.open(browser, phone.path, "one more")


async def write(phones: list[Line]) -> None:
    async with asyncio.TaskGroup() as all_of_them:
        for phone in phones:
            all_of_them.create_task(write_all(phone))


async def write_all(phone: Line) -> None:
    texts = [f"Ajatus {n} jonosta ja kahvista" for n in range(1, CARDS + 1)]
    cards = [await phone.send("add_card", WRITING, {"text": text, "lang": "fi"}) for text in texts]
    await phone.send("edit_card", WRITING, {"card": cards[0], "text": "Ajatus, jota mietin uudelleen"})
    for card in cards:
        await phone.send("withdraw_card", WRITING, {"card": card})
