"""Putting into quotes what needs them: text that YAML cannot read, or reads as something else than text.

Only what is certain is done. Each value is tried by itself: with the quotes the file has to be read further than
before, or to have a problem less, and no other line becomes another.
"""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

from msgspec import Struct

from textual_tracker.editing.value_spans import candidates
from textual_tracker.reading import schema
from textual_tracker.reading.comments import cut_off
from textual_tracker.reading.encoding import BOM
from textual_tracker.reading.faults import Fault, RefusedError
from textual_tracker.reading.judged import judge
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.shape import Shape

MENDABLE: Final = frozenset({"needs_quotes", "alias", "anchor", "tag", "unknown_key", "cut_off"})
"""Codes of problems that quotes may mend."""
MOST: Final = 100
"""As many values of one file are put into quotes at once."""


class InQuotes(Struct, frozen=True):
    """A value that is in quotes now: its line, from 1, and its key, "" for an entry of a list."""

    line: int
    key: str


class Mended(Struct, frozen=True):
    """A file's bytes, and the values that were put into quotes in it."""

    data: bytes
    values: tuple[InQuotes, ...]


def put_into_quotes(kind: Kind, data: bytes) -> Mended:
    """The file that holds `data`, with quotes around the values that need them; where none can be mended, as it is."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return Mended(data, ())
    bom = BOM if text.startswith(BOM) else ""
    text = text.removeprefix(BOM)
    values: list[InQuotes] = []
    since = 0
    while len(values) < MOST and (step := _one(kind, text, since)) is not None:
        text, since, value = step
        values.append(value)
    return Mended((bom + text).encode(), tuple(values))


class _Judged(Struct, frozen=True):
    """What is wrong with a text; `stopped`: nothing behind its first fault was read."""

    faults: list[Fault]
    stopped: bool


def _one(kind: Kind, text: str, since: int) -> tuple[str, int, InQuotes] | None:
    """The text with the next value in quotes, from where to look for another one, and which it is.

    What is wrong before `since` was tried already. `None` where nothing more can be mended.
    """
    before = _judged(kind, text)
    for fault in sorted(before.faults, key=lambda fault: fault.start):
        if fault.code not in MENDABLE or fault.start < since:
            continue
        for span in candidates(text, fault, names(kind)):
            written = text[: span.start] + span.quoted + text[span.end :]
            if _is_better(before, _judged(kind, written), span.start + len(span.quoted)):
                return (
                    written,
                    0 if before.stopped else span.start,
                    InQuotes(text.count("\n", 0, span.start) + 1, span.key),
                )
    return None


def _judged(kind: Kind, text: str) -> _Judged:
    try:
        _, data = judge(kind, text.encode())
    except RefusedError as refused:
        return _Judged(list(refused.faults[:1]), stopped=True)
    return _Judged([*data.faults, *cut_off(text, data, kind)], stopped=False)


def _is_better(before: _Judged, after: _Judged, end: int) -> bool:
    """Whether the text is read further than before, past `end`, or has a problem less and no other one more."""
    if after.stopped:
        return before.stopped and after.faults[0].start >= end
    if before.stopped:
        return True
    had, has = (Counter((one.code, one.field) for one in judged.faults) for judged in (before, after))
    return has <= had and sum(has.values()) < sum(had.values())


@cache
def names(kind: Kind) -> dict[str, bool]:
    """Every key that the schema of this kind knows anywhere, and whether it stands for text, and nothing else."""
    found: dict[str, bool] = {}
    for name, shape in _named(schema.shape(kind)):
        is_text = shape.kind == "text" and shape.properties is None and shape.items is None
        found[name] = is_text and found.get(name, True)
    return found


def _named(shape: Shape) -> Iterator[tuple[str, Shape]]:
    for name, inner in (shape.properties or {}).items():
        yield name, inner
        yield from _named(inner)
    for inner in filter(None, (shape.other, shape.items)):
        yield from _named(inner)
