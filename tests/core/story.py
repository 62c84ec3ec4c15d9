"""A small workshop and the people in it, for all tests of the core."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from talko.core import template
from talko.core.activities import collect
from talko.core.audience import Json, View
from talko.core.ballots.ballot import Ballot, Boxes, Late
from talko.core.beside.lobby import PersonJoined
from talko.core.happened import Event, Happened
from talko.core.people import Refused, Request, Role, Seat, SeatKind, person
from talko.core.template import ActivitySettings, Bucket, Collect, Discuss, Source, Vote
from talko.core.whole import Workshop, begin
from talko.core.workshop import Command, decide, evolve, replay

ADA = Seat(SeatKind.PARTICIPANT, b"ada's key", Role.CLIENT)
BEN = Seat(SeatKind.PARTICIPANT, b"ben's key", Role.PROFESSIONAL)
EVE = Seat(SeatKind.PARTICIPANT, b"eve's key", Role.PEER)  # has not come in
FAY = Seat(SeatKind.FACILITATOR, b"fay's key")
CAI = Seat(SeatKind.COHOST, b"cai's key")
HAL = Seat(SeatKind.HELPER, b"hal's key")
WALL = Seat(SeatKind.SCREEN, b"wall's key")
ROOM = Seat(SeatKind.ROOM, b"")
OLE = Seat(SeatKind.OWNER, b"ole's key", record="c1")  # of that record, by a link
FIA = Seat(SeatKind.FOLLOWER, b"fia's key", record="c1")

NOON = 1_760_000_000
MINUTE = 60

HELLO, NEEDS, ROUND, NEWS, IDEAS, DOTS = "hello", "needs", "round", "news", "ideas", "dots"


def step(id: str, minutes: int, settings: ActivitySettings, *sources: Source) -> template.Activity:
    return template.Activity(id, minutes, {"en": id}, sources, settings)


GOOD, BAD = Bucket("good", {"en": "Good"}), Bucket("bad", {"en": "Bad"})
ABOUT_NEWS = Collect(3, max_chars=40, buckets=(GOOD, BAD), feeling=True, per_item=True)
STEPS = (
    step(HELLO, 5, Discuss("present")),
    step(NEEDS, 10, Collect(max_per_person=2, max_chars=40)),
    step(ROUND, 0, Discuss("read"), Source("cards", NEEDS), Source("field_cards", brought="field")),
    step(NEWS, 0, ABOUT_NEWS, Source("previous_records", brought="previous")),
    step(IDEAS, 0, Collect(max_per_person=9, max_chars=40, anonymity="nickname", reveal="live")),
    step(DOTS, 3, Vote("dots", select_top=3), Source("cards", IDEAS)),
)


def a_template(*steps: template.Activity) -> template.Template:
    size = template.Size(2, 5, 10)
    return template.Template(
        id="story",
        version=1,
        names={"en": "A story"},
        purpose={"en": "To see how it goes"},
        who=template.Who((Role.CLIENT, Role.PROFESSIONAL), size, 0.5),
        duration=template.Duration(1, 90, 0),
        language_level="easy",
        promise=template.Promise("collaborate", {"en": "We decide together"}),
        settings=template.Rules("side"),
        item_sets={},
        sessions=(template.Session("s1", {"en": "Workshop"}, 0, (template.Stage("needs", steps),)),),
        closing=template.Closing(0, (), ()),
        evaluation=template.Evaluation(""),
    )


BEGINNING = begin(a_template(*STEPS))
NO_BOXES: Boxes = {}


def came_in(*seats: Seat) -> list[Happened]:
    return [Happened("", PersonJoined(person(seat.key), seat.role)) for seat in seats]


COME_IN = replay(BEGINNING, came_in(ADA, BEN))


def ask(seat: Seat, activity: str, command: Command, id: str = "c1") -> Request[Command]:
    return Request(id, seat, activity, command, at=NOON)


def for_guest(number: str, request: Request[Command]) -> Request[Command]:
    return replace(request, guest=number)


def at(time: int, request: Request[Command]) -> Request[Command]:
    return replace(request, at=time)


def after(activity: str, *events: Event, given: Workshop = COME_IN) -> Workshop:
    return replay(given, [Happened(activity, event) for event in events])


def said(workshop: Workshop, request: Request[Command]) -> Sequence[Event] | Refused:
    """What the workshop answers, without the name of the activity around each event."""
    outcome = decide(workshop, NO_BOXES, request)
    assert not isinstance(outcome, Ballot | Late)
    return outcome if isinstance(outcome, Refused) else [fact.event for fact in outcome]


def heard(workshop: Workshop, request: Request[Command]) -> Workshop:
    """What the room does, less the store, where nobody votes."""
    outcome = decide(workshop, NO_BOXES, request)
    assert not isinstance(outcome, Refused | Ballot | Late), (outcome, request)
    return reduce(evolve, outcome, workshop)


def moments(requests: Iterable[Request[Command]], given: Workshop = BEGINNING) -> Iterator[Workshop]:
    yield given
    for request in requests:
        given = heard(given, request)
        yield given


def collected(workshop: Workshop, activity: str) -> collect.State:
    state = workshop.activities[activity]
    assert isinstance(state, collect.State)
    return state


def part(view: View, *path: str) -> Json:
    *way, last = path
    for key in way:
        inner = view[key]
        assert isinstance(inner, Mapping)
        view = inner
    return view[last]
