"""One file's bytes to one record and its problems. The door of this floor: it never raises for anything in a file."""

from typing import Any

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.reading import schema
from textual_tracker.reading.data import Data, Path
from textual_tracker.reading.encoding import BOM, is_utf16_or_32
from textual_tracker.reading.explain import explain
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.records import RECORD_OF, Record
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.source import MAX_BYTES, compose
from textual_tracker.reading.telling import tell


class Reading(Struct, frozen=True):
    """What one file holds.

    `record` is `None` where the file cannot be read at all, or tells no name or no day; `problems` then say why.
    """

    record: Record | None
    problems: tuple[Problem, ...]


def read(kind: Kind, path: str, data: bytes) -> Reading:
    """Read the file at `path` (relative to the journal, with forward slashes), which holds `data`."""
    try:
        text, root, faults = compose(data)
        judged = Data(root, schema.shape(kind))
    except RefusedError as refused:
        return Reading(None, tell(path, _readable(data), refused.faults))
    judged.faults += faults
    if not schema.fits(kind, judged.value):
        explain(kind, judged)
    for at in judged.bad:
        _drop(judged.value, _what_falls(kind, at))
    record = RECORD_OF[kind](path, judged)
    return Reading(record, tell(path, text, judged.faults) if judged.faults else ())


def _readable(data: bytes) -> str:
    """As much of a refused file as an excerpt needs."""
    if is_utf16_or_32(data):
        return ""
    return data[:MAX_BYTES].decode("utf-8", "replace").removeprefix(BOM)


def _what_falls(kind: Kind, path: Path) -> Path:
    """The field that an error at `path` drops: a pair of limits falls as a whole, half of it means something else."""
    in_a_pair = bool(path) and isinstance(path[-1], int) and schema.shape_at(kind, path).off
    return path[:-1] if in_a_pair else path


def _drop(value: Any, path: Path) -> None:
    """Take the value at `path` out of the data; the other entries of a list keep their places."""
    for element in path[:-1]:
        if not _has(value, element):
            return
        value = value[element]
    if not path or not _has(value, path[-1]):
        return
    if isinstance(value, dict):
        del value[path[-1]]
    else:
        value[path[-1]] = None


def _has(value: Any, element: str | int) -> bool:
    if isinstance(value, list):
        return isinstance(element, int) and element < len(value)
    return isinstance(value, dict) and element in value
