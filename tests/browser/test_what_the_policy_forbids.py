"""Nothing on a page is what its policy forbids; and a test whose page does it fails."""

from pathlib import Path

import pytest
from playwright.async_api import Route

from talko.folders import CHECKOUT
from tests.browser.chromium import Forbidden, chromium, on_disk
from tests.browser.room import room

HERE = ("chromium.py", "test_what_the_policy_forbids.py")
WAYS = (".launch(", "launch_persistent_context(", "connect_over_cdp(")
INLINE = "<!doctype html><html lang=en><title>A page</title><h1>A page</h1><script>wrong = true</script>"
STRICT = {"content-type": "text/html", "content-security-policy": "script-src 'self'"}


async def inline(route: Route) -> None:
    await route.fulfill(headers=STRICT, body=INLINE)


@pytest.mark.browser
async def test_a_page_with_a_script_of_its_own_fails_whichever_way_its_device_was_made() -> None:
    for is_page in (True, False):
        with pytest.raises(Forbidden, match="script"):
            async with chromium() as browser:
                page = await (browser.new_page() if is_page else (await browser.new_context()).new_page())
                await page.route("**/*", inline)
                await page.goto("http://talko.test/")
                assert await page.evaluate("'wrong' in window") is False


@pytest.mark.browser
async def test_it_fails_on_a_device_that_keeps_its_folder_too(tmp_path: Path) -> None:
    with pytest.raises(Forbidden, match="script"):
        async with on_disk(tmp_path) as device:
            page = await device.new_page()
            await page.route("**/*", inline)
            await page.goto("http://talko.test/")


@pytest.mark.browser
async def test_it_fails_on_a_page_of_the_room_that_is_given_a_style_of_its_own() -> None:
    with pytest.raises(Forbidden, match="style"):
        async with room() as (here, _):
            page = await here.phone()
            await page.evaluate("document.body.setAttribute('style', 'color: red')")


def test_no_test_opens_a_browser_another_way() -> None:
    found = [
        f"{file.relative_to(CHECKOUT)}: {way}"
        for file in sorted((CHECKOUT / "tests").rglob("*.py"))
        for way in WAYS
        if file.name not in HERE and way in file.read_text("utf-8")
    ]
    assert found == []
