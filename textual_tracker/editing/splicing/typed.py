"""What is typed in a file, as plain values, and what an edit makes of it: the oracle that a splice is held to."""

from collections.abc import Mapping
from itertools import takewhile
from typing import Any, TypeAlias

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.editing.edits import Append, Edit, Put, Remove, Value
from textual_tracker.reading.commas import GROUP, NUMBER
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.schema import Kind, shape_at
from textual_tracker.reading.shape import Shape

Typed: TypeAlias = Any
"""Groups as dicts, lists as lists, and every scalar as the text that was typed; `None` where nothing was."""

_EMPTY = frozenset({"", "~", "null"})


class UnfitError(Exception):
    """An edit that fits nothing in the file: `path` is where, the message a sentence without the place."""

    def __init__(self, path: Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = path


def is_empty(node: Node) -> bool:
    """Whether nothing is typed at a node: `key:`, `key: ~`, `key: null`."""
    return isinstance(node, ScalarNode) and node.value in _EMPTY and not getattr(node, "style", None)


def as_typed(node: Node) -> Typed:
    """What is typed at a node. Of a key that stands twice the first counts, as in the record."""
    if isinstance(node, MappingNode):
        found: dict[str, Typed] = {}
        for key, value in node.value:
            if isinstance(key, ScalarNode):
                found.setdefault(key.value, as_typed(value))
        return found
    if isinstance(node, SequenceNode):
        return [as_typed(item) for item in node.value]
    return None if is_empty(node) else node.value


def odd_key(node: Node) -> Node | None:
    """The first key under a node that is no word or stands twice, so that an edit would name nothing, or two things."""
    if isinstance(node, ScalarNode):
        return None
    seen = set()
    for item in node.value:
        if isinstance(item, tuple):
            key: Node = item[0]
            if not isinstance(key, ScalarNode) or key.value in seen:
                return key
            seen.add(key.value)
        odd = odd_key(item[1] if isinstance(item, tuple) else item)
        if odd is not None:
            return odd
    return None


def typed_value(value: Value) -> Typed:
    """What is typed where `value` is written."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return {key: typed_value(item) for key, item in value.items()}
    return [typed_value(item) for item in value]


def promoted(shape: Shape) -> str | None:
    """The key of a group that a bare value there stands for (`borrower: Dana Ortiz` is its name), if there is one."""
    return next(iter(shape.properties)) if shape.kind is not None and shape.properties else None


def after(kind: Kind, typed: Typed, edit: Edit) -> Typed:
    """What is typed in a file of `kind` after `edit`; `typed`, as it was before, is not changed.

    Raises:
        UnfitError: the edit names a place that cannot be.
    """
    if not edit.path:
        raise UnfitError((), "a whole file cannot be put, appended or removed")
    for rest in rest_of_number(kind, typed, edit.path):
        typed = _without(typed, rest)
    if isinstance(edit, Remove):
        return _without(typed, edit.path)
    return _with(kind, typed, edit, ())


def rest_of_number(kind: Kind, typed: Typed, path: Path) -> list[Path]:
    """Where the rest of the number at `path` stands that commas cut: `000`, a key, in `{amount: 385,000}`."""
    group, name = typed_at(typed, path[:-1]), path[-1]
    if shape_at(kind, path).kind not in {"whole", "number"} or not isinstance(group, dict):
        return []
    if not NUMBER.fullmatch(str(group.get(name))):
        return []
    behind = list(group)[list(group).index(name) + 1 :]
    return [(*path[:-1], key) for key in takewhile(lambda key: group[key] is None and GROUP.fullmatch(key), behind)]


def typed_at(typed: Typed, path: Path) -> Typed:
    """What is typed at `path`; `None` where nothing is."""
    for step in path:
        if isinstance(typed, dict) and isinstance(step, str):
            typed = typed.get(step)
        elif isinstance(typed, list) and isinstance(step, int) and step < len(typed):
            typed = typed[step]
        else:
            return None
    return typed


def _with(kind: Kind, typed: Typed, edit: Put | Append, at: Path) -> Typed:
    """`typed`, which stands at the path `at`, with the edit in it."""
    rest = edit.path[len(at) :]
    if not rest and isinstance(edit, Put):
        return typed_value(edit.value)
    if not rest:
        return [*_list(typed, at), typed_value(edit.value)]
    step = rest[0]
    if isinstance(step, int):
        items = _list(typed, at)
        if step > len(items):
            raise UnfitError(at, f"{dotted(at)} has no entry {step}; it has {len(items)}")
        below = items[step] if step < len(items) else None
        return [*items[:step], _with(kind, below, edit, (*at, step)), *items[step + 1 :]]
    group = _group(kind, typed, at)
    return {**group, step: _with(kind, group.get(step), edit, (*at, step))}


def _list(typed: Typed, at: Path) -> list[Typed]:
    if typed is None or typed == {}:
        return []
    if not isinstance(typed, list):
        raise UnfitError(at, f"{dotted(at)} is no list, so nothing can be added to it")
    return typed


def _group(kind: Kind, typed: Typed, at: Path) -> dict[str, Typed]:
    if typed is None or typed == []:
        return {}
    if isinstance(typed, dict):
        return typed
    key = promoted(shape_at(kind, at))
    if isinstance(typed, list) or key is None:
        raise UnfitError(at, f"{dotted(at)} is no group of keys, so no key can be put into it")
    return {key: typed}


def _without(typed: Typed, path: Path) -> Typed:
    """`typed` without what stands at `path`, and without the groups and lists that are empty then."""
    step, rest = path[0], path[1:]
    if isinstance(typed, dict) and step in typed:
        below = _without(typed[step], rest) if rest else None
        if rest and (below == typed[step] or not _is_emptied(below)):
            return {**typed, step: below}
        return {key: value for key, value in typed.items() if key != step}
    if isinstance(typed, list) and isinstance(step, int) and step < len(typed):
        below = _without(typed[step], rest) if rest else None
        if rest and (below == typed[step] or not _is_emptied(below)):
            return [*typed[:step], below, *typed[step + 1 :]]
        return [*typed[:step], *typed[step + 1 :]]
    return typed


def _is_emptied(typed: Typed) -> bool:
    return typed in ({}, [])


def removal(typed: Typed, path: Path) -> Path:
    """The path of what goes with `path`: the groups and lists that hold nothing else go as well; `()`: all of it."""
    for length in range(1, len(path) + 1):
        if _is_emptied(_without(typed_at(typed, path[: length - 1]), path[length - 1 :])):
            return path[: length - 1]
    return path
