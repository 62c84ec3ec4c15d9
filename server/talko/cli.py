"""The commands: serve, invite, check, demo, example, papers."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from talko import check, invite
from talko.address import address
from talko.app import furnish, make_app
from talko.clock import RealClock, seconds
from talko.demo import command as demo
from talko.demo import papers
from talko.demo.invent import command as invent
from talko.live.server import server
from talko.pages.static import made_or_exit
from talko.settings import Settings, from_environment
from talko.store.store import Busy, Store


def main(given: Sequence[str] | None = None) -> int:
    words = list(sys.argv[1:] if given is None else given)
    if words[:1] == ["demo"]:
        return demo.main(words[1:])
    if words[:1] == ["example"]:
        return invent.main(words[1:])
    if words[:1] == ["papers"]:
        return papers.main(words[1:])
    asked = parser().parse_args(words)
    settings = with_arguments(from_environment(), asked)
    match asked.command:
        case "serve":
            return serve(settings)
        case "invite":
            return say_link(settings, asked.name)
        case _:
            return check.main(asked.files)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser("talko", description="A live tool for co-development workshops.")
    top.add_argument("--version", action="version", version=version("talko"))
    commands = top.add_subparsers(dest="command", required=True)
    serve = commands.add_parser("serve", help="run the server")
    serve.add_argument("--host", help="address to listen on (0.0.0.0: all)")
    serve.add_argument("--port", type=int)
    serve.add_argument("--public-url", help="the address that phones use, if it is another one")
    invite = commands.add_parser("invite", help="make a personal link for a facilitator")
    invite.add_argument("name")
    invite.add_argument("--public-url")
    for each in (serve, invite):
        each.add_argument("--data", type=Path, help="the folder of everything that is kept")
    checked = commands.add_parser("check", help="say in plain words what is wrong with a template")
    checked.add_argument(
        "files",
        type=Path,
        nargs="*",
        help="files or folders; none: all that comes with Talko, and its languages",
    )
    commands.add_parser("demo", help="a throw-away place with a workshop to look at", add_help=False)
    commands.add_parser(
        "example", help="write another workshop, and what must come out of it", add_help=False
    )
    commands.add_parser("papers", help="write every paper of an example's plan", add_help=False)
    return top


def with_arguments(settings: Settings, asked: argparse.Namespace) -> Settings:
    names = ("data", "host", "port", "public_url")
    return replace(settings, **{name: each for name in names if (each := getattr(asked, name, None))})


def serve(settings: Settings) -> int:
    made_or_exit()
    try:
        store = Store.open(settings.data, settings.break_)
    except Busy as busy:
        print(busy, file=sys.stderr)
        return 1
    clock = RealClock()
    print(f"Talko is at {address(settings)} (end it with Ctrl-C)", flush=True)
    asyncio.run(run(settings, store, clock))
    return 0


async def run(settings: Settings, store: Store, clock: RealClock) -> None:
    if await store.read(invite.nobody_yet):
        print("Your personal link, shown this once. Keep it as you keep a key:")
        print(address(settings) + await invite.invite(store, "", seconds(clock)), flush=True)
    await server(make_app(furnish(settings, clock, store)), settings).serve()


def say_link(settings: Settings, name: str) -> int:
    try:
        print(address(settings) + invite.link(settings.data, name, seconds(RealClock())))
    except Busy as busy:
        print(busy, file=sys.stderr)
        return 1
    return 0
