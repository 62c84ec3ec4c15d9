"""Takes the pictures of docs/screens from the finished example: `make screens`."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.async_api import Page, ViewportSize

from tests.browser.states.looking import Looking, Way
from tests.browser.states.plain import Plain, door, plain_pages
from tests.browser.states.play import Watched, watched
from tools.palette import smaller

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
WALL, PHONE = (1920, 1080), (390, 844)
DESK, TABLET = (1440, 900), (820, 1180)
PLAN, PAPER = (1180, 1200), (794, 1123)  # A4 at 96 dots an inch
SMALL = 150_000  # bytes


@dataclass(frozen=True)
class Picture:
    """`again`: the last time that the state is seen, not the first."""

    name: str
    state: str
    size: tuple[int, int]
    lang: str = "fi"
    media: Literal["screen", "print"] = "screen"
    again: bool = False


PICTURES: Sequence[Picture] = (
    Picture("lobby", "screen: lobby", WALL),
    Picture("wall", "screen: collect, revealed", WALL),
    Picture("results", "screen: vote by dots, revealed", WALL),
    Picture("consent", "screen: consent, revealed", WALL, again=True),
    Picture("plan", "screen: plan, closed", WALL, again=True),
    *(
        Picture(f"{name}-{lang}", state, PHONE, lang)
        for lang in ("fi", "sv")
        for name, state in (
            ("join", "door"),
            ("write", "phone: collect, answered"),
            ("vote", "phone: vote by dots, answered"),
            ("agree", "phone: consent, open"),
            ("closed", "phone: over"),
        )
    ),
    Picture("console-1440", "console: collect, revealed", DESK),
    Picture("console-820", "console: collect, revealed", TABLET),
    Picture("plan-page", "plan", PLAN),
    Picture("plan-print", "plan", PAPER, media="print"),
    Picture("phone", "phone: collect, answered", PHONE),  # of the README, as the next
    Picture("screen", "screen: collect, open", WALL, again=True),
)


@dataclass(slots=True)
class Taking(Looking):
    """Looks at each state by taking the pictures that are wanted of it."""

    taken: dict[str, int] = field(default_factory=dict)  # by name, how many bytes
    desk: Page = field(init=False)  # an empty page, on which colours are counted

    async def at(self, name: str, page: Page, way: Way) -> None:
        for picture in PICTURES:
            if picture.state == name and (picture.again or picture.name not in self.taken):
                await self.take(picture, page, way)

    async def take(self, picture: Picture, page: Page, way: Way) -> None:
        usual = page.viewport_size
        width, height = picture.size
        await page.set_viewport_size(ViewportSize(width=width, height=height))
        await way(picture.lang)
        await page.emulate_media(media=picture.media, reduced_motion="reduce")
        await page.wait_for_timeout(1500)  # the screen draws once a second
        self.taken[picture.name] = (FOLDER / f"{picture.name}.png").write_bytes(
            await smaller(self.desk, await page.screenshot())
        )
        await page.emulate_media(media="screen")
        if usual:
            await page.set_viewport_size(usual)


async def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    taking = Taking(presses=False)
    async with watched(taking) as play:
        taking.desk = await play.faces.devices.page(*PHONE)
        plain = await plain_pages(play)
        await join(play, plain)
        await play.whole()
        await plain.get("plan", str(play.texts["plan"]), plain.anybody)
    for name, size in taking.taken.items():
        print(f"{name}.png  {size // 1000} kB" + ("  is large" if size > SMALL else ""))
    assert taking.taken.keys() == {each.name for each in PICTURES}


async def join(play: Watched, plain: Plain) -> None:
    """Before anybody has come in by this door."""
    await door(plain, play.doors)


if __name__ == "__main__":
    asyncio.run(main())
