"""What the schema does not allow, as faults: with the place of the node concerned, a sentence and a hint."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import Final, TypeAlias

from yaml.nodes import Node, ScalarNode

from textual_tracker.reading import schema
from textual_tracker.reading.commas import cut_by_comma
from textual_tracker.reading.data import Data
from textual_tracker.reading.faults import MAX_FAULTS
from textual_tracker.reading.nearest import nearest
from textual_tracker.reading.paths import Path
from textual_tracker.reading.schema import Complaint, Kind
from textual_tracker.reading.shape import Shape
from textual_tracker.reading.tree import key_at, node_at
from textual_tracker.reading.types import wrong_type
from textual_tracker.reading.unknown import meant_key, unknown_key
from textual_tracker.reading.wording import a_value_of, one_of, with_article
from textual_tracker.reading.wrong import Wrong, shown

Trouble: TypeAlias = tuple[Path, Node, Wrong]
"""The path that falls, the node that the problem points at, and what is wrong."""


def explain(kind: Kind, data: Data) -> None:
    """Add to `data` what its schema does not allow in it, but for what was found wrong there before."""
    wrong = schema.wrong_paths(kind, data.value)
    told = list(islice(wrong, MAX_FAULTS))
    complaints = list(islice(schema.complaints(kind, data.value, told), MAX_FAULTS + 1))
    _forgive_misspelt(kind, data, complaints)
    for complaint in complaints:
        at = complaint.path
        if any(at[:length] in data.bad for length in range(len(at) + 1)):
            continue
        for path, node, trouble in _EXPLAINERS.get(complaint.keyword, _other)(kind, data.root, complaint):
            if path not in data.bad:
                data.blame(path, node, trouble)
    data.bad |= {path for path, falls in islice(wrong.items(), MAX_FAULTS, None) if falls}


def _forgive_misspelt(kind: Kind, data: Data, complaints: list[Complaint]) -> None:
    """A key that is misspelt is not missing as well."""
    for complaint in complaints:
        if complaint.keyword == "additionalProperties":
            shape = schema.shape_at(kind, complaint.path)
            names = (meant_key(shape, name) for name in islice(_unknown_names(shape, complaint), MAX_FAULTS))
            data.bad |= {(*complaint.path, name) for name in names if name is not None and name not in complaint.value}


def _unknown_names(shape: Shape, complaint: Complaint) -> Iterator[str]:
    known = shape.properties or {}
    return (name for name in complaint.value if name not in known)


def _other(kind: Kind, root: Node, complaint: Complaint) -> Iterable[Trouble]:
    at = complaint.path
    node = node_at(root, at) or root
    if complaint.keyword == "type" or isinstance(complaint.value, dict | list):
        yield at, node, wrong_type(schema.shape_at(kind, at), node, at)
    else:
        yield at, node, Wrong("type", f"{shown(str(complaint.value))} is not written as this should be")


def _enum(kind: Kind, root: Node, complaint: Complaint) -> Iterable[Trouble]:
    node = node_at(root, complaint.path)
    if not isinstance(node, ScalarNode):
        yield from _other(kind, root, complaint)
        return
    words = [str(word) for word in complaint.wanted if word is not None and not isinstance(word, bool)]
    near = nearest(node.value, words)
    hint = f"did you mean {near}?" if near else one_of(words)
    yield complaint.path, node, Wrong("enum", f"{shown(node.value)} is not {a_value_of(complaint.path)}", hint)


def _range(_kind: Kind, root: Node, complaint: Complaint) -> Iterable[Trouble]:
    bound = "less than" if complaint.keyword == "minimum" else "more than"
    wrong = Wrong(
        "range", f"{complaint.value} is {bound} {complaint.wanted}", "a share lies between 0 and 1: 0.6 is 60%"
    )
    yield complaint.path, node_at(root, complaint.path) or root, wrong


def _length(_kind: Kind, root: Node, complaint: Complaint) -> Iterable[Trouble]:
    hint = "write [2, 4], or ~ for one that is switched off"
    wrong = Wrong("type", "a limit is two numbers of working days: at risk, stalled", hint)
    yield complaint.path, node_at(root, complaint.path) or root, wrong


def _empty(_kind: Kind, root: Node, complaint: Complaint) -> Iterable[Trouble]:
    wrong = Wrong("missing", f"{complaint.path[-1]} is empty", "write a name")
    yield complaint.path, node_at(root, complaint.path) or root, wrong


def _required(kind: Kind, root: Node, complaint: Complaint) -> Iterable[Trouble]:
    at = complaint.path
    shape, key = schema.shape_at(kind, at), key_at(root, at)
    who = "journal.yaml" if kind == "journal" and not at else _who(shape, kind, complaint)
    for name in complaint.wanted:
        if name not in complaint.value:
            yield (*at, name), key, Wrong("missing", f'{who} needs "{name}"', _example(shape, name))


def _who(shape: Shape, kind: Kind, complaint: Complaint) -> str:
    noun = with_article((shape.title or kind).lower())
    condition = schema.condition(kind, complaint.schema_path)
    return f"{noun} with {condition}" if condition else noun


def _example(shape: Shape, name: str) -> str:
    child = (shape.properties or {}).get(name)
    example = child.example if child is not None else None
    return f"for example {name}: {example}" if isinstance(example, str | int) else ""


def _unknown(kind: Kind, root: Node, complaint: Complaint) -> Iterator[Trouble]:
    shape = schema.shape_at(kind, complaint.path)
    for name in islice(_unknown_names(shape, complaint), MAX_FAULTS + 1):
        path = (*complaint.path, name)
        cut = cut_by_comma(root, path, shape)
        if cut is not None:
            yield cut
        else:
            yield path, key_at(root, path), unknown_key(kind, shape, root, path)


_EXPLAINERS: Final[Mapping[str, Callable[[Kind, Node, Complaint], Iterable[Trouble]]]] = MappingProxyType({
    "additionalProperties": _unknown,
    "required": _required,
    "enum": _enum,
    "minimum": _range,
    "maximum": _range,
    "minItems": _length,
    "maxItems": _length,
    "minLength": _empty,
})  # fmt: skip
