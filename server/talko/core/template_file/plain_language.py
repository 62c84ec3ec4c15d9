"""Are the prompts short and open, in each language? Only warnings: people decide how they speak."""

import re
from collections.abc import Iterator

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


def warnings(tree: Node) -> tuple[Problem, ...]:
    return tuple(warning for node in activity_nodes(tree) for warning in of_activity(node))


def of_activity(activity: Node) -> Iterator[Problem]:
    match activity.value:
        case {"prompt": Node(value=dict(prompt))}:
            for lang in sorted(prompt):
                yield from of_language(id_of(activity), lang, prompt.get(lang))


def of_language(activity: str, lang: str, prompt: Node | None) -> Iterator[Problem]:
    match prompt:
        case Node(line=line, value=str(text)):
            for why, values in in_prompt(text, lang):
                place = {"place": f"activity {activity}"}
                yield Problem(line, f"prompt.{lang}", why, place | values, "warning")


def in_prompt(prompt: str, lang: str) -> Iterator[tuple[Reason, dict[str, str]]]:
    for sentence in SENTENCE_END.split(prompt):
        words = sentence.split()
        if len(words) > MAX_WORDS:
            yield "long_sentence", {"count": str(len(words)), "limit": str(MAX_WORDS), "found": sentence}
        for word in (word.strip('.,?!:;”"()') for word in words):
            if len(word) > MAX_LETTERS and not word.lower().startswith(NEEDED):
                yield "long_word", {"limit": str(MAX_LETTERS), "found": word}
            if word.lower() in LEADING.get(lang, ()):
                yield "leading_word", {"found": word}
