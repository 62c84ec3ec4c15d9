"""What goes from one activity to the next, and where each thing was made."""

from collections.abc import Mapping

from talko.core.activities import consent, survey
from talko.core.activities.cluster import AddTheme, MergeThemes, MoveCards
from talko.core.activities.collect import AddCard
from talko.core.activities.discuss import AddNote
from talko.core.activities.plan import AddRecord, DropRecord
from talko.core.audience import Audience, Shown
from talko.core.ballots.ballot import ALL, CastBallot, Dots, Support
from talko.core.beside.brought import BringCard
from talko.core.card import HideCard, ShowCard
from talko.core.handed import handed, other_sources, places, things
from talko.core.life import Open
from talko.core.people import Refused
from talko.core.template import Collect, Consent, Discuss, Plan, Source, Survey, Vote
from talko.core.views import view
from talko.core.whole import begin
from tests.core.played import (
    ACTIONS,
    AGREE,
    CARDS,
    DOTS,
    KEEP,
    PILOTS,
    PULSE,
    RATE,
    SAFE,
    THEMES,
    WHY,
    Played,
    grouped,
    met,
)
from tests.core.story import ADA, BEN, CAI, FAY, HAL, a_template, part, step

PICK, READ, PLAN, ASK, ABOUT = "pick", "read", "plan", "ask", "about"
TWO_DOTS = Vote("dots", 2, budget=2, max_per_item=1)
SHORT = begin(
    a_template(
        step(CARDS, 0, Collect(max_per_person=5, max_chars=40, feeling=True)),
        step(PICK, 0, TWO_DOTS, Source("cards", CARDS), Source("field_cards", brought="field")),
        step(READ, 0, Discuss("read", notes="anyone"), Source("selection", PICK)),
        step(ABOUT, 0, Collect(5, 40, per_item=True), Source("selection", PICK)),
        step(PLAN, 0, Plan("action", "facilitator"), Source("selection", PICK)),
        step(ASK, 0, Consent("five", 3), Source("selection", PICK)),
    )
)  # fmt: skip


def picked() -> Played:
    """Two cards and one from the field, of which people chose one each."""
    played = met(SHORT)
    played.does(HAL, "", BringCard("field", "The queue is long", "en", True, feeling=-1), id="f1")
    played.goes_to(CARDS)
    played.does(FAY, CARDS, Open())
    played.does(ADA, CARDS, AddCard("A bus at nine", "en", feeling=1), id="k1")
    played.does(BEN, CARDS, AddCard("Mr. Smith must go", "en"), id="k2")
    played.shows(CARDS)
    played.goes_to(PICK)
    played.does(FAY, PICK, Open(), id="r1")
    played.does(ADA, PICK, CastBallot("r1", 1, Dots({"k1": 1, "f1": 1})))
    played.does(BEN, PICK, CastBallot("r1", 1, Dots({"k1": 1, "f1": 1})))
    played.shows(PICK)
    return played


def read(played: Played, audience: Audience = Audience.CONSOLE, name: str = "cards") -> Mapping[str, object]:
    seen = view(played.workshop, played.boxes, audience, Shown())
    found = part(seen, "activities", played.workshop.agenda.current, name)
    assert isinstance(found, Mapping)
    return found


def test_a_from_whose_source_is_empty_hands_on_nothing_and_a_vote_on_it_does_not_open() -> None:
    played = met()
    assert [id for id in played.workshop.activities if handed(played.workshop, id)] == []
    for vote in (DOTS, RATE):
        assert played.says(FAY, vote, Open()) == Refused("one_option")


def test_where_nothing_came_cards_are_about_nothing_and_what_is_asked_is_about_everything() -> None:
    written, asked = met(SHORT), met()
    written.does(FAY, ABOUT, Open())
    written.does(ADA, ABOUT, AddCard("About nothing", "en"))
    for place in (KEEP, AGREE):
        asked.does(FAY, place, Open(), id=f"{place}1")
        state = asked.workshop.activities[place]
        assert isinstance(state, survey.State | consent.State)
        assert state.rounds[f"{place}1"].about == (ALL,)


def test_where_a_card_lies_is_told_also_when_it_came_by_way_of_a_vote() -> None:
    """The console names that place when it hides the card."""
    played = picked()
    played.goes_to(READ)
    assert {id: each["in"] for id, each in read(played).items() if isinstance(each, Mapping)} == {
        "k1": CARDS,
        "f1": "",
    }
    for id, place in (("k1", CARDS), ("f1", "")):
        played.does(FAY, place, HideCard(id, "a name"))
    assert read(played, Audience.SCREEN) == {}
    assert {id for id, each in read(played).items() if isinstance(each, Mapping) and each["hidden"]} == {
        "k1",
        "f1",
    }
    played.does(FAY, CARDS, ShowCard("k1"))
    assert list(read(played, Audience.SCREEN)) == ["k1"]


def test_a_view_does_not_depend_on_what_was_shown_before() -> None:
    """A card has less beside it where it is written about, and is whole where a plan rests on it."""
    played, shown = picked(), {audience: Shown() for audience in Audience}
    for place in (READ, ABOUT, PLAN, ASK):
        played.goes_to(place)
        for audience, before in shown.items():
            now = view(played.workshop, played.boxes, audience, before)
            assert now == view(played.workshop, played.boxes, audience, Shown()), (place, audience)


def test_a_card_moved_and_hidden_at_the_same_moment_lies_where_it_was_moved_when_it_is_shown_again() -> None:
    """Whichever comes first; the other facilitator's command is refused, or has its place."""
    first, second = grouped(), grouped()
    card = next(iter(handed(first.workshop, THEMES)))
    moves, hides = MoveCards((card,), "t1"), HideCard(card, "a name")
    first.does(FAY, THEMES, moves)
    first.does(CAI, CARDS, hides)
    second.does(CAI, CARDS, hides)
    assert second.says(FAY, THEMES, moves) == Refused("no_such_card")
    for played, theme in ((first, "t1"), (second, "")):
        assert card not in read(played)
        played.does(CAI, CARDS, ShowCard(card))
        told = read(played)[card]
        assert isinstance(told, Mapping) and told.get("theme", "") == theme


def test_what_was_selected_goes_on_and_what_is_hidden_does_not() -> None:
    played = picked()
    assert list(handed(played.workshop, PLAN)) == ["f1", "k1"]
    played.does(FAY, CARDS, HideCard("k1", "a name"))
    assert list(handed(played.workshop, PLAN)) == ["f1"]


def test_themes_of_a_grouping_and_records_of_a_plan_go_on_and_dropped_ones_do_not() -> None:
    played = met()
    played.goes_to(THEMES)
    for id in ("t1", "t2", "t3"):
        played.does(FAY, THEMES, AddTheme(f"Theme {id}", "en"), id=id)
    played.does(FAY, THEMES, MergeThemes("t3", "t1"))
    assert list(handed(played.workshop, DOTS)) == ["t1", "t2"]
    played.goes_to(PILOTS)
    played.does(FAY, PILOTS, AddRecord((), "A café", "en"), id="p1")
    played.does(FAY, PILOTS, AddRecord((), "A bar", "en"), id="p2")
    assert {id: each.text for id, each in handed(played.workshop, AGREE).items()} == {
        "p1": "A café",
        "p2": "A bar",
    }
    played.does(FAY, PILOTS, DropRecord("p2", "twice"))
    assert list(handed(played.workshop, AGREE)) == ["p1"]


def test_everything_is_there_once_with_the_place_where_it_was_made() -> None:
    played = picked()
    played.goes_to(READ)
    played.does(ADA, READ, AddNote("We need one", "en"), id="n1")
    played.goes_to(PLAN)
    played.does(FAY, PLAN, AddRecord(("k1",), "A bus", "en"), id="c1")
    assert list(things(played.workshop)) == ["c1", "f1", "k1", "k2", "n1"]
    assert places(played.workshop) == {"c1": PLAN, "f1": "", "k1": CARDS, "k2": CARDS, "n1": READ}
    assert other_sources(played.workshop) == [*things(played.workshop), "field"]


def test_a_survey_hands_on_its_questions_but_for_those_with_a_text() -> None:
    asked = begin(
        a_template(
            step(PULSE, 0, Survey((SAFE, WHY))),
            step(PICK, 0, Vote("dots", 1, budget=1, max_per_item=1), Source("results", PULSE)),
        )
    )
    assert list(handed(asked, PICK)) == ["safe"]


def test_who_leads_also_sees_the_ideas_behind_the_pilots_that_an_action_rests_on() -> None:
    played = grouped()
    played.goes_to(PILOTS)
    played.does(FAY, PILOTS, AddRecord(("t1",), "A café", "en"), id="p1")
    played.goes_to(AGREE)
    played.does(FAY, AGREE, consent.OpenRound("p1"), id="r1")
    played.does(ADA, AGREE, CastBallot("r1", 1, Support(5)))
    played.shows(AGREE)
    played.goes_to(ACTIONS)
    rests_on = {audience: list(read(played, audience, "items")) for audience in Audience}
    assert "p1" in rests_on[Audience.PHONE]
    assert rests_on[Audience.PHONE] == rests_on[Audience.SCREEN]
    assert set(rests_on[Audience.CONSOLE]) == {"t1", *rests_on[Audience.PHONE]}
