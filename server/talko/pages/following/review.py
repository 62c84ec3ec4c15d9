"""The review of a pilot: the form of a new workshop in the same group, with the pilot brought along."""

from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.core.beside.brought import MAX_CHARS
from talko.core.following.line import NOTHING
from talko.core.following.telling import due_now
from talko.core.records.record import text_of
from talko.core.template import Template, activities
from talko.pages.draft import LONGEST, Draft
from talko.pages.following.records import Standing, find
from talko.pages.home import own_group, own_workshop
from talko.pages.language import said
from talko.pages.setup import Basis, form, shipped_text
from talko.pages.visit import Visit
from talko.store.groups import Setup
from talko.store.template_files import read

TEMPLATE = "pilot_review"


async def review(visit: Visit) -> Response:
    """Nothing is made before the form is sent; all in it can be changed."""
    setup = await own_workshop(visit, visit.part("workshop"))
    room = await visit.house.rooms.room(setup.id)
    about = find(room.workshop, visit.part("record"), visit.today()) if room else None
    if not room or not about or about.record.kind != "pilot":
        raise HTTPException(404)
    followed = room.workshop.following.of.get(about.record.id, NOTHING)
    basis = await based(visit, setup)
    return await form(
        visit, basis, draft(visit, (setup, basis.template), about, due_now(about.record, followed))
    )


async def based(visit: Visit, setup: Setup) -> Basis:
    group, text = await own_group(visit, setup.group), shipped_text(TEMPLATE)
    template = read(text)
    assert isinstance(template, Template)  # it comes with Talko
    return Basis(group, text, template, {"group": group.id, "template": TEMPLATE})


def draft(visit: Visit, of: tuple[Setup, Template], about: Standing, day: str) -> Draft:
    """On the day that was agreed, if it is still to come; with the first question of the template."""
    setup, template = of
    name, what = said(template.names, visit.lang)[0], text_of(about.record, "what")
    first = next(iter(activities(template).values()))
    typed = {
        "title": f"{name}: {what}"[: LONGEST["title"]],
        "question": said(first.prompt, visit.lang)[0],
        "decide": said(template.promise.text, visit.lang)[0],
        "date": max(day, visit.today()),
        "start": "",
        "place": setup.place,
        "lines_previous": brought(about),
    }
    return Draft(typed, setup.langs)


def brought(about: Standing) -> str:
    """What was tried, and what was guessed then, on one card: it is read aloud as it was written."""
    words = (text_of(about.record, "what"), text_of(about.record, "prediction"))
    return " – ".join(" ".join(each.split()) for each in words if each)[:MAX_CHARS]
