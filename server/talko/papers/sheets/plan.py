"""The whole plan on paper, in the order of its page: what we do first, and how it came about after it."""

from collections.abc import Iterator, Sequence

from talko.papers.blocks import Block, Facts, Heading, Item, Items, Paper, Paragraph
from talko.papers.document import Card, Document
from talko.papers.said import Said, Speech
from talko.papers.sheets.records import all_records
from talko.papers.sheets.results import aim, consents, surveys, votes

DIFFERING = ("differing", "rejected", "unresolved")


def plan(document: Document, speech: Speech) -> Paper:
    parts = (about, missing, next_contact, all_records, parked, reported, concerns, still_open, pending)
    after = (consents, votes, surveys, evaluation, written, answered, words, brought, ground, kept)
    blocks = tuple(block for part in (*parts, *after) for block in part(document, speech))
    return Paper(document.title, document.lang, document.date, document.address, blocks)


def about(document: Document, speech: Speech) -> Iterator[Block]:
    say = speech.say
    yield Heading(1, document.title)
    yield Paragraph(speech.own(when_and_where(document, speech)), "quiet")
    yield Paragraph(document.question, "lead")
    yield Facts(
        (
            (say("What could we decide?"), document.decide),
            (say("What was promised?"), document.promise),
            (say("Who took part"), speech.own(came(document, speech))),
        )
    )


def when_and_where(document: Document, speech: Speech) -> str:
    at = speech.say("at %(time)s") % {"time": document.start} if document.start else ""
    told = (speech.day(document.date), at, document.place.text)
    return ", ".join(each for each in told if each)


def came(document: Document, speech: Speech) -> str:
    people = document.people
    every = speech.count("%(n)s person took part.", "%(n)s people took part.", people.came)
    sides = ", ".join(f"{each.name}: {each.n}" for each in people.sides)
    return f"{every} {sides}." if sides else every


def missing(document: Document, speech: Speech) -> Iterator[Block]:
    if not document.finished:
        yield Heading(2, speech.own(speech.say("This plan is not finished")))
        yield Paragraph(speech.own(speech.say("This is still missing:")))
        yield Items(tuple(Item(speech.own(each)) for each in document.missing))


def next_contact(document: Document, speech: Speech) -> Iterator[Block]:
    if contact := document.next_contact:
        told = (speech.day(contact.date), contact.time, contact.place, contact.what)
        said = speech.own(", ".join(each for each in told if each))
        yield Facts(((speech.say("You will hear from us again:"), said),))


def parked(document: Document, speech: Speech) -> Iterator[Block]:
    if document.parked:
        yield Heading(2, speech.own(speech.say("What was put aside, and why")))
    for each in document.parked:
        where = f": {each.part_of.text}" if each.part_of else ""
        who = f" ({each.owner})" if each.owner else ""
        yield Heading(3, each.name)
        yield Paragraph(speech.own(f"{each.decision.text}{where}{who}"), "strong")
        yield Paragraph(each.reason)


def reported(document: Document, speech: Speech) -> Iterator[Block]:
    if document.reported:
        yield Heading(2, speech.own(speech.say("What became of what we agreed last time")))
        items = (
            Item(each.text, each.report.text, (Item(each.note),) if each.note else ())
            for each in document.reported
        )
        yield Items(tuple(items))


def concerns(document: Document, speech: Speech) -> Iterator[Block]:
    differing = [each for each in document.consents if each.result.id in DIFFERING]
    worried = [(each, said) for each in document.consents for round in each.rounds for said in round.concerns]
    if differing or worried:
        yield Heading(2, speech.own(speech.say("Concerns and differing views")))
        told = [Item(each.proposal, each.result.text) for each in differing]
        told += [Item(said, each.proposal.text) for each, said in worried]
        yield Items(tuple(told))


def still_open(document: Document, speech: Speech) -> Iterator[Block]:
    every = [each for each in document.questions if each.open]
    if every:
        yield Heading(2, speech.own(speech.say("Questions that are still open")))
        none = speech.own(speech.say("There is no answer yet."))
        yield Items(tuple(Item(each.text, "", (Item(each.answer or none),)) for each in every))


def pending(document: Document, speech: Speech) -> Iterator[Block]:
    if document.pending:
        yield Heading(2, speech.own(speech.say("What waits for an answer")))
        yield Items(
            tuple(
                Item(each.proposal, speech.say("until %(date)s") % {"date": speech.days(each.until)})
                for each in document.pending
            )
        )


def evaluation(document: Document, speech: Speech) -> Iterator[Block]:
    if document.evaluation:
        yield Heading(2, speech.own(speech.say("Did we reach our aims?")))
        asked = {each.text: each for survey in document.surveys for each in survey.questions if each.aim}
        yield Items(tuple(Item(text, aim(each, speech)) for text, each in asked.items()))


def written(document: Document, speech: Speech) -> Iterator[Block]:
    if document.written:
        yield Heading(2, speech.own(speech.say("What people wrote")))
    for wall in document.written:
        yield Heading(3, wall.prompt)
        for pile in wall.piles:
            yield Paragraph(Said(f"{pile.name.text} ({len(pile.cards)})", pile.name.lang), "strong")
            yield cards(pile.cards)


def cards(every: Sequence[Card]) -> Items:
    return Items(
        tuple(
            Item(each.text, ", ".join(word for word in (each.feeling, each.nickname) if word))
            for each in every
        )
    )


def answered(document: Document, speech: Speech) -> Iterator[Block]:
    every = [each for each in document.questions if each.answer and not each.open]
    if every:
        yield Heading(2, speech.own(speech.say("Questions and answers")))
        yield Items(tuple(Item(each.text, "", (Item(each.answer),)) for each in every))


def words(document: Document, speech: Speech) -> Iterator[Block]:
    if document.words:
        yield Heading(2, speech.own(speech.say("Hard words")))
        yield Facts(tuple((each.word.text, each.plain) for each in document.words))


def brought(document: Document, speech: Speech) -> Iterator[Block]:
    if document.brought:
        yield Heading(2, speech.own(speech.say("What was brought along")))
    for pile in document.brought:
        yield Heading(3, pile.name)
        yield cards(pile.cards)


def ground(document: Document, speech: Speech) -> Iterator[Block]:
    if document.rules:
        yield Heading(2, speech.own(speech.say("Rules of the room")))
        yield Items(tuple(Item(each) for each in document.rules))
    if document.ticks:
        yield Heading(2, speech.own(speech.say("What had to be there at the end")))
        yield Items(tuple(tick(each.rule.text, speech, holds=each.holds) for each in document.ticks))
    if document.support:
        yield Heading(2, speech.own(speech.say("Was something hard?")))
        yield Paragraph(document.support)


def tick(rule: str, speech: Speech, *, holds: bool) -> Item:
    return Item(speech.own(f"{'✓' if holds else '○'} {rule}"), "" if holds else speech.say("Not yet"))


def kept(document: Document, speech: Speech) -> Iterator[Block]:
    yield Heading(2, speech.own(speech.say("What is kept, and how long")))
    if document.legal_basis:
        yield Paragraph(speech.own(document.legal_basis))
    yield Items(tuple(Item(speech.own(each)) for each in document.kept))
    yield Facts(((speech.say("This plan is at:"), speech.own(document.address)),))
