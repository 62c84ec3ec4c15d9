"""Survey: questions answered without a name, counted question by question and never person by person."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import card, life, template
from talko.core.audience import Audience, Shown, View
from talko.core.ballots import answering, count_answers, privacy, rounds, survey_results
from talko.core.ballots.ballot import ALL, Answers, Ballot, Boxes, CastBallot, cast_in, nullifier
from talko.core.ballots.loose import TextLoosed
from talko.core.ballots.rounds import RoundOpened, Rounds, latest, new_round
from talko.core.ballots.survey_results import show_texts as show_texts
from talko.core.ballots.tally import SurveyTally
from talko.core.card import Card, CardHidden, Cards, CardShown, HideCard, ShowCard, with_card
from talko.core.life import Close, Closed, Extend, Extended, Life, Move, Open, Opened, Reveal, Revealed
from talko.core.people import Refused, Request, Seat, may


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Survey
    rules: template.Rules
    bank: template.ItemBank
    minutes: int = 0
    items: tuple[template.Item, ...] = ()  # as in the template, or as chosen
    life: Life = field(default_factory=Life)  # of the latest round
    rounds: Rounds[SurveyTally] = field(default_factory=dict)
    texts: Cards = field(default_factory=dict)  # loose, of all rounds


@dataclass(frozen=True, slots=True)
class ChooseItems:
    """Before it opens, where the template leaves the questions to whoever leads."""

    items: tuple[str, ...]


Command: TypeAlias = CastBallot | ChooseItems | HideCard | ShowCard | Move


@dataclass(frozen=True, slots=True)
class ItemsChosen:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SurveyRevealed:
    """The store empties the round's box in the same transaction."""

    round: str
    tally: SurveyTally


Event: TypeAlias = rounds.Event | ItemsChosen | SurveyRevealed | TextLoosed | card.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(
    state: State, request: Request[Command], boxes: Boxes, about: Collection[str]
) -> Sequence[Event] | Ballot | Refused:
    """`about` are the ids of what is asked about, where the questions are asked of each thing by itself."""
    match request.command:
        case CastBallot() as wish:
            return cast(state, request.seat, wish)
        case ChooseItems(items):
            return choose(state, request.seat, items)
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.texts, request.seat, wish)
        case Open() if not rounds.has_box(state.life) or request.id in state.rounds:
            return open_round(state, request, about)
        case Reveal() as wish:
            shut = life.move(state.life, request, wish, state.minutes)
            return shut if isinstance(shut, Refused) else reveal(state, boxes)
        case Open() | Close() | Extend() as wish:
            return rounds.move(state.life, request, wish, state.minutes)
        case _:
            assert_never(request.command)


def cast(state: State, seat: Seat, wish: CastBallot) -> Ballot | Refused:
    now = latest(state.rounds)
    refused = rounds.cannot_cast(seat, state.life, state.rounds, wish.round)
    if refused or not now:
        return refused or Refused("not_open_yet")
    if not isinstance(wish.choice, Answers):
        return Refused("not_on_the_scale")
    answers = answering.trimmed(wish.choice)
    refused = answering.cannot_be(state.items, now.about, answers)
    return refused or Ballot(now.id, nullifier(seat.key, now.id), seat.side, wish.n, answers)


def choose(state: State, seat: Seat, items: Sequence[str]) -> Sequence[Event] | Refused:
    """Where the template has questions of its own, there is nothing to choose."""
    if not may(seat, "lead"):
        return Refused("may_not")
    if state.settings.items or state.rounds:
        return Refused("not_now")
    known = state.bank.items.keys() >= set(items)
    return [ItemsChosen(tuple(dict.fromkeys(items)))] if known else Refused("no_such_item")


def open_round(state: State, request: Request[Command], about: Collection[str]) -> Sequence[Event] | Refused:
    """Where nothing came from the activity before, the questions are asked once, about everything."""
    if not may(request.seat, "lead"):
        return Refused("may_not")
    if request.id in state.rounds:
        return []
    if not state.items:
        return Refused("no_items")
    things = tuple(about) if state.settings.per_item else ()
    return rounds.cannot_begin(state.rounds) or [new_round(request, things or (ALL,), state.minutes)]


def reveal(state: State, boxes: Boxes) -> Sequence[Event]:
    """Counts the latest round's box, once."""
    now = latest(state.rounds)
    if not now or now.tally:
        return []
    cast = cast_in(boxes.get(now.id, {}))
    tally = count_answers.count(state.items, now.about, cast, privacy.care(state.rules))
    return [SurveyRevealed(now.id, tally), *count_answers.texts(now.id, cast)]


def last_tally(state: State) -> SurveyTally:
    """Of the last round that anybody answered."""
    told = [each.tally for each in state.rounds.values() if each.tally and each.tally.ballots]
    return told[-1] if told else SurveyTally(0, {})


def mean_of(state: State, item: str) -> Fraction | None:
    """Before it is rounded. None where there is no number."""
    found = last_tally(state).items.get(ALL, {}).get(item)
    return survey_results.mean(found) if found else None


def evolve(state: State, event: Event) -> State:
    match event:
        case ItemsChosen(items):
            return replace(state, items=tuple(state.bank.items[id] for id in items))
        case RoundOpened(ends=ends):
            begun = replace(state, rounds=rounds.begun(state.rounds, event))
            return replace(begun, life=life.live(state.life, Opened(ends)))
        case SurveyRevealed(id, tally):
            counted = replace(state, rounds=rounds.counted(state.rounds, id, tally))
            return replace(counted, life=life.live(state.life, Revealed()))
        case TextLoosed():
            return replace(state, texts=with_card(state.texts, loose(event)))
        case CardHidden() | CardShown():
            return replace(state, texts=card.mended(state.texts, event))
        case Opened() | Closed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


def loose(text: TextLoosed) -> Card:
    """It lies with what it is about."""
    return Card(text.card, text.text, text.lang, bucket=text.about, item=text.item)


def forget_hidden(state: State) -> State:
    return replace(state, texts=card.forget_hidden(state.texts))


def show(state: State, audience: Audience, shown: Shown) -> View:
    now = latest(state.rounds)
    return {
        "kind": "survey",
        **life.show(state.life),
        "items": {each.id: True for each in state.items},
        "round": now.id if now else "",
        **results(state, audience, shown),
    }


def results(state: State, audience: Audience, shown: Shown) -> View:
    """What is shown later, the room sees on the page of the plan."""
    told = {id: each for id, each in state.rounds.items() if each.tally}
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            if state.settings.show == "later":
                return {}
            texts = card.wall(state.texts)
        case Audience.CONSOLE:
            texts = dict(sorted(state.texts.items()))
        case _:
            assert_never(audience)
    places = {id: n for n, id in enumerate(state.rounds, start=1)}
    shows = shown.each("rounds", told, lambda each, _: survey_results.show(each, places[each.id]))
    return {"rounds": shows, "texts": shown.each("texts", texts, survey_results.show_text)}


def show_mine(state: State, seat: Seat, boxes: Boxes) -> View:
    return rounds.show_mine(state.rounds, seat, boxes)
