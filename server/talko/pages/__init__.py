"""The pages: plain HTML that works without script, and the shells of the three faces."""

from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp

from talko.pages import about, cards, change, errors, faces, home, join, links, setup, static, workshop
from talko.pages.following import own, owners, review
from talko.pages.house import House
from talko.pages.page import read_all
from talko.pages.paper import kit
from talko.pages.plan import document, paper, typed
from talko.pages.plan import page as plan
from talko.pages.security import Headers
from talko.pages.thread import page as thread
from talko.pages.thread import passing
from talko.pages.visit import Page, at_home, for_all

OPEN_TO_ALL: tuple[tuple[str, str, Page], ...] = (
    ("GET", "/", join.front),
    ("POST", "/join", join.enter),
    ("GET", "/help", about.help),
    ("GET", "/accessibility", about.accessibility),
    ("GET", "/J/{token}", join.door),
    ("POST", "/J/{token}", join.come_in),
    ("GET", "/j/{token}", join.door),
    ("POST", "/j/{token}", join.come_in),
    ("GET", "/in/{token}", links.look),
    ("POST", "/in/{token}", links.follow),
    ("GET", "/plan", typed.ask),
    ("POST", "/plan", typed.find),
    ("GET", "/plan/schema.json", document.shape),
    ("GET", "/plan/{token}.json", plan.as_data),
    ("GET", "/plan/{token}/{name}", paper.paper),
    ("GET", "/plan/{token}", plan.plan),
    ("GET", "/w/{workshop}/{place}/record/{record}", own.look),
    ("POST", "/w/{workshop}/{place}/record/{record}", own.tell),
    ("GET", "/w/{workshop}/{place}/thread", thread.look),
    ("POST", "/w/{workshop}/{place}/thread/pass", passing.begin),
    ("GET", "/pass/{token}", passing.look),
    ("POST", "/pass/{token}", passing.take),
    ("GET", "/w/{workshop}/{place}", faces.face),
    ("GET", "/w/{workshop}/{place}/door", faces.to_the_door),
    ("GET", "/w/{workshop}/{place}/texts", faces.in_one_language),
    ("GET", "/w/{workshop}/console/screen", faces.preview),
    ("POST", "/w/{workshop}/console/screen", faces.open_screen),
)
FOR_FACILITATORS: tuple[tuple[str, str, Page], ...] = (
    ("GET", "/home", home.home),
    ("POST", "/home/link", home.renew_link),
    ("POST", "/home/out", home.sign_out),
    ("POST", "/home/groups", home.add_group),
    ("GET", "/home/groups/{group}/delete", home.ask_delete_group),
    ("POST", "/home/groups/{group}/delete", home.delete_group),
    ("GET", "/home/new", setup.new),
    ("POST", "/home/new", setup.create),
    ("GET", "/home/w/{workshop}", workshop.workshop),
    ("GET", "/home/w/{workshop}/cards", cards.cards),
    ("GET", "/home/w/{workshop}/print", kit.kit),
    ("GET", "/home/w/{workshop}/texts", change.texts),
    ("POST", "/home/w/{workshop}/texts", change.change),
    ("POST", "/home/w/{workshop}/links", workshop.make_link),
    ("POST", "/home/w/{workshop}/links/revoke", workshop.close_link),
    ("GET", "/home/w/{workshop}/owners", owners.owners),
    ("POST", "/home/w/{workshop}/owners", owners.make),
    ("POST", "/home/w/{workshop}/owners/close", owners.close),
    ("POST", "/home/w/{workshop}/owners/words", owners.remove_words),
    ("GET", "/home/w/{workshop}/review/{record}", review.review),
    ("GET", "/home/w/{workshop}/delete", workshop.ask_delete),
    ("POST", "/home/w/{workshop}/delete", workshop.delete),
    ("POST", "/home/w/{workshop}/{place}", workshop.open_face),
)


def routes(house: House) -> list[BaseRoute]:
    read_all()
    return [
        Route("/a/{hash}/{name:path}", static.serve, methods=["GET"]),
        Route("/worker.js", static.worker, methods=["GET"]),
        *(Route(path, for_all(house, page), methods=[method]) for method, path, page in OPEN_TO_ALL),
        *(Route(path, at_home(house, page), methods=[method]) for method, path, page in FOR_FACILITATORS),
    ]


def wrap(app: Starlette, house: House) -> ASGIApp:
    """What holds for every answer, whichever part of the app gives it."""
    app.router.redirect_slashes = False  # an address with another ending is another address
    for status, handler in errors.handlers().items():
        app.add_exception_handler(status, handler)
    return Headers(GZipMiddleware(app, minimum_size=500, compresslevel=6), house.settings)
