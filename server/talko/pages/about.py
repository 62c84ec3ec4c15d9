"""Pages about Talko itself: how to take part without a phone, and how accessible it is."""

from starlette.responses import Response

from talko.pages.visit import Visit

CHECKED = "2026-11-24"  # the day on which the statement was last compared with what the tests show


async def help(visit: Visit) -> Response:
    return visit.page("help.html")


async def accessibility(visit: Visit) -> Response:
    return visit.page("accessibility.html", contact=visit.house.settings.contact, checked=CHECKED)
