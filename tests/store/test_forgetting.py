"""What is deleted is gone: from the tables, and from the bytes on the disk."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from talko.core.activities.collect import CardEdited, CardWithdrawn
from talko.core.activities.consent import AnsweredLater
from talko.core.activities.discuss import NoteAdded
from talko.core.activities.plan import FieldWritten
from talko.core.ballots.loose import TextLoosed
from talko.core.beside.agenda import ClosedUnfinished, WorkshopClosed
from talko.core.beside.brought import CardBrought
from talko.core.beside.closing import ItemParked, ItemUnparked
from talko.core.beside.hard_words import WordAdded, WordExplained
from talko.core.beside.needs import FeedbackGiven
from talko.core.beside.questions import QuestionAsked
from talko.core.card import CardHidden, CardShown
from talko.core.happened import Event
from talko.core.people import Mark
from talko.store import groups
from talko.store.log import Command
from talko.store.store import Store
from tests.store.given import a_card, added, batch, bytes_in, events, loaded


async def test_an_earlier_text_is_gone_and_the_later_one_stands(store: Store, folder: Path) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1", "Bertil drinks", "Kiisu")))
    await store.append(batch(CardEdited("c1", "Somebody drinks"), after=1))
    assert await events(store) == [
        a_card("c1", "Somebody drinks", "Kiisu"),
        CardEdited("c1", "Somebody drinks"),
    ]
    store.close()
    assert b"Bertil drinks" not in bytes_in(folder)
    assert b"Somebody drinks" in bytes_in(folder)


async def test_what_was_withdrawn_is_gone(store: Store, folder: Path) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1", "Bertil drinks", "Kiisu"), a_card("c2")))
    await store.append(batch(CardWithdrawn("c1"), after=2))
    assert await events(store) == [a_card("c1", ""), a_card("c2"), CardWithdrawn("c1")]
    store.close()
    assert b"Bertil drinks" not in bytes_in(folder)
    assert b"Kiisu" not in bytes_in(folder)


async def test_what_is_written_and_withdrawn_in_one_batch_is_never_written(
    store: Store, folder: Path
) -> None:
    await added(store, "w1")
    await store.append(
        batch(a_card("c1", "Bertil drinks"), CardEdited("c1", "Bertil eats"), CardWithdrawn("c1"))
    )
    assert await events(store) == [a_card("c1", ""), CardEdited("c1", ""), CardWithdrawn("c1")]
    assert b"Bertil" not in bytes_in(folder)


async def test_an_earlier_reason_is_gone(store: Store, folder: Path) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1"), CardHidden("c1", "names Bertil"), CardShown("c1")))
    await store.append(batch(CardHidden("c1", "a name"), after=3))
    assert (await events(store))[3] == CardHidden("c1", "a name")
    store.close()
    assert b"names Bertil" not in bytes_in(folder)


async def test_closing_deletes_what_is_hidden_then_but_for_the_reason(store: Store, folder: Path) -> None:
    await added(store, "w1")
    hidden: list[Event] = [a_card("c1", "Bertil drinks"), CardHidden("c1", "a name")]
    shown: list[Event] = [a_card("c2", "Too many bins"), CardHidden("c2", "by mistake"), CardShown("c2")]
    await store.append(batch(*hidden, *shown))
    last = (a_card("c3", "Cilla sings"), CardHidden("c3", "a name"), ClosedUnfinished())
    await store.append(batch(*last, after=5, standing="ended"))
    after = await events(store)
    assert after[:4] == [a_card("c1", ""), CardHidden("c1", "a name"), *shown[:2]]
    assert after[5:7] == [a_card("c3", ""), CardHidden("c3", "a name")]
    store.close()
    assert b"Too many bins" in bytes_in(folder)
    assert b"Bertil drinks" not in bytes_in(folder)
    assert b"Cilla sings" not in bytes_in(folder)


async def test_closing_deletes_all_that_stands_on_a_hidden_card_for_a_name_may_stand_in_any_of_it(
    store: Store, folder: Path
) -> None:
    heard = CardBrought("field", "c2", "Hello", "en", "said by Cilla", None, Mark(""))
    hidden: list[Event] = [
        a_card("c1", "Hi", "Bertil"),
        heard,
        *(CardHidden(id, "a name") for id in ("c1", "c2")),
    ]
    await added(store, "w1")
    await store.append(batch(*hidden, ClosedUnfinished(), standing="ended"))
    assert (await events(store))[:2] == [a_card("c1", ""), replace(heard, text="", origin="")]
    store.close()
    assert b"Bertil" not in bytes_in(folder) and b"Cilla" not in bytes_in(folder)


@pytest.mark.parametrize(
    "said",
    [
        QuestionAsked("c1", "Did Bertil do it?", "en", Mark("m")),
        FeedbackGiven("c1", "Bertil talks too much", "en", Mark("m")),
        NoteAdded("c1", "Bertil said so", "en", 3, Mark("")),
        TextLoosed("c1", "r1", "Bertil must go", "en"),
    ],
)
async def test_closing_deletes_hidden_cards_of_every_kind(store: Store, folder: Path, said: Event) -> None:
    await added(store, "w1")
    await store.append(batch(said, CardHidden("c1", "a name")))
    assert b"Bertil" in bytes_in(folder)
    await store.append(batch(WorkshopClosed(), after=2, standing="ended"))
    assert (await events(store))[1] == CardHidden("c1", "a name")
    store.close()
    assert b"Bertil" not in bytes_in(folder)


async def test_an_earlier_explanation_is_gone_and_an_earlier_wording_is_not(
    store: Store, folder: Path
) -> None:
    await added(store, "w1")
    await store.append(batch(WordAdded("h1", "synergy", "en"), WordExplained("h1", "as Bertil says")))
    await store.append(batch(WordExplained("h1", "working together"), after=2))
    said = ("A bus", "Two buses")
    wordings = [FieldWritten("a1", f"k{n}", "what", text, "en") for n, text in enumerate(said)]
    await store.append(batch(*wordings, after=3))
    assert (await events(store))[3:] == wordings
    store.close()
    assert b"as Bertil says" not in bytes_in(folder)


async def test_the_name_beside_what_was_put_aside_is_gone_when_it_is_taken_up_again(
    store: Store, folder: Path
) -> None:
    await added(store, "w1")
    await store.append(batch(ItemParked("k1", "c1", "later", "Bertil is away", "en", "Bertil", "")))
    await store.append(batch(ItemUnparked("c1", "k1"), after=1))
    assert await events(store) == [
        ItemParked("k1", "c1", "later", "", "en", "", ""),
        ItemUnparked("c1", "k1"),
    ]
    store.close()
    assert b"Bertil" not in bytes_in(folder)


async def test_a_late_answer_is_known_by_its_id_and_no_hash_of_it_is_written(store: Store) -> None:
    await added(store, "w1")
    await store.append(batch(WorkshopClosed(), commands=[Command("k1", "hash")], standing="ended"))
    late = batch(AnsweredLater("r1", 4), after=1, commands=[Command("k2", "hash")], standing="ended")
    await store.append(late)
    assert (await loaded(store)).commands == {"k1": "", "k2": ""}


async def test_closing_destroys_what_could_tell_which_command_said_what(store: Store, folder: Path) -> None:
    await added(store, "w1", "w2")
    key = (await loaded(store)).body_key
    for id in ("w1", "w2"):
        await store.append(batch(a_card("c1"), to=id, commands=[Command("c1", f"hash in {id}")]))
    await store.append(
        batch(ClosedUnfinished(), after=1, commands=[Command("k2", "last hash")], standing="ended")
    )
    closed, other = await loaded(store), await loaded(store, "w2")
    assert (closed.body_key, closed.commands) == (b"", {"c1": "", "k2": ""})
    assert (len(other.body_key), other.commands) == (32, {"c1": "hash in w2"})
    store.close()
    for gone in (key, b"hash in w1", b"last hash"):
        assert gone not in bytes_in(folder)


async def test_no_byte_stays_of_a_workshop_that_was_deleted(store: Store, folder: Path) -> None:
    await added(store, "w1", "w2")
    mine, other = [f"Secret {n} of w1" for n in range(200)], [f"Secret {n} of w2" for n in range(200)]
    for id, texts in (("w1", mine), ("w2", other)):
        await store.append(batch(*(a_card(f"{id}-{n}", text) for n, text in enumerate(texts)), to=id))
    await store.write(lambda session: groups.delete_workshop(session, "w1"))
    assert await store.load("w1") is None
    store.close()
    left = bytes_in(folder)
    assert [text for text in mine if text.encode() in left] == []
    assert [text for text in other if text.encode() not in left] == []
    assert b"w1-" not in left and b"token of w1" not in left


async def test_the_journal_is_emptied_when_it_has_been_quiet(store: Store, folder: Path) -> None:
    await added(store, "w1")
    await store.append(batch(a_card("c1", "Bertil drinks"), a_card("c2")))
    await store.append(batch(CardWithdrawn("c1"), after=2))
    assert b"Bertil drinks" in bytes_in(folder)
    async with asyncio.timeout(20):
        while b"Bertil drinks" in bytes_in(folder):
            await asyncio.sleep(0.1)
    assert await events(store) == [a_card("c1", ""), a_card("c2"), CardWithdrawn("c1")]
