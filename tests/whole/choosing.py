"""How people choose and answer, and that what is shown is what they put into the box."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from talko.core import template
from talko.core.activities import survey as core_survey
from talko.core.template import Activity
from tests.whole.driver import Play
from tests.whole.people import Person

Cast = dict[Person, dict[str, Any]]

ONE_DOT = template.Vote("dots", 1, budget=1, max_per_item=1)


def latest(playing: Play) -> Mapping[str, Any]:
    """The result of the latest round."""
    shown: Mapping[str, Any] = playing.here["rounds"].get(playing.here["round"], {})
    return shown


async def cast(playing: Play, at: str, choices: Cast, **more: Any) -> None:
    """Some change their mind; the larger number holds, whichever comes first."""
    round = playing.here["round"]
    for who, choice in choices.items():
        await playing.say(who, "cast", at, round=round, n=2, choice=choice)
        if playing.happens(0.2):
            other = playing.chance.choice([*choices.values()])
            await playing.say(who, "cast", at, round=round, n=1, choice=other)
    if choices:
        mine = playing.mine(next(iter(choices)))["ballots"][at]
        assert (mine["round"], mine["n"]) == (round, 2)
    assert playing.here["answered"] == len([each for each in choices.values() if says_something(each)])


def says_something(choice: Mapping[str, Any]) -> bool:
    return any(its not in ({}, []) for its in choice.values())


# Votes


async def vote(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Vote)
    if len(playing.here["options"]) < 2:
        await playing.refused("one_option", playing.leads, "open", activity.id)
        return playing.pass_over(f"{activity.id} has fewer than two options")
    await one_round(playing, activity, "open")
    while latest(playing).get("tied") and playing.happens(0.8):
        await one_round(playing, activity, "open_run_off")
    if playing.happens(0.1):
        await one_round(playing, activity, "open")


async def one_round(playing: Play, activity: Activity, opening: str) -> None:
    settings, at = activity.settings, activity.id
    assert isinstance(settings, template.Vote)
    await playing.lead(opening, at)
    is_run_off, sides = opening == "open_run_off", playing.room.template.settings.vote_sides
    choices: Cast = {}
    for who in playing.some():
        choice = ballot(playing, ONE_DOT if is_run_off else settings)
        if is_run_off or who.side in sides:
            choices[who] = choice
        else:
            round = playing.here["round"]
            await playing.refused("not_your_vote", who, "cast", at, round=round, n=1, choice=choice)
    await cast(playing, at, choices)
    await shut_and_open_again(playing, at)
    await playing.lead("reveal", at)
    is_counted(playing, choices)


async def shut_and_open_again(playing: Play, at: str) -> None:
    """What was put into a box is still in it when it opens once more."""
    answered = playing.here["answered"]
    if at == playing.restarts_at:
        await playing.restart()
    await playing.lead("close", at)
    if playing.happens(0.1):
        await playing.lead("open", at)
        await playing.lead("extend", at, minutes=2)
        await playing.lead("close", at)
    assert playing.here["answered"] == answered


def ballot(playing: Play, settings: template.Vote) -> dict[str, Any]:
    options = [*playing.here["options"]]
    chosen = playing.chance.sample(options, playing.chance.randint(0, min(6, len(options))))
    match settings.method:
        case "dots":
            return {"dots": {id: 1 for id in chosen[: settings.budget]}}
        case "rank":
            return {"ranks": chosen[: settings.top_k]}
        case "rate":
            low, high = settings.scale
            criteria = [each.id for each in settings.criteria]
            return {
                "ratings": {
                    id: {each: playing.chance.randint(low, high) for each in criteria} for id in chosen
                }
            }


def is_counted(playing: Play, choices: Cast) -> None:
    result, cast = latest(playing), [each for each in choices.values() if says_something(each)]
    assert result["ballots"] == len(cast)
    options = result["options"]
    dots = Counter[str]()
    for each in cast:
        dots.update(each.get("dots", {}))
    if any("dots" in each for each in cast):
        assert {id: its.get("dots", 0) for id, its in options.items()} == {id: dots[id] for id in options}
    rated = Counter(id for each in cast for id in each.get("ratings", {}))
    if rated:
        assert {id: its["ratings"] for id, its in options.items()} == {id: rated[id] for id in options}


# Surveys


async def survey(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Survey)
    if not settings.items:
        await playing.refused("no_items", playing.leads, "open", activity.id)
        await playing.lead("choose_items", activity.id, items=["say", "heard", "open_fix"])
    for _ in range(2 if playing.happens(0.15) else 1):
        await answer_all(playing, activity)
    await hide_a_text(playing, activity.id)


async def answer_all(playing: Play, activity: Activity) -> None:
    await playing.lead("open", activity.id)
    choices: Cast = {who: {"answers": answers(playing, activity.id)} for who in playing.some()}
    await cast(playing, activity.id, choices)
    await shut_and_open_again(playing, activity.id)
    await playing.lead("reveal", activity.id)
    assert latest(playing)["ballots"] == len([each for each in choices.values() if says_something(each)])


def answers(playing: Play, at: str) -> dict[str, Any]:
    about, items = [*playing.here.get("about", {})] or ["all"], questions(playing, at)
    given = {
        thing: {each.id: answer(playing, each) for each in items if playing.happens(0.9)} for thing in about
    }
    return {thing: its for thing, its in given.items() if its}


def questions(playing: Play, at: str) -> tuple[template.Item, ...]:
    state = playing.room.workshop.activities[at]
    assert isinstance(state, core_survey.State)
    return state.items


def answer(playing: Play, item: template.Item) -> Any:
    match item.kind:
        case "scale":
            return playing.chance.choice([1, 2, 3, 4, 4, 5, 5, "na"])
        case "choice":
            return playing.chance.choice(item.options).id
        case "text":
            return {"text": playing.text(), "lang": "fi"}


async def hide_a_text(playing: Play, at: str) -> None:
    texts = playing.here["texts"]
    if texts and playing.happens(0.4):
        id = playing.chance.choice([*texts])
        await playing.hide(at, id, texts[id]["text"])
