"""Which texts are in quotes: those that some reader of YAML, 1.1 or 1.2, would take for something else.

Quotes that are not needed go only where no reader could err: around words that begin with a letter or a digit and
have nothing in them that means something to YAML anywhere. What this program writes is in order by both rules.
Source: "YAML as typed" (docs/journal-format.md).
"""

import re
from typing import Final

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.editing.splicing.scalar import is_plain, quoted
from textual_tracker.editing.splicing.surely_plain import is_surely_plain
from textual_tracker.reading.shape import OWN_KEY, Shape

NAME: Final = "name"
"""The meaning of a key."""
OWN: Final = "own"
"""The meaning of a text that no schema knows."""

_TEXTS = frozenset({"text", "clock", NAME})
_WORDS = frozenset({*_TEXTS, "choice", "flag", OWN})
_EMPTY = frozenset({"", "~", "null"})
_AGREED = re.compile(
    r"[Nn]ull|NULL|[Tt]rue|TRUE|[Ff]alse|FALSE|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}"
)
"""What every reader takes for the same thing, and whoever wrote it under a key of their own most likely meant."""


def quoted_as_needed(typed: str, value: str, style: str, meaning: str) -> str:
    """How a text of one line is written: `typed` is how it stands there, `value` what it says, `style` its quote.

    `meaning` is the kind that the schema asks for, or one of the words above; "" for none that is known.
    """
    if not style:
        return quoted(value, '"') if _needs_quotes(value, meaning) else typed
    if meaning in _WORDS and is_surely_plain(value):
        return value
    if style == "'" and not re.search(r'["\\]|[^ -~\xa0-\ud7ff\ue000-\ufffd]', value):
        return f'"{value}"'
    return typed


def _needs_quotes(value: str, meaning: str) -> bool:
    if meaning not in _TEXTS and meaning != OWN:
        return False
    if value in _EMPTY and meaning != NAME:
        return False
    return not is_plain(value, flow=False) and not (meaning == OWN and _AGREED.fullmatch(value))


def meanings(root: Node, shape: Shape) -> dict[int, str]:
    """What each text of a tree is meant as, by where it begins."""
    found: dict[int, str] = {}
    _gather(root, shape, found)
    return found


def _gather(node: Node, shape: Shape, found: dict[int, str]) -> None:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            found[key.start_mark.index] = NAME if _is_name(shape, key) else ""
            _gather(value, _of(shape, key), found)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            _gather(item, shape.items or Shape(), found)
    elif isinstance(node, ScalarNode):
        known = shape.kind is not None or shape.properties is not None or shape.items is not None
        found.setdefault(node.start_mark.index, shape.kind or ("" if known else OWN))


def _is_name(shape: Shape, key: Node) -> bool:
    """Whether a key may stand there; the rest of a number, `{amount: 385,000}`, may not."""
    if not isinstance(key, ScalarNode):
        return False
    return shape.other is not None or shape.properties is None or key.value in shape.properties


def _of(shape: Shape, key: Node) -> Shape:
    name = key.value if isinstance(key, ScalarNode) else ""
    if name.startswith(OWN_KEY):
        return Shape()
    return (shape.properties or {}).get(name) or shape.other or Shape()
