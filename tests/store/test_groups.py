"""Facilitators, groups and what is set up for a workshop."""

from dataclasses import replace

import pytest
from sqlmodel import Session

from talko.core.beside.agenda import WentTo
from talko.core.beside.brought import CardBrought
from talko.core.happened import Happened
from talko.core.people import Mark
from talko.store import groups
from talko.store.groups import Facilitator, Group
from talko.store.log import Batch, Fact
from talko.store.store import Store, StoreFailed
from tests.store.given import TODAY, a_card, a_setup, batch


def two_groups(session: Session) -> tuple[Facilitator, Group, Group]:
    fay = groups.add_facilitator(session, "Fay")
    return fay, groups.add_group(session, fay.id, "Zebra"), groups.add_group(session, fay.id, "Apple")


async def test_a_workshop_of_no_group_is_refused(store: Store) -> None:
    with pytest.raises(StoreFailed):
        await store.write(lambda session: groups.add_workshop(session, a_setup(group="nowhere")))


async def test_a_code_that_another_workshop_has_is_refused(store: Store) -> None:
    _, group, _ = await store.write(two_groups)
    await store.write(lambda session: groups.add_workshop(session, a_setup("w1", group.id)))
    taken = replace(a_setup("w2", group.id), code="code of w1")
    with pytest.raises(StoreFailed):
        await store.write(lambda session: groups.add_workshop(session, taken))


async def test_what_was_set_up_cannot_be_changed_once_the_workshop_runs(store: Store) -> None:
    _, group, _ = await store.write(two_groups)
    setup = a_setup("w1", group.id)
    await store.write(lambda session: groups.add_workshop(session, setup))
    await store.append(Batch("w1", 0, (Fact(TODAY, Happened("", WentTo("n1"))),), (), "running"))
    other = replace(setup, title="Trains")
    assert await store.write(lambda session: groups.change_setup(session, other)) is False
    assert await store.read(lambda session: groups.workshop(session, "w1")) == replace(
        setup, standing="running"
    )


async def test_what_is_told_of_the_day_is_kept_line_by_line(store: Store) -> None:
    _, group, _ = await store.write(two_groups)
    told = replace(
        a_setup("w1", group.id),
        rules=("One speaks at a time", "What is said here stays here"),
        support="Mirja, 040 123 4567",
        start="13:00",
        place="Kahvila Sampo",
    )
    await store.write(lambda session: groups.add_workshop(session, told))
    assert await store.read(lambda session: groups.workshop(session, "w1")) == told
    without = replace(told, rules=())
    assert await store.write(lambda session: groups.change_setup(session, without)) is True
    assert await store.read(lambda session: groups.workshop(session, "w1")) == without


async def test_a_template_is_not_changed_once_something_happened_in_an_activity(store: Store) -> None:
    _, group, _ = await store.write(two_groups)
    setup = a_setup("w1", group.id)
    await store.write(lambda session: groups.add_workshop(session, setup))
    card = Happened("", CardBrought("field", "c1", "A bus", "en", "the market", None, Mark("")))
    await store.append(Batch("w1", 0, (Fact(TODAY, card),), (), "to_come"))
    second = replace(setup, template="id: second")
    assert await store.write(lambda session: groups.change_setup(session, second)) is True
    await store.append(batch(a_card("c2"), after=1, standing="to_come"))
    assert await store.write(lambda session: groups.change_setup(session, setup)) is False
    renamed = replace(second, title="Trains", langs=("sv",))
    assert await store.write(lambda session: groups.change_setup(session, renamed)) is True
    assert await store.read(lambda session: groups.workshop(session, "w1")) == renamed


async def test_a_group_is_deleted_only_when_it_is_empty(store: Store) -> None:
    fay, zebra, apple = await store.write(two_groups)
    await store.write(lambda session: groups.add_workshop(session, a_setup("w1", apple.id)))
    assert await store.write(lambda session: groups.delete_group(session, apple.id)) is False
    assert await store.write(lambda session: groups.delete_group(session, zebra.id)) is True
    assert await store.read(lambda session: groups.groups_of(session, fay.id)) == [apple]
    await store.write(lambda session: groups.delete_workshop(session, "w1"))
    assert await store.write(lambda session: groups.delete_group(session, apple.id)) is True


async def test_a_facilitator_finds_their_own_groups_by_name_and_workshops_by_date(store: Store) -> None:
    fay, zebra, apple = await store.write(two_groups)
    await store.write(two_groups)
    old, new = a_setup("w1", zebra.id), replace(a_setup("w2", apple.id), date="2026-11-24")
    await store.write(lambda session: groups.add_workshop(session, old))
    await store.write(lambda session: groups.add_workshop(session, new))
    assert await store.read(lambda session: groups.facilitator(session, fay.id)) == fay
    assert await store.read(lambda session: groups.groups_of(session, fay.id)) == [apple, zebra]
    assert await store.read(lambda session: groups.workshops_of(session, fay.id)) == [new, old]
    assert await store.read(lambda session: groups.facilitator(session, "nobody")) is None
    assert await store.read(lambda session: groups.workshop(session, "nowhere")) is None
