"""The days of a plan for a calendar: what is to be done as a task, and when people meet as an event."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event, Todo

from talko.papers.document import Contact, Document, Record, of_kind
from talko.papers.letters import line, plain
from talko.papers.said import Speech
from talko.papers.sheets.records import owner, status

STATUS = {"done": "COMPLETED", "doing": "IN-PROCESS", "not_done": "CANCELLED"}


def ics(document: Document, speech: Speech) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Talko//plan//" + document.lang.upper())
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", line(document.title.text))
    for each in (*todos(document, speech), *reviews(document, speech), *contact(document, speech)):
        calendar.add_component(each)
    kept: bytes = calendar.to_ical()
    return kept


def todos(document: Document, speech: Speech) -> Iterator[Todo]:
    """Also those without a day: they are to be done all the same."""
    for each in (*of_kind(document, "action"), *of_kind(document, "response")):
        todo = Todo()
        todo.add("uid", uid(document, each.id))
        todo.add("dtstamp", stamp(document))
        todo.add("summary", line(each.title.text))
        todo.add("description", about(each, document, speech))
        todo.add("status", STATUS.get(each.status.id, "NEEDS-ACTION"))
        if each.due:
            todo.add("due", date.fromisoformat(each.due))
        yield todo


def about(record: Record, document: Document, speech: Speech) -> str:
    facts = [f"{fact.term} {fact.said.text}" for fact in record.facts]
    who = f"{speech.say('Who does it?')} {owner(record, speech).text}"
    follows = [f"{speech.say('Who follows it up?')} {record.follower}"] if record.follower else []
    return plain("\n".join([status(record, speech), who, *follows, *facts, document.address]))


def reviews(document: Document, speech: Speech) -> Iterator[Event]:
    for each in of_kind(document, "pilot"):
        if each.review:
            event = day(document, f"review {each.id}", each.review)
            what = speech.say("We look at it together: %(what)s") % {"what": each.title.text}
            event.add("summary", line(what))
            event.add("description", about(each, document, speech))
            yield event


def contact(document: Document, speech: Speech) -> Iterator[Event]:
    """With its hour where one was said, in whatever zone it is read: as on the wall of the room."""
    if its := document.next_contact:
        event = Event() if begins(its) else day(document, "contact", its.date)
        if hour := begins(its):
            event.add("uid", uid(document, "contact"))
            event.add("dtstamp", stamp(document))
            event.add("dtstart", hour)
            event.add("dtend", hour + timedelta(hours=2))
        event.add("summary", line(its.what or speech.say("You will hear from us again:").rstrip(":")))
        event.add("description", plain(f"{document.title.text}\n{document.address}"))
        if its.place:
            event.add("location", line(its.place))
        yield event


def begins(its: Contact) -> datetime | None:
    try:
        return datetime.fromisoformat(f"{its.date}T{its.time.replace('.', ':')}")
    except ValueError:
        return None


def day(document: Document, what: str, iso: str) -> Event:
    """All of it."""
    event, start = Event(), date.fromisoformat(iso)
    event.add("uid", uid(document, what))
    event.add("dtstamp", stamp(document))
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(days=1))
    return event


def stamp(document: Document) -> datetime:
    """That of the workshop: the same plan gives the same file."""
    return datetime.fromisoformat(document.date).replace(tzinfo=UTC)


def uid(document: Document, what: str) -> str:
    """The same each time, so that a calendar puts the new in the place of the old; it opens no plan."""
    return sha256(f"{document.address} {what}".encode()).hexdigest()[:32] + "@talko"
