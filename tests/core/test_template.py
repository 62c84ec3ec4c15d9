"""What the core says to a template somebody wrote: first everything it refuses, then what it makes of it."""

import json
from collections.abc import Mapping
from copy import deepcopy
from typing import get_args

import pytest

from talko.core.people import Role, Side
from talko.core.template import (
    Bucket,
    Cluster,
    Collect,
    Consent,
    Criterion,
    Discuss,
    Item,
    ItemBank,
    Plan,
    Rules,
    Source,
    Survey,
    Template,
    Vote,
    activities,
    kind,
)
from talko.core.template_file import languages
from talko.core.template_file.check import check, check_bank
from talko.core.template_file.plain_language import warnings
from talko.core.template_file.problem import WORDS, BadLanguage, Problem, Unreadable, WrongMeaning, WrongShape
from talko.core.template_file.written import Node

SAID = {"fi": "Sano.", "en": "Say."}
AVOIDED = {"fi": ("pilot",)}
NAMES = {**SAID, "sv": "Säg."}
HEARD = Item("heard", "scale", {"fi": "Minua kuunneltiin.", "en": "I was heard."})
OPEN = Item("open_fix", "text", {"fi": "Mitä muutamme?", "en": "What do we change?"})
BANK = ItemBank({}, {"heard": HEARD, "open_fix": OPEN})

OPENING = ("sessions", 0, "stages", 0)
CARDS, THEMES, DOTS, TALK, MARKS, ACTIONS, YES, ASKED = ((*OPENING, "activities", n) for n in range(8))


def small() -> dict[str, object]:
    """The smallest template with all seven kinds."""
    steps: list[dict[str, object]] = [
        {"id": "cards", "type": "collect", "max_per_person": 3, "max_chars": 200, "reveal": "on_close",
         "anonymity": "anonymous", "entry": "any", "opens": "live", "buckets": [{"id": "good", **SAID}]},
        {"id": "themes", "type": "cluster", "who": "groups", "max_themes": 8,
         "from": [took("cards", "cards")]},
        {"id": "dots", "type": "vote", "method": "dots", "budget": 3, "max_per_item": 2, "select_top": 2,
         "display": "bars", "from": [took("themes", "themes")]},
        {"id": "talk", "type": "discuss", "mode": "groups", "group_size": 4, "notes": "host"},
        {"id": "marks", "type": "vote", "method": "rate", "scale": [1, 5], "select_top": 2,
         "display": "matrix", "criteria": [{"id": "benefit", **SAID, "weight": 2}],
         "compare_with": "dots", "from": [took("dots", "selection")]},
        {"id": "actions", "type": "plan", "kind": "action", "who_fills": "facilitator", "min": 1, "max": 5,
         "from": [took("marks", "selection"), {"source": "field", "take": "field_cards"}]},
        {"id": "yes", "type": "consent", "scale": "five", "pass_min": 3, "max_rounds": 2, "need_time": True,
         "from": [took("actions", "records")]},
        {"id": "asked", "type": "survey", "items": ["heard", "@house"], "show": "later", "display": "bars"},
    ]  # fmt: skip
    for step in steps:
        step |= {"minutes": 5, "prompt": SAID}
    template = {
        "id": "small",
        "version": 1,
        "names": NAMES,
        "purpose": SAID,
        "who": {
            "roles": ["client", "manager"],
            "size": {"min": 4, "ideal": 8, "max": 12},
            "users_share_min": 0.5,
        },
        "duration": {"sessions": 1, "minutes": 45, "slack": 5},
        "language_level": "easy",
        "promise": {"level": "involve", **SAID},
        "settings": {"breakdown": "side", "vote_sides": ["users"]},
        "item_sets": {"house": [{"id": "h_told", "kind": "scale", "floor": "attic", **SAID}]},
        "sessions": [{"id": "s1", "names": NAMES, "stages": [{"stage": "opening", "activities": steps}]}],
        "closing": {
            "min_actions": 1,
            "action_requires": ["what", "owner"],
            "rules": ["commitment_check_done"],
            "commitment_check": "yes",
        },
        "evaluation": {"survey": "asked", "targets": {"heard": 4.0}, "trend": ["@house"]},
    }
    apart: dict[str, object] = json.loads(json.dumps(template))  # shares no part with another
    return apart


def took(activity: str, take: str) -> dict[str, object]:
    return {"activity": activity, "take": take}


def changed(path: tuple[str | int, ...], value: object) -> Node:
    tree = small()
    put(tree, path, value)
    return written(tree)


def put(tree: object, path: tuple[str | int, ...], value: object) -> None:
    *way, last = path
    for step in way:
        tree = tree[step]  # type: ignore[index]
    tree[last] = deepcopy(value)  # type: ignore[index]


def without(*path: str | int) -> Node:
    return changed(path, None)


def written(value: object) -> Node:
    match value:
        case Mapping():
            return Node(1, {key: written(each) for key, each in value.items()})
        case list() | tuple():
            return Node(1, tuple(map(written, value)))
        case str() | int() | float() | None:
            return Node(1, value)
        case _:
            raise TypeError(value)


def wrong(tree: Node) -> list[tuple[str, str]]:
    found = check(tree, BANK)
    return [] if isinstance(found, Template) else [(problem.why, problem.where) for problem in found]


def words(tree: Node) -> str:
    found = check(tree, BANK)
    assert not isinstance(found, Template)
    return WORDS[found[0].why].format_map(found[0].values)


def sound(tree: Node) -> Template:
    found = check(tree, BANK)
    assert isinstance(found, Template), found
    return found


def step(activity: str) -> object:
    return activities(sound(written(small())))[activity].settings


# Refused: keys and values


@pytest.mark.parametrize("value", ["text", ["a", "b"], None, 5])
def test_what_is_not_a_mapping_is_no_template(value: object) -> None:
    assert wrong(written(value)) == [("not_a_template", "")]


def test_an_unknown_key_is_refused_and_the_nearest_known_one_named() -> None:
    tree = changed((*CARDS, "max_char"), 200)
    assert wrong(tree) == [("unknown_key", "sessions[0].stages[0].activities[0].max_char")]
    assert words(tree) == 'activity cards has an unknown key "max_char" (did you mean "max_chars"?)'


@pytest.mark.parametrize(
    "path",
    [
        ("id",), ("version",), ("names",), ("names", "sv"), ("purpose", "en"), ("who",),
        ("who", "size", "ideal"), ("duration", "slack"), ("language_level",), ("promise", "fi"),
        ("settings", "breakdown"), ("sessions",), ("closing", "min_actions"),
        ("evaluation", "survey"), (*CARDS, "type"), (*CARDS, "minutes"),
        (*CARDS, "prompt"), (*CARDS, "prompt", "en"), (*CARDS, "max_chars"), (*CARDS, "buckets", 0, "fi"),
        (*CARDS, "buckets", 0, "en"), (*DOTS, "budget"), (*MARKS, "criteria"), (*MARKS, "scale"),
        (*TALK, "group_size"), (*YES, "need_time"),
    ],
)  # fmt: skip
def test_a_missing_key_is_refused(path: tuple[str | int, ...]) -> None:
    missing = [where for why, where in wrong(without(*path)) if why == "missing_key"]
    assert len(missing) == 1 and missing[0].endswith(str(path[-1]))


@pytest.mark.parametrize(
    ("path", "value", "why"),
    [
        (("names",), "Pieni", "not_a_mapping"),
        ((*CARDS,), "cards", "not_a_mapping"),
        (("sessions",), {"s1": 1}, "not_a_list"),
        (("sessions",), [], "empty_list"),
        (("who", "roles"), "client", "not_a_list"),
        (("who", "roles"), [], "empty_list"),
        (("version",), "1", "not_whole"),
        (("version",), 0, "not_whole"),
        (("version",), True, "not_whole"),
        (("who", "users_share_min"), 50, "not_a_number"),
        (("who", "users_share_min"), True, "not_a_number"),
        (("settings", "sensitive"), "yes", "not_yes_or_no"),
        (("names", "fi"), 90, "not_a_text"),
        (("names", "fi"), " ", "empty_text"),
        (("names", "fi"), "a" * 1001, "too_long"),
        (("names", "fi"), "a\u202eb", "hidden_character"),
        (("names", "fi"), "a\x1b[2Jb", "hidden_character"),
        (("id",), "Small one", "not_an_id"),
        (("id",), "a" * 33, "not_an_id"),
        (("item_sets",), {"The House": [{"id": "h_told", "kind": "scale", **SAID}]}, "not_an_id"),
        ((*CARDS, "max_chars"), 2001, "not_whole"),
        ((*CARDS, "max_per_person"), 0, "not_whole"),
        ((*CARDS, "minutes"), -1, "not_whole"),
        ((*CARDS, "minutes"), 4.5, "not_whole"),
        ((*DOTS, "budget"), 0, "not_whole"),
        ((*MARKS, "scale"), [5, 1], "not_a_pair"),
        ((*MARKS, "scale"), [1, 2, 3], "not_a_pair"),
        ((*YES, "pass_min"), 6, "not_whole"),
        (("settings", "suppress_below"), 2, "not_whole"),
        (("evaluation", "targets", "heard"), 5.5, "not_a_number"),
    ],
)
def test_a_wrong_value_is_refused(path: tuple[str | int, ...], value: object, why: str) -> None:
    assert why in [found for found, _ in wrong(changed(path, value))]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*OPENING, "stage"), "openning"), ((*CARDS, "type"), "brainstorm"), ((*CARDS, "reveal"), "never"),
        ((*CARDS, "entry"), "robot"), ((*CARDS, "opens"), "soon"), ((*THEMES, "who"), "nobody"),
        ((*DOTS, "method"), "stars"), ((*DOTS, "display"), "radar"), ((*TALK, "mode"), "shout"),
        ((*TALK, "notes"), "all"), ((*YES, "scale"), "ten"), ((*ACTIONS, "kind"), "dream"),
        ((*ASKED, "show"), "now"), ((*ASKED, "items"), ["herd"]), ((*ASKED, "items"), ["@hut"]),
        ((*ACTIONS, "from", 1, "source"), "sky"), (("who", "roles"), ["client", "customer"]),
        (("settings", "breakdown"), "role"), (("settings", "vote_sides"), ["clients"]),
        (("promise", "level"), "please"), (("language_level",), "hard"),
        (("closing", "rules"), ["owner_is_nice"]),
        (("closing", "action_requires"), ["price"]), (("evaluation", "compare_sides"), ["herd"]),
        (("evaluation", "trend"), ["@hut"]), (("item_sets", "house", 0, "floor"), "cellar"),
        (("item_sets", "house", 0, "kind"), "stars"),
    ],
)  # fmt: skip
def test_a_word_outside_the_closed_list_is_refused(path: tuple[str | int, ...], value: object) -> None:
    assert [why for why, _ in wrong(changed(path, value))] == ["not_one_of"]


def test_a_wrong_word_is_told_with_the_right_ones() -> None:
    tree = changed((*CARDS, "entry"), "slef")
    said = 'activity cards: "entry" must be one of self, proxy, group, any, not "slef" (did you mean "self"?)'
    assert words(tree) == said


def test_named_cards_are_refused_because_nobody_has_needed_them() -> None:
    tree = changed((*CARDS, "anonymity"), "named")
    assert [why for why, _ in wrong(tree)] == ["named"]
    assert "nobody has needed them yet" in words(tree)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ((*THEMES, "id"), "cards"),
        (("sessions",), [{"id": "s1", "names": NAMES, "stages": []}] * 2),
        ((*CARDS, "buckets"), [{"id": "good", **SAID}, {"id": "good", **SAID}]),
        ((*MARKS, "criteria"), [{"id": "benefit", **SAID}, {"id": "benefit", **SAID}]),
        (("item_sets", "house", 0, "id"), "heard"),
    ],
)
def test_an_id_is_used_once(path: tuple[str | int, ...], value: object) -> None:
    assert "same_id" in [why for why, _ in wrong(changed(path, value))]


def test_a_word_is_in_a_list_once() -> None:
    assert wrong(changed(("who", "roles"), ["client", "client"])) == [("same_word", "who.roles")]


def test_the_least_is_not_more_than_the_most() -> None:
    assert wrong(changed((*ACTIONS, "min"), 6)) == [("more_than", "sessions[0].stages[0].activities[5].min")]
    assert [why for why, _ in wrong(changed((*DOTS, "max_per_item"), 4))] == ["more_than"]
    assert wrong(changed(("who", "size", "ideal"), 13)) == [("more_than", "who.size.ideal")]


def test_a_key_of_another_voting_method_is_refused() -> None:
    assert [why for why, _ in wrong(changed((*MARKS, "budget"), 3))] == ["unknown_key"]


def test_an_unclear_kind_is_said_once_and_its_other_keys_are_left_alone() -> None:
    assert [why for why, _ in wrong(changed((*DOTS, "type"), "poll"))] == ["not_one_of"]


# Refused: what an activity works on


def test_a_take_that_the_kind_does_not_give_is_refused_in_plain_words() -> None:
    tree = changed((*THEMES, "from"), [took("cards", "themes")])
    assert words(tree) == 'activity themes takes "themes" from cards, but a collect activity gives cards'


def test_a_brought_source_brings_only_its_own() -> None:
    tree = changed((*ACTIONS, "from", 1, "take"), "cards")
    assert words(tree) == 'activity actions takes "cards", but the source "field" brings field_cards'


def test_a_reference_forward_is_refused() -> None:
    tree = changed((*THEMES, "from"), [took("dots", "selection")])
    assert words(tree) == "activity themes: activity dots comes later; only what was done before can be used"


def test_a_reference_to_nothing_is_refused() -> None:
    assert words(changed((*THEMES, "from"), [took("card", "cards")])) == (
        'activity themes: there is no activity "card" (did you mean "cards"?)'
    )


@pytest.mark.parametrize(
    "source", [{"take": "cards"}, {"take": "cards", "activity": "cards", "source": "field"}]
)
def test_a_source_is_an_activity_or_something_brought(source: object) -> None:
    assert [why for why, _ in wrong(changed((*THEMES, "from"), [source]))] == ["one_source"]


@pytest.mark.parametrize("path", [THEMES, DOTS, MARKS])
def test_putting_together_and_voting_need_something_to_begin_from(path: tuple[str | int, ...]) -> None:
    assert [why for why, _ in wrong(without(*path, "from"))] == ["needs_from"]


@pytest.mark.parametrize("path", [CARDS, ASKED])
def test_asking_about_each_thing_needs_the_things(path: tuple[str | int, ...]) -> None:
    assert [why for why, _ in wrong(changed((*path, "per_item"), True))] == ["needs_from"]


def test_reading_needs_something_to_read() -> None:
    assert [why for why, _ in wrong(changed((*TALK, "mode"), "read"))] == ["needs_from"]


def test_a_vote_is_compared_with_a_vote() -> None:
    assert [why for why, _ in wrong(changed((*MARKS, "compare_with"), "cards"))] == ["not_that_kind"]


def test_a_survey_without_items_must_be_optional() -> None:
    empty = changed((*ASKED, "items"), [])
    assert [why for why, _ in wrong(empty)] == ["needs_items"]


# Refused: the end, and what does not add up


def test_the_commitment_check_is_a_consent_on_a_plan() -> None:
    assert wrong(changed(("closing", "commitment_check"), "dots")) == [
        ("not_that_kind", "closing.commitment_check")
    ]
    assert wrong(without("closing", "commitment_check")) == [("no_check_named", "closing.rules")]
    assert wrong(without(*YES, "from")) == [("check_on_nothing", "closing.commitment_check")]


def test_the_evaluation_is_a_survey_that_asks_what_has_a_target() -> None:
    assert wrong(changed(("evaluation", "survey"), "yes")) == [("not_that_kind", "evaluation.survey")]
    assert wrong(changed((*ASKED, "items"), ["@house"])) == [("not_asked", "evaluation.targets")]
    assert wrong(changed((*ASKED, "items"), ["heard"])) == [("not_asked", "evaluation.trend")]
    assert wrong(changed(("evaluation", "compare_sides"), ["open_fix"])) == [
        ("not_asked", "evaluation.compare_sides")
    ]


def test_a_text_has_no_mean_to_reach() -> None:
    tree = small()
    put(tree, (*ASKED, "items"), ["heard", "open_fix", "@house"])
    put(tree, ("evaluation", "targets"), {"open_fix": 4})
    assert wrong(written(tree)) == [("no_mean", "evaluation.targets.open_fix")]


def test_what_the_closing_requires_is_a_field_of_a_plan_in_the_template() -> None:
    assert wrong(changed(("closing", "action_requires"), ["what", "heard"])) == [
        ("no_such_field", "closing.action_requires")
    ]


def test_minutes_and_slack_make_the_duration() -> None:
    tree = changed(("duration", "minutes"), 60)
    assert words(tree) == '"duration": the activities take 40 minutes and the slack 5, not 60 in all'


def test_the_sessions_are_counted() -> None:
    assert wrong(changed(("duration", "sessions"), 2)) == [("not_the_count", "duration.sessions")]


def test_all_problems_are_told_at_once() -> None:
    tree = small()
    put(tree, ("names", "sv"), None)
    put(tree, (*CARDS, "max_chars"), 9000)
    put(tree, (*THEMES, "from"), [took("dots", "selection")])
    put(tree, ("closing", "rulez"), [])
    assert sorted(why for why, _ in wrong(written(tree))) == [
        "comes_later", "missing_key", "not_whole", "unknown_key",
    ]  # fmt: skip


def test_nobody_is_told_more_than_a_hundred_problems() -> None:
    tree = small() | {f"key{n}": n for n in range(500)}
    assert len(wrong(written(tree))) == 100


def test_a_bank_with_an_answer_missing_is_refused() -> None:
    scale = {key: SAID for key in ("1", "2", "3", "4", "5")}
    bank = written({"version": 1, "scale": scale, "items": [{"id": "heard", "kind": "scale", **SAID}]})
    found = check_bank(bank)
    assert isinstance(found, tuple) and [problem.where for problem in found] == ["scale.na"]


def test_every_reason_has_its_words() -> None:
    lists = (Unreadable, WrongShape, WrongMeaning, BadLanguage)
    assert set(WORDS) == {why for each in lists for why in get_args(each)}


# Warned of: language


def said(prompt: str) -> list[tuple[str, str]]:
    tree = changed((*CARDS, "prompt", "fi"), prompt)
    return [(warning.why, warning.values["found"]) for warning in warnings(tree, AVOIDED)]


def test_a_sentence_has_at_most_ten_words() -> None:
    long = "Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista."
    assert said(f"Lyhyt. {long}") == [("long_sentence", long)]


def test_a_word_has_at_most_sixteen_letters() -> None:
    assert said("Tämä on palveluohjausyksikkö.") == [("long_word", "palveluohjausyksikkö")]


@pytest.mark.parametrize("word", ["Eikö", "varmasti"])
def test_a_prompt_does_not_lead(word: str) -> None:
    assert said(f"{word} kaikki hyvin?") == [("leading_word", word)]


def test_a_word_to_avoid_is_warned_of_wherever_it_stands() -> None:
    assert said("Sano Pilottiryhmälle.") == [("avoided_word", "pilot")]


def test_swedish_and_english_are_judged_in_the_same_way() -> None:
    long = "Yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista?"
    tree = changed((*CARDS, "prompt"), {"fi": "Sano.", "sv": f"Visst? {long}", "en": long})
    assert [(each.where, each.why) for each in warnings(tree, AVOIDED)] == [
        ("prompt.en", "long_sentence"), ("prompt.sv", "leading_word"), ("prompt.sv", "long_sentence"),
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["kokemusasiantuntija", "klientdelaktighet", "erfarenhetsexperten"])
def test_the_words_of_the_field_may_be_long(word: str) -> None:
    assert said(f"Kuka on {word}?") == []


def test_language_is_a_warning_and_no_error() -> None:
    tree = changed((*CARDS, "prompt", "fi"), "Eikö ole hyvä?")
    assert sound(tree) and warnings(tree, AVOIDED)[0].severity == "warning"


def test_short_open_prompts_raise_no_warning() -> None:
    assert warnings(written(small()), AVOIDED) == ()


# Accepted


def test_each_kind_has_its_own_settings() -> None:
    assert step("cards") == Collect(3, 200, buckets=(Bucket("good", SAID),))
    assert step("themes") == Cluster("groups", 8)
    assert step("dots") == Vote("dots", 2, budget=3, max_per_item=2)
    assert step("talk") == Discuss("groups", "host", group_size=4)
    assert step("marks") == Vote(
        "rate", 2, "matrix", "dots", criteria=(Criterion("benefit", SAID, 2),), scale=(1, 5)
    )
    assert step("actions") == Plan("action", "facilitator", 1, 5)
    assert step("yes") == Consent("five", 3)
    assert step("asked") == Survey((HEARD, Item("h_told", "scale", SAID, floor="attic")), "later")


def test_activities_come_in_the_order_of_the_agenda_with_their_sources() -> None:
    found = activities(sound(written(small())))
    assert list(found) == ["cards", "themes", "dots", "talk", "marks", "actions", "yes", "asked"]
    assert found["actions"].sources == (
        Source("selection", activity="marks"),
        Source("field_cards", brought="field"),
    )
    assert [kind(activity.settings) for activity in found.values()] == [
        "collect", "cluster", "vote", "discuss", "vote", "plan", "consent", "survey",
    ]  # fmt: skip


def test_what_holds_for_the_whole_workshop_is_read() -> None:
    template = sound(written(small()))
    assert template.settings == Rules("side", vote_sides=(Side.USERS,))
    assert template.who.roles == (Role.CLIENT, Role.MANAGER)
    assert template.evaluation.trend == ("h_told",)
    assert template.closing.commitment_check == "yes"


def test_without_a_word_on_it_everybody_votes_and_may_always_ask() -> None:
    rules = sound(changed(("settings",), {"breakdown": "none"})).settings
    assert rules.vote_sides == tuple(Side) and rules.ask_anytime and rules.suppress_below == 5


def test_an_online_session_lasts_days() -> None:
    assert sound(changed(("sessions", 0, "async"), {"days": 7})).sessions[0].days == 7
    assert sound(written(small())).sessions[0].days == 0


def test_an_optional_survey_may_wait_for_its_items() -> None:
    tree = small()
    put(tree, (*ASKED, "items"), [])
    put(tree, (*ASKED, "optional"), True)
    put(tree, ("evaluation",), {"survey": "asked"})
    assert sound(written(tree)).evaluation.targets == {}


def test_swedish_may_be_there_already() -> None:
    template = sound(changed((*CARDS, "prompt"), NAMES))
    assert activities(template)["cards"].prompt == NAMES


def test_a_problem_names_its_line() -> None:
    tree = Node(1, {"id": Node(7, 5)})
    found = check(tree, BANK)
    assert isinstance(found, tuple)
    assert Problem(7, "id", "not_a_text", {"place": "the template", "key": "id"}) in found


# Languages


def test_a_draft_is_of_a_language_we_know() -> None:
    assert wrong(changed(("drafts",), ["de"])) == [("not_one_of", "drafts")]
    assert sound(changed(("drafts",), ["sv"])).drafts == ("sv",)
    assert sound(written(small())).drafts == ()


def test_a_template_may_speak_any_language_that_its_names_speak() -> None:
    greeted = {**SAID, "se": "Giitu."}
    assert wrong(changed((*CARDS, "prompt"), greeted)) == [
        ("unknown_key", "sessions[0].stages[0].activities[0].prompt.se")
    ]
    tree = small()
    put(tree, ("names",), {**NAMES, "se": "Namma"})
    put(tree, (*CARDS, "prompt"), greeted)
    assert activities(sound(written(tree)))["cards"].prompt == greeted


def test_a_guide_is_told_in_finnish_and_english() -> None:
    assert wrong(changed((*CARDS, "guide"), {"fi": "Ole hiljaa."})) == [
        ("missing_key", "sessions[0].stages[0].activities[0].guide.en")
    ]
    guided = sound(changed((*CARDS, "guide"), SAID))
    assert activities(guided)["cards"].guide == SAID and activities(guided)["themes"].guide == {}


def test_advice_of_one_sentence_as_templates_had_it_before_is_english() -> None:
    older, newer = changed(("who", "note"), "Bring tea."), changed(("duration", "repeat"), NAMES)
    assert sound(older).who.note == {"en": "Bring tea."} and sound(older).duration.note == {}
    assert sound(newer).duration.repeat == NAMES
    assert wrong(changed(("who", "note"), " ")) == [("empty_text", "who.note")]
    assert wrong(changed(("who", "note"), {"fi": "Tee."})) == [("missing_key", "who.note.en")]


def test_a_template_that_tells_its_purpose_in_swedish_tells_everything_in_swedish() -> None:
    assert languages.warnings(written(small())) == ()
    tree = small()
    put(tree, ("purpose",), NAMES)
    put(tree, (*CARDS, "prompt"), NAMES)
    found = [WORDS[each.why].format_map(each.values) for each in languages.warnings(written(tree))]
    assert "cards.buckets.good is not told in sv, though the purpose is" in found
    assert not any("cards.prompt" in line for line in found) and any(
        "themes.prompt" in line for line in found
    )


def test_texts_are_counted_in_each_language_and_drafts_are_named() -> None:
    tree = changed(("drafts",), ["sv"])
    counted = languages.spoken(tree)
    assert counted["fi"] == counted["en"] > counted["sv"] == 2
    assert languages.drafts(tree) == ("sv",) and languages.drafts(written(small())) == ()
