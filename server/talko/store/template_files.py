"""Templates lie in files: those that come with Talko, and those somebody wrote."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from talko.core.template import ItemBank, Template
from talko.core.template_file import languages, plain_language
from talko.core.template_file.check import check, check_bank
from talko.core.template_file.problem import WORDS, Problem
from talko.core.template_file.written import ID, Node
from talko.folders import folder
from talko.store.yaml_tree import MAX_KIB, Problems, one, tree_of

ITEMS = "_items.yaml"
MAX_VALUE = 600  # the longest list of words is shorter


def load(path_or_name: str | Path) -> Template | Problems:
    """A file, or the name of a template that comes with Talko."""
    text = text_of(path_or_name)
    return read(text) if isinstance(text, str) else text


def read(text: str) -> Template | Problems:
    """Only what is wrong; the language of the prompts is not judged here."""
    tree = tree_of(text)
    return check(tree, items()) if isinstance(tree, Node) else tree


def problems(text: str, avoided: plain_language.Avoided) -> Problems:
    """Everything wrong, and everything that could be said more plainly."""
    tree = tree_of(text)
    if not isinstance(tree, Node):
        return tree
    found = check_bank(tree) if is_bank(tree) else check(tree, items())
    wrong = found if isinstance(found, tuple) else ()
    said = (*plain_language.warnings(tree, avoided), *languages.warnings(tree))
    return tuple(sorted((*wrong, *said), key=lambda problem: problem.line))


def told_in(text: str) -> Mapping[str, int]:
    """How many texts are in each language."""
    tree = tree_of(text)
    return languages.spoken(tree) if isinstance(tree, Node) else {}


def drafts_in(text: str) -> tuple[str, ...]:
    """The languages whose texts wait for a reader."""
    tree = tree_of(text)
    return languages.drafts(tree) if isinstance(tree, Node) else ()


def is_bank(tree: Node) -> bool:
    return isinstance(tree.value, dict) and {"scale", "items"} <= tree.value.keys()


def problems_as_text(file: str | Path, problems: Problems) -> list[str]:
    return [f"{file}:{problem.line}: {in_words(problem)}" for problem in problems]


def in_words(problem: Problem) -> str:
    words = WORDS[problem.why].format_map({key: printable(text) for key, text in problem.values.items()})
    return words if problem.severity == "error" else f"warning: {words}"


def printable(text: str) -> str:
    """What was found may be anything, and a terminal obeys some characters."""
    return "".join(letter if letter.isprintable() else "?" for letter in text[:MAX_VALUE])


@cache
def shipped() -> dict[str, Template]:
    """The templates that come with Talko, by id."""
    files = sorted(folder("workshop_templates").glob("[a-z]*.yaml"))
    return {template.id: template for template in map(sound, files)}


@cache
def items() -> ItemBank:
    file = bank()
    tree = tree_of(file.read_text("utf-8"))
    found = check_bank(tree) if isinstance(tree, Node) else tree
    if isinstance(found, ItemBank):
        return found
    raise ValueError("\n".join(problems_as_text(file, found)))


def bank() -> Path:
    return folder("workshop_templates") / ITEMS


def sound(file: Path) -> Template:
    template = load(file)
    if isinstance(template, Template):
        return template
    raise ValueError("\n".join(problems_as_text(file, template)))


def text_of(path_or_name: str | Path) -> str | Problems:
    """The YAML text, which a workshop keeps, so that it can always be read again as it was.

    Opens whatever file is named, so it is not for names that came over the network; those are looked up in
    `shipped()` first.
    """
    file = Path(path_or_name)
    if ID.fullmatch(str(path_or_name)) and not file.is_file():
        file = folder("workshop_templates") / f"{path_or_name}.yaml"
    try:
        with file.open("rb") as opened:
            text = opened.read(MAX_KIB * 1024 + 1)
        return one("too_large", 1, limit=str(MAX_KIB)) if len(text) > MAX_KIB * 1024 else text.decode("utf-8")
    except OSError:
        return one("no_such_file", 1)
    except UnicodeDecodeError:
        return one("not_utf8", 1)
