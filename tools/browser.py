"""Find a Chromium for the browser tests, or get one: the system's, Debian's package, Playwright's own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def main() -> None:
    """Leave a browser on this machine if that is possible, and say so if it is not."""
    path = chromium() or from_debian() or from_playwright()
    print(f"browser: {path}" if path else "browser: none to be had; the browser tests will be skipped")


def chromium() -> str | None:
    """The path of a Chromium that is already here. Not to be called from inside an event loop."""
    return systems() or playwrights()


def systems() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def from_debian() -> str | None:
    if os.getuid() != 0 or not shutil.which("apt-get"):
        return None
    attempt("apt-get", "-qq", "update")
    attempt("apt-get", "-qq", "install", "--yes", "--no-install-recommends", "chromium")
    return systems()


def from_playwright() -> str | None:
    attempt(sys.executable, "-m", "playwright", "install", "chromium")
    return playwrights()


def attempt(*command: str) -> None:
    """Run a command that may fail; what it says goes to stderr, so that a failure can be understood."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False, timeout=900)


if __name__ == "__main__":
    main()
