"""What a screen reader would say by itself: every change of every live region, in its order."""

from typing import Any

from playwright.async_api import Page

LISTEN = """() => {
    window.ear?.disconnect();
    window.spoken = [];
    const live = "[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log]";
    const regionOf = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest(live);
    window.ear = new MutationObserver((changes) => {
        for (const region of new Set(changes.map(({ target }) => regionOf(target)).filter(Boolean)))
            window.spoken.push({ how: region.getAttribute("role") ?? "", text: region.textContent.trim() });
    });
    window.ear.observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
REGIONS = """() => [...document.querySelectorAll("[aria-live], [role=status], [role=alert], [role=log]")]
    .map((each) => `${each.id} ${each.querySelector("li, ul, ol, form, main") ? "holds a list" : "alone"}`)"""


async def listen(page: Page) -> None:
    await page.evaluate(LISTEN)


async def spoken(page: Page, how: str = "") -> list[str]:
    """Since one began to listen."""
    told: list[dict[str, Any]] = await page.evaluate("spoken")
    return [each["text"] for each in told if how in ("", each["how"]) and each["text"]]


async def regions(page: Page) -> list[str]:
    found: list[str] = await page.evaluate(REGIONS)
    return found
