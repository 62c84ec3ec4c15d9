"""The closing gate: what a workshop still lacks. It can always end; then the plan says what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from talko.core.beside.closing import State
from talko.core.people import SIDE_OF, Role, Side
from talko.core.records.carrying import are_one
from talko.core.records.record import Named, Record, text_of
from talko.core.template import FIELDS, Closing, ClosingRule, RecordField

PILOT_ENDS = ("keep", "change", "stop", "spread")


@dataclass(frozen=True, slots=True)
class Ground:
    """What the rules look at, gathered from all of the workshop."""

    closing: Closing
    records: tuple[Record, ...] = ()  # actions and responses of all plans that were not dropped
    pilots: tuple[Record, ...] = ()  # likewise
    roles: Mapping[str, Role] = field(default_factory=dict)  # by person, of all who ever came
    commitment: tuple[str, bool] = ("", False)  # what the check came to, and whether it waits until a date
    unselected: frozenset[str] = frozenset()  # what was not taken
    selected: frozenset[str] = frozenset()  # what needs a response
    heard: frozenset[str] = frozenset()  # what has one
    previous: frozenset[str] = frozenset()  # brought from last time
    state: State = field(default_factory=State)


def missing(ground: Ground) -> tuple[str, ...]:
    few = ["min_actions"] if len(ground.records) < ground.closing.min_actions else []
    rules = [rule for rule in ground.closing.rules if not holds(rule, ground)]
    return (*few, *gaps(ground), *rules)


def gaps(ground: Ground) -> Iterator[str]:
    for record in ground.records:
        for name in ground.closing.action_requires:
            if name in FIELDS[record.kind] and lacks(record, name):
                yield f"{record.id}.{name}"


def lacks(record: Record, name: RecordField) -> bool:
    match name:
        case "owner":
            return not record.owner
        case "owner_accepted":
            return not (record.owner and (record.owner.accepted or record.owner.outside))
        case "follower":
            return not record.follower
        case "heard" | "sources":
            return not record.sources
        case "helpers" | "status" | "reach":
            return False
        case _:
            return not text_of(record, name)


def holds(rule: ClosingRule, ground: Ground) -> bool:
    match rule:
        case "owner_is_person":
            return all(record.owner for record in ground.records)  # a team was refused when it was named
        case "owner_is_not_follower":
            return all(are_two(record) for record in ground.records)
        case "users_side_in_plan":
            return any(role in USERS for role in roles(ground, [*owners(ground), *followers(ground)]))
        case "manager_owns_at_least_one":
            return Role.MANAGER in roles(ground, owners(ground))
        case "commitment_check_done":
            return ground.commitment[0] == "accepted" or ground.commitment == ("pending", True)
        case "unselected_have_reason":
            return ground.unselected <= ground.state.parked.keys() | taken_up(ground)
        case "every_selected_has_response":
            return ground.selected <= ground.heard
        case "every_pilot_has_decision":
            return all(report in PILOT_ENDS for report in reports(ground))
        case "pilot_has_review_date":
            return all(text_of(pilot, "review_date") for pilot in ground.pilots)
        case "previous_items_reported":
            return all(reports(ground))
        case "next_contact_date":
            return ground.state.contact is not None
        case (
            "results_returned_to_place"
            | "names_removed"
            | "sensitive_text_deleted"
            | "answer_in_preferred_form"
        ):
            return rule in ground.state.attested
        case _:
            assert_never(rule)


def mended(ground: Ground) -> dict[ClosingRule, list[str]]:
    """Of each rule that does not hold of some records: `{record}.{field}`, where it can be mended."""
    found: dict[ClosingRule, list[str]] = {
        "owner_is_person": [f"{each.id}.owner" for each in ground.records if not each.owner],
        "owner_is_not_follower": [f"{each.id}.follower" for each in ground.records if not are_two(each)],
        "pilot_has_review_date": [
            f"{each.id}.review_date" for each in ground.pilots if not text_of(each, "review_date")
        ],
    }
    return {rule: places for rule, places in found.items() if places and rule in ground.closing.rules}


USERS = {role for role, side in SIDE_OF.items() if side is Side.USERS}


def are_two(record: Record) -> bool:
    """Who is not there yet is missing as a field, and is nobody's double."""
    return not (record.owner and record.follower and are_one(record.owner, record.follower))


def owners(ground: Ground) -> list[Named]:
    return [record.owner for record in ground.records if record.owner]


def followers(ground: Ground) -> list[Named]:
    return [record.follower for record in ground.records if record.follower]


def roles(ground: Ground, people: list[Named]) -> set[Role]:
    """Of those who took it on themselves: a name said aloud has no role."""
    return {ground.roles[each.person] for each in people if each.person in ground.roles}


def taken_up(ground: Ground) -> set[str]:
    """What was not selected, and came to a record all the same."""
    return {id for record in (*ground.records, *ground.pilots) for id in record.sources}


def reports(ground: Ground) -> list[str]:
    """One for each thing brought from last time, "" where there is none."""
    told = ground.state.reported
    return [told[id].report if id in told else "" for id in sorted(ground.previous)]
