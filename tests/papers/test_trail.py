"""What a plan calls a record that has no words of its own yet."""

from talko.core.audience import View
from talko.papers.why import Trail

CARDS: dict[str, View] = {"k1": {"text": "Bussi ei kulje.", "lang": "fi"}, "k2": {"text": "", "lang": "fi"}}


def title(record: View) -> object:
    return (
        Trail(CARDS, {"t1": {"text": "The way here", "lang": "en"}}, {"r1": record}, {}, {})
        .titles()
        .get("r1")
    )


def test_a_response_without_words_is_called_what_it_answers() -> None:
    assert title({"sources": ["k1", "k2", "t1"]}) == {"text": "Bussi ei kulje.; The way here", "lang": "fi"}


def test_its_own_words_come_first_and_without_any_it_has_no_title() -> None:
    reason: View = {"text": "Ei rahaa.", "lang": "fi"}
    assert title({"sources": ["k1"], "reason": reason}) == reason
    assert title({"sources": ["k2", "gone"]}) is None
