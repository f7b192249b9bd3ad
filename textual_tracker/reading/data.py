"""A tree of nodes to the data that a schema judges: text as typed, converted where the schema asks for it.

Empty values are absent. A scalar that is not of its kind is a fault here, and stays in the data as text, so that
the schema does not call it missing as well. The person's own `x-` keys are gathered apart.
"""

from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.reading.commas import cut_number
from textual_tracker.reading.events import MAX_NESTING, nested_too_deep
from textual_tracker.reading.faults import MAX_FAULTS, Fault, RefusedError
from textual_tracker.reading.paths import Path, dotted
from textual_tracker.reading.scalars import convert, is_flag, moment
from textual_tracker.reading.shape import OWN_KEY, Shape
from textual_tracker.reading.wrong import Wrong, shown, wrong

_EMPTY = frozenset({"", "~", "null"})


class Data:
    """The data of one file.

    `value` is the data, `faults` what is wrong with it, and `bad` the paths whose values are not to be used. `extra`
    holds the person's own keys as (dotted path, text). `free` are the texts that nothing else has judged.
    """

    __slots__ = ("_unknown_keys", "bad", "extra", "faults", "free", "root", "value")

    def __init__(self, root: MappingNode, shape: Shape) -> None:
        self.root = root
        self.faults: list[Fault] = []
        self.bad: set[Path] = set()
        self.extra: list[tuple[str, str]] = []
        self.free: list[str] = []
        self._unknown_keys = 0
        self.value: dict[str, Any] = self._mapping(root, shape, ())

    @property
    def is_full(self) -> bool:
        """Whether more faults were found than are told."""
        return len(self.faults) > MAX_FAULTS

    def blame(self, path: Path, node: Node, wrong: Wrong) -> None:
        """Note what is wrong with the value at `path`, which is then not to be used."""
        self.bad.add(path)
        self.blame_node(node, wrong.code, wrong.message, wrong.hint, path)

    def blame_node(self, node: Node, code: str, message: str, hint: str, path: Path) -> None:
        """Note a fault that stands at `node`."""
        if not self.is_full:
            fault = Fault(node.start_mark.index, node.end_mark.index, code, message, hint, dotted(path))
            self.faults.append(fault)

    def _mapping(self, node: MappingNode, shape: Shape, path: Path) -> dict[str, Any]:  # noqa: C901 - see below
        """One loop without calls for what is common: a record has sixty keys, and a journal ten thousand records."""
        data: dict[str, Any] = {}
        absent: list[str] = []
        known = shape.properties or {}
        for key, value in node.value:
            name = key.value
            if key.__class__ is not ScalarNode or name in data:
                self._blame_key(node, key, shape, path)
                continue
            child = known.get(name)
            if child is None:
                child = self._unknown(node, key, value, shape, path)
                if child is None:
                    data[name] = None
                    if name.startswith(OWN_KEY) or self._unknown_keys > MAX_FAULTS + 1:
                        absent.append(name)
                    continue
            if value.__class__ is not ScalarNode:
                data[name] = self._collection(value, child, (*path, name))
                continue
            typed = value.value
            if typed in _EMPTY and not value.style:
                data[name] = None
                if not child.off:
                    absent.append(name)
            elif child.kind == "text":
                data[name] = typed
                self.free.append(typed)
            elif child.kind == "choice" or (child.kind == "moment" and moment(typed) is not None):
                data[name] = typed
            else:
                data[name] = self._scalar(value, child, (*path, name))
        for name in absent:
            del data[name]
        return data

    def _unknown(self, parent: MappingNode, key: ScalarNode, value: Node, shape: Shape, path: Path) -> Shape | None:
        """The shape of a key that the schema does not name; `None` where it is the person's own, or nobody's."""
        name: str = key.value
        self.free.append(name)
        if name.startswith(OWN_KEY):
            self._own(value, (*path, name))
            return None
        self._blame_cut_number(parent, key, shape, path)
        if shape.other is None:
            self._unknown_keys += 1
            _refuse_if_deep(value, len(path) + 1)
        return shape.other

    def _collection(self, node: Node, shape: Shape, path: Path) -> Any:
        if isinstance(node, MappingNode) and shape.properties is not None:
            return self._mapping(node, shape, path)
        if isinstance(node, SequenceNode) and shape.items is not None:
            return self._sequence(node, shape.items, path)
        _refuse_if_deep(node, len(path))
        if isinstance(node, ScalarNode):
            self.bad.add(path)  # refused by the composer, and told
        return [] if isinstance(node, SequenceNode) else {}

    def _sequence(self, node: SequenceNode, shape: Shape, path: Path) -> list[Any]:
        items: list[Any] = []
        for index, item in enumerate(node.value):
            if item.__class__ is not ScalarNode:
                items.append(self._collection(item, shape, (*path, index)))
            elif item.value in _EMPTY and not item.style:
                items.append(None)
            else:
                items.append(self._scalar(item, shape, (*path, index)))
        return items

    def _scalar(self, node: ScalarNode, shape: Shape, path: Path) -> Any:
        typed = node.value
        if shape.kind is None or (shape.choices and not is_flag(typed)):
            return typed  # the schema has the last word
        converted = convert(shape.kind, typed, quoted=bool(node.style))
        if converted is None:
            self.bad.add(path)
            if not self.is_full:
                self.blame(path, node, wrong(shape.kind, typed, quoted=bool(node.style)))
            return typed
        if shape.kind == "text":
            self.free.append(typed)
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

    def _blame_cut_number(self, parent: MappingNode, key: ScalarNode, shape: Shape, path: Path) -> bool:
        """Whether `key` is no key, but digits of the number before it, `{amount: 385,000}`; the number then falls."""
        cut = cut_number(parent, key, shape)
        if cut is None:
            return False
        name, node, what = cut
        field = dotted((*path, name))
        self.faults = [fault for fault in self.faults if fault.field != field]  # what its first digits alone were told
        self.blame((*path, name), node, what)
        return True

    def _blame_key(self, parent: MappingNode, key: Node, shape: Shape, path: Path) -> None:
        if not isinstance(key, ScalarNode):
            _refuse_if_deep(key, len(path) + 1)
            message = "a key must be a plain word, such as name"
            self.blame_node(key, "key", message, "put quotes around text that holds brackets", path)
        elif key.__class__ is ScalarNode and not self.is_full and not self._blame_cut_number(parent, key, shape, path):
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
