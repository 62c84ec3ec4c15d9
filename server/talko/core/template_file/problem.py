"""What can be wrong with a template somebody wrote: a closed list, and the plain words for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Unreadable = Literal[
    "no_such_file", "not_utf8", "not_yaml", "too_large", "too_many", "too_deep", "alias", "tag",
    "several_documents", "key_not_a_word", "key_twice",
]  # fmt: skip
WrongShape = Literal[
    "not_a_template", "unknown_key", "missing_key", "not_a_mapping", "not_a_list", "empty_list", "not_whole",
    "not_a_number", "not_yes_or_no", "not_a_text", "empty_text", "too_long", "hidden_character", "not_one_of",
    "not_an_id", "same_id", "same_word", "more_than", "not_a_pair",
]  # fmt: skip
WrongMeaning = Literal[
    "named", "no_such_activity", "comes_later", "does_not_give", "brings_only", "one_source", "needs_from",
    "not_that_kind", "needs_items", "no_check_named", "check_on_nothing", "no_such_field", "not_the_sum",
    "not_the_count", "not_asked", "no_mean",
]  # fmt: skip
BadLanguage = Literal["long_sentence", "long_word", "leading_word", "avoided_word", "not_in_language"]
Reason: TypeAlias = Unreadable | WrongShape | WrongMeaning | BadLanguage

WORDS: dict[Reason, str] = {
    "no_such_file": "there is no such file, and no template of that name",
    "not_utf8": "this is not text in UTF-8, or it holds a character that cannot be seen",
    "not_yaml": "this is not YAML: {found}",
    "too_large": "the file is larger than {limit} KiB",
    "too_many": "there are more than {limit} entries",
    "too_deep": "more than {limit} levels inside each other",
    "alias": 'anchors and aliases ("&", "*") are not allowed; write the text out',
    "tag": 'tags ("!") are not allowed; for text that begins with "!", use quotes',
    "several_documents": "one file holds one template, so there may be only one part (---)",
    "key_not_a_word": "a key must be a plain word",
    "key_twice": 'the key "{key}" is there twice',
    "not_a_template": "a template has keys such as id, names and sessions, each on a line of its own",
    "unknown_key": '{place} has an unknown key "{key}"{hint}',
    "missing_key": '{place} needs the key "{key}"',
    "not_a_mapping": '{place}: "{key}" must have keys of its own under it',
    "not_a_list": '{place}: "{key}" must be a list',
    "empty_list": '{place}: "{key}" must have at least one entry',
    "not_whole": '{place}: "{key}" must be a whole number from {least} to {most}',
    "not_a_number": '{place}: "{key}" must be a number from {least} to {most}',
    "not_yes_or_no": '{place}: "{key}" must be true or false',
    "not_a_text": '{place}: "{key}" must be text; put numbers, true and false in quotes',
    "empty_text": '{place}: "{key}" is empty',
    "too_long": '{place}: "{key}" is longer than {limit} characters',
    "hidden_character": '{place}: "{key}" holds a character that cannot be seen',
    "not_one_of": '{place}: "{key}" must be one of {words}, not "{found}"{hint}',
    "not_an_id": '{place}: "{key}" must be a short name such as "n1" (a to z, 0 to 9, _), not "{found}"',
    "same_id": '{place}: the id "{found}" is used twice',
    "same_word": '{place}: "{found}" is twice in "{key}"',
    "more_than": '{place}: "{key}" must not be more than "{other}"',
    "not_a_pair": '{place}: "{key}" must be two whole numbers from 0 to 10, the lowest first, such as [1, 5]',
    "named": '{place}: cards with names ("named") are not there, because nobody has needed them yet; '
    'use "nickname"',
    "no_such_activity": '{place}: there is no activity "{found}"{hint}',
    "comes_later": "{place}: activity {found} comes later; only what was done before can be used",
    "does_not_give": '{place} takes "{take}" from {found}, but a {kind} activity gives {gives}',
    "brings_only": '{place} takes "{take}", but the source "{found}" brings {gives}',
    "one_source": '{place}: each entry of "from" names either an activity or a source',
    "needs_from": '{place} needs "from": {why}',
    "not_that_kind": '{place}: "{key}" must name a {wanted} activity, but {found} is a {kind} activity',
    "needs_items": "{place}: a survey without items, which are chosen on the day, must be optional",
    "no_check_named": '{place}: the rule "commitment_check_done" needs "commitment_check" to name a consent',
    "check_on_nothing": '{place}: the commitment check {found} must take "records" from a plan',
    "no_such_field": '{place}: no plan of this template has the field "{found}"',
    "not_the_sum": "{place}: the activities take {sum} minutes and the slack {slack}, not {found} in all",
    "not_the_count": "{place}: there are {count} sessions, not {found}",
    "not_asked": '{place}: "{found}" in "{key}" is not asked in {survey}',
    "no_mean": '{place}: "{found}" is not answered on a scale, so it has no target',
    "long_sentence": '{place}: {count} words in one sentence, more than {limit}: "{found}"',
    "long_word": '{place}: the word "{found}" has more than {limit} letters',
    "leading_word": '{place}: "{found}" leads people to one answer',
    "avoided_word": '{place}: "{found}" is a word that not everybody understands',
    "not_in_language": "{found} is not told in {lang}, though the purpose is",
}


@dataclass(frozen=True, slots=True)
class Problem:
    line: int
    where: str  # the keys that lead there, "sessions[0].stages[1].activities[2].minutes"
    why: Reason
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Literal["error", "warning"] = "error"
