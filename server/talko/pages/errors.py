"""The pages that say what went wrong, and what to do now."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, ExceptionHandler, Scope

from talko.pages.language import choose
from talko.pages.page import page
from talko.store.store import StoreFailed

SOON = 5  # seconds in which a server that starts again is back
KNOWN = (403, 404, 405, 413, 500)


def handlers() -> dict[int | type[Exception], ExceptionHandler]:
    return {HTTPException: refused, StoreFailed: restarting, 500: broken}


async def refused(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    answer = error_page(request, problem.status_code)
    answer.headers.update(problem.headers or {})
    return answer


async def broken(request: Request, problem: Exception) -> Response:
    """What was only looked at can be looked at again."""
    return error_page(request, 500, looked_at(request))


async def restarting(request: Request, problem: Exception) -> Response:
    """The store is closed, or can not write just now. A page that was looked at comes back by itself."""
    again = looked_at(request)
    answer = page("sorry.html", choose(request), status=503, why="restarting", again=again, plan="")
    answer.headers["Retry-After"] = str(SOON)
    return answer


def looked_at(request: Request) -> str:
    """The address, if asking for it once more sends nothing once more."""
    return request.url.path if request.method == "GET" else ""


def sorry(status: int, scope: Scope) -> ASGIApp:
    return error_page(Request(scope), status)


def error_page(request: Request, status: int, again: str = "") -> Response:
    why = str(status if status in KNOWN else 400)
    return page("sorry.html", choose(request), status=status, why=why, again=again, plan="")
