"""Every page in every state: it keeps every rule, nothing is forbidden by the policy, none is left out."""

import pytest

from tests.browser.states import wanted
from tests.browser.states.everything import everything
from tests.browser.states.looking import Looking
from tests.browser.states.plain import WAYS
from tests.browser.states.rules import EVERYWHERE

pytestmark = pytest.mark.browser


def test_each_route_of_the_app_has_a_way_to_its_pages() -> None:
    assert set(WAYS) == wanted.routes()


async def test_no_state_of_any_page_breaks_a_rule() -> None:
    looking = Looking(rules=EVERYWHERE)
    assert await everything(looking) == []
