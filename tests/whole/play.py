"""A whole template, from set-up to the plan page: each step as its kind is played, and what comes between."""

from dataclasses import dataclass
from random import Random
from typing import Any

from talko.core import template
from talko.core.people import Role
from talko.core.template import Activity
from tests.pages.browser import set_up
from tests.whole import agreeing, beside, closing, kinds, told
from tests.whole.driver import Play, opened, steps
from tests.whole.house import Place
from tests.whole.people import Person, by_link, come_in, without_phone

PASSED_OVER = {
    "field_collection": ["collecting without a network, with a queue on the phone (offline_queue)"]
}


@dataclass(frozen=True)
class Ended:
    template: str
    missing: tuple[str, ...]
    commands: dict[str, int]
    days: int
    passed: tuple[str, ...]
    plan: dict[str, Any]


async def play(place: Place, name: str, chance: Random) -> Ended:
    playing = await begin(place, name, chance)
    for what in PASSED_OVER.get(name, []):
        playing.pass_over(what)
    playing.restarts_at = chance.choice(steps(playing)).id
    for session in playing.room.template.sessions:
        for activity in (each for stage in session.stages for each in stage.activities):
            await go_on_to(playing, activity.id)
            await one_step(playing, activity)
        await playing.pass_days(session.days + chance.randint(0, 3))
    missing = await closing.close(playing)
    await told.read(playing, finished=not missing)
    await agreeing.wait_for_time(playing)
    await playing.restart()
    told.nothing_is_kept_of_what_was_taken_away(playing)
    plan = await told.read(playing, finished=not missing)
    commands = dict(playing.commands)
    return Ended(name, missing, commands, playing.days, tuple(playing.passed), plan)


async def begin(place: Place, name: str, chance: Random) -> Play:
    made = await set_up(place.home, template=name, title=f"{name} {chance.random()}", langs=["fi", "en"])
    await place.home.post(f"{made.home}/console")
    seat = await place.house.access.seat(dict(place.home.client.cookies), made.id, "console")
    assert seat
    helper, cohost = await by_link(place, made, "helper"), await by_link(place, made, "cohost")
    playing = Play(place, chance, made, await opened(place, made), Person(seat), cohost, helper)
    await fill(playing)
    await bring(playing)
    return playing


async def fill(playing: Play) -> None:
    """Everybody the template wants, some of them without a phone."""
    roles: tuple[Role, ...] = playing.room.template.who.roles
    for n in range(playing.chance.randint(4, 11)):
        playing.people.append(await come_in(playing.place, playing.made, roles[n % len(roles)]))
    for helper in (playing.helper, playing.cohost):
        playing.people.append(await without_phone(playing, helper, playing.chance.choice(roles)))
    playing.came += playing.people


async def bring(playing: Play) -> None:
    """Whatever the template reads from outside."""
    sources = {each.brought for step in steps(playing) for each in step.sources if each.brought}
    for source in sorted(sources):
        for _ in range(playing.chance.randint(1, 6)):
            text, who = playing.text(), playing.chance.choice([playing.helper, playing.cohost])
            card = await playing.say(
                who, "bring_card", source=source, text=text, lang="fi", permission=True, origin="Leipäjono"
            )
            if playing.happens(0.1):
                await playing.hide("", card, text)


async def go_on_to(playing: Play, id: str) -> None:
    here = playing.look["agenda"]["current"]
    await playing.lead("go_on", here)
    if playing.happens(0.1):
        await playing.lead("go_back", id)
        assert playing.look["agenda"]["current"] == here
        await playing.lead("go_on", here)
    assert playing.look["agenda"]["current"] == id


async def one_step(playing: Play, activity: Activity) -> None:
    if activity.optional and playing.happens(0.3):
        playing.pass_over(f"{activity.id} is optional")
    else:
        await agreeing.answer_late(playing)
        await kinds.PLAY[template.kind(activity.settings)](playing, activity)
    if activity.id == playing.restarts_at:
        await playing.restart()
    await beside.some_of_it(playing)
    told.nothing_is_seen_of_what_was_taken_away(playing)
