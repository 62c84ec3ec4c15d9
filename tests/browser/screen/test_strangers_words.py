"""Whatever strangers write, nothing is done by it, and nothing hangs out of the screen."""

import pytest
from playwright.async_api import Page, expect

from talko.demo.client import Object
from talko.demo.play import WRITING, Play
from tests.browser.room import room
from tests.browser.screen.measured import BEAMERS, faults

pytestmark = pytest.mark.browser

STRANGE = [
    "x" * 140,
    "<img src=x onerror=alert(1)><script>alert(2)</script><b>ei lihava</b>",
    "👩‍👩‍👧‍👦🔥" * 12,
    "שלום עולם, זה כרטיס ארוך מאוד בעברית שנכתב מימין לשמאל",
    "a\u200bb\u200dc\u2060" * 30,
    "Epäjärjestelmällistyttämättömyydellänsäkäänköhän lääkkeidenannosteluohjelmistopäivitys " * 2,
]
NAMES = ["y" * 60, *[f"{n} Kolmivaihekilowattituntimittarinlukijakoulutettavien ry" for n in range(7)]]
FIELD: Object = {"source": "field", "lang": "fi", "permission": True, "origin": "z" * 60, "feeling": -2}


async def test_no_words_hang_out_of_the_screen_or_do_anything() -> None:
    async with room() as (here, home):
        play, found = here.play, list[str]()
        screen = await here.face("screen", home, 1280, 720)
        screen.on("dialog", lambda each: found.append(each.message))
        await play.begin()
        for n in range(200):
            await play.console.send(
                "bring_card", "", {**FIELD, "text": f"{n} {STRANGE[n % len(STRANGE)]}"[:140]}
            )
        found += await cards(play, screen)
        found += await groups(play, screen)
        found += await a_vote(play, screen)
        found += await many_options(play, screen)
        found += await a_plan(play, screen)
        await play.console.send(
            "set_contact", "", {"date": "2026-12-01", "place": STRANGE[0], "what": STRANGE[5]}
        )
        await play.console.send("close_unfinished", "")
        await expect(screen.locator("h1")).to_have_text("Työpaja on päättynyt. Kiitos.")
        assert found + await faults(screen, BEAMERS) == []
        assert await screen.locator("#app :is(img, script)").count() == 0
        assert await screen.evaluate("violations") == []


async def pages(screen: Page, most: int = 7) -> list[str]:
    """Some pages on, by hand."""
    found: list[str] = []
    for _ in range(most):
        found += await faults(screen, BEAMERS)
        await screen.keyboard.press("ArrowDown")
    return found


async def cards(play: Play, screen: Page) -> list[str]:
    for step in ("", "o1", "o2", "o3"):
        await play.console.send("go_on", step)
    await play.console.send("open", "n0")
    await expect(screen.locator(".more")).to_contain_text("muuta")
    found = await pages(screen)
    await play.console.send("go_on", "n0")
    await play.console.send("open", WRITING)
    await expect(screen.locator("main")).to_contain_text("0 korttia kirjoitettu")
    found += await faults(screen, BEAMERS)
    for who, text in zip(play.phones, STRANGE * 2, strict=False):
        await play.say(who, "add_card", WRITING, {"text": text[:140], "lang": "fi"})
    for do in ("close", "reveal"):
        await play.console.send(do, WRITING)
    await expect(screen.locator("#wall li").first).to_be_visible()
    return found + await pages(screen, 3)


async def groups(play: Play, screen: Page) -> list[str]:
    for step in (WRITING, "n2"):
        await play.console.send("go_on", step)
    await themes(play, "n3", NAMES[:7])
    await expect(screen.locator("h2").first).to_be_visible()
    return await pages(screen, 4)


async def themes(play: Play, step: str, names: list[str]) -> None:
    """With a card in each, as far as there are some."""
    written = [each.id for phone in play.phones.values() for each in phone.done if each.do == "add_card"]
    for n, name in enumerate(names):
        told: Object = {"name": name, "lang": "fi", "cards": [*written[n : n + 1]] if step == "n3" else []}
        await play.console.send("add_theme", step, told)


async def a_vote(play: Play, screen: Page) -> list[str]:
    """Many options, and then their result."""
    await play.console.send("go_on", "n3")
    round = await play.console.send("open", "n4")
    await expect(screen.locator(".count")).to_contain_text("on vastannut")
    found = await pages(screen, 2)
    options = [each.id for each in play.console.done if each.do == "add_theme"]
    for n, who in enumerate(play.phones):
        choice: Object = {"dots": {options[0]: 1, options[1 + n % 6]: 2}}
        await play.say(who, "cast", "n4", {"round": round, "n": 1, "choice": choice})
    for do in ("close", "reveal"):
        await play.console.send(do, "n4")
    await expect(screen.locator(".number").first).to_be_visible()
    return found + await pages(screen, 4)


async def many_options(play: Play, screen: Page) -> list[str]:
    for step in ("n4", "i1", "i2"):
        await play.console.send("go_on", step)
    await themes(play, "i3", NAMES[::-1])
    await play.console.send("go_on", "i3")
    await play.console.send("open", "i4")
    await expect(screen.locator(".count")).to_contain_text("on vastannut")
    return await pages(screen, 4)


async def a_plan(play: Play, screen: Page) -> list[str]:
    for do in ("close", "reveal"):
        await play.console.send(do, "i4")
    await play.console.send("go_on", "i4")
    made = [
        await play.console.send("add_record", "p1", {"sources": ["field"], "what": text[:140], "lang": "fi"})
        for text in STRANGE[-3:]
    ]
    stop: Object = {"record": made[0], "field": "stop_if", "text": STRANGE[5], "lang": "fi"}
    await play.console.send("write_field", "p1", stop)
    for part in ("owner", "follower"):
        named: Object = {"record": made[0], "part": part, "name": part[:1] + "x" * 59}
        await play.console.send("name_for", "p1", named)
    await expect(screen.locator("#wall li").first).to_be_visible()
    found = await pages(screen, 3)
    await play.console.send("go_on", "p1")
    await play.console.send("open_round", "p2", {"proposal": made[0]})
    await expect(screen.locator(".count")).to_contain_text("on vastannut")
    return found + await pages(screen, 3)
