"""Every page in every state: it keeps every rule, nothing is forbidden by the policy, none is left out."""

import pytest

from tests.browser.states import wanted
from tests.browser.states.everything import everything
from tests.browser.states.looking import Looking
from tests.browser.states.plain import WAYS
from tests.browser.states.rules import EVERYWHERE

# In each language and theme: one of each sort of page.
TEN = (
    "front", "door", "home", "set up", "workshop", "plan",
    "phone: collect, answered", "phone: consent, open", "console: cluster, unfolded", "screen: collect, open",
)  # fmt: skip

pytestmark = pytest.mark.browser


def test_each_route_of_the_app_has_a_way_to_its_pages() -> None:
    assert set(WAYS) == wanted.routes()


async def test_no_state_of_any_page_breaks_a_rule() -> None:
    looking = Looking(rules=EVERYWHERE, everywhere=TEN)
    assert await everything(looking) == []
    assert [name for name in TEN if looking.seen.get(name) != 6] == []
