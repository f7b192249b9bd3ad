"""The text of one file to data that fits its schema: what does not fit is told, and taken out."""

from typing import Any

from textual_tracker.reading import schema
from textual_tracker.reading.data import Data
from textual_tracker.reading.explain import explain
from textual_tracker.reading.paths import Path
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.source import compose


def judge(kind: Kind, written: bytes) -> tuple[str, Data]:
    """The text of a file without its BOM, and its data, in which every field that is in error is absent.

    Raises:
        RefusedError: the file holds no data that could be read.
    """
    text, root, faults = compose(written)
    data = Data(root, schema.shape(kind))
    data.faults += faults
    if not schema.fits(kind, data.value):
        explain(kind, data)
    for path in data.bad:
        _drop(data.value, _what_falls(kind, path))
    return text, data


def _what_falls(kind: Kind, path: Path) -> Path:
    """The field that an error at `path` drops: a list falls as a whole where it means something else without one."""
    in_a_list = bool(path) and isinstance(path[-1], int)
    return path[:-1] if in_a_list and schema.shape_at(kind, path[:-1]).whole else path


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
