"""A value, a list or a group of lines where another of these is asked for."""

import re
from collections.abc import Mapping

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.reading.paths import Path
from textual_tracker.reading.scalars import convert
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.wrong import Wrong, in_quotes, shown

_QUOTE_BRACKETS = "put quotes around text that begins with {}"
_NEEDS_QUOTES = re.compile(r"[\[\]{}\"\\]|^[-?:!&*#|>@%`',]|:(?:\s|$)|\s#")


def wrong_type(shape: Shape, node: Node | None, path: Path) -> Wrong:
    """What is wrong with `node`, which is not one of what `shape` allows."""
    name = next((element for element in reversed(path) if isinstance(element, str)), "the file")
    if isinstance(node, ScalarNode) or node is None:
        return _scalar_instead(shape, node.value if node is not None else "", name, in_list=isinstance(path[-1], int))
    if shape.items is not None:
        return Wrong("type", f"{name} must be a list", f"begin each entry of {name} with a dash: - …")
    if shape.properties is not None:
        signs = "brackets" if _flow(node) else "dashes"
        return Wrong("type", f"{_entry(name, path)} must be lines of the form key: value", f"take the {signs} away")
    sign = "[" if isinstance(node, SequenceNode) else "{"
    hint = _QUOTE_BRACKETS.format(sign) if _flow(node) else f"write {name}: and the text on one line"
    if _is_bare_pair(node):
        hint = "put quotes around text with a colon and a space in it"
    return Wrong("type", f"{_entry(name, path)} must be a single value, not {_what(node)}", hint)


def _scalar_instead(shape: Shape, text: str, name: str, *, in_list: bool) -> Wrong:
    if shape.items is not None:
        return Wrong("type", f"{name} must be a list; {shown(text)} is a single value", _as_list(shape, text, name))
    if shape.properties:
        begin = "- " if in_list else f"{name}: "
        example = f"write {begin}{{{_meant(shape.properties, text)}}}"
        return Wrong("type", f"{shown(text)} stands where {name} has lines of the form key: value", example)
    if shape.properties is not None:
        return Wrong("type", f"{shown(text)} stands where {name} has lines of the form key: value")
    if shape.kind == "number":
        return Wrong("number", f"{shown(text)} is not a whole number", "write whole working days: [2, 4]")
    return Wrong("type", f"{name} can only be empty, which switches it off", f"write {name}: ~, or delete the line")


def _as_list(shape: Shape, text: str, name: str) -> str:
    """The same as a list, where one value makes an entry of it; else what a list looks like there."""
    items = shape.items
    if items is None or len(text) > _SHORT:
        return f"begin each entry of {name} with a dash: - …"
    if items.kind == "number" and isinstance(shape.example, list):
        after = shape.example[0] >= 0 and re.fullmatch(r"[1-9][0-9]*", text)  # others count the days before a date
        least, most = (1, text) if after else shape.example
        return f"write two numbers of working days, at risk and stalled: {name}: [{least}, {most}]"
    if items.properties is not None and (items.kind is None or convert(items.kind, text, quoted=False) is None):
        return f"for example {name}: [{{{_example_entry(shape)}}}]"
    return f"write {name}: [{in_quotes(text) if _NEEDS_QUOTES.search(text) else text}]"


def _example_entry(shape: Shape) -> str:
    """The last entry of a list's example, as it stands in braces."""
    entry = shape.example[-1] if shape.example else {}
    return ", ".join(f"{key}: {value}" for key, value in entry.items())


def _meant(properties: Mapping[str, Shape], text: str) -> str:
    """The key under which `text` would be right, with it; else the first key with its example."""
    for key in sorted(properties, key=_MOST_LIKELY.__contains__, reverse=True):
        shape = properties[key]
        if shape.kind == "choice" and text in shape.choices:
            return f"{key}: {text}"
        if shape.kind in {"moment", "whole"} and convert(shape.kind, text, quoted=False) is not None:
            return f"{key}: {text}"
    key = next((key for key in _FREE_TEXT if key in properties), next(iter(properties)))
    return f"{key}: {text if key in _FREE_TEXT and len(text) <= _SHORT else properties[key].example}"


_MOST_LIKELY = frozenset({"date", "status"})
_FREE_TEXT = ("action",)
_SHORT = 60


def _entry(name: str, path: Path) -> str:
    return f"an entry of {name}" if isinstance(path[-1], int) else name


def _what(node: Node) -> str:
    return "a list" if isinstance(node, SequenceNode) else "a group of keys"


def _is_bare_pair(node: Node) -> bool:
    """Whether a mapping has no braces: `a: b` in a list in brackets."""
    return _flow(node) and isinstance(node, MappingNode) and _begins_with_key(node)


def _begins_with_key(node: MappingNode) -> bool:
    return bool(node.value) and node.value[0][0].start_mark.index == node.start_mark.index


def _flow(node: Node) -> bool:
    return isinstance(node, MappingNode | SequenceNode) and bool(node.flow_style)
