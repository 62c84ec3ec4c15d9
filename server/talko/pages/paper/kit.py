"""What is printed for a workshop: a poster for the door, a check list, the run sheet, and slips of paper."""

from dataclasses import replace

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.responses import Response

from talko.core.template import Template
from talko.pages.home import own_workshop
from talko.pages.kinds import Told
from talko.pages.language import LANGUAGES, said
from talko.pages.page import environment
from talko.pages.paper.run_sheet import run_sheet
from talko.pages.paper.slips import LINES, sheets
from talko.pages.visit import Visit
from talko.pages.workshop import Door, door
from talko.store.groups import Setup
from talko.store.template_files import items, read

PARTS = ("poster", "list", "run", "slips")


async def kit(visit: Visit) -> Response:
    setup = await own_workshop(visit, visit.part("workshop"))
    template = read(setup.template)
    if not isinstance(template, Template):
        raise HTTPException(404)
    at, visit = door(visit.house.settings, visit.house.store.secret, setup), printed_in(visit, setup)
    asked = visit.asked("part")
    return visit.page(
        "print.html",
        setup=setup,
        door=at,
        part=asked if asked in PARTS else "",
        template=said(template.names, visit.lang)[0],
        posters=[(lang, poster(lang, setup, at)) for lang in setup.langs],
        parts=run_sheet(template, setup.start, visit.lang),
        slack=template.duration.slack,
        sheets=list(sheets(template, visit.lang)),
        answers=answers(visit.lang),
        lines=LINES,
    )


def printed_in(visit: Visit, setup: Setup) -> Visit:
    """By itself in a language of the workshop; whoever prints may ask for any."""
    asked, usual = visit.asked("lang"), visit.of(setup)
    return replace(usual, lang=asked if asked in LANGUAGES else usual.lang, langs=LANGUAGES)


def poster(lang: str, setup: Setup, at: Door) -> Markup:
    """A poster speaks every language of the workshop, whichever the rest is printed in."""
    words = environment(lang).get_template("poster.html").render(lang=lang, setup=setup, door=at)
    return Markup(words)  # it was escaped when it was rendered


def answers(lang: str) -> Told:
    return {answer: said(text, lang)[0] for answer, text in items().answers.items()}
