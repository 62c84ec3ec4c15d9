"""What stays of an activity: what the room had at the end of it, less the numbers of a few."""

from typing import assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.audience import Audience, Json, Shown, View
from talko.core.ballots.privacy import ENOUGH
from talko.core.card import show_cards, wall
from talko.core.following import following
from talko.core.following.telling import DAY_OF
from talko.core.handed import handed
from talko.core.life import Phase
from talko.core.records.record import Record, text_of
from talko.core.showing.activity import each_view, proposals, show_cluster, show_records
from talko.core.whole import Activity, Workshop


def published_activity(workshop: Workshop, state: Activity) -> View:
    if state.life.phase is Phase.WAITING:
        return {"passed_over": True}
    to = (Audience.SCREEN, Shown())
    match state:
        case discuss.State():
            return {"notes": show_cards(discuss.taken(state))}
        case collect.State():
            return show_collect(workshop, state)
        case cluster.State():
            return show_cluster(workshop, state, to)
        case plan.State():
            return followed(workshop, state, without_proposed(show_records(workshop, state, to)))
        case vote.State():
            options = show_cards(handed(workshop, state.id))
            return {"options": options, "rounds": rounds(vote.show(state, *to))}
        case survey.State():
            return show_survey(workshop, state)
        case consent.State():
            return {"proposals": proposals(workshop, state), "rounds": rounds(consent.show(state, *to))}
        case _:
            assert_never(state)


def show_collect(workshop: Workshop, state: collect.State) -> View:
    """What stood on the wall, and how many cards do not."""
    cards = list(state.cards.values())
    told: dict[str, Json] = {
        "cards": show_cards(collect.wall(state)),
        "hidden": sum(bool(each.hidden) and not each.withdrawn for each in cards),
        "withdrawn": sum(each.withdrawn for each in cards),
    }
    return told | ({"items": show_cards(handed(workshop, state.id))} if state.settings.per_item else {})


def show_survey(workshop: Workshop, state: survey.State) -> View:
    """Also of one that was to be shown later."""
    told = rounds(survey.show(state, Audience.CONSOLE, Shown()))
    large = {id for id, its in told.items() if "few" not in its}
    texts = {id: each for id, each in wall(state.texts).items() if id.rpartition(".")[0] in large}
    about = handed(workshop, state.id) if state.settings.per_item else {}
    items: Json = {item.id: True for item in state.items}
    return {"items": items, "about": show_cards(about), "rounds": told, "texts": survey.show_texts(texts)}


def without_proposed(shows: View) -> View:
    """What somebody proposed and nobody used, is no part of what was agreed."""
    records = {
        id: {part: its[part] for part in its if part != "proposed"} for id, its in each_view(shows["records"])
    }
    return {**shows, "records": records}


def followed(workshop: Workshop, state: plan.State, shows: View) -> View:
    """What became of each, where somebody told it."""
    records = {id: {**its, **became(workshop, state.records[id])} for id, its in each_view(shows["records"])}
    return {**shows, "records": records}


def became(workshop: Workshop, record: Record) -> View:
    shows = following.show(workshop.following, record.id, text_of(record, DAY_OF[record.kind]))
    return {"followed": shows} if shows else {}


# Of fewer than five only the group itself saw the numbers, and what they wrote; what they chose stands

NUMBERS = {"ballots", "supports", "results", "by_side", "tied"}


def rounds(shows: View) -> dict[str, View]:
    told = shows["rounds"]
    assert isinstance(told, dict)
    return {id: few_left_out(id, its) for id, its in told.items()}


def few_left_out(id: str, round: View) -> View:
    ballots = round["ballots"]
    if isinstance(ballots, int) and ballots >= ENOUGH:
        return round
    kept = {key: its for key, its in round.items() if key not in NUMBERS}
    options = kept.get("options")
    if isinstance(options, dict):
        kept["options"] = {id: whether_selected(its) for id, its in options.items()}
    concerns = kept.get("concerns")
    if isinstance(concerns, dict):
        kept["concerns"] = {each: its for each, its in concerns.items() if not each.startswith(f"{id}.")}
    return {**kept, "few": True}


def whether_selected(option: View) -> View:
    """The places of a few would tell what each of them chose."""
    return {key: its for key, its in option.items() if key == "selected"}
