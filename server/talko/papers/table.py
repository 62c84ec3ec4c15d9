"""Actions and results as tables for a spreadsheet: CSV, in which nothing that people wrote is a formula."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import TypeAlias

from talko.papers.document import Document, Record
from talko.papers.letters import line
from talko.papers.results import Option, Question, Vote
from talko.papers.said import Speech
from talko.papers.sheets.records import field

Row: TypeAlias = Sequence[str | float | None]

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "|", "%")
WRITTEN = ("first_step", "follow_how", "told_how", "for_whom", "where", "when", "start", "end", "prediction",
           "measure", "stop_if", "decision", "reason", "told_when", "reach")  # fmt: skip


def actions_csv(document: Document, speech: Speech) -> bytes:
    return as_csv([actions_head(speech), *actions(document, speech)])


def results_csv(document: Document, speech: Speech) -> bytes:
    return as_csv([results_head(speech), *results(document)])


def as_csv(rows: Sequence[Row]) -> bytes:
    """With semicolons and a mark of the encoding: so a Finnish or Swedish spreadsheet opens it as it is."""
    written = StringIO()
    csv.writer(written, delimiter=";", quoting=csv.QUOTE_ALL).writerows(
        [cell(each) for each in row] for row in rows
    )
    return written.getvalue().encode("utf-8-sig")


def cell(value: str | float | None) -> str:
    if isinstance(value, str):
        text = line(value)
        return f"'{text}" if text.startswith(FORMULA) else text
    return "" if value is None else f"{value:g}"


def actions_head(speech: Speech) -> Row:
    say = speech.say
    named = [field(speech, id) for id in ("owner", "helpers", "due", "follower")]
    written = [field(speech, id) for id in WRITTEN]
    return [
        say("Kind"),
        say("What"),
        say("How is it going?"),
        say("Since"),
        *named,
        *written,
        say("Why this?"),
    ]


def actions(document: Document, speech: Speech) -> Iterator[Row]:
    kinds = {"action": speech.say("Action"), "pilot": speech.say("Trial"), "response": speech.say("Response")}
    for each in document.records:
        facts = {fact.field: fact.date or fact.said.text for fact in each.facts}
        status = (each.status.text, each.status_since)
        why = "; ".join(knot.name.text for knot in each.because)
        people = (owner(each, speech), ", ".join(each.helpers), each.due or each.review, each.follower)
        yield [
            kinds[each.kind],
            each.title.text,
            *status,
            *people,
            *(facts.get(id, "") for id in WRITTEN),
            why,
        ]


def owner(record: Record, speech: Speech) -> str:
    return record.owner.name if record.owner else speech.say("Nobody yet")


def results_head(speech: Speech) -> Row:
    say = speech.say
    return [say("Step"), say("Round"), say("What"), say("Measure"), say("Number")]


def results(document: Document) -> Iterator[Row]:
    """One number in each row."""
    for vote in document.votes:
        for option in vote.options:
            yield from numbered((vote.prompt.text, vote.round, option.name.text), of_option(vote, option))
    for survey in document.surveys:
        step = " – ".join(each.text for each in (survey.prompt, survey.about) if each)
        for asked in survey.questions:
            yield from numbered((step, survey.round, asked.text.text), of_question(asked))
    for consent in document.consents:
        for round in consent.rounds:
            counts = {each.name: each.n for each in round.supports}
            yield from numbered((consent.prompt.text, round.n, consent.proposal.text), counts)


def numbered(about: tuple[str, int, str], numbers: Mapping[str, float | None]) -> Iterator[Row]:
    return ((*about, name, number) for name, number in numbers.items() if number is not None)


def of_option(vote: Vote, option: Option) -> Mapping[str, float | None]:
    means = {each.name: each.mean for each in option.means}
    return {vote.method: option.number, "rank": option.rank, **means}


def of_question(asked: Question) -> Mapping[str, float | None]:
    return {"n": asked.n, "mean": asked.mean, **{each.name: each.n for each in asked.counts}}
