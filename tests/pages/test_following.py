"""After the workshop: a link for who does something and for who follows it up, and what each tells by it."""

import re
from dataclasses import dataclass
from typing import Any

import pytest
from httpx2 import Response

from talko.pages.house import House
from talko.store import doors
from tests.pages.browser import Browser, told
from tests.pages.meeting import DAY, Meeting, begun
from tests.pages.test_home import HOSTILE
from tests.pages.test_links import path

DAYS = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Left:
    """By id."""

    trial: str
    action: str


@pytest.fixture
async def meeting(house: House, anna: Browser) -> Meeting:
    """A client and a professional."""
    return await begun(house, anna, users=1, workers=1)


@pytest.fixture
async def left(meeting: Meeting) -> Left:
    """An action of the client that the professional follows up, and a trial that is nobody's yet."""
    await meeting.goes_to("p1")
    trial = await meeting.does("add_record", "p1", sources=[], what="Kahvila torstaina", lang="fi")
    await meeting.goes_to("c1")
    action = await meeting.does("add_record", "c1", sources=[trial], what="Varaamme salin", lang="fi")
    await meeting.does("write_field", "c1", record=action, field="due", text=DAY)
    for nth, part, name in ((0, "owner", "Aino"), (1, "follower", "Timo")):
        await meeting.from_phone(nth, "take_on", "c1", record=action, part=part, name=name)
    await meeting.does("close_unfinished")
    return Left(trial, action)


async def link(meeting: Meeting, record: str, kind: str) -> str:
    made = await meeting.leads.post(f"{meeting.made.home}/owners", {"record": record, "kind": kind})
    assert made.status_code == 200 and "It is shown only this once" in told(made)
    return path(made)


async def came_by(meeting: Meeting, record: str, kind: str) -> Browser:
    browser = Browser(meeting.house)
    answer = await browser.post(await link(meeting, record, kind))
    assert answer.headers["location"] == page(meeting, record, kind)
    return browser


def page(meeting: Meeting, record: str, kind: str) -> str:
    return f"/w/{meeting.made.id}/{kind}/record/{record}"


async def tells(who: Browser, at: str, do: str, **typed: str) -> Response:
    """With the form as it is in the page."""
    once = re.findall(r'name="once" value="([\w-]+)"', (await who.get(at)).text)
    return await who.post(at, {"do": do, "once": once[0] if once else "", **typed})


async def saved(who: Browser, at: str, do: str, **typed: str) -> None:
    answer = await tells(who, at, do, **typed)
    assert (answer.status_code, answer.headers.get("location")) == (303, f"{at}?saved={do}"), told(answer)


async def followed(meeting: Meeting, record: str) -> Any:
    data = (await meeting.leads.get(f"{meeting.plan}.json")).json()
    records = [each.get("records", {}).get(record) for each in data["activities"].values()]
    return next(each for each in records if each).get("followed", {})


# Who may come


async def test_a_page_of_a_record_is_for_nobody_without_a_key(
    meeting: Meeting, left: Left, browser: Browser
) -> None:
    for kind in ("owner", "follower", "phone", "console", "nothing"):
        answer = await browser.get(page(meeting, left.action, kind))
        assert answer.status_code == 403 and "This page is for one person" in told(answer)
        sent = await browser.post(page(meeting, left.action, kind), {"do": "tell", "status": "done"})
        assert sent.status_code == 403
    assert (await browser.get(f"/w/nothing/owner/record/{left.action}")).status_code == 404


async def test_an_owners_link_opens_neither_the_followers_page_nor_another_record(
    meeting: Meeting, left: Left
) -> None:
    owner = await came_by(meeting, left.action, "owner")
    assert (await owner.get(page(meeting, left.action, "owner"))).status_code == 200
    for at in (page(meeting, left.action, "follower"), page(meeting, left.trial, "owner")):
        assert (await owner.get(at)).status_code == 403
    refused = await tells(owner, page(meeting, left.action, "owner"), "confirm", status="done")
    assert refused.status_code == 422 and "This is not possible just now." in told(refused)
    assert await followed(meeting, left.action) == {}


async def test_its_key_opens_no_face_of_the_workshop(meeting: Meeting, left: Left) -> None:
    owner = await came_by(meeting, left.action, "owner")
    for end in ("", "/view", "/texts"):
        for place in ("owner", f"owner-{left.action}", "phone", "console"):
            assert (await owner.get(f"/w/{meeting.made.id}/{place}{end}")).status_code == 403


async def test_a_link_that_was_closed_or_made_anew_opens_nothing_and_its_page_neither(
    meeting: Meeting, left: Left
) -> None:
    first = await link(meeting, left.action, "owner")
    holder, at = Browser(meeting.house), page(meeting, left.action, "owner")
    await holder.post(first)
    again = await link(meeting, left.action, "owner")
    assert (await holder.get(first)).status_code == 404
    assert (await holder.get(at)).status_code == 403
    await holder.post(again)
    assert (await holder.get(at)).status_code == 200
    await meeting.leads.post(f"{meeting.made.home}/owners/close", {"record": left.action, "kind": "owner"})
    assert (await tells(holder, at, "tell", status="done")).status_code == 403
    assert "Ask the facilitator for a new link." in told(await holder.get(at))


async def test_a_link_can_be_used_twice_and_keeps_its_key(meeting: Meeting, left: Left) -> None:
    made, holder = await link(meeting, left.action, "owner"), Browser(meeting.house)
    await holder.post(made)
    before = dict(holder.client.cookies)
    await holder.post(made)
    assert dict(holder.client.cookies) == before


async def test_one_browser_does_one_thing_and_follows_up_another(meeting: Meeting, left: Left) -> None:
    both = await came_by(meeting, left.action, "owner")
    await both.post(await link(meeting, left.action, "follower"))
    assert "You do this" in told(await both.get(page(meeting, left.action, "owner")))
    assert "You follow this up" in told(await both.get(page(meeting, left.action, "follower")))


async def test_only_its_own_facilitator_makes_and_closes_links(
    meeting: Meeting, left: Left, bo: Browser, browser: Browser
) -> None:
    at, asked = f"{meeting.made.home}/owners", {"record": left.action, "kind": "owner"}
    for who, status in ((bo, 404), (browser, 403)):
        assert (await who.get(at)).status_code == status
        assert (await who.post(at, asked)).status_code == status
        assert (await who.post(f"{at}/close", asked)).status_code == status


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ({"kind": "owner"}, 404),
        ({"kind": "owner", "record": "nothing"}, 404),
        ({"kind": "facilitator"}, 400),
        ({}, 400),
    ],
)
async def test_a_link_is_made_for_what_stands_on_the_plan(
    meeting: Meeting, left: Left, asked: dict[str, str], status: int
) -> None:
    answer = await meeting.leads.post(f"{meeting.made.home}/owners", asked)
    assert answer.status_code == status


async def test_nobody_follows_up_what_no_follower_was_named_for(meeting: Meeting, left: Left) -> None:
    asked = {"record": left.trial, "kind": "follower"}
    assert (await meeting.leads.post(f"{meeting.made.home}/owners", asked)).status_code == 404


async def test_the_list_says_who_has_a_link_and_keeps_only_its_hash(meeting: Meeting, left: Left) -> None:
    made = await link(meeting, left.action, "owner")
    listed = await meeting.leads.get(f"{meeting.made.home}/owners")
    assert "Varaamme salin" in told(listed) and "The link was made on" in told(listed)
    assert made.removeprefix("/in/") not in listed.text
    kept = await meeting.house.store.read(lambda session: doors.links_of(session, meeting.made.id))
    assert [(each.kind, each.record) for each in kept] == [("owner", left.action)]
    home = await meeting.leads.get(meeting.made.home)
    assert "2 things were agreed." in told(home) and "For who does it" not in told(home)


async def test_the_links_page_says_what_it_opens(meeting: Meeting, left: Left, browser: Browser) -> None:
    for kind, words in (("owner", "Here you tell how it goes."), ("follower", "Here you say how it is now.")):
        answer = await browser.get(await link(meeting, left.action, kind))
        assert words in told(answer) and answer.headers["referrer-policy"] == "strict-origin"
    assert not browser.client.cookies


# What is told


@pytest.mark.parametrize(
    ("do", "typed", "why"),
    [
        ("tell", {"status": "", "note": "Words that stay"}, "Choose one first."),
        ("tell", {"status": "not_done", "note": ""}, "Tell why, in a few words."),
        ("tell", {"status": "done", "note": "Words that stay" * 40}, "This is too long."),
        ("move_due", {"due": "", "reason": "Words that stay"}, "Choose the day first."),
        ("move_due", {"due": "2020-01-01", "reason": "Words that stay"}, "This day has gone."),
        ("move_due", {"due": "2226-01-01", "reason": "Words that stay"}, "Check the year."),
        ("move_due", {"due": "2026-12-24", "reason": ""}, "Tell why, in a few words."),
        ("tell_people", {"how": "", "when": "2026-09-01"}, "This is empty."),
        ("tell_people", {"how": "Words that stay", "when": "2026-12-24"}, "This day has not come yet."),
    ],
)
async def test_what_is_wrong_is_said_beside_it_and_what_was_typed_stays(
    meeting: Meeting, left: Left, do: str, typed: dict[str, str], why: str
) -> None:
    owner, at = await came_by(meeting, left.action, "owner"), page(meeting, left.action, "owner")
    answer = await tells(owner, at, do, **typed)
    assert answer.status_code == 422 and why in told(answer)
    assert 'aria-invalid="true"' in answer.text and "-error" in answer.text
    assert all(text in answer.text for text in typed.values())
    assert await followed(meeting, left.action) == {}


@pytest.mark.parametrize("typed", [{}, {"do": "nothing"}, {"do": "tell", "status": "late"}])
async def test_a_form_that_is_not_ours_is_refused(
    meeting: Meeting, left: Left, typed: dict[str, str]
) -> None:
    owner = await came_by(meeting, left.action, "owner")
    assert (await owner.post(page(meeting, left.action, "owner"), typed)).status_code == 400


async def test_what_the_owner_tells_stands_on_the_plan_and_does_not_count(
    meeting: Meeting, left: Left, browser: Browser
) -> None:
    owner, at = await came_by(meeting, left.action, "owner"), page(meeting, left.action, "owner")
    await saved(owner, at, "tell", status="done", note="Sali on varattu.")
    mine = told(await owner.get(f"{at}?saved=tell"))
    assert "Saved. It stands on the plan now." in mine and "Sali on varattu." in mine
    plan = told(await browser.get(f"{meeting.plan}?lang=en"))
    assert "○ Agreed" in plan and "Who does it: ✓ It is done Sali on varattu." in plan


async def test_only_the_follower_confirms_and_their_last_line_decides(
    meeting: Meeting, left: Left, browser: Browser
) -> None:
    follower, at = await came_by(meeting, left.action, "follower"), page(meeting, left.action, "follower")
    await saved(follower, at, "confirm", status="late", note="Vakuutus odottaa.")
    assert "! It is late" in told(await browser.get(f"{meeting.plan}?lang=en"))
    await saved(follower, at, "confirm", status="done", note="Vakuutus tuli.")
    told_of = await followed(meeting, left.action)
    assert told_of["status"] == "done" and len(told_of["lines"]) == 2


async def test_a_form_that_is_sent_twice_is_told_once(meeting: Meeting, left: Left) -> None:
    owner, at = await came_by(meeting, left.action, "owner"), page(meeting, left.action, "owner")
    once = re.findall(r'name="once" value="([\w-]+)"', (await owner.get(at)).text)[0]
    for _ in range(2):
        await owner.post(at, {"do": "tell", "status": "doing", "once": once})
    assert len((await followed(meeting, left.action))["lines"]) == 1


async def test_a_day_that_has_passed_is_seen_as_late_without_anybody_saying_so(
    house: House, meeting: Meeting, left: Left, browser: Browser
) -> None:
    assert "! It is late" not in told(await browser.get(f"{meeting.plan}?lang=en"))
    house.clock.move(100 * DAYS)  # type: ignore[attr-defined]
    assert "! It is late" in told(await browser.get(f"{meeting.plan}?lang=en"))
    assert await followed(meeting, left.action) == {}


async def test_a_new_day_stands_beside_the_old_one_with_its_reason(
    meeting: Meeting, left: Left, browser: Browser
) -> None:
    owner, at = await came_by(meeting, left.action, "owner"), page(meeting, left.action, "owner")
    await saved(owner, at, "move_due", due="2026-12-24", reason="Sali oli varattu.")
    plan = await browser.get(f"{meeting.plan}?lang=en")
    assert "24 December 2026 Before: 1 December 2026 Sali oli varattu." in told(plan)
    assert "<s>1 December 2026</s>" in plan.text
    assert (await followed(meeting, left.action))["moved"]["1"]["before"] == DAY


async def test_a_pilot_that_spreads_says_where(meeting: Meeting, left: Left, browser: Browser) -> None:
    owner, at = await came_by(meeting, left.trial, "owner"), page(meeting, left.trial, "owner")
    await saved(owner, at, "accept", name="Outi")
    typed = {"decision": "spread", "why": "Se toimii.", "place": ""}
    refused = await tells(owner, at, "decide_pilot", **typed)
    assert refused.status_code == 422 and "This is empty." in told(refused) and "Se toimii." in refused.text
    await saved(owner, at, "decide_pilot", **{**typed, "place": "Kirjasto"})
    plan = told(await browser.get(f"{meeting.plan}?lang=en"))
    assert "It is done elsewhere too: Kirjasto . Se toimii." in plan


async def test_that_people_heard_of_it_stands_on_the_plan(
    meeting: Meeting, left: Left, browser: Browser
) -> None:
    follower, at = await came_by(meeting, left.action, "follower"), page(meeting, left.action, "follower")
    await saved(follower, at, "tell_people", how="Lappu jonoon", when="2026-09-01")
    assert "1 September 2026 People heard of it: Lappu jonoon" in told(
        await browser.get(f"{meeting.plan}?lang=en")
    )


async def test_who_took_it_on_with_a_phone_tells_it_there_without_a_link(
    meeting: Meeting, left: Left
) -> None:
    at = page(meeting, left.action, "phone")
    assert "You follow this up" in told(await meeting.phones[1].get(at))
    assert (await tells(meeting.phones[1], at, "tell", status="done")).status_code == 422
    assert (await meeting.phones[0].get(page(meeting, left.trial, "phone"))).status_code == 403
    assert "You do this" in told(await meeting.phones[0].get(at))
    await saved(meeting.phones[0], at, "tell", status="doing", note="")
    await saved(meeting.phones[1], at, "confirm", status="doing", note="")
    assert (await followed(meeting, left.action))["status"] == "doing"


async def test_what_is_written_there_harms_no_page(meeting: Meeting, left: Left, browser: Browser) -> None:
    owner, at = await came_by(meeting, left.action, "owner"), page(meeting, left.action, "owner")
    await saved(owner, at, "tell", status="not_done", note=HOSTILE)
    for answer in (await owner.get(at), await browser.get(meeting.plan)):
        assert HOSTILE not in answer.text and HOSTILE.split()[0][1:4] in answer.text


@pytest.mark.parametrize("lang", ["en", "fi"])
async def test_it_is_read_in_the_languages_of_the_workshop(meeting: Meeting, left: Left, lang: str) -> None:
    owner = await came_by(meeting, left.action, "owner")
    answer = await owner.get(f"{page(meeting, left.action, 'owner')}?lang={lang}")
    assert f'<html lang="{lang}"' in answer.text and "<script" not in answer.text
    assert 'href="?' not in answer.text and "lang=sv" not in answer.text


async def test_words_with_a_name_in_them_are_taken_away_by_who_leads_alone(
    meeting: Meeting, left: Left, browser: Browser, bo: Browser
) -> None:
    owner, at = await came_by(meeting, left.action, "owner"), page(meeting, left.action, "owner")
    await saved(owner, at, "tell", status="doing", note="Pekka tietää.")
    await saved(owner, at, "move_due", due="2026-12-24", reason="Pekka on kipeä.")
    listed = (await meeting.leads.get(f"{meeting.made.home}/owners")).text
    taken = {"record": left.action, "entry": re.findall(r'name="entry" value="([\w-]+)"', listed)[0]}
    for who in (owner, bo, browser):
        assert (await who.post(f"{meeting.made.home}/owners/words", taken)).status_code in (403, 404)
    assert "Pekka tietää." in told(await browser.get(meeting.plan))
    assert (await meeting.leads.post(f"{meeting.made.home}/owners/words", taken)).status_code == 303
    plan = told(await browser.get(f"{meeting.plan}?lang=en"))
    assert "Pekka tietää." not in plan and "(the words were taken away)" in plan
    assert "Pekka on kipeä." in plan and "Pekka tietää." not in told(await owner.get(at))


# An owner who was not in the room


async def outside(meeting: Meeting) -> str:
    await meeting.goes_to("c1")
    record = await meeting.does("add_record", "c1", sources=[], what="Kysymme luvan", lang="fi")
    await meeting.does("name_for", "c1", record=record, part="owner", name="Outi", outside=True)
    return record


async def test_who_was_not_in_the_room_says_yes_before_the_end(meeting: Meeting) -> None:
    record = await outside(meeting)
    owner, at = await came_by(meeting, record, "owner"), page(meeting, record, "owner")
    asked = told(await owner.get(at))
    assert "Will you do this?" in asked and "Outi" in asked and "How is it going?" not in asked
    await saved(owner, at, "accept")
    assert "The workshop is still going on." in told(await owner.get(at))
    assert (await tells(owner, at, "tell", status="done")).status_code == 422
    await meeting.does("close_unfinished")
    plan = (await owner.get(f"{meeting.plan}.json")).json()
    assert plan["activities"]["c1"]["records"][record]["owner_accepted"] is True


async def test_who_says_no_is_named_nowhere_and_another_can_take_it_on(meeting: Meeting) -> None:
    record = await outside(meeting)
    await meeting.does("close_unfinished")
    owner, at = await came_by(meeting, record, "owner"), page(meeting, record, "owner")
    await saved(owner, at, "decline")
    assert "Outi" not in (await owner.get(f"{meeting.plan}.json")).text
    other = await came_by(meeting, record, "owner")
    assert (await owner.get(at)).status_code == 403
    nobody = await tells(other, at, "accept", name="")
    assert nobody.status_code == 422 and "Write a name first." in told(nobody)
    await saved(other, at, "accept", name="Otto")
    assert "Otto" in (await other.get(f"{meeting.plan}.json")).text
