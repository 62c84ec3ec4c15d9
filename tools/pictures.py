"""Take the pictures of the README from a running demo: `python -m tools.pictures`."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tools.browser import systems

FOLDER = Path(__file__).parent.parent / "docs" / "screens"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"]
WRITTEN = ("Bussi ei kulje illalla.", "Haluan, että joku soittaa takaisin.")


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with demo() as links, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=systems(), args=FLAGS)
        phone(browser, links["join"])
        screen(browser, links["screen"])


@contextmanager
def demo() -> Iterator[dict[str, str]]:
    command = [sys.executable, "-m", "talko", "demo", "--fast", "--hold", "--json", "--cards", "30"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin and running.stdout
        yield json.loads(running.stdout.readline())
        running.stdin.close()


def screen(browser: Browser, link: str) -> None:
    page = browser.new_page(viewport={"width": 1920, "height": 1080}, locale="fi-FI")
    page.goto(link)
    page.get_by_role("button").click()
    taken(page, "screen")


def phone(browser: Browser, link: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844}, device_scale_factor=2, locale="fi-FI")
    page.goto(link)
    page.get_by_label("En halua kertoa").check()
    page.get_by_role("button", name="Tule mukaan").click()
    for text in WRITTEN:
        page.get_by_role("textbox").fill(text)
        page.get_by_role("button", name="Lähetä").click()
        page.locator("#mine").get_by_text(text).wait_for()
    taken(page, "phone")


def taken(page: Page, name: str) -> None:
    page.wait_for_timeout(800)
    page.screenshot(path=FOLDER / f"{name}.png")


if __name__ == "__main__":
    main()
