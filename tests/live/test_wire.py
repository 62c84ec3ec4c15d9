"""From text to a typed command: what cannot be read ends at the edge."""

import json

import pytest

from talko.core.activities.collect import AddCard, EditCard
from talko.core.beside.brought import BringCard
from talko.core.beside.lobby import Join
from talko.core.life import Extend, Open
from talko.core.people import Role
from talko.live import wire
from talko.live.commands import COMMANDS
from talko.live.wire import Malformed, Unreadable

ID = "VkmDq0pJ3xqk5vYl1Q2r8A"


def command(do: str, d: object, **more: object) -> str:
    return json.dumps({"do": do, "id": ID, "in": "n1", "d": d} | more)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "42",
        "null",
        '"add_card"',
        "[]",
        "{}",
        "{'id': 1}",
        '{"id": NaN}',
        '{"do": "open", "in": "n1", "d": {}}',
        json.dumps({"do": "open", "id": 7, "in": "n1", "d": {}}),
        json.dumps({"do": "open", "id": "short", "in": "n1", "d": {}}),
        json.dumps({"do": "open", "id": ID + "/" * 30, "in": "n1", "d": {}}),
        '{"a":' * 7 + "1" + "}" * 7,
        "[" * 8000,
        '{"a":' * 4000,
        json.dumps({"hello": {"protocol": 1, "epoch": "", "run": "", "v": "0", "lang": "fi"}}),
        json.dumps({"hello": {"protocol": 1}}),
        json.dumps({"hello": 1}),
    ],
)
def test_what_is_neither_hello_nor_a_command_with_an_id_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        wire.read(text)


@pytest.mark.parametrize("id", ["__getattribute__", "__defineGetter__", "propertyIsEnumerable"])
def test_a_name_that_every_object_has_is_no_id(id: str) -> None:
    """A record of that name would be found where there is none, by scripts and by the page of the plan."""
    with pytest.raises(Unreadable):
        wire.read(command("add_record", {"sources": []}, id=id))


@pytest.mark.parametrize(
    "text",
    [
        command("shout", {}),
        command("ReleaseCards", {}),
        command("release_cards", {}),
        command("open", None),
        command("open", []),
        command("open", {"now": True}),
        command("open", {}, role="facilitator"),
        command("open", {}, **{"for": "0"}),
        command("open", {}, **{"for": 1}),
        json.dumps({"do": "open", "id": ID, "d": {}}),
        json.dumps({"do": "open", "id": ID, "in": "n1"}),
        json.dumps({"do": "open", "id": ID, "in": 3, "d": {}}),
        json.dumps({"do": ["open"], "id": ID, "in": "n1", "d": {}}),
        command("add_card", {"text": "A bus"}),
        command("add_card", {"text": 5, "lang": "en"}),
        command("add_card", {"text": None, "lang": "en"}),
        command("add_card", {"text": "A bus", "lang": "<b>"}),
        command("add_card", {"text": "A bus", "lang": "en", "feeling": 3}),
        command("add_card", {"text": "A bus", "lang": "en", "feeling": True}),
        command("add_card", {"text": "A bus", "lang": "en", "feeling": 1.0}),
        command("add_card", {"text": "A bus", "lang": "en", "permission": "yes"}),
        command("add_card", {"text": "A bus", "lang": "en", "entry": "ghost"}),
        command("add_card", {"text": "A bus", "lang": "en", "author": "Ada"}),
        command("add_card", {"text": "A bus", "lang": "en", "mark": "ab" * 32}),
        command(
            "bring_card", {"source": "field", "text": "A bus", "lang": "en", "permission": True, "mark": "a"}
        ),
        command("bring_card", {"source": "rumour", "text": "A bus", "lang": "en", "permission": True}),
        command("join", {"role": "king"}),
        command("extend", {"minutes": 0}),
        command("extend", {"minutes": 10**30}),
        command("start_break", {"minutes": 121}),
    ],
)
def test_a_command_with_a_missing_an_extra_or_a_wrong_field_is_malformed(text: str) -> None:
    assert wire.read(text) == Malformed(ID)


def test_a_command_becomes_a_typed_one() -> None:
    said = wire.read(command("add_card", {"text": "A bus", "lang": "en", "feeling": -2}, **{"for": "1"}))
    assert isinstance(said, wire.Said)
    assert (said.id, said.activity, said.guest) == (ID, "n1", "1")
    assert said.command == AddCard("A bus", "en", feeling=-2)


def test_moves_joins_and_field_cards_are_read() -> None:
    read = [
        wire.read(command("open", {})),
        wire.read(command("extend", {"minutes": 5})),
        wire.read(command("join", {"role": "peer"})),
        wire.read(
            command("bring_card", {"source": "field", "text": "Cold", "lang": "en", "permission": True})
        ),
    ]
    assert [said.command for said in read if isinstance(said, wire.Said)] == [
        Open(),
        Extend(5),
        Join(Role.PEER),
        BringCard("field", "Cold", "en", True),
    ]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("ka\u0308rry", "kärry"),
        ("one\r\ntwo\tthree", "one\ntwo three"),
        ("bell\x07 and\x00 nul", "bell and nul"),
        ("\u202eevil\u202c \u2066x\u2069", "evil x"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        (
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
            "family \U0001f468\u200d\U0001f469\u200d\U0001f467",
        ),
        ("\U0001fae8 is newer than this Python", "\U0001fae8 is newer than this Python"),
        ("\ud800 alone", " alone"),
        ("مرحبا שלום", "مرحبا שלום"),
        ("Z" + "\u0300" * 40 + "algo", "Z\u0300\u0300algo"),
        ("\u3164\u2800\u00ad", ""),
        ("\u200d\u0300 \n", ""),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ],
)
def test_letters_are_kept_in_one_form_and_what_turns_or_hides_text_is_not(typed: str, kept: str) -> None:
    said = wire.read(command("edit_card", {"card": "k1", "text": typed}))
    assert isinstance(said, wire.Said) and said.command == EditCard("k1", kept)


def test_two_commands_have_one_fingerprint_only_when_they_say_the_same() -> None:
    one, same, other = (
        wire.read(command("edit_card", {"card": "k1", "text": "a"})),
        wire.read(json.dumps({"d": {"text": "a", "card": "k1"}, "in": "n1", "id": ID, "do": "edit_card"})),
        wire.read(command("edit_card", {"card": "k1", "text": "b"})),
    )
    assert isinstance(one, wire.Said) and isinstance(same, wire.Said) and isinstance(other, wire.Said)
    prints = [wire.fingerprint(b"key", b"ada", said.body) for said in (one, same, other)]
    assert prints[0] == prints[1] != prints[2]
    assert wire.fingerprint(b"another key", b"ada", one.body) != prints[0]
    assert wire.fingerprint(b"key", b"ben", one.body) != prints[0]


def test_every_command_of_the_protocol_page_is_read_and_every_one_read_is_on_the_page() -> None:
    page = (wire_page()).split("## 4. Commands")[1].split("## 5.")[0]
    told = {name for line in page.splitlines() if line.startswith("| `") for name in names_in(line)}
    assert told == set(COMMANDS)


def wire_page() -> str:
    from talko.folders import CHECKOUT

    return (CHECKOUT / "docs" / "protocol.md").read_text()


def names_in(row: str) -> list[str]:
    return [name.strip("`") for name in row.split("|")[1].split() if name != "do"]


def test_a_hello_is_read() -> None:
    said = json.dumps({"hello": {"protocol": 1, "epoch": "e1", "run": "k3", "v": 41, "lang": "fi"}})
    assert wire.read(said) == wire.Hello(1, "e1", "k3", 41)


def test_answers_are_short_json() -> None:
    assert wire.answer(wire.Done(ID)) == f'{{"done":"{ID}"}}'
    refused = wire.answer(wire.No(ID, "slow_down", 1500))
    assert json.loads(refused) == {"refused": ID, "why": "slow_down", "wait_ms": 1500}
