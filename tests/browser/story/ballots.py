"""Choosing on a phone: dots, numbers, how far one goes along, and answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Locator, expect

from talko.demo.client import Json, Object
from tests.browser.story.hands import whole, words

if TYPE_CHECKING:
    from tests.browser.story.phone import Phone

SUPPORTS: dict[Json, str] = {
    5: "Kannatan tätä täysin.",
    4: "Kannatan tätä.",
    3: "Tämä riittää nyt.",
    2: "Jokin tässä huolettaa minua.",
    1: "Moni asia tässä huolettaa minua.",
    0: "En voi hyväksyä tätä.",
    "need_time": "Tarvitsen lisää aikaa.",
}
GIVEN = """() => Object.fromEntries([...document.querySelectorAll("#step .option")]
    .map((each) => [
      each.querySelector(".text").textContent.trim(), Number(each.querySelector(".steps b").textContent)
    ]))"""


async def choose(phone: Phone, d: Object) -> None:
    choice = whole(d["choice"])
    if "dots" in choice:
        await dots(phone, whole(choice["dots"]))
    elif "ratings" in choice:
        await ratings(phone, whole(choice["ratings"]))
    elif "answers" in choice:
        await answers(phone, whole(whole(choice["answers"])["all"]))
    else:
        await support(phone, words(d["round"]), choice)


async def dots(phone: Phone, wanted: Object) -> None:
    """Who thinks again takes some away first."""
    by_name = {phone.called(option): n for option, n in wanted.items()}
    await expect(phone.page.get_by_role("button", name="Anna ääni").first).to_be_visible()
    given: dict[str, int] = await phone.page.evaluate(GIVEN)
    for name, n in given.items():
        for _ in range(n - as_number(by_name.get(name, 0))):
            await phone.page.get_by_role("button", name=f"Ota ääni pois: {name}", exact=True).click()
    for name, wish in by_name.items():
        for _ in range(as_number(wish) - given[name]):
            await phone.page.get_by_role("button", name=f"Anna ääni: {name}", exact=True).click()


def as_number(n: Json) -> int:
    assert isinstance(n, int)
    return n


async def ratings(phone: Phone, wanted: Object) -> None:
    for option, numbers in wanted.items():
        for criterion, n in whole(numbers).items():
            scale = phone.page.locator(f'label.number:has(input[name="{option} {criterion}"])')
            await scale.get_by_text(str(n), exact=True).click()


async def support(phone: Phone, round: str, choice: Object) -> None:
    """Of this round, for the page may still show the one before."""
    label = SUPPORTS[choice["support"]]
    rows = phone.page.locator(f'label.choice:has(input[name="support {round}"])')
    await rows.filter(has=phone.page.get_by_text(label, exact=True)).click()
    if "text" in choice:
        await write(phone.page.locator(f'[id="concern {round}"]'), words(choice["text"]))


async def write(place: Locator, text: str) -> None:
    """And the phone is put down: while somebody writes, the page waits for them."""
    await place.fill(text)
    await place.blur()


async def answers(phone: Phone, given: Object) -> None:
    for item, answer in given.items():
        text = words(phone.item(item)["text"])
        if isinstance(answer, dict):
            await write(phone.page.get_by_label(text, exact=True), words(answer["text"]))
            continue
        question = phone.page.get_by_role("group", name=text, exact=True)
        await question.get_by_text(phone.label(item, answer), exact=True).click()


async def answer_later(phone: Phone, d: Object) -> None:
    """Days after, on the same phone."""
    later = phone.page.locator(".later")
    await later.get_by_text(SUPPORTS[whole(d["choice"])["support"]], exact=True).click()
    await later.get_by_role("button", name="Lähetä vastaukseni").click()
    await expect(phone.page.locator("main")).to_contain_text("Kiitos. Vastauksesi on lähetetty.")
