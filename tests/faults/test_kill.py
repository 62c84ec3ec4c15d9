"""The kill test in short, and two servers that are wrong on purpose: what can not fail proves nothing."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.faults.check import Verdict
from tests.faults.kill import Plan, judged

pytestmark = pytest.mark.faults

PLANS = {
    "right": Plan(kills=3, phones=20, seed=1),
    "answers before it has written": Plan(kills=3, phones=8, seed=2, break_="ack_early"),
    "does not look at ids": Plan(kills=3, phones=12, seed=2, break_="no_id_check"),
}


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Verdict]:
    """Three servers at once, each with its own folder, port and phones."""
    with ThreadPoolExecutor(len(PLANS)) as together:
        running = {
            name: together.submit(judged, plan, tmp_path_factory.mktemp("kill"))
            for name, plan in PLANS.items()
        }
        found = {name: each.result()[0] for name, each in running.items()}
    print(found)
    return found


def test_a_server_that_answers_before_it_has_written_is_caught(verdicts: Mapping[str, Verdict]) -> None:
    assert verdicts["answers before it has written"].lost > 0


def test_a_server_that_does_not_look_at_ids_is_caught(verdicts: Mapping[str, Verdict]) -> None:
    assert verdicts["does not look at ids"].duplicated > 0


def test_nothing_is_lost_or_doubled_when_the_plug_is_pulled(verdicts: Mapping[str, Verdict]) -> None:
    found = verdicts["right"]
    assert found.acknowledged > 0 and found.is_clean(), str(found)
