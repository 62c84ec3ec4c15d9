"""A language is a folder and no code: one more, laid beside the others, speaks on pages and in scripts."""

import asyncio
import json
import os
import shutil
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from playwright.async_api import Page

from talko.folders import CHECKOUT
from tests.browser.chromium import chromium

pytestmark = pytest.mark.browser

NAME = "Davvisámegiella"
HEAD = f'name = "{NAME}"\norder = 9\nlocale = "se-FI"\n'
THREE_FORMS = "(n==1 ? 0 : n==2 ? 1 : 2)"
ESBUILD = (
    "--bundle", "--splitting", "--format=esm", "--target=es2020", "--log-level=warning",
    "--outdir=client/built/js", "--outbase=.cache/said", "--metafile=client/built/meta/all.json",
)  # fmt: skip


def spoken(english: Catalog) -> Catalog:
    made = Catalog(locale="se", project="talko", version="1")
    made.mime_headers = [("Plural-Forms", f"nplurals=3; plural={THREE_FORMS};")]
    for each in english:
        if isinstance(each.id, str) and each.id:
            made.add(each.id, f"«{each.id}»", each.locations, each.flags)
        elif each.id:
            one, many = each.id
            made.add(each.id, (f"1« {one}»", f"2« {many}»", f"3« {many}»"), each.locations, each.flags)
    return made


def laid_beside(checkout: Path) -> None:
    """The whole product, as somebody has it who only adds a folder to client/locale."""
    for name in ("server", "client", "workshop_templates"):
        shutil.copytree(
            CHECKOUT / name, checkout / name, ignore=shutil.ignore_patterns("built", "__pycache__")
        )
    (checkout / "node_modules").symlink_to(CHECKOUT / "node_modules")
    its = checkout / "client" / "locale" / "se"
    (its / "LC_MESSAGES").mkdir(parents=True)
    (its / "language.toml").write_text(HEAD)
    (its / "rooms.txt").write_text("ruoksat\nruoná\n")
    with (CHECKOUT / "client/locale/en/LC_MESSAGES/talko.po").open("rb") as english:
        made = spoken(read_po(english))
    with (its / "LC_MESSAGES" / "talko.po").open("wb") as out:
        write_po(out, made)


def run(checkout: Path, *command: str) -> None:
    subprocess.run(command, cwd=checkout, env=os.environ | {"PYTHONPATH": "server"}, check=True)


def built(checkout: Path) -> None:
    run(checkout, sys.executable, "-m", "talko.pages.speak", ".cache/said")
    faces = [
        f".cache/said/{lang}/{face}.js" for lang in ("fi", "se") for face in ("phone", "screen", "console")
    ]
    run(checkout, "node_modules/.bin/esbuild", *faces, *ESBUILD)
    styles = sorted(str(each.relative_to(checkout)) for each in (checkout / "client/css").glob("*.css"))
    run(
        checkout,
        "node_modules/.bin/esbuild",
        *styles,
        "--bundle",
        "--outdir=client/built/css",
        "--external:*.woff2",
    )


@pytest.fixture
async def home(tmp_path: Path) -> AsyncIterator[str]:
    """Where somebody has just been invited to."""
    checkout = tmp_path / "checkout"
    await asyncio.to_thread(laid_beside, checkout)
    await asyncio.to_thread(built, checkout)
    running = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "talko.demo.place", str(tmp_path / "data"), "1790000000000", "8700", "Anna"),
        cwd=checkout,
        env=os.environ | {"PYTHONPATH": "server", "TALKO_HOST": "127.0.0.1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert running.stdout and running.stdin
    told = json.loads(await running.stdout.readline())
    yield f"http://127.0.0.1:{told['port']}{told['home']}"
    running.stdin.close()
    await running.wait()


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    async with chromium() as browser:
        page = await browser.new_page(locale="fi")
        page.set_default_timeout(8000)
        yield page


async def test_a_folder_more_is_a_language_more(home: str, page: Page) -> None:
    faults: list[str] = []
    page.on("console", lambda said: faults.append(said.text) if "Security Policy" in said.text else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    await page.goto(home)
    await page.click("main button")
    await page.click(f"text={NAME}")
    assert await page.get_attribute("html", "lang") == "se"
    await page.fill("#name", "Ward 3")
    await page.click("form[action='/home/groups'] button")
    await page.click("a[href^='/home/new']")
    await page.click("a[href$='template=codev_workshop_90']")
    assert await page.is_checked("input[name=langs][value=se]")
    for name in ("title", "question", "decide"):
        await page.fill(f"#{name}", f"Home {name}")
    await page.click("button.primary")
    assert {*(await page.inner_text("body")).split()} >= {"ruoksat", "ruoná"}  # the words of the room
    code = await page.inner_text(".door .code")
    await page.goto(home.partition("/in/")[0])
    await page.fill("#code", code)
    await page.press("#code", "Enter")
    await page.check("input[value=relative]")
    await page.click("main button")
    await page.get_by_text("«You are in.»").wait_for()
    await page.get_by_text("1« 1 person is here»").wait_for()
    assert faults == []
