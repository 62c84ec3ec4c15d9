"""`talko papers`: every paper of a plan, on the disk of whoever asks for them."""

from io import BytesIO
from pathlib import Path

import pytest

from talko.cli import main
from talko.papers.schema import as_json, from_json
from talko.papers.shelf import PAPERS
from tests.faults.plug import free_port
from tests.papers.given import document, expected
from tests.papers.read_pdf import bare, read


def test_what_is_no_plan_is_refused_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text("{}")
    for name in ("x.json", "not-there.yaml"):
        assert main(["papers", str(tmp_path / name), "--out", str(tmp_path / "out")]) == 1
        assert "neither an example nor the document of a plan" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_papers_are_made_of_a_document_that_was_saved(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(as_json(document("sv")))
    assert main(["papers", str(tmp_path / "plan.json"), "--out", str(tmp_path / "out")]) == 0
    assert {each.name for each in (tmp_path / "out").iterdir()} == {*PAPERS}


def test_papers_of_the_example_are_made_after_it_was_played(tmp_path: Path) -> None:
    assert main(["papers", "--out", str(tmp_path), "--lang", "fi", "--port", str(free_port())]) == 0
    told = from_json((tmp_path / "document.json").read_bytes())
    actions = expected()["activities"]["c1"]["records"].values()
    titles = {each.title.text for each in told.records if each.kind == "action"}
    assert titles == {each["what"] for each in actions}
    said = bare(read(BytesIO((tmp_path / "plan.pdf").read_bytes())).root.words())
    assert all(bare(title) in said for title in titles)
