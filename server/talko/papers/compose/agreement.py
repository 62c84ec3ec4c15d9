"""Records as the thread from needs to actions, with what became of each."""

from collections.abc import Iterator, Sequence

from talko.core.audience import View
from talko.core.following.line import Part, is_late
from talko.papers import agreed
from talko.papers.compose.ground import Ground, cards, said
from talko.papers.document import Decided, Entry, Fact, Heard, Kind, Moved, Owner, Record, Thing, Why
from talko.papers.said import Said, Saying
from talko.papers.view import parts, text
from talko.papers.why import GONE
from talko.papers.why import Why as Knot
from talko.papers.words import CHOICES, FIELDS, RESULTS, SOURCES, saying

KINDS: tuple[Kind, ...] = ("action", "pilot", "response")
SHOWN: dict[Kind, tuple[str, ...]] = {
    "action": ("first_step", "follow_how", "told_how", "reach"),
    "pilot": ("for_whom", "where", "when", "start", "end", "prediction", "measure", "stop_if", "decision"),
    "response": ("decision", "reason", "told_how", "told_when"),
}
DATES = ("start", "end", "told_when")
FIRST_DAY = {"action": "due", "response": "due", "pilot": "review_date"}  # and what can be late


def records(at: Ground) -> tuple[Record, ...]:
    return tuple(each for kind in KINDS for each in of_kind(at, kind))


def of_kind(at: Ground, kind: Kind) -> Iterator[Record]:
    for n, each in enumerate(agreed.records(at.told, kind, (at.trail, at.texts)), 1):
        yield record(at, kind, (n, each))


def record(at: Ground, kind: Kind, counted: tuple[int, agreed.Record]) -> Record:
    n, each = counted
    its, followed = each.its, parts(each.its, "followed")
    now = part_of(its, "followed")
    day = text(now, "due") or text(its, FIRST_DAY[kind])
    late = is_late(day, text(now, "status"), at.today)
    return Record(
        id=each.id,
        kind=kind,
        n=n,
        title=said(each.title) if each.title else at.speech.own(at.speech.say("Without words yet")),
        status=status(at, its, late=late),
        status_since=text(now, "since"),
        late=late,
        owner=owner(its),
        helpers=tuple(helpers(its)),
        follower=text(its, "follower"),
        due=day if kind != "pilot" else "",
        review=day if kind == "pilot" else "",
        facts=tuple(facts(at, kind, its)),
        told=tuple(entry(at, one) for one in in_turn(followed, "lines")),
        moved=tuple(
            Moved(text(one, "day"), text(one, "before"), text(one, "due"), said(one, "reason"))
            for one in in_turn(followed, "moved")
        ),
        heard=tuple(Heard(said(one, "how"), text(one, "when")) for one in in_turn(followed, "heard")),
        decided=tuple(decided(at, one) for one in in_turn(followed, "decided")),
        because=tuple(why(at, one) for one in each.why),
    )


def part_of(view: View, name: str) -> View:
    found = view.get(name)
    return found if isinstance(found, dict) else {}


def in_turn(followed: dict[str, View], name: str) -> Sequence[View]:
    every = followed.get(name, {})
    return [one for n in sorted(every, key=int) if isinstance(one := every[n], dict)]


def status(at: Ground, its: View, *, late: bool) -> Saying:
    """The follower's word counts; nobody has to say that a day has passed."""
    confirmed = text(part_of(its, "followed"), "status")
    if late:
        return saying(at.speech, CHOICES, "late")
    if confirmed:
        return saying(at.speech, CHOICES, confirmed)
    return saying(at.speech, RESULTS, text(its, "status") or "open")


def owner(its: View) -> Owner | None:
    name = text(its, "owner")
    return Owner(name, "owner_accepted" in its, "owner_outside" in its) if name else None


def helpers(its: View) -> list[str]:
    found = its.get("helpers")
    return [each for each in found.values() if isinstance(each, str)] if isinstance(found, dict) else []


def facts(at: Ground, kind: Kind, its: View) -> Iterator[Fact]:
    for id in SHOWN[kind]:
        if id in its:
            term, value = saying(at.speech, FIELDS, id).text, its[id]
            if isinstance(value, dict):
                yield Fact(id, term, said(value), "")
            elif id in DATES:
                yield Fact(id, term, at.speech.own(at.speech.day(str(value))), str(value))
            else:
                yield Fact(id, term, at.speech.own(saying(at.speech, CHOICES, str(value)).text), "")


def entry(at: Ground, line: View) -> Entry:
    status = saying(at.speech, CHOICES, text(line, "status"))
    part: Part = "follower" if text(line, "part") == "follower" else "owner"
    return Entry(text(line, "day"), part, status, said(line, "note"))


def decided(at: Ground, its: View) -> Decided:
    decision = saying(at.speech, CHOICES, text(its, "decision"))
    return Decided(text(its, "day"), decision, said(its, "reason"), text(its, "place"))


# The thread


def why(at: Ground, knot: Knot) -> Why:
    return Why(
        knot.id,
        thing(at, knot),
        name(at, knot),
        cards(at.speech, knot.cards),
        tuple(why(at, each) for each in knot.because),
    )


def name(at: Ground, knot: Knot) -> Said:
    own = at.speech.own
    if knot.source == GONE:
        return own(at.speech.say("Removed by its author or by who led the workshop"))
    if knot.source:
        return own(saying(at.speech, SOURCES, knot.source).text)
    return said(knot.name) or own(at.speech.say("Without words yet"))


def thing(at: Ground, knot: Knot) -> Thing:
    if knot.source:
        return "gone" if knot.source == GONE else "brought"
    for id, each in parts(at.told, "activities").items():
        if knot.id in parts(each, "records"):
            return record_kind(text(each, "kind_of"))
        if knot.id in parts(each, "themes"):
            return "need" if at.steps[id]["stage"] == "needs" else "idea"
    return "card"


def record_kind(kind: str) -> Kind:
    return next(each for each in KINDS if each == kind)
