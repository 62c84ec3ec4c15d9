"""The plan as one document, in a visitor's language: what every paper is made from, and its shape."""

from starlette.responses import Response

from talko.address import address
from talko.live.room import Room
from talko.pages.plan.link import path
from talko.pages.plan.speech import speech
from talko.pages.plan.told import told
from talko.pages.texts import texts
from talko.pages.visit import Visit
from talko.papers.compose import compose
from talko.papers.document import Document
from talko.papers.schema import schema


async def shape(visit: Visit) -> Response:
    return Response(schema(), media_type="application/schema+json")


def document(visit: Visit, room: Room) -> Document:
    """In the language of the visit, which is one of the workshop's."""
    house = visit.house
    stays, words = told(room, visit.lang), texts(room.setup, room.template, visit.lang)
    here = address(house.settings) + path(house.store.secret, room.setup.id)
    return compose(stays, words, speech(visit.lang), (visit.today(), here))
