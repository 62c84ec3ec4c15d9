"""Changing the texts of a workshop, while it is to come."""

from dataclasses import replace

from starlette.responses import Response

from talko.pages.draft import Draft, other_language, said_anew, texts_of, typed, with_texts
from talko.pages.home import own_group, own_workshop
from talko.pages.visit import Visit, spoken_in, to
from talko.pages.workshop import promise, template_name
from talko.store import groups
from talko.store.groups import Setup


async def texts(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    return await change_form(visit, setup, Draft(texts_of(setup), setup.langs))


async def change(visit: Visit) -> Response:
    setup, fields = await own_workshop(visit, visit.part("workshop")), await visit.fields()
    draft = typed(visit, fields)
    if lang := other_language(fields):
        return spoken_in(lang, await change_form(replace(visit, lang=lang), setup, said_anew(draft, fields)))
    if draft.errors:
        return await change_form(visit, setup, draft)
    changed = with_texts(setup, draft)
    if not await visit.house.store.write(lambda session: groups.change_setup(session, changed)):
        return visit.sorry("has_begun", 409)
    await visit.house.rooms.forget(setup.id)  # the room reads them anew
    return to(f"/home/w/{setup.id}")


async def change_form(visit: Visit, setup: Setup, draft: Draft) -> Response:
    if setup.standing != "to_come":
        return visit.sorry("has_begun", 409)
    group = await own_group(visit, setup.group)
    return visit.page(
        "setup.html",
        status=422 if draft.errors else 200,
        template=template_name(setup, visit.lang),
        group=group.name,
        promise=promise(setup, visit.lang),
        kept={},
        typed=draft.typed,
        typed_langs=draft.langs,
        errors=draft.errors,
        sources=[],
        long_lines={},
        earlier=[],
        changes=True,
    )
