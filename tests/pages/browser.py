"""A browser of the tests: it keeps its own cookies, sends its own origin, and reads pages as people do."""

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from httpx2 import ASGITransport, AsyncClient, Response

from talko.app import make_app
from talko.pages.house import House

Typed: TypeAlias = Mapping[str, str | Sequence[str]]

HOST = "http://talko.test"
TEXTS = {"title": "Going home", "question": "How do we go home safely?", "decide": "The timetable"}


class Browser:
    def __init__(self, house: House, address: str = HOST) -> None:
        app = ASGITransport(make_app(house), raise_app_exceptions=False)
        self.client = AsyncClient(transport=app, base_url=address, headers={"accept-language": "en"})

    async def get(self, path: str, **headers: str) -> Response:
        return await self.client.get(path, headers=headers)

    async def post(self, path: str, typed: Typed | None = None, origin: str | None = None) -> Response:
        sent = str(self.client.base_url).rstrip("/") if origin is None else origin
        return await self.client.post(path, data=dict(typed or {}), headers={"origin": sent} if sent else {})


@dataclass(frozen=True, slots=True)
class Workshop:
    id: str
    home: str
    door: str
    code: str


async def set_up(browser: Browser, **typed: str | list[str]) -> Workshop:
    """Answers come as 303 to the workshop's own page."""
    answer = await browser.post("/home/new", await filled_in(browser, **typed))
    assert answer.status_code == 303, told(answer)
    return await at(browser, answer.headers["location"])


async def filled_in(browser: Browser, **typed: str | list[str]) -> dict[str, str | list[str]]:
    """The whole form; what a test gives stands in place of what is usual."""
    usual: dict[str, str | list[str]] = {
        "group": await group(browser),
        "template": "codev_workshop_90",
        "date": "2026-11-24",
        "langs": ["en"],
    }
    return {**usual, **TEXTS, **typed}


async def at(browser: Browser, home: str) -> Workshop:
    page = (await browser.get(home)).text
    door = re.findall(r'href="https?://[^"/]+(/J/[A-Z2-7]{26})"', page)[0]
    code = re.findall(r"\d{3} \d{3} \d{3}", page)[0]
    return Workshop(home.rpartition("/")[2], home, door, code)


async def group(browser: Browser) -> str:
    """The first group; it is made if there is none."""
    found = re.findall(r"/home/new\?group=(\w+)", (await browser.get("/home")).text)
    if found:
        return str(found[0])
    await browser.post("/home/groups", {"name": "Ward 3"})
    return await group(browser)


def told(answer: Response) -> str:
    """The words of a page."""
    words = re.sub(r"<[^>]+>", " ", answer.text.partition("<body>")[2])
    return " ".join(html.unescape(words).split())
