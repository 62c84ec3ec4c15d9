"""Results on paper: each as a figure, and as a table that says the same in numbers."""

from collections.abc import Iterator, Sequence

from talko.papers.blocks import Bar, Block, Facts, Figure, Heading, Item, Items, Paragraph, Table
from talko.papers.document import Document
from talko.papers.results import Consent, Option, Question, Round, Survey, Vote
from talko.papers.said import Said, Speech

MOST_OF_A_SCALE = 5.0


def votes(document: Document, speech: Speech) -> Iterator[Block]:
    if document.votes:
        yield Heading(2, speech.own(speech.say("What people chose")))
    for each in document.votes:
        yield from vote(each, speech)


def vote(its: Vote, speech: Speech) -> Iterator[Block]:
    yield Heading(3, its.prompt)
    if its.run_off:
        yield Paragraph(speech.own(speech.say("Between those that were equal.")), "quiet")
    yield Paragraph(speech.own(how_many(its.ballots, speech)), "quiet")
    if figure := vote_figure(its, speech):
        yield figure
    yield vote_table(its, speech)
    if its.order_only:
        yield Paragraph(speech.own(speech.say("Some groups are small. Only their order is told.")), "quiet")


def how_many(ballots: int | None, speech: Speech) -> str:
    if ballots is None:
        return speech.say("Fewer than five people answered, so no numbers are told.")
    return speech.count("%(n)s person answered.", "%(n)s people answered.", ballots)


def vote_figure(its: Vote, speech: Speech) -> Figure | None:
    bars = tuple(
        Bar(each.name, each.number, shown(its, each, speech), each.goes_on)
        for each in its.options
        if each.number is not None
    )
    return figure(its.prompt, bars, its.highest) if its.ballots is not None else None


def figure(caption: Said, bars: Sequence[Bar], highest: float = 0.0) -> Figure | None:
    """Nothing where there is nothing to compare."""
    alt = f"{caption.text} {'; '.join(f'{each.name.text}: {each.shown}' for each in bars)}."
    most = highest or max((each.n for each in bars), default=0.0)
    return Figure(caption, alt, tuple(bars), most) if bars and most > 0 else None


def shown(its: Vote, option: Option, speech: Speech) -> str:
    if option.number is None:
        return "–"
    return speech.decimal(option.number, 2) if its.method == "rate" else str(int(option.number))


def vote_table(its: Vote, speech: Speech) -> Table:
    say = speech.say
    means = [each.name for each in its.options[0].means] if its.options else []
    sides = [each.name for each in its.options[0].by_side] if its.options else []
    number = [measure(its, speech), *means, *sides] if its.ballots is not None else []
    before = [say("Rank before")] if its.compared else []
    head = (say("What"), say("Rank"), *number, *before, say("Goes on"))
    rows = tuple(vote_row(its, each, speech) for each in its.options)
    return Table(speech.own(say("All numbers")), head, rows, tuple(range(1, len(head) - 1)))


def measure(its: Vote, speech: Speech) -> str:
    names = {"rate": speech.say("Score"), "rank": speech.say("Points"), "dots": speech.say("Votes")}
    return names[its.method]


def vote_row(its: Vote, option: Option, speech: Speech) -> tuple[Said, ...]:
    number = [shown(its, option, speech), *means(option, speech), *sides(its, option, speech)]
    told = number if its.ballots is not None else []
    before = [dash(option.before)] if its.compared else []
    goes_on = f"✓ {speech.say('Goes on')}" if option.goes_on else "–"
    cells = (dash(option.rank), *told, *before, goes_on)
    return (option.name, *(speech.own(cell) for cell in cells))


def means(option: Option, speech: Speech) -> list[str]:
    return [speech.decimal(each.mean, 2) if each.mean is not None else "–" for each in option.means]


def sides(its: Vote, option: Option, speech: Speech) -> Iterator[str]:
    for each in option.by_side:
        if its.order_only or each.number is None:
            yield f"{each.rank}." if each.rank else "–"
        else:
            yield speech.decimal(each.number, 2) if its.method == "rate" else str(int(each.number))


def dash(number: int | None) -> str:
    return "–" if number is None else str(number)


# Surveys


def surveys(document: Document, speech: Speech) -> Iterator[Block]:
    if document.surveys:
        yield Heading(2, speech.own(speech.say("What people answered")))
    for each in document.surveys:
        yield from survey(each, speech)


def survey(its: Survey, speech: Speech) -> Iterator[Block]:
    yield Heading(3, survey_title(its))
    yield Paragraph(speech.own(how_many(its.ballots, speech)), "quiet")
    rated = [each for each in its.questions if each.mean is not None]
    if drawn := means_figure(its, speech):
        yield drawn
    if its.floors:
        yield Facts(tuple((each.name, speech.own(speech.decimal(each.mean or 0, 2))) for each in its.floors))
    if rated:
        yield means_table(rated, speech)
        yield counts_table(rated, speech)
    for each in its.questions:
        yield from question(each, speech)


def survey_title(its: Survey) -> Said:
    return Said(f"{its.prompt.text} – {its.about.text}" if its.about else its.prompt.text, its.prompt.lang)


def means_figure(its: Survey, speech: Speech) -> Figure | None:
    rated = [(each.text, each.mean) for each in its.questions if each.mean is not None]
    bars = [Bar(text, mean, speech.decimal(mean, 2)) for text, mean in rated]
    return figure(survey_title(its), bars, MOST_OF_A_SCALE)


def means_table(rated: Sequence[Question], speech: Speech) -> Table:
    say = speech.say
    sides = {side.id: side.name for each in rated for side in each.by_side}
    head = (say("Question"), say("Mean"), say("Answers"), *sides.values(), say("Aim"))
    rows = [
        (
            each.text,
            *(speech.own(cell) for cell in (speech.decimal(each.mean or 0, 2), str(each.n))),
            *(speech.own(of_side(each, side, speech)) for side in sides),
            speech.own(aim(each, speech)),
        )
        for each in rated
    ]
    return Table(speech.own(say("Means and aims")), head, tuple(rows), tuple(range(1, 3 + len(sides))))


def of_side(its: Question, side: str, speech: Speech) -> str:
    """Some questions are told by side, others are not."""
    told = next((each.number for each in its.by_side if each.id == side), None)
    return "–" if told is None else speech.decimal(told, 2)


def aim(its: Question, speech: Speech) -> str:
    if its.aim is None:
        return "–"
    wanted = speech.decimal(its.aim, 1)
    words = (
        speech.say("the aim of %(aim)s is met") if its.met else speech.say("the aim of %(aim)s is not met")
    )
    return f"{'✓' if its.met else '○'} {words % {'aim': wanted}}"


def counts_table(rated: Sequence[Question], speech: Speech) -> Table:
    """How many gave each answer."""
    names = {each.id: each.name for question in rated for each in question.counts}
    caption = speech.own(speech.say("How many gave each answer"))
    rows = [(each.text, *(speech.own(str(n)) for n in given(each, list(names)))) for each in rated]
    return Table(
        caption, (speech.say("Question"), *names.values()), tuple(rows), tuple(range(1, len(names) + 1))
    )


def given(question: Question, answers: Sequence[str]) -> list[int]:
    counts = {each.id: each.n for each in question.counts}
    return [counts.get(each, 0) for each in answers]


def question(its: Question, speech: Speech) -> Iterator[Block]:
    """A choice, or own words."""
    if its.kind == "choice" and its.counts:
        head = (speech.say("What was answered"), speech.say("How many"))
        rows = tuple((speech.own(each.name), speech.own(str(each.n))) for each in its.counts)
        yield Table(its.text, head, rows, (1,))
    if its.texts:
        yield Paragraph(its.text, "strong")
        yield Items(tuple(Item(each) for each in its.texts))


# Consents


def consents(document: Document, speech: Speech) -> Iterator[Block]:
    if document.consents or document.passed_over:
        yield Heading(2, speech.own(speech.say("What everybody was asked")))
    for each in document.consents:
        yield from consent(each, speech)
    for passed in document.passed_over:
        yield Paragraph(Said(passed.text, passed.lang))
        yield Paragraph(speech.own(speech.say("This was passed over.")), "quiet")


def consent(its: Consent, speech: Speech) -> Iterator[Block]:
    yield Heading(3, its.proposal)
    if its.rounds:
        yield Facts(tuple(facts(its.rounds, speech)))
        yield supports(its, speech)


def facts(rounds: Sequence[Round], speech: Speech) -> Iterator[tuple[str, Said]]:
    for each in rounds:
        yield name(each, speech), speech.own(result(each, speech))
        if each.changed:
            yield speech.say("What was changed:"), each.changed


def name(round: Round, speech: Speech) -> str:
    return speech.say("Round %(n)s") % {"n": round.n}


def supports(its: Consent, speech: Speech) -> Table:
    """A row for each answer that somebody gave, a column for each round."""
    head = (speech.say("What was answered"), *(name(each, speech) for each in its.rounds))
    answers = {each.id: each.name for round in its.rounds for each in round.supports if each.n}
    rows = [
        (speech.own(words), *(speech.own(str(support(each, id))) for each in its.rounds))
        for id, words in answers.items()
    ]
    return Table(its.prompt, head, tuple(rows), tuple(range(1, len(head))))


def support(round: Round, level: str) -> int:
    return next((each.n for each in round.supports if each.id == level), 0)


def result(its: Round, speech: Speech) -> str:
    until = speech.say("until %(date)s") % {"date": speech.day(its.until)} if its.until else ""
    return f"{its.result.text} ({until})" if until and its.result.id == "pending" else its.result.text
