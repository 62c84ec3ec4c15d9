"""What is seen of the example after each step: on the screen, console, two phones, and the plan."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Locator, Page, expect

from tests.browser.story.faces import Faces
from tests.browser.story.phone import Phone

LAYOUT = """() => ({
    isWide: document.documentElement.scrollWidth > innerWidth,
    traps: [...document.querySelectorAll("body *:not(textarea, select)")].filter((each) =>
        each.scrollHeight > each.clientHeight + 1 && each.clientHeight > 0
        && /auto|scroll/.test(getComputedStyle(each).overflowY)).map((each) => each.className),
    text: document.body.innerText,
})"""
PILOT, IDEA = "Kirjoitamme tapaamisen tekstin yhdessä", "Palvelukahvila leipäjonon viereen torstaisin"
HIDDEN = "Työntekijä Virtanen ei soita takaisin."


async def after(faces: Faces, step: str) -> None:
    """Nothing went wrong in any browser, no phone is too wide, and nothing scrolls inside of what scrolls."""
    assert faces.devices.faults == [], step
    if look := LOOKS.get(step):
        await look(faces)
    for page in phones(faces):
        await is_calm(page)


async def is_calm(page: Page) -> None:
    found = await page.evaluate(LAYOUT)
    assert not found["isWide"]
    assert found["traps"] == []
    assert HIDDEN not in found["text"]


def phones(faces: Faces) -> list[Page]:
    return [each.page for each in faces.phones.values() if isinstance(each, Phone)]


def screen(faces: Faces) -> Locator:
    return faces.screen.locator("main")


async def all_say(faces: Faces, *texts: str) -> None:
    for page in phones(faces):
        for text in texts:
            await expect(page.locator("main")).to_contain_text(text)


async def in_the_lobby(faces: Faces) -> None:
    """The picture on the screen is the one on Iida's page, and leads where the code leads."""
    await expect(faces.screen.locator("p.code")).to_have_text(faces.doors.code)
    drawn = await faces.desk.locator(".door .qr path").get_attribute("d")
    await expect(faces.screen.locator(".qr path")).to_have_attribute("d", str(drawn))
    await all_say(faces, "Olet mukana.", faces.example.texts["question"]["fi"])


async def after_the_pulse(faces: Faces) -> None:
    await expect(faces.screen.locator("footer")).to_contain_text("25 ihmistä on mukana")
    await all_say(faces, "Uskallan sanoa mielipiteeni täällä.", "Keskiarvo 3,72")


async def after_reading(faces: Faces) -> None:
    for page in phones(faces):
        await expect(page.locator("#cards li")).to_have_count(24)


async def after_writing(faces: Faces) -> None:
    for page in phones(faces):
        await expect(page.locator("#cards li")).to_have_count(41)


async def after_asking(faces: Faces) -> None:
    for page in phones(faces):
        await expect(page.locator("#help > summary")).to_contain_text("uutta vastausta")
        await page.locator("#help > summary").click()
        await expect(page.locator("#help")).to_contain_text(
            "Se on apua arkeen ja ihmisten pariin pääsemiseen."
        )
        await expect(page.locator("#help")).to_contain_text("selvitämme, mitä apua tarvitset")
        await page.locator("main").focus()
        await expect(page.locator("#help .inside")).to_have_count(0)


async def after_grouping(faces: Faces) -> None:
    for page in phones(faces):
        theme = page.locator(".theme", has_text="Sama ihminen ja yksi suunnitelma")
        await expect(theme.locator("li")).to_have_count(14)


async def after_the_dots(faces: Faces) -> None:
    """The first is the first that is seen, and of the sides no more than their order."""
    await expect(faces.screen.locator("#wall li").first).to_contain_text(
        "Paikka, johon saa tulla ilman aikaa"
    )
    await expect(faces.screen.locator("#wall li").first).to_contain_text("23")
    for page in phones(faces):
        await expect(page.locator(".results .chosen")).to_have_count(3)
        await expect(page.locator(".results li").first).to_contain_text("23 ääntä")
        await expect(page.locator("main")).to_contain_text("Siksi näkyy vain järjestys.")


async def after_the_rating(faces: Faces) -> None:
    await expect(faces.screen.locator("#wall li").first).to_contain_text(IDEA)
    await expect(faces.screen.locator("#wall li").first).to_contain_text("4,38")
    await all_say(faces, "24 ihmistä äänesti.", "4,38")


async def after_the_pilots(faces: Faces) -> None:
    await all_say(faces, "Arvaamme, että testaajat löytävät yli 20 vaikeaa sanaa.")


async def after_agreeing(faces: Faces) -> None:
    await expect(screen(faces)).to_contain_text("Odottaa: 15. lokakuuta 2026 asti")
    await expect(screen(faces)).to_contain_text("Haluan kysyä tietosuojasta ennen kuin vastaan.")
    await all_say(
        faces, "Kuka maksaa kahvin? Entä vakuutus?", "Tämä muuttui: Outi ottaa rahan", "Hyväksytty."
    )
    await expect(phones(faces)[0].locator(".later")).to_contain_text(
        "Voit vastata viimeistään 15. lokakuuta 2026."
    )
    await expect(phones(faces)[1].locator(".later")).to_have_count(0)


async def after_the_plan(faces: Faces) -> None:
    await expect(screen(faces)).to_contain_text("Kuka seuraa?")
    await all_say(faces, "✓ Sinä teet tämän.", "Kysymme tietosuojasta ennen yhdessä kirjoittamista")


async def after_the_commitment(faces: Faces) -> None:
    missing = ["Vielä ei ole kysytty, sitoutuvatko ihmiset suunnitelmaan."]
    assert faces.tries == [{"why": "not_finished", "missing": missing}]
    await expect(screen(faces)).to_contain_text("Hyväksytty")
    await expect(screen(faces)).to_contain_text("Muutettu: A6: lisättiin paperi ja soitto niille")
    await all_say(faces, "Kierros 2", "Miten minä saan tiedon? Minulla ei ole nettiä.")


async def after_the_last_questions(faces: Faces) -> None:
    await all_say(faces, "Kiitos. Tulokset tulevat suunnitelman mukana.")


async def when_it_is_over(faces: Faces) -> None:
    await expect(screen(faces)).to_contain_text("Kuulet meistä seuraavan kerran: 19. marraskuuta 2026")
    await all_say(faces, "Työpaja on päättynyt. Kiitos.", "Lue, mistä sovimme", "050 000 0000")


LOOKS: dict[str, Callable[[Faces], Awaitable[None]]] = {
    "": in_the_lobby,
    "o3": after_the_pulse,
    "n0": after_reading,
    "n1": after_writing,
    "n2": after_asking,
    "n3": after_grouping,
    "n4": after_the_dots,
    "i4": after_the_rating,
    "p1": after_the_pilots,
    "p2": after_agreeing,
    "c1": after_the_plan,
    "c2": after_the_commitment,
    "c3": after_the_last_questions,
    "over": when_it_is_over,
}

# The plan, in a browser that was never in the room


async def on_the_plan(plan: Page) -> None:
    """What was agreed, by whom, what was put aside and why, and what is still open."""
    await expect(plan.locator("h1")).to_have_text("Palvelukahvila ja sosiaalinen kuntoutus")
    await expect(plan.locator(".records > li")).to_have_count(9)
    sixth = plan.locator(".records > li", has_text="Kerromme leipäjonossa, mitä vastauksista seurasi")
    for said in ("Aino", "Outi", "15. lokakuuta 2026", "Hanna, Bengt", "soitto niille, joilla ei ole nettiä"):
        await expect(sixth).to_contain_text(said)
    await expect(plan.locator(".parked dt")).to_have_count(9)
    for said in ("Marja", "Aulan muutos vaatii luvan.", "Kuka päättää, jos rahaa ei tule?", "23", "4,38"):
        await expect(plan.locator("main")).to_contain_text(said)
    await expect(plan.locator("main")).to_contain_text(f"{PILOT}: 15. lokakuuta 2026 asti")
    await is_calm(plan)


async def on_the_plan_days_after(plan: Page) -> None:
    await expect(plan.locator("main")).not_to_contain_text("15. lokakuuta 2026 asti")
    pilot = plan.locator(".records > li", has=plan.get_by_role("heading", name=PILOT))
    await expect(pilot).to_contain_text("✓ Hyväksytty")
