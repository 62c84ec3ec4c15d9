"""Short papers: one easy page for those who were asked, and a statement to those who decide."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from talko.pages.plan.speech import speech
from talko.papers.blocks import figures, texts
from talko.papers.pictures import pictures
from talko.papers.sheets.easy import easy_pdf
from talko.papers.sheets.plan import plan
from talko.papers.sheets.statement import statement
from tests.papers.given import document, empty, of, told
from tests.papers.hostile import hostile
from tests.papers.read_pdf import bare, read

LANGS = ("fi", "sv", "en")


@pytest.mark.parametrize("lang", LANGS)
def test_the_easy_page_is_one_page_whatever_was_written(lang: str) -> None:
    for each in (document(lang), empty(lang), hostile()[0]):
        assert read(BytesIO(easy_pdf(each, speech(each.lang)))).pages == 1


def test_the_easy_page_says_what_was_told_what_is_done_what_not_and_when_one_hears() -> None:
    said = bare(read(BytesIO(easy_pdf(document("en"), speech("en")))).root.words())
    for each in (
        "What you told us",
        "Paikka, johon saa tulla ilman aikaa",
        "What we do now",
        "Varaamme seurakunnan salin",
        "What we try now",
        "What we do not do now, and why",
        "19 November 2026",
    ):
        assert bare(each) in said, each


def test_a_statement_says_what_others_have_to_decide_and_leaves_room_for_the_body() -> None:
    said = list(texts(statement(document("en"), speech("en"))))
    in_order = ["Statement", "To:", "What others have to decide", "Yksi yhteinen suunnitelmapaperi",
                "Who was heard", "What we already do", "Concerns and differing views"]  # fmt: skip
    places = [said.index(each) for each in in_order]
    assert places == sorted(places)
    assert said[said.index("To:") + 1].strip("_") == ""


def test_a_statement_without_anything_for_others_says_so() -> None:
    assert "Nothing was left for others to decide." in texts(statement(empty("en"), speech("en")))


def test_each_result_is_a_drawing_an_image_and_words() -> None:
    paper = plan(document("fi"), speech("fi"))
    with ZipFile(BytesIO(pictures(paper))) as packed:
        for n, each in enumerate(figures(paper), 1):
            assert packed.read(f"result-{n}.svg").startswith(b"<svg")
            assert packed.read(f"result-{n}.png").startswith(b"\x89PNG")
            assert packed.read(f"result-{n}.txt").decode() == each.alt


def test_what_was_told_since_then_stands_on_paper_with_its_day_and_part() -> None:
    data = told()
    pilot = next(iter(data["activities"]["p1"]["records"].values()))
    told_by = {"day": "2026-11-20", "part": "follower", "lang": "fi"}
    pilot["followed"] = {
        "status": "doing", "since": "2026-11-20",
        "lines": {"1": {**told_by, "status": "doing", "note": "Kahvila aukesi."}},
        "moved": {"1": {**told_by, "before": "2026-11-19", "due": "2026-11-26", "reason": "Ei salia."}},
        "heard": {"1": {**told_by, "how": "Lappu jonossa", "when": "2026-11-21"}},
        "decided": {"1": {**told_by, "decision": "spread", "reason": "Se auttoi.", "place": "Kirjasto"}},
    }  # fmt: skip
    said = "\n".join(texts(plan(of(data, "en"), speech("en"))))
    for each in (
        "Kahvila aukesi.\n(20 November 2026, confirmed by who follows it up: It is being done)",
        "The day before that\n19 November 2026: Ei salia.",
        "Se auttoi.\n(20 November 2026: It is done elsewhere too: Kirjasto)",
        "Lappu jonossa\n(People heard of it: 21 November 2026)",
    ):
        assert each in said, each
