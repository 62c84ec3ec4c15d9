"""Scripts, styles and fonts: what is served, how, and what is not."""

from pathlib import Path

import pytest

from talko.folders import folder
from talko.pages import static
from talko.pages.static import Assets, assets, without_comments
from tests.pages.browser import Browser

FONT = "vendor/atkinson-hyperlegible-next-latin-wght-normal.woff2"


@pytest.mark.parametrize(
    "name",
    ["", "js/nothing.js", "../pyproject.toml", "js/../../README.md", "js/protocol.d.ts", "locale/fi", "/js"],
)
async def test_what_is_no_asset_is_not_served(browser: Browser, name: str) -> None:
    assert (await browser.get(f"/a/{assets().hash}/{name}")).status_code == 404


def test_without_the_vendors_files_the_server_says_run_make(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(static, "assets", lambda: Assets(tmp_path))
    with pytest.raises(SystemExit, match="run `make`"):
        static.vendor_or_exit()


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("js/phone.js", "text/javascript; charset=utf-8"),
        ("css/talko.css", "text/css; charset=utf-8"),
        ("img/talko.svg", "image/svg+xml"),
        (FONT, "font/woff2"),
    ],
)
async def test_each_asset_has_its_type_and_its_bytes(browser: Browser, name: str, type: str) -> None:
    zipped = await browser.get(assets().url(name))
    plain = await browser.get(assets().url(name), **{"accept-encoding": "identity"})
    assert zipped.content == plain.content == assets().by_name[name].body
    assert plain.content.count(b"\n") == (folder("client") / name).read_bytes().count(b"\n")
    assert zipped.headers["content-type"] == type and "content-encoding" not in plain.headers


async def test_a_page_of_an_earlier_release_finds_its_scripts_and_does_not_keep_them(
    browser: Browser,
) -> None:
    answer = await browser.get("/a/0123456789abcdef/js/phone.js")
    assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("a;\n  // why\nb;", "a;\n\nb;"),
        ("/** what\n * it is\n */\nf();", "\n\n\nf();"),
        ("/* one */\n/* two */\nf();", "\n\nf();"),
        ("/* a */ f();\n/* b */\n", "/* a */ f();\n\n"),
        ('const url = "http://x"; // kept\n', 'const url = "http://x"; // kept\n'),
        (
            "const x = /** @type {A} */ (y);\n/** @type {B} */ (z);\n",
            "const x = /** @type {A} */ (y);\n/** @type {B} */ (z);\n",
        ),
    ],
)
def test_comments_that_have_a_line_to_themselves_are_not_sent(written: str, sent: str) -> None:
    assert without_comments(written) == sent


def test_another_byte_is_another_hash(tmp_path: Path) -> None:
    file = tmp_path / "js" / "a.js"
    file.parent.mkdir()
    file.write_text("1")
    before = Assets(tmp_path).hash
    file.write_text("2")
    assert Assets(tmp_path).hash != before


def test_a_script_is_named_with_all_it_imports(tmp_path: Path) -> None:
    written = {
        "js/a.js": 'import { b } from "./part/b.js";\nimport {\n  c,\n} from "./c.js";\n',
        "js/part/b.js": 'export * from "../../vendor/lit.js";\nimport "../c.js";\n',
        "js/c.js": 'const text = "from ./d.js";\n// import "./d.js"\n',
        "js/d.js": "",
        "vendor/lit.js": "",
    }
    for name, text in written.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert Assets(tmp_path).modules("js/a.js") == ["js/a.js", "js/part/b.js", "js/c.js", "vendor/lit.js"]
