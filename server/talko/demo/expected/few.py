"""What two orders without a number would tell of the few whose side is unknown."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

Order: TypeAlias = Sequence[Sequence[str]]
AtLeast: TypeAlias = tuple[str, str, int]  # the first has so much more than the second, or still more

ZERO = ""  # an option that has nothing, to compare with


def tells_of_the_few(totals: Mapping[str, int], users: Order, workers: Order, seats: int) -> bool:
    """Nothing is told where the few may have chosen nothing, and may have chosen something of each option.

    `totals` are whole numbers of the smallest step: what the room gave to each option that somebody chose.
    """
    options = [ZERO, *totals]
    by_users, by_workers = (list(said(order, options, seats)) for order in (users, workers))
    least, least_too = smallest(options, by_users), smallest(options, by_workers)
    if least is None or least_too is None:
        return True
    all_taken = any(least[option] + least_too[option] >= total for option, total in totals.items())
    return all_taken or smallest(options, [*by_users, *left_to(totals, by_workers)]) is None


def said(order: Order, options: Sequence[str], seats: int) -> Iterator[AtLeast]:
    """Equal in a group, at least one more than in the next; and what an order leaves out."""
    named = [option for equals in order for option in equals]
    for equals in order:
        for option in equals:
            yield from ((option, equals[0], 0), (equals[0], option, 0))
    for above, below in pairwise([*(equals[0] for equals in order), ZERO]):
        yield above, below, 1
    for option in options:
        if option not in named:
            yield option, ZERO, 0
            yield (named[-1], option, 1) if len(named) >= seats else (ZERO, option, 0)


def left_to(totals: Mapping[str, int], said: Sequence[AtLeast]) -> Iterator[AtLeast]:
    """What workers gave is what users did not, if the few gave nothing: said of users."""
    whole = {ZERO: 0, **totals}
    for more, less, by in said:
        yield less, more, by - whole[more] + whole[less]


def smallest(options: Sequence[str], said: Sequence[AtLeast]) -> Mapping[str, int] | None:
    """The least amounts of which all that is said is true; None where there are none."""
    amounts = dict.fromkeys(options, 0)
    for _ in [*options, ZERO]:
        raised = [(more, amounts[less] + by) for more, less, by in said if amounts[more] < amounts[less] + by]
        if not raised:
            return amounts
        for option, amount in raised:
            amounts[option] = max(amounts[option], amount)
    return None
