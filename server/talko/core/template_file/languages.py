"""Which languages a template speaks: how many texts it has in each, what is missing, and what is a draft."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from talko.core.template_file.form import LANGUAGE, join
from talko.core.template_file.problem import Problem
from talko.core.template_file.written import Node, id_of


def spoken(tree: Node) -> Mapping[str, int]:
    """How many texts there are in each language."""
    return Counter(lang for lang in names(tree) for _, text in texts(tree) if lang in keys(text))


def names(tree: Node) -> Sequence[str]:
    """The languages that may be spoken: those of the template's name, or of what the bank says for 1."""
    scale = keys(tree).get("scale")
    named = keys(scale).get("1") if scale else keys(tree).get("names")
    return tuple(filter(LANGUAGE.fullmatch, keys(named))) if named else ()


def drafts(tree: Node) -> tuple[str, ...]:
    """The languages whose texts wait for a reader."""
    marked = keys(tree).get("drafts")
    found = marked.value if marked and isinstance(marked.value, tuple) else ()
    return tuple(node.value for node in found if isinstance(node.value, str))


def warnings(tree: Node) -> tuple[Problem, ...]:
    """A template speaks the languages in which its purpose is told, and then everything in them."""
    purpose = keys(tree).get("purpose")
    wanted = keys(purpose) if purpose else ()
    return tuple(
        Problem(
            text.line, join(where, lang), "not_in_language", {"found": shown(where), "lang": lang}, "warning"
        )
        for where, text in texts(tree)
        for lang in wanted
        if lang not in keys(text)
    )


def texts(node: Node, where: str = "") -> Iterator[tuple[str, Node]]:
    """Whatever is said to people: a mapping with Finnish in it, and the keys that lead there."""
    if "fi" in keys(node):
        yield where, node
    for key, each in keys(node).items():
        yield from texts(each, join(where, key))
    if isinstance(node.value, tuple):
        for n, each in enumerate(node.value):
            yield from texts(each, join(where, id_of(each) or str(n + 1)))


def shown(where: str) -> str:
    """The last steps, which are enough to find it by: `n1.prompt`, `r4.buckets.good`."""
    return ".".join(where.split(".")[-3:])


def keys(node: Node) -> Mapping[str, Node]:
    return node.value if isinstance(node.value, dict) else {}
