"""Plans as tables and as Markdown. What people wrote is never a formula or a mark."""

import pytest

from talko.pages.plan.speech import speech
from talko.papers.blocks import texts
from talko.papers.letters import line
from talko.papers.markdown import markdown
from talko.papers.sheets.plan import plan
from talko.papers.table import FORMULA, actions_csv, results_csv
from tests.papers.given import document, empty, expected
from tests.papers.hostile import PAYLOADS, hostile
from tests.papers.read_text import live_marks, rows, unmarked


def test_no_cell_is_a_formula() -> None:
    bad, _ = hostile()
    every = [*rows(actions_csv(bad, speech("fi"))), *rows(results_csv(bad, speech("fi")))]
    assert [cell for row in every for cell in row if cell.startswith((*FORMULA, "\t", "\r"))] == []


def test_each_row_has_all_cells_whatever_people_wrote() -> None:
    bad, _ = hostile()
    for table in (actions_csv(bad, speech("fi")), results_csv(bad, speech("fi"))):
        head, *others = rows(table)
        assert others and {len(row) for row in others} == {len(head)}


def test_actions_stand_in_a_table_with_who_and_when() -> None:
    head, *others = rows(actions_csv(document("en"), speech("en")))
    assert head[:8] == ["Kind", "What", "How is it going?", "Since", "Who does it?", "Who helps?",
                        "When is it ready?", "Who follows it up?"]  # fmt: skip
    sirpa = next(row for row in others if row[4] == "Sirpa")
    assert sirpa[1] == "Varaamme seurakunnan salin neljäksi torstaiksi"
    assert sirpa[2:8] == ["It is late", "", "Sirpa", "", "2026-10-12", "Reijo"]
    assert [row[0] for row in others] == ["Action"] * 6 + ["Trial"] * 3


def test_numbers_in_the_table_are_those_that_must_come_out() -> None:
    _, *others = rows(results_csv(document("en"), speech("en")))
    dots = {row[2]: int(row[4]) for row in others if row[3] == "dots"}
    themes = expected()["activities"]["n3"]["themes"]
    wanted = expected()["activities"]["n4"]["dots"]
    assert dots == {themes[id]["name"]: n for id, n in wanted.items()}


def test_an_empty_plan_is_a_table_with_a_head() -> None:
    assert len(rows(actions_csv(empty("fi"), speech("fi")))) == 1


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_markdown_says_all_that_the_document_says(lang: str) -> None:
    paper = plan(document(lang), speech(lang))
    read, at = unmarked(markdown(paper).decode()), 0
    for each in texts(paper):
        at = read.index(line(each), at)


def test_in_markdown_nothing_that_people_wrote_is_a_mark() -> None:
    bad, _ = hostile()
    told = markdown(plan(bad, speech("fi"))).decode()
    read = unmarked(told)
    assert [each for each in PAYLOADS if line(each) not in read] == []
    wrong = [each for each in told.splitlines() if live_marks(each.replace("**", ""))]
    assert wrong == []
