"""Who comes: more users than workers, few who do not say, some without a phone, one late."""

from talko.demo.invent.draw import Draw, Thing
from talko.demo.invent.phrases import NAMES

USERS = ("client", "developer_client", "experience_expert", "peer", "relative")
WORKERS = ("professional", "manager", "partner")
LANGS, SPOKEN = ("fi", "sv", "en"), (8, 1, 1)


def people(draw: Draw, how_many: int) -> list[Thing]:
    names = draw.random.sample(NAMES, how_many)
    sides = sides_of(draw, how_many)
    return [
        one(draw, f"p{nth:02}", name, side)
        for nth, (name, side) in enumerate(zip(names, sides, strict=True), 1)
    ]


def sides_of(draw: Draw, how_many: int) -> list[str]:
    unknown = draw.one((0, 0, 1, 2))
    users = (how_many - unknown + 1) // 2 + draw.random.randint(0, max(0, how_many // 8))
    sides = ["users"] * users + ["workers"] * (how_many - unknown - users) + ["unknown"] * unknown
    return sides


def one(draw: Draw, id: str, name: str, side: str) -> Thing:
    role = {"users": draw.one(USERS), "workers": draw.one(WORKERS), "unknown": "not_told"}[side]
    join = "qr" if id == "p01" else draw.weighted(("qr", "code", "helper", "shared_tablet"), (20, 3, 1, 1))
    lang = draw.weighted(LANGS, SPOKEN)
    return {"id": id, "name": name, "role": role, "side": side, "join": join, "lang": lang}
