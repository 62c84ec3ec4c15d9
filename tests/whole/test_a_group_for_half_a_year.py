"""A group meets five times in half a year: it agrees, asks, chooses, tries, and says what came of it."""

from pathlib import Path
from typing import Any

from tests.whole import everybody
from tests.whole.everybody import each, with_answers, with_ratings
from tests.whole.story import Story, a_story

USERS, WORKERS = "Aino Leena Veikko Marja Pentti Eino", "Sari Timo Hanna Olli Riikka"
PAPERS, COFFEE, ALONE = "Papereita ei ymmärrä.", "Sain kahvin ja juttuseuraa.", "Kukaan ei juttele."
CLEAR, COMPANY, TIME, QUEUE = "Selkeät ohjeet", "Seuraa", "Aikaa yhdelle", "Jonotus"
GUIDE, PAIR, CAFE, SIGNS, LATE = "Kuvaohje", "Vertainen mukaan", "Palvelukahvila", "Opasteet", "Ilta-aika"
THURSDAYS, PICTURES, GUESS = "Kahvila torstaisin", "Kuvaohje tiskille", "Kymmenen juttelee viikossa."
ASKING, CUPS, GOES_ON = "Kysymme leipäjonossa", "Hankimme kahvin", "Kahvila jatkuu syksyyn"
HOW = {"first_step": "Soitamme huomenna.", "follow_how": "Kysyn viikon päästä.", "told_how": "Aulassa."}
TRIAL = {"where": "Aulassa", "start": "2027-02-01", "end": "2027-03-31", "review_date": "2027-04-08"}
RANKED = {"Aino Marja Leena": [CLEAR, COMPANY, QUEUE], "Veikko Pentti Eino": [COMPANY, CLEAR]}
RATED = {
    USERS: {CAFE: (5, 4), GUIDE: (4, 5), PAIR: (5, 3), SIGNS: (3, 4), LATE: (2, 1)},
    WORKERS: {CAFE: (3, 2), GUIDE: (4, 5), PAIR: (4, 3), SIGNS: (3, 4), LATE: (3, 1)},
}


async def test_five_meetings_of_a_group(tmp_path: Path) -> None:
    async with a_story(tmp_path, "codev_group_cycle", title="Torstairyhmä") as tell:
        await rules_are_agreed_and_two_will_ask_in_the_bread_queue(tell)
        assert await tell.days(28) == "2026-11-05"
        await what_was_heard_is_put_together_and_ranked(tell)
        await one_needs_time_and_answers_at_home(tell)
        assert await tell.days(26) == "2026-12-03"
        await ideas_come_alone_and_in_fours_and_are_rated(tell)
        await a_concern_changes_one_idea_and_another_stays_open(tell)
        assert await tell.days(42) == "2027-01-14"
        await two_trials_are_planned_and_agreed_on(tell)
        assert await tell.days(91) == "2027-04-15"
        await what_was_promised_is_told_and_decided_trial_by_trial(tell)
        await the_group_commits_to_next_steps_and_one_still_thinks(tell)
        await the_gate_is_gone_through_and_the_plan_waits_for_one(tell)
        the_plan_tells_half_a_year(await tell.plan())


async def rules_are_agreed_and_two_will_ask_in_the_bread_queue(tell: Story) -> None:
    await tell.come(client="Aino Leena", developer_client="Veikko", experience_expert="Marja", peer="Pentti")
    await tell.come(professional="Sari Timo Hanna Olli", manager="Riikka")
    await tell.come_without_phone("Hilkka", client="Eino")
    await tell.go_to("s1_rules")
    await tell.here("Anna", "open")
    await everybody.write(tell, {"Leena": ["Yksi puhuu."], "Eino": ["Ei nimiä."]})
    assert (tell.screen["written"], tell.screen["cards"]) == (0, {})  # nobody sees who wrote when
    await tell.here("Anna", "close")
    await everybody.groups(tell, "s1_rulesets", {"Kuuntelu": ["Yksi puhuu."], "Luottamus": ["Ei nimiä."]})
    await tell.go_to("s1_agree")
    assert await everybody.agrees(tell, "all", 2, Pentti="Tauko puuttuu.") == "revise"
    assert [*tell.result["concerns"].values()] == [{"text": "Tauko puuttuu.", "lang": "fi"}]
    assert await everybody.agrees(tell, "all", 2, "Lisäsimme tauon.", Olli=1) == "accepted"
    assert tell.result["supports"] == {"0": 0, "1": 1, "2": 10, "need_time": 0}
    await tell.go_to("s1_tasks")
    await tell.is_refused("may_not", "Aino", "add_record", "s1_tasks", sources=[])
    await everybody.plans(tell, ASKING, what=ASKING, due="2026-11-03", **HOW)
    await everybody.takes_on(tell, ASKING, owner="Veikko", follower="Sari")
    assert tell.mine("Veikko")["records"] == {"s1_tasks": {ASKING: ["owner"]}}


async def what_was_heard_is_put_together_and_ranked(tell: Story) -> None:
    for text in (PAPERS, COFFEE):
        await tell.says("Hilkka", "bring_card", source="field", text=text, permission=True)
    await tell.go_to("s2_back")
    assert tell.screen["cards"].keys() == {ASKING}
    await tell.go_to("s2_field")
    assert tell.screen["cards"].keys() == {PAPERS, COFFEE}
    await everybody.writes(tell, "s2_needs", {"Aino": ["Pelkään jonoa."], "Sari": ["Kiire."]}, feeling=-1)
    await tell.go_to("s2_round")
    assert tell.screen["cards"]["Pelkään jonoa."]["feeling"] == -1
    await tell.here("Hilkka", "add_note", text=ALONE, table=2)
    needs = {CLEAR: [PAPERS], COMPANY: [COFFEE, ALONE], TIME: ["Kiire."], QUEUE: ["Pelkään jonoa."]}
    await everybody.groups(tell, "s2_themes", needs, hand="Marja")
    await tell.go_to("s2_rank")
    ranked = RANKED | {WORKERS: [TIME, CLEAR, COMPANY]}
    await everybody.answers(tell, {who: {"ranks": its} for who, its in ranked.items()})
    assert each(tell.result, "dots") == {CLEAR: 22, COMPANY: 17, TIME: 15, QUEUE: 3}
    assert each(tell.result, "selected") == {CLEAR: True, COMPANY: True}
    assert tell.result["by_side"]["workers"][TIME] == {"dots": 15}


async def one_needs_time_and_answers_at_home(tell: Story) -> None:
    await tell.go_to("s2_consent")
    assert await everybody.agrees(tell, CLEAR, 4) == "accepted"
    assert await everybody.agrees(tell, COMPANY, 5, Pentti="need_time") == "pending"
    round = tell.console["round"]
    await tell.here("Anna", "decide_by", round=round, date="2026-11-12")
    assert tell.room("later")["s2_consent"][round]["text"] == COMPANY
    assert await tell.days(2) == "2026-11-07"
    assert tell.mine("Pentti")["later"] == {"s2_consent": {round: True}}
    await tell.here("Pentti", "cast", round=round, n=2, choice={"support": 3})
    assert (tell.result["result"], tell.result["supports"]["3"], tell.room("later")) == ("accepted", 1, {})


async def ideas_come_alone_and_in_fours_and_are_rated(tell: Story) -> None:
    await tell.go_to("s3_back")
    assert tell.screen["cards"].keys() == {CLEAR, COMPANY}
    await tell.go_to("s3_alone")
    await tell.here("Anna", "open")
    await everybody.write(tell, {"Aino": ["Ohje kuvina."], "Timo": ["Oviin kyltit."]}, item=CLEAR)
    await everybody.write(tell, {"Veikko": ["Kahvia aulaan."], "Eino": ["Illalla auki."]}, item=COMPANY)
    await tell.here("Anna", "close")
    await everybody.writes(tell, "s3_four", {"Marja": ["Kahvia ja vertainen."]}, entry="group")
    ideas = {GUIDE: ["Ohje kuvina."], CAFE: ["Kahvia aulaan."], PAIR: ["Kahvia ja vertainen."]}
    others = {SIGNS: ["Oviin kyltit."], LATE: ["Illalla auki."]}
    await everybody.groups(tell, "s3_join", ideas | others, hand="Pentti")
    await tell.go_to("s3_rate")
    await everybody.answers(tell, with_ratings("benefit ease", RATED))
    assert each(tell.result, "score") == {GUIDE: 4.33, PAIR: 4.03, CAFE: 3.76, SIGNS: 3.33, LATE: 1.97}
    assert [tell.result["by_side"][side][CAFE]["score"] for side in ("users", "workers")] == [4.67, 2.67]


async def a_concern_changes_one_idea_and_another_stays_open(tell: Story) -> None:
    await tell.go_to("s3_choose")
    assert await everybody.agrees(tell, GUIDE, 5) == await everybody.agrees(tell, PAIR, 4) == "accepted"
    assert await everybody.agrees(tell, CAFE, 5, Riikka="Kuka maksaa kahvin?") == "revise"
    assert await everybody.agrees(tell, CAFE, 4, "Kahvi lahjoituksena.") == "accepted"
    assert await everybody.agrees(tell, SIGNS, 4, Timo="Ovet vaihtuvat.") == "revise"
    assert await everybody.agrees(tell, SIGNS, 4, "Vain pääovi.", Timo="Sekin vaihtuu.") == "unresolved"
    await tell.here("Anna", "settle", proposal=SIGNS, decision="differing")


async def two_trials_are_planned_and_agreed_on(tell: Story) -> None:
    await tell.go_to("s4_pilot")
    assert tell.screen["items"].keys() == {GUIDE, PAIR, CAFE}
    await everybody.plans(tell, THURSDAYS, "Veikko", what=THURSDAYS, sources=[CAFE, PAIR], **TRIAL)
    await everybody.plans(tell, PICTURES, "Aino", what=PICTURES, sources=[GUIDE], **TRIAL)
    await tell.here("Leena", "propose_wording", record=THURSDAYS, field="prediction", text=GUESS)
    await tell.here("Veikko", "use_wording", record=THURSDAYS, wording=GUESS)
    await everybody.writes(tell, "s4_risk", {"Eino": ["Kahvi loppuu."]}, item=THURSDAYS)
    await tell.go_to("s4_ok")
    assert [await everybody.agrees(tell, trial, 4) for trial in (THURSDAYS, PICTURES)] == ["accepted"] * 2
    await tell.go_to("s4_actions")
    assert tell.screen["items"].keys() == {THURSDAYS, PICTURES, "Kahvi loppuu."}
    await everybody.plans(tell, CUPS, what=CUPS, sources=["Kahvi loppuu."], due="2027-01-28", **HOW)
    await everybody.takes_on(tell, CUPS, owner="Riikka")
    itself = {"record": CUPS, "part": "follower", "name": "Riikka"}
    await tell.is_refused("same_person", "Riikka", "take_on", "s4_actions", **itself)
    await everybody.takes_on(tell, CUPS, follower="Leena: Ryhmän jäsen")


async def what_was_promised_is_told_and_decided_trial_by_trial(tell: Story) -> None:
    await tell.go_to("s5_back")
    assert tell.screen["cards"].keys() == {CUPS}
    await everybody.writes(tell, "s5_saw", {"Aino": ["Moni jutteli."]}, item=THURSDAYS, bucket="good")
    await tell.go_to("s5_keep")
    keep, why = {"keep": "keep"}, {"keep": "change", "keep_why": {"text": "Kuvat ovat pieniä.", "lang": "fi"}}
    answers = {USERS: {THURSDAYS: keep, PICTURES: keep}, WORKERS: {THURSDAYS: keep, PICTURES: why}}
    await everybody.answers(tell, {who: {"answers": its} for who, its in answers.items()})
    counts = {"keep": 6, "change": 5, "stop": 0, "not_sure": 0}
    assert tell.result["results"][PICTURES]["keep"] == {"n": 11, "counts": counts}
    await tell.go_to("s5_decide")
    assert await everybody.agrees(tell, THURSDAYS, 5, "Jatkamme.") == "accepted"
    assert await everybody.agrees(tell, PICTURES, 4, "Suurennamme kuvat.") == "accepted"


async def the_group_commits_to_next_steps_and_one_still_thinks(tell: Story) -> None:
    await tell.go_to("s5_actions")
    await everybody.plans(tell, GOES_ON, what=GOES_ON, sources=[THURSDAYS], due="2027-08-05", **HOW)
    await everybody.takes_on(tell, GOES_ON, owner="Marja", follower="Olli")
    await tell.go_to("s5_commit")
    await tell.is_refused("no_such_item", "Anna", "open_round", "s5_commit", proposal=GOES_ON)
    assert await everybody.agrees(tell, "all", 4, Hanna="need_time") == "pending"
    assert tell.missing == ["commitment_check_done", "unselected_have_reason", "next_contact_date"]
    await tell.here("Anna", "decide_by", round=tell.console["round"], date="2027-04-29")
    assert tell.missing == ["unselected_have_reason", "next_contact_date"]


async def the_gate_is_gone_through_and_the_plan_waits_for_one(tell: Story) -> None:
    await tell.go_to("s5_eval")
    felt = {"heard": 5, "safe": 4, "influence": 4}
    await everybody.answers(tell, with_answers({USERS: felt, WORKERS: felt | {"influence": 3}}))
    for item in (TIME, QUEUE, LATE, SIGNS):
        await tell.says("Bo", "park", item=item, decision="later", reason="Otamme tämän syksyllä.")
    await tell.says("Bo", "set_contact", date="2027-05-13", what="Kerromme, miten kävi.")
    await tell.says("Anna", "close_workshop")
    ((round, waits),) = (await tell.plan())["closing"]["open"]["pending"]["s5_commit"].items()
    assert (waits["decide_by"], await tell.days(5)) == ("2027-04-29", "2027-04-20")
    await tell.is_refused("workshop_over", "Hanna", "ask_question", text="Vieläkö ehdin?")
    await tell.says("Hanna", "cast", "s5_commit", round=round, n=2, choice={"support": 4})


def the_plan_tells_half_a_year(plan: Any) -> None:
    steps, closing = plan["activities"], plan["closing"]
    trials, (last,) = steps["s4_pilot"]["records"], steps["s5_actions"]["records"].values()
    assert (last["owner"], last["follower"]) == ("Marja", "Olli")
    assert (trials[THURSDAYS]["status"], trials[THURSDAYS]["prediction"]["text"]) == ("accepted", GUESS)
    assert steps["s3_choose"]["proposals"][SIGNS]["result"] == "differing"
    rounds = steps["s3_choose"]["rounds"].values()
    heard = [its["text"] for round in rounds for its in round["concerns"].values()]
    assert heard == ["Kuka maksaa kahvin?", "Ovet vaihtuvat.", "Sekin vaihtuu."]
    (commitment,) = steps["s5_commit"]["rounds"].values()
    assert (commitment["result"], steps["s3_worst"]["passed_over"]) == ("accepted", True)
    assert [item for item, its in plan["targets"].items() if not its["met"]] == ["influence"]
    assert closing["parked"].keys() == {TIME, QUEUE, LATE, SIGNS} and all(closing["ticks"].values())
    assert (plan["finished"], closing["contact"]["date"]) == (True, "2027-05-13")
