"""The document: all that a plan says, and nothing that only a few may know."""

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from talko.folders import CHECKOUT
from talko.papers.document import Record, Why, of_kind
from talko.papers.results import Vote
from talko.papers.schema import as_json, from_json, schema
from tests.papers.given import document, empty, expected, of, told

LANGS = ("fi", "sv", "en")


def record_of(title: str) -> Record:
    return next(each for each in document().records if each.title.text == title)


def told_of(title: str, **followed: Any) -> dict[str, Any]:
    """The plan's data, with what was told of an action since."""
    data = told()
    actions = data["activities"]["c1"]["records"]
    its = next(each for each in actions.values() if each["what"]["text"] == title)
    its["followed"] = followed
    return data


def test_the_published_shape_is_that_of_the_code() -> None:
    """Anew with `python -m talko.papers.schema > docs/plan.schema.json`."""
    assert (CHECKOUT / "docs" / "plan.schema.json").read_text("utf-8") == schema()


@pytest.mark.parametrize("lang", LANGS)
def test_a_document_has_the_published_shape_and_comes_back_as_it_was(lang: str) -> None:
    for each in (document(lang), empty(lang)):
        body = as_json(each)
        jsonschema.Draft202012Validator(json.loads(schema())).validate(json.loads(body))
        assert from_json(body) == each


def test_what_has_another_shape_is_refused() -> None:
    wrong = json.loads(as_json(document())) | {"people": {"came": "many"}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(schema())).validate(wrong)


def test_numbers_are_those_that_must_come_out_of_the_example() -> None:
    wanted, found = expected()["activities"], document()
    votes: dict[str, Vote] = {each.id: each for each in found.votes}
    names = {id: its["name"] for step in ("n3", "i3") for id, its in wanted[step]["themes"].items()}
    dots = {each.name.text: each.number for each in votes["n4"].options}
    assert dots == {names[id]: n for id, n in wanted["n4"]["dots"].items()}
    scores = {each.name.text: each.number for each in votes["i4"].options}
    assert scores == {names[id]: its["score"] for id, its in wanted["i4"]["options"].items()}
    chosen = [[each.name.text for each in votes[id].options if each.goes_on] for id in ("n4", "i4")]
    assert chosen == [[names[id] for id in wanted[step]["selection"]] for step in ("n4", "i4")]
    asked = {each.id: each for survey in found.surveys if survey.id == "c3" for each in survey.questions}
    for id, its in wanted["c3"]["items"].items():
        assert (asked[id].n, asked[id].mean) == (its["n"], its.get("mean")), id
        assert {each.id: each.n for each in asked[id].counts} == {
            str(value): n for value, n in its.get("counts", {}).items()
        }
    met = [(each.aim, each.met) for each in found.evaluation]
    assert met == [(its["target"], its["met"]) for its in wanted["c3"]["targets"].values()]
    assert (found.people.came, found.people.left, found.people.sides) == (25, 1, ())


def test_each_action_hangs_on_a_thread_down_to_the_cards_people_wrote() -> None:
    action = record_of("Avaamme palvelukahvilan torstaisin")
    (pilot,) = action.because
    (idea,) = pilot.because
    (need,) = idea.because
    assert [each.kind for each in (pilot, idea, need)] == ["pilot", "idea", "need"]
    assert pilot.name.text == "Palvelukahvila leipäjonon vieressä"
    assert "Joku tuttu kasvo joka torstai." in [each.text.text for each in need.cards]


def test_a_card_that_was_taken_away_is_told_to_be_gone() -> None:
    data = told()
    for each in data["activities"]["c1"]["records"].values():
        each["sources"] = ["a-card-that-is-gone"]
    for each in of_kind(of(data, "en"), "action"):
        (gone,) = each.because
        assert (gone.kind, gone.name.text) == ("gone", "Removed by its author or by who led the workshop")


def test_no_role_and_no_side_stands_beside_a_name() -> None:
    names = {each.owner.name for each in document().records if each.owner}
    assert "Timo" in names
    told = json.loads(as_json(document()))["records"]
    assert {"name", "accepted"} <= names_in(told)
    assert not any("role" in each or "side" in each for each in names_in(told) - {"outside"})


def test_a_day_that_has_passed_is_late_until_the_follower_has_said_that_it_is_done() -> None:
    name = "Selvitämme kahvirahan ja vakuutuksen"
    assert record_of(name).status.id == "open"
    late = [each for each in document(today="2026-10-21").records if each.title.text == name]
    assert [(each.late, each.status.id) for each in late] == [(True, "late")]
    line = {"day": "2026-10-21", "part": "follower", "status": "done", "note": "Vakuutus tuli.", "lang": "fi"}
    done = of(told_of(name, status="done", since="2026-10-21", lines={"1": line}), today="2026-11-01")
    record = next(each for each in done.records if each.title.text == name)
    assert (record.late, record.status.id, record.status_since) == (False, "done", "2026-10-21")
    assert [(each.part, each.note.text) for each in record.told] == [("follower", "Vakuutus tuli.")]


def test_a_new_day_keeps_the_one_before_in_sight() -> None:
    name = "Selvitämme kahvirahan ja vakuutuksen"
    moved = {"day": "2026-10-18", "part": "owner", "before": "2026-10-20", "due": "2026-10-30",
             "reason": "Vakuutus odottaa.", "lang": "fi"}  # fmt: skip
    later = of(told_of(name, due="2026-10-30", moved={"1": moved}), today="2026-10-25")
    record = next(each for each in later.records if each.title.text == name)
    assert (record.due, record.late) == ("2026-10-30", False)
    assert [(each.before, each.due) for each in record.moved] == [("2026-10-20", "2026-10-30")]


def test_an_action_without_owner_or_words_is_told_as_it_is() -> None:
    data = told()
    data["activities"]["c1"]["records"] = {"r1": {"sources": [], "status": "open"}}
    (action,) = of_kind(of(data, "en"), "action")
    assert (action.title.text, action.owner, action.follower, action.due) == (
        "Without words yet",
        None,
        "",
        "",
    )


@pytest.mark.parametrize("lang", LANGS)
def test_every_word_of_the_program_is_said_in_the_language_of_the_document(lang: str) -> None:
    english = {each.term for record in document("en").records for each in record.facts}
    spoken = {each.term for record in document(lang).records for each in record.facts}
    assert spoken.isdisjoint(english) == (lang != "en")


def test_nothing_stands_twice_on_one_thread() -> None:
    for record in document().records:
        for way in ways(record.because):
            assert len(way) == len({*way})


def names_in(told: Any) -> set[str]:
    """Of all fields, however deep."""
    if isinstance(told, list):
        return {name for each in told for name in names_in(each)}
    return {*told, *names_in([*told.values()])} if isinstance(told, dict) else set()


def ways(knots: tuple[Why, ...]) -> Iterator[list[str]]:
    for each in knots:
        yield from ([each.id, *way] for way in ways(each.because)) if each.because else [[each.id]]
