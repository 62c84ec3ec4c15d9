"""The kill test in short, and two servers that are wrong on purpose: what can not fail proves nothing."""

from pathlib import Path

import pytest

from tests.faults.check import Verdict
from tests.faults.kill import Plan, judged

pytestmark = pytest.mark.faults


def verdict(plan: Plan, folder: Path) -> Verdict:
    found, _, _ = judged(plan, folder)
    print(plan, found)
    return found


def test_a_server_that_answers_before_it_has_written_is_caught(tmp_path: Path) -> None:
    assert verdict(Plan(kills=1, phones=8, seed=2, break_="ack_early"), tmp_path).lost > 0


def test_a_server_that_does_not_look_at_ids_is_caught(tmp_path: Path) -> None:
    assert verdict(Plan(kills=1, phones=12, seed=2, break_="no_id_check"), tmp_path).duplicated > 0


def test_nothing_is_lost_or_doubled_when_the_plug_is_pulled(tmp_path: Path) -> None:
    found = verdict(Plan(kills=3, phones=20, seed=1), tmp_path)
    assert found.acknowledged > 0 and found.is_clean(), str(found)
