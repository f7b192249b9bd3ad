"""Values that a `#` cut off: `note: see #1 on the list` holds "see", and the rest is a comment.

A comment that is meant as one has a space after its sign; what is meant as a number or a tag has none.
"""

import re
from collections.abc import Iterator

from yaml.nodes import MappingNode, Node, ScalarNode

from textual_tracker.reading import schema
from textual_tracker.reading.data import Data
from textual_tracker.reading.faults import Fault
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.schema import Kind

_CUT = re.compile(r"[ \t]+(#[^\s#!].*)")
_LONGEST_SUGGESTION = 60


def cut_off(text: str, data: Data, kind: Kind) -> list[Fault]:
    """One fault for each text of `data` that a `#` seems to cut off, or to leave empty."""
    if " #" not in text and "\t#" not in text:
        return []
    return [
        _fault(key, value, comment, path)
        for path, key, value in _plain_values(data.root, ())
        if (comment := _CUT.match(text, value.end_mark.index)) and _is_text(value, kind, path)
    ]


def _is_text(value: ScalarNode, kind: Kind, path: Path) -> bool:
    return not value.value or schema.shape_at(kind, path).kind == "text"


def _plain_values(node: Node, path: Path) -> Iterator[tuple[Path, ScalarNode, ScalarNode]]:
    """Every value without quotes that stands beside a key, with its path and the key."""
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(value, ScalarNode):
                if not value.style and isinstance(key, ScalarNode):
                    yield (*path, key.value), key, value
            elif isinstance(key, ScalarNode):
                yield from _plain_values(value, (*path, key.value))
    elif not isinstance(node, ScalarNode):
        for number, item in enumerate(node.value):
            yield from _plain_values(item, (*path, number))


def _fault(key: ScalarNode, value: ScalarNode, comment: re.Match[str], path: Path) -> Fault:
    whole = f"{value.value} {comment[1]}".strip()
    hint = "if it belongs to the value, put quotes around the whole"
    if len(whole) <= _LONGEST_SUGGESTION and '"' not in whole:
        hint = f'if it belongs to the value, write {key.value}: "{whole}"; if not, put a space after the #'
    message = "everything after # is a comment, so this value is " + ("cut off" if value.value else "empty")
    return Fault(comment.start(1), comment.end(1), "cut_off", message, hint, dotted(path))
