"""From what is told of a workshop and its texts to the document of its plan, in one language."""

from collections.abc import Iterator, Mapping, Sequence

from talko.core.audience import View
from talko.papers import agreed, written
from talko.papers.compose.agreement import records
from talko.papers.compose.ground import Ground, cards, prompt, said
from talko.papers.compose.numbers import consents, surveys, targets, votes
from talko.papers.document import (
    Asked,
    Contact,
    Document,
    Parked,
    Pending,
    People,
    Pile,
    Reported,
    Side,
    Tick,
    Wall,
    Word,
)
from talko.papers.said import Said, Speech
from talko.papers.view import Told, number, part, parts, text
from talko.papers.why import trail
from talko.papers.words import CHOICES, FIELDS, RULES, SIDES, SOURCES, saying


def compose(told: View, texts: Told, speech: Speech, when_and_where: tuple[str, str]) -> Document:
    """`when_and_where`: today, by which something is late, and the address of the plan page."""
    today, address = when_and_where
    at = Ground(told, texts, speech, trail(told, texts), today)
    answered = surveys(at)
    return Document(
        format="talko.plan.1",
        lang=speech.lang,
        address=address,
        title=by_host(at, "title"),
        question=by_host(at, "question"),
        promise=speech.own(str(texts["promise"])),
        decide=by_host(at, "decide"),
        date=text(told, "date"),
        start=text(told, "start"),
        place=by_host(at, "place"),
        finished=bool(told["finished"]),
        missing=tuple(missing(at)),
        people=people(at),
        next_contact=contact(at),
        records=records(at),
        consents=consents(at),
        passed_over=tuple(prompt(each) for each in agreed.passed_over(told)),
        votes=votes(at),
        surveys=answered,
        evaluation=targets(answered),
        parked=tuple(parked(at)),
        reported=tuple(reported(at)),
        questions=tuple(asked(at)),
        pending=tuple(pending(at)),
        written=tuple(walls(at)),
        brought=tuple(brought(at)),
        words=tuple(words(at)),
        rules=tuple(Said(each, at.spoken) for each in lines(told, "rules")),
        ticks=tuple(ticks(at)),
        support=Said(str(texts["support"]), at.spoken),
        legal_basis="",
        kept=tuple(kept(speech)),
    )


def by_host(at: Ground, name: str) -> Said:
    """What whoever set the workshop up wrote, in the first of its languages."""
    return Said(text(at.told, name), at.spoken)


def lines(view: View, name: str) -> Sequence[str]:
    found = view.get(name)
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def missing(at: Ground) -> Iterator[str]:
    for each in lines(at.told, "missing"):
        id, _, name = each.partition(".")
        title = at.title(id).text
        field = saying(at.speech, FIELDS, name).text
        yield (f"{field}: {title}" if title else field) if name else saying(at.speech, RULES, each).text


def people(at: Ground) -> People:
    its = part(at.told, "people")
    sides = part(its, "sides")
    each = (Side(id, saying(at.speech, SIDES, id).text, int(number(sides, id))) for id in sides)
    return People(int(number(its, "came")), int(number(its, "left")), tuple(each))


def contact(at: Ground) -> Contact | None:
    its = part(part(at.told, "closing"), "contact")
    return Contact(*(text(its, name) for name in ("date", "time", "place", "what"))) if its else None


def parked(at: Ground) -> Iterator[Parked]:
    for each in parts(part(at.told, "closing"), "parked").values():
        yield Parked(
            said(each, "name", "name_lang") or Said("–", at.speech.lang),
            saying(at.speech, CHOICES, text(each, "decision")),
            said(each, "reason"),
            text(each, "owner"),
            at.title(text(each, "target")),
        )


def reported(at: Ground) -> Iterator[Reported]:
    for each in parts(part(at.told, "closing"), "previous").values():
        if "report" in each:
            told = saying(at.speech, CHOICES, text(each, "report"))
            yield Reported(said(each), told, said(each, "note", "note_lang"))


def asked(at: Ground) -> Iterator[Asked]:
    still = part(part(part(at.told, "closing"), "open"), "questions")
    for id, each in parts(at.told, "questions").items():
        yield Asked(said(each), said(each, "answer", "answer_lang"), id in still)


def pending(at: Ground) -> Iterator[Pending]:
    waiting = parts(part(part(at.told, "closing"), "open"), "pending")
    for rounds in waiting.values():
        for each in rounds.values():
            if isinstance(each, Mapping):
                all = at.speech.own(at.speech.say("Everything together"))
                yield Pending(said(each) or all, text(each, "decide_by"))


def walls(at: Ground) -> Iterator[Wall]:
    every = parts(at.told, "activities")
    for each in written.walls(at.told):
        id = next(id for id, step in every.items() if step is each.step)
        piles = (Pile(pile_name(at, each.step, pile), cards(at.speech, pile.cards)) for pile in each.piles)
        yield Wall(id, prompt(each.step), tuple(piles))


def pile_name(at: Ground, step: View, pile: written.Pile) -> Said:
    if pile.name:
        return said(pile.name)
    match text(step, "kind"):
        case "cluster":
            return at.speech.own(at.speech.say("The others"))
        case "discuss":
            return at.speech.own(at.speech.say("Notes"))
        case _:
            return at.speech.own(at.speech.say("Cards"))


def brought(at: Ground) -> Iterator[Pile]:
    for source, every in at.trail.brought.items():
        if every:
            yield Pile(at.speech.own(saying(at.speech, SOURCES, source).text), cards(at.speech, every))


def words(at: Ground) -> Iterator[Word]:
    for each in parts(at.told, "words").values():
        if "plain" in each:
            yield Word(said(each, "word"), said(each, "plain"))


def ticks(at: Ground) -> Iterator[Tick]:
    """Where nobody follows up there is no other person who does."""
    lacking = any(each.endswith(".follower") for each in lines(at.told, "missing"))
    for id, holds in part(part(at.told, "closing"), "ticks").items():
        rule = saying(at.speech, RULES, id)
        yield Tick(rule, bool(holds) and not (id == "owner_is_not_follower" and lacking))


def kept(speech: Speech) -> Iterator[str]:
    """What is stored, and how long: as docs/store.md has it."""
    say = speech.say
    yield say("What people wrote is kept without their names.")
    yield say("Nobody can see who wrote, chose or asked something.")
    yield say("Each vote was deleted when it was counted. The numbers stay.")
    yield say("Names stand only beside what people took on. Each chose the name.")
    yield say("Whoever led the workshop can delete all of it. Until then it stays.")
