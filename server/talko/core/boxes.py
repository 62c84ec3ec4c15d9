"""The boxes after what happened: what is counted is emptied, and who asked for time is kept."""

from collections.abc import Collection
from functools import partial, reduce

from talko.core.activities import consent, survey, vote
from talko.core.ballots.ballot import Ballot, Box, Boxes, Late, kept, put
from talko.core.commands import Outcome
from talko.core.happened import Happened
from talko.core.people import Refused
from talko.core.whole import Workshop


def settle(after: Workshop, boxes: Boxes, outcome: Outcome) -> Boxes:
    """The boxes in the workshop after it. One that nothing happened to is the same object."""
    match outcome:
        case Ballot():
            return {**boxes, outcome.round: put(boxes.get(outcome.round, {}), outcome)}
        case Late(round, nullifier):
            others = {id: each for id, each in boxes[round].items() if id != nullifier}
            return with_box(boxes, round, others if round in waits(after) else {})
        case Refused():
            return boxes
        case facts:
            return reduce(partial(emptied, waits(after)), facts, boxes)


def emptied(waits: Collection[str], boxes: Boxes, fact: Happened) -> Boxes:
    """A round that was counted keeps who asked for time, as long as it waits for them."""
    match fact.event:
        case vote.VoteRevealed(round) | survey.SurveyRevealed(round) | consent.TimePassed(round):
            return with_box(boxes, round, {})
        case consent.ConsentRevealed(round):
            return with_box(boxes, round, kept(boxes.get(round, {})) if round in waits else {})
        case _:
            return boxes


def waits(workshop: Workshop) -> set[str]:
    consents = [each for each in workshop.activities.values() if isinstance(each, consent.State)]
    return {round for each in consents for round in consent.needs_time_until(each)}


def with_box(boxes: Boxes, round: str, box: Box) -> Boxes:
    others = {id: each for id, each in boxes.items() if id != round}
    return {**others, round: box} if box else others
