"""How each of the seven kinds of activity, and each question of a survey, is read from a written template."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import assert_never, get_args

from talko.core import template
from talko.core.template_file.form import Form
from talko.core.template_file.written import hint

MODES: tuple[template.Mode, ...] = get_args(template.Mode)
NOTES: tuple[template.Notes, ...] = get_args(template.Notes)
ANONYMITY: tuple[template.Anonymity, ...] = get_args(template.Anonymity)
UNVEIL: tuple[template.Unveil, ...] = get_args(template.Unveil)
ENTRY: tuple[template.Entry, ...] = get_args(template.Entry)
OPENS: tuple[template.Opens, ...] = get_args(template.Opens)
HANDS: tuple[template.Hands, ...] = get_args(template.Hands)
METHODS: tuple[template.Method, ...] = get_args(template.Method)
ASSIGN: tuple[template.Assign, ...] = get_args(template.Assign)
VOTE_DISPLAY: tuple[template.VoteDisplay, ...] = get_args(template.VoteDisplay)
SURVEY_DISPLAY: tuple[template.SurveyDisplay, ...] = get_args(template.SurveyDisplay)
CONSENT_SCALE: tuple[template.ConsentScale, ...] = get_args(template.ConsentScale)
RECORD_KINDS: tuple[template.RecordKind, ...] = get_args(template.RecordKind)
SHOWING: tuple[template.Showing, ...] = get_args(template.Showing)
ITEM_KINDS: tuple[template.ItemKind, ...] = get_args(template.ItemKind)
FLOORS: tuple[template.Floor, ...] = get_args(template.Floor)[1:]

HIGHEST: dict[template.ConsentScale, int] = {"five": 5, "three": 2}


@dataclass(frozen=True, slots=True)
class Known:
    """What an activity may refer to, growing as the agenda is read."""

    bank: template.ItemBank
    sets: Mapping[str, tuple[template.Item, ...]]
    everywhere: frozenset[str]  # the ids of all activities
    before: dict[str, template.Kind | None] = field(default_factory=dict)  # those above, in order

    def items(self, name: str) -> tuple[template.Item, ...]:
        return self.sets[name[1:]] if name.startswith("@") else (self.bank.items[name],)

    @property
    def names(self) -> list[str]:
        return [*self.bank.items, *(f"@{name}" for name in self.sets)]


def discuss(form: Form, known: Known) -> template.Discuss:
    mode = form.word("mode", MODES)
    return template.Discuss(
        mode,
        notes=form.word("notes", NOTES),
        group_size=form.whole("group_size", 2, 50, None if mode in ("groups", "rotate") else 0),
        rounds=form.whole("rounds", 1, 20, 1),
    )


def collect(form: Form, known: Known) -> template.Collect:
    return template.Collect(
        max_per_person=form.whole("max_per_person", 1, 200),
        max_chars=form.whole("max_chars", 1, 2000),
        anonymity=anonymity(form),
        reveal=form.word("reveal", UNVEIL),
        entry=form.word("entry", ENTRY),
        opens=form.word("opens", OPENS),
        buckets=buckets(form),
        per_item=form.yes("per_item"),
        feeling=form.yes("feeling"),
    )


def anonymity(form: Form) -> template.Anonymity:
    if form.has("anonymity") and form.entries["anonymity"].value == "named":
        form.note("anonymity", "named")
        return "anonymous"
    return form.word("anonymity", ANONYMITY)


def buckets(form: Form) -> tuple[template.Bucket, ...]:
    found: dict[str, template.Bucket] = {}
    for each in form.forms("buckets", f"{form.place}, bucket", needed=False):
        id = each.new_id(found)
        found[id] = template.Bucket(id, each.languages())
    return tuple(found.values())


def cluster(form: Form, known: Known) -> template.Cluster:
    return template.Cluster(form.word("who", HANDS), form.whole("max_themes", 1, 50))


def vote(form: Form, known: Known) -> template.Vote:
    """Each method has keys of its own; when the method is unclear, they cannot be judged."""
    method = form.word("method", METHODS)
    vote = template.Vote(
        method,
        select_top=form.whole("select_top", 1, 50),
        display=form.word("display", VOTE_DISPLAY),
        compare_with=reference(form, "compare_with", "vote", known, ""),
    )
    if "method" in form.bad:
        form.let_be()
        return vote
    match method:
        case "dots":
            return dots(form, vote)
        case "rank":
            return replace(vote, top_k=form.whole("top_k", 1, 50))
        case "rate":
            return rate(form, vote)
        case _:
            assert_never(method)


def dots(form: Form, vote: template.Vote) -> template.Vote:
    budget, most = form.whole("budget", 1, 50), form.whole("max_per_item", 1, 50)
    form.not_more_than("max_per_item", most, "budget", budget)
    return replace(vote, budget=budget, max_per_item=most)


def rate(form: Form, vote: template.Vote) -> template.Vote:
    assign = form.word("assign", ASSIGN, "all")
    found: dict[str, template.Criterion] = {}
    for each in form.forms("criteria", f"{form.place}, criterion"):
        id = each.new_id(found)
        found[id] = template.Criterion(id, each.languages(), each.whole("weight", 1, 10, 1))
    return replace(
        vote,
        criteria=tuple(found.values()),
        scale=form.pair("scale"),
        assign=assign,
        per_person=form.whole("per_person", 1, 50) if assign == "random" else 0,
    )


def consent(form: Form, known: Known) -> template.Consent:
    scale = form.word("scale", CONSENT_SCALE)
    return template.Consent(
        scale,
        pass_min=form.whole("pass_min", 1, HIGHEST[scale]),
        max_rounds=form.whole("max_rounds", 1, 10),
        need_time=form.yes("need_time", None),
    )


def plan(form: Form, known: Known) -> template.Plan:
    least, most = form.whole("min", 0, 50), form.whole("max", 1, 50)
    form.not_more_than("min", least, "max", most)
    return template.Plan(form.word("kind", RECORD_KINDS), form.word("who_fills", HANDS), least, most)


def survey(form: Form, known: Known) -> template.Survey:
    names = form.words("items", known.names, ())
    return template.Survey(
        items=tuple(item for name in names for item in known.items(name)),
        show=form.word("show", SHOWING),
        display=form.word("display", SURVEY_DISPLAY),
        per_item=form.yes("per_item"),
    )


READ: dict[template.Kind, Callable[[Form, Known], template.ActivitySettings]] = {
    "discuss": discuss,
    "collect": collect,
    "cluster": cluster,
    "vote": vote,
    "consent": consent,
    "plan": plan,
    "survey": survey,
}


def reference(form: Form, key: str, wanted: template.Kind, known: Known, given: str | None = None) -> str:
    """The id of an activity above, of the kind that is wanted."""
    id = form.text(key, given)
    if id and (kind := kind_of(form, key, id, known)) and kind != wanted:
        form.note(key, "not_that_kind", found=id, wanted=wanted, kind=kind)
    return id


def kind_of(form: Form, key: str, id: str, known: Known) -> template.Kind | None:
    if id not in known.before:
        later = id in known.everywhere
        form.note(key, "comes_later" if later else "no_such_activity", found=id, hint=hint(id, known.before))
        return None
    return known.before[id]


# Questions


def items(form: Form, key: str, name: str, taken: Mapping[str, template.Item]) -> dict[str, template.Item]:
    """By id; none may have an id that is taken."""
    found: dict[str, template.Item] = {}
    for each in form.forms(key, name):
        id = each.new_id(taken.keys() | found.keys())
        found[id] = item(each, id)
    return found


def item(form: Form, id: str) -> template.Item:
    kind = form.word("kind", ITEM_KINDS)
    return template.Item(
        id,
        kind,
        form.languages(),
        construct=form.text("construct", ""),
        options=options(form) if kind == "choice" else (),
        floor=form.word("floor", FLOORS, ""),
        room=form.id("room", ""),
    )


def options(form: Form) -> tuple[template.Option, ...]:
    found: dict[str, template.Option] = {}
    for each in form.forms("options", f"{form.place}, option"):
        id = each.new_id(found)
        found[id] = template.Option(id, each.languages())
    return tuple(found.values())
