"""What is written on a card: as the activity asks for it, and no more."""

from collections.abc import Collection
from dataclasses import dataclass

from talko.core import template
from talko.core.card import Card, Entry
from talko.core.people import Mark, Refused, Seat

MAX_NICKNAME = 30


@dataclass(frozen=True, slots=True)
class AddCard:
    text: str
    lang: str
    bucket: str = ""
    item: str = ""
    feeling: int | None = None
    nickname: str = ""
    entry: Entry = "self"
    permission: bool = False  # that another person's words may be written down


@dataclass(frozen=True, slots=True)
class EditCard:
    card: str
    text: str


@dataclass(frozen=True, slots=True)
class CardAdded:
    """The store keeps the texts apart, where they can really be deleted."""

    card: str
    text: str
    lang: str
    mark: Mark
    bucket: str = ""
    item: str = ""
    feeling: int | None = None
    nickname: str = ""
    entry: Entry = "self"


@dataclass(frozen=True, slots=True)
class CardEdited:
    card: str
    text: str


def added(id: str, wish: AddCard, mark: Mark) -> CardAdded:
    told = (wish.bucket, wish.item, wish.feeling, wish.nickname, wish.entry)
    return CardAdded(id, wish.text, wish.lang, mark, *told)


def new_card(event: CardAdded, *, released: bool) -> Card:
    return Card(
        event.card, event.text, event.lang, event.mark, event.bucket, event.item, event.feeling,
        event.nickname, event.entry, released=released,
    )  # fmt: skip


def cannot_be(
    settings: template.Collect, seat: Seat, wish: AddCard, items: Collection[str]
) -> Refused | None:
    """`items` are the ids of what is written about, where a card is asked for each of them."""
    return cannot_speak_for(settings, seat, wish) or cannot_be_as_told(settings, wish, items)


def cannot_speak_for(settings: template.Collect, seat: Seat, wish: AddCard) -> Refused | None:
    """My own words, somebody else's with their permission, or a group's: as the activity asks for."""
    asked = wish.entry == "proxy" if seat.helped else settings.entry in ("any", wish.entry)
    if not asked:
        return Refused("not_this_way")
    return Refused("permission_needed") if wish.entry == "proxy" and not wish.permission else None


def cannot_be_as_told(settings: template.Collect, wish: AddCard, items: Collection[str]) -> Refused | None:
    if wish.feeling is not None and not settings.feeling:
        return Refused("no_feelings")
    if wish.nickname and settings.anonymity != "nickname":
        return Refused("no_nicknames")
    if len(wish.nickname) > MAX_NICKNAME:
        return Refused("too_long")
    return cannot_lie_in(settings, wish.bucket) or cannot_be_about(settings, wish.item, items)


def cannot_lie_in(settings: template.Collect, bucket: str) -> Refused | None:
    if settings.buckets and not bucket:
        return Refused("bucket_needed")
    known = {each.id for each in settings.buckets}
    return Refused("no_such_bucket") if bucket and bucket not in known else None


def cannot_be_about(settings: template.Collect, item: str, items: Collection[str]) -> Refused | None:
    """Where nothing has come from the activity before, the question is asked once, about no item."""
    if settings.per_item and items and not item:
        return Refused("item_needed")
    known = items if settings.per_item else ()
    return Refused("no_such_item") if item and item not in known else None
