"""Plan: what is done, by whom, and who follows it up. Written together, and read by all as it is written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeGuard, assert_never

from talko.core import life, template
from talko.core.audience import Audience, Shown, View
from talko.core.card import Card, Cards
from talko.core.life import Close, Closed, Extend, Extended, Life, Move, Open, Opened, Phase, Reveal, Revealed
from talko.core.people import Refused, Request, Seat, SeatKind, may, person
from talko.core.records import adding, carrying, naming, record, wording
from talko.core.records.adding import AddRecord as AddRecord
from talko.core.records.adding import DropRecord as DropRecord
from talko.core.records.adding import RecordAdded as RecordAdded
from talko.core.records.adding import RecordDropped as RecordDropped
from talko.core.records.adding import SetSources as SetSources
from talko.core.records.adding import Sources as Sources
from talko.core.records.adding import SourcesSet as SourcesSet
from talko.core.records.naming import Accept as Accept
from talko.core.records.naming import AcceptAloud as AcceptAloud
from talko.core.records.naming import Decline as Decline
from talko.core.records.naming import LetGo as LetGo
from talko.core.records.naming import LetGoOf as LetGoOf
from talko.core.records.naming import NameFor as NameFor
from talko.core.records.naming import OwnerAccepted as OwnerAccepted
from talko.core.records.naming import RemoveHelper as RemoveHelper
from talko.core.records.naming import TakenOn as TakenOn
from talko.core.records.naming import TakeOn as TakeOn
from talko.core.records.record import Record, title
from talko.core.records.record import show_record as show_record
from talko.core.records.wording import FieldWritten as FieldWritten
from talko.core.records.wording import ProposeWording as ProposeWording
from talko.core.records.wording import UseWording as UseWording
from talko.core.records.wording import WordingProposed as WordingProposed
from talko.core.records.wording import WordingUsed as WordingUsed
from talko.core.records.wording import WriteField as WriteField


@dataclass(frozen=True, slots=True)
class State:
    id: str
    settings: template.Plan
    minutes: int = 0
    life: Life = field(default_factory=Life)
    records: Mapping[str, Record] = field(default_factory=dict)


OfRecord: TypeAlias = SetSources | DropRecord | wording.Command | naming.Command
Command: TypeAlias = AddRecord | OfRecord | Move


Event: TypeAlias = adding.Event | wording.Event | naming.Event | life.Event


def takes(request: Request[object]) -> TypeGuard[Request[Command]]:
    return isinstance(request.command, Command)


def decide(state: State, request: Request[Command], sources: Sources) -> Sequence[Event] | Refused:
    match request.command:
        case Open() | Close() | Extend() as wish:
            return life.move(state.life, request, wish, state.minutes)
        case Reveal():
            return Refused("not_here")
        case AddRecord() as wish:
            return cannot_fill(state, request.seat) or add(state, request, wish, sources)
        case wish:
            return cannot_ask(state, request.seat, wish) or change(state, request, wish, sources)


def cannot_ask(state: State, seat: Seat, wish: OfRecord) -> Refused | None:
    match wish:
        case SetSources() | WriteField() | UseWording() | NameFor() | RemoveHelper():
            return cannot_fill(state, seat)
        case DropRecord() | AcceptAloud():
            return has_not_begun(state) if may(seat, "tend") else Refused("may_not")
        case ProposeWording():
            return life.cannot_take_part(seat, "write", state.life)
        case Accept() | Decline():
            return has_not_begun(state) if seat.kind is SeatKind.OWNER else Refused("may_not")
        case TakeOn() | LetGo():
            return has_not_begun(state) if may(seat, "write") else Refused("may_not")
        case _:
            assert_never(wish)


def cannot_fill(state: State, seat: Seat) -> Refused | None:
    """Who leads also mends what is closed, for the gate sends the room back to it."""
    if may(seat, "tend"):
        return has_not_begun(state)
    if state.settings.who_fills == "facilitator":
        return Refused("may_not")
    return life.cannot_take_part(seat, "write", state.life)


def has_not_begun(state: State) -> Refused | None:
    return Refused("not_open_yet") if state.life.phase is Phase.WAITING else None


def add(
    state: State, request: Request[Command], wish: AddRecord, sources: Sources
) -> Sequence[Event] | Refused:
    if request.id in state.records:
        return Refused("id_taken")
    if not sources.have(wish.sources):
        return Refused("no_such_item")
    if is_full(state) and not brings_something_new(state, wish, sources.given):
        return Refused("enough_records")
    return adding.add(state.settings.kind, request, wish)


def is_full(state: State) -> bool:
    return len(standing(state)) >= state.settings.max


def brings_something_new(state: State, wish: AddRecord, given: Collection[str]) -> bool:
    """Nothing that was selected is dropped because a plan is full: what has no record yet can get one."""
    if len(standing(state)) >= state.settings.max + len(given):
        return False  # one for each and as many more: sources were taken off again to make room
    has_one = {id for each in standing(state).values() for id in each.sources}
    return bool(set(wish.sources) & set(given) - has_one)


def change(
    state: State, request: Request[Command], wish: OfRecord, sources: Sources
) -> Sequence[Event] | Refused:
    """A name can be taken back from a dropped record too."""
    its = state.records.get(wish.record)
    if not its or (its.dropped and not isinstance(wish, LetGo)):
        return Refused("no_such_record")
    match wish:
        case SetSources():
            return adding.set_sources(wish, sources)
        case DropRecord():
            return adding.drop(wish)
        case WriteField() | ProposeWording() | UseWording():
            return wording.decide(its, request, wish)
        case TakeOn() | LetGo() | NameFor() | RemoveHelper() | AcceptAloud() | Accept() | Decline():
            return naming.decide(its, request, wish)
        case _:
            assert_never(wish)


def evolve(state: State, event: Event) -> State:
    match event:
        case RecordAdded(id, sources):
            return with_record(state, Record(id, state.settings.kind, sources))
        case SourcesSet(id) | RecordDropped(id):
            return with_record(state, adding.evolve(state.records[id], event))
        case FieldWritten(id) | WordingProposed(id) | WordingUsed(id):
            return with_record(state, wording.evolve(state.records[id], event))
        case TakenOn(id) | LetGoOf(id) | OwnerAccepted(id):
            return with_record(state, naming.evolve(state.records[id], event))
        case Opened() | Closed() | Revealed() | Extended():
            return replace(state, life=life.live(state.life, event))
        case _:
            assert_never(event)


def with_record(state: State, new: Record) -> State:
    return replace(state, records={**state.records, new.id: new})


def standing(state: State) -> dict[str, Record]:
    """In the order in which all saw them being made."""
    return {id: each for id, each in state.records.items() if not each.dropped}


def taken(state: State) -> Cards:
    """What a later activity may read or ask about."""
    return {id: Card(id, title(each), record.title_lang(each)) for id, each in standing(state).items()}


def show(state: State, audience: Audience, shown: Shown) -> View:
    look = record.show_with_history if audience is Audience.CONSOLE else show_record
    records = shown.each("records", state.records, look)
    return {"kind": "plan", **life.show(state.life), "kind_of": state.settings.kind, "records": records}


def show_mine(state: State, seat: Seat) -> View:
    """What this person took on, by record."""
    own: dict[str, list[str]] = {
        id: [*carrying.parts_of(each, person(seat.key))] for id, each in state.records.items()
    }
    return {id: parts for id, parts in own.items() if parts}
