"""A statement to a body that decides: what is asked of it, what was heard, where views differ."""

from collections.abc import Iterator

from talko.papers.blocks import Block, Facts, Heading, Item, Items, Paper, Paragraph
from talko.papers.document import Document
from talko.papers.said import Said, Speech
from talko.papers.sheets.plan import came, concerns, when_and_where
from talko.papers.sheets.records import table_in_short
from talko.papers.sheets.results import votes

TO_FILL_IN = "________________________"
OTHERS_DECIDE = "not_ours"


def statement(document: Document, speech: Speech) -> Paper:
    parts = (head, asked, needs, heard, done, concerns, votes, last)
    blocks = tuple(block for part in parts for block in part(document, speech))
    title = Said(f"{speech.say('Statement')}: {document.title.text}", document.title.lang)
    return Paper(title, document.lang, document.date, document.address, blocks)


def head(document: Document, speech: Speech) -> Iterator[Block]:
    say, own = speech.say, speech.own
    yield Heading(1, own(say("Statement")))
    yield Facts(
        (
            (say("To:"), own(TO_FILL_IN)),
            (say("From:"), own(TO_FILL_IN)),
            (say("Date:"), own(TO_FILL_IN)),
            (say("Matter:"), document.title),
        )
    )
    yield Paragraph(document.question, "lead")


def asked(document: Document, speech: Speech) -> Iterator[Block]:
    """What was left for others, with the reason that was given."""
    say = speech.say
    yield Heading(2, speech.own(say("What others have to decide")))
    left = [each for each in document.parked if each.decision.id == OTHERS_DECIDE]
    if left:
        yield Items(tuple(Item(each.name, "", (Item(each.reason, each.owner),)) for each in left))
    else:
        yield Paragraph(speech.own(say("Nothing was left for others to decide.")))
    yield Facts(((say("We ask for an answer by this day:"), speech.own(TO_FILL_IN)),))
    yield Paragraph(speech.own(say("The answer will be told to all who took part.")))


def needs(document: Document, speech: Speech) -> Iterator[Block]:
    if document.votes:
        yield Heading(2, speech.own(speech.say("What people need most")))
        first = document.votes[0].options
        yield Items(tuple(Item(each.name) for each in first if each.goes_on))


def heard(document: Document, speech: Speech) -> Iterator[Block]:
    yield Heading(2, speech.own(speech.say("Who was heard")))
    yield Paragraph(speech.own(f"{when_and_where(document, speech)}. {came(document, speech)}"))
    for pile in document.brought:
        cards = speech.count("%(n)s card", "%(n)s cards", len(pile.cards))
        yield Items((Item(pile.name, cards),))


def done(document: Document, speech: Speech) -> Iterator[Block]:
    """What those who were there already do, in short."""
    if document.records:
        yield Heading(2, speech.own(speech.say("What we already do")))
        yield table_in_short(document.records, speech)


def last(document: Document, speech: Speech) -> Iterator[Block]:
    yield Heading(2, speech.own(speech.say("How we reached this")))
    yield Paragraph(document.promise)
    yield Facts(((speech.say("This plan is at:"), speech.own(document.address)),))
