"""What stays when the workshop is over, for anybody who has the address of the plan."""

from fractions import Fraction

from talko.core.activities import survey
from talko.core.audience import Shown, View
from talko.core.ballots.privacy import ENOUGH
from talko.core.beside import brought, hard_words, questions
from talko.core.beside.closing import show_contact
from talko.core.beside.gate import holds
from talko.core.card import show_card, show_cards, wall
from talko.core.ending import ground, missing, previous
from talko.core.life import Phase
from talko.core.showing.gate import show_parked, show_previous
from talko.core.showing.later import show_later
from talko.core.showing.published import published_activity
from talko.core.whole import Workshop

SOURCES = ("field", "previous", "feedback")


def published(workshop: Workshop) -> View:
    finished = workshop.agenda.finished
    return {
        "finished": finished,
        **({} if finished else {"missing": list(missing(workshop))}),
        "people": people(workshop),
        "brought": {source: show_cards(brought.of(workshop.brought, source)) for source in SOURCES},
        "activities": {id: published_activity(workshop, each) for id, each in workshop.activities.items()},
        "questions": asked(workshop.questions),
        "words": hard_words.show_explained(workshop.hard_words),
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


def targets(workshop: Workshop) -> View:
    """Met by the mean before it is rounded. Of a few answers not even that is told."""
    state = workshop.activities.get(workshop.evaluation.survey)
    if not isinstance(state, survey.State) or state.life.phase is not Phase.REVEALED:
        return {}
    wanted = workshop.evaluation.targets if survey.last_tally(state).ballots >= ENOUGH else {}
    return {item: {"target": target, "met": reaches(state, item, target)} for item, target in wanted.items()}


def reaches(state: survey.State, item: str, target: float) -> bool:
    mean = survey.mean_of(state, item)
    return mean is not None and mean >= Fraction(str(target))


def closing(workshop: Workshop) -> View:
    at = ground(workshop)
    still_open = {id: True for id in questions.still_open(workshop.questions)}
    return {
        "ticks": {rule: holds(rule, at) for rule in workshop.demands.rules},
        "parked": show_parked(workshop),
        "previous": {id: show_previous(workshop, each) for id, each in previous(workshop).items()},
        "open": {"pending": show_later(workshop), "questions": still_open},
        **show_contact(workshop.closing),
    }
