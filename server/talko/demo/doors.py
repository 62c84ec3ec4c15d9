"""The facilitator's own pages: a group, a workshop for it, and the links to give away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from talko.demo.client import Browser, NotLetIn, Page, path_of
from talko.demo.example import Example

GROUP = "Palvelukahvilan kehittäjät"
SUPPORT = "Jos jokin jäi painamaan, soita Iidalle: 050 000 0000."
NEW_WORKSHOP = r'href="(/home/new\?group=[^"&]+)"'
HIDDEN = r'<input type="hidden" name="([^"]+)" value="([^"]*)">'
DOOR = r'href="[^"]*(/J/[^"?]+)"'
CODE = r'class="code">\s*([\d ]+?)\s*<'
LINK = r'id="link"[^>]*\bvalue="([^"]+)"'


@dataclass(frozen=True, slots=True)
class Doors:
    """How people come in. All are paths on the same server."""

    workshop: str
    join: str  # /J/TOKEN, what the QR code holds
    code: str

    @property
    def page(self) -> str:
        return f"/home/w/{self.workshop}"

    def place(self, name: str) -> str:
        return f"/w/{self.workshop}/{name}"


async def set_up(iida: Browser, example: Example) -> Doors:
    home = await iida.post("/home/groups", name=GROUP)
    form = await iida.get(f"{found(NEW_WORKSHOP, home)}&template={example.template}")
    made = await iida.post("/home/new", **dict(re.findall(HIDDEN, form.text)), **wanted(example))
    return Doors(made.path.rsplit("/", 1)[1], found(DOOR, made), found(CODE, made))


def wanted(example: Example) -> dict[str, str | list[str]]:
    in_finnish = {name: texts["fi"] for name, texts in example.texts.items()}
    date, _, start = example.starts.partition("T")
    said = {"rules": "\n".join(example.rules), "support": SUPPORT, "place": example.place}
    return {**in_finnish, **said, "date": date, "start": start, "langs": ["fi", "sv", "en"]}


async def link_for(iida: Browser, doors: Doors, kind: str) -> str:
    """A new link, as a path: `/in/…`."""
    return path_of(found(LINK, await iida.post(f"{doors.page}/links", kind=kind)))


def found(pattern: str, page: Page) -> str:
    match = re.search(pattern, page.text)
    if not match:
        raise NotLetIn(f"{page.path} has no {pattern}")
    return unescape(match[1])
