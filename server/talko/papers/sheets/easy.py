"""One page in easy words, to bring back to where people were asked: what they said, and what is done."""

from collections.abc import Iterator, Sequence

from talko.papers.blocks import Block, Heading, Item, Items, Paper, Paragraph
from talko.papers.document import Document, Record, of_kind
from talko.papers.letters import line
from talko.papers.said import Said, Speech
from talko.papers.sheets.plan import came
from talko.papers.typeset import pages, pdf

# Of what is said and done, and of what is not: the first that stands on one page
MOST = ((8, 8), (8, 5), (6, 4), (6, 3), (6, 2), (5, 2), (4, 2), (3, 1), (2, 1), (1, 1), (0, 0))
MUCH = 110  # letters; what is longer stands in the whole plan


def easy_pdf(document: Document, speech: Speech) -> bytes:
    """With as much as one page holds; then it says that there is more."""
    tried = (easy(document, speech, most) for most in MOST)
    return pdf(next(each for each in tried if pages(each) == 1))


def easy(document: Document, speech: Speech, most: tuple[int, int]) -> Paper:
    every = lists(document, speech)
    shown = [(name, items[: most[name.text == not_now(speech)]]) for name, items in every]
    blocks = [*head(document, speech), *(block for each in shown for block in listed(each))]
    if shown != every:
        blocks.append(Paragraph(speech.own(speech.say("There is more in the whole plan."))))
    all = (*blocks, *last(document, speech))
    return Paper(document.title, document.lang, document.date, document.address, all, large=True)


def not_now(speech: Speech) -> str:
    return speech.say("What we do not do now, and why")


def head(document: Document, speech: Speech) -> Iterator[Block]:
    yield Heading(1, short(document.title))
    yield Paragraph(speech.own(f"{speech.day(document.date)}. {came(document, speech)}"), "quiet")
    yield Heading(2, speech.own(speech.say("What we asked")))
    yield Paragraph(short(document.question), "lead")


def lists(document: Document, speech: Speech) -> Sequence[tuple[Said, list[Item]]]:
    say = speech.say
    told = [Item(short(each)) for each in heard(document)]
    do = [action(each, speech) for each in of_kind(document, "action")]
    tries = [Item(short(each.title)) for each in of_kind(document, "pilot")]
    answers = [Item(short(each.title), each.status.text) for each in of_kind(document, "response")]
    aside = [Item(short(each.name), "", (Item(short(each.reason)),)) for each in document.parked]
    named = (
        (say("What you told us"), told),
        (say("What we do now"), do),
        (say("What we try now"), tries),
        (say("What we answer"), answers),
        (not_now(speech), aside),
    )
    return [(speech.own(name), items) for name, items in named if items]


def heard(document: Document) -> Iterator[Said]:
    """What was chosen first of all, the first first; else the groups of what was written."""
    if document.votes:
        yield from (each.name for each in document.votes[0].options if each.goes_on)
    else:
        yield from (pile.name for wall in document.written[:1] for pile in wall.piles)


def action(record: Record, speech: Speech) -> Item:
    day = record.due or record.review
    ready = speech.say("Ready: %(date)s") % {"date": speech.day(day)} if day else ""
    return Item(short(record.title), ready)


def listed(named: tuple[Said, list[Item]]) -> Iterator[Block]:
    name, items = named
    if items:
        yield Heading(2, name)
        yield Items(tuple(items))


def last(document: Document, speech: Speech) -> Iterator[Block]:
    if contact := document.next_contact:
        yield Heading(2, speech.own(speech.say("You will hear from us again:")))
        told = (speech.day(contact.date), contact.time, contact.place, contact.what)
        yield Paragraph(short(speech.own(", ".join(each for each in told if each))), "lead")
    yield Paragraph(speech.own(speech.say("Thank you for telling us!")), "lead")


def short(said: Said) -> Said:
    """What is cut says so with its three points."""
    text = line(said.text)
    return Said(f"{text[:MUCH].rstrip()}…" if len(text) > MUCH else text, said.lang)
