"""talko check: what is wrong, what could be plainer, and what waits for a reader."""

from pathlib import Path

import pytest

from talko.cli import main
from talko.folders import folder

SHIPPED = folder("workshop_templates")


def test_a_file_that_is_wrong_ends_in_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "my.yaml"
    file.write_text("id: 1")
    assert main(["check", str(file)]) == 1
    assert f"{file}:1: " in capsys.readouterr().out


def test_a_folder_is_all_the_templates_in_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(SHIPPED)]) == 0
    told = capsys.readouterr().out
    assert all(str(file) in told for file in SHIPPED.glob("*.yaml")) and "client/locale" not in told


def test_texts_that_nobody_has_read_are_counted_and_stop_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    file = SHIPPED / "pilot_review.yaml"
    assert main(["check", str(file)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told == [
        f"{file}: all is well: 21 texts in fi, 21 texts in sv (a draft), 21 texts in en",
        "Swedish: a draft, 21 texts not yet read by a reader of the language",
    ]


def test_with_no_file_the_words_of_the_interface_are_counted_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert sum(line.startswith("client/locale/") for line in told) == 3
    assert [line for line in told if "client/locale/sv: all is well" in line and "(a draft)" in line]
    assert int(told[-1].split()[3]) > 1300  # Swedish: a draft, so many


def test_a_word_to_avoid_in_a_prompt_is_warned_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "my.yaml"
    text = (SHIPPED / "pilot_review.yaml").read_text("utf-8")
    file.write_text(
        text.replace("prompt:\n              fi: ", "prompt:\n              fi: Sessio. ", 1), "utf-8"
    )
    assert main(["check", str(file)]) == 0
    assert "“sessio”" in capsys.readouterr().out.replace('"sessio"', "“sessio”")
