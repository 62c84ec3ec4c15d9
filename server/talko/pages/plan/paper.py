"""The plan in another form, to take along: each paper by the name of its file."""

import re
import unicodedata
from collections.abc import Mapping

from starlette.responses import Response

from talko.pages.plan.document import document
from talko.pages.plan.page import NOT_TO_BE_FOUND, opened
from talko.pages.plan.press import Jammed
from talko.pages.visit import Visit
from talko.papers.document import Document
from talko.papers.schema import as_json
from talko.papers.shelf import PAPERS, Form

PACKED = ("application/pdf", "application/vnd", "application/zip")  # nothing is gained by packing these again


async def paper(visit: Visit) -> Response:
    room, form = await opened(visit), PAPERS.get(visit.part("name"))
    if not room or not form or not room.workshop.agenda.closed:
        return gone(visit)
    its = document(visit.of(room.setup), room)
    try:
        tag, body = await visit.house.press.paper(visit.part("name"), as_json(its))
    except Jammed:
        answer = visit.of(room.setup).sorry("try_again", 503, again=str(visit.request.url.path))
        answer.headers.update({**NOT_TO_BE_FOUND, "Retry-After": "10"})
        return answer
    return given(visit, its, (form, tag, body))


def gone(visit: Visit) -> Response:
    answer = visit.sorry("404", 404)
    answer.headers.update(NOT_TO_BE_FOUND)
    return answer


def given(visit: Visit, its: Document, made: tuple[Form, str, bytes]) -> Response:
    form, tag, body = made
    headers = {**NOT_TO_BE_FOUND, "ETag": f'"{tag}"'}
    if visit.request.headers.get("if-none-match") == f'"{tag}"':
        return Response(status_code=304, headers=headers)
    return Response(body, headers={**headers, **as_file(its, visit.part("name"), form)}, media_type=form.type)


def as_file(its: Document, name: str, form: Form) -> Mapping[str, str]:
    """Called by the workshop and its day, so that it is found again among other files."""
    file = f"{its.date}-{in_letters(its.title.text)}-{its.lang}-{name}"
    packed = {"Content-Encoding": "identity"} if form.type.startswith(PACKED) else {}
    return {"Content-Disposition": f'attachment; filename="{file}"', **packed}


def in_letters(title: str) -> str:
    """Small letters that any disk can write."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-") or "talko"
