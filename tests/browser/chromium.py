"""The one way to a Chromium for a test: what the policy of any page of it forbids fails the test."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, BrowserContext, ConsoleMessage, async_playwright

from tools.browser import systems

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--host-resolver-rules=MAP talko.test 127.0.0.1",
]  # fmt: skip
POLICY = "Content Security Policy"  # stands in each complaint of Chromium's about one


class Forbidden(AssertionError):
    """Something on a page that its policy forbids."""


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Every device that is made in it is listened to, however it is made."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=systems(), args=FLAGS)
        browser.on("context", lambda made: listen(made, complaints))
        yield browser
        await browser.close()
    nothing(complaints)


@asynccontextmanager
async def on_disk(kept: Path, *flags: str, **how: Any) -> AsyncIterator[BrowserContext]:
    """The same device each time: what it keeps lies in the folder."""
    complaints: list[str] = []
    async with async_playwright() as playwright:
        device = await playwright.chromium.launch_persistent_context(
            kept, executable_path=systems(), args=[*FLAGS, *flags], **how
        )
        listen(device, complaints)
        yield device
        await device.close()
    nothing(complaints)


def listen(device: BrowserContext, complaints: list[str]) -> None:
    def said(message: ConsoleMessage) -> None:
        if POLICY in message.text:
            complaints.append(f"{message.location.get('url', '')}: {message.text}")

    device.on("console", said)


def nothing(complaints: list[str]) -> None:
    if complaints:
        raise Forbidden("\n".join(complaints))
