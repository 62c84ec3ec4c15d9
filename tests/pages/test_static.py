"""Scripts, styles and fonts: what is served, how, and what is not."""

from pathlib import Path

import pytest

from talko.pages import routes, static
from talko.pages.house import House
from talko.pages.language import LANGUAGES
from talko.pages.page import environment
from talko.pages.static import Assets, assets
from tests.pages.browser import Browser

KINDS = ("discuss", "collect", "cluster", "vote", "consent", "plan", "survey")
FONT = "vendor/atkinson-hyperlegible-next-latin-wght-normal.woff2"


@pytest.mark.parametrize(
    "name",
    ["", "js/nothing.js", "../pyproject.toml", "js/../../README.md", "js/protocol.d.ts", "locale/fi", "/js"],
)
async def test_what_is_no_asset_is_not_served(browser: Browser, name: str) -> None:
    assert (await browser.get(f"/a/{assets().hash}/{name}")).status_code == 404


def test_without_what_make_brings_the_server_says_run_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(static, "assets", lambda: Assets(tmp_path))
    with pytest.raises(SystemExit, match="run `make`"):
        static.made_or_exit()


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("js/fi/phone.js", "text/javascript; charset=utf-8"),
        ("css/talko.css", "text/css; charset=utf-8"),
        ("img/talko.svg", "image/svg+xml"),
        (FONT, "font/woff2"),
    ],
)
async def test_each_asset_has_its_type_and_its_bytes(browser: Browser, name: str, type: str) -> None:
    zipped = await browser.get(assets().url(name))
    plain = await browser.get(assets().url(name), **{"accept-encoding": "identity"})
    assert zipped.content == plain.content == assets().by_name[name].body
    assert zipped.headers["content-type"] == type and "content-encoding" not in plain.headers


def test_pages_are_read_once_as_the_scripts_are(house: House) -> None:
    routes(house)
    for lang in LANGUAGES:
        made = environment(lang)
        assert not made.auto_reload and made.cache is not None
        assert {name for _, name in made.cache} >= set(made.list_templates())


async def test_a_page_of_an_earlier_release_finds_its_scripts_and_does_not_keep_them(
    browser: Browser,
) -> None:
    answer = await browser.get("/a/0123456789abcdef/js/fi/phone.js")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"


def test_another_byte_is_another_hash(tmp_path: Path) -> None:
    file = tmp_path / "built" / "js" / "a.js"
    file.parent.mkdir(parents=True)
    file.write_text("1")
    before = Assets(tmp_path).hash
    file.write_text("2")
    assert Assets(tmp_path).hash != before


def test_a_script_is_named_with_what_it_imports_at_once_and_not_with_what_may_come_later() -> None:
    phone = assets().modules("fi", "phone")
    assert len(phone) == 1 and assets().has(phone[0])
    assert any("helping" in name for name in assets().by_name)
    assert assets().modules("fi", "phone", "nothing") == phone


def test_the_part_of_the_activity_comes_with_the_page() -> None:
    phone = assets().modules("fi", "phone")
    for kind in KINDS:
        with_part = assets().modules("fi", "phone", kind)
        assert with_part[0] == phone[0] and with_part[1].startswith(f"js/fi/{kind}-")


def test_a_face_has_the_styles_that_it_names_and_no_others() -> None:
    phone, console = (assets().by_name[f"css/{face}.css"].body.decode() for face in ("phone", "console"))
    assert ".tally" in phone and "@media print" in phone
    assert "blockquote{" not in phone and "blockquote{" in assets().by_name["css/talko.css"].body.decode()
    assert ".notice.waiting" in phone and ".option.chosen" in phone
    assert ".weave" in console and ".weave" not in phone


def test_a_phones_first_drawing_wears_less_than_the_phone_and_all_of_it_is_the_phones() -> None:
    for kind in ("lobby", *KINDS):
        first, whole = (assets().by_name[name].body.decode() for name in assets().styles("phone", kind))
        assert ".helpbar" in first and "prefers-color-scheme" in first and "@font-face" not in first
        assert len(first) < 0.85 * len(whole) and "@font-face" in whole
    assert ".steps" in assets().by_name["css/phone-vote.css"].body.decode()
    assert ".steps" not in assets().by_name["css/phone-discuss.css"].body.decode()
    assert assets().styles("phone", "") == ["css/phone.css"]
