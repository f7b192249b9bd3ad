"""A key that the schema does not know: what the person most likely meant by it."""

from collections.abc import Iterator

from yaml.nodes import Node

from textual_tracker.reading import schema
from textual_tracker.reading.nearest import nearest
from textual_tracker.reading.paths import Path
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.tree import in_flow
from textual_tracker.reading.wording import FEW
from textual_tracker.reading.wrong import Wrong, shown

VERY_CLOSE = 0.75


def unknown_key(kind: schema.Kind, shape: Shape, root: Node, path: Path) -> Wrong:
    """What is wrong with the key at the end of `path`, in a mapping of the shape `shape`."""
    name = str(path[-1])
    where = f" of {path[-2]}" if len(path) > 1 and isinstance(path[-2], str) else ""
    message = f"{shown(name)} is not a key{where}" if name else "a line has no key before its colon"
    return Wrong("unknown_key", message, _hint(kind, shape, root, path))


def meant_key(shape: Shape, name: str) -> str | None:
    """The key of `shape` of which `name` is no doubt a misspelling, `None` where there is doubt."""
    return nearest(name, shape.properties or (), VERY_CLOSE)


def _hint(kind: schema.Kind, shape: Shape, root: Node, path: Path) -> str:
    name, known = str(path[-1]), list(shape.properties or ())
    if name.partition(":")[0] in known and in_flow(root, path[:-1]):
        return f"put a space after the colon: {name.replace(':', ': ', 1)}"
    meant = meant_key(shape, name)
    if meant is not None:
        return f"did you mean {meant}?"
    elsewhere = list(dict.fromkeys(_sections_with(name, schema.shape(kind))))
    if elsewhere and path[:-1] not in {(section,) for section in elsewhere}:
        return f"{name} belongs under {' or '.join(elsewhere)}"
    near = nearest(name, known)
    if near is not None:
        return f"did you mean {near}?"
    listed = ": " + ", ".join(known) if len(known) <= FEW else ""
    return f"known here{listed}; a key of your own begins with x-" if listed else "a key of your own begins with x-"


def _sections_with(name: str, shape: Shape) -> Iterator[str]:
    """The sections of a record that have a key `name`; "" is left out, it is the record itself."""
    for section, child in (shape.properties or {}).items():
        inner = child.items if child.items is not None else child
        if name in (inner.properties or {}):
            yield section
