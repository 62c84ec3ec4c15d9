"""Boxes: a ballot is on the disk before anybody is told, comes back as it was, and goes without a trace."""

import asyncio
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from talko.core.activities.vote import VoteRevealed
from talko.core.ballots.ballot import Answers, Ballot, Boxes, Choice, Dots, Ranks, Ratings, Said, Support
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.tally import BySide, VoteTally
from talko.core.beside.agenda import WorkshopClosed
from talko.core.card import CardHidden
from talko.store import boxes, groups, writer
from talko.store.boxes import Changes, ballot_codec, changes
from talko.store.store import Behind, Store
from tests.store.given import a_ballot, a_card, added, ballots, batch, bytes_in, loaded
from tests.store.test_append import all_at_once

ADA, BEN, CAI = (a_ballot(who) for who in ("ada", "ben", "cai"))
TALLY = VoteTally(3, {"a": 6}, {}, {}, (("a",),), ("a",), (), BySide())


def box(*ballots: Ballot) -> Boxes:
    rounds: dict[str, dict[object, Ballot]] = {}
    for each in ballots:
        rounds.setdefault(each.round, {})[each.nullifier] = each
    return rounds  # type: ignore[return-value]


# Refused, or nothing of it


async def test_ballots_that_were_decided_on_an_older_log_are_refused_and_not_written(store: Store) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1")))
    with pytest.raises(Behind):
        await store.append(ballots([ADA], after=0))
    assert (await loaded(store)).boxes == {}


async def test_a_batch_of_ballots_that_fails_takes_no_other_room_with_it(store: Store) -> None:
    await added(store, "w1", "w2")
    together = await all_at_once(store, ballots([ADA], after=7), ballots([BEN], to="w2"))
    assert [type(outcome) for outcome in together] == [Behind, type(None)]
    assert ((await loaded(store)).boxes, (await loaded(store, "w2")).boxes) == ({}, box(BEN))


# What lies in a box


@given(st.from_type(Choice))  # type: ignore[arg-type]
def test_every_choice_comes_back_as_it_was(choice: Choice) -> None:
    assert ballot_codec.validate_json(ballot_codec.dump_json(choice)) == choice


@pytest.mark.parametrize(
    "choice",
    [
        Dots({}),
        Ranks(()),
        Ratings({}),
        Answers({}),
        Support("need_time"),
        Support(0, "Too far", "en"),
        Answers({"all": {"safe": 5, "load": "na", "why": Said("Slower", "en")}}),
    ],
)
def test_a_choice_is_not_taken_for_another(choice: Choice) -> None:
    again = ballot_codec.validate_json(ballot_codec.dump_json(choice))
    assert (type(again), again) == (type(choice), choice)


async def test_ballots_move_no_head_and_come_back_after_a_restart(store: Store, folder: Path) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1")))
    later = a_ballot("ben", Support(2, "Too far", "en"), round="r2")
    await store.append(ballots([ADA, later], after=1))
    before = await loaded(store)
    assert (before.head, before.boxes) == (1, box(ADA, later))
    store.close()
    again = Store.open(folder)
    assert await loaded(again) == before
    again.close()


async def test_a_ballot_takes_the_place_of_an_earlier_one_of_the_same_person(store: Store) -> None:
    await added(store, "w1")
    changed = a_ballot("ada", Dots({"b": 1}), n=2)
    await store.append(ballots([ADA, BEN]))
    await store.append(ballots([changed]))
    assert (await loaded(store)).boxes == box(changed, BEN)


async def test_what_is_put_in_and_taken_out_in_one_commit_is_not_there(store: Store) -> None:
    await added(store, "w1")
    revealed = ballots([CAI], [ADA, BEN], VoteRevealed("r1", TALLY))
    assert await all_at_once(store, ballots([ADA, BEN]), revealed) == [None] * 2
    assert (await loaded(store)).boxes == box(CAI)


async def test_what_comes_in_for_many_rooms_lies_with_its_own(store: Store) -> None:
    ids = [f"w{n}" for n in range(20)]
    await added(store, *ids)
    each = {id: a_ballot(f"somebody in {id}") for id in ids}
    await all_at_once(store, *(ballots([ballot], to=id) for id, ballot in each.items()))
    assert {id: (await loaded(store, id)).boxes for id in ids} == {id: box(each[id]) for id in ids}


# What has changed between two moments


def test_a_box_that_is_the_same_object_is_not_looked_at() -> None:
    same = box(ADA, BEN)
    assert not changes(same, {**same})


def test_only_what_changed_is_written() -> None:
    before = box(ADA, BEN, a_ballot("ada", round="r2"))
    changed = a_ballot("ben", Dots({"b": 1}), n=2)
    after: Boxes = {**before, "r1": {**before["r1"], BEN.nullifier: changed, CAI.nullifier: CAI}}
    assert changes(before, after) == Changes(put=(changed, CAI))


def test_a_box_that_is_gone_is_taken_out_ballot_by_ballot() -> None:
    before = box(ADA, BEN)
    assert changes(before, {}) == Changes(gone=(("r1", ADA.nullifier), ("r1", BEN.nullifier)))


# Who still waits


async def test_only_workshops_in_which_a_ballot_is_kept_are_visited(store: Store) -> None:
    await added(store, "w1", "w2", "w3")
    await store.append(ballots([ADA, BEN], to="w1"))
    for id, waits in (("w2", [ADA, BEN]), ("w3", [])):
        await store.append(ballots(waits, [], WorkshopClosed(), to=id, standing="ended"))
    assert await store.read(boxes.waiting) == ["w1", "w2"]


# Without a trace


async def test_nothing_of_a_ballot_is_on_the_disk_once_it_was_taken_out(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writer, "QUIET", 0.1)
    await added(store, "w1")
    cast = [a_ballot(f"voter {n}", Support(1, f"Secret concern {n}", "en")) for n in range(60)]
    await store.append(ballots(cast))
    assert traces(folder, cast) == 120
    await store.append(ballots([], cast, VoteRevealed("r1", TALLY)))
    async with asyncio.timeout(20):
        while traces(folder, cast):
            await asyncio.sleep(0.1)
    store.close()
    assert traces(folder, cast) == 0


@pytest.mark.parametrize("seed", [0, 20])  # with these a copy stays where the table is not written anew
async def test_nothing_of_a_ballot_stays_where_rows_of_other_rounds_lie_around_it(
    store: Store, folder: Path, seed: int
) -> None:
    chance, rounds = Random(seed), ["r0", "r1", "r1", "r1", "r2"]
    await added(store, "w1")
    cast = [voter(f"voter {seed} {n}", f"Secret concern {n}", chance, rounds) for n in range(300)]
    for n in range(0, 300, 3):
        await store.append(ballots(cast[n : n + 3]))
    gone, left = ([each for each in cast if (each.round == "r1") is is_gone] for is_gone in (True, False))
    await store.append(ballots([], gone))
    assert (await loaded(store)).boxes == box(*left)
    store.close()
    on_the_disk = bytes_in(folder)
    assert [each for each in gone if each.nullifier.encode() in on_the_disk] == []
    assert [each for each in left if each.nullifier.encode() not in on_the_disk] == []


def voter(who: str, concern: str, chance: Random, rounds: list[str]) -> Ballot:
    concern += f" {'x' * chance.randint(0, 250)}"
    return a_ballot(who, Support(1, concern, "en"), round=chance.choice(rounds))


async def test_nothing_of_an_earlier_choice_is_on_the_disk(store: Store, folder: Path) -> None:
    await added(store, "w1")
    first, second = (a_ballot("ada", Support(1, text, "en"), n) for n, text in ((1, "Never!"), (2, "Maybe")))
    await store.append(ballots([first]))
    await store.append(ballots([second]))
    store.close()
    assert b"Never!" not in bytes_in(folder) and b"Maybe" in bytes_in(folder)


async def test_what_came_out_of_a_box_and_was_hidden_is_gone_at_closing(store: Store, folder: Path) -> None:
    await added(store, "w1")
    loose = [TextLoosed(f"r1.{n}", "r1", f"Secret concern {n}", "en") for n in (1, 2)]
    await store.append(batch(*loose, CardHidden("r1.2", "a name")))
    await store.append(batch(WorkshopClosed(), after=3, standing="ended"))
    store.close()
    assert b"Secret concern 1" in bytes_in(folder)
    assert b"Secret concern 2" not in bytes_in(folder)


async def test_a_deleted_workshop_leaves_no_ballot(store: Store, folder: Path) -> None:
    await added(store, "w1")
    await store.append(ballots([ADA]))
    await store.write(lambda session: groups.delete_workshop(session, "w1"))
    store.close()
    assert ADA.nullifier.encode() not in bytes_in(folder)


def traces(folder: Path, cast: list[Ballot]) -> int:
    on_the_disk = bytes_in(folder)
    needles = [each.nullifier for each in cast] + [f"Secret concern {n}" for n in range(len(cast))]
    return sum(needle.encode() in on_the_disk for needle in needles)
