"""Every page in every state: axe finds nothing, nothing is forbidden by the policy, and none is left out."""

import pytest

from tests.browser.states import wanted
from tests.browser.states.everything import everything
from tests.browser.states.looking import Looking
from tests.browser.states.plain import WAYS

pytestmark = pytest.mark.browser


def test_each_route_of_the_app_has_a_way_to_its_pages() -> None:
    assert set(WAYS) == wanted.routes()


async def test_no_state_of_any_page_breaks_a_rule() -> None:
    looking = Looking()
    assert await everything(looking) == []
