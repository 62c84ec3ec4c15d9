"""The block as text: a card on one line, and everything before the block left as it is."""

import yaml

from talko.demo.expected.held import Thing

BEGINS = "expected:\n"
COMMENTS = {
    BEGINS: """\
# What a stranger can see. Written by `python -m talko.demo.expected --write` from all that stands above.
""",
    "not_published:\n": """\
# May stand in no frame, page, file or row; a hidden text only with its writer and the console, until
# closing. The numbers in `nowhere` are not those of anything published: look for them.
""",
}
ON_ONE_LINE = 100  # letters of something that holds other things
LIST_ON_ONE_LINE = 160
MAPPING_ON_ONE_LINE = 300


class Dumper(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        return True


def written(block: Thing) -> str:
    text = "".join(part(key, value) for key, value in block.items())
    for line, comment in COMMENTS.items():
        text = text.replace(line, line + comment, 1)
    return text


def part(key: str, value: object) -> str:
    dumped = yaml.dump({key: value}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=10**6)
    node = yaml.compose(dumped, Loader=yaml.SafeLoader)
    assert isinstance(node, yaml.CollectionNode)
    lay(node)
    node.flow_style = False
    return str(yaml.serialize(node, Dumper=Dumper, allow_unicode=True, width=10**6))


def lay(node: yaml.Node) -> int:
    """Put what is short on one line; how many letters it has."""
    if isinstance(node, yaml.ScalarNode):
        return len(node.value)
    inside = children(node)
    letters = sum(map(lay, inside))
    assert isinstance(node, yaml.CollectionNode)
    node.flow_style = letters <= most(node, inside)
    return letters


def children(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.MappingNode):
        return [each for pair in node.value for each in pair]
    return list(node.value)


def most(node: yaml.Node, inside: list[yaml.Node]) -> int:
    if not all(isinstance(each, yaml.ScalarNode) for each in inside):
        return ON_ONE_LINE
    return MAPPING_ON_ONE_LINE if isinstance(node, yaml.MappingNode) else LIST_ON_ONE_LINE


def apart(text: str) -> tuple[str, str]:
    """What a person wrote, and the block, which goes to the end of the file."""
    before, line, after = text.partition("\n" + BEGINS)
    return before + "\n", (line + after).removeprefix("\n")
