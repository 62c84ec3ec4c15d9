"""Templates in files: what is no template is refused with its line; the ten of Talko are sound."""

import random
import re
from pathlib import Path

import pytest

from talko.core.template import Consent, Survey, Template, activities
from talko.core.template_file import languages
from talko.core.template_file.written import Node
from talko.folders import folder
from talko.store.template_files import (
    drafts_in,
    items,
    load,
    problems,
    problems_as_text,
    read,
    shipped,
    text_of,
    told_in,
)
from talko.store.yaml_tree import tree_of

FOLDER = folder("workshop_templates")
NINETY = (FOLDER / "codev_workshop_90.yaml").read_text("utf-8")


def said(text: str) -> list[str]:
    return problems_as_text("my.yaml", problems(text, {}))


def changed(old: str, new: str) -> str:
    assert NINETY.count(old) >= 1
    return NINETY.replace(old, new, 1)


# Refused


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("id: ]", "my.yaml:1: this is not YAML: "),
        ("id: a\n names: b", "my.yaml:2: this is not YAML: mapping values are not allowed"),
        ("id: a\x00", "my.yaml:1: this is not text in UTF-8"),
        ("id: \ud800", "my.yaml:1: this is not text in UTF-8"),
        ("", "my.yaml:1: a template has keys such as id, names and sessions, each on a line of its own"),
        (
            "- id: a",
            "my.yaml:1: a template has keys such as id, names and sessions, each on a line of its own",
        ),
        ("id: a\nnames: &all\n  fi: Nimi", 'my.yaml:2: anchors and aliases ("&", "*") are not allowed'),
        ("id: a\nnames: *all", 'my.yaml:2: anchors and aliases ("&", "*") are not allowed'),
        ("id: !!python/name:os.system a", 'my.yaml:1: tags ("!") are not allowed'),
        ("id: a\n---\nid: b", "my.yaml:2: one file holds one template"),
        ("id: a\nversion: 1\nid: b", 'my.yaml:3: the key "id" is there twice'),
        ("id: a\n[b]: c", "my.yaml:2: a key must be a plain word"),
        ("a: " + "[" * 12 + "]" * 12, "my.yaml:1: more than 12 levels inside each other"),
        ("id: a\nnames: " + "[" * 90_000, "my.yaml:2: more than 12 levels inside each other"),
        ("a: [" + "1, " * 11_000 + "1]", "my.yaml:1: there are more than 10000 entries"),
        ("id: a  # " + "é" * 131_072, "my.yaml:1: the file is larger than 256 KiB"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text: str, line: str) -> None:
    [found] = said(text)
    assert found.startswith(line)


def test_a_billion_laughs_end_at_the_first() -> None:
    laughs = [
        "a: &a [ha, ha]",
        *(f"{b}: &{b} [*{a}, *{a}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    ]
    assert [line.split(":")[1] for line in said("\n".join(laughs))] == ["1"]


def test_a_wrong_take_is_told_as_a_person_would() -> None:
    text = changed("- {activity: n1, take: cards}", "- {activity: n1, take: themes}")
    line = text[: text.index("n1, take: themes")].count("\n") + 1
    assert said(text) == [
        f'my.yaml:{line}: activity n2 takes "themes" from n1, but a collect activity gives cards'
    ]


def test_a_slip_of_the_finger_is_told_with_its_line_and_the_nearest_key() -> None:
    text = changed("            budget: 3", "            budgte: 3")
    line = text[: text.index("budgte")].count("\n") + 1
    assert f'my.yaml:{line}: activity n4 has an unknown key "budgte" (did you mean "budget"?)' in said(text)


def test_named_cards_are_refused() -> None:
    assert "nobody has needed them yet" in said(changed("anonymity: anonymous", "anonymity: named"))[0]


def test_a_terminal_is_told_nothing_it_would_obey() -> None:
    [line] = [line for line in said(changed("version: 1", '"\\e[31mversion": 1')) if "unknown" in line]
    assert "\x1b" not in line


def test_errors_and_warnings_come_together_in_the_order_of_the_lines() -> None:
    text = changed("fi: Lue yhteiset säännöt. Sopivatko ne sinulle?", "fi: Eikö ole hyvät säännöt?")
    found = said(text.replace("commitment_check: c2", "commitment_check: n4"))
    assert [
        'warning: activity o2: "Eikö" leads people to one answer' in found[0],
        "must name a consent" in found[1],
    ]
    assert len(found) == 2


def test_a_warning_does_not_stop_a_workshop() -> None:
    assert isinstance(read(changed("Sopivatko ne sinulle?", "Eikö niin?")), Template)


def test_a_file_that_is_not_there_is_told_in_one_line(tmp_path: Path) -> None:
    for name in ("no_such_template", tmp_path / "none.yaml", tmp_path):
        found = load(name)
        assert isinstance(found, tuple) and [problem.why for problem in found] == ["no_such_file"]


def test_a_file_that_is_no_text_or_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.yaml").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "large.yaml").write_bytes(b"#" * (256 * 1024 + 1))
    for name, why in (("photo", "not_utf8"), ("large", "too_large")):
        found = load(tmp_path / f"{name}.yaml")
        assert isinstance(found, tuple) and [problem.why for problem in found] == [why]


def test_whatever_is_written_gets_an_answer() -> None:
    """Slips, swapped lines and hostile pieces: always a template or problems, never anything else."""
    dice = random.Random(1)
    pieces = [
        "&a ",
        "*a",
        "!!map ",
        "- ",
        "[",
        "}",
        ": ",
        '"',
        "\t",
        "\n",
        "|",
        "? ",
        "<<: ",
        "1",
        "\x00",
        "\u202e",
        "---\n",
    ]
    for _ in range(300):
        lines = NINETY.split("\n")
        for _ in range(dice.randrange(1, 4)):
            at = dice.randrange(len(lines))
            cut = dice.randrange(len(lines[at]) + 1)
            lines[at] = dice.choice(
                [lines[dice.randrange(len(lines))], lines[at][:cut] + dice.choice(pieces)]
            )
        text = "\n".join(lines)
        assert isinstance(read(text), Template | tuple)
        assert all(isinstance(line, str) for line in said(text))


# Understood


def test_only_true_and_false_are_yes_and_no() -> None:
    text = changed("fi: Työpaja\n", "fi: Yes\n").replace("sv: Workshop\n", "sv: 1:30\n")
    template = read(text)
    assert isinstance(template, Template)
    assert template.sessions[0].names == {"fi": "Yes", "en": "Workshop", "sv": "1:30"}


def test_letters_are_the_same_however_they_were_typed() -> None:
    template = read(changed("fi: Työpaja\n", "fi: Tyo\u0308paja\n"))
    assert isinstance(template, Template) and template.sessions[0].names["fi"] == "Työpaja"


def test_a_template_is_found_by_its_name_and_by_its_file() -> None:
    by_name, by_file = load("codev_workshop_90"), load(FOLDER / "codev_workshop_90.yaml")
    assert by_name == by_file == shipped()["codev_workshop_90"]


def test_the_text_a_workshop_keeps_makes_the_same_template_again() -> None:
    for id, template in shipped().items():
        text = text_of(id)
        assert isinstance(text, str) and read(text) == template


# The ten that come with Talko: how many activities, and the minutes of each session

TEN = {
    "accessible_group": (11, [65], 10),
    "client_panel": (13, [112], 8),
    "codev_group_cycle": (44, [87, 87, 87, 85, 80], 24),
    "codev_workshop_90": (18, [86], 4),
    "day_in_the_life": (14, [0, 112], 8),
    "feedback_to_change": (11, [85], 5),
    "field_collection": (10, [28, 0, 43], 4),
    "house_self_assessment": (11, [85], 5),
    "participation_evening_panel": (13, [0, 84, 0], 6),
    "pilot_review": (9, [57], 3),
}


def test_the_ten_templates_have_no_errors_and_no_warnings() -> None:
    files = sorted(FOLDER.glob("[a-z]*.yaml"))
    assert [file.stem for file in files] == list(TEN)
    assert [
        line for file in files for line in problems_as_text(file, problems(file.read_text("utf-8"), {}))
    ] == []


@pytest.mark.parametrize("id", TEN)
def test_a_template_has_these_activities_and_minutes(id: str) -> None:
    template = shipped()[id]
    minutes = [
        sum(activity.minutes for stage in session.stages for activity in stage.activities)
        for session in template.sessions
    ]
    assert (len(activities(template)), minutes, template.duration.slack) == TEN[id]


def test_there_are_154_prompts() -> None:
    assert sum(len(activities(template)) for template in shipped().values()) == 154


@pytest.mark.parametrize("file", ["_items", *TEN])
def test_every_text_of_a_template_and_of_the_bank_is_in_three_languages(file: str) -> None:
    tree = tree_of((FOLDER / f"{file}.yaml").read_text("utf-8"))
    assert isinstance(tree, Node)
    said = [(where, set(languages.keys(text))) for where, text in languages.texts(tree)]
    assert len(said) > 15
    assert [where for where, langs in said if not {"fi", "sv", "en"} <= langs] == []


def test_swedish_is_a_draft_until_a_reader_of_it_says_otherwise() -> None:
    assert {template.drafts for template in shipped().values()} == {("sv",)} == {items().drafts}
    assert drafts_in(NINETY) == ("sv",) and told_in(NINETY)["sv"] == told_in(NINETY)["fi"] > 20


def test_a_template_that_decides_what_is_done_ends_in_a_commitment() -> None:
    for template in shipped().values():
        if "commitment_check_done" in template.closing.rules:
            check = activities(template)[template.closing.commitment_check].settings
            assert isinstance(check, Consent)


def test_the_bank_holds_21_questions_and_the_words_of_a_scale() -> None:
    bank = items()
    assert len(bank.items) == 21 and list(bank.answers) == ["1", "2", "3", "4", "5", "na"]
    assert [option.id for option in bank.items["keep"].options] == ["keep", "change", "stop", "not_sure"]


def test_the_house_has_three_floors() -> None:
    survey = activities(shipped()["house_self_assessment"])["h3"].settings
    assert isinstance(survey, Survey)
    assert [item.floor for item in survey.items].count("rooms") == 6
    assert {item.floor for item in survey.items} == {"foundation", "rooms", "attic"}


def test_a_changed_template_is_noticed() -> None:
    for old, new in [
        ("            minutes: 5\n", "            minutes: 6\n"),
        ("take: themes", "take: theme"),
        ("items: [pulse_in]", "items: [pulse]"),
        ("commitment_check: c2", "commitment_check: c1"),
        ("sv: Workshop\n", ""),
        ("              sv: Kan du förbinda dig till den här planen?\n", ""),
    ]:
        assert said(changed(old, new)), new


def test_the_page_on_templates_shows_a_sound_one_and_names_every_key() -> None:
    page = (FOLDER.parent / "docs" / "templates.md").read_text("utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert said(example) == []
    keys = {key for id in TEN for key in re.findall(r"(?m)^[- ]*(\w+):", str(text_of(id)))}
    keys -= {*items().items, *shipped()["house_self_assessment"].item_sets}
    assert [key for key in sorted(keys) if not re.search(rf"[`.]{key}[`.]", page)] == []
