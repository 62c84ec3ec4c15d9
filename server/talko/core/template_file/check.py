"""From a written template to the value the workshop runs on, or to everything that is wrong with it."""

from collections.abc import Collection, Iterable, Mapping
from typing import get_args

from talko.core import template
from talko.core.people import Role, Side
from talko.core.template import Template
from talko.core.template_file.agenda import sessions
from talko.core.template_file.form import Form, judged
from talko.core.template_file.kinds import Known, items, reference
from talko.core.template_file.problem import Problem
from talko.core.template_file.written import Node, activity_nodes, id_of

LEVELS: tuple[template.Level, ...] = get_args(template.Level)
LANGUAGE_LEVELS: tuple[template.LanguageLevel, ...] = get_args(template.LanguageLevel)
BREAKDOWNS: tuple[template.Breakdown, ...] = get_args(template.Breakdown)
CLOSING_RULES: tuple[template.ClosingRule, ...] = get_args(template.ClosingRule)
RECORD_FIELDS: tuple[template.RecordField, ...] = get_args(template.RecordField)


def check(tree: Node, bank: template.ItemBank) -> Template | tuple[Problem, ...]:
    if not isinstance(tree.value, dict):
        return (Problem(tree.line, "", "not_a_template"),)
    return judged(tree, "the template", lambda form: whole_template(form, bank), agrees)


def check_bank(tree: Node) -> template.ItemBank | tuple[Problem, ...]:
    return judged(tree, "the item bank", item_bank, lambda form, bank: None)


def item_bank(form: Form) -> template.ItemBank:
    form.whole("version", 1, 9999)
    scale = form.form("scale")
    answers = {key: scale.form(key).speaks() for key in ("1", "2", "3", "4", "5", "na")}
    return template.ItemBank(answers, items(form, "items", "item", {}), drafts(form, answers["1"]))


def whole_template(form: Form, bank: template.ItemBank) -> Template:
    names, sets = form.form("names").speaks("sv"), item_sets(form, bank)
    known = Known(bank, sets, frozenset(id for node in activity_nodes(form.node) if (id := id_of(node))))
    return Template(
        id=form.id(),
        version=form.whole("version", 1, 9999),
        names=names,
        purpose=form.form("purpose").languages(),
        who=who(form.form("who")),
        duration=duration(form.form("duration")),
        language_level=form.word("language_level", LANGUAGE_LEVELS),
        promise=promise(form.form("promise")),
        settings=rules(form.form("settings")),
        item_sets=sets,
        sessions=sessions(form, known),
        closing=closing(form.form("closing"), known),
        evaluation=evaluation(form.form("evaluation"), known),
        drafts=drafts(form, names),
    )


def drafts(form: Form, told: Mapping[str, str]) -> tuple[str, ...]:
    return form.words("drafts", tuple(told), ())


def item_sets(form: Form, bank: template.ItemBank) -> Mapping[str, tuple[template.Item, ...]]:
    if not form.has("item_sets"):
        return {}
    sets = form.form("item_sets")
    return {name: item_set(sets, name, bank) for name in sets.names()}


def item_set(sets: Form, name: str, bank: template.ItemBank) -> tuple[template.Item, ...]:
    return tuple(items(sets, name, f"item set {name}, item", bank.items).values())


def who(form: Form) -> template.Who:
    return template.Who(
        form.words("roles", tuple(Role)),
        size(form.form("size")),
        users_share_min=form.number("users_share_min", 0, 1),
        note=form.advice("note"),
    )


def size(form: Form) -> template.Size:
    found = template.Size(*(form.whole(key, 1, 5000) for key in ("min", "ideal", "max")))
    form.not_more_than("min", found.min, "ideal", found.ideal)
    form.not_more_than("ideal", found.ideal, "max", found.max)
    return found


def duration(form: Form) -> template.Duration:
    return template.Duration(
        sessions=form.whole("sessions", 1, 50),
        minutes=form.whole("minutes", 1, 5000),
        slack=form.whole("slack", 0, 500),
        repeat=form.advice("repeat"),
        note=form.advice("note"),
    )


def promise(form: Form) -> template.Promise:
    level = form.word("level", LEVELS)
    return template.Promise(level, form.languages())


def rules(form: Form) -> template.Rules:
    return template.Rules(
        breakdown=form.word("breakdown", BREAKDOWNS),
        suppress_below=form.whole("suppress_below", 3, 50, 5),
        ask_anytime=form.yes("ask_anytime", True),
        flag_word=form.yes("flag_word", True),
        more_time=form.yes("more_time", True),
        vote_sides=form.words("vote_sides", tuple(Side), tuple(Side)),
        offline_queue=form.yes("offline_queue"),
        one_card_at_a_time=form.yes("one_card_at_a_time"),
        sensitive=form.yes("sensitive"),
        symbols=form.yes("symbols"),
        timers_visible=form.yes("timers_visible", True),
        voice_or_helper_entry=form.yes("voice_or_helper_entry"),
    )


# The end of the workshop


def closing(form: Form, known: Known) -> template.Closing:
    found = template.Closing(
        min_actions=form.whole("min_actions", 0, 50),
        action_requires=form.words("action_requires", RECORD_FIELDS),
        rules=form.words("rules", CLOSING_RULES),
        commitment_check=reference(form, "commitment_check", "consent", known, ""),
    )
    if "commitment_check_done" in found.rules and not form.has("commitment_check"):
        form.note("rules", "no_check_named")
    return found


def evaluation(form: Form, known: Known) -> template.Evaluation:
    return template.Evaluation(
        survey=reference(form, "survey", "survey", known),
        targets=targets(form),
        compare_sides=form.words("compare_sides", list(known.bank.items), ()),
        trend=tuple(item.id for name in form.words("trend", known.names, ()) for item in known.items(name)),
    )


def targets(form: Form) -> Mapping[str, float]:
    if not form.has("targets"):
        return {}
    means = form.form("targets")
    return {item: means.number(item, 1, 5) for item in means.names()}


# What can be seen only when everything else is right


def agrees(form: Form, whole: Template) -> None:
    adds_up(form.form("duration"), whole)
    closes(form.form("closing"), whole)
    evaluates(form.form("evaluation"), whole)


def adds_up(form: Form, whole: Template) -> None:
    length, count = whole.duration, len(whole.sessions)
    taken = sum(activity.minutes for activity in template.activities(whole).values())
    if taken + length.slack != length.minutes:
        told = {"sum": str(taken), "slack": str(length.slack), "found": str(length.minutes)}
        form.note("minutes", "not_the_sum", **told)
    if count != length.sessions:
        form.note("sessions", "not_the_count", count=str(count), found=str(length.sessions))


def closes(form: Form, whole: Template) -> None:
    steps = template.activities(whole)
    check = whole.closing.commitment_check
    if check and not any(source.take == "records" for source in steps[check].sources):
        form.note("commitment_check", "check_on_nothing", found=check)
    plans = [step.settings.kind for step in steps.values() if isinstance(step.settings, template.Plan)]
    for name in whole.closing.action_requires:
        if not any(name in template.FIELDS[kind] for kind in plans):
            form.note("action_requires", "no_such_field", found=name)


def evaluates(form: Form, whole: Template) -> None:
    steps, evaluation = template.activities(whole), whole.evaluation
    asked = {item.id: item.kind for item in asks(steps[evaluation.survey])}
    anywhere = {item.id for step in steps.values() for item in asks(step)}
    are_asked(form, "targets", evaluation.targets, asked, evaluation.survey)
    are_asked(form, "compare_sides", evaluation.compare_sides, asked, evaluation.survey)
    are_asked(form, "trend", evaluation.trend, anywhere, "any survey")
    for name in evaluation.targets:
        if asked.get(name, "scale") != "scale":
            form.form("targets").note(name, "no_mean", found=name)


def are_asked(form: Form, key: str, names: Iterable[str], asked: Collection[str], survey: str) -> None:
    for name in names:
        if name not in asked:
            form.note(key, "not_asked", found=name, survey=survey)


def asks(activity: template.Activity) -> tuple[template.Item, ...]:
    return activity.settings.items if isinstance(activity.settings, template.Survey) else ()
