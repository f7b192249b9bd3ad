"""Values in braces that a comma cut in two: `{amount: 385,000}`, `{note: called, will call back}`."""

import re
from itertools import takewhile
from typing import Final

from yaml.nodes import MappingNode, Node, ScalarNode

from textual_tracker.reading.paths import Path
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.tree import node_at
from textual_tracker.reading.wrong import Wrong, in_quotes, short, shown, wrong

MOST_KEYS: Final = 200
"""Nobody writes a mapping in braces with more; looking for numbers in it would only cost time."""

GROUP: Final = re.compile(r"[0-9]{3}(?:\.[0-9]{1,2})?")
"""Digits behind a comma of a number, `000`."""
NUMBER: Final = re.compile(r"[$€£]?[0-9]{1,3}")
"""Digits before the first comma of a number, `385`."""


def cut_number(mapping: MappingNode, key: ScalarNode, shape: Shape) -> tuple[str, ScalarNode, Wrong] | None:
    """What is wrong where `key` is a group of digits of the number before it, with all other groups of that number.

    The key of that number, a node that spans all of it, and what to say. `None` where it is no such group.
    """
    if not mapping.flow_style or len(mapping.value) > MOST_KEYS or not GROUP.fullmatch(key.value):
        return None
    index = next(number for number, (other, _) in enumerate(mapping.value) if other is key)
    begun = _begun(mapping, index)
    if begun is None or not NUMBER.fullmatch(mapping.value[begun][1].value):
        return None
    name, first = mapping.value[begun]
    groups = [rest for rest in _rest(mapping, begun) if GROUP.fullmatch(rest.value)]
    named = (shape.properties or {}).get(name.value, shape.other)
    if named is not None and named.kind == "text":
        return None
    whole = ",".join([first.value, *(group.value for group in groups)])
    node = ScalarNode("", whole, first.start_mark, groups[-1].end_mark)
    return name.value, node, wrong("whole", whole, quoted=False)


def cut_by_comma(root: Node, path: Path, shape: Shape) -> tuple[Path, Node, Wrong] | None:
    """What is wrong where the key at the end of `path` is the rest of the value before it.

    The value before it is not what the person meant, so it is the path that falls. `None` where it is a key.
    """
    mapping = node_at(root, path[:-1])
    if not isinstance(mapping, MappingNode) or not mapping.flow_style:
        return None
    index = next(i for i, (key, _) in enumerate(mapping.value) if key.value == path[-1])
    rest, nothing = mapping.value[index]
    begun = _begun(mapping, index) if _is_bare(nothing) else None
    if begun is None:
        return None
    number = cut_number(mapping, rest, shape)
    if number is not None:
        return (*path[:-1], number[0]), number[1], number[2]
    key, value = mapping.value[begun]
    whole = ", ".join([value.value, *(part.value for part in _rest(mapping, begun))])
    hint = f"put quotes around the text: {key.value}: {in_quotes(short(whole))}"
    message = f"inside {{ }} a comma ends the value, so {shown(rest.value)} is read as a key"
    return (*path[:-1], key.value), rest, Wrong("unknown_key", message, hint)


def _begun(mapping: MappingNode, index: int) -> int | None:
    """The number of the pair whose value the bare words up to `index` continue."""
    for number in range(index - 1, -1, -1):
        key, value = mapping.value[number]
        if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
            return None
        if not _is_bare(value):
            return number
    return None


def _rest(mapping: MappingNode, begun: int) -> list[ScalarNode]:
    """The bare words that continue the value of a pair."""
    after = takewhile(lambda pair: _is_bare(pair[1]), mapping.value[begun + 1 :])
    return [key for key, _ in after if isinstance(key, ScalarNode)]


def _is_bare(value: Node) -> bool:
    return isinstance(value, ScalarNode) and not value.value and not value.style
