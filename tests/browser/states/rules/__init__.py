"""What holds in every state: each rule is a script that tells what breaks it."""

from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path

from playwright.async_api import Page, ViewportSize

SCRIPTS = {file.stem: file.read_text("utf-8") for file in sorted(Path(__file__).parent.glob("*.js"))}
SMALLEST = ViewportSize(width=320, height=568)
FINGER, MOUSE, PHONE = 48, 44, 600  # px; wider pages are for a mouse too
SPACED = """() => { const sheet = new CSSStyleSheet();
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
        word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; }"""
AS_WRITTEN = (
    "() => { document.adoptedStyleSheets = []; document.documentElement.style.removeProperty('font-size'); }"
)
# Between wide and small the console's columns follow from the letters of the browser, which no test can make
# larger: with double ones it has the small layout, as at 320 px.
COUNTS_LETTERS = ".console.middle"
LARGE = "() => document.documentElement.style.setProperty('font-size', '200%')"
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


async def told(page: Page, rule: str, about: int | None = None) -> list[str]:
    if not await page.evaluate("'seen' in window && 'called' in window"):
        await page.evaluate(f"() => {{ {SCRIPTS['seen']} }}")
    found: list[str] = await page.evaluate(SCRIPTS[rule][SCRIPTS[rule].index("\n") :], about)
    return [f"{rule}: {each}" for each in dict.fromkeys(found)]


def size(page: Page) -> ViewportSize:
    assert page.viewport_size
    return page.viewport_size


async def focus_is_seen(page: Page) -> list[str]:
    return await told(page, "focus")


async def targets_are_large(page: Page) -> list[str]:
    return await told(page, "targets", FINGER if size(page)["width"] < PHONE else MOUSE)


async def it_fits_a_small_phone(page: Page) -> list[str]:
    """Which is also a page of 1280 px at 400 %."""
    usual = size(page)
    await page.set_viewport_size(SMALLEST)
    await page.evaluate(DRAWN)
    found = [*await told(page, "reflow", 2), *await told(page, "overlap")]
    await page.set_viewport_size(usual)
    return [f"at 320 px, {each}" for each in found]


async def large_letters_lose_nothing(page: Page) -> list[str]:
    found = []
    await page.evaluate(DRAWN)
    ways = {"at 200 %": LARGE, "with spaced text": SPACED}
    if await page.locator(COUNTS_LETTERS).count():
        del ways["at 200 %"]
    for name, script in ways.items():
        await page.evaluate(script)
        await page.evaluate(DRAWN)
        found += [
            f"{name}, {each}" for each in [*await told(page, "reflow", 2), *await told(page, "overlap")]
        ]
        await page.evaluate(AS_WRITTEN)
    return found


async def colour_is_not_alone(page: Page) -> list[str]:
    """Also where the system chooses the colours."""
    found = await told(page, "chosen")
    await page.emulate_media(forced_colors="active")
    forced = await told(page, "chosen")
    await page.emulate_media(forced_colors="none")
    return [*found, *(f"in forced colours, {each}" for each in forced)]


async def nothing_moves(page: Page) -> list[str]:
    await page.emulate_media(reduced_motion="reduce")
    found = await told(page, "motion")
    await page.emulate_media(reduced_motion="no-preference")
    return found


EVERYWHERE: Sequence[Callable[[Page], Awaitable[list[str]]]] = (
    focus_is_seen,
    targets_are_large,
    it_fits_a_small_phone,
    large_letters_lose_nothing,
    colour_is_not_alone,
    nothing_moves,
)
