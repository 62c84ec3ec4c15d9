"""Somebody at a page: what they ask, the language they are answered in, and whose home it is."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from sqlmodel import Session
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from talko.clock import day, seconds
from talko.live.access import cookie_name, key_hash, new_secret
from talko.live.letters import clean
from talko.pages.house import House
from talko.pages.language import COOKIE, LANGUAGES, choose
from talko.pages.letters import SIZE, kept, larger, size
from talko.pages.page import page
from talko.store import doors, groups
from talko.store.groups import Setup

DAY = 86_400
YEAR = 365 * DAY


@dataclass(frozen=True, slots=True)
class Visit:
    house: House
    request: Request
    lang: str
    facilitator: str = ""  # "" where everybody may come
    langs: tuple[str, ...] = LANGUAGES  # in which the same page can be read

    def part(self, name: str) -> str:
        """A part of the address."""
        return str(self.request.path_params[name])

    def asked(self, name: str) -> str:
        return self.request.query_params.get(name, "")

    async def fields(self) -> "Fields":
        return Fields(await self.request.form())

    def now(self) -> int:
        return seconds(self.house.clock)

    def today(self) -> str:
        """At the place of the workshops, as 2026-10-08."""
        return day(self.house.clock, self.house.settings.zone)

    def of(self, setup: Setup) -> "Visit":
        """The same visitor, answered in a language of the workshop."""
        return replace(self, lang=choose(self.request, setup.langs), langs=setup.langs)

    def page(self, template: str, /, *, status: int = 200, **values: object) -> Response:
        told = {"switch": self._switch(), "size": size(self.request), "larger": larger(self.request)}
        return page(template, self.lang, status=status, **told, **values)

    def sorry(self, why: str, status: int, again: str = "", plan: str = "") -> Response:
        """`again` is an address where it may go better later; `plan` that of what came of it."""
        return self.page("sorry.html", status=status, why=why, again=again, plan=plan)

    def _switch(self) -> dict[str, str]:
        """Where this page is in the other languages. An answer to a form has no address of its own."""
        if self.request.method != "GET" or len(self.langs) < 2:
            return {}
        urls = {lang: self.request.url.include_query_params(lang=lang) for lang in self.langs}
        return {lang: f"{url.path}?{url.query}" for lang, url in urls.items()}

    # Keys: the secret goes into a cookie of this device, its hash into the store

    async def new_key(self, opens: doors.Key) -> str:
        """`opens` says what for; the secret that comes back is kept nowhere else.

        "" where the workshop was deleted meanwhile: nothing of it may stay.
        """
        secret = new_secret()
        key = replace(opens, hash=key_hash(secret), created_at=self.date_of(opens))

        def write(session: Session) -> str:
            if key.workshop and not groups.workshop(session, key.workshop):
                return ""
            doors.add_key(session, key)
            return secret

        return await self.house.store.write(write)

    def date_of(self, key: doors.Key) -> int:
        """A participant's key tells the day alone, for the log tells no more of who comes in."""
        now = self.now()
        return now - now % DAY if key.seat == "participant" else now

    async def drop_key(self, secret: str) -> None:
        await self.house.store.write(lambda session: doors.drop_key(session, key_hash(secret)))

    def cookie(self, workshop: str, place: str) -> str:
        return cookie_name(secure=self.house.settings.secure, workshop=workshop, place=place)

    def keep(self, response: Response, cookie: str, secret: str) -> Response:
        secure = self.house.settings.secure
        response.set_cookie(cookie, secret, YEAR, httponly=True, samesite="lax", secure=secure)
        return response


@dataclass(frozen=True, slots=True)
class Fields:
    """What was typed, in the same form as what phones send."""

    form: FormData

    def line(self, name: str) -> str:
        return " ".join(self.text(name).split())

    def text(self, name: str) -> str:
        value = self.form.get(name, "")
        return clean(one_break(value)).strip() if isinstance(value, str) else ""

    def each(self, name: str) -> list[str]:
        return [value for value in self.form.getlist(name) if isinstance(value, str)]


def one_break(text: str) -> str:
    """Browsers send each break of a line as two characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


Page: TypeAlias = Callable[[Visit], Awaitable[Response]]
Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


def for_all(house: House, answer: Page) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        return remember(request, await answer(Visit(house, request, choose(request))))

    return endpoint


def at_home(house: House, answer: Page) -> Endpoint:
    """Only for whoever came in by a personal link."""

    async def endpoint(request: Request) -> Response:
        visit = Visit(house, request, choose(request))
        whose = await house.access.facilitator(request.cookies)
        if not whose:
            return visit.sorry("no_home", 403)
        return remember(request, await answer(replace(visit, facilitator=whose)))

    return endpoint


def remember(request: Request, response: Response) -> Response:
    """A language or size of letters that was asked for is kept; a script may read it, for it is no secret."""
    if kept(request):
        response.set_cookie(SIZE, size(request), YEAR, samesite="lax")
    if (lang := request.query_params.get("lang")) in LANGUAGES:
        speak(response, lang)
    return response


def speak(response: Response, lang: str) -> None:
    response.set_cookie(COOKIE, lang, YEAR, samesite="lax")


def spoken_in(lang: str, response: Response) -> Response:
    """From now on, where a form asked for it."""
    speak(response, lang)
    return response


def wait(response: Response, seconds: int) -> Response:
    """What a person reads in words is told to browsers and proxies too."""
    response.headers["Retry-After"] = str(seconds)
    return response


def to(address: str) -> RedirectResponse:
    return RedirectResponse(address, 303)
