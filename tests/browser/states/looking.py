"""Looking at one state: in each language and theme with axe, and once, in Finnish, with every rule."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from playwright.async_api import Page

from talko.folders import CHECKOUT

Theme: TypeAlias = Literal["light", "dark"]
Way: TypeAlias = Callable[[str], Awaitable[None]]  # brings the page there, in a language
Rule: TypeAlias = Callable[[Page], Awaitable[list[str]]]

AXE = (CHECKOUT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async () => {{
    const found = await axe.run({{ runOnly: {TAGS}, resultTypes: ["violations"] }});
    const told = (id, {{ html }}) => `${{id}}: ${{html.slice(0, 160)}}`;
    return found.violations.flatMap(({{ id, nodes }}) => nodes.map((each) => told(id, each)));
}}"""
PIN = """(where) => { const bar = document.querySelector(".helpbar");
    if (bar) bar.style.position = where; }"""
READY = """() => document.readyState === "complete" && document.querySelector("h1, .spoken")
    && !/(Ladataan|Laddar|Loading)/.test(document.body.innerText)
    && !document.querySelector("link[data-late]")
    && (!document.querySelector("#place") || document.querySelector(".sign.good, .face, [href='/']"))"""


@dataclass(slots=True)
class Looking:
    """`seen`: by its name, how often a state was looked at. `faults`: what was wrong, and where."""

    langs: Sequence[str] = ("fi",)
    themes: Sequence[Theme] = ("light",)
    rules: Sequence[Rule] = ()
    seen: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    @property
    def count(self) -> int:
        return sum(self.seen.values())

    async def at(self, name: str, page: Page, way: Way) -> None:
        if name in self.seen:
            return
        self.seen[name] = 0
        for lang in self.langs:
            await way(lang)
            for theme in self.themes:
                await page.emulate_media(color_scheme=theme)
                self.note(f"{name} ({lang}, {theme})", await axe(page))
                self.seen[name] += 1
        if self.rules:
            await self.judge(name, page, way)

    async def judge(self, name: str, page: Page, way: Way) -> None:
        if self.langs[-1] != "fi":
            await way("fi")
        await page.emulate_media(color_scheme="light")
        for rule in self.rules if not name.startswith("screen:") else ():
            self.note(name, await rule(page))

    def note(self, name: str, found: list[str]) -> None:
        self.faults += [f"{name}: {each}" for each in found]


async def axe(page: Page) -> list[str]:
    """With the bar of help at the end of the page: what lies half under it is not too small to press."""
    await page.evaluate(f"window.axe || (() => {{ {AXE} }})()")
    await page.evaluate(PIN, "relative")
    found: list[str] = await page.evaluate(RUN)
    await page.evaluate(PIN, "")
    return found


async def ready(page: Page) -> None:
    await page.wait_for_function(READY)
    await page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
