"""What stays when the workshop is over, for anybody who has the address of the plan."""

from fractions import Fraction
from typing import assert_never

from talko.core.activities import cluster, collect, consent, discuss, plan, survey, vote
from talko.core.audience import Audience, Json, Shown, View
from talko.core.ballots.privacy import ENOUGH
from talko.core.beside import brought, hard_words, questions
from talko.core.beside.gate import holds
from talko.core.card import Cards, show_card, wall
from talko.core.ending import ground, missing
from talko.core.gate_view import show_parked
from talko.core.handed import handed
from talko.core.life import Phase
from talko.core.views import in_themes, proposals, show_waits, with_status
from talko.core.whole import Activity, Workshop

SOURCES = ("field", "previous", "feedback")


def published(workshop: Workshop) -> View:
    gaps = missing(workshop)
    unfinished: View = {} if workshop.agenda.finished else {"missing": list(gaps)}
    return {
        "finished": workshop.agenda.finished,
        **unfinished,
        "people": people(workshop),
        "brought": {source: show_cards(brought.of(workshop.brought, source)) for source in SOURCES},
        "activities": {id: activity(workshop, state) for id, state in workshop.activities.items()},
        "questions": asked(workshop.questions),
        "words": hard_words.show(workshop.hard_words, Audience.CONSOLE, Shown()),
        "targets": targets(workshop),
        "closing": closing(workshop),
    }


def asked(state: questions.State) -> View:
    """Also those that nobody answered."""
    return {
        id: {**show_card(each, Shown()), **questions.answer_to(state, id)}
        for id, each in wall(state.cards).items()
    }


def people(workshop: Workshop) -> View:
    """By role never, by side as they were counted."""
    sides: View = {side: n for side, n in (workshop.lobby.sides or {}).items()}
    came, left = len(workshop.lobby.came), len(workshop.lobby.left)
    return {"came": came, "left": left, **({"sides": sides} if sides else {})}


def show_cards(cards: Cards) -> View:
    return {id: show_card(each, Shown()) for id, each in wall(cards).items()}


def activity(workshop: Workshop, state: Activity) -> View:
    if state.life.phase is Phase.WAITING:
        return {"passed_over": True}
    to = (Audience.SCREEN, Shown())
    match state:
        case discuss.State():
            return {"notes": show_cards(discuss.taken(state))}
        case collect.State():
            return show_collect(workshop, state)
        case cluster.State():
            return {**cluster.show(state, *to), "cards": in_themes(state, handed(workshop, state.id))}
        case vote.State():
            return show_vote(workshop, state)
        case survey.State():
            return show_survey(workshop, state)
        case consent.State():
            return show_consent(workshop, state)
        case plan.State():
            return with_status(workshop, state, plan.show(state, *to))
        case _:
            assert_never(state)


def show_collect(workshop: Workshop, state: collect.State) -> View:
    cards = list(state.cards.values())
    told: dict[str, Json] = {
        "cards": show_cards(collect.taken(state)),
        "hidden": sum(bool(each.hidden) and not each.withdrawn for each in cards),
        "withdrawn": sum(each.withdrawn for each in cards),
    }
    return told | ({"items": show_cards(handed(workshop, state.id))} if state.settings.per_item else {})


def show_vote(workshop: Workshop, state: vote.State) -> View:
    rounds = {
        id: few_left_out(its) for id, its in rounds_of(vote.show(state, Audience.SCREEN, Shown())).items()
    }
    return {"options": show_cards(handed(workshop, state.id)), "rounds": rounds}


def show_survey(workshop: Workshop, state: survey.State) -> View:
    shows = survey.show(state, Audience.CONSOLE, Shown())
    rounds = {id: few_left_out(its) for id, its in rounds_of(shows).items()}
    large = {id for id, its in rounds.items() if "few" not in its}
    texts = {id: each for id, each in wall(state.texts).items() if id.rpartition(".")[0] in large}
    about = handed(workshop, state.id) if state.settings.per_item else {}
    items: Json = {item.id: True for item in state.items}
    return {"items": items, "about": show_cards(about), "rounds": rounds, "texts": survey.show_texts(texts)}


def show_consent(workshop: Workshop, state: consent.State) -> View:
    shows = consent.show(state, Audience.SCREEN, Shown())
    rounds = {id: few_left_out(its) for id, its in rounds_of(shows).items()}
    return {"proposals": proposals(workshop, state, handed(workshop, state.id)), "rounds": rounds}


def rounds_of(shows: View) -> dict[str, dict[str, Json]]:
    rounds = shows.get("rounds", {})
    assert isinstance(rounds, dict)
    return {id: dict(its) for id, its in rounds.items() if isinstance(its, dict)}


NUMBERS = {"ballots", "supports", "results", "by_side"}


def few_left_out(round: dict[str, Json]) -> View:
    """Of fewer than five only the group itself saw the numbers; what they chose stands."""
    ballots = round.get("ballots")
    if not isinstance(ballots, int) or ballots >= ENOUGH:
        return round
    kept = {key: its for key, its in round.items() if key not in NUMBERS}
    options = kept.get("options")
    if isinstance(options, dict):
        kept["options"] = {id: only_place(its) for id, its in options.items() if isinstance(its, dict)}
    return {**kept, "few": True}


def only_place(option: dict[str, Json]) -> View:
    return {key: its for key, its in option.items() if key in ("rank", "selected")}


def targets(workshop: Workshop) -> View:
    """Met by the mean before it is rounded."""
    state = workshop.activities.get(workshop.evaluation.survey)
    if not isinstance(state, survey.State) or state.life.phase is not Phase.REVEALED:
        return {}
    wanted = workshop.evaluation.targets
    return {item: {"target": target, "met": reaches(state, item, target)} for item, target in wanted.items()}


def reaches(state: survey.State, item: str, target: float) -> bool:
    mean = survey.mean_of(state, item)
    return mean is not None and mean >= Fraction(str(target))


def closing(workshop: Workshop) -> View:
    at, contact = ground(workshop), workshop.closing.contact
    told: View = (
        {
            "contact": {
                "date": contact.date,
                "time": contact.time,
                "place": contact.place,
                "what": contact.what,
            }
        }
        if contact
        else {}
    )
    return {
        "ticks": {rule: holds(rule, at) for rule in workshop.demands.rules},
        "parked": show_parked(workshop),
        "open": {
            "pending": pending(workshop),
            "questions": {id: True for id in questions.still_open(workshop.questions)},
        },
        **told,
    }


def pending(workshop: Workshop) -> View:
    consents = [(id, each) for id, each in workshop.activities.items() if isinstance(each, consent.State)]
    waits = {id: show_waits(workshop, each) for id, each in consents}
    return {id: its for id, its in waits.items() if its}
