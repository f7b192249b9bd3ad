"""Fields of a record by the names that people use: the dotted path, or its last name where only one field has it."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from textual_tracker.editing.repeated import either, repeated
from textual_tracker.errors import UsageError
from textual_tracker.reading.nearest import nearest, spelled
from textual_tracker.reading.paths import Path, dotted, path_of
from textual_tracker.reading.schema import Kind, shape
from textual_tracker.reading.shape import OWN_KEY, Shape

_MEANT: Final[Mapping[Kind, Mapping[str, Path]]] = MappingProxyType({
    "referral": MappingProxyType({
        "borrower": ("borrower", "name"),
        "amount": ("loan", "amount"),
        "tag": ("tags",),
    }),
})  # fmt: skip
"""Names that the schema alone does not settle."""
SHORTEST: Final = 3
"""Letters with which the name of a field is told."""
_NAME: Final = r"[^.\[\]\s]+(?:\[[0-9]{1,6}\])*"
_FORM = re.compile(rf"{_NAME}(?:\.{_NAME})*")


def field_path(kind: Kind, typed: str) -> Path:
    """The path of the field that `typed` names: `loan.amount`, `amount`, `contact_attempts[2].note`, `x-lead`.

    Raises:
        UsageError: there is no such field, or several have the name.
    """
    if not _FORM.fullmatch(typed) or not typed.isprintable():
        raise UsageError(f"{repeated(typed)} names no field; write it like loan.amount or contact_attempts[0].note")
    path = _beginning(kind, path_of(typed))
    found, walked = shape(kind), Path()
    for element in path:
        if is_own(walked):
            walked = (*walked, element)
            continue
        known = _within(kind, typed, found, walked, element)
        walked = (*walked, known)
        inner = found.items if isinstance(known, int) else (found.properties or {}).get(known, found.other)
        found = inner or Shape()
    return walked


def is_own(path: Path) -> bool:
    """Whether a path leads to one of the person's own keys, or into it."""
    return any(isinstance(element, str) and element.startswith(OWN_KEY) for element in path)


@cache
def short_names(kind: Kind) -> Mapping[str, tuple[Path, ...]]:
    """The fields within groups by their last names; some names are those of several."""
    found: dict[str, tuple[Path, ...]] = {}
    for group, name in _grouped(shape(kind)):
        found[name] = (*found.get(name, ()), (group, name))
    return MappingProxyType(found)


def _grouped(whole: Shape) -> Iterator[tuple[str, str]]:
    for group, inner in (whole.properties or {}).items():
        for name, field in (inner.properties or {}).items():
            if field.kind is not None:
                yield group, name


def _beginning(kind: Kind, path: Path) -> Path:
    """The path with a short name at its beginning made whole."""
    name = spelled(str(path[0]))
    meant = _MEANT.get(kind, {}).get(name)
    if meant is not None and len(path) == 1:
        return meant
    if name in (shape(kind).properties or {}):
        return path
    paths = short_names(kind).get(name, ())
    if len(paths) > 1:
        raise UsageError(f"{repeated(name)} may be {either(map(dotted, paths))}; write which")
    return (*paths[0], *path[1:]) if paths else path


def _within(kind: Kind, typed: str, found: Shape, walked: Path, element: str | int) -> str | int:
    """The element as the schema knows it, in what stands at `walked`."""
    if isinstance(element, int):
        if found.items is None:
            raise UsageError(f"{dotted(walked)} is no list, so it has no {dotted((*walked, element))}")
        return element
    if found.properties is None and found.other is None:
        entry = f": write {dotted((*walked, 0, element))}" if found.items is not None else ""
        what = "is a list of entries" if entry else "holds no other fields"
        raise UsageError(f"{dotted(walked)} {what}{entry}")
    known = found.properties or {}
    if element.lower().startswith(OWN_KEY):
        return element
    if spelled(element) in known:
        return spelled(element)
    if found.other is not None:
        return element
    raise UsageError(f"there is no field {repeated(typed)}; {_instead(kind, known, walked, element)}")


def _instead(kind: Kind, known: Mapping[str, Shape], walked: Path, element: str) -> str:
    names = {**known, **({} if walked else short_names(kind))}
    begun = [name for name in names if len(element) >= SHORTEST and name.startswith(spelled(element))]
    if len(begun) > 1:
        return f"it may be {either(dotted((*walked, name)) for name in begun)}; write which"
    near = begun[0] if begun else nearest(element, names)
    if near is not None:
        return f"did you mean {dotted((*walked, near))}?"
    if walked:
        return f"{dotted(walked)} has {', '.join(known)}"
    return f"tracker schema {kind} shows them all, and names of your own begin with {OWN_KEY}"
