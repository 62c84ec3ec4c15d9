"""Actions, pilots and responses on paper: who, when, how it goes, and why."""

from collections.abc import Iterator, Sequence

from talko.papers.blocks import Block, Facts, Heading, Item, Items, Paragraph, Table
from talko.papers.document import Document, Kind, Moved, Record, Why, of_kind
from talko.papers.said import Said, Speech
from talko.papers.words import FIELDS, saying

MARKS = {
    "done": "✓",
    "doing": "◐",
    "late": "!",
    "not_done": "✕",
    "accepted": "✓",
    "pending": "◷",
    "open": "○",
}


def all_records(document: Document, speech: Speech) -> Iterator[Block]:
    say = speech.say
    headings: dict[Kind, str] = {
        "action": say("What we do"),
        "pilot": say("What we try"),
        "response": say("What we answer"),
    }
    for kind, heading in headings.items():
        if every := of_kind(document, kind):
            yield Heading(2, speech.own(heading))
            yield table_in_short(every, speech)
            for each in every:
                yield from one(each, speech)


def one(record: Record, speech: Speech) -> Iterator[Block]:
    yield Heading(3, Said(f"{record.n}. {record.title.text}", record.title.lang))
    yield Facts(tuple(facts(record, speech)))
    if record.told or record.decided or record.heard:
        yield Paragraph(speech.own(speech.say("What was told of it")), "strong")
        yield Items(tuple(since(record, speech)))
    if record.because:
        yield Paragraph(speech.own(speech.say("Why this?")), "strong")
        yield Items(tuple(knot(each, speech) for each in record.because))


def facts(record: Record, speech: Speech) -> Iterator[tuple[str, Said]]:
    own = speech.own
    yield speech.say("How is it going?"), own(status(record, speech))
    yield field(speech, "owner"), owner(record, speech)
    if record.helpers:
        yield field(speech, "helpers"), own(", ".join(record.helpers))
    if day := record.due or record.review:
        term = field(speech, "due" if record.due else "review_date")
        yield term, own(speech.day(day))
    for each in record.moved:
        yield speech.say("The day before that"), moved(each, speech)
    if record.follower:
        yield field(speech, "follower"), own(record.follower)
    yield from ((each.term, each.said) for each in record.facts)


def field(speech: Speech, id: str) -> str:
    return saying(speech, FIELDS, id).text


def status(record: Record, speech: Speech) -> str:
    """In a word and a shape, so that no colour is needed."""
    its = record.status
    since = f" ({speech.day(record.status_since)})" if record.status_since else ""
    return f"{MARKS.get(its.id, '○')} {its.text}{since}"


def owner(record: Record, speech: Speech) -> Said:
    if not record.owner:
        return speech.own(speech.say("Nobody yet"))
    name = record.owner.name
    waits = speech.say("has not said yes yet")
    return speech.own(name if record.owner.accepted else f"{name} ({waits})")


def moved(its: Moved, speech: Speech) -> Said:
    return Said(f"{speech.days(its.before) or '–'}: {its.reason.text}", its.reason.lang)


def since(record: Record, speech: Speech) -> Iterator[Item]:
    """The words first, then by whom, so that each language stands by itself."""
    parts = {
        "owner": speech.say("told by who does it"),
        "follower": speech.say("confirmed by who follows it up"),
    }
    for told in record.told:
        about = f"{speech.day(told.day)}, {parts[told.part]}: {told.status.text}"
        yield Item(told.note, about) if told.note else Item(speech.own(about))
    for decided in record.decided:
        place = f": {decided.place}" if decided.place else ""
        yield Item(decided.reason, f"{speech.day(decided.day)}: {decided.decision.text}{place}")
    for heard in record.heard:
        yield Item(heard.how, f"{speech.say('People heard of it')}: {speech.day(heard.when)}")


def knot(why: Why, speech: Speech) -> Item:
    """The cards themselves stand under what people wrote."""
    cards = speech.count("%(n)s card", "%(n)s cards", len(why.cards)) if why.cards else ""
    return Item(why.name, cards, tuple(knot(each, speech) for each in why.because))


def table_in_short(records: Sequence[Record], speech: Speech) -> Table:
    say = speech.say
    head = (say("What"), say("Who does it?"), say("When"), say("How is it going?"))
    return Table(speech.own(say("In short")), head, tuple(in_short(records, speech)))


def in_short(records: Sequence[Record], speech: Speech) -> Iterator[tuple[Said, ...]]:
    """A row of each, for a table."""
    for each in records:
        day = speech.days(each.due or each.review) or "–"
        yield each.title, owner(each, speech), speech.own(day), speech.own(status(each, speech))
