"""A card is moved by a drag, by two presses or by a key: it is the same command, undone in the same way."""

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import CDPSession, Locator, Page, expect

from tests.browser.console.desk import GROUPING, HERE, OF_A_CARD, Desk, desk, with_cards

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

ENDS = "(its) => (({ top, bottom }) => [top, bottom])(its.getBoundingClientRect())"
COUNT_TURNS = """() => {
    const { workshop } = JSON.parse(document.getElementById("place").textContent);
    window.turns = [];
    const channel = new BroadcastChannel(`talko-${workshop}`);
    channel.onmessage = ({ data }) => data.turn && window.turns.push(data.turn);
}"""
SAID = "window.said.splice(0)"
ARE_ON_THE_PAGE = f"{HERE} !== document.body && {HERE}.isConnected"


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def at() -> AsyncIterator[Desk]:
    async with desk() as found:
        await with_cards(found)
        yield found


async def middle(of: Locator) -> tuple[float, float]:
    box = await of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


async def test_a_card_put_down_where_nothing_takes_it_stays_where_it_was(at: Desk) -> None:
    card = await at.first_loose()
    await at.page.mouse.move(*await middle(at.card(card).locator(".handle")))
    await at.page.mouse.down()
    await at.page.mouse.move(20, 300, steps=5)
    await expect(at.page.locator(".ghost")).to_be_visible()
    await at.page.mouse.up()
    await expect(at.page.locator(".ghost, .menu, .lifted")).to_have_count(0)
    await expect(at.page.locator(".status")).to_have_text("Siinä ei ole ryhmää. Kortti pysyy paikallaan.")
    assert await at.lies_in(card) == ""


async def test_a_card_is_dragged_by_its_text_and_no_text_is_marked(at: Desk) -> None:
    card, theme = await at.first_loose(), at.themes[1]
    await at.page.evaluate("scrollTo(0, 0)")
    words = at.card(card).locator("label span")
    await at.page.mouse.move(*await middle(words))
    await at.page.mouse.down()
    before = await at.page.evaluate("scrollY")
    await at.page.mouse.move(*await middle(at.page.locator(f".ways [data-pile='{theme}']")), steps=12)
    assert await at.page.evaluate("getSelection().toString()") == ""
    await at.page.mouse.up()
    await at.has_moved(card, theme)
    assert await at.page.evaluate("scrollY") == before
    await expect(at.card(card).locator("input")).not_to_be_checked()
    await at.undo()
    await at.has_moved(card, "")


async def test_escape_while_a_card_is_dragged_puts_it_back(at: Desk) -> None:
    card = await at.first_loose()
    await at.page.evaluate("scrollTo(0, 0)")
    await at.page.mouse.move(*await middle(at.card(card).locator(".handle")))
    await at.page.mouse.down()
    await at.page.mouse.move(*await middle(at.page.locator(f".ways [data-pile='{at.themes[0]}']")), steps=8)
    await expect(at.page.locator(".takes")).to_have_attribute("data-pile", at.themes[0])
    await at.page.keyboard.press("Escape")
    await expect(at.page.locator(".ghost, .lifted, .takes")).to_have_count(0)
    await at.page.mouse.up()
    await expect(at.page.locator(".menu")).to_have_count(0)
    await expect(at.page.locator(".status")).to_have_text("Kortti pysyy paikallaan.")
    assert await at.lies_in(card) == ""
    assert await at.loose().first.get_attribute("data-card") == card


async def test_a_press_on_the_text_still_chooses_the_card(at: Desk) -> None:
    card = await at.first_loose()
    await at.card(card).locator("label span").click()
    await expect(at.card(card).locator("input")).to_be_checked()
    await at.page.get_by_role("button", name="Poista valinnat").click()
    await expect(at.card(card).locator("input")).not_to_be_checked()


async def test_no_key_goes_past_the_list_of_groups(at: Desk) -> None:
    """B is a group there, X is nothing, and neither blanks the screen; the badge on each is its key."""
    card = await at.first_loose()
    await at.page.evaluate(COUNT_TURNS)
    await at.card(card).locator(".handle").click()
    for key in ("x", "j", "f", ".", "PageDown"):
        await at.page.keyboard.press(key)
    await expect(at.page.locator(".menu button .tile").nth(1)).to_have_text("B")
    await at.page.keyboard.press("b")
    await at.has_moved(card, at.themes[1])
    assert await at.page.evaluate("turns") == []
    assert (await at.view())["agenda"]["current"] == GROUPING
    await at.undo()
    await at.has_moved(card, "")


async def test_the_list_of_groups_stays_within_the_window(at: Desk) -> None:
    for card in [str(await each.get_attribute("data-card")) for each in await at.loose().all()]:
        handle = at.card(card).locator(".handle")
        await handle.evaluate("(its) => scrollBy(0, its.getBoundingClientRect().bottom - innerHeight + 4)")
        await handle.evaluate("(its) => its.click()")
        top, bottom = await at.page.locator(".menu").evaluate(ENDS)
        await at.page.keyboard.press("Escape")
        assert top >= 0 and bottom <= 900
    await at.page.evaluate("scrollTo(0, 0)")


async def test_a_card_is_hidden_while_one_groups_and_the_way_back_says_which(at: Desk) -> None:
    card = await at.first_loose()
    words = await at.card(card).locator("label span").inner_text()
    await at.card(card).locator(".handle").click()
    await at.page.locator(".menu").get_by_text("Piilota kortti").click()
    await at.page.get_by_text("Siinä on nimi").click()
    await at.page.get_by_role("button", name="Piilota kortti").click()
    await expect(at.card(card)).to_have_count(0)
    await expect(at.page.locator(".notice q")).to_contain_text(words[:40])
    await at.page.locator("#undo").click()
    await expect(at.card(card)).to_have_count(1)


@pytest.mark.parametrize("onto", [".pile[data-pile='{}']", ".ways [data-pile='{}']"])
async def test_a_whole_column_and_its_name_above_take_a_card_that_is_dragged(at: Desk, onto: str) -> None:
    card, theme = await at.first_loose(), at.themes[2]
    await at.page.locator(onto.format(theme)).scroll_into_view_if_needed()
    handle = at.card(card).locator(".handle")
    await at.page.mouse.move(*await middle(handle))
    await at.page.mouse.down()
    await at.page.mouse.move(*await middle(at.page.locator(onto.format(theme))), steps=8)
    await expect(at.page.locator(".takes")).to_have_attribute("data-pile", theme)
    await at.page.mouse.up()
    await at.has_moved(card, theme)
    await at.undo()
    await at.has_moved(card, "")


async def test_two_presses_move_a_card_and_one_reads_on_with_the_next(at: Desk) -> None:
    card = await at.first_loose()
    await at.card(card).locator(".handle").click()
    await expect(at.page.locator(".menu button").first).to_be_focused()
    await at.page.evaluate(SAID)
    await at.page.locator(".menu").get_by_text("Selkeä ohje").click()
    await at.has_moved(card, at.themes[2])
    await expect(at.page.locator(".status")).to_have_text("Siirretty ryhmään C, 1 kortti")
    assert await at.page.evaluate(SAID) == ["Siirretty ryhmään C, 1 kortti"]
    assert await at.page.evaluate(OF_A_CARD) == await at.first_loose()
    await at.undo()
    await at.has_moved(card, "")


async def test_the_list_of_groups_is_walked_by_arrows_and_left_by_escape(at: Desk) -> None:
    card = await at.first_loose()
    await at.card(card).locator("input").press("Enter")
    await expect(at.page.locator(".menu button").first).to_be_focused()
    await at.page.keyboard.press("ArrowDown")
    await expect(at.page.locator(".menu button").nth(1)).to_be_focused()
    await at.page.keyboard.press("Escape")
    await expect(at.page.locator(".menu")).to_have_count(0)
    await expect(at.card(card).locator(".handle")).to_be_focused()


async def test_a_number_moves_a_card_zero_takes_it_out_and_undo_brings_it_back(at: Desk) -> None:
    card = await at.first_loose()
    await at.card(card).locator("input").focus()
    await at.page.keyboard.press("2")
    await at.has_moved(card, at.themes[1])
    assert await at.page.evaluate(OF_A_CARD) == await at.first_loose()
    await at.card(card).locator("input").focus()
    await at.page.keyboard.press("0")
    await at.has_moved(card, "")
    assert await at.page.evaluate(ARE_ON_THE_PAGE)
    for theme in (at.themes[1], ""):
        await at.page.keyboard.press("Control+z")
        await at.has_moved(card, theme)
        assert await at.page.evaluate(ARE_ON_THE_PAGE)


async def test_the_only_card_of_a_group_keeps_the_focus_in_its_new_place(at: Desk) -> None:
    card = await at.first_loose()
    for key, theme in (("1", at.themes[0]), ("3", at.themes[2]), ("0", "")):
        await at.card(card).locator("input").focus()
        await at.page.keyboard.press(key)
        await at.has_moved(card, theme)
    await at.card(card).locator("input").focus()
    await at.page.keyboard.press("1")
    await at.has_moved(card, at.themes[0])
    await at.card(card).locator("input").focus()
    await at.page.keyboard.press("2")
    await at.has_moved(card, at.themes[1])
    await expect(at.card(card).locator("input")).to_be_focused()
    await at.page.keyboard.press("0")
    await at.has_moved(card, "")


async def test_a_new_group_is_named_by_keys_alone(at: Desk) -> None:
    card = await at.first_loose()
    await at.card(card).locator("input").focus()
    await at.page.keyboard.press("n")
    await expect(at.page.get_by_label("Ryhmän nimi").first).to_be_focused()
    await at.page.keyboard.type("1 ovi auki")
    await at.page.keyboard.press("Enter")
    await expect(at.page.locator(".pile")).to_have_count(5)
    await expect(at.page.locator(".pile h2").last).to_contain_text("D 1 ovi auki")
    assert await at.page.evaluate(OF_A_CARD) == await at.first_loose()
    await at.page.keyboard.press("Control+z")
    await expect(at.page.locator(".pile")).to_have_count(4)


async def test_each_way_is_the_same_command(at: Desk) -> None:
    """What the phones and the screen are told does not tell how it was moved."""
    card = await at.first_loose()
    seen = []
    for way in ("key", "menu"):
        if way == "key":
            await at.card(card).locator("input").press("1")
        else:
            await at.card(card).locator(".handle").click()
            await at.page.keyboard.press("Enter")
        await at.has_moved(card, at.themes[0])
        seen.append((await at.view())["activities"][GROUPING]["cards"])
        await at.undo()
        await at.has_moved(card, "")
    assert seen[0] == seen[1]


async def test_groups_have_the_same_order_and_letters_on_every_face(at: Desk) -> None:
    wanted = ["A · Tieto kulkee", "B · Joku soittaa perään", "C · Selkeä ohje"]
    headings = await at.page.locator(".pile:not(.others) h2").all_inner_texts()
    assert [" · ".join(each.split("\n")[:2]) for each in headings] == wanted
    phone = await at.here.phone_at_the_step()
    await expect(phone.locator(".theme h2")).to_have_text([*wanted, "Ilman ryhmää"])
    screen = await at.here.face("screen", at.home, 1280, 720)
    for name in wanted:
        await expect(screen.locator("#wall")).to_contain_text(name)
    shown = await screen.locator("#wall").inner_text()
    assert sorted(wanted, key=shown.index) == wanted


async def test_what_is_left_becomes_a_group_by_one_press(at: Desk) -> None:
    n = await at.loose().count()
    await expect(at.page.locator("#rest")).to_contain_text(f"{n} korttia ei ole missään ryhmässä.")
    await at.page.get_by_role("button", name="Kokoa loput yhteen ryhmään").click()
    await expect(at.page.locator(".pile h2").last).to_contain_text("Muut")
    await expect(at.loose()).to_have_count(0)
    assert await at.page.evaluate(ARE_ON_THE_PAGE)
    await at.undo()
    await expect(at.loose()).to_have_count(n)


# With a finger


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def tablet(at: Desk) -> AsyncIterator[tuple[Page, CDPSession]]:
    context = await at.here.chromium.new_context(
        locale="fi-FI",
        viewport={"width": 820, "height": 1180},
        base_url=at.here.address,
        has_touch=True,
        storage_state=await at.page.context.storage_state(),
    )
    page = await context.new_page()
    await page.goto(at.here.play.doors.place("console"))
    await expect(page.locator(".pile")).to_have_count(4)
    yield page, await context.new_cdp_session(page)
    await context.close()


async def swipe(finger: CDPSession, start: tuple[float, float], end: tuple[float, float]) -> None:
    steps = 12
    for n in range(steps + 1):
        at = {
            "x": start[0] + (end[0] - start[0]) * n / steps,
            "y": start[1] + (end[1] - start[1]) * n / steps,
        }
        kind = "touchMove" if n else "touchStart"
        await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [at]})
    await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


async def test_a_finger_on_a_card_scrolls_the_page_and_drags_nothing(
    at: Desk, tablet: tuple[Page, CDPSession]
) -> None:
    page, finger = tablet
    card = await at.first_loose()
    x, y = await middle(page.locator(f"li[data-card='{card}'] label"))
    await swipe(finger, (x, y), (x, y - 300))
    await expect(page.locator(".ghost, .lifted")).to_have_count(0)
    assert await page.evaluate("scrollY") > 0
    assert await at.lies_in(card) == ""


async def test_a_finger_on_the_handle_drags_the_card_and_the_page_stays(
    at: Desk, tablet: tuple[Page, CDPSession]
) -> None:
    page, finger = tablet
    await page.evaluate("scrollTo(0, 0)")
    card = await at.first_loose()
    handle = page.locator(f"li[data-card='{card}'] .handle")
    target = page.locator(f".ways [data-pile='{at.themes[1]}']")
    await handle.tap(trial=True)  # the page has come to rest
    before = await page.evaluate("scrollY")
    await swipe(finger, await middle(handle), await middle(target))
    await at.has_moved(card, at.themes[1])
    assert await page.evaluate("scrollY") == before
    await at.undo()
    await at.has_moved(card, "")


async def test_a_finger_that_rests_on_a_card_lifts_it(at: Desk, tablet: tuple[Page, CDPSession]) -> None:
    page, finger = tablet
    await page.evaluate("scrollTo(0, 0)")
    card = await at.first_loose()
    its = page.locator(f"li[data-card='{card}']")
    await its.locator(".handle").tap(trial=True)
    x, y = await middle(its.locator("label"))
    to_x, to_y = await middle(page.locator(f".ways [data-pile='{at.themes[2]}']"))
    before = await page.evaluate("scrollY")
    await touch(finger, "touchStart", x, y)
    await expect(page.locator(".ghost")).to_be_visible()
    await expect(its).to_have_class("lifted")
    for n in range(1, 11):
        await touch(finger, "touchMove", x + (to_x - x) * n / 10, y + (to_y - y) * n / 10)
    await expect(page.locator(".takes")).to_have_attribute("data-pile", at.themes[2])
    await finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    await at.has_moved(card, at.themes[2])
    await expect(page.locator(".ghost, .lifted, .takes")).to_have_count(0)
    assert await page.evaluate("scrollY") == before
    await expect(its.locator("input")).not_to_be_checked()
    await at.undo()
    await at.has_moved(card, "")


async def touch(finger: CDPSession, kind: str, x: float, y: float) -> None:
    await finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
