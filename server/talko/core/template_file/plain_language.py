"""Are the Finnish prompts short and open? Only warnings: people decide how they speak."""

import re
from collections.abc import Iterator

from talko.core.template_file.problem import Problem, Reason
from talko.core.template_file.written import Node, activity_nodes, id_of

MAX_WORDS = 10
MAX_LETTERS = 16
LEADING = {"eikö", "eivätkö", "varmasti", "tietysti", "tietenkin"}
SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def warnings(tree: Node) -> tuple[Problem, ...]:
    return tuple(warning for node in activity_nodes(tree) for warning in of_activity(node))


def of_activity(activity: Node) -> Iterator[Problem]:
    match activity.value:
        case {"prompt": Node(value={"fi": Node(line=line, value=str(prompt))})}:
            for why, values in in_prompt(prompt):
                place = {"place": f"activity {id_of(activity)}"}
                yield Problem(line, "prompt.fi", why, place | values, "warning")


def in_prompt(prompt: str) -> Iterator[tuple[Reason, dict[str, str]]]:
    for sentence in SENTENCE_END.split(prompt):
        words = sentence.split()
        if len(words) > MAX_WORDS:
            yield "long_sentence", {"count": str(len(words)), "limit": str(MAX_WORDS), "found": sentence}
        for word in (word.strip('.,?!:;”"()') for word in words):
            if len(word) > MAX_LETTERS:
                yield "long_word", {"limit": str(MAX_LETTERS), "found": word}
            if word.lower() in LEADING:
                yield "leading_word", {"found": word}
