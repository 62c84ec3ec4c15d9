"""What is read: a workshop as it was held, its template, and the bank of questions."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Thing: TypeAlias = dict[str, Any]  # a mapping of a YAML file

# Beside the installed package, else beside the checkout's.
TEMPLATES = next(
    found for above in (2, 4) if (found := Path(__file__).parents[above] / "workshop_templates").is_dir()
)


@dataclass(frozen=True, slots=True)
class Held:
    told: Thing  # the example file
    template: Thing
    bank: dict[str, Thing]  # the questions of surveys, by id

    def steps(self) -> dict[str, Thing]:
        """The activities of the template by id, in the order of the agenda."""
        stages = [stage for session in self.template["sessions"] for stage in session["stages"]]
        return {step["id"]: step for stage in stages for step in stage["activities"]}

    def happened(self, step: str) -> Thing:
        found: Thing = self.told["activities"].get(step, {})
        return found

    def person(self, id: str) -> Thing:
        """Somebody who came; one who is not in the list has no name and no side."""
        found = (each for each in self.told["participants"] if each["id"] == id)
        return next(found, {"name": "", "side": "unknown"})

    def lang(self, said: Thing) -> str:
        """A text's own language, else its writer's, else the workshop's."""
        own = said.get("lang") or self.person(said.get("by", "")).get("lang")
        return str(own or next(iter(self.told["title"])))


def read(text: str) -> Held:
    """From the text of an example file."""
    return with_template(yaml.load(text, yaml.CSafeLoader))


def with_template(told: Thing) -> Held:
    bank = beside("_items")["items"]
    return Held(told, beside(told["template"]), {item["id"]: item for item in bank})


@cache
def beside(name: str) -> Thing:
    """A file of the templates. Nobody changes what is read."""
    found: Thing = yaml.load((TEMPLATES / f"{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    return found
