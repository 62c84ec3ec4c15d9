"""A workshop template as values: what the group does, in which order, and what must be there at the end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from talko.core.people import Role, Side

Text: TypeAlias = "Mapping[str, str]"  # language -> text

Kind = Literal["discuss", "collect", "cluster", "vote", "consent", "plan", "survey"]
StageName = Literal["opening", "needs", "ideation", "piloting", "evaluation", "closing"]
Take = Literal[
    "notes", "cards", "themes", "selection", "accepted", "records", "results",
    "field_cards", "previous_records", "feedback_items",
]  # fmt: skip
Brought = Literal["", "field", "previous", "feedback"]

GIVES: dict[Kind, tuple[Take, ...]] = {
    "discuss": ("notes",),
    "collect": ("cards",),
    "cluster": ("themes",),
    "vote": ("selection",),
    "consent": ("accepted",),
    "plan": ("records", "previous_records"),
    "survey": ("results",),
}
BRINGS: dict[Brought, Take] = {
    "field": "field_cards",
    "previous": "previous_records",
    "feedback": "feedback_items",
}


@dataclass(frozen=True, slots=True)
class Source:
    """What an activity works on: something an earlier activity gave, or something brought to the workshop."""

    take: Take
    activity: str = ""
    brought: Brought = ""


# The seven kinds of activity

Mode = Literal["present", "read", "pairs", "groups", "round_robin", "rotate", "plenary"]
Notes = Literal["none", "host", "anyone"]
Anonymity = Literal["anonymous", "nickname"]
Unveil = Literal["on_close", "live"]
Entry = Literal["self", "proxy", "group", "any"]
Opens = Literal["before", "live", "after"]
Hands = Literal["facilitator", "groups", "everyone"]
Method = Literal["dots", "rank", "rate"]
Assign = Literal["all", "random"]
VoteDisplay = Literal["bars", "matrix", "list"]
SurveyDisplay = Literal["bars", "radar", "list"]
ConsentScale = Literal["five", "three"]
RecordKind = Literal["action", "pilot", "response"]
Showing = Literal["on_close", "later"]
ItemKind = Literal["scale", "choice", "text"]
Floor = Literal["", "foundation", "rooms", "attic"]


@dataclass(frozen=True, slots=True)
class Discuss:
    mode: Mode
    notes: Notes = "none"
    group_size: int = 0  # 0 is everybody together
    rounds: int = 1


@dataclass(frozen=True, slots=True)
class Bucket:
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Collect:
    max_per_person: int
    max_chars: int
    anonymity: Anonymity = "anonymous"
    reveal: Unveil = "on_close"
    entry: Entry = "any"
    opens: Opens = "live"
    buckets: tuple[Bucket, ...] = ()
    per_item: bool = False
    feeling: bool = False  # -2 … +2 on each card


@dataclass(frozen=True, slots=True)
class Cluster:
    who: Hands
    max_themes: int


@dataclass(frozen=True, slots=True)
class Criterion:
    id: str
    text: Text
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Vote:
    """Budget and max_per_item belong to dots, top_k to rank, what follows to rate; else they say nothing."""

    method: Method
    select_top: int
    display: VoteDisplay = "bars"
    compare_with: str = ""  # an earlier vote
    budget: int = 0
    max_per_item: int = 0
    top_k: int = 0
    criteria: tuple[Criterion, ...] = ()
    scale: tuple[int, int] = (1, 5)  # lowest and highest number
    assign: Assign = "all"
    per_person: int = 0  # how many items each scores, when they are assigned at random


@dataclass(frozen=True, slots=True)
class Consent:
    scale: ConsentScale  # five: 0 to 5, three: 0 to 2
    pass_min: int
    max_rounds: int = 2
    need_time: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    kind: RecordKind
    who_fills: Hands
    min: int = 0
    max: int = 50


@dataclass(frozen=True, slots=True)
class Option:
    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Item:
    """A question of a survey. The floor and the room are its place in the house of participation."""

    id: str
    kind: ItemKind
    text: Text
    construct: str = ""
    options: tuple[Option, ...] = ()
    floor: Floor = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    items: tuple[Item, ...]  # none: the facilitator chooses them before it opens
    show: Showing = "on_close"
    display: SurveyDisplay = "bars"
    per_item: bool = False


ActivitySettings: TypeAlias = Discuss | Collect | Cluster | Vote | Consent | Plan | Survey


# The agenda


@dataclass(frozen=True, slots=True)
class Activity:
    id: str
    minutes: int
    prompt: Text
    sources: tuple[Source, ...]
    settings: ActivitySettings
    think_seconds: int = 0  # a hint, never a lock
    optional: bool = False
    guide: Text = field(default_factory=dict)  # what is special here, for whoever leads; may be empty


@dataclass(frozen=True, slots=True)
class Stage:
    stage: StageName
    activities: tuple[Activity, ...]


@dataclass(frozen=True, slots=True)
class Session:
    id: str
    names: Text
    days: int  # 0 is live, else so many days online
    stages: tuple[Stage, ...]


# What holds for the whole workshop

Level = Literal["inform", "consult", "involve", "collaborate", "empower"]
LanguageLevel = Literal["easy", "plain"]
Breakdown = Literal["side", "none"]
ClosingRule = Literal[
    "owner_is_person", "owner_is_not_follower", "users_side_in_plan", "manager_owns_at_least_one",
    "commitment_check_done", "unselected_have_reason", "every_selected_has_response",
    "every_pilot_has_decision", "pilot_has_review_date", "previous_items_reported", "next_contact_date",
    "results_returned_to_place", "names_removed", "sensitive_text_deleted", "answer_in_preferred_form",
]  # fmt: skip
RecordField = Literal[
    "what", "first_step", "owner", "owner_accepted", "helpers", "due", "follower", "follow_how", "told_how",
    "sources", "reach", "status", "for_whom", "where", "start", "end", "prediction", "measure", "stop_if",
    "review_date", "decision", "heard", "reason", "told_when",
]  # fmt: skip

FIELDS: dict[RecordKind, tuple[RecordField, ...]] = {
    "action": (
        "what", "first_step", "owner", "owner_accepted", "helpers", "due", "follower", "follow_how",
        "told_how", "sources", "reach", "status",
    ),
    "pilot": (
        "what", "for_whom", "where", "start", "end", "owner", "helpers", "prediction", "measure", "stop_if",
        "follower", "review_date", "decision",
    ),
    "response": (
        "heard", "decision", "reason", "owner", "owner_accepted", "due", "follower", "told_how", "told_when",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    min: int
    ideal: int
    max: int


@dataclass(frozen=True, slots=True)
class Who:
    roles: tuple[Role, ...]
    size: Size
    users_share_min: float  # 0.5: at least half are from the users' side
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Duration:
    sessions: int
    minutes: int  # those of the activities and the slack
    slack: int
    repeat: Text = field(default_factory=dict)
    note: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Promise:
    level: Level
    text: Text


@dataclass(frozen=True, slots=True)
class Rules:
    breakdown: Breakdown
    suppress_below: int = 5
    ask_anytime: bool = True
    flag_word: bool = True
    more_time: bool = True
    vote_sides: tuple[Side, ...] = tuple(Side)
    offline_queue: bool = False
    one_card_at_a_time: bool = False
    sensitive: bool = False
    symbols: bool = False
    timers_visible: bool = True
    voice_or_helper_entry: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    min_actions: int
    action_requires: tuple[RecordField, ...]
    rules: tuple[ClosingRule, ...]
    commitment_check: str = ""  # a consent


@dataclass(frozen=True, slots=True)
class Evaluation:
    survey: str
    targets: Mapping[str, float] = field(default_factory=dict)  # item -> mean to reach
    compare_sides: tuple[str, ...] = ()
    trend: tuple[str, ...] = ()  # items followed from one workshop to the next


@dataclass(frozen=True, slots=True)
class Template:
    id: str
    version: int
    names: Text
    purpose: Text
    who: Who
    duration: Duration
    language_level: LanguageLevel
    promise: Promise
    settings: Rules
    item_sets: Mapping[str, tuple[Item, ...]]
    sessions: tuple[Session, ...]
    closing: Closing
    evaluation: Evaluation
    drafts: tuple[str, ...] = ()  # languages whose texts no reader of that language has checked yet


@dataclass(frozen=True, slots=True)
class ItemBank:
    """Questions every template may use, and the words of the answers 1 to 5 and "na" (I can not say)."""

    answers: Mapping[str, Text]
    items: Mapping[str, Item]
    drafts: tuple[str, ...] = ()


def activities(template: Template) -> dict[str, Activity]:
    """By id, in the order of the agenda."""
    stages = (stage for session in template.sessions for stage in session.stages)
    return {activity.id: activity for stage in stages for activity in stage.activities}


def kind(settings: ActivitySettings) -> Kind:
    match settings:
        case Discuss():
            return "discuss"
        case Collect():
            return "collect"
        case Cluster():
            return "cluster"
        case Vote():
            return "vote"
        case Consent():
            return "consent"
        case Plan():
            return "plan"
        case Survey():
            return "survey"
        case _:
            assert_never(settings)
