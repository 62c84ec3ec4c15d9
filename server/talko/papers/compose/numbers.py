"""Votes, surveys and consents, with the numbers that may be told."""

from collections.abc import Iterator, Mapping, Sequence

from talko.core.audience import View
from talko.papers import agreed, answered, chosen
from talko.papers.compose.ground import Ground, prompt, said
from talko.papers.document import Target
from talko.papers.results import Consent, Count, Mean, OfSide, Option, Question, Round, Survey, Vote
from talko.papers.said import Said
from talko.papers.view import Told, number, part, parts, text
from talko.papers.words import FLOORS, RESULTS, SIDES, saying, support

METHODS: Mapping[str, str] = {"dots": "dots", "rank": "dots", "rate": "score"}


def votes(at: Ground) -> tuple[Vote, ...]:
    return tuple(vote(at, each) for each in chosen.votes(at.told, at.texts))


def vote(at: Ground, each: chosen.Vote) -> Vote:
    method, result = str(each.settings["method"]), each.result
    scale = each.settings["scale"]
    assert isinstance(scale, Sequence)
    return Vote(
        id=id_of(at, each.step),
        round=int(number(result, "nth")),
        prompt=prompt(each.step),
        method="rate" if method == "rate" else "rank" if method == "rank" else "dots",
        highest=float(scale[-1]) if method == "rate" else 0.0,
        ballots=whole(result, "ballots"),
        run_off="run_off" in result,
        compared=bool(each.settings["compare_with"]),
        order_only=bool(each.sides) and part(result, "by_side").get("told") == "order_only",
        options=tuple(option(at, each, row) for row in each.rows),
    )


def option(at: Ground, vote: chosen.Vote, row: chosen.Row) -> Option:
    shown = METHODS[str(vote.settings["method"])]
    nothing = 0.0 if shown == "dots" and "ballots" in vote.result else None
    return Option(
        name=Said(row.text or "–", row.lang),
        rank=whole(row.its, "rank"),
        goes_on="selected" in row.its,
        number=figure(row.its, shown) if shown in row.its else nothing,
        means=tuple(criteria(vote.settings, row.its)),
        by_side=tuple(of_side(at, id, row.by_side[id]) for id in vote.sides),
        before=row.before or None,
    )


def criteria(settings: Told, its: View) -> Iterator[Mean]:
    every = settings["criteria"]
    assert isinstance(every, Sequence)
    for each in every if settings["method"] == "rate" else ():
        yield Mean(each["id"], each["text"], figure(part(part(its, "criteria"), each["id"]), "mean"))


def of_side(at: Ground, id: str, its: View) -> OfSide:
    told = figure(its, "score") if "score" in its else figure(its, "dots")
    return OfSide(id, saying(at.speech, SIDES, id).text, told, whole(its, "rank"))


def surveys(at: Ground) -> tuple[Survey, ...]:
    return tuple(survey(at, each) for each in answered.surveys(at.told, at.texts))


def survey(at: Ground, each: answered.Survey) -> Survey:
    floors = (Mean(id, saying(at.speech, FLOORS, id).text, mean) for id, mean in each.floors.items())
    return Survey(
        id=id_of(at, each.step),
        round=int(number(each.result, "nth")),
        prompt=prompt(each.step),
        about=said(each.about),
        ballots=whole(each.result, "ballots"),
        floors=tuple(floors),
        questions=tuple(question(at, one) for one in each.questions if one.answers or one.texts),
    )


def question(at: Ground, one: answered.Question) -> Question:
    kind = str(one.item["kind"])
    sides = part(one.answers, "by_side")
    return Question(
        id=one.id,
        text=Said(str(one.item["text"]), str(one.item["lang"])),
        kind="scale" if kind == "scale" else "choice" if kind == "choice" else "text",
        n=int(number(one.answers, "n")) if one.answers else len(one.texts),
        mean=figure(one.answers, "mean"),
        counts=tuple(
            Count(value, answer(at, one.item, value), int(number(part(one.answers, "counts"), value)))
            for value in part(one.answers, "counts")
        ),
        by_side=tuple(OfSide(id, saying(at.speech, SIDES, id).text, figure(sides, id), None) for id in sides),
        aim=figure(one.target, "target"),
        met=bool(one.target.get("met")),
        texts=tuple(said(each) for each in one.texts),
    )


def answer(at: Ground, item: Told, value: str) -> str:
    options, answers = item["options"], at.texts["answers"]
    assert isinstance(options, Sequence) and isinstance(answers, Mapping)
    own = (str(each["text"]) for each in options if each["id"] == value)
    return next(own, str(answers.get(value, value)))


def targets(surveys: Sequence[Survey]) -> tuple[Target, ...]:
    every = (question for survey in surveys for question in survey.questions)
    return tuple(Target(each.text, each.aim, each.mean, each.met) for each in every if each.aim is not None)


def consents(at: Ground) -> tuple[Consent, ...]:
    return tuple(consent(at, each) for each in agreed.proposals(at.told, at.texts))


def consent(at: Ground, each: agreed.Proposal) -> Consent:
    asked = prompt(each.step)
    return Consent(
        id=id_of(at, each.step),
        prompt=asked,
        proposal=Said(each.text, each.lang) if each.text else asked,
        record=each.id if each.is_record else "",
        result=saying(at.speech, RESULTS, each.result),
        rounds=tuple(round(at, one) for one in each.rounds),
    )


def round(at: Ground, its: View) -> Round:
    supports = part(its, "supports")
    return Round(
        n=int(number(its, "nth")),
        result=saying(at.speech, RESULTS, text(its, "result")),
        until=text(its, "decide_by"),
        changed=said(its, "wording", "wording_lang"),
        ballots=whole(its, "ballots") if supports else None,
        supports=tuple(
            Count(level, support(at.speech, level, text(its, "scale")), int(number(supports, level)))
            for level in supports
        ),
        concerns=tuple(said(each) for each in parts(its, "concerns").values()),
    )


def id_of(at: Ground, step: View) -> str:
    return next(id for id, each in parts(at.told, "activities").items() if each is step)


def whole(view: View, name: str) -> int | None:
    return int(number(view, name)) if name in view else None


def figure(view: View, name: str) -> float | None:
    return float(number(view, name)) if name in view else None
