"""Every template can be played to its plan page, whoever takes part and whatever they choose."""

from pathlib import Path
from random import Random

import pytest

from talko.store.template_files import shipped
from tests.whole.__main__ import a_house
from tests.whole.driver import PASSED_OVER, Ended, play

SEED = 1


@pytest.mark.parametrize("name", sorted(shipped()))
async def test_it_is_played_from_set_up_to_the_plan_page(name: str, tmp_path: Path) -> None:
    async with a_house(tmp_path) as (house, home):
        ended = await play(house, home, name, Random(f"{name} {SEED}"))
    assert ended.finished is not bool(ended.missing)
    assert ended.plan.get("missing", []) == list(ended.missing)
    assert set(PASSED_OVER.get(name, [])) <= set(ended.passed)
    assert every_step_is_told(ended)


def every_step_is_told(ended: Ended) -> bool:
    """Each activity stands in the plan, also one that was passed over, and says what it is."""
    return all("kind" in each and each.get("prompt") for each in ended.plan["activities"].values())
