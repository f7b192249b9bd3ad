"""Edits of wild texts, what they are to do by a model of their own, and what must hold of the text afterwards."""

from collections.abc import Mapping
from random import Random
from typing import Any

import yaml
from yaml.nodes import ScalarNode

from tests.editing.splicing.wild import LONG, TEXTS, Wild, paths
from textual_tracker.editing.edits import Append, Edit, Put, Remove
from textual_tracker.editing.splicing.typed import as_typed
from textual_tracker.reading.paths import Path
from textual_tracker.reading.schema import Kind, shape, shape_at
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.source import compose
from textual_tracker.reading.tree import key_at, node_at

LISTS: Mapping[Kind, list[Path]] = {
    "referral": [("contact_attempts",), ("partner_updates",), ("tags",), ("appointment", "earlier"), ("log",)],
    "activity": [],
    "partner": [("touches",)],
    "journal": [("holidays",), ("activities",), ("week", "mon")],
}


def an_edit(random: Random, wild: Wild, kind: Kind) -> Edit:
    """Any edit that makes sense for the data."""
    every = list(paths(wild.data))
    if random.random() < 0.25:
        return Remove(random.choice(every))
    lists = [path for path in every if isinstance(at(wild.data, path), list)] * 2
    lists += [path for path in LISTS[kind] if _can_hold_list(wild.data, path)]
    if lists and random.random() < 0.4:
        path = random.choice(lists)
        takes = tuple(random.sample(every, min(len(every), random.choice([0, 0, 1, 3]))))
        return Append(path, _value(random, wild, shape_at(kind, (*path, 0))), takes)
    if random.random() < 0.5:
        path = random.choice(every)
        return Put(path, _value(random, wild, shape_at(kind, path)))
    groups = [(), *(path for path in every if _can_hold_keys(kind, path, at(wild.data, path)))]
    path = random.choice(groups)
    names = list(shape_at(kind, path).properties or {"open_houses": Shape()})
    name = random.choice([*names, "x-new"])
    return Put((*path, name), _value(random, wild, shape_at(kind, (*path, name))))


def expected(data: Any, edit: Edit) -> Any:
    """What is typed after the edit."""
    if isinstance(edit, Remove):
        return _without(data, edit.path)
    if isinstance(edit, Append):
        return _put(data, edit.path, [*(at(data, edit.path) or []), typed(edit.value)])
    return _put(data, edit.path, typed(edit.value))


def removed(data: Any, path: Path) -> Path:
    """What goes with a path: the groups and lists that hold nothing else."""
    while len(path) > 1 and len(at(data, path[:-1])) == 1:
        path = path[:-1]
    return path


def typed(value: Any) -> Any:
    """A value of an edit as it is typed."""
    if isinstance(value, Mapping):
        return {name: typed(item) for name, item in value.items()}
    if isinstance(value, list):
        return [typed(item) for item in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def at(data: Any, path: Path) -> Any:
    """What stands at a path, `None` where nothing does."""
    for step in path:
        try:
            data = data[step]
        except (KeyError, TypeError, IndexError):
            return None
    return data


def check(kind: Kind, before: bytes, after: bytes, wild: Wild, edit: Edit) -> None:
    """Everything that must hold of a splice."""
    text, old, _ = compose(before)
    new_text, new, faults = compose(after)
    assert not faults
    assert as_typed(new) == expected(wild.data, edit)
    assert after.startswith(b"\xef\xbb\xbf") is before.startswith(b"\xef\xbb\xbf")
    for comment in wild.comments:
        assert comment not in text or comment in new_text, comment
    _check_tails(text, new_text, old, wild, edit)
    _check_lines(text, new_text, old, wild, edit)
    if not isinstance(edit, Remove):
        _check_other_readers(kind, new_text, edit, at(wild.data, edit.path))


def _check_tails(before: str, after: str, root: Any, wild: Wild, edit: Edit) -> None:
    """No comment behind a value is lost, or comes to stand behind another than the edit names."""
    free = {number for path in getattr(edit, "takes", ()) for number in _lines(before, root, path)}
    if not isinstance(edit, Remove):
        free |= set(_changed_lines(before, root, edit))
    for tail in (tail for tail in wild.tails if tail in before):
        at = before.index(tail)
        if before.count("\n", 0, at) in free:
            assert tail.removeprefix("# ") in after, tail
            continue
        assert after.count(tail) == 1, tail
        found, stood = _in_front(after, after.index(tail)), _in_front(before, at)
        if stood and found and stood[-1] not in "-]}":
            assert found.split(" ")[-1].endswith(stood.split(" ")[-1].lstrip("-[{")), tail


def _in_front(text: str, at: int) -> str:
    """What stands before `at` on its line, without blanks and commas at its end."""
    return text[text.rfind("\n", 0, at) + 1 : at].strip(" \t,\ufeff")


def _lines(text: str, root: Any, path: Path) -> range:
    """The numbers of the lines of what stands at `path`."""
    key, node = key_at(root, path), node_at(root, path)
    if node is None:
        return range(0)
    first = text.count("\n", 0, key.start_mark.index)
    last = text.count("\n", 0, max(key.end_mark.index, node.end_mark.index))
    return range(first, last + 1)


def _changed_lines(text: str, root: Any, edit: Put | Append) -> range:
    """The lines of a value that is written anew."""
    deepest = next(edit.path[:length] for length in range(len(edit.path), -1, -1) if node_at(root, edit.path[:length]))
    node: Any = node_at(root, deepest)
    is_anew = isinstance(node, ScalarNode) or not node.value or (isinstance(edit, Put) and deepest == edit.path)
    return _lines(text, root, deepest) if is_anew else range(0)


def _check_lines(before: str, after: str, root: Any, wild: Wild, edit: Edit) -> None:
    """No line is another but those of what the edit names."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    while old and new and old[0] == new[0]:
        del old[0], new[0]
    while old and new and old[-1] == new[-1]:
        del old[-1], new[-1]
    deepest = next(edit.path[:length] for length in range(len(edit.path), -1, -1) if node_at(root, edit.path[:length]))
    node, key = node_at(root, deepest), key_at(root, deepest)
    own = 2
    if isinstance(edit, Remove):
        gone = removed(wild.data, edit.path)
        own += isinstance(gone[-1], int)  # its dash may have a line of its own
        node, key = node_at(root, gone), key_at(root, gone)
    if node is not None and (isinstance(node, ScalarNode) or (deepest == edit.path and not isinstance(edit, Append))):
        own += before.count("\n", key.start_mark.index, node.end_mark.index)
    elif node is not None and getattr(node, "flow_style", False):
        own += 1
    changed = [line for line in old if line.strip() and line.strip() not in wild.comments]
    if takes := getattr(edit, "takes", ()):  # which may lie far from each other
        changed = [line for line in changed if line not in new]
        own += sum(len(_lines(before, root, path)) for path in takes)
    assert len(changed) <= own, (old, new)
    if "\n" in before.replace("\r\n", ""):
        return
    assert "\n" not in after.replace("\r\n", "") or "\r\n" not in before


def _check_other_readers(kind: Kind, text: str, edit: Put | Append, before: Any) -> None:
    """Readers of YAML 1.1 read what was written as the text that it is."""
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        try:
            data = yaml.load(text, loader)  # noqa: S506 - both are safe loaders
        except (yaml.YAMLError, ValueError):
            continue  # the wild text itself is none for this reader
        found, shape = at(data, edit.path), shape_at(kind, edit.path)
        if isinstance(edit, Append):
            _same(found[-1], edit.value, shape.items or Shape(), None)
        else:
            _same(found, edit.value, shape, before)


def _same(found: Any, value: Any, shape: Shape, before: Any) -> None:
    """A text that was written is found again; one that stood there before stays as somebody typed it."""
    if isinstance(value, Mapping):
        for name, item in value.items():
            _same(found[name], item, (shape.properties or {}).get(name, Shape()), at(before, (name,)))
    elif isinstance(value, str) and shape.kind == "text" and value != before:
        assert found == value, (found, value)


def _value(random: Random, wild: Wild, shape: Shape) -> Any:
    if shape.items is not None:
        return [_value(random, wild, shape.items) for _ in range(random.randint(0, 2))]
    if shape.properties is not None and not (shape.kind is not None and random.random() < 0.3):
        names = random.sample(list(shape.properties), min(len(shape.properties), random.randint(1, 4)))
        return {name: _value(random, wild, shape.properties[name]) for name in names}
    if shape.kind == "whole":
        return random.randint(0, 900000)
    if shape.kind == "flag":
        return random.random() < 0.5
    if shape.kind is None:
        return random.choice(LONG + TEXTS)
    return wild.scalar(shape)


def _can_hold_list(data: Any, path: Path) -> bool:
    above = at(data, path[:-1])
    return (above is None or isinstance(above, dict)) and isinstance(at(data, path), list | None)


def _can_hold_keys(kind: Kind, path: Path, value: Any) -> bool:
    known = shape_at(kind, path)
    if known.properties is None or isinstance(value, list):
        return False
    return known.kind is not None or isinstance(value, dict) or value is None


def _put(data: Any, path: Path, value: Any, above: Path = ()) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        return [*data[:step], _put(data[step], rest, value, (*above, step)), *data[step + 1 :]]
    if isinstance(data, str):
        data = {"name" if above == ("borrower",) else "date": data}
    return {**(data or {}), step: _put((data or {}).get(step), rest, value, (*above, step))}


def _without(data: Any, path: Path) -> Any:
    """The data without a path; groups and lists that it leaves empty go too."""
    step, rest = path[0], path[1:]
    inner = _without(data[step], rest) if rest else None
    if inner:
        if isinstance(data, dict):
            return {**data, step: inner}
        return [inner if number == step else item for number, item in enumerate(data)]
    if isinstance(data, dict):
        return {name: item for name, item in data.items() if name != step}
    return [item for number, item in enumerate(data) if number != step]


def wild_record(random: Random, kind: Kind) -> tuple[Wild, bytes]:
    """A record in a wild style, with its bytes."""
    wild = Wild(random, shape(kind))
    bom = b"\xef\xbb\xbf" if random.random() < 0.1 else b""
    return wild, bom + wild.text().encode()
