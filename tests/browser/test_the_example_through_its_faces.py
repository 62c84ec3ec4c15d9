"""The example through its faces: from an empty page to the plan, and the answer that comes days after."""

import pytest

from talko.demo import EXAMPLE, example
from talko.folders import folder
from tests.browser.story import seen
from tests.browser.story.faces import SMALL, TALL, faces

pytestmark = pytest.mark.browser


async def test_a_workshop_is_set_up_led_answered_and_read_by_pressing_what_people_would_press() -> None:
    """Iida leads it at the console, Elina and Outi have phones with a face, the others have bare lines."""
    story = example.read(folder("workshop_templates") / EXAMPLE)
    async with faces(story, {"p17": SMALL, "p21": TALL}) as play:
        play.seen = seen.after
        await play.whole()
        plan = await play.devices.page(*SMALL)
        await plan.goto(str(play.texts["plan"]))
        await seen.on_the_plan(plan)
        await play.later()
        await plan.reload()
        await seen.on_the_plan_days_after(plan)
        assert play.devices.faults == []
