"""What a consent shows: how each round came out, and the concerns, loose."""

from typing import assert_never

from talko.core import card, life
from talko.core.audience import Audience, Shown, View
from talko.core.ballots import rounds
from talko.core.ballots.ballot import Boxes
from talko.core.ballots.proposal import State, nth
from talko.core.ballots.rounds import Round, latest
from talko.core.ballots.tally import ConsentTally
from talko.core.card import Card, Cards
from talko.core.people import Seat


def show(state: State, audience: Audience, shown: Shown) -> View:
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            results = shown.part("rounds", state, show_rounds)
        case Audience.CONSOLE:
            results = shown.part("rounds", state, show_rounds_whole)
        case _:
            assert_never(audience)
    return {"kind": "consent", **life.show(state.life), **show_now(state), "rounds": results}


def show_now(state: State) -> View:
    now = latest(state.rounds)
    if not now:
        return {"round": "", "proposal": ""}
    return {"round": now.id, "proposal": now.about[0], **show_wording(now)}


def show_wording(round: Round[ConsentTally]) -> View:
    return {"wording": round.wording, "wording_lang": round.lang} if round.wording else {}


def show_rounds(state: State, shown: Shown) -> View:
    return show_results(state, card.wall(state.concerns), shown)


def show_rounds_whole(state: State, shown: Shown) -> View:
    """Also the concerns that are hidden, so that they can be shown again."""
    return show_results(state, dict(sorted(state.concerns.items())), shown)


def show_results(state: State, concerns: Cards, shown: Shown) -> View:
    return {
        id: {**show_result(state, each, each.tally), "concerns": show_concerns(concerns, id, shown)}
        for id, each in state.rounds.items()
        if each.tally
    }


def show_result(state: State, round: Round[ConsentTally], tally: ConsentTally) -> View:
    date = state.decide_by.get(round.id, "")
    return {
        "nth": nth(state, round.id),
        "proposal": round.about[0],
        **show_wording(round),
        "ballots": tally.ballots,
        "supports": tally.supports,
        "result": tally.result,
        **({"decide_by": date} if date else {}),
    }


def show_concerns(concerns: Cards, round: str, shown: Shown) -> View:
    of_round = {id: each for id, each in concerns.items() if each.item == round}
    return shown.each(f"concerns {round}", of_round, show_concern)


def show_concern(concern: Card, _: Shown) -> View:
    hidden: View = {"hidden": concern.hidden} if concern.hidden else {}
    return {"text": concern.text, "lang": concern.lang, **hidden}


def show_mine(state: State, seat: Seat, boxes: Boxes) -> View:
    return rounds.show_mine(state.rounds, seat, boxes)
