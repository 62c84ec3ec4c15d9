"""How each kind of activity is played: by some people, in some order, with what it asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any

from talko.core import template
from talko.core.people import Seat
from talko.core.template import Activity

if TYPE_CHECKING:
    from tests.whole.driver import Play


async def discuss(playing: Play, activity: Activity) -> None:
    assert isinstance(activity.settings, template.Discuss)
    if activity.settings.notes == "none":
        return
    for table in range(playing.chance.randint(0, 4)):
        await playing.say(playing.helps, "add_note", activity.id, text=playing.text(), lang="fi", table=table)
    if activity.settings.notes == "anyone":
        await playing.say(playing.people[0], "add_note", activity.id, text=playing.text(), lang="fi")


async def collect(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Collect)
    await playing.lead("open", activity.id)
    only_proxy = settings.entry == "proxy"
    written = []
    for seat in [None] if only_proxy else playing.some():
        if seat is None and settings.entry not in ("any", "proxy"):
            continue
        for _ in range(playing.chance.randint(1, min(3, settings.max_per_person))):
            asked = as_asked(playing, settings, seat)
            written.append((seat, await playing.by_anyone("add_card", activity.id, seat, **asked)))
    await change_some(playing, activity, written)
    await playing.lead("close", activity.id)


def as_asked(playing: Play, settings: template.Collect, seat: Seat | None) -> dict[str, Any]:
    items = [*playing.here.get("items", {})]
    told: dict[str, Any] = {"text": playing.text(settings.max_chars), "lang": "fi"}
    if settings.buckets:
        told["bucket"] = playing.chance.choice(settings.buckets).id
    if settings.per_item and items:
        told["item"] = playing.chance.choice(items)
    if settings.feeling:
        told["feeling"] = playing.chance.randint(-2, 2)
    if seat is None:
        return told | {"entry": "proxy", "permission": True}
    return told | ({"entry": "group"} if settings.entry == "group" else {})


async def change_some(playing: Play, activity: Activity, written: list[tuple[Seat | None, str]]) -> None:
    if len(written) < 3:
        return
    (one, edited), (other, gone), (_, hidden) = playing.chance.sample(written, 3)
    await playing.by_anyone("edit_card", activity.id, one, card=edited, text=playing.text(100))
    await playing.by_anyone("withdraw_card", activity.id, other, card=gone)
    await playing.lead("hide_card", activity.id, card=hidden, reason="Nimi")
    if playing.chance.random() < 0.5:
        await playing.lead("show_card", activity.id, card=hidden)


async def cluster(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Cluster)
    cards = [*playing.here["cards"]]
    playing.chance.shuffle(cards)
    hand = playing.leads if settings.who == "facilitator" else playing.people[0]
    piles = min(settings.max_themes, max(1, len(cards) // 2)) if cards else 0
    themes = [
        await playing.say(
            hand, "add_theme", activity.id, name=playing.text(40), lang="fi", cards=cards[n::piles]
        )
        for n in range(piles)
    ]
    if len(themes) > 3:
        await playing.say(hand, "merge_themes", activity.id, theme=themes[0], into=themes[1])
        await playing.say(hand, "undo", activity.id)
    if themes:
        await playing.say(hand, "name_theme", activity.id, theme=themes[-1], name=playing.text(40), lang="fi")
        await playing.say(
            hand, "move_cards", activity.id, cards=cards[:1], theme=playing.chance.choice(["", *themes])
        )


async def vote(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Vote)
    if len(playing.here["options"]) < 2:
        _, why, _ = await playing.ask(playing.leads, "open", activity.id)
        assert why == "one_option"
        playing.pass_over(f"{activity.id} has fewer than two options")
        return
    await one_round(playing, activity, settings, "open")
    await playing.lead("reveal", activity.id)
    if latest(playing).get("tied"):
        await one_round(
            playing,
            activity,
            template.Vote("dots", settings.select_top, budget=1, max_per_item=1),
            "open_run_off",
        )


def latest(playing: Play) -> Mapping[str, Any]:
    shown: Mapping[str, Any] = playing.here["rounds"].get(playing.here["round"], {})
    return shown


async def one_round(playing: Play, activity: Activity, settings: template.Vote, opening: str) -> None:
    await playing.lead(opening, activity.id)
    options, sides = [*playing.here["options"]], playing.room.template.settings.vote_sides
    for seat in playing.some():
        is_asked = opening == "open_run_off" or (seat and seat.side in sides)
        if seat and not is_asked:
            _, why, _ = await playing.ask(seat, "cast", activity.id, **ballot(playing, settings, options))
            assert why == "not_your_vote"
        elif seat:
            await playing.say(seat, "cast", activity.id, **ballot(playing, settings, options))
            if playing.chance.random() < 0.3:
                await playing.say(seat, "cast", activity.id, **{**ballot(playing, settings, options), "n": 2})
    await playing.lead("close", activity.id)


def ballot(playing: Play, settings: template.Vote, options: list[str]) -> dict[str, Any]:
    cast = {"round": playing.here["round"], "n": 1}
    chosen = playing.chance.sample(options, playing.chance.randint(1, len(options)))
    match settings.method:
        case "dots":
            return cast | {"choice": {"dots": {id: 1 for id in chosen[: settings.budget]}}}
        case "rank":
            return cast | {"choice": {"ranks": chosen[: settings.top_k]}}
        case "rate":
            low, high = settings.scale
            rated = {
                id: {each.id: playing.chance.randint(low, high) for each in settings.criteria}
                for id in chosen
            }
            return cast | {"choice": {"ratings": rated}}


async def survey(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Survey)
    if not settings.items:
        _, why, _ = await playing.ask(playing.leads, "open", activity.id)
        assert why == "no_items"
        await playing.lead("choose_items", activity.id, items=["say", "heard", "open_fix"])
    await playing.lead("open", activity.id)
    state = playing.room.workshop.activities[activity.id]
    items: tuple[template.Item, ...] = state.items  # type: ignore[union-attr]
    about = [*playing.here.get("about", {})] or ["all"]
    for seat in playing.some():
        answers = {
            thing: {each.id: answer(playing, each) for each in items if playing.chance.random() < 0.9}
            for thing in about
        }
        choice = {"answers": {thing: given for thing, given in answers.items() if given}}
        await playing.by_anyone("cast", activity.id, seat, round=playing.here["round"], n=1, choice=choice)
    await playing.lead("close", activity.id)


def answer(playing: Play, item: template.Item) -> Any:
    match item.kind:
        case "scale":
            return playing.chance.choice([1, 2, 3, 4, 4, 5, 5, "na"])
        case "choice":
            return playing.chance.choice(item.options).id
        case "text":
            return {"text": playing.text(), "lang": "fi"}


async def consent(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Consent)
    is_commitment = playing.room.template.closing.commitment_check == activity.id
    proposals = [id for id in playing.here["proposals"] if id != "all"]
    together = is_commitment or not proposals or playing.chance.random() < 0.3
    for proposal in ["all"] if together else proposals:
        for nth in range(settings.max_rounds):
            calm = is_commitment or nth > 0
            result = await ask_once(playing, activity, (proposal, nth), calm=calm)
            if result != "revise":
                break
        await settle(playing, activity, proposal)


async def ask_once(playing: Play, activity: Activity, asked: tuple[str, int], *, calm: bool) -> str:
    settings, (proposal, nth) = activity.settings, asked
    assert isinstance(settings, template.Consent)
    wording = {"wording": playing.text(), "lang": "fi"} if nth else {}
    await playing.lead("open_round", activity.id, proposal=proposal, **wording)
    for seat in playing.some():
        choice = support(playing, settings, calm=calm)
        await playing.by_anyone("cast", activity.id, seat, round=playing.here["round"], n=1, choice=choice)
    await playing.lead("close", activity.id)
    await playing.lead("reveal", activity.id)
    return str(latest(playing)["result"])


def support(playing: Play, settings: template.Consent, *, calm: bool) -> dict[str, Any]:
    highest = 5 if settings.scale == "five" else 2
    chance = playing.chance.random()
    if settings.need_time and chance < 0.03:
        return {"support": "need_time"}
    if not calm and chance < 0.12:
        return {"support": settings.pass_min - 1, "text": playing.text(), "lang": "fi"}
    return {"support": playing.chance.randint(settings.pass_min, highest)}


async def settle(playing: Play, activity: Activity, proposal: str) -> None:
    result = latest(playing)["result"]
    if result == "pending":
        date = playing.today.replace(month=12).isoformat()
        await playing.lead("decide_by", activity.id, round=playing.here["round"], date=date)
    if result == "unresolved":
        await playing.lead(
            "settle",
            activity.id,
            proposal=proposal,
            decision=playing.chance.choice(["rejected", "differing"]),
        )


async def plan(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Plan)
    items = [*playing.here["items"]]
    hand = playing.leads if settings.who_fills == "facilitator" else playing.people[0]
    most = min(settings.max, max(2, len(items)))
    for n in range(playing.chance.randint(max(1, settings.min), most)):
        sources = [items[n % len(items)]] if items else []
        title = {"what": playing.text(), "lang": "fi"} if settings.kind != "response" else {}
        record = await playing.say(hand, "add_record", activity.id, sources=sources, **title)
        await fill(playing, activity, record)


async def fill(playing: Play, activity: Activity, record: str) -> None:
    assert isinstance(activity.settings, template.Plan)
    kind = activity.settings.kind
    for field, text in fields(playing, kind).items():
        await playing.lead("write_field", activity.id, record=record, field=field, text=text, lang="fi")
    owner, follower = playing.chance.sample(playing.people, 2)
    await playing.say(owner, "take_on", activity.id, record=record, part="owner", name=f"Nimi {record[:4]}")
    if kind != "response" or playing.chance.random() < 0.5:
        await playing.lead(
            "name_for", activity.id, record=record, part="follower", name=f"Toinen {record[:4]}"
        )
        await playing.say(
            follower, "take_on", activity.id, record=record, part="follower", name=f"Toinen {record[:4]}"
        )


def fields(playing: Play, kind: template.RecordKind) -> dict[str, str]:
    later = playing.today.replace(month=11).isoformat()
    match kind:
        case "action":
            return {
                "first_step": playing.text(),
                "due": later,
                "follow_how": playing.text(),
                "told_how": playing.text(),
            }
        case "pilot":
            return {
                "where": playing.text(),
                "start": later,
                "end": later,
                "prediction": playing.text(),
                "review_date": later,
            }
        case "response":
            return {
                "decision": "doing",
                "reason": playing.text(),
                "told_how": playing.text(),
                "told_when": later,
                "due": later,
            }


async def beside(playing: Play, activity: Activity) -> None:
    who = playing.chance.choice(playing.people)
    asked = await playing.say(who, "ask_question", text=playing.text(), lang="fi")
    if playing.chance.random() < 0.6:
        await playing.lead(
            "answer_question",
            question=asked,
            text=playing.text(),
            lang="fi",
            open=playing.chance.random() < 0.3,
        )
    for seat in playing.people[:3]:
        await playing.say(seat, "flag_word", word="osallisuus", lang="fi")
    words = [id for id, each in playing.look["words"].items() if "plain" not in each]
    if words:
        await playing.lead("explain_word", word=words[0], plain="olet mukana")
    await playing.say(who, "ask_for", need=playing.chance.choice(["more_time", "break"]))
    await playing.say(who, "give_feedback", text=playing.text(), lang="fi")


PLAY: Mapping[template.Kind, Callable[[Play, Activity], Awaitable[None]]] = {
    "discuss": discuss,
    "collect": collect,
    "cluster": cluster,
    "vote": vote,
    "consent": consent,
    "plan": plan,
    "survey": survey,
}
