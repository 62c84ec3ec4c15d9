"""Setting up a workshop: from a template, or the same again."""

import asyncio
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.core import template
from talko.core.people import Seat, SeatKind
from talko.core.template import Template, Text
from talko.live.access import join_token, key_hash, new_secret
from talko.pages.bring import Brought, asked_for, brought, needed, too_long
from talko.pages.draft import (
    LONGEST,
    MAY_BE_LEFT_OUT,
    Draft,
    other_language,
    said_anew,
    texts_of,
    typed,
    with_texts,
)
from talko.pages.home import own_group, own_workshop, workshops_of
from talko.pages.language import said
from talko.pages.phrases import phrase
from talko.pages.visit import Visit, spoken_in, to
from talko.pages.workshop import day_of
from talko.store import doors, groups
from talko.store.groups import Group, Setup
from talko.store.template_files import read, shipped, text_of

FIRST = "codev_workshop_90"
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
AT_ONCE = 100  # cards on their way into the room together


@dataclass(frozen=True, slots=True)
class Basis:
    """What a new workshop is made from: a template that comes with Talko, or that of an earlier workshop."""

    group: Group
    text: str
    template: Template
    kept: dict[str, str]  # how the form finds it again
    before: Setup | None = None


# New, or the same again


async def new(visit: Visit) -> Response:
    asked = visit.request.query_params
    if "again" not in asked and "template" not in asked:
        return await choose(visit, await own_group(visit, visit.asked("group")))
    basis = await based(visit, asked)
    return await form(visit, basis, blank(visit, basis))


async def choose(visit: Visit, group: Group) -> Response:
    offers = [offer(each, visit.lang) for each in sorted(shipped().values(), key=in_order)]
    return visit.page("choose.html", group=group, templates=offers)


def in_order(template: Template) -> tuple[bool, int, int]:
    """The one to begin with, then from short to long."""
    return template.id != FIRST, template.duration.sessions, template.duration.minutes


def offer(template: Template, lang: str) -> Mapping[str, object]:
    return {
        "id": template.id,
        "name": said(template.names, lang)[0],
        "purpose": said(template.purpose, lang)[0],
        "minutes": template.duration.minutes,
        "slack": template.duration.slack,
        "parts": template.duration.sessions,
        "size": template.who.size,
        "advice": [said(each, lang) for each in advice(template) if each],
        "stages": [stage for session in template.sessions for stage in stages(session, lang)],
    }


def advice(template: Template) -> tuple[Text, ...]:
    return template.duration.note, template.duration.repeat, template.who.note


def stages(session: template.Session, lang: str) -> list[Mapping[str, object]]:
    """What is done, in its order, to read before choosing."""
    name = said(session.names, lang)[0]
    return [
        {
            "session": name,
            "stage": each.stage,
            "steps": [(*said(step.prompt, lang), step.minutes) for step in each.activities],
        }
        for each in session.stages
    ]


async def based(visit: Visit, asked: Mapping[str, str]) -> Basis:
    """Template and texts of an earlier workshop, without its cards; else a template by its name."""
    if again := asked.get("again"):
        before = await own_workshop(visit, again)
        group, text, kept = await own_group(visit, before.group), before.template, {"again": again}
    else:
        before, name = None, asked.get("template", "")
        group, kept = (
            await own_group(visit, asked.get("group", "")),
            {"group": asked.get("group", ""), "template": name},
        )
        text = shipped_text(name)
    template = read(text)
    if not isinstance(template, Template):
        raise HTTPException(404)
    return Basis(group, text, template, kept, before)


def shipped_text(name: str) -> str:
    text = text_of(name) if name in shipped() else ()
    if not isinstance(text, str):
        raise HTTPException(404)
    return text


def blank(visit: Visit, basis: Basis) -> Draft:
    """The day is today, which is easier to change than to write; but what comes again has a new one.

    Rules and support are not in it: the form has words of its own for them.
    """
    if not (before := basis.before):
        empty = dict.fromkeys((*LONGEST, *MAY_BE_LEFT_OUT, "start"), "")
        del empty["support"]
        return Draft({**empty, "date": day_of(visit, visit.now())}, (visit.lang,))
    return Draft({**texts_of(before), "date": ""}, before.langs)


async def form(visit: Visit, basis: Basis, draft: Draft) -> Response:
    return visit.page(
        "setup.html",
        status=422 if draft.errors else 200,
        template=said(basis.template.names, visit.lang)[0],
        group=basis.group.name,
        promise=said(basis.template.promise.text, visit.lang),
        kept=basis.kept,
        typed=draft.typed,
        typed_langs=draft.langs,
        errors=draft.errors,
        sources=needed(basis.template),
        long_lines={each: too_long(draft.typed.get(f"lines_{each}", "")) for each in needed(basis.template)},
        earlier=await earlier(visit, basis.group),
        changes=False,
    )


async def earlier(visit: Visit, group: Group) -> list[Setup]:
    """Workshops of the same group that have begun, so that there may be cards."""
    return [
        each for each in await workshops_of(visit) if each.group == group.id and each.standing != "to_come"
    ]


async def create(visit: Visit) -> Response:
    fields = await visit.fields()
    basis = await based(visit, {name: fields.line(name) for name in ("again", "group", "template")})
    draft = typed(visit, fields)
    along = await brought(visit, fields, basis.template, await earlier(visit, basis.group))
    whole = {**draft.typed, **asked_for(fields, basis.template)}
    again = Draft(whole, draft.langs, draft.errors | along.errors)
    if lang := other_language(fields):
        return spoken_in(lang, await form(replace(visit, lang=lang), basis, said_anew(again, fields)))
    if again.errors:
        return await form(visit, basis, again)
    setup = await add(visit, basis, draft)
    missing = await bring(visit, setup, along)
    return to(f"/home/w/{setup.id}" + (f"?missing={missing}" if missing else ""))


# Making it


async def add(visit: Visit, basis: Basis, draft: Draft) -> Setup:
    id, now, store = "".join(secrets.choice(LETTERS) for _ in range(8)), visit.now(), visit.house.store
    token = key_hash(join_token(store.secret, id))

    def write(session: Session) -> Setup:
        code, words = new_code(session), phrase(draft.langs[0])
        empty = Setup(
            id, basis.group.id, basis.text, "", "", "", (), "", words, token, code, "to_come", created_at=now
        )
        setup = with_texts(empty, draft)
        groups.add_workshop(session, setup)
        return setup

    return await store.write(write)


def new_code(session: Session) -> str:
    """Nine digits that no other door has."""
    while doors.find_by_code(session, code := f"{secrets.randbelow(10**9):09}"):
        pass
    return code


async def bring(visit: Visit, setup: Setup, along: Brought) -> int:
    """How many of the cards could not be brought."""
    seat, rooms, refused = Seat(SeatKind.FACILITATOR, new_secret().encode()), visit.house.rooms, 0
    for start in range(0, len(along.cards), AT_ONCE):
        some = along.cards[start : start + AT_ONCE]
        answers = await asyncio.gather(*(rooms.ask(setup.id, seat, "", card) for card in some))
        refused += sum(answer is not None for answer in answers)
    return refused
