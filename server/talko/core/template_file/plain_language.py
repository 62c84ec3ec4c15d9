"""Is a text short, open and in common words? Only warnings: people decide how they speak."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from talko.core.template_file.problem import Problem, Reason
from talko.core.template_file.written import Node, activity_nodes, id_of

MAX_WORDS = 10
MAX_LETTERS = 16
LEADING = {
    "fi": {"eikö", "eivätkö", "varmasti", "tietysti", "tietenkin"},
    "sv": {"visst", "säkert", "naturligtvis", "förstås"},
    "en": {"surely", "certainly", "obviously", "naturally"},
}
# How the long words of the field begin: there are no shorter ones that mean the same.
NEEDED = (
    "asiakasosallisuu", "itsemääräämisoik", "kehittäjäasiak", "kokemusasiantunt", "luottamuksellis",
    "toimintasuunnitel", "vertaistukihenkil", "yhteiskehittä", "yhteiskirjoitta",
    "delaktighet", "erfarenhetsexpert", "erfarenhetskunskap", "kamratstöd", "klientdelaktighet",
    "självbestämmande", "tillgänglighet", "self-determination",
)  # fmt: skip
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


Avoided: TypeAlias = Mapping[str, Sequence[str]]  # by language: words, or parts of words, in small letters


def warnings(tree: Node, avoided: Avoided) -> tuple[Problem, ...]:
    """Of the prompts."""
    return tuple(warning for node in activity_nodes(tree) for warning in of_activity(node, avoided))


def of_activity(activity: Node, avoided: Avoided) -> Iterator[Problem]:
    match activity.value:
        case {"prompt": Node(value=dict(prompt))}:
            for lang in sorted(prompt):
                yield from of_prompt(id_of(activity), lang, prompt[lang], avoided.get(lang, ()))


def of_prompt(activity: str, lang: str, prompt: Node, avoided: Sequence[str]) -> Iterator[Problem]:
    if isinstance(prompt.value, str):
        for why, values in in_text(prompt.value, lang, avoided):
            place = {"place": f"activity {activity}"}
            yield Problem(prompt.line, f"prompt.{lang}", why, place | values, "warning")


def in_text(text: str, lang: str, avoided: Sequence[str]) -> Iterator[tuple[Reason, dict[str, str]]]:
    """Of any text that participants read: a prompt, or what the interface says."""
    yield from (("avoided_word", {"found": word}) for word in avoided if word in text.lower())
    for sentence in SENTENCE_END.split(text):
        words = sentence.split()
        if len(words) > MAX_WORDS:
            yield "long_sentence", {"count": str(len(words)), "limit": str(MAX_WORDS), "found": sentence}
        for word in (word.strip('.,?!:;”"()') for word in words):
            if len(word) > MAX_LETTERS and not word.lower().startswith(NEEDED):
                yield "long_word", {"limit": str(MAX_LETTERS), "found": word}
            if word.lower() in LEADING.get(lang, ()):
                yield "leading_word", {"found": word}
