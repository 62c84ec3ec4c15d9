"""The three faces: who sees them, and what each page carries so that it can be read at once."""

import asyncio
import gzip
import json
import re

import pytest
from httpx2 import Response

from talko.core.activities import collect
from talko.core.audience import Json
from talko.core.beside.agenda import GoOn
from talko.core.beside.lobby import Join, Leave
from talko.core.life import Close, Open, Reveal
from talko.core.people import Role, Seat, SeatKind
from talko.folders import folder
from talko.pages.house import House
from talko.pages.static import assets, name_of, outputs
from tests.pages.browser import Browser, Workshop, set_up, told

LEAD = Seat(SeatKind.FACILITATOR, b"lead")
LARGEST_PHONE = 22_700  # bytes, zipped, with the part of the activity
A_HUNDRED_CARDS = 2_500  # most of it are ids, which are random
LARGEST_SCREEN = 40_000  # with every kind of activity
MOST_REQUESTS = 14
FACES = ("phone", "screen", "console", "helper")


def embedded(answer: Response, id: str) -> dict[str, Json]:
    found = re.findall(rf'<script type="application/json" id="{id}">(.*?)</script>', answer.text, re.DOTALL)
    value = json.loads(found[0])
    assert isinstance(value, dict)
    return value


async def test_without_a_key_no_face_is_shown(browser: Browser, workshop: Workshop) -> None:
    for place in (*FACES, "phone-2", "nowhere"):
        for what in ("", "/texts", "/view"):
            assert (await browser.get(f"/w/{workshop.id}/{place}{what}")).status_code == 403


@pytest.mark.parametrize("place", FACES)
async def test_a_workshop_that_is_not_there_is_told_so(
    anna: Browser, browser: Browser, workshop: Workshop, place: str
) -> None:
    await anna.post(f"{workshop.home}/delete")
    for id in (workshop.id, "nowhere"):
        page = await browser.get(f"/w/{id}/{place}")
        assert page.status_code == 404 and "This workshop is not here any longer" in told(page)
        assert (await browser.get(f"/w/{id}/{place}/texts")).status_code == 404
        assert (await browser.post(f"/w/{id}/console/screen")).status_code == 404


async def test_who_is_not_in_is_sent_to_the_code(browser: Browser, workshop: Workshop) -> None:
    page = await browser.get(f"/w/{workshop.id}/phone")
    assert "You are not in this workshop yet" in told(page) and 'href="/"' in page.text


@pytest.mark.parametrize("place", FACES)
async def test_the_key_of_another_workshop_opens_nothing(
    anna: Browser, browser: Browser, workshop: Workshop, place: str
) -> None:
    other = await set_up(anna)
    await browser.post(other.door, {"role": "client"})
    secret = browser.client.cookies[f"talko-{other.id}-phone"]
    browser.client.cookies.set(f"talko-{workshop.id}-{place}", secret)
    assert (await browser.get(f"/w/{workshop.id}/{place}")).status_code == 403


@pytest.mark.parametrize("place", ["screen", "console", "helper"])
async def test_the_key_of_a_phone_opens_no_other_place(
    browser: Browser, workshop: Workshop, place: str
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    secret = browser.client.cookies[f"talko-{workshop.id}-phone"]
    browser.client.cookies.set(f"talko-{workshop.id}-{place}", secret)
    assert (await browser.get(f"/w/{workshop.id}/{place}")).status_code == 403


@pytest.mark.parametrize("place", ["phone", "helper", "nowhere"])
async def test_only_console_and_screen_are_opened_from_home(
    anna: Browser, workshop: Workshop, place: str
) -> None:
    assert (await anna.post(f"{workshop.home}/{place}")).status_code == 404


async def test_a_phone_carries_its_first_view_its_texts_and_its_place(
    browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    page = await browser.get(f"/w/{workshop.id}/phone")
    first, place, words = (embedded(page, id) for id in ("first", "place", "texts"))
    assert first["view"] and first["mine"] == {"role": "client", "cards": {}}
    assert {"epoch", "run", "v", "now_ms"} <= first.keys()
    at = f"/w/{workshop.id}/phone"
    assert place == {
        "workshop": workshop.id,
        "place": "phone",
        "seat": "participant",
        "live": f"{at}/live",
        "view": f"{at}/view",
        "command": f"{at}/command",
        "texts": f"{at}/texts",
        "door": "",
        "lang": "en",
    }
    assert words["title"] == "Going home" and isinstance(words["order"], list)


async def test_whoever_left_comes_back_by_the_door_of_the_same_room(
    house: House, anna: Browser, browser: Browser, workshop: Workshop
) -> None:
    at = f"/w/{workshop.id}/phone/door"
    assert (await browser.get(at)).status_code == 403
    await browser.post(workshop.door, {"role": "client"})
    secret = browser.client.cookies[f"talko-{workshop.id}-phone"]
    await house.rooms.ask(workshop.id, Seat(SeatKind.PARTICIPANT, secret.encode(), Role.CLIENT), "", Leave())
    assert (await browser.get(at)).headers["location"] == workshop.door
    await anna.post(f"{workshop.home}/console")
    assert (await anna.get(f"/w/{workshop.id}/console/door")).status_code == 403


async def test_a_helper_is_given_a_phone(anna: Browser, browser: Browser, workshop: Workshop) -> None:
    made = await anna.post(f"{workshop.home}/links", {"kind": "helper"})
    await browser.post(re.findall(r'value="http://[^"/]+(/in/[\w-]+)"', made.text)[0])
    page = await browser.get(f"/w/{workshop.id}/helper")
    assert assets().url(assets().modules("en", "phone")[0]) in page.text
    assert embedded(page, "place")["seat"] == "helper" and embedded(page, "place")["door"] == ""


@pytest.mark.parametrize("place", ["screen", "console"])
async def test_screen_and_console_carry_the_door(anna: Browser, workshop: Workshop, place: str) -> None:
    answer = await anna.post(f"{workshop.home}/{place}")
    assert answer.headers["location"] == f"/w/{workshop.id}/{place}"
    told = embedded(await anna.get(f"/w/{workshop.id}/{place}"), "place")
    assert told["door"] == workshop.door
    join = told["join"]
    assert isinstance(join, dict)
    assert join["code"] == workshop.code and str(join["url"]).endswith(workshop.door)
    assert str(join["url"]).partition("://")[2].startswith(str(join["address"]))
    assert str(join["qr"]).startswith("M0 0h7v1h-7z") and join["qr_size"] in (29, 33)


async def by_link(anna: Browser, browser: Browser, workshop: Workshop, kind: str) -> None:
    made = await anna.post(f"{workshop.home}/links", {"kind": kind})
    await browser.post(re.findall(r'value="http://[^"/]+(/in/[\w-]+)"', made.text)[0])


@pytest.mark.parametrize("kind", ["helper", "screen", ""])
async def test_only_a_console_opens_a_screen(
    anna: Browser, browser: Browser, workshop: Workshop, kind: str
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    if kind:
        await by_link(anna, browser, workshop, kind)
    assert (await browser.post(f"/w/{workshop.id}/console/screen")).status_code == 403
    other = await set_up(anna)
    await by_link(anna, browser, other, "facilitator")
    assert (await browser.post(f"/w/{workshop.id}/console/screen")).status_code == 403


@pytest.mark.parametrize("kind", ["cohost", "facilitator"])
async def test_who_came_to_the_console_by_a_link_opens_the_screen_until_the_link_is_closed(
    house: House, anna: Browser, browser: Browser, workshop: Workshop, kind: str
) -> None:
    await by_link(anna, browser, workshop, kind)
    answer = await browser.post(f"/w/{workshop.id}/console/screen")
    screen = f"/w/{workshop.id}/screen"
    assert answer.status_code == 303 and answer.headers["location"] == screen
    assert embedded(await browser.get(screen), "place")["seat"] == "screen"
    before = dict(browser.client.cookies)
    await browser.post(f"/w/{workshop.id}/console/screen")
    assert dict(browser.client.cookies) == before
    hash = re.findall(r'name="link" value="(\w+)"', (await anna.get(workshop.home)).text)[0]
    await anna.post(f"{workshop.home}/links/revoke", {"link": hash})
    assert (await browser.get(screen)).status_code == 403


@pytest.mark.parametrize("kind", ["helper", "screen", ""])
async def test_only_a_console_looks_at_the_screen(
    anna: Browser, browser: Browser, workshop: Workshop, kind: str
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    if kind:
        await by_link(anna, browser, workshop, kind)
    assert (await browser.get(f"/w/{workshop.id}/console/screen")).status_code == 403


async def test_a_console_looks_at_the_screen_with_what_a_screen_is_shown_and_no_more(
    anna: Browser, workshop: Workshop
) -> None:
    await anna.post(f"{workshop.home}/console")
    console, preview = f"/w/{workshop.id}/console", f"/w/{workshop.id}/console/screen"
    at = embedded(await anna.get(preview), "place")
    assert (at["seat"], at["place"]) == ("screen", "preview")
    assert (at["live"], at["view"]) == (f"{console}/live?of=screen", f"{console}/view?of=screen")
    seen, led = embedded(await anna.get(preview), "first"), embedded(await anna.get(console), "first")
    assert isinstance(seen["view"], dict) and isinstance(led["view"], dict)
    assert "lives" in led["view"] and "lives" not in seen["view"]


async def test_who_opened_the_console_from_home_opens_the_screen_too(
    anna: Browser, workshop: Workshop
) -> None:
    await anna.post(f"{workshop.home}/console")
    await anna.post(f"/w/{workshop.id}/console/screen")
    assert (await anna.get(f"/w/{workshop.id}/screen")).status_code == 200
    await anna.post("/home/link")
    assert (await anna.get(f"/w/{workshop.id}/screen")).status_code == 403


async def test_a_console_knows_the_way_home_only_where_home_is_the_facilitators_own(
    anna: Browser, bo: Browser, browser: Browser, workshop: Workshop
) -> None:
    await anna.post(f"{workshop.home}/console")
    await anna.post(f"{workshop.home}/screen")
    at = f"/w/{workshop.id}"
    assert embedded(await anna.get(f"{at}/console"), "place")["home"] == workshop.home
    assert "home" not in embedded(await anna.get(f"{at}/screen"), "place")
    for guest in (bo, browser):
        await by_link(anna, guest, workshop, "facilitator")
        assert "home" not in embedded(await guest.get(f"{at}/console"), "place")


async def test_opening_the_console_again_keeps_the_key(anna: Browser, workshop: Workshop) -> None:
    await anna.post(f"{workshop.home}/console")
    before = dict(anna.client.cookies)
    await anna.post(f"{workshop.home}/console")
    assert dict(anna.client.cookies) == before


async def test_a_face_speaks_the_language_that_was_chosen(anna: Browser, browser: Browser) -> None:
    workshop = await set_up(anna, langs=["fi", "en"])
    await browser.post(workshop.door, {"role": "client"})
    browser.client.cookies.delete("talko-lang")
    phone = f"/w/{workshop.id}/phone"
    assert '<html lang="en"' in (await browser.get(phone)).text  # the facilitator's own, and the first
    finnish = await browser.get(f"{phone}?lang=fi")
    assert '<html lang="fi"' in finnish.text and embedded(finnish, "texts")["lang"] == "fi"
    assert assets().url(assets().modules("fi", "phone")[0]) in finnish.text
    assert '<html lang="fi"' in (await browser.get(phone)).text
    assert '<html lang="fi"' in (await browser.get(f"{phone}?lang=xx")).text
    assert (await browser.get(f"{phone}/texts?lang=en")).json()["lang"] == "en"


async def test_what_people_write_can_not_leave_its_script_element(anna: Browser, browser: Browser) -> None:
    hostile = "</script><script>alert(1)</script><!--&amp;"
    workshop = await set_up(anna, title=hostile, question=hostile, decide=hostile)
    await browser.post(workshop.door, {"role": "client"})
    page = await browser.get(f"/w/{workshop.id}/phone")
    assert "<script>alert" not in page.text and "<!--" not in page.text.replace("<!-- ", "")
    assert embedded(page, "texts")["decide"] == hostile


async def test_a_phone_reads_the_prompt_without_script(
    house: House, browser: Browser, workshop: Workshop
) -> None:
    await browser.post(workshop.door, {"role": "client"})
    await house.rooms.ask(workshop.id, LEAD, "", GoOn())
    page = await browser.get(f"/w/{workshop.id}/phone")
    assert "<h1>Welcome. We tell why we are here." in page.text


async def test_the_phones_page_is_small_when_people_write(
    house: House, anna: Browser, browser: Browser
) -> None:
    """In Finnish, in the largest of the short workshops, everything but the font."""
    workshop = await set_up(anna, langs=["fi"])
    await open_writing(house, workshop)
    await browser.post(workshop.door, {"role": "client"})
    size, requests = weight(await page_with(browser, workshop, '"life":"open"'))
    assert (size <= LARGEST_PHONE, requests <= MOST_REQUESTS) == (True, True), (size, requests)


async def test_a_screen_is_small_with_all_that_it_may_need_later(anna: Browser, workshop: Workshop) -> None:
    await anna.post(f"{workshop.home}/screen")
    size, _ = weight(await anna.get(f"/w/{workshop.id}/screen"))
    later = [len(assets().by_name[name].zipped) for name in comes_later("en", "screen")]
    assert len(later) > 5 and size + sum(later) <= LARGEST_SCREEN, (size, later)


def comes_later(lang: str, face: str) -> list[str]:
    """What a script loads when it is needed, and what that loads."""
    files = outputs(folder("client"))
    found = assets().modules(lang, face)
    at_once = len(found)
    for name in found:
        found += [to for each in files[name]["imports"] if (to := name_of(each["path"])) not in found]
    return found[at_once:]


async def test_a_wall_of_a_hundred_cards_adds_little(house: House, anna: Browser, browser: Browser) -> None:
    workshop = await set_up(anna, langs=["fi"])
    await open_writing(house, workshop)
    await a_hundred_cards(house, workshop)
    await browser.post(workshop.door, {"role": "client"})
    page = await page_with(browser, workshop, "minuuttia")
    wall = embedded(page, "first")["view"]
    assert isinstance(wall, dict) and len(str(wall)) > 8000
    size, _ = weight(page)
    assert size <= LARGEST_PHONE + A_HUNDRED_CARDS, size


async def page_with(browser: Browser, workshop: Workshop, text: str) -> Response:
    """The views follow at the tick."""
    while text not in (page := await browser.get(f"/w/{workshop.id}/phone")).text:
        await asyncio.sleep(0.05)
    return page


def weight(page: Response) -> tuple[int, int]:
    """Zipped bytes, and requests."""
    names = set(re.findall(r'(?:href|src)="/a/\w+/([^"]+)"', page.text))
    zipped = [assets().by_name[name].zipped for name in names]
    return len(gzip.compress(page.content, 6)) + sum(map(len, zipped)), len(names) + 1


async def open_writing(house: House, workshop: Workshop) -> None:
    for step in ("", "o1", "o2", "o3", "n0"):
        await house.rooms.ask(workshop.id, LEAD, step, GoOn())
    await house.rooms.ask(workshop.id, LEAD, "n1", Open())


async def a_hundred_cards(house: House, workshop: Workshop) -> None:
    rooms, id = house.rooms, workshop.id
    for n in range(100):
        seat = Seat(SeatKind.PARTICIPANT, f"key {n}".encode(), Role.CLIENT)
        await rooms.ask(id, seat, "", Join(Role.CLIENT))
        text = f"Odotin {n} minuuttia, eikä kukaan kertonut, mitä tapahtuu."
        await rooms.ask(id, seat, "n1", collect.AddCard(text, "fi"))
    await rooms.ask(id, LEAD, "n1", Close())
    await rooms.ask(id, LEAD, "n1", Reveal())
