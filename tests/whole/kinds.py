"""Each kind of activity, and how it is played."""

from collections.abc import Awaitable, Callable, Mapping

from talko.core.template import Activity, Kind
from tests.whole.agreeing import consent
from tests.whole.choosing import survey, vote
from tests.whole.driver import Play
from tests.whole.planning import plan
from tests.whole.writing import cluster, collect, discuss

PLAY: Mapping[Kind, Callable[[Play, Activity], Awaitable[None]]] = {
    "discuss": discuss,
    "collect": collect,
    "cluster": cluster,
    "vote": vote,
    "consent": consent,
    "plan": plan,
    "survey": survey,
}
