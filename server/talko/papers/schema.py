"""What shape a document has as JSON, for whoever reads it with a program: `python -m talko.papers.schema`."""

import json

from pydantic import TypeAdapter

from talko.papers.document import Document

DOCUMENT = TypeAdapter(Document)


def schema() -> str:
    title = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A plan made with Talko"}
    return json.dumps(title | DOCUMENT.json_schema(mode="serialization"), indent=1) + "\n"


def as_json(document: Document) -> bytes:
    return DOCUMENT.dump_json(document, indent=1) + b"\n"


def from_json(told: bytes) -> Document:
    return DOCUMENT.validate_json(told)


if __name__ == "__main__":
    print(schema(), end="")
