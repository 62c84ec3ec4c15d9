"""Signing out on a laptop that others use too: no console stays open, on the page or on the line."""

import asyncio
from dataclasses import replace

from websockets.asyncio.client import connect

from talko.app import make_app
from talko.live.access import Access
from talko.live.server import server
from talko.pages.house import House
from talko.settings import Settings
from tests.live.place import Line
from tests.pages.browser import Browser, Workshop, set_up


async def test_signing_out_closes_every_console_of_this_browser_and_no_other(
    house: House, anna: Browser, browser: Browser, workshop: Workshop
) -> None:
    other = await set_up(anna)
    for each in (workshop, other):
        await anna.post(f"{each.home}/console")
    await anna.post(f"{workshop.home}/screen")
    elsewhere = Browser(house)
    elsewhere.client.cookies.update(anna.client.cookies)
    mine = dict(anna.client.cookies)
    answer = await anna.post("/home/out")
    assert "clear-site-data" not in answer.headers  # ignored on plain http
    assert [*anna.client.cookies] == [f"talko-{workshop.id}-screen"]
    for each in (workshop, other):
        assert not await house.access.seat(mine, each.id, "console")
        assert (await elsewhere.get(f"/w/{each.id}/console")).status_code == 403
    assert await house.access.seat(mine, workshop.id, "screen")


async def test_a_cookie_that_only_looks_like_a_console_closes_nothing(
    house: House, anna: Browser, workshop: Workshop
) -> None:
    await anna.post(f"{workshop.home}/console")
    kept = dict(anna.client.cookies)
    secret = anna.client.cookies.get(f"talko-{workshop.id}-console")
    anna.client.cookies.delete(f"talko-{workshop.id}-console")
    for name in (
        "talko-nowhere-console",
        f"__Host-talko-{workshop.id}-console",
        "x-console",
        "talko-console",
    ):
        anna.client.cookies.set(name, str(secret))
    assert (await anna.post("/home/out")).status_code == 303
    assert await house.access.seat(kept, workshop.id, "console")


async def test_the_line_of_a_console_is_closed(house: House, anna: Browser, workshop: Workshop) -> None:
    await anna.post(f"{workshop.home}/console")
    running = server(make_app(house), Settings(data=house.settings.data, host="127.0.0.1", port=0))
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    port = running.servers[0].sockets[0].getsockname()[1]
    cookies = "; ".join(f"{name}={secret}" for name, secret in anna.client.cookies.items())
    headers = {"Cookie": cookies, "Origin": f"http://127.0.0.1:{port}"}
    url = f"ws://127.0.0.1:{port}/w/{workshop.id}/console/live"
    async with connect(url, additional_headers=headers, compression=None) as socket:
        line = Line(socket)
        await line.hello()
        await anna.post("/home/out")
        assert await line.closed() == 4401
    running.should_exit = True
    await task


async def test_on_https_what_the_browser_stored_goes_too(house: House, anna: Browser) -> None:
    settings = Settings(data=house.settings.data, public_url="https://talko.test")
    secure = replace(house, settings=settings, access=Access(house.store, settings))
    browser = Browser(secure, "https://talko.test")
    browser.client.cookies.set("__Host-talko-home", str(anna.client.cookies["talko-home"]))
    workshop = await set_up(browser)
    await browser.post(f"{workshop.home}/console")
    answer = await browser.post("/home/out")
    assert answer.headers["clear-site-data"] == '"storage"'
    gone = [each for each in answer.headers.get_list("set-cookie") if "Max-Age=0" in each]
    assert {each.partition("=")[0] for each in gone} == {
        "__Host-talko-home",
        f"__Host-talko-{workshop.id}-console",
    }
    assert all("Secure" in each for each in gone)
