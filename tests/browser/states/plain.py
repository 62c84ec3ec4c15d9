"""The plain pages: of every route the app has, each page that it can answer with."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

from playwright.async_api import Page

from talko.demo import doors
from talko.demo.client import at, inside, path_of
from talko.demo.doors import Doors
from talko.folders import folder
from talko.pages.links import GIVEN_AWAY
from talko.pages.page import page as rendered
from tests.browser.states.faces import SIZES, cookies
from tests.browser.states.looking import Looking, ready
from tests.browser.states.play import Watched

POST = """([action, fields]) => {
    const form = Object.assign(document.createElement("form"), { method: "post", action });
    for (const [name, value] of Object.entries(fields)) {
        form.append(Object.assign(document.createElement("input"), { name, value }));
    }
    document.body.append(form);
    form.submit();
}"""
OPEN = "() => { for (const each of document.querySelectorAll('main details')) each.open = true; }"
PUT = "(html) => { document.body.innerHTML = html; }"
NOWHERE = "/j/AAAAAAAAAAAAAAAAAAAAAAAAAA"
SAYS = re.compile(r'^  "(\w+)": \(_\(', re.M)


@dataclass(slots=True)
class Plain:
    """`anybody` has no key, `desk` is the facilitator's."""

    play: Watched
    looking: Looking
    anybody: Page
    desk: Page

    async def get(self, name: str, path: str, page: Page | None = None) -> None:
        page = page or self.desk

        async def go(lang: str) -> None:
            await page.goto(with_lang(path, lang))
            await ready(page)

        await self.looking.at(name, page, go)
        if await page.locator("main details").count():
            await self.opened(name, page, go)

    async def opened(self, name: str, page: Page, way: Callable[[str], Awaitable[None]]) -> None:
        async def go(lang: str) -> None:
            await way(lang)
            await page.evaluate(OPEN)

        await self.looking.at(f"{name}, unfolded", page, go)

    async def post(self, name: str, path: str, fields: dict[str, str], page: Page | None = None) -> None:
        page = page or self.desk

        async def go(lang: str) -> None:
            await page.goto(f"/?lang={lang}")
            async with page.expect_navigation():
                await page.evaluate(POST, [path, fields])
            await ready(page)

        await self.looking.at(name, page, go)


def with_lang(path: str, lang: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


# The ways: by route, in the order in which they can be gone


async def front(plain: Plain, made: Doors) -> None:
    await plain.get("front", "/", plain.anybody)
    await plain.get("front, at home", "/")


async def about(plain: Plain, made: Doors) -> None:
    for name in ("help", "accessibility"):
        await plain.get(name, f"/{name}", plain.anybody)


async def preview(plain: Plain, made: Doors) -> None:
    """The screen as the console looks at it."""
    await plain.get("screen: on the console", f"{plain.play.doors.place('console')}/screen")


async def wrong_code(plain: Plain, made: Doors) -> None:
    await plain.post("wrong code", "/join", {"code": "000 000 000"}, plain.anybody)


async def door(plain: Plain, made: Doors) -> None:
    await plain.get("door", made.join, plain.anybody)
    await plain.get("door that leads nowhere", NOWHERE, plain.anybody)


async def no_role(plain: Plain, made: Doors) -> None:
    await plain.post("door, nothing chosen", made.join, {}, plain.anybody)


async def link(plain: Plain, made: Doors) -> None:
    await plain.get("link, personal", plain.play.home, plain.anybody)
    for kind in GIVEN_AWAY:
        path = await doors.link_for(plain.play.iida, made, kind)
        await plain.get(f"link, {kind}", path, plain.anybody)
    await plain.get("link that is closed", "/in/nothing", plain.anybody)


async def plan(plain: Plain, made: Doors) -> None:
    texts = await plain.play.iida.json(f"{made.place('console')}/texts")
    await plain.get("plan to come", str(texts["plan"]), plain.anybody)
    await plain.get("plan", str(plain.play.texts["plan"]), plain.anybody)
    await plain.get("plan that is gone", "/plan/nowhere", plain.anybody)


async def no_seat(plain: Plain, made: Doors) -> None:
    await plain.get("no seat", made.place("phone"), plain.anybody)
    await plain.get("no such workshop", "/w/nowhere/phone", plain.anybody)


async def home(plain: Plain, made: Doors) -> None:
    await plain.get("home of nobody", "/home", plain.anybody)
    for what in ("group", "workshop"):
        await plain.get(f"home, {what} deleted", f"/home?deleted={what}")
    await plain.get("home", "/home")


async def group_without_name(plain: Plain, made: Doors) -> None:
    await plain.post("home, group without a name", "/home/groups", {"name": ""})


async def delete_group(plain: Plain, made: Doors) -> None:
    await plain.get("delete a group", f"/home/groups/{await group(plain)}/delete")


async def new(plain: Plain, made: Doors) -> None:
    at = f"/home/new?group={await group(plain)}"
    await plain.get("choose a template", at)
    await plain.get("set up", f"{at}&template=codev_workshop_90")
    await plain.get("set up again", f"/home/new?again={made.workshop}")


async def set_up_wrongly(plain: Plain, made: Doors) -> None:
    wrong = {"group": await group(plain), "template": "codev_workshop_90", "lines_field": "x" * 501}
    await plain.post("set up, with errors", "/home/new", wrong)


async def workshop(plain: Plain, made: Doors) -> None:
    await plain.get("workshop to come", made.page)
    await plain.get("workshop, cards missing", f"{made.page}?missing=2")
    await plain.get("workshop", plain.play.doors.page)


async def paper(plain: Plain, made: Doors) -> None:
    await plain.get("to print", f"{made.page}/print")
    for part in ("poster", "list", "run", "slips"):
        await plain.get(f"to print, {part}", f"{made.page}/print?part={part}")


async def cards(plain: Plain, made: Doors) -> None:
    await plain.get("what was written, nothing", f"{made.page}/cards")
    await plain.get("what was written", f"{plain.play.doors.page}/cards")


async def texts(plain: Plain, made: Doors) -> None:
    await plain.get("change the texts", f"{made.page}/texts")
    await plain.get("change the texts, too late", f"{plain.play.doors.page}/texts")


async def change_wrongly(plain: Plain, made: Doors) -> None:
    await plain.post("change the texts, with errors", f"{made.page}/texts", {"title": ""})


async def links(plain: Plain, made: Doors) -> None:
    for kind in GIVEN_AWAY:
        await plain.post(f"new link, {kind}", f"{made.page}/links", {"kind": kind})


async def owners(plain: Plain, made: Doors) -> None:
    await plain.get("who does what, nothing yet", f"{made.page}/owners")
    await plain.get("who does what", f"{plain.play.doors.page}/owners")
    fields = {"record": (await records(plain))[0], "kind": "owner"}
    await plain.post("new link, owner", f"{plain.play.doors.page}/owners", fields)


async def review(plain: Plain, made: Doors) -> None:
    data = await plain.play.iida.json(f"{plain.play.texts['plan']}.json")
    pilot = next(iter(inside(at(data, "activities", "p1", "records"))))
    await plain.get("set up a review", f"{plain.play.doors.page}/review/{pilot}")


async def own(plain: Plain, made: Doors) -> None:
    """By a link for each part: empty, with an error, and told."""
    await plain.get("not your page", f"{plain.play.doors.place('owner')}/record/nothing", plain.anybody)
    for kind, do in (("owner", "tell"), ("follower", "confirm")):
        record = (await records(plain))[1]
        once = await plain.play.iida.post(f"{plain.play.doors.page}/owners", record=record, kind=kind)
        link = path_of(doors.found(doors.LINK, once))
        await plain.get(f"link, {kind}", link, plain.anybody)
        await plain.anybody.locator("main button").click()
        page = f"{plain.play.doors.place(kind)}/record/{record}"
        await plain.get(f"own page, {kind}", page, plain.anybody)
        await plain.post(f"own page, {kind}, wrong", page, {"do": do, "status": "not_done"}, plain.anybody)
        told = {"do": do, "status": "not_done", "note": "Sali ei ollut vapaa."}
        await plain.post(f"own page, {kind}, told", page, told, plain.anybody)
    await plain.get("plan, told", str(plain.play.texts["plan"]), plain.anybody)


async def thread(plain: Plain, made: Doors) -> None:
    """Of one who wrote and took something on, and of nobody."""
    held = plain.play.faces.devices
    phone, at = await held.page(*SIZES["phone"], is_phone=True), f"{plain.play.doors.place('phone')}/thread"
    await phone.context.add_cookies(cookies(plain.play.phones["p01"].browser, held.address))
    await plain.get("my thread", at, phone)
    await plain.get("not your thread", at, plain.anybody)
    await plain.post("to another device", f"{at}/pass", {}, phone)
    link = path_of(await phone.locator("#link").input_value())
    await plain.get("on another device", link, plain.anybody)
    await plain.get("another device, too late", "/pass/nothing", plain.anybody)


async def plan_code(plain: Plain, made: Doors) -> None:
    await plain.get("the code of a plan", "/plan", plain.anybody)
    await plain.post("the code of a plan, wrong", "/plan", {"code": "ABC DEF GHJ"}, plain.anybody)


async def records(plain: Plain) -> list[str]:
    """Actions of the example, which is over."""
    data = await plain.play.iida.json(f"{plain.play.texts['plan']}.json")
    return [*inside(at(data, "activities", "c1", "records"))]


async def delete(plain: Plain, made: Doors) -> None:
    await plain.get("delete a workshop", f"{made.page}/delete")


async def own_link(plain: Plain, made: Doors) -> None:
    """Last, for it signs out everybody else."""
    await plain.post("new link, personal", "/home/link", {})


async def elsewhere(plain: Plain, made: Doors) -> None:
    """Answers with another page, or with data."""


RouteWay: TypeAlias = Callable[[Plain, Doors], Awaitable[None]]
WAYS: dict[str, RouteWay] = {
    "GET /": front,
    "POST /join": wrong_code,
    "GET /help": about,
    "GET /accessibility": about,
    "GET /J/{token}": door,
    "POST /J/{token}": no_role,
    "GET /j/{token}": door,
    "POST /j/{token}": no_role,
    "GET /in/{token}": link,
    "POST /in/{token}": elsewhere,
    "GET /plan/{token}.json": elsewhere,
    "GET /plan/{token}/{name}": elsewhere,
    "GET /plan/schema.json": elsewhere,
    "GET /plan/{token}": plan,
    "GET /w/{workshop}/{place}": no_seat,
    "GET /w/{workshop}/{place}/texts": elsewhere,
    "GET /w/{workshop}/console/screen": preview,
    "POST /w/{workshop}/console/screen": elsewhere,
    "GET /home": home,
    "POST /home/out": elsewhere,
    "POST /home/groups": group_without_name,
    "GET /home/groups/{group}/delete": delete_group,
    "POST /home/groups/{group}/delete": elsewhere,
    "GET /home/new": new,
    "POST /home/new": set_up_wrongly,
    "GET /home/w/{workshop}": workshop,
    "GET /home/w/{workshop}/cards": cards,
    "GET /home/w/{workshop}/print": paper,
    "GET /home/w/{workshop}/texts": texts,
    "POST /home/w/{workshop}/texts": change_wrongly,
    "POST /home/w/{workshop}/links": links,
    "POST /home/w/{workshop}/links/revoke": elsewhere,
    "GET /home/w/{workshop}/owners": owners,
    "POST /home/w/{workshop}/owners": elsewhere,
    "POST /home/w/{workshop}/owners/close": elsewhere,
    "POST /home/w/{workshop}/owners/words": elsewhere,
    "GET /w/{workshop}/{place}/door": elsewhere,
    "GET /w/{workshop}/{place}/thread": thread,
    "POST /w/{workshop}/{place}/thread/pass": elsewhere,
    "GET /pass/{token}": elsewhere,
    "POST /pass/{token}": elsewhere,
    "GET /plan": plan_code,
    "POST /plan": elsewhere,
    "GET /w/{workshop}/{place}/record/{record}": own,
    "POST /w/{workshop}/{place}/record/{record}": elsewhere,
    "GET /home/w/{workshop}/review/{record}": review,
    "GET /home/w/{workshop}/delete": delete,
    "POST /home/w/{workshop}/delete": elsewhere,
    "POST /home/w/{workshop}/{place}": elsewhere,
    "POST /home/link": own_link,
}


async def group(plain: Plain) -> str:
    found = re.search(r"/home/new\?group=(\w+)", (await plain.play.iida.get("/home")).text)
    assert found
    return found[1]


# What went wrong


def sorry() -> list[str]:
    """Every reason that the page knows."""
    return SAYS.findall((folder("client") / "pages" / "sorry.html").read_text("utf-8"))


async def sorry_pages(plain: Plain) -> None:
    """Most of them nobody can bring about by pressing, so each is put on a page where nothing forbids it."""
    held = plain.play.faces.devices
    context = await held.chromium.new_context(
        base_url=held.address, viewport=plain.anybody.viewport_size, bypass_csp=True
    )
    page = await context.new_page()
    for why in sorry():

        async def go(lang: str, why: str = why) -> None:
            await page.goto(f"/nowhere?lang={lang}")
            await page.evaluate(PUT, answer(why, lang))
            await ready(page)

        await plain.looking.at(f"sorry: {why}", page, go)


def answer(why: str, lang: str) -> str:
    html = bytes(rendered("sorry.html", lang, why=why, again="/", plan="/plan").body).decode()
    return html.partition("<body>")[2].partition("</body>")[0]


async def plain_pages(play: Watched) -> Plain:
    held = play.faces.devices
    anybody = await held.page(*SIZES["phone"], is_phone=True)
    desk = await held.page(*SIZES["phone"], is_phone=True)
    await desk.context.add_cookies(cookies(play.iida, held.address))
    return Plain(play, play.looking, anybody, desk)
