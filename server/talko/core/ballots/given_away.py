"""What the orders of two sides give away beside the numbers of the whole."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from talko.core.ballots.tally import Groups

Least: TypeAlias = tuple[str, str, int]  # the first has at least so much more than the second
NOTHING = ""  # stands among the options and has none


def keeps_the_few(whole: Mapping[str, int], users: Groups, workers: Groups, seats: int) -> bool:
    """Whether nothing follows of what the few chose whose side is unknown.

    Users and workers both put A above B, and yet the room gave them the same: so the few gave more to B. Such
    orders are not told. They are where the few may as well have chosen nothing at all, and may as well have
    chosen anything of `whole`: what the room gave to each option that somebody chose.
    """
    every = {NOTHING: 0, **whole}
    of_users, of_workers = (list(steps(order, every, seats)) for order in (users, workers))
    low, low_too = least(every, of_users), least(every, of_workers)
    if low is None or low_too is None:
        return False
    may_be_theirs = all(low[option] + low_too[option] < n for option, n in whole.items())
    return may_be_theirs and least(every, [*of_users, *mirrored(of_workers, every)]) is not None


def steps(order: Groups, every: Mapping[str, int], seats: int) -> Iterator[Least]:
    """What the order says of what its side gave."""
    listed = [option for equals in order for option in equals]
    rest = [option for option in every if option not in listed]
    for equals in order:
        yield from ((option, equals[0], 0) for option in equals)
        yield from ((equals[0], option, 0) for option in equals)
    for above, below in pairwise([*(equals[0] for equals in order), NOTHING]):
        yield above, below, 1
    for option in rest:
        yield option, NOTHING, 0
        # An order that ends before the cut tells that nothing else was chosen.
        yield (listed[-1], option, 1) if len(listed) >= seats else (NOTHING, option, 0)


def mirrored(steps: Sequence[Least], every: Mapping[str, int]) -> Iterator[Least]:
    """Had the few chosen nothing, workers gave what users did not: so their order speaks of users too."""
    return ((below, above, n - every[above] + every[below]) for above, below, n in steps)


def least(every: Mapping[str, int], steps: Sequence[Least]) -> Mapping[str, int] | None:
    """The least that each can have so that all steps hold, or None where they cannot."""
    has = dict.fromkeys(every, 0)
    for _ in range(len(every) + 1):
        before = dict(has)
        for above, below, n in steps:
            has[above] = max(has[above], has[below] + n)
        if has == before:
            return has
    return None
