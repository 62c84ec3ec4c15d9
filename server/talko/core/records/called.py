"""How somebody wants to be called on the plan: by any name they like, but a team is no person."""

from talko.core.people import Refused

MAX_NAME = 60
TEAM = {
    *("tiimi", "me", "kaikki", "ryhmä", "työryhmä", "henkilökunta"),
    *("teamet", "vi", "alla", "gruppen", "personalen"),
    *("team", "we", "all", "everyone", "everybody", "staff"),
}


def cannot_be_called(name: str) -> Refused | None:
    if not any(letter.isalnum() for letter in name):
        return Refused("name_needed")
    if len(name) > MAX_NAME:
        return Refused("too_long")
    return Refused("not_a_person") if is_team(name) else None


def is_team(name: str) -> bool:
    return all(word.strip(".,!") in TEAM for word in name.casefold().split())


def is_the_same(name: str, other: str) -> bool:
    return name.casefold().split() == other.casefold().split()
