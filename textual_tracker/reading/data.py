"""A tree of nodes to the data that a schema judges: text as typed, converted where the schema asks for it.

Empty values are absent. A scalar that is not of its kind is a fault here, and stays in the data as text, so that
the schema does not call it missing as well. The person's own `x-` keys are gathered apart.
"""

from typing import Any, Final, TypeAlias

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.reading.events import MAX_NESTING, nested_too_deep
from textual_tracker.reading.faults import Fault, RefusedError
from textual_tracker.reading.scalars import Wrong, convert, is_flag, shown
from textual_tracker.reading.shape import OWN_KEY, Shape

Path: TypeAlias = tuple[str | int, ...]
MAX_FAULTS: Final = 100
"""What is told about one file; whoever broke more lines than that broke one thing."""

_EMPTY = frozenset({"", "~", "null"})
_AS_TYPED = frozenset({"text", "choice"})


class Data:
    """The data of one file, its faults, the paths at which they lie, and the person's own keys."""

    __slots__ = ("bad", "extra", "faults", "found", "root", "value")

    def __init__(self, root: MappingNode, shape: Shape) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.bad: set[Path] = set()
        self.extra: list[tuple[str, str]] = []
        self.value: dict[str, Any] = self._mapping(root, shape, ())

    def is_new(self, path: Path) -> bool:
        """Whether nothing was blamed at `path` yet; from now on something is."""
        new = path not in self.bad
        self.bad.add(path)
        return new

    def blame(self, path: Path, node: Node, wrong: Wrong) -> None:
        """Note what is wrong with the value at `path`, which is then not to be used."""
        self.bad.add(path)
        self.blame_node(node, wrong.code, wrong.message, wrong.hint, path)

    def blame_node(self, node: Node, code: str, message: str, hint: str, path: Path) -> None:
        """Note a fault that stands at `node`."""
        if len(self.faults) <= MAX_FAULTS:
            fault = Fault(node.start_mark.index, node.end_mark.index, code, message, hint, dotted(path))
            self.faults.append(fault)

    def _mapping(self, node: MappingNode, shape: Shape, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: set[str] = set()
        known = shape.properties or {}
        for key, value in node.value:
            name = key.value
            if key.__class__ is not ScalarNode or key.tag or name in seen:
                self._blame_key(key, path)
                continue
            seen.add(name)
            child = known.get(name)
            if child is None:
                if name.startswith(OWN_KEY):
                    self._own(value, (*path, name))
                    continue
                child = shape.other
            if child is None:
                _refuse_if_deep(value, len(path) + 1)
                data[name] = None
            elif value.__class__ is not ScalarNode:
                data[name] = self._collection(value, child, (*path, name))
            elif value.style or value.value not in _EMPTY:
                as_typed = child.kind in _AS_TYPED and not value.tag
                data[name] = value.value if as_typed else self._scalar(value, child, (*path, name))
            elif child.off:
                data[name] = None
        return data

    def _collection(self, node: Node, shape: Shape, path: Path) -> Any:
        if node.tag:
            self.bad.add(path)
        elif isinstance(node, MappingNode) and shape.properties is not None:
            return self._mapping(node, shape, path)
        elif isinstance(node, SequenceNode) and shape.items is not None:
            return self._sequence(node, shape.items, path)
        _refuse_if_deep(node, len(path))
        return {} if isinstance(node, MappingNode) else []

    def _sequence(self, node: SequenceNode, shape: Shape, path: Path) -> list[Any]:
        items: list[Any] = []
        for index, item in enumerate(node.value):
            if item.__class__ is not ScalarNode:
                items.append(self._collection(item, shape, (*path, index)))
            elif not item.style and item.value in _EMPTY:
                items.append(None)
            else:
                items.append(self._scalar(item, shape, (*path, index)))
        return items

    def _scalar(self, node: ScalarNode, shape: Shape, path: Path) -> Any:
        if node.tag:
            self.bad.add(path)
            return node.value
        if shape.kind is None or (shape.choices and not is_flag(node.value)):
            return node.value  # the schema has the last word
        converted = convert(shape.kind, node.value, quoted=bool(node.style))
        if isinstance(converted, Wrong):
            self.blame(path, node, converted)
            return node.value
        return converted

    def _own(self, node: Node, path: Path) -> None:
        """Gather what stands under a key of the person's own, each scalar with its dotted path."""
        if isinstance(node, ScalarNode):
            self.extra.append((dotted(path), node.value))
            return
        if len(path) >= MAX_NESTING:
            raise RefusedError(nested_too_deep(node.start_mark.index))
        if isinstance(node, SequenceNode):
            for index, item in enumerate(node.value):
                self._own(item, (*path, index))
        elif isinstance(node, MappingNode):
            for key, value in node.value:
                self._own(value, (*path, key.value if isinstance(key, ScalarNode) else "?"))

    def _blame_key(self, key: Node, path: Path) -> None:
        if not isinstance(key, ScalarNode):
            _refuse_if_deep(key, len(path) + 1)
            message = "a key must be a plain word, such as name"
            self.blame_node(key, "key", message, "put quotes around text that holds brackets", path)
        elif not key.tag:
            message = f"{shown(key.value)} stands here twice; the first one counts"
            self.blame_node(key, "duplicate_key", message, "keep one of the two", (*path, key.value))


def _refuse_if_deep(node: Node, depth: int) -> None:
    """Refuse a nesting that nobody writes, where no shape has set a limit to it."""
    if isinstance(node, ScalarNode):
        return
    if depth >= MAX_NESTING:
        raise RefusedError(nested_too_deep(node.start_mark.index))
    for item in node.value:
        for child in item if isinstance(item, tuple) else (item,):
            _refuse_if_deep(child, depth + 1)


def dotted(path: Path) -> str:
    """A path as a person reads it: `contact_attempts[2].date`."""
    text = ""
    for element in path:
        text += f"[{element}]" if isinstance(element, int) else f".{element}"
    return text.removeprefix(".")
