"""talko check: what is wrong with a template, what could be plainer, which texts wait for a reader."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from talko.core.template_file.problem import Problem
from talko.pages import plain
from talko.pages.language import ALL, LANGUAGES, catalogue, name_in_english, spoken_by
from talko.store import template_files


def main(files: Sequence[Path]) -> int:
    """0 if all can be used. Drafts and what could be said more plainly stop nobody."""
    named = [each for file in files for each in in_folder(file)]
    shipped = [str(template_files.bank()), *template_files.shipped()]
    waiting: Counter[str] = Counter()
    problems = [problem for file in named or shipped for problem in of_template(file, waiting)]
    for lang in () if named else LANGUAGES:
        of_language(lang, waiting)
    for lang, n in waiting.items():
        print(f"{name_in_english(lang)}: a draft, {n} texts not yet read by a reader of the language")
    return int(any(problem.severity == "error" for problem in problems))


def in_folder(file: Path) -> list[str]:
    return sorted(map(str, file.glob("*.yaml"))) if file.is_dir() else [str(file)]


def of_template(file: str, waiting: Counter[str]) -> tuple[Problem, ...]:
    text = template_files.text_of(file)
    if not isinstance(text, str):
        print("\n".join(template_files.problems_as_text(file, text)))
        return text
    told, drafts = template_files.told_in(text), template_files.drafts_in(text)
    waiting.update({lang: told.get(lang, 0) for lang in drafts})
    problems = template_files.problems(text, plain.avoided())
    say(file, template_files.problems_as_text(file, problems), counted(told, drafts))
    return problems


def of_language(lang: str, waiting: Counter[str]) -> None:
    """English needs no translation: its words stand in the code."""
    drafts = (lang,) if ALL[lang].draft else ()
    told = len(spoken_by(lang)) or len(catalogue(lang))
    waiting.update(dict.fromkeys(drafts, told))
    say(
        f"client/locale/{lang}",
        [f"warning: {each}" for each in plain.in_catalogue(lang)],
        counted({lang: told}, drafts),
    )


def say(name: str, wrong: list[str], told: str) -> None:
    print("\n".join(wrong) or f"{name}: all is well: {told}")


def counted(told: Mapping[str, int], drafts: Sequence[str]) -> str:
    return ", ".join(f"{n} texts in {lang}{' (a draft)' * (lang in drafts)}" for lang, n in told.items())
