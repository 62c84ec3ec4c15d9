"""The example says what must come out of it, and says so by itself: nothing of the server counts here."""

import ast
import copy
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml

from talko.demo import expected
from talko.demo.expected.few import tells_of_the_few
from talko.demo.expected.figures import cut, groups
from talko.demo.expected.held import TEMPLATES, Thing, with_template
from talko.demo.expected.page import apart, written
from talko.demo.expected.sides import SIDES, mode
from talko.demo.expected.whole import block

EXAMPLE = TEMPLATES / "examples" / "palvelukahvila.yaml"
SCRIPT = Path(expected.__file__).parent
TOLD: Thing = yaml.load(EXAMPLE.read_text("utf-8"), yaml.CSafeLoader)
EXPECTED: Thing = TOLD["expected"]
STEPS: Thing = EXPECTED["activities"]
SECRET: Thing = TOLD["not_published"]
FEW = 5

# Worked out by hand and by another script, before this one was written.
BY_HAND = {
    "E1": (4.58, 3.96, 4.38),
    "E5": (4.46, 4.08, 4.33),
    "E6": (3.92, 3.96, 3.93),
    "E4": (4.17, 2.92, 3.75),
    "E7": (4.38, 2.25, 3.67),
    "E2": (3.71, 3.17, 3.53),
    "E3": (3.54, 3.21, 3.43),
    "E8": (3.42, 3.17, 3.33),
}
MEANS_BY_HAND = {
    **{"say": 4.13, "heard": 4.04, "words": 4.0, "time": 3.61},
    **{"safe": 3.78, "equal": 4.0, "influence": 4.09, "next": 4.35},
}


def changed(change: Callable[[Thing], object]) -> Thing:
    """The block of the example with one thing changed."""
    told = copy.deepcopy(TOLD)
    change(told)
    return block(with_template(told))


def leaves(told: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(told, dict | list):
        for key, value in told.items() if isinstance(told, dict) else enumerate(told):
            yield from leaves(value, (*path, str(key)))
    else:
        yield path, told


def seen_texts() -> list[str]:
    return [value for _, value in leaves(EXPECTED) if isinstance(value, str)]


def step(told: Thing, name: str) -> Thing:
    found: Thing = told["activities"][name]
    return found


def hide(card: Thing) -> None:
    card.update(status="hidden", hidden_reason="person_name")


def test_the_block_in_the_file_is_what_the_script_computes() -> None:
    assert apart(EXAMPLE.read_text("utf-8"))[1] == written(block(with_template(TOLD)))


def test_the_check_ends_with_an_error_when_the_block_is_not_what_follows(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text(EXAMPLE.read_text("utf-8").replace("{T2: 2, T1: 1}", "{T2: 1, T1: 2}", 1), "utf-8")
    command = [sys.executable, "-m", "talko.demo.expected", "--check"]
    told = subprocess.run([*command, wrong], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "+      dots: {T2: 22, T3: 16, T1: 15" in told.stdout
    assert subprocess.run([*command, EXAMPLE], check=False).returncode == 0


def test_writing_the_block_leaves_everything_before_it_byte_for_byte(tmp_path: Path) -> None:
    text = EXAMPLE.read_text("utf-8")
    before, _ = apart(text)
    file = tmp_path / "example.yaml"
    file.write_text(before + "expected:\n  dots: {T2: 1}\n", "utf-8")
    command = [sys.executable, "-m", "talko.demo.expected", "--write"]
    subprocess.run([*command, file], check=True)
    assert file.read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda told: step(told, "n4")["ballots"][0].update(dots={"T3": 3}), id="a dot too many"),
        pytest.param(lambda told: step(told, "n4")["ballots"][0].update(dots={"T3": 2}), id="a dot"),
        pytest.param(
            lambda told: step(told, "i4")["ballots"][0]["ratings"]["E8"].update(ease=1), id="a rating"
        ),
        pytest.param(
            lambda told: step(told, "p2")["rounds"][2]["ballots"][0].update(level=1), id="a support"
        ),
        pytest.param(
            lambda told: step(told, "p2")["rounds"][4]["ballots"][0].update(level=3), id="a late one"
        ),
        pytest.param(lambda told: step(told, "p2")["rounds"][0]["concerns"].clear(), id="a concern"),
        pytest.param(
            lambda told: step(told, "p2")["rounds"][3].update(decide_by="2026-10-16"), id="till when"
        ),
        pytest.param(lambda told: step(told, "c2")["rounds"].pop(), id="a round"),
        pytest.param(lambda told: hide(step(told, "n1")["cards"][0]), id="a hidden card"),
        pytest.param(
            lambda told: step(told, "i1")["cards"][0].update(status="withdrawn"), id="one withdrawn"
        ),
        pytest.param(lambda told: step(told, "n1")["cards"][0].update(theme="T2"), id="a card moved"),
        pytest.param(lambda told: step(told, "v1")["cards"][5].update(lang="fi"), id="a card's language"),
        pytest.param(lambda told: told["field_cards"][0].update(feeling=-1), id="a feeling"),
        pytest.param(lambda told: step(told, "n2")["notes"][0].update(text="Toinen."), id="a note"),
        pytest.param(lambda told: step(told, "n3")["themes"][0].update(name="Toinen"), id="a theme's name"),
        pytest.param(lambda told: step(told, "c1")["records"][0].update(owner="p14"), id="an owner"),
        pytest.param(lambda told: step(told, "c1")["records"][0].update(due="2026-10-23"), id="a date"),
        pytest.param(
            lambda told: step(told, "p1")["records"][0].update(stop_if="Koskaan"), id="when to stop"
        ),
        pytest.param(lambda told: step(told, "c1")["parked"][0].update(reason="Ei."), id="a reason"),
        pytest.param(
            lambda told: step(told, "c1")["next_contact"].update(date="2026-11-20"), id="next contact"
        ),
        pytest.param(lambda told: step(told, "o3")["answers"].update(p01=4), id="the first answer"),
        pytest.param(lambda told: step(told, "c3")["answers"][0]["answers"].update(safe=5), id="an answer"),
        pytest.param(lambda told: step(told, "c3")["answers"][0]["answers"].update(safe="na"), id="not said"),
        pytest.param(lambda told: told["participants"][24].update(side="workers"), id="a side"),
        pytest.param(lambda told: told["participants"][14].update(name="Timppa"), id="what one is called"),
        pytest.param(lambda told: told["questions"][6].update(answer="Johto."), id="an answer to a question"),
        pytest.param(lambda told: told["word_flags"][0].update(plain="mitä tarvitset"), id="a plain word"),
        pytest.param(lambda told: told["events"][6].update(minutes=3), id="more minutes"),
        pytest.param(
            lambda told: told["decision_scope"].update(fi="Emme päätä mitään."), id="what we decide"
        ),
    ],
)
def test_one_thing_changed_changes_the_block(change: Callable[[Thing], object]) -> None:
    assert changed(change)["expected"] != EXPECTED


def test_who_wrote_collected_or_helped_changes_nothing_that_is_seen() -> None:
    def change(told: Thing) -> None:
        told["field_cards"][0].update(collector="p02")
        step(told, "n1")["cards"][0].update(by="p03", entry="proxy")
        told["questions"][0].update(by="p05", answered_by="p14")

    assert changed(change)["expected"] == EXPECTED


@pytest.mark.parametrize(
    ("change", "missing"),
    [
        (lambda told: step(told, "c1")["records"][0].update(follower="p15"), "owner_is_not_follower"),
        (lambda told: step(told, "c1")["records"][0].update(owner="tiimi"), "owner_is_person"),
        (lambda told: step(told, "c1")["records"][0].update(first_step=" "), "A1.first_step"),
        (lambda told: step(told, "c1")["records"][0].update(owner_accepted=False), "A1.owner_accepted"),
        (lambda told: step(told, "c1")["parked"][0].update(reason="  "), "unselected_have_reason"),
        (lambda told: step(told, "c1")["next_contact"].update(date=""), "next_contact_date"),
    ],
)
def test_what_the_closing_gate_misses_is_named(change: Callable[[Thing], object], missing: str) -> None:
    assert changed(change)["expected"]["closing"]["tries"][-1] == {"allowed": False, "missing": [missing]}


def test_the_script_imports_nothing_of_the_server() -> None:
    found = {module for file in SCRIPT.glob("*.py") for module in imports(file.read_text("utf-8"))}
    assert {"talko", "yaml", "fractions"} <= found <= sys.stdlib_module_names | {"talko", "yaml"}
    assert all("importlib" not in file.read_text("utf-8") for file in SCRIPT.glob("*.py"))


def test_nothing_of_the_server_is_even_loaded() -> None:
    loaded = (
        "import sys, talko.demo.expected.whole; print(*(m for m in sys.modules if m.startswith('talko')))"
    )
    told = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    names = set(told.stdout.split()) - {"talko", "talko.demo"}
    assert names and all(name.startswith("talko.demo.expected") for name in names)


def imports(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module and not node.level
            assert not node.module.startswith("talko") or node.module.startswith("talko.demo.expected")
            yield node.module.split(".")[0]


def test_no_text_that_must_not_be_seen_is_in_one_that_is() -> None:
    later = SECRET["not_this_workshop"]
    unseen = [*SECRET["texts"].values(), *later["followup"], *later["pilot_review"]]
    assert len(unseen) == 2 + 5 + 11
    assert [text for text in unseen for seen in seen_texts() if text in seen] == []


def test_nobody_who_took_nothing_on_is_named() -> None:
    names = re.compile(rf"\b({'|'.join(SECRET['names'])})")
    assert [text for text in seen_texts() if names.search(text)] == []


def test_no_person_is_told_by_id_role_or_side() -> None:
    roles = {person["role"] for person in TOLD["participants"]}
    keys = {key for path, _ in leaves(EXPECTED) for key in path}
    assert [text for text in seen_texts() if re.fullmatch(r"p\d\d", text) or text in roles] == []
    assert keys & {"by", "collector", "entry", "role", "side", "answered_by"} == set()


def test_cards_of_all_themes_are_the_visible_cards_field_cards_and_notes() -> None:
    counts = [theme["members"] for theme in STEPS["n3"]["themes"].values()]
    brought = EXPECTED["field"]["visible"] + STEPS["n1"]["visible"] + STEPS["n2"]["visible"]
    assert sum(counts) + STEPS["n3"]["others"]["members"] == brought == 70
    ideas = [theme["members"] for theme in STEPS["i3"]["themes"].values()]
    assert sum(ideas) + STEPS["i3"]["others"]["members"] == STEPS["i1"]["visible"] == 28
    for cluster in (STEPS["n3"], STEPS["i3"]):
        members = [id for theme in cluster["themes"].values() for id in theme["of"]]
        assert len(members) == len(set(members))


def test_what_is_on_the_wall_and_beside_it_is_what_was_written() -> None:
    told = EXPECTED["contributions"]
    visible = sum(each["visible"] for each in [EXPECTED["field"], *STEPS.values()] if "visible" in each)
    open_answers = STEPS["c3"]["items"]["open_good"]["n"] + STEPS["c3"]["items"]["open_fix"]["n"]
    assert told["on_the_wall"] == visible + open_answers + len(EXPECTED["questions"])
    beside = told["hidden"] + told["withdrawn"] + told["pilot_review"]
    assert told["on_the_wall"] + beside == told["in_the_file"] == 135


def test_counts_of_a_ballot_add_up_to_its_ballots() -> None:
    rounds = [each for name in ("P1", "P2", "P3") for each in STEPS["p2"][name]["rounds"]]
    for each in [*rounds, STEPS["p2"]["P3"]["later"], *STEPS["c2"]["plan"]["rounds"]]:
        assert sum(each["supports"].values()) == each["ballots"]
    for item in [*STEPS["c3"]["items"].values(), *STEPS["o3"]["items"].values()]:
        assert (
            sum(item["counts"].values()) == item["n"] if "counts" in item else len(item["texts"]) == item["n"]
        )
    for option in STEPS["i4"]["options"].values():
        for criterion in ("benefit", "ease"):
            assert sum(option[criterion]["spread"].values()) == option["ratings"]
    assert sum(STEPS["n4"]["dots"].values()) == STEPS["n4"]["dots_cast"]


def test_every_count_has_its_meaning_beside_it() -> None:
    counted = [path for path, value in leaves(EXPECTED) if type(value) in (int, float)]
    assert [path for path in counted if not set(path) & set(EXPECTED["means"])] == []


def test_what_the_file_itself_tells_of_results_is_what_comes_out() -> None:
    for name in ("p2", "c2"):
        in_time = [each for each in step(TOLD, name)["rounds"] if "after_session" not in each]
        computed = [each for proposal in STEPS[name].values() for each in proposal["rounds"]]
        assert [each["result"] for each in computed] == [each["result"] for each in in_time]
    assert STEPS["p2"]["P3"]["later"] == {
        "date": "2026-10-14",
        "ballots": 25,
        "supports": {5: 0, 4: 20, 3: 5, 2: 0, 1: 0, 0: 0, "need_time": 0},
        "result": "accepted",
    }
    refused, done = (event for event in TOLD["events"] if event["type"].startswith("close"))
    assert EXPECTED["closing"]["tries"][0] == {"allowed": False, "missing": refused["missing"]}
    pending, asked = EXPECTED["closing"]["open"].values()
    assert [*(f"{name} pending" for name in pending), *asked] == done["open_items"]


def test_the_results_known_by_hand_come_out_the_same() -> None:
    dots, ratings, survey = STEPS["n4"], STEPS["i4"], STEPS["c3"]
    assert STEPS["n1"]["visible"] == 41
    assert dots["dots"] == {"T2": 23, "T3": 16, "T1": 14, "T4": 9, "T5": 5, "T7": 4, "T6": 3}
    assert (dots["selection"], dots["dots_cast"]) == (["T2", "T3", "T1"], 74)
    sides = {"users": [["T2"], ["T3"], ["T1"]], "workers": [["T2"], ["T1"], ["T3", "T4"]]}
    assert dots["by_side"] == {"told": "order_only", **sides}
    rated = {id: (told["benefit"]["mean"], told["ease"]["mean"]) for id, told in ratings["options"].items()}
    assert rated == {id: (benefit, ease) for id, (benefit, ease, _) in BY_HAND.items()}
    assert {id: told["score"] for id, told in ratings["options"].items()} == {
        id: score for id, (_, _, score) in BY_HAND.items()
    }
    assert (ratings["order"], ratings["selection"]) == ([[id] for id in BY_HAND], ["E1", "E5", "E6"])
    assert {told["ratings"] for told in ratings["options"].values()} == {ratings["ballots"]} == {24}
    results = {id: told["result"] for id, told in STEPS["p2"].items()}
    assert results == {"P1": "accepted", "P2": "accepted", "P3": "pending"}
    assert (STEPS["c1"]["count"], survey["ballots"]) == (6, 23)
    scales = {id: told for id, told in survey["items"].items() if "mean" in told}
    assert {id: (told["mean"], told["n"]) for id, told in scales.items()} == {
        id: (mean, 23) for id, mean in MEANS_BY_HAND.items()
    }
    targets = {id: each["met"] for id, each in survey["targets"].items()}
    assert targets == {"heard": True, "safe": False, "next": True}
    assert SECRET["largest_side_gap"]["benefit"] == {"item": "E8", "users_minus_workers": 1.27}


def test_the_cases_in_the_file_hold_for_the_script() -> None:
    tie, run_off, sides = (TOLD["fixtures"][name] for name in ("tie_at_cut", "tie_runoff", "suppress"))
    assert cut(groups(tie["tally"]), tie["select_top"]) == (tie["expected_selection"], [])
    assert cut(groups(run_off["tally"]), run_off["select_top"]) == ([], ["a", "b", "c"])
    for case in sides["cases"]:
        sizes = {side: case[side] for side in ("users", "workers", "unknown")}
        assert mode(sizes, sides["threshold"]) == case["mode"]


def test_no_number_by_side_nor_any_difference_is_of_fewer_than_five() -> None:
    for amounts in product(range(9), repeat=3):
        sizes = dict(zip(SIDES, amounts, strict=True))
        came = [side for side, size in sizes.items() if size]
        by_side = [frozenset({side}) for side in came] if mode(sizes, FEW) == "exact" else []
        found = worked_out([frozenset(came), *by_side]) - {frozenset(came)}
        assert [group for group in found if 0 < sum(sizes[side] for side in group) < FEW] == []


def test_orders_that_would_tell_what_the_few_chose_are_not_told() -> None:
    """Both sides have T2 above T3; if the room had them equal, the few chose T3."""
    dots, users, workers = (
        STEPS["n4"]["dots"],
        STEPS["n4"]["by_side"]["users"],
        STEPS["n4"]["by_side"]["workers"],
    )
    assert not tells_of_the_few(dots, users, workers, 3)
    assert tells_of_the_few({**dots, "T3": dots["T2"]}, users, workers, 3)


def test_what_nobody_chose_has_no_place() -> None:
    def change(told: Thing) -> None:
        for ballot in step(told, "n4")["ballots"]:
            ballot["dots"] = {"T1": 1}

    told = changed(change)["expected"]["activities"]["n4"]
    assert (told["order"], told["selection"], told["dots"]["T2"]) == ([["T1"]], ["T1"], 0)


def test_a_single_person_could_be_worked_out_from_two_sides_and_the_total() -> None:
    whole, users, workers = (frozenset(sides) for sides in (SIDES, {"users"}, {"workers"}))
    assert frozenset({"unknown"}) in worked_out([whole, users, workers])


def worked_out(told: list[frozenset[str]]) -> set[frozenset[str]]:
    """All groups whose numbers follow from the told ones by taking away."""
    known = set(told)
    while more := {one - other for one in known for other in known} - known:
        known |= more
    return known


def test_with_thirteen_users_eleven_workers_and_one_unknown_no_number_is_told_by_side() -> None:
    told_by_side = [
        path for path, value in leaves(STEPS) if "by_side" in path and type(value) in (int, float)
    ]
    assert told_by_side == []
    assert "by_side" not in EXPECTED["people"]
    seen = {str(value) for _, value in leaves(EXPECTED)}
    assert {"1.27", "2.73", "4.83"} <= set(SECRET["nowhere"])
    assert seen & set(SECRET["nowhere"]) == set()


def test_where_every_side_is_large_enough_numbers_are_told_and_add_up() -> None:
    told = changed(lambda told: told["participants"][24].update(side="workers"))
    by_side = told["expected"]["activities"]["n4"]["by_side"]
    assert by_side["told"] == "exact"
    whole = told["expected"]["activities"]["n4"]["dots"]
    assert {id: by_side["users"][id] + by_side["workers"][id] for id in whole} == whole
    assert told["expected"]["people"]["by_side"] == {"users": 13, "workers": 11}  # one comes late
    assert told["not_published"]["by_side"] == {} and told["not_published"]["nowhere"] == []


def test_where_a_side_is_small_not_even_an_order_is_told() -> None:
    def change(told: Thing) -> None:
        for person in told["participants"][13:]:
            person["side"] = "workers" if person["id"] in ("p14", "p15", "p16") else "users"

    told = changed(change)
    assert told["expected"]["activities"]["n4"]["by_side"] == {"told": "none"}
    assert "n4" in told["not_published"]["by_side"]
