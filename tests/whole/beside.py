"""What happens beside the agenda: questions, hard words, breaks, who goes and who comes, and the cohost."""

from collections.abc import Awaitable, Callable

from talko.core.audience import Audience
from tests.whole.driver import Play
from tests.whole.people import come_back, come_in, leave

HARD = ["osallisuus", "Osallisuus", "palveluohjaus", "prosessi"]


async def some_of_it(playing: Play) -> None:
    for happens in playing.chance.sample(BESIDE, playing.chance.choice([0, 1, 1, 2])):
        await happens(playing)


async def a_question(playing: Play) -> None:
    """Nobody has more than five that nobody answered."""
    who, rules = playing.chance.choice(playing.people), playing.room.template.settings
    if not rules.ask_anytime:
        await playing.refused("not_here", who, "ask_question", text="Miksi?", lang="fi")
    elif len(unanswered(playing, [*playing.mine(who).get("questions", {})])) < 5:
        text = playing.text()
        id = await playing.say(who, "ask_question", text=text, lang="fi")
        assert id not in playing.sees(Audience.SCREEN)["questions"]
        if playing.happens(0.2):
            await playing.hide("", id, text)
    else:
        await playing.refused("enough_questions", who, "ask_question", text="Miksi?", lang="fi")


def unanswered(playing: Play, ids: list[str]) -> list[str]:
    """Of those that are not hidden."""
    questions = playing.look["questions"]
    return [id for id in ids if not {"answer", "hidden"} & questions[id].keys()]


async def an_answer(playing: Play) -> None:
    if waiting := unanswered(playing, [*playing.look["questions"]]):
        id, text, is_open = playing.chance.choice(waiting), playing.text(), playing.happens(0.3)
        said = {"text": text, "lang": "fi"}
        await playing.say(playing.tends(), "answer_question", question=id, open=is_open, **said)
        assert playing.sees(Audience.PHONE)["questions"][id]["answer"] == text


async def a_hard_word(playing: Play) -> None:
    """Two flags are nobody's business, three are told."""
    if not playing.room.template.settings.flag_word:
        await playing.refused("not_here", playing.people[0], "flag_word", word="sana", lang="fi")
    else:
        word = playing.chance.choice(HARD)
        for who in playing.some():
            await playing.say(who, "flag_word", word=word, lang="fi")


async def a_plain_word(playing: Play) -> None:
    words = [id for id, each in playing.look["words"].items() if "plain" not in each]
    new = {} if words else {"new": "yhteiskehittäminen", "lang": "fi"}
    await playing.say(playing.tends(), "explain_word", word=words[0] if words else "", plain="mukana", **new)


async def a_need(playing: Play) -> None:
    need, who = playing.chance.choice(["more_time", "break"]), playing.chance.choice(playing.people)
    if not playing.room.template.settings.more_time:
        await playing.refused("not_here", who, "ask_for", need=need)
    else:
        await playing.say(who, "ask_for", need=need)
        assert playing.look["needs"][need] >= 1 and need in playing.mine(who)["asked"]


async def a_feeling(playing: Play) -> None:
    """For whoever leads alone. Of the sixth of one person they ask to stop."""
    who = playing.chance.choice(playing.people)
    _, why, _ = await playing.ask(who, "give_feedback", text=playing.untold_text(), lang="fi")
    assert why in ("", "enough_cards")
    feedback = {id: each for id, each in playing.look["feedback"].items() if "hidden" not in each}
    if feedback and playing.happens(0.3):
        id = playing.chance.choice([*feedback])
        await playing.hide("", id, feedback[id]["text"])


async def a_break(playing: Play) -> None:
    await playing.lead("start_break", minutes=playing.chance.randint(1, 20))
    await playing.refused("not_now", playing.leads, "start_break", minutes=5)
    assert playing.sees(Audience.PHONE)["agenda"]["break_ends"] > 0
    if playing.happens(0.5):  # else going on ends it
        await playing.lead("end_break")


async def a_walk(playing: Play) -> None:
    """Somebody leaves, and comes back, or not."""
    who = playing.chance.choice([each for each in playing.people if each.phone])
    await leave(playing, who)
    if playing.happens(0.7) or len(playing.people) < 6 or are_few(playing):
        await come_back(playing, who)


def are_few(playing: Play) -> bool:
    """Of some role nobody is left with a phone: it may be one that the plan needs."""
    wanted = {*playing.room.template.who.roles} & {each.role for each in playing.came}
    return wanted > {each.role for each in playing.people if each.phone}


async def a_latecomer(playing: Play) -> None:
    await playing.lead("close_door")
    role = playing.chance.choice(playing.room.template.who.roles)
    answer = await playing.place.again(playing.place.home).post(playing.made.door, {"role": role})
    assert answer.status_code == 409
    await playing.lead("open_door")
    who = await come_in(playing.place, playing.made, role)
    playing.people.append(who)
    playing.came.append(who)


async def what_a_cohost_may_not(playing: Play) -> None:
    at = playing.look["agenda"]["current"]
    for do in ("go_on", "go_back", "open", "close"):
        await playing.refused("may_not", playing.cohost, do, at)
    for do in ("close_door", "close_workshop", "close_unfinished", "end_break"):
        await playing.refused("may_not", playing.cohost, do)
    await playing.refused("may_not", playing.cohost, "attest", rule="names_removed", holds=True)


BESIDE: list[Callable[[Play], Awaitable[None]]] = [
    a_question, a_question, an_answer, a_hard_word, a_plain_word, a_need, a_feeling, a_break, a_walk,
    a_latecomer, what_a_cohost_may_not,
]  # fmt: skip
