"""A check that always says "0 differences" proves nothing: one thing changed in the example must be found."""

import asyncio
import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml

from talko.demo import EXAMPLE, check, checking, example, invent
from talko.demo.check import Sighted
from talko.demo.checking import Played
from talko.demo.expected.held import TEMPLATES, Thing, with_template
from talko.demo.expected.whole import block
from tests.faults.plug import free_port

pytestmark = pytest.mark.faults

TOLD: Thing = yaml.load((TEMPLATES / EXAMPLE).read_text("utf-8"), yaml.CSafeLoader)
SMALL: Thing = yaml.load(invent.example(seed=4, how_many=8), yaml.CSafeLoader)
Change = Callable[[Thing], Any]


def changed(told: Thing, change: Change) -> Thing:
    other = copy.deepcopy(told)
    change(other)
    return other


def step(told: Thing, name: str) -> Thing:
    found: Thing = told["activities"][name]
    return found


def another_dot(told: Thing) -> None:
    ballot = step(told, "n4")["ballots"][0]
    theme = next(each["id"] for each in step(told, "n3")["themes"] if each["id"] not in ballot["dots"])
    ballot["dots"] = {theme: 1}


def nothing_hidden(told: Thing) -> None:
    card = next(each for each in step(told, "n1")["cards"] if each.get("status") == "hidden")
    del card["status"]


def another_owner(told: Thing) -> None:
    record = step(told, "c1")["records"][-1]
    taken = {record["owner"], record["follower"], *record["helpers"]}
    record["owner"] = next(each["id"] for each in told["participants"] if each["id"] not in taken)


OTHERWISE: tuple[Change, ...] = (another_dot, nothing_hidden, another_owner)


@pytest.fixture(scope="module")
def plays() -> list[Sighted]:
    """The example as it is, and a small one that goes otherwise, each played once on a real server."""

    async def all_at_once() -> list[Played]:
        every = [TOLD, *(changed(SMALL, change) for change in OTHERWISE)]
        async with asyncio.TaskGroup() as group:
            played = [group.create_task(checking.played(example.example(t), free_port())) for t in every]
        return [each.result() for each in played]

    return [check.read(its.observed) for its in asyncio.run(all_at_once())]


@pytest.fixture(scope="module")
def seen(plays: list[Sighted]) -> Sighted:
    return plays[0]


def test_nothing_changed_is_no_difference(seen: Sighted) -> None:
    assert check.differences(seen, TOLD) == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda t: step(t, "n4")["ballots"][0].update(dots={"T3": 2}), id="a dot"),
        pytest.param(lambda t: step(t, "n4")["ballots"].pop(), id="a ballot"),
        pytest.param(lambda t: step(t, "i4")["ballots"][0]["ratings"]["E8"].update(ease=1), id="a rating"),
        pytest.param(lambda t: step(t, "i4")["ballots"][0]["ratings"].pop("E8"), id="not rated"),
        pytest.param(lambda t: step(t, "p2")["rounds"][2]["ballots"][0].update(level=5), id="a support"),
        pytest.param(lambda t: step(t, "p2")["rounds"][4]["ballots"][0].update(level=3), id="a late support"),
        pytest.param(lambda t: step(t, "p2")["rounds"][0]["concerns"].clear(), id="a concern"),
        pytest.param(lambda t: step(t, "p2")["rounds"][1].update(change="Toisin."), id="what was changed"),
        pytest.param(lambda t: step(t, "p2")["rounds"][3].update(decide_by="2026-10-16"), id="till when"),
        pytest.param(lambda t: step(t, "c2")["rounds"].pop(), id="a round"),
        pytest.param(lambda t: step(t, "n1")["cards"][0].update(status="hidden"), id="a hidden card"),
        pytest.param(lambda t: step(t, "n1")["cards"][40].pop("status"), id="one not hidden"),
        pytest.param(lambda t: step(t, "i1")["cards"][0].update(status="withdrawn"), id="one withdrawn"),
        pytest.param(lambda t: step(t, "n1")["cards"][0].update(theme="T2"), id="a card's theme"),
        pytest.param(lambda t: step(t, "i1")["cards"][0].update(about="T3"), id="what an idea is about"),
        pytest.param(lambda t: step(t, "v1")["cards"][5].update(lang="fi"), id="a card's language"),
        pytest.param(lambda t: step(t, "v1")["cards"].pop(), id="a card"),
        pytest.param(lambda t: t["field_cards"][0].update(feeling=-1), id="a feeling"),
        pytest.param(lambda t: t["field_cards"][0].update(place="tori"), id="where it was heard"),
        pytest.param(lambda t: step(t, "n2")["notes"][0].update(text="Toinen."), id="a note"),
        pytest.param(lambda t: step(t, "n2")["notes"][0].update(table=9), id="a table"),
        pytest.param(lambda t: step(t, "n3")["themes"][0].update(name="Toinen"), id="a theme's name"),
        pytest.param(lambda t: step(t, "c1")["records"][0].update(owner="p14"), id="an owner"),
        pytest.param(lambda t: step(t, "p1")["records"][1].update(follower="p14"), id="a follower"),
        pytest.param(lambda t: step(t, "c1")["records"][5]["helpers"].pop(), id="a helper"),
        pytest.param(lambda t: step(t, "c1")["records"][0].update(due="2026-10-23"), id="a date"),
        pytest.param(lambda t: step(t, "p1")["records"][0].update(stop_if="Koskaan"), id="when to stop"),
        pytest.param(lambda t: step(t, "c1")["records"][4].update(sources=["E5"]), id="a source"),
        pytest.param(lambda t: step(t, "c1")["records"][5].update(told_how="Ei."), id="how it is told"),
        pytest.param(lambda t: step(t, "c1")["parked"][0].update(reason="Ei."), id="a reason"),
        pytest.param(lambda t: step(t, "c1")["parked"][0].update(decision="no"), id="a decision"),
        pytest.param(lambda t: step(t, "c1")["parked"][1].update(target="P2"), id="what it is part of"),
        pytest.param(lambda t: step(t, "c1")["next_contact"].update(date="2026-11-20"), id="next contact"),
        pytest.param(lambda t: step(t, "o3")["answers"].update(p01=4), id="the first answer"),
        pytest.param(lambda t: step(t, "c3")["answers"][0]["answers"].update(safe=5), id="an answer"),
        pytest.param(lambda t: step(t, "c3")["answers"][0]["answers"].update(safe="na"), id="not said"),
        pytest.param(
            lambda t: step(t, "c3")["answers"][0]["answers"].update(load="Ei raskas"), id="a choice"
        ),
        pytest.param(lambda t: step(t, "c3")["answers"][1]["answers"].pop("open_good"), id="an open answer"),
        pytest.param(lambda t: t["participants"][24].update(side="workers"), id="a side"),
        pytest.param(lambda t: t["participants"][14].update(name="Timppa"), id="what one is called"),
        pytest.param(lambda t: t["participants"].pop(), id="one who came"),
        pytest.param(lambda t: t["questions"][0].update(answer="Johto."), id="an answer to a question"),
        pytest.param(lambda t: t["questions"][1].pop("open"), id="an open question"),
        pytest.param(lambda t: t["word_flags"][0].update(plain="mitä tarvitset"), id="a plain word"),
        pytest.param(lambda t: t["word_flags"][0].update(count=7), id="a flag"),
        pytest.param(lambda t: t["events"][6].update(minutes=3), id="more minutes"),
        pytest.param(lambda t: t["events"].pop(11), id="one who left"),
        pytest.param(lambda t: t["events"][10].update(rejected=False), id="a ballot that came too late"),
        pytest.param(lambda t: t["decision_scope"].update(fi="Emme päätä mitään."), id="what we decide"),
        pytest.param(lambda t: t["ground_rules"].pop(), id="a rule"),
        pytest.param(lambda t: t.update(place="Muualla"), id="the place"),
    ],
)
def test_one_thing_changed_is_found(seen: Sighted, change: Change) -> None:
    assert check.differences(seen, block(with_template(changed(TOLD, change)))) != []


@pytest.mark.parametrize(
    "shown",
    [
        pytest.param({"texts": {"n01": "Ihminen joutuu kertomaan saman tarinan monta kertaa."}}, id="a text"),
        pytest.param({"names": ["Timo"]}, id="a name"),
        pytest.param({"nowhere": ["4.38"]}, id="a number"),
        pytest.param(
            {"not_this_workshop": {"followup": ["Ja, det kan du."], "pilot_review": []}}, id="later"
        ),
    ],
)
def test_what_may_be_nowhere_is_found_where_it_is(seen: Sighted, shown: Thing) -> None:
    nothing: Thing = {"texts": {}, "names": [], "nowhere": []}
    secret = {**nothing, "not_this_workshop": {"followup": [], "pilot_review": []}, **shown}
    found = check.differences(seen, {"expected": TOLD["expected"], "not_published": secret})
    assert any("a phone" in each or "p01" in each or "plan" in each for each in found)


@pytest.mark.parametrize("nth", range(len(OTHERWISE)))
def test_a_workshop_that_went_otherwise_is_told_from_the_one_expected(plays: list[Sighted], nth: int) -> None:
    its = plays[1 + nth]
    assert check.differences(its, SMALL) != []
    assert check.differences(its, block(with_template(changed(SMALL, OTHERWISE[nth])))) == []
