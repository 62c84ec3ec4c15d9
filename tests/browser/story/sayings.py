"""What each thing of the example says, by the id it has in the file."""

from collections.abc import Iterator

from talko.demo.example import Example


def sayings(example: Example) -> Iterator[tuple[str, str]]:
    for brought in example.field_cards:
        yield brought["id"], brought["text"]
    for question in example.questions:
        yield question["id"], question["text"]
    for step in example.activities.values():
        yield from ((card["id"], card["text"]) for card in step.get("cards", []))
        yield from ((note["id"], note["text"]) for note in step.get("notes", []))
        yield from ((theme["id"], theme["name"]) for theme in step.get("themes", []))
        yield from ((record["id"], record["what"]) for record in step.get("records", []))
