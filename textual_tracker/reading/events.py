"""Composing with care: texts that may hold anchors, aliases, tags, or more levels or values than anybody writes.

Builds the same tree as the composer, from events: it never follows an alias, and stops at the first level too deep and
at the first value too many.
"""

from typing import Any, Final

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from textual_tracker.reading.faults import MAX_FAULTS, Fault, RefusedError
from textual_tracker.reading.parser import Parser

MAX_NESTING: Final = 20
MAX_VALUES: Final = 100_000
"""Keys, values, lists and groups of one file: a hundred times what the longest record has."""

_QUOTE_IT = 'if it is meant as text, put quotes around it: "{}…"'


class RefusedNode(ScalarNode):
    """Stands for a value that is not to be used: it has an anchor or a tag, or is an alias."""


def composed_with_care(text: str) -> tuple[Node | None, list[Fault]]:
    """The root of the text's only document, `None` where it is empty, and the faults of its nodes.

    Raises:
        RefusedError: nested too deep, too many values, or several documents.
        yaml.YAMLError: not YAML.
    """
    composer = _CarefulComposer(text)
    return composer.document(), composer.faults


class _CarefulComposer:
    def __init__(self, text: str) -> None:
        self._parser: Any = Parser(text)
        self.faults: list[Fault] = []
        self._values = 0

    def document(self) -> Node | None:
        self._parser.get_event()  # the start of the stream
        if isinstance(self._parser.get_event(), StreamEndEvent):
            return None
        root = self._node(self._parser.get_event(), 0)
        event = self._parser.get_event()
        while isinstance(event, DocumentEndEvent):
            event = self._parser.get_event()
        if not isinstance(event, StreamEndEvent):
            raise RefusedError(several_documents(event.start_mark.index))
        return root

    def _node(self, event: Any, depth: int) -> Node:
        refused, start = self._is_refused(event), event.start_mark
        self._values += 1
        if self._values > MAX_VALUES:
            raise RefusedError(too_many_values(start.index))
        if isinstance(event, AliasEvent):
            return RefusedNode("", "", start, self._end(event))
        if isinstance(event, ScalarEvent):
            kind = RefusedNode if refused else ScalarNode
            return kind("", event.value, start, self._end(event), event.style)
        if depth == MAX_NESTING:
            raise RefusedError(nested_too_deep(start.index))
        grow = self._sequence if isinstance(event, SequenceStartEvent) else self._mapping
        node = grow(event, depth + 1)
        return RefusedNode("", "", start, node.end_mark) if refused else node

    def _sequence(self, start: Any, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := self._parser.get_event(), SequenceEndEvent):
            items.append(self._node(event, depth))
        return SequenceNode("", items, start.start_mark, self._end(event), start.flow_style)

    def _mapping(self, start: Any, depth: int) -> Node:
        pairs: list[tuple[Node, Node]] = []
        while not isinstance(event := self._parser.get_event(), MappingEndEvent):
            key = self._node(event, depth)
            pairs.append((key, self._node(self._parser.get_event(), depth)))
        return MappingNode("", pairs, start.start_mark, self._end(event), start.flow_style)

    @staticmethod
    def _end(event: Any) -> Any:
        """The mark at which an event ends; the parser's type for it is not the one that nodes ask for."""
        return event.end_mark

    def _is_refused(self, event: Any) -> bool:
        """Whether the node is an alias or has an anchor or a tag, which is then a fault."""
        anchor, tag = event.anchor, getattr(event, "tag", None)
        if isinstance(event, AliasEvent):
            self._fault(event, "alias", f"*{anchor} refers to another value; every value must be written out", "*")
        elif anchor is not None:
            self._fault(event, "anchor", f"&{anchor} marks a value for reuse; every value must be written out", "&")
        elif tag is not None:
            self._fault(event, "tag", "a value that begins with ! is a YAML tag; tags are not used here", "!")
        else:
            return False
        return True

    def _fault(self, event: Any, code: str, message: str, sign: str) -> None:
        if len(self.faults) > MAX_FAULTS:
            return
        start = event.start_mark.index
        self.faults.append(Fault(start, start + 1, code, message, _QUOTE_IT.format(sign)))


def several_documents(start: int) -> Fault:
    """The fault of a second document that begins at `start`."""
    message = "a second document begins here; a file holds one record"
    return Fault(start, start + 1, "several_documents", message, "delete a line --- or ..., or make two files of it")


def too_many_values(start: int) -> Fault:
    """The fault of the first value too many, at `start`."""
    message = f"the file has more than {MAX_VALUES:,} values; no record has"
    return Fault(start, start + 1, "too_many", message, "look for what was pasted or repeated by mistake")


def nested_too_deep(start: int) -> Fault:
    """The fault of a level too deep that begins at `start`."""
    message = f"the file is nested more than {MAX_NESTING} levels deep; no record is"
    return Fault(start, start + 1, "nesting", message, "look for brackets or indentation that went wrong")
