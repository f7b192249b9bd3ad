"""A file's bytes to a tree of nodes: text as typed, with a span for every value.

The nodes are PyYAML's, composed over a resolver that gives no types, so that `NO`, `02134` and `12:30` stay what
was typed. A node's marks count code points from 0 in the text without its BOM. Source: "YAML as typed"
(docs/journal-format.md).
"""

import re
from typing import Any, Final, TypeAlias

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.reading.encoding import decoded
from textual_tracker.reading.events import MAX_VALUES, composed_with_care
from textual_tracker.reading.faults import Fault, RefusedError
from textual_tracker.reading.layout import conflict_faults, has_conflict_marks, tab_faults
from textual_tracker.reading.parser import Parser
from textual_tracker.reading.syntax import syntax_fault

MAX_BYTES: Final = 1 << 20
TOO_LARGE: Final = "the file is larger than 1 MiB, the most that a record may have"
MANY_BRACKETS: Final = 100
MANY_SEPARATORS: Final = MAX_VALUES // 2 - MANY_BRACKETS
"""Ends of lines and commas of a text that may hold `MAX_VALUES` values: two for each, a key and its value."""

Tree: TypeAlias = MappingNode

# Where an anchor, an alias or a tag may stand; a false hit costs time, nothing else.
_INDICATOR = re.compile(r"(?:^|[\s\[{,:])(?:[&*]\S|!)")
# Deep blocks need a deep indentation, or many dashes and question marks in one line.
_DEEP = re.compile(r"^[ ?:-]{60}", re.MULTILINE)
_DEEPLY_INDENTED = "\n" + " " * 60


class _Composer(Parser):
    """The parser, composing nodes over a resolver that gives no types.

    `"".format` is a function in C that takes anything and gives "": these three are called for every value.
    """

    resolve: Any = "".format
    descend_resolver: Any = "".format
    ascend_resolver: Any = "".format


def compose(data: bytes) -> tuple[str, Tree, list[Fault]]:
    """The text without its BOM, the tree of its values, and the faults that leave the rest readable.

    Raises:
        RefusedError: with the faults that leave nothing to read: too large, not UTF-8, not YAML, no mapping.
    """
    if len(data) > MAX_BYTES:
        raise RefusedError(Fault(0, 0, "too_large", TOO_LARGE, "keep long documents outside the journal"))
    text = decoded(data)
    if has_conflict_marks(text):
        _refuse_if_any(conflict_faults(text))
    root, faults = _composed(text)
    if "\t" in text:
        faults += tab_faults(text, root)
    return text, _mapping(root), faults


def _composed(text: str) -> tuple[Node | None, list[Fault]]:
    try:
        if _needs_care(text):
            return composed_with_care(text)
        composer: Any = _Composer(text)
        return composer.get_single_node(), []
    except yaml.YAMLError as error:
        raise RefusedError(syntax_fault(text, error)) from None


def _needs_care(text: str) -> bool:
    """Whether the text may hold an anchor, an alias, a tag, too many values, or a nesting too deep to recurse into."""
    if ("&" in text or "*" in text or "!" in text) and _INDICATOR.search(text):
        return True
    if text.count("{") + text.count("[") > MANY_BRACKETS or _DEEPLY_INDENTED in text:
        return True
    if text.count(",") + text.count("\n") > MANY_SEPARATORS:
        return True
    return ("- - " in text or "? " in text) and _DEEP.search(text) is not None


def _mapping(root: Node | None) -> Tree:
    if root is None:
        raise RefusedError(Fault(0, 0, "empty_file", "the file holds no data", "delete it, or write the record"))
    if isinstance(root, MappingNode):
        return root
    start = root.start_mark.index
    hint = "write lines such as name: Dana Ortiz, with a space after the colon"
    raise RefusedError(Fault(start, start + 1, "not_a_mapping", _not_a_mapping(root), hint))


def _not_a_mapping(root: Node) -> str:
    if isinstance(root, SequenceNode):
        return "the file is a list; it must be lines of the form key: value"
    if isinstance(root, ScalarNode) and not root.value:
        return "the file holds no data"
    return "the file is plain text; it must be lines of the form key: value"


def _refuse_if_any(faults: list[Fault]) -> None:
    if faults:
        raise RefusedError(*faults)
