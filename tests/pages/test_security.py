"""What every answer carries, and what no request may do."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from starlette.routing import Route

from talko.app import make_app
from talko.live.access import Access
from talko.live.server import server
from talko.pages import FOR_FACILITATORS, OPEN_TO_ALL, routes
from talko.pages.house import House
from talko.pages.security import LARGEST
from talko.pages.static import assets
from talko.settings import Settings
from tests.pages.browser import HOST, TEXTS, Browser, Workshop, filled_in, told

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' ws://talko.test",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html talko",
}
FOREIGN = [
    "",
    "null",
    "https://evil.example",
    "http://talko.test.evil.example",
    "http://evil.example/talko.test",
    "http://talko.test:81",
    "http://talko.test@evil.example",
    "ftp://talko.test",
    "talko.test",
    "HTTP://TALKO.TEST ",
]


def addresses() -> list[tuple[str, str]]:
    """Every page there is, with something in the gaps of its address."""
    paths = [(method, path) for method, path, _ in (*OPEN_TO_ALL, *FOR_FACILITATORS)]
    gaps = {"{token}": "x", "{workshop}": "x", "{place}": "console", "{group}": "x"}
    found = [("GET", "/nowhere"), ("GET", "/a/x/js/phone.js"), ("PUT", "/"), ("POST", "/w/x/phone/command")]
    for method, path in paths:
        for gap, filling in gaps.items():
            path = path.replace(gap, filling)
        found.append((method, path))
    return found


@pytest.mark.parametrize("origin", FOREIGN)
async def test_a_form_from_elsewhere_is_refused(browser: Browser, workshop: Workshop, origin: str) -> None:
    answer = await browser.post(workshop.door, {"role": "client"}, origin)
    assert answer.status_code == 403
    assert "This did not come from our page" in told(answer)
    assert not browser.client.cookies


async def test_no_page_takes_a_form_from_elsewhere(anna: Browser) -> None:
    forms = [path for method, path in addresses() if method == "POST"]
    refused = [await anna.post(path, {}, origin) for path in forms for origin in ("", "https://evil.example")]
    assert len(refused) > 20 and {answer.status_code for answer in refused} == {403}


async def test_every_answer_carries_the_policy(browser: Browser) -> None:
    for method, path in addresses():
        headers = (await browser.client.request(method, path, headers={"origin": HOST})).headers
        if path.endswith("/console/screen"):
            continue  # the one page that our own console frames: see the next test
        assert set(headers["content-security-policy"].split("; ")) == POLICY
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"
        assert headers["referrer-policy"] in ("same-origin", "strict-origin")
        assert headers["cache-control"] == "no-store"
        assert "permissions-policy" in headers and "strict-transport-security" not in headers
        assert "cross-origin-opener-policy" not in headers


async def test_only_the_small_picture_of_the_screen_may_be_framed_and_only_by_our_own_pages(
    anna: Browser, workshop: Workshop
) -> None:
    await anna.post(f"{workshop.home}/console")
    preview = (await anna.get(f"/w/{workshop.id}/console/screen")).headers
    assert preview["x-frame-options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self';" in preview["content-security-policy"]
    console = (await anna.get(f"/w/{workshop.id}/console")).headers
    assert "frame-ancestors 'none';" in console["content-security-policy"]


async def test_on_https_keys_are_secure_and_bound_to_the_host(house: House, workshop: Workshop) -> None:
    settings = Settings(data=house.settings.data, public_url="https://talko.test")
    secure = replace(house, settings=settings, access=Access(house.store, settings))
    browser = Browser(secure, "https://talko.test")
    answer = await browser.post(workshop.door, {"role": "client"})
    cookie = answer.headers["set-cookie"].lower()
    assert (
        cookie.startswith(f"__host-talko-{workshop.id}-phone=")
        and "secure" in cookie
        and "domain" not in cookie
    )
    page = await browser.get(f"/w/{workshop.id}/phone")
    assert page.status_code == 200
    assert page.headers["strict-transport-security"] == "max-age=31536000"
    assert page.headers["cross-origin-opener-policy"] == "same-origin"
    assert "connect-src 'self' wss://talko.test;" in page.headers["content-security-policy"]


async def test_no_referrer_is_not_used_for_it_would_take_the_origin_from_our_own_forms(
    browser: Browser,
) -> None:
    assert (await browser.get("/")).headers["referrer-policy"] == "same-origin"


async def test_the_policy_does_not_repeat_a_host_that_is_none(browser: Browser) -> None:
    answer = await browser.get("/", host="evil.example; script-src *")
    assert "evil" not in answer.headers["content-security-policy"]


async def test_every_route_of_the_pages_is_in_this_test(house: House) -> None:
    known = {path for _, path, _ in (*OPEN_TO_ALL, *FOR_FACILITATORS)} | {
        "/worker.js",
        "/a/{hash}/{name:path}",
    }
    assert {route.path for route in routes(house) if isinstance(route, Route)} == known


async def test_a_form_that_is_too_large_is_refused(anna: Browser, workshop: Workshop) -> None:
    large = {**TEXTS, "lines_field": "x" * LARGEST}
    answer = await anna.post("/home/new", large)
    assert answer.status_code == 413
    assert "That was too much at once" in told(answer)


async def test_a_form_that_does_not_say_how_large_it_is_is_refused_too(anna: Browser) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(LARGEST // 1000 + 2):
            yield b"name=" + b"x" * 995 + b"&"

    headers = {"origin": HOST, "content-type": "application/x-www-form-urlencoded"}
    answer = await anna.client.post("/home/groups", content=endless(), headers=headers)
    assert answer.status_code == 413


async def test_a_form_that_can_not_be_read_is_refused(anna: Browser) -> None:
    headers = {"origin": HOST, "content-type": "multipart/form-data; boundary=x"}
    answer = await anna.client.post("/home/groups", content=b"--x\r\nnonsense", headers=headers)
    assert answer.status_code in (400, 422)


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nowhere", 404), ("PUT", "/", 405)])
async def test_errors_are_pages_in_plain_words(browser: Browser, method: str, path: str, status: int) -> None:
    answer = await browser.client.request(method, path, headers={"origin": HOST})
    assert answer.status_code == status
    assert "front page" in told(answer) and '<html lang="en">' in answer.text


async def test_what_breaks_says_nothing_of_itself(house: House, browser: Browser) -> None:
    house.store.close()
    answer = await browser.post("/join", {"code": "1"})
    assert answer.status_code == 500
    assert "It was not your fault" in told(answer) and "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


async def test_pages_are_zipped_where_the_browser_can_read_it(browser: Browser) -> None:
    answer = await browser.get("/")
    assert answer.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in (await browser.get("/", **{"accept-encoding": "identity"})).headers


async def test_no_secret_is_in_any_line_of_the_log(
    house: House, anna: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    """A real server, with everything that it can log."""
    caplog.set_level(logging.DEBUG)
    made = await anna.post("/home/new", await filled_in(anna))
    page = await anna.get(made.headers["location"])
    door = page.text.partition("/J/")[2][:26]
    link = (await anna.post(f"{made.headers['location']}/links", {"kind": "helper"})).text.partition("/in/")[
        2
    ][:43]
    running = server(make_app(house), Settings(data=house.settings.data, host="127.0.0.1", port=0))
    task = asyncio.create_task(running.serve())
    while not running.started:
        await asyncio.sleep(0.01)
    port = running.servers[0].sockets[0].getsockname()[1]
    secrets = [door, link, *anna.client.cookies.values()]
    async with asyncio.timeout(10):
        for path in (f"/J/{door}", f"/in/{link}", "/home"):
            await asked(port, path, "; ".join(f"{k}={v}" for k, v in anna.client.cookies.items()))
    running.should_exit = True
    await task
    said = "\n".join(record.getMessage() for record in caplog.records if record.name != "httpx2")
    assert [secret for secret in secrets if secret in said] == []


async def asked(port: int, path: str, cookies: str) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {path} HTTP/1.1\r\nHost: x\r\nCookie: {cookies}\r\nConnection: close\r\n\r\n".encode())
    assert (await reader.readline()).startswith(b"HTTP/1.1 200")
    await reader.read()
    writer.close()


async def test_assets_are_kept_for_ever_under_their_hash(browser: Browser) -> None:
    answer = await browser.get(assets().url("css/talko.css"))
    assert "immutable" in answer.headers["cache-control"]
    assert answer.headers["content-type"] == "text/css; charset=utf-8"
