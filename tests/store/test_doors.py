"""Keys, links, tokens and codes: only hashes are kept, and what was revoked opens nothing."""

from sqlmodel import Session

from talko.core.people import Role, SeatKind
from talko.store import doors
from talko.store.doors import Key, Link
from talko.store.groups import Setup
from talko.store.store import Store
from tests.store.given import a_setup, added

PHONE = Key("hash of p", "w1", "phone", SeatKind.PARTICIPANT, Role.CLIENT, created_at=1)
HELPER = Key("hash of h", "w1", "helper", SeatKind.HELPER, link="hash of l", created_at=2)
HOME = Key("hash of f", "", "home", "", facilitator="fay", link="hash of f's link")
LINK = Link("hash of l", "helper", "w1", created_at=1)
SCREEN = Link("hash of s", "screen", "w1", created_at=2)
PERSONAL = Link("hash of f's link", "personal", "", "fay", created_at=3)


def add_all(session: Session) -> None:
    for key in (PHONE, HELPER, HOME):
        doors.add_key(session, key)
    for link in (LINK, SCREEN, PERSONAL):
        doors.add_link(session, link)


async def given(store: Store) -> None:
    await store.write(add_all)


async def key(store: Store, hash: str) -> Key | None:
    return await store.read(lambda session: doors.find_key(session, hash))


async def test_an_unknown_key_and_an_unknown_link_are_nothing(store: Store) -> None:
    await given(store)
    assert await key(store, "nothing") is None
    assert await store.read(lambda session: doors.find_link(session, "nothing")) is None


async def test_a_revoked_link_is_nothing_and_its_keys_open_nothing(store: Store) -> None:
    await given(store)
    await store.write(lambda session: doors.revoke_link(session, LINK.hash, 9))
    assert await store.read(lambda session: doors.find_link(session, LINK.hash)) is None
    assert await store.read(lambda session: doors.links_of(session, "w1")) == [SCREEN]
    assert [await key(store, each.hash) for each in (PHONE, HELPER, HOME)] == [PHONE, None, HOME]


async def test_revoking_what_is_not_there_changes_nothing(store: Store) -> None:
    await given(store)
    await store.write(lambda session: doors.revoke_link(session, "nothing", 9))
    assert await key(store, HELPER.hash) == HELPER


async def test_one_key_or_those_of_a_place_or_of_a_workshop_can_be_dropped(store: Store) -> None:
    await given(store)
    await store.write(lambda session: doors.drop_key(session, HOME.hash))
    assert [await key(store, each.hash) for each in (PHONE, HELPER, HOME)] == [PHONE, HELPER, None]
    await store.write(lambda session: doors.drop_keys(session, "w1", "helper"))
    assert [await key(store, each.hash) for each in (PHONE, HELPER, HOME)] == [PHONE, None, None]
    await store.write(lambda session: doors.drop_keys(session, "w1"))
    assert [await key(store, each.hash) for each in (PHONE, HELPER, HOME)] == [None, None, None]


async def test_links_are_found_by_workshop_and_personal_ones_by_facilitator(store: Store) -> None:
    await given(store)
    assert await store.read(lambda session: doors.find_link(session, LINK.hash)) == LINK
    assert await store.read(lambda session: doors.links_of(session, "w1")) == [LINK, SCREEN]
    assert await store.read(lambda session: doors.links_of(session, facilitator="fay")) == [PERSONAL]


async def test_a_workshop_is_found_by_its_token_and_by_its_code(store: Store) -> None:
    await added(store, "w1", "w2")

    async def found(token: str, code: str) -> tuple[Setup | None, Setup | None]:
        by_token = await store.read(lambda session: doors.find_by_token(session, token))
        return by_token, await store.read(lambda session: doors.find_by_code(session, code))

    by_token, by_code = await found("token of w2", "code of w2")
    assert by_token and by_token == by_code == a_setup("w2", by_token.group)
    assert await found("token of w3", "") == (None, None)
