"""Looking at one state: in each language and theme with axe, and once, in Finnish, with every rule."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from playwright.async_api import Page

from talko.folders import CHECKOUT
from talko.pages.language import LANGUAGES

Theme: TypeAlias = Literal["light", "dark"]
Way: TypeAlias = Callable[[str], Awaitable[None]]  # brings the page there, in a language
THEMES: tuple[Theme, Theme] = ("light", "dark")
Rule: TypeAlias = Callable[[Page], Awaitable[list[str]]]

AXE = (CHECKOUT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What another language or the dark can change: colours, words, and the room that words take.
CHANGING = [
    "color-contrast", "html-has-lang", "html-lang-valid", "html-xml-lang-mismatch", "valid-lang",
    "target-size", "document-title", "button-name", "link-name", "label",
    "link-in-text-block",
]  # fmt: skip
RUN = """async (only) => {
    const found = await axe.run({ runOnly: only, resultTypes: ["violations"] });
    const told = (id, { html }) => `${id}: ${html.slice(0, 160)}`;
    return found.violations.flatMap(({ id, nodes }) => nodes.map((each) => told(id, each)));
}"""
PIN = """(where) => {
    for (const each of document.querySelectorAll(".helpbar, .stays")) each.style.position = where; }"""
READY = """() => document.readyState === "complete" && document.querySelector("h1, .spoken")
    && !/(Ladataan|Laddar|Loading)/.test(document.body.innerText)
    && !document.querySelector("link[data-late]")
    && (!document.querySelector("#place") || document.querySelector(".sign.good, .face, [href='/']"))"""


@dataclass(slots=True)
class Looking:
    """`seen`: by its name, how often a state was looked at. `faults`: what was wrong, and where.

    `presses`: also at what a press brings. `everywhere`: states that are looked at in the other languages and
    in the dark too, by what these change.
    """

    looks: Mapping[str, Sequence[Theme]] = field(default_factory=lambda: {"fi": ("light",)})
    rules: Sequence[Rule] = ()
    everywhere: Sequence[str] = ()
    presses: bool = True
    seen: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(self.seen.values())

    async def at(self, name: str, page: Page, way: Way) -> None:
        if name in self.seen:
            return
        self.seen[name] = 0
        for lang, themes in self.looks.items():
            await way(lang)
            for theme in themes:
                await page.emulate_media(color_scheme=theme)
                self.note(f"{name} ({lang}, {theme})", await axe(page))
                self.seen[name] += 1
        if self.rules:
            await self.judge(name, page, way)
        if name in self.everywhere:
            await self.look_everywhere(name, page, way)

    async def look_everywhere(self, name: str, page: Page, way: Way) -> None:
        for lang in LANGUAGES:
            await way(lang)
            for theme in THEMES:
                if theme not in self.looks.get(lang, ()):
                    await page.emulate_media(color_scheme=theme)
                    self.note(f"{name} ({lang}, {theme})", await axe(page, CHANGING))
                    self.seen[name] += 1
        await page.emulate_media(color_scheme="light")

    async def judge(self, name: str, page: Page, way: Way) -> None:
        if [*self.looks][-1] != "fi":
            await way("fi")
        await page.emulate_media(color_scheme="light")
        for rule in self.rules if not name.startswith("screen:") else ():
            self.note(name, await rule(page))

    def note(self, name: str, found: list[str]) -> None:
        self.faults += [f"{name}: {each}" for each in found]


async def axe(page: Page, only: Sequence[str] = TAGS) -> list[str]:
    """As if what stays at the foot stood at the end: what lies half under it is not too small to press."""
    await page.evaluate(f"window.axe || (() => {{ {AXE} }})()")
    await page.evaluate(PIN, "relative")
    found: list[str] = await page.evaluate(RUN, only)
    await page.evaluate(PIN, "")
    return found


async def ready(page: Page) -> None:
    await page.wait_for_function(READY)
    await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
