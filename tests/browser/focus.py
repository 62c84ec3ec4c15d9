"""A walk by the Tab key: each stop is in the view, nothing lies over it, and its mark stands out."""

import base64
from pathlib import Path
from typing import Any, Literal

from playwright.async_api import FloatRect, Page

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, Theme] = ("light", "dark")
MOST_PRESSES = 150
MARGIN = 8  # px around what has the focus, in which its ring lies
THICK = 1.5  # px around the whole, that stand out at 3:1
COMPARE = (Path(__file__).parent / "focus.js").read_text("utf-8")
COMPARE = COMPARE[COMPARE.index("\n") :]

STOP = """() => {
    const each = document.activeElement;
    if (!each || each === document.body) return null;
    const marked = [each, each.closest("label")].filter(Boolean)
        .find((at) => getComputedStyle(at).outlineStyle !== "none") ?? each;
    const rects = [...marked.getClientRects()].filter(({ width, height }) => width && height);
    const box = rects.length === 1 ? rects[0] : marked.getBoundingClientRect();
    const { left, top, right, bottom } = rects[0] ?? box;
    const [x, y] = [Math.min(6, (right - left) / 3), Math.min(6, (bottom - top) / 3)];
    const points = [[(left + right) / 2, (top + bottom) / 2], [left + x, top + y], [right - x, top + y],
        [left + x, bottom - y], [right - x, bottom - y]];
    const over = points.map(([x, y]) => document.elementFromPoint(x, y))
        .find((at) => !at || !(marked.contains(at) || at.closest("label")?.contains(each)));
    const words = (each.innerText || each.value || each.getAttribute("aria-label") || "").trim().slice(0, 40);
    window.talkoStops ??= new WeakSet();
    const isSame = window.talkoLeft === each; // a date has several stops within it
    const isKnown = window.talkoStops.has(each);
    window.talkoStops.add(each);
    return { called: `${each.tagName.toLowerCase()}${each.id ? "#" + each.id : ""} “${words}”`,
        isKnown, isSame,
        isHidden: over !== undefined, over: over?.outerHTML.slice(0, 80) ?? "nothing",
        box: [box.left, box.top, box.right, box.bottom] };
}"""
LEAVE = "() => { window.talkoLeft = document.activeElement; talkoLeft.blur(); }"
RETURN = "() => talkoLeft.focus({ focusVisible: true, preventScroll: true })"


async def walked(page: Page, beside: Page, faults: list[str], name: str) -> int:
    """How many stops there were. `beside` is an empty page that compares pictures."""
    await page.evaluate(
        "() => { document.activeElement?.blur(); scrollTo(0, 0); window.talkoStops = undefined; }"
    )
    stops = 0
    for _ in range(MOST_PRESSES):
        await page.keyboard.press("Tab")
        stop = await page.evaluate(STOP)
        if stop and stop["isSame"]:
            continue
        if stop is None or stop["isKnown"]:
            break
        stops += 1
        faults += [f"{name}: {each}" for each in await judged(page, beside, stop)]
    return stops


async def judged(page: Page, beside: Page, stop: dict[str, Any]) -> list[str]:
    called = stop["called"]
    if stop["isHidden"]:
        return [f"{called} is under {stop['over']}"]
    found = []
    for theme in THEMES:
        await page.emulate_media(color_scheme=theme)
        told = await compared(page, beside, around(page, stop["box"]))
        if told["stands"] < THICK * perimeter(page, stop["box"]):
            found.append(
                f"{called}, {theme}: of its mark {told['stands']} px stand out, {told['changed']} change"
            )
    return found


async def compared(page: Page, beside: Page, clip: FloatRect) -> dict[str, int]:
    on = await page.screenshot(clip=clip)
    await page.evaluate(LEAVE)
    off = await page.screenshot(clip=clip)
    await page.evaluate(RETURN)
    both = {"on": base64.b64encode(on).decode(), "off": base64.b64encode(off).decode()}
    told: dict[str, int] = await beside.evaluate(COMPARE, both)
    return told


def around(page: Page, box: list[float]) -> FloatRect:
    left, top, right, bottom = within(page, box, MARGIN)
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def perimeter(page: Page, box: list[float]) -> float:
    """Of what is in the view."""
    left, top, right, bottom = within(page, box, 0)
    return 2 * (right - left + bottom - top)


def within(page: Page, box: list[float], margin: int) -> tuple[float, float, float, float]:
    size = page.viewport_size
    assert size
    left, top, right, bottom = box
    return (
        max(0, left - margin), max(0, top - margin),
        min(size["width"], right + margin), min(size["height"], bottom + margin),
    )  # fmt: skip
