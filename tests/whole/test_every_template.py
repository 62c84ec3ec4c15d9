"""Every template can be played to its plan page, whoever takes part and whatever they choose."""

from pathlib import Path
from random import Random

import pytest

from talko.store.template_files import shipped
from tests.whole.house import a_place
from tests.whole.play import PASSED_OVER, play

SEED = 1


@pytest.mark.parametrize("name", sorted(shipped()))
async def test_it_is_played_from_set_up_to_the_plan_page(name: str, tmp_path: Path) -> None:
    async with a_place(tmp_path) as place:
        ended = await play(place, name, Random(f"{name} {SEED}"))
    assert set(PASSED_OVER.get(name, [])) <= set(ended.passed)
