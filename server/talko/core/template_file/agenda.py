"""How the agenda is read from a written template: sessions, stages, activities, and what each works on."""

from typing import get_args

from talko.core import template
from talko.core.template_file.form import Form
from talko.core.template_file.kinds import READ, Known, kind_of
from talko.core.template_file.written import id_of

KINDS: tuple[template.Kind, ...] = get_args(template.Kind)
STAGES: tuple[template.StageName, ...] = get_args(template.StageName)

NO_SOURCE = template.Source("notes")


def sessions(form: Form, known: Known) -> tuple[template.Session, ...]:
    found: dict[str, template.Session] = {}
    for each in form.forms("sessions", "session"):
        id = each.new_id(found)
        found[id] = template.Session(id, each.form("names").languages("sv"), days(each), stages(each, known))
    return tuple(found.values())


def days(form: Form) -> int:
    if not form.has("async"):
        return 0
    online = form.form("async")
    return online.whole("days", 1, 366)


def stages(form: Form, known: Known) -> tuple[template.Stage, ...]:
    found = []
    for each in form.forms("stages", f"{form.place}, stage"):
        name = each.word("stage", STAGES)
        steps = tuple(activity(step, known) for step in each.forms("activities", "activity"))
        found.append(template.Stage(name, steps))
    return tuple(found)


def activity(form: Form, known: Known) -> template.Activity:
    found = template.Activity(
        form.new_id(known.before),
        minutes=form.whole("minutes", 0, 600),
        prompt=form.form("prompt").languages(),
        sources=tuple(source(each, known) for each in form.forms("from", needed=False)),
        settings=settings(form, known),
        think_seconds=form.whole("think_seconds", 0, 3600, 0),
        optional=form.yes("optional"),
        guide=form.advice("guide"),
    )
    works_on_something(form, found)
    return found


def settings(form: Form, known: Known) -> template.ActivitySettings:
    """Without knowing the kind, the other keys cannot be judged."""
    kind = form.word("type", KINDS)
    known.before[id_of(form.node)] = None if "type" in form.bad else kind
    if "type" not in form.bad:
        return READ[kind](form, known)
    form.let_be()
    return template.Discuss("present")


def source(form: Form, known: Known) -> template.Source:
    take, activity = form.text("take"), form.text("activity", "")
    brought = form.word("source", tuple(template.BRINGS), "")
    if bool(activity) is form.has("source"):
        form.note("activity", "one_source")
    elif activity and (kind := kind_of(form, "activity", activity, known)):
        return template.Source(given(form, take, activity, kind), activity=activity)
    elif brought and not form.bad:
        return template.Source(brings(form, take, brought), brought=brought)
    return NO_SOURCE


def given(form: Form, take: str, activity: str, kind: template.Kind) -> template.Take:
    for one in template.GIVES[kind]:
        if one == take:
            return one
    if take:
        gives = " or ".join(template.GIVES[kind])
        form.note("take", "does_not_give", take=take, found=activity, kind=kind, gives=gives)
    return template.GIVES[kind][0]


def brings(form: Form, take: str, brought: template.Brought) -> template.Take:
    if take != template.BRINGS[brought]:
        form.note("take", "brings_only", take=take, found=brought, gives=template.BRINGS[brought])
    return template.BRINGS[brought]


def works_on_something(form: Form, activity: template.Activity) -> None:
    why = needs(activity.settings)
    if why and not activity.sources and "from" not in form.bad:
        form.note("from", "needs_from", why=why)
    match activity.settings:
        case template.Survey(items=()) if not activity.optional and "items" not in form.bad:
            form.note("items", "needs_items")


def needs(settings: template.ActivitySettings) -> str:
    """Why it cannot begin from nothing; empty if it can."""
    match settings:
        case template.Discuss(mode="read"):
            return "what people read"
        case template.Cluster():
            return "what is put together"
        case template.Vote():
            return "what people vote on"
        case template.Collect(per_item=True) | template.Survey(per_item=True):
            return '"per_item" asks about each thing that comes from there'
        case _:
            return ""
