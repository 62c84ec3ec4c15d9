"""A panel writes for a week, the evening proposes and chooses, and a week later all of it is told."""

from pathlib import Path
from typing import Any

from tests.whole import everybody
from tests.whole.everybody import each, with_answers, with_dots, with_ratings
from tests.whole.story import Story, a_story

LETTERS, HOURS, PHONE = "Selkeät kirjeet", "Aukioloajat", "Puhelinpalvelu"
SEATS, PEERS, COFFEE = "Istuimia aulaan", "Vertaistuki", "Kahvia jonoon"
BENCH, EVENING = "Ehdotitte penkkiä. Se on pihalla.", "Ehdotitte iltaa. Tutkimme asiaa."
OPENS, TAXI, RUDE = "Milloin uusi aula avataan?", "Kuka maksaa taksin?", "Tiina M. tiuski."
TOLD = {"told_how": "Aulan seinällä ja kirjeen mukana.", "told_when": "2026-11-12"}
GAPS = ["unselected_have_reason", "next_contact_date", "previous_items_reported"]

DOTS = {  # of six users and five workers
    "Aino": (HOURS, LETTERS, SEATS), "Veikko": (HOURS, LETTERS, PHONE), "Marja": (HOURS, SEATS, PEERS),
    "Pentti": (HOURS, LETTERS, PEERS), "Leena": (LETTERS, PEERS, SEATS), "Eino": (SEATS, HOURS, COFFEE),
    "Sari": (LETTERS, PHONE, PEERS), "Timo": (PHONE, LETTERS, HOURS), "Hanna": (LETTERS, PHONE, SEATS),
    "Kaisa": (LETTERS, PEERS, PHONE), "Riikka": (LETTERS, PHONE, COFFEE),
}  # fmt: skip
ANSWERS = {  # theme: decision, reason, and who answers
    LETTERS: ("doing", "Kirjoitamme kolme kirjettä uudelleen.", "Riikka"),
    HOURS: ("doing", "Kokeilemme iltaa torstaisin.", "Sari"),
    PHONE: ("not_doing", "Rahaa ei ole tänä vuonna.", "Riikka"),
    PEERS: ("not_ours", "Yhdistys vastaa tästä.", "Leena: Läheinen"),
    SEATS: ("done", "Kuusi tuolia tuli eilen.", ""),
}
IMPORTANCE = {
    "Outi": {HOURS: [5], LETTERS: [4], PHONE: [2], PEERS: [4]},
    "Aino Veikko": {HOURS: [5], LETTERS: [4], SEATS: [3]},
    "Marja": {HOURS: [4], LETTERS: [5], PEERS: [5]},
    "Sari": {LETTERS: [4], PHONE: [5]},
}


async def test_a_panel_before_an_evening_and_a_week_after(tmp_path: Path) -> None:
    async with a_story(tmp_path, "participation_evening_panel", title="Lokakuun ilta") as tell:
        await panelists_write_for_a_week(tell)
        await a_survey_without_questions_is_refused(tell)
        await the_evening_begins_with_answers_and_questions(tell)
        await tables_talk_about_what_the_panel_wrote(tell)
        await everybody_proposes_and_proposals_are_put_together(tell)
        await three_dots_each_choose_five_of_six(tell)
        await each_of_the_five_gets_an_answer_and_an_owner(tell)
        await the_evening_is_evaluated_and_shown_later(tell)
        await for_a_week_they_rate_what_the_evening_chose(tell)
        await last_words_are_written_and_the_gate_says_what_is_missing(tell)
        await it_is_closed_when_nothing_is_missing(tell)
        the_plan_tells_all_of_it(await tell.plan())


async def panelists_write_for_a_week(tell: Story) -> None:
    for last_time in (BENCH, EVENING):
        await tell.says("Bo", "bring_card", source="previous", text=last_time, permission=True)
    await tell.come(panelist="Aino Veikko Outi")
    await tell.go_to("b1")
    await tell.is_refused("not_open_yet", "Aino", "add_card", "b1", text="Hei")
    await tell.here("Anna", "open")
    assert tell.screen["ends"] == 0  # a week has no timer
    await everybody.write(tell, {"Aino": ["Kirje oli vaikea."], "Outi": ["Jono oli pitkä.", RUDE]})
    assert (tell.screen["written"], tell.screen["cards"]) == (3, {})
    assert await tell.days(7) == "2026-10-15"
    await tell.here("Anna", "close")
    await tell.is_refused("activity_closed", "Veikko", "add_card", "b1", text="Myöhässä")
    await tell.here("Bo", "hide_card", card=RUDE, reason="Henkilön nimi")


async def a_survey_without_questions_is_refused(tell: Story) -> None:
    await tell.go_to("b2")
    await tell.is_refused("no_items", "Anna", "open", "b2")
    await tell.is_refused("no_such_item", "Anna", "choose_items", "b2", items=["ei_ole"])
    await tell.here("Anna", "choose_items", items=["words", "ask"])
    await everybody.answers(tell, with_answers({"Aino Veikko Outi": {"words": 2, "ask": 3}}))
    assert tell.screen["items"] == {"words": True, "ask": True}
    assert (tell.result["ballots"], tell.result["results"]["all"]["words"]["mean"]) == (3, 2.0)


async def the_evening_begins_with_answers_and_questions(tell: Story) -> None:
    workers = {"professional": "Sari Timo Hanna", "partner": "Kaisa", "manager": "Riikka"}
    await tell.come(client="Marja Pentti", relative="Leena", **workers)
    await tell.come_without_phone("Hilkka", client="Eino")
    await tell.go_to("e1")
    assert (tell.room("lobby")["joined"], tell.screen["cards"].keys()) == (12, {BENCH, EVENING})
    await tell.go_to("e2")
    await tell.says("Marja", "ask_question", text=OPENS)
    await tell.says("Eino", "ask_question", text=TAXI)
    assert tell.room("questions") == {}
    await tell.says("Bo", "answer_question", question=OPENS, text="Tammikuussa.")
    shown = {"text": OPENS, "lang": "fi", "answer": "Tammikuussa.", "answer_lang": "fi"}
    assert tell.room("questions") == {OPENS: shown}


async def tables_talk_about_what_the_panel_wrote(tell: Story) -> None:
    await tell.go_to("e3")
    assert tell.screen["cards"].keys() == {"Kirje oli vaikea.", "Jono oli pitkä."}
    await tell.go_to("e4")
    await tell.is_refused("may_not", "Marja", "add_note", "e4", text="Minä kirjoitan")
    await tell.here("Hilkka", "add_note", text="Outoja sanoja.", table=1)
    assert tell.screen["notes"] == {"Outoja sanoja.": {"text": "Outoja sanoja.", "lang": "fi", "table": 1}}


async def everybody_proposes_and_proposals_are_put_together(tell: Story) -> None:
    users = {"Marja": ["Selkokieltä."], "Pentti": ["Auki illalla."], "Leena": ["Ryhmä läheisille."]}
    others = {"Timo": ["Takaisinsoitto."], "Eino": ["Tuoleja aulaan.", "Kahvia odottajille."]}
    await everybody.writes(tell, "e5", users | others)
    assert (tell.screen["written"], tell.screen["cards"]) == (6, {})
    letters = {LETTERS: ["Selkokieltä.", "Kirje oli vaikea.", "Outoja sanoja."], HOURS: ["Auki illalla."]}
    themes = {PHONE: ["Takaisinsoitto."], SEATS: ["Tuoleja aulaan."], PEERS: ["Ryhmä läheisille."]}
    await everybody.groups(tell, "e6", letters | themes | {COFFEE: ["Kahvia odottajille."]})
    assert [text for text, its in tell.screen["cards"].items() if "theme" not in its] == ["Jono oli pitkä."]


async def three_dots_each_choose_five_of_six(tell: Story) -> None:
    await tell.go_to("e7")
    await tell.here("Anna", "open")
    four = {"round": tell.screen["round"], "n": 1, "choice": {"dots": dict.fromkeys(ANSWERS, 1)}}
    await tell.is_refused("too_many_dots", "Aino", "cast", "e7", **four)
    await everybody.cast(tell, with_dots(DOTS))
    await everybody.shown(tell, ballots=11)
    dots = {LETTERS: 9, HOURS: 6, PHONE: 6, SEATS: 5, PEERS: 5, COFFEE: 2}
    assert each(tell.result, "dots") == dots and COFFEE not in each(tell.result, "selected")
    assert tell.result["by_side"]["users"][HOURS] == {"dots": 5}
    assert tell.result["by_side"]["workers"][HOURS] == {"dots": 1}


async def each_of_the_five_gets_an_answer_and_an_owner(tell: Story) -> None:
    await tell.go_to("e8")
    assert tell.screen["items"].keys() == ANSWERS.keys()
    for theme, (decision, reason, owner) in ANSWERS.items():
        await everybody.plans(tell, reason, sources=[theme], decision=decision, reason=reason, **TOLD)
        await everybody.takes_on(tell, reason, owner=owner)
    record = ANSWERS[SEATS][1]
    assert tell.missing == [f"{record}.owner", f"{record}.owner_accepted", "owner_is_person", *GAPS]
    aloud = {"who": "Anna", "do": "name_for", "at": "e8", "record": record, "part": "owner"}
    await tell.is_refused("not_a_person", **aloud, name="Työryhmä")
    await tell.says(**aloud, name="Kalle Vahtimestari", outside=True)
    assert tell.missing == GAPS


async def the_evening_is_evaluated_and_shown_later(tell: Story) -> None:
    await tell.go_to("e9")
    felt: dict[str, Any] = {"say": 4, "words": 4, "ask": 4, "next": 5, "again": "yes"}
    said = {"words": "na", "open_fix": {"text": "Pidempi tauko.", "lang": "fi"}}
    others = {"Pentti": felt | {"words": 5, "ask": 3}, "Marja": felt | said}
    await everybody.answers(tell, with_answers({"Aino Veikko Sari": felt, **others}))
    assert not {"rounds", "texts"} & tell.screen.keys()
    assert [its["text"] for its in tell.console["texts"].values()] == ["Pidempi tauko."]


async def for_a_week_they_rate_what_the_evening_chose(tell: Story) -> None:
    await tell.go_to("a1")
    await tell.here("Anna", "open")
    assert tell.screen["options"].keys() == ANSWERS.keys()
    await everybody.cast(tell, with_ratings("importance", IMPORTANCE))
    assert await tell.days(7) == "2026-10-22"
    await everybody.shown(tell, ballots=5)
    assert each(tell.result, "score") == {HOURS: 4.75, PEERS: 4.5, LETTERS: 4.2, PHONE: 3.5, SEATS: 3.0}
    assert each(tell.result, "ratings") == {HOURS: 4, PEERS: 2, LETTERS: 5, PHONE: 2, SEATS: 2}
    assert tell.result["by_side"] == {"told": "none"}  # there is only one worker among them


async def last_words_are_written_and_the_gate_says_what_is_missing(tell: Story) -> None:
    await everybody.writes(tell, "a2", {"Outi": ["Keskiviikko olisi parempi."]}, item=ANSWERS[HOURS][1])
    assert tell.screen["items"].keys() == {reason for _, reason, _ in ANSWERS.values()}
    await tell.here("Anna", "reveal")
    assert tell.screen["cards"]["Keskiviikko olisi parempi."]["item"] == ANSWERS[HOURS][1]
    assert tell.missing == GAPS
    await tell.is_refused("not_finished", "Anna", "close_workshop")


async def it_is_closed_when_nothing_is_missing(tell: Story) -> None:
    await tell.says("Bo", "park", item=COFFEE, decision="later", reason="Kysymme kahvilalta keväällä.")
    await tell.says("Bo", "report_item", card=BENCH, report="done")
    await tell.says("Bo", "report_item", card=EVENING, report="doing", note="Torstai.")
    await tell.is_refused("date_past", "Bo", "set_contact", date="2026-10-08")
    await tell.says("Bo", "set_contact", date="2026-11-12", time="17:00", place="Asukastalo")
    assert tell.missing == []
    await tell.says("Anna", "close_workshop")
    await tell.is_refused("workshop_over", "Outi", "add_card", "a2", text="Vielä yksi")


def the_plan_tells_all_of_it(plan: Any) -> None:
    steps, closing, records = plan["activities"], plan["closing"], plan["activities"]["e8"]["records"]
    assert (plan["finished"], plan["people"]) == (True, {"came": 12, "left": 0})
    assert ({*steps["b1"]["cards"]}, steps["b1"]["hidden"]) == ({"Kirje oli vaikea.", "Jono oli pitkä."}, 1)
    assert [*steps["b2"]["rounds"].values()] == [{"nth": 1, "few": True}]  # only the three saw it
    (evening,), (week,) = steps["e7"]["rounds"].values(), steps["a1"]["rounds"].values()
    assert each(evening, "rank") == {LETTERS: 1, HOURS: 2, PHONE: 2, SEATS: 4, PEERS: 4, COFFEE: 6}
    assert each(week, "rank") == {HOURS: 1, PEERS: 2, LETTERS: 3, PHONE: 4, SEATS: 5}
    owners = [(its["owner"], its.get("owner_outside", False)) for its in records.values()]
    assert {("Läheinen", False), ("Kalle Vahtimestari", True)} <= {*owners}
    assert [its["text"] for its in steps["e9"]["texts"].values()] == ["Pidempi tauko."]
    assert plan["targets"] == {"words": {"target": 4.0, "met": True}, "ask": {"target": 4.0, "met": False}}
    assert (len(closing["ticks"]), {*closing["ticks"].values()}) == (4, {True})
    assert closing["parked"][COFFEE]["reason"] == "Kysymme kahvilalta keväällä."
    assert closing["open"]["questions"] == {TAXI: True}
    assert closing["contact"] == {"date": "2026-11-12", "time": "17:00", "place": "Asukastalo", "what": ""}
