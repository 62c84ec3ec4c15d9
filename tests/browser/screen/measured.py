"""What can be measured of a screen: how large its letters are, their colours, and what hangs out of it."""

import base64
from pathlib import Path
from typing import Any

from playwright.async_api import Page

HERE = Path(__file__).parent
SIZES = ((1024, 768), (1280, 720), (1920, 1080), (3840, 2160))
BEAMERS = (*SIZES, (1280, 1024))

FAULTS = (HERE / "faults.js").read_text("utf-8")

FROM_AFAR = (HERE / "from_afar.js").read_text("utf-8")


async def faults(screen: Page, sizes: tuple[tuple[int, int], ...] = SIZES) -> list[str]:
    """In every size, painted at once."""
    found: list[str] = []
    for width, height in sizes:
        await resize(screen, width, height)
        found += [f"{width}×{height} {each}" for each in await screen.evaluate(FAULTS)]
    return found


async def resize(screen: Page, width: int, height: int) -> None:
    await screen.set_viewport_size({"width": width, "height": height})
    for key in "pp":  # paused, and not any longer: each is painted at once
        await screen.keyboard.press(key)


async def symbol(screen: Page) -> tuple[float, int]:
    """How high it is, as a part of the screen; and how much of it is misread when small and blurred."""
    at: dict[str, Any] = await screen.locator(".qr path").evaluate(
        "path => path.getBoundingClientRect().toJSON()"
    )
    join = await screen.evaluate("JSON.parse(document.getElementById('place').textContent).join")
    png = base64.b64encode(await screen.screenshot()).decode()
    viewport = screen.viewport_size
    assert viewport
    beside = await screen.context.new_page()
    told = {"png": png, "at": at, "path": join["qr"], "size": join["qr_size"]}
    wrong: int = await beside.evaluate(FROM_AFAR, told)
    await beside.close()
    return at["height"] / viewport["height"], wrong
