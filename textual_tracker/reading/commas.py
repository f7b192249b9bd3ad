"""Values in braces that a comma cut in two: `{amount: 385,000}`, `{note: called, will call back}`."""

import re

from yaml.nodes import MappingNode, Node, ScalarNode

from textual_tracker.reading.paths import Path
from textual_tracker.reading.tree import node_at
from textual_tracker.reading.wrong import Wrong, short, shown

_GROUP = re.compile(r"[0-9]{3}")
_NUMBER = re.compile(r"[$€£]?[0-9]{1,3}")


def cut_by_comma(root: Node, path: Path) -> tuple[Path, Node, Wrong] | None:
    """What is wrong where the key at the end of `path` is the rest of the value before it.

    The value before it is not what the person meant, so it is the path that falls. `None` where it is a key.
    """
    mapping = node_at(root, path[:-1])
    if not isinstance(mapping, MappingNode) or not mapping.flow_style:
        return None
    index = next(i for i, (key, _) in enumerate(mapping.value) if key.value == path[-1])
    rest, nothing = mapping.value[index]
    if index == 0 or not _is_bare(nothing):
        return None
    begun = _value_begun(mapping, index)
    if begun is None:
        return None
    key, value = begun
    whole = f"{value.value}, {rest.value}"
    if _NUMBER.fullmatch(value.value) and _GROUP.fullmatch(rest.value):
        digits = re.sub(r"[^0-9]", "", whole)
        wrong = Wrong("number", f"{shown(f'{value.value},{rest.value}')} is not a whole number", f"write {digits}")
        return (*path[:-1], key.value), ScalarNode("", whole, value.start_mark, rest.end_mark), wrong
    hint = f'put quotes around the text: {key.value}: "{short(whole)}"'
    wrong = Wrong("unknown_key", f"inside {{ }} a comma ends the value, so {shown(rest.value)} is read as a key", hint)
    return (*path[:-1], key.value), rest, wrong


def _value_begun(mapping: MappingNode, index: int) -> tuple[ScalarNode, ScalarNode] | None:
    """The key and the value that the bare words up to `index` continue."""
    for key, value in reversed(mapping.value[:index]):
        if not isinstance(key, ScalarNode) or not isinstance(value, ScalarNode):
            return None
        if not _is_bare(value):
            return key, value
    return None


def _is_bare(value: Node) -> bool:
    return isinstance(value, ScalarNode) and not value.value and not value.style
