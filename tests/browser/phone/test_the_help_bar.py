"""Help is in the same place on every page: I do not understand, listen, text size, what is kept about me."""

import json

import pytest
from playwright.async_api import Page, WebSocket, expect

from tests.browser.phone.test_by_keyboard_alone import tab_to
from tests.browser.phone.voices import VOICES
from tests.browser.phone.walk import Walk, walk
from tests.browser.room import room

pytestmark = pytest.mark.browser

STEPS = ("o1", "o2", "o3", "n1", "n3", "n4", "i4", "p2", "c1")  # one of each kind and way of choosing
PLACE = """() => { const { left, top } = document.querySelector("#unclear").getBoundingClientRect();
    return [Math.round(left), Math.round(top)]; }"""
SAID = "window.aloud.map(({ text, lang }) => [text, lang]).filter(([text]) => text)"
SPREAD = "getComputedStyle(document.documentElement).fontSize"


async def test_i_do_not_understand_is_one_press_away_from_every_task_and_nobody_learns_who() -> None:
    async with walk() as there:
        page = there.phone
        places = set()
        for step in STEPS:
            await there.go_to(step)
            await page.evaluate("document.activeElement.blur()")
            await page.evaluate("getSelection().removeAllRanges(), scrollTo(0, 0)")
            await page.reload()
            await expect(page.locator("#unclear")).to_be_visible()
            assert await tab_to(page, "#unclear") <= 2, step
            places.add(tuple(await page.evaluate(PLACE)))
        assert len(places) == 1
        await page.keyboard.press("Enter")
        await expect(page.locator("#unclear")).to_have_attribute("aria-pressed", "true")
        await page.wait_for_timeout(300)
        assert (await there.here.seen())["needs"] == {"unclear": 1}
        await page.get_by_role("button", name="Peru").click()
        await expect(page.locator("#unclear")).to_be_focused()
        await expect(page.locator("#unclear")).to_have_attribute("aria-pressed", "false")
        await page.wait_for_timeout(300)
        assert "unclear" not in (await there.here.seen()).get("needs", {})


async def test_the_console_is_told_how_many_and_nothing_more() -> None:
    async with room() as (here, home):
        console = await here.page(1440, 900)
        frames: list[str] = []
        console.on("websocket", lambda socket: heard(socket, frames))
        await console.goto(home)
        await console.locator("main button").click()
        await console.goto(here.play.doors.page)
        await console.locator("form[action$='/console'] button").click()
        await expect(console.locator(".columns, .face")).to_be_visible()
        there = Walk(here, await here.phone())
        await there.go_to("n1")
        before = len(frames)
        await there.phone.locator("#unclear").click()
        await expect(console.locator("body")).to_contain_text("1 ei ymmärrä", timeout=2000)
        told = [json.loads(each) for each in frames[before:]]
        patches = [each["patch"] for each in told if "needs" in each.get("patch", {})]
        assert patches == [{"needs": {"unclear": 1}}]
        assert all(set(each) <= {"patch", "run", "from", "v", "now_ms", "beat"} for each in told)


def heard(socket: WebSocket, frames: list[str]) -> None:
    socket.on("framereceived", lambda frame: frames.append(str(frame)))


async def with_voices(there: Walk) -> Page:
    await there.phone.add_init_script(f"({VOICES})()")
    await there.phone.reload()
    return there.phone


async def test_a_phone_without_a_voice_for_the_language_does_not_offer_to_read() -> None:
    async with walk() as there:
        await there.go_to("n4")
        page = await with_voices(there)
        await expect(page.locator("#unclear")).to_be_visible()
        await expect(page.locator("#listen")).to_have_count(0)
        await page.evaluate("speechSynthesis.learn('en-GB')")
        await expect(page.locator("#listen")).to_have_count(0)
        await page.evaluate("speechSynthesis.learn('fi-FI')")
        await expect(page.locator("#listen")).to_be_visible()


async def test_the_question_and_what_one_chooses_from_are_read_and_a_second_press_stops_it() -> None:
    async with walk() as there:
        await there.here.play.lead("close_door", "")
        await there.go_to("n3")
        await there.here.play.lead("add_theme", "n3", {"name": "Same person", "lang": "en"})
        await there.go_to("n4")
        page = await with_voices(there)
        await page.evaluate("speechSynthesis.learn('fi-FI', 'en-GB')")
        await page.locator("#listen").click()
        await expect(page.locator("#listen")).to_have_text("■ Lopeta")
        said = await page.evaluate(SAID)
        assert said[0] == [there.here.play.setting("n4", "prompt"), "fi-FI"]
        assert ["Same person", "en-GB"] in said and ["Apu netissä ja puhelimessa", "fi-FI"] in said
        await page.locator("#listen").click()
        await expect(page.locator("#listen")).to_have_text("▶ Kuuntele")
        assert await page.evaluate(SAID) == []
        await page.locator("#listen").click()
        await page.evaluate("window.aloud.at(-1).dispatchEvent(new Event('end'))")
        await expect(page.locator("#listen")).to_have_text("▶ Kuuntele")
        await page.locator("#listen").click()
        await expect(page.locator("#listen")).to_have_text("■ Lopeta")
        await there.go_to("i1")
        await expect(page.locator("#listen")).to_have_text("▶ Kuuntele")


async def test_the_text_grows_in_two_steps_and_stays_so() -> None:
    async with walk() as there:
        page, sizes = there.phone, []
        for _ in range(3):
            await page.locator("#size").click()
            await page.wait_for_timeout(150)
            sizes.append(await page.evaluate(SPREAD))
        assert sizes == ["20px", "24px", "16px"]
        await page.locator("#size").click()
        await expect(page.locator("#size")).to_contain_text("125 %")
        await page.reload()
        await expect(page.locator("#size")).to_contain_text("125 %")
        assert await page.evaluate(SPREAD) == "20px"


async def test_another_language_keeps_what_was_typed_and_where_one_is() -> None:
    async with walk() as there:
        await there.go_to("n1")
        page = there.phone
        await page.locator("#text").fill("Odotin kaksi tuntia.")
        await page.locator("#help > summary").click()
        await page.get_by_role("link", name="English").click()
        await expect(page.locator("#unclear")).to_contain_text("I don't understand")
        await expect(page.locator("#text")).to_have_value("Odotin kaksi tuntia.")
        assert await page.evaluate("document.documentElement.lang") == "en"
        await expect(page.locator(".where")).to_contain_text("Stage 2 / 6 · Needs")


async def test_what_one_wrote_is_deleted_after_one_question_but_for_what_is_in_use() -> None:
    async with walk() as there:
        page = there.phone
        await there.go_to("n1")
        await send(page, "Odotin kaksi tuntia.")
        await there.go_to("i2")
        await page.get_by_text("Kirjoita muistiin").click()
        await page.locator("#note").fill("Puhuimme bussista.")
        await page.get_by_role("button", name="Tallenna muistiinpano").click()
        await expect(page.locator("#my-notes")).to_contain_text("✓ Lähetetty")
        await page.locator("#note").fill("Tämä jää kesken.")

        await page.locator("#help > summary").click()
        await page.get_by_text("Mitä minusta on tallessa").click()
        about = page.locator("#about-me")
        await expect(about).to_contain_text("2 korttia ja muistiinpanoa")
        await about.get_by_role("button", name="Poista, mitä kirjoitin").click()
        await expect(about).to_contain_text("Poistetaanko 1 kortti ja keskeneräiset tekstit?")
        await expect(about).to_contain_text("1 on jo käytössä. Se jää.")
        await about.get_by_role("button", name="En, palaa takaisin").click()
        assert len(await notes(there)) == 1
        await about.get_by_role("button", name="Poista, mitä kirjoitin").click()
        await about.get_by_role("button", name="Poista", exact=True).click()
        await expect(about).to_contain_text("1 kortti tai muistiinpano")
        await expect(page.locator("#note")).to_have_value("")
        await page.wait_for_timeout(300)
        assert await notes(there) == {}
        await page.reload()
        await expect(page.locator("#kept .card")).to_have_count(0)


async def send(page: Page, text: str) -> None:
    await page.locator("#text").fill(text)
    await page.get_by_role("button", name="Lähetä", exact=True).click()
    await expect(page.locator("#mine .card")).to_contain_text("✓ Lähetetty")


async def notes(there: Walk) -> dict[str, object]:
    found: dict[str, object] = (await there.here.seen())["activities"][there.at].get("notes", {})
    return found
