"""How large a visitor wants the letters: chosen on the phone, kept for pages without script."""

from starlette.requests import Request

SIZE = "talko-size"
SIZES = ("100", "125", "150")


def size(request: Request) -> str:
    """In percent: what they ask for now, else what they chose before."""
    asked = (request.query_params.get("size"), request.cookies.get(SIZE))
    return next((each for each in asked if each in SIZES), SIZES[0])


def kept(request: Request) -> bool:
    """Whether it is chosen just now."""
    return request.query_params.get("size") in SIZES


def larger(request: Request) -> str:
    """Where the same page is with the next size; after the largest comes the first. A form has no address."""
    if request.method != "GET":
        return ""
    nth = SIZES.index(size(request)) + 1
    url = request.url.include_query_params(size=SIZES[nth % len(SIZES)])
    return f"{url.path}?{url.query}"
