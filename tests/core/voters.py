"""People who vote, by side, and what they put into a box."""

from collections.abc import Iterable, Mapping, Sequence

from talko.core.ballots.ballot import Ballot, Box, Choice, Dots, nullifier
from talko.core.people import Role, Seat, SeatKind, Side

ROLE_ON = {Side.USERS: Role.CLIENT, Side.WORKERS: Role.PROFESSIONAL, Side.UNKNOWN: Role.NOT_TOLD}
U, W, N = Side.USERS, Side.WORKERS, Side.UNKNOWN


def voter(side: Side, nth: int = 0) -> Seat:
    return Seat(SeatKind.PARTICIPANT, f"{side} {nth}".encode(), ROLE_ON[side])


def ballot(seat: Seat, choice: Choice, round: str = "r1", n: int = 1) -> Ballot:
    return Ballot(round, nullifier(seat.key, round), seat.side, n, choice)


def cast(choices: Mapping[Side, Sequence[Choice]], round: str = "r1") -> list[Ballot]:
    """One ballot for each choice, by the side of who made it."""
    return [
        ballot(voter(side, nth), choice, round)
        for side, each in choices.items()
        for nth, choice in enumerate(each)
    ]


def box(ballots: Iterable[Ballot]) -> Box:
    return {each.nullifier: each for each in ballots}


def dots(options: str) -> Dots:
    """ "aab" is two dots on a and one on b."""
    return Dots({option: options.count(option) for option in options})
