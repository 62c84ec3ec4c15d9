"""How a plan is written: what is done, by whom, who follows it up; and what is remembered of each record."""

from collections.abc import Mapping

from talko.core import template
from talko.core.handed import things
from talko.core.people import Role, Side
from talko.core.template import Activity, RecordKind
from tests.whole.driver import Play, of_role
from tests.whole.people import Person


async def plan(playing: Play, activity: Activity) -> None:
    settings = activity.settings
    assert isinstance(settings, template.Plan)
    hand = playing.tends() if settings.who_fills == "facilitator" else playing.chance.choice(playing.people)
    for sources in what_from(playing, settings):
        await add(playing, activity, (hand, sources))
    if playing.happens(0.3):
        await add_and_drop(playing, activity.id, hand)
    assert {*playing.here["records"]} <= playing.records.keys()


def what_from(playing: Play, settings: template.Plan) -> list[list[str]]:
    """Everything that was selected is answered; an action may come from anything, or from nothing."""
    items = [*playing.here["items"]]
    if settings.kind == "response":
        return [[each] for each in items] or [[anything(playing)]]
    some = playing.chance.randint(max(1, settings.min), min(settings.max, max(2, len(items))))
    return [playing.chance.sample(items, min(len(items), playing.chance.randint(0, 2))) for _ in range(some)]


def anything(playing: Play) -> str:
    """What was brought, or any card of the day that is not answered by itself; never a record."""
    cards = things(playing.room.workshop).keys() - playing.here["items"].keys() - playing.records.keys()
    return str(playing.chance.choice([*playing.look["brought"], *sorted(cards)]))


async def add(playing: Play, activity: Activity, made: tuple[Person, list[str]]) -> None:
    hand, sources = made
    assert isinstance(activity.settings, template.Plan)
    id = await playing.say(hand, "add_record", activity.id, sources=sources)
    playing.records[id] = {"in": activity.id, "sources": sources}
    if playing.happens(0.2):
        playing.records[id]["sources"] = more = [*dict.fromkeys([anything(playing), *sources])]
        await playing.say(hand, "set_sources", activity.id, record=id, sources=more)
    await write(playing, (hand, id), activity.settings.kind)
    await name(playing, (hand, id), activity.settings.kind)


# Its words


async def write(playing: Play, made: tuple[Person, str], kind: RecordKind) -> None:
    """Now and then one is forgotten: the gate names it."""
    for field, text in fields(playing, kind).items():
        if not playing.happens(0.04):
            await write_field(playing, made, (field, text))
    if playing.happens(0.3):
        await propose_and_use(playing, made, "reason" if kind == "response" else "what")


async def write_field(playing: Play, made: tuple[Person, str], said: tuple[str, str]) -> None:
    (hand, id), (field, text) = made, said
    its = playing.records[id]
    await playing.say(hand, "write_field", its["in"], record=id, field=field, text=text, lang="fi")
    its[field] = text if is_key(text) else {"text": text, "lang": "fi"}


def is_key(text: str) -> bool:
    """A date, or a word of a closed list."""
    return " " not in text


async def propose_and_use(playing: Play, made: tuple[Person, str], field: str) -> None:
    hand, id = made
    its, who, text = playing.records[id], playing.chance.choice(playing.people), playing.text()
    asked = {"record": id, "field": field, "text": text, "lang": "fi"}
    wording = await playing.say(who, "propose_wording", its["in"], **asked)
    proposed = playing.here["records"][id]["proposed"]
    assert proposed == {wording: {"field": field, "text": text, "lang": "fi"}}
    await playing.say(hand, "use_wording", its["in"], record=id, wording=wording)
    assert "proposed" not in playing.here["records"][id]
    its[field] = {"text": text, "lang": "fi"}


def fields(playing: Play, kind: RecordKind) -> Mapping[str, str]:
    text, soon, late = playing.text, playing.in_days(20), playing.in_days(50)
    match kind:
        case "action":
            words = {"what": text(), "first_step": text(), "follow_how": text(), "told_how": text()}
            return words | {"due": late, "reach": "team"}
        case "pilot":
            words = {"what": text(), "for_whom": text(), "where": text(), "prediction": text()}
            return words | {"start": soon, "end": late, "review_date": late, "stop_if": text()}
        case "response":
            words = {"decision": "doing", "reason": text(), "told_how": text()}
            return words | {"told_when": soon, "due": late}


# Its people


async def name(playing: Play, made: tuple[Person, str], kind: RecordKind) -> None:
    hand, id = made
    owner, follower = two_people(playing)
    await take_on(playing, id, ("owner", owner))
    at = playing.records[id]["in"]
    await playing.refused("same_person", owner, "take_on", at, record=id, part="follower", name="Toinen")
    if kind != "response" or "follower" in playing.room.template.closing.action_requires:
        await name_aloud(playing, (hand, id), "follower")
        await take_on(playing, id, ("follower", follower))
    if playing.happens(0.2):
        await own_aloud(playing, (hand, id))
    if playing.happens(0.4):
        await help_out(playing, (hand, id))


def two_people(playing: Play) -> tuple[Person, Person]:
    """Where a rule asks for it, a manager owns and somebody of the users' side follows."""
    rules = playing.room.template.closing.rules
    owners = of_role(playing, Role.MANAGER) if "manager_owns_at_least_one" in rules else playing.people
    owner = playing.chance.choice(owners)
    users = [who for who in playing.people if who.side is Side.USERS and who is not owner]
    others = users if "users_side_in_plan" in rules else [who for who in playing.people if who is not owner]
    return owner, playing.chance.choice(others)


async def take_on(playing: Play, id: str, taken: tuple[str, Person]) -> None:
    part, who = taken
    its, name = playing.records[id], f"Nimi {len(playing.records)} {part}"
    await playing.say(who, "take_on", its["in"], record=id, part=part, name=name)
    assert part in playing.mine(who)["records"][its["in"]][id]
    its |= {part: name, **({"owner_accepted": True} if part == "owner" else {})}


async def name_aloud(playing: Play, made: tuple[Person, str], part: str) -> None:
    """A team is nobody."""
    hand, id = made
    its = playing.records[id]
    await playing.refused("not_a_person", hand, "name_for", its["in"], record=id, part=part, name="Tiimi")
    its[part] = f"Sanottu {len(playing.records)} {part}"
    await playing.say(hand, "name_for", its["in"], record=id, part=part, name=its[part])


async def own_aloud(playing: Play, made: tuple[Person, str]) -> None:
    """Who leads gives it to another, who says yes before all. Such an owner has no role for the gate."""
    rules, its = playing.room.template.closing.rules, playing.records[made[1]]
    if "manager_owns_at_least_one" not in rules:
        await name_aloud(playing, (playing.tends(), made[1]), "owner")
        await playing.say(playing.tends(), "accept_aloud", its["in"], record=made[1])


async def help_out(playing: Play, made: tuple[Person, str]) -> None:
    """One stays, one is taken away again, one lets go."""
    hand, id = made
    at, who = playing.records[id]["in"], playing.chance.choice(playing.people)
    for name in ("Apuri", "Poistuva"):
        await playing.say(hand, "name_for", at, record=id, part="helper", name=name)
    helpers = {name: its for its, name in playing.here["records"][id]["helpers"].items()}
    await playing.say(hand, "remove_helper", at, record=id, helper=helpers["Poistuva"])
    await playing.say(who, "take_on", at, record=id, part="helper", name="Lähtijä")
    await playing.say(who, "let_go", at, record=id, part="helper")
    playing.records[id]["helpers"] = {helpers["Apuri"]: "Apuri"}


async def add_and_drop(playing: Play, at: str, hand: Person) -> None:
    """One too many stays in the plan with the reason, and counts no more."""
    id, _, _ = await playing.ask(hand, "add_record", at, sources=[])
    if id in playing.here["records"]:
        reason = playing.text()
        await playing.say(playing.tends(), "drop_record", at, record=id, reason=reason)
        playing.records[id] = {"in": at, "sources": [], "dropped": reason}


async def say_again(playing: Play, id: str, field: str) -> None:
    """From the gate, at any later step, what a record lacks."""
    kind = template.activities(playing.room.template)[playing.records[id]["in"]].settings
    assert isinstance(kind, template.Plan)
    if field in ("owner", "follower"):
        await name_aloud(playing, (playing.leads, id), field)
    elif field == "owner_accepted":
        await playing.lead("accept_aloud", playing.records[id]["in"], record=id)
    else:
        await write_field(playing, (playing.leads, id), (field, fields(playing, kind.kind)[field]))
