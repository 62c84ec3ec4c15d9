"""The fan-out measurement runs, in small. What it finds is reported by `python -m tests.speed.fanout`."""

import json
import os
from pathlib import Path

import pytest

from tests.speed.fanout import WRITES, Plan, run, told


@pytest.mark.speed
@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="measures on Linux only")
def test_every_phone_hears_of_every_card_by_both_ways_to_write(tmp_path: Path) -> None:
    plan = Plan(phones=10, rounds=1, cards=2)
    halls = run(plan, tmp_path)
    assert all(ear.has_heard(plan.cards) for write in WRITES for ear in halls[write].ears)
    assert json.loads(told(plan, halls)).keys() >= {"ratio", *WRITES}
