"""Collect: people write cards. Nobody can tell whose; each can change their own until it closes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import card, life, template
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, CardHidden, Cards, CardShown, HideCard, ShowCard, find, with_card
from talko.core.card import CardWithdrawn as CardWithdrawn
from talko.core.card import WithdrawCard as WithdrawCard
from talko.core.cards import marks, strip
from talko.core.cards.strip import AT_ONCE as AT_ONCE
from talko.core.cards.strip import CardsReleased as CardsReleased
from talko.core.cards.strip import ReleaseCards as ReleaseCards
from talko.core.cards.writing import AddCard as AddCard
from talko.core.cards.writing import CardAdded as CardAdded
from talko.core.cards.writing import CardEdited as CardEdited
from talko.core.cards.writing import EditCard as EditCard
from talko.core.cards.writing import added, cannot_be, new_card
from talko.core.life import Close, Closed, Extend, Extended, Life, Move, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Mark, Refused, Request, Seat, may


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Collect
    minutes: int = 0
    life: Life = field(default_factory=Life)
    cards: Cards = field(default_factory=dict)
    by_mark: dict[Mark, str] = field(default_factory=dict)


Command: TypeAlias = AddCard | EditCard | WithdrawCard | HideCard | ShowCard | ReleaseCards | Move


Event: TypeAlias = CardAdded | CardEdited | CardWithdrawn | CardsReleased | card.Event | life.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command], items: Collection[str]) -> Sequence[Event] | Refused:
    """`items` are the ids of what is written about, where a card is asked for each of them."""
    match request.command:
        case AddCard() as wish:
            trimmed = replace(wish, text=wish.text.strip(), nickname=wish.nickname.strip())
            return add(state, request, trimmed, items)
        case EditCard(id, text):
            return edit(state, request.seat, id, text.strip())
        case WithdrawCard(id):
            return withdraw(state, request.seat, id)
        case HideCard() | ShowCard() as wish:
            return card.hide_or_show(state.cards, request.seat, wish)
        case ReleaseCards():
            return strip.release(state.cards, request.seat)
        case Open() | Close() | Reveal() | Extend() as wish:
            return life.move(state.life, request, wish, state.minutes)
        case _:
            assert_never(request.command)


def add(
    state: State, request: Request[Command], wish: AddCard, items: Collection[str]
) -> Sequence[Event] | Refused:
    seat, id = request.seat, request.id
    if before := state.cards.get(id):
        return [] if before.id in own(state, seat) else Refused("id_taken")
    refused = cannot_write(state, seat, wish.text) or cannot_be(state.settings, seat, wish, items)
    if refused:
        return refused
    if marks.used_up([state.cards[each] for each in own(state, seat)], state.settings.max_per_person):
        return Refused("enough_cards")
    return [added(id, wish, marks.next_mark(state.by_mark, seat.key, state.id))]


def edit(state: State, seat: Seat, id: str, text: str) -> Sequence[Event] | Refused:
    refused = cannot_mend(state, seat, id) or cannot_be_said(state, text) or cannot_change(state, seat, id)
    return refused or [CardEdited(id, text)]


def withdraw(state: State, seat: Seat, id: str) -> Sequence[Event] | Refused:
    refused = life.cannot_take_part(seat, "write", state.life) or cannot_change(state, seat, id)
    return refused or [CardWithdrawn(id)]


def cannot_mend(state: State, seat: Seat, id: str) -> Refused | None:
    """What is hidden, for a name in it, can be written anew when nobody writes any more: it stays hidden."""
    its = find(state.cards, id)
    is_hidden = its is not None and bool(its.hidden) and state.life.phase is not Phase.WAITING
    if is_hidden:
        return None if may(seat, "write") else Refused("may_not")
    return life.cannot_take_part(seat, "write", state.life)


def cannot_write(state: State, seat: Seat, text: str) -> Refused | None:
    return life.cannot_take_part(seat, "write", state.life) or cannot_be_said(state, text)


def cannot_be_said(state: State, text: str) -> Refused | None:
    if not text:
        return Refused("empty")
    return Refused("too_long") if len(text) > state.settings.max_chars else None


def cannot_change(state: State, seat: Seat, id: str) -> Refused | None:
    if not find(state.cards, id):
        return Refused("no_such_card")
    return None if id in own(state, seat) else Refused("not_yours")


def own(state: State, seat: Seat) -> list[str]:
    """Whoever asks makes their marks again to find their own: it costs their own cards, not the wall."""
    return marks.own(state.by_mark, seat.key, state.id)


def cards_of(state: State, seat: Seat) -> Cards:
    return {id: state.cards[id] for id in own(state, seat) if not state.cards[id].withdrawn}


def evolve(state: State, event: Event) -> State:
    match event:
        case CardAdded():
            return with_mark(state, new_card(event, released=is_shown_at_once(state)))
        case CardEdited(id, text):
            unhurried = replace(state.cards[id], text=text, released=is_shown_at_once(state))
            return replace(state, cards=with_card(state.cards, unhurried))
        case CardWithdrawn(id):
            return replace(state, cards=card.withdrawn(state.cards, id))
        case CardsReleased(ids):
            return replace(state, cards=strip.released(state.cards, ids))
        case CardHidden() | CardShown():
            return replace(state, cards=card.mended(state.cards, event))
        case Opened() | Extended():
            return replace(state, life=life.live(state.life, event))
        case Closed() | Revealed():
            cards = strip.released(state.cards, strip.waiting(state.cards))
            return replace(state, life=life.live(state.life, event), cards=cards)
        case _:
            assert_never(event)


def is_shown_at_once(state: State) -> bool:
    """What is written anew after the closing waits no more: nothing is let out any longer."""
    is_over = state.life.phase in (Phase.CLOSED, Phase.REVEALED)
    return is_over or state.settings.reveal != "live"


def with_mark(state: State, new: Card) -> State:
    by_mark = {**state.by_mark, new.mark: new.id}
    return replace(state, cards=with_card(state.cards, new), by_mark=by_mark)


def forget_hidden(state: State) -> State:
    return replace(state, cards=card.forget_hidden(state.cards))


def show(state: State, audience: Audience, shown: Shown) -> View:
    match audience:
        case Audience.SCREEN | Audience.PHONE:
            cards = shown.each("cards", wall(state), card.show_card)
            return {**outline(state, let_out(state)), "cards": cards}
        case Audience.CONSOLE:
            every = not_withdrawn(state)
            return {**outline(state, len(every)), "cards": shown.each("cards", every, card.show_whole)}
        case _:
            assert_never(audience)


def outline(state: State, written: int) -> View:
    return {"kind": "collect", **life.show(state.life), "written": written}


def let_out(state: State) -> int:
    """A card that waits is not counted either: the count would tell when it was written."""
    return sum(each.released for each in not_withdrawn(state).values())


def not_withdrawn(state: State) -> Cards:
    return {id: each for id, each in sorted(state.cards.items()) if not each.withdrawn}


def wall(state: State) -> Cards:
    """Nothing before the reveal, but for what an unhurried strip has let out."""
    if state.settings.reveal == "live" or state.life.phase is Phase.REVEALED:
        return card.wall(state.cards)
    return {}


def taken(state: State) -> Cards:
    """What a later activity may read, and what was hidden of it."""
    return not_withdrawn(state) if state.life.phase is Phase.REVEALED else {}


def show_item(item: Card, _: Shown) -> View:
    return {"text": item.text, "lang": item.lang}


def show_mine(state: State, seat: Seat) -> View:
    return {id: card.show_whole(each, Shown()) for id, each in cards_of(state, seat).items()}
