"""From an edit to the cuts that make it: what stands on its path decides where in the text it goes."""

from collections.abc import Iterator, Mapping
from typing import Any

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from textual_tracker.editing.edits import Append, Edit, Put, Remove, Value
from textual_tracker.editing.splicing import block, flow
from textual_tracker.editing.splicing.cuts import Way
from textual_tracker.editing.splicing.habits import parts_with_blank
from textual_tracker.editing.splicing.page import Page, is_filled, is_flow
from textual_tracker.editing.splicing.replace import Spot, replace
from textual_tracker.editing.splicing.typed import (
    Typed,
    UnfitError,
    promoted,
    removal,
    rest_of_number,
    typed_at,
)
from textual_tracker.editing.splicing.values import Kept, is_list, on_one_line
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.schema import Kind, shape_at
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.tree import node_at


def ways(kind: Kind, page: Page, edit: Edit) -> Iterator[Way]:
    """The ways to make an edit that changes something, the best first.

    Raises:
        UnfitError: there is no place for it.
        NotTextError: no text file can hold its value.
    """
    if isinstance(edit, Remove):
        return _remove(page, edit.path)
    return _either(kind, page, edit)


def steps(kind: Kind, typed: Typed, edit: Edit) -> Iterator[Edit]:
    """An edit as smaller ones, which leave more of the text alone: a group or list that is there changes in parts."""
    yield from (Remove(rest) for rest in rest_of_number(kind, typed, edit.path))
    if not isinstance(edit, Put):
        yield edit
        return
    now, value, path = typed_at(typed, edit.path), edit.value, edit.path
    if isinstance(now, dict) and now and isinstance(value, Mapping) and value:
        for name in value:
            yield from steps(kind, typed, Put((*path, name), value[name]))
        yield from (Remove((*path, name)) for name in now if name not in value)
    elif isinstance(now, list) and now and is_list(value) and value:
        for number, item in enumerate(value):
            at = (*path, number)
            yield from steps(kind, typed, Put(at, item)) if number < len(now) else [Append(path, item)]
        yield from (Remove((*path, number)) for number in reversed(range(len(value), len(now))))
    else:
        yield edit


def _either(kind: Kind, page: Page, edit: Put | Append) -> Iterator[Way]:
    yield from _write(kind, page, edit)
    yield from _write(kind, page, type(edit)(edit.path, on_one_line(edit.value)))


def _write(kind: Kind, page: Page, edit: Put | Append) -> Iterator[Way]:
    spot, at = _deepest(kind, page, edit.path)
    node, shape = spot.node, spot.shape
    rest = edit.path[len(at) :]
    if not rest and isinstance(edit, Put):
        return replace(page, spot, edit.value)
    if not is_filled(node):
        return replace(page, spot, _nested(rest, edit))
    if isinstance(node, ScalarNode):
        name = promoted(shape)
        if name is None or not rest:
            raise UnfitError(at, f"{dotted(at)} is a single value, so nothing can be put under it")
        return replace(page, spot, {name: _kept(page, node), str(rest[0]): _nested(rest[1:], edit)})
    if isinstance(node, MappingNode):
        return _add_key(kind, page, node, shape, str(rest[0]), _nested(rest[1:], edit))
    entry = _nested(rest[1:], edit) if rest else edit.value
    add: Any = flow.add_entry if is_flow(node) else block.add_entry
    ways_to_add: Iterator[Way] = add(page, node, shape, entry)
    return ways_to_add


def _deepest(kind: Kind, page: Page, path: Path) -> tuple[Spot, Path]:
    """How the last value on `path` stands that is there, and where."""
    at: Path = ()
    shape = shape_at(kind, ())
    spot = Spot(page.root, None, None, page.column(page.root.start_mark.index), is_flow(page.root), True, shape)
    for step in path:
        below = _below(page, spot, step, shape_at(kind, (*at, step)))
        if below is None:
            break
        spot, at = below, (*at, step)
    return spot, at


def _below(page: Page, spot: Spot, step: str | int, shape: Shape) -> Spot | None:
    node = spot.node
    flow_around = bool(getattr(node, "flow_style", False))
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if isinstance(key, ScalarNode) and key.value == step:
                column = page.column(node.start_mark.index)
                return Spot(value, key, page.after_colon(key), column, flow_around, node is page.root, shape)
    if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
        item = node.value[step]
        if flow_around:
            return Spot(item, None, None, 0, True, False, shape)
        dash = page.dashes(node)[step]
        return Spot(item, None, dash + 1, page.column(dash), False, False, shape)
    return None


def _add_key(kind: Kind, page: Page, node: MappingNode, shape: Shape, name: str, value: Value) -> Iterator[Way]:
    if node.flow_style:
        return flow.add_key(page, node, shape, name, value)
    lines = 1 if isinstance(value, int | str) and "\n" not in str(value) else 2
    parted = node is page.root and parts_with_blank(page, kind, name, lines)
    return block.add_key(page, node, shape, name, value, parted=parted)


def _remove(page: Page, path: Path) -> Iterator[Way]:
    whole = removal(page.typed, path)
    if not whole:
        raise UnfitError(path, "nothing would be left in the file")
    node: Any = node_at(page.root, whole[:-1])
    if isinstance(node, SequenceNode):
        number = int(whole[-1])
    else:
        number = next(number for number, (key, _) in enumerate(node.value) if key.value == whole[-1])
    if is_flow(node):
        return flow.remove(page, node, number)
    remove = block.remove_key if isinstance(node, MappingNode) else block.remove_entry
    return remove(page, node, number)


def _nested(rest: Path, edit: Put | Append) -> Value:
    """The edit's value in the groups and lists that its path still asks for."""
    value: Value = [edit.value] if isinstance(edit, Append) else edit.value
    for step in reversed(rest):
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _kept(page: Page, node: ScalarNode) -> str:
    start, end = node.start_mark.index, node.end_mark.index
    if getattr(node, "style", None) in {"|", ">"} or not page.is_one_line(start, end):
        return str(node.value)
    return Kept(node.value, page.text[start:end])
