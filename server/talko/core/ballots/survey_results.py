"""What is seen of a survey that was counted."""

from collections.abc import Mapping
from fractions import Fraction

from talko.core.audience import Shown, View
from talko.core.ballots import figures
from talko.core.ballots.answering import SCALE
from talko.core.ballots.figures import two
from talko.core.ballots.rounds import Round
from talko.core.ballots.tally import ItemTally, SurveyTally
from talko.core.card import Card, Cards


def show(round: Round[SurveyTally], nth: int) -> View:
    if not round.tally:
        return {}
    results = {about: show_items(items) for about, items in round.tally.items.items()}
    return {"nth": nth, "ballots": round.tally.ballots, "results": results}


def show_items(items: Mapping[str, ItemTally]) -> View:
    return {id: show_item(each) for id, each in items.items()}


def show_item(item: ItemTally) -> View:
    exact = mean(item)
    told: View = {} if exact is None else {"mean": two(exact)}
    counts: View = {"counts": item.counts} if item.counts else {}
    sides: View = {side: two(Fraction(its.total, its.n)) for side, its in item.by_side.items()}
    return {"n": item.n, **told, **counts, **({"by_side": sides} if sides else {})}


def mean(item: ItemTally) -> Fraction | None:
    """Only numbers have one."""
    numbers = {str(each): item.counts.get(str(each), 0) for each in SCALE}
    return figures.mean(numbers) if figures.given(numbers) else None


def show_texts(texts: Cards) -> View:
    return {id: show_text(each, Shown()) for id, each in texts.items()}


def show_text(text: Card, _: Shown) -> View:
    """Its round is the first part of its id."""
    round = text.id.rpartition(".")[0]
    hidden: View = {"hidden": text.hidden} if text.hidden else {}
    words: View = {"text": text.text, "lang": text.lang}
    return {**words, "item": text.item, "about": text.bucket, "round": round, **hidden}
