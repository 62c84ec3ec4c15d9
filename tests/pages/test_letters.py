"""The size of letters that was chosen on the phone, where pages have no script."""

from talko.pages.house import House
from tests.pages.browser import Browser
from tests.pages.meeting import begun, closed


async def test_a_size_that_nobody_offers_changes_nothing(house: House, anna: Browser) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    reader = Browser(house)
    for size in ("900", "", "%22><b>"):
        assert "data-size" not in (await reader.get(f"{meeting.plan}?size={size}")).text
    assert "talko-size" not in reader.client.cookies


async def test_the_plan_and_ones_own_cards_are_read_in_the_size_of_the_phone(
    house: House, anna: Browser
) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    phone = meeting.phones[0]
    phone.client.cookies.set("talko-size", "150")
    for page in (meeting.plan, f"/w/{meeting.made.id}/phone/thread"):
        assert '<html lang="en" data-size="150"' in (await phone.get(f"{page}?lang=en")).text


async def test_it_is_changed_without_script_and_stays(house: House, anna: Browser) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    reader = Browser(house)
    assert "?size=125" in (await reader.get(meeting.plan)).text
    await reader.get(f"{meeting.plan}?size=125")
    assert 'data-size="125"' in (await reader.get(meeting.plan)).text
    assert "data-size" not in (await Browser(house).get(meeting.plan)).text


async def test_only_a_phone_that_took_part_is_led_to_its_own_cards(house: House, anna: Browser) -> None:
    meeting = await begun(house, anna)
    await closed(meeting)
    own = f"/w/{meeting.made.id}/phone/thread"
    assert own in (await meeting.phones[0].get(meeting.plan)).text
    assert own not in (await Browser(house).get(meeting.plan)).text
