"""The facilitator's own pages: a group, a template, the texts, the door, and links to give away."""

from urllib.parse import urlsplit

from playwright.async_api import Page, expect

from talko.demo.doors import GROUP, SUPPORT, Doors
from talko.demo.example import Example

TEMPLATE = "Yhteiskehittämisen työpaja (90 min)"
KINDS = {"helper": "Avustaja: kirjoittaa", "screen": "Valkokangas toisella koneella"}


async def set_up(page: Page, home: str, example: Example) -> Doors:
    await come_home(page, home)
    await page.get_by_label("Ryhmän nimi").fill(GROUP)
    await page.get_by_role("button", name="Tee ryhmä").click()
    await page.get_by_role("link", name="Uusi työpaja").click()
    await page.get_by_role("link", name=TEMPLATE).click()
    await fill_in(page, example)
    await page.get_by_role("button", name="Tee työpaja").click()
    await expect(page.locator("h1")).to_have_text(example.texts["title"]["fi"])
    return await doors(page)


async def come_home(page: Page, home: str) -> None:
    """By the personal link, on any device."""
    await page.goto(home)
    await page.get_by_role("button", name="Avaa oma sivuni").click()


async def fill_in(page: Page, example: Example) -> None:
    day, _, hour = example.starts.partition("T")
    in_finnish = {name: texts["fi"] for name, texts in example.texts.items()}
    await page.get_by_label("Mikä on työpajan nimi?").fill(in_finnish["title"])
    await page.get_by_label("Miksi tapaamme?").fill(in_finnish["question"])
    await page.get_by_label("Mistä voimme päättää tänään?").fill(in_finnish["decide"])
    await page.get_by_label("Minä päivänä?").fill(day)
    await page.get_by_label("Mihin kellonaikaan?").fill(hour)
    await page.get_by_label("Missä?").fill(example.place)
    await page.get_by_label("Yhteiset säännöt").fill("\n".join(example.rules))
    await page.get_by_label("Kuka auttaa, jos jokin oli raskasta?").fill(SUPPORT)
    await page.get_by_label("Suomi").check()
    await page.get_by_label("Svenska").check()
    await page.get_by_label("English").check()


async def doors(page: Page) -> Doors:
    """As they stand on the page of the workshop, beside the picture for a camera."""
    await expect(page.get_by_role("img", name="Oven QR-koodi")).to_be_visible()
    link = await page.locator(".door a").get_attribute("href") or ""
    code = await page.locator(".door .code").inner_text()
    return Doors(page.url.rsplit("/", 1)[1], urlsplit(link).path, code)


async def link_for(page: Page, kind: str) -> str:
    """A new link, as a path: it is shown only once."""
    await page.get_by_text(KINDS[kind]).last.click()
    await page.get_by_role("button", name="Tee linkki").click()
    link = await page.get_by_label("Linkki", exact=True).input_value()
    await page.get_by_role("link", name="Olen kopioinut sen").click()
    return urlsplit(link).path


async def join(page: Page, door: str, person: dict[str, str]) -> None:
    """Through the door, with a role and a language, if the door speaks it."""
    await page.goto(door)
    lang = page.locator(f'nav a[hreflang="{person["lang"]}"]:not([aria-current])')
    if await lang.count():
        await lang.click()
    role = page.locator(f'label:has(input[name=role][value="{person["role"]}"])')
    if not await role.is_visible():
        await page.locator("fieldset summary").click()
    await role.click()
    await page.locator("form .primary").click()
    await expect(page.get_by_text("Aloitamme pian.").or_(page.locator(".where"))).to_be_visible()


async def code_door(page: Page, code: str) -> str:
    """Typed at the front page; it leads to the same door."""
    await page.goto("/")
    await page.get_by_label("Kirjoita koodi.").fill(code)
    await page.get_by_role("button", name="Jatka").click()
    await expect(page.get_by_role("button", name="Tule mukaan")).to_be_visible()
    return urlsplit(page.url).path
