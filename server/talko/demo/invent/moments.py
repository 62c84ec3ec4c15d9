"""What goes wrong on the way, as it does."""

from __future__ import annotations

from talko.demo.invent import phrases
from talko.demo.invent.draw import Draw, Thing


def events(draw: Draw, told: Thing, leaver: str) -> list[Thing]:
    people, happened = told["participants"], told["activities"]
    phones = [person["id"] for person in people[1:] if person["join"] in ("qr", "code")]
    late, gone, slow = draw.random.sample(phones, 3)
    writing = [card for card in happened["n1"]["cards"] if "status" not in card and card["by"] in phones]
    voters = [ballot for ballot in happened["n4"]["ballots"] if ballot["by"] in phones]
    changing, too_late = draw.random.sample(voters, 2)
    changing["earlier"] = {draw.one(happened["n3"]["themes"])["id"]: 1}
    return [
        {"t": "13:04:00", "type": "join_late", "who": late},
        {"t": "13:14:30", "type": "disconnect", "who": draw.one(writing)["by"] if writing else gone},
        {"t": "13:15:00", "type": "reconnect", "who": gone},
        *(
            [{"t": "13:16:00", "type": "duplicate_submit", "card": draw.one(writing)["id"]}]
            if writing
            else []
        ),
        {"t": "13:17:20", "type": "more_time", "who": slow, "activity": "n1"},
        {"t": "13:17:40", "type": "extend", "activity": "n1", "minutes": draw.random.randint(1, 5)},
        {"t": "13:20:00", "type": "withdraw", "card": "nw"},
        {"t": "13:21:00", "type": "hide", "card": "nh", "reason": "person_name"},
        {"t": "13:36:00", "type": "change_vote", "who": changing["by"], "activity": "n4"},
        {
            "t": "13:37:30",
            "type": "vote_after_close",
            "who": too_late["by"],
            "activity": "n4",
            "rejected": True,
        },
        *([{"t": "14:22:00", "type": "leave", "who": leaver}] if leaver else []),
        *[{"t": "14:24:00", "type": "close_attempt"} for _ in happened["c2"]["rounds"][1:]],
        {"t": "14:29:00", "type": "close"},
    ]


def questions(draw: Draw, people: list[Thing]) -> list[Thing]:
    return [question(draw, nth, asker) for nth, asker in enumerate(draw.some(people, 3, 7), 1)]


def question(draw: Draw, nth: int, asker: Thing) -> Thing:
    """Some stay open, with a first answer or without."""
    told = {"id": f"q{nth}", "by": asker["id"], "text": draw.said(phrases.ASKED, asker["lang"])[0]}
    answer = draw.text(phrases.ANSWERED) if draw.chance(0.8) else None
    is_open = {"open": True} if answer is None or draw.chance(0.2) else {}
    return {**told, "answer": answer, **is_open}


def flags(draw: Draw, how_many: int) -> list[Thing]:
    chosen = draw.some(list(phrases.WORDS), 2, 5)
    return [{"word": word, "count": draw.random.randint(3, min(8, how_many)), "plain": phrases.WORDS[word]}
            for word in chosen]  # fmt: skip
