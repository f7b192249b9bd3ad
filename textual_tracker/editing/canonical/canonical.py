"""A file in canonical form, proved to say what it said: the same values, and every comment, in the same order."""

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml
from yaml import events
from yaml.nodes import Node

from textual_tracker.editing.canonical.gaps import gap_of
from textual_tracker.editing.canonical.pieces import BLOCK, NO_WIDTH, Piece, pieces_of
from textual_tracker.editing.canonical.quotes import meanings
from textual_tracker.editing.canonical.writer import Writer
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading import schema
from textual_tracker.reading.encoding import BOM
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.judged import judge
from textual_tracker.reading.parser import Parser
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.source import compose

NOT_THE_SAME: Final = "it could not be put in order without changing what it says"
_ODD_LINE_END = re.compile("[\r\x85\u2028\u2029]")


def canonical(kind: Kind, data: bytes) -> bytes:
    """`data`, the bytes of a file of this kind, in canonical form; the BOM stays, and so do the line ends.

    Where a file mixes line ends, those of most of its lines win.

    Raises:
        RefusedEditError: the file cannot be read, or not be put in order without changing what it says.
    """
    try:
        text, root, _ = compose(_with_line_feeds(data))
    except RefusedError as refused:
        raise RefusedEditError(refused.faults[0].message) from None
    _refuse_odd_line_ends(text)
    pieces = pieces_of(text)
    written = _written(kind, text, pieces, root)
    if written != text and not _is_proved(kind, text, pieces, written):
        raise RefusedEditError(NOT_THE_SAME)
    bom = BOM if data.startswith(BOM.encode()) else ""
    return (bom + written.replace("\n", _line_end(data))).encode()


def _written(kind: Kind, text: str, pieces: list[Piece], root: Node) -> str:
    return Writer(text, pieces, meanings(root, schema.shape(kind))).written()


def _refuse_odd_line_ends(text: str) -> None:
    """Refuse what ends a line for YAML, and does not in an editor."""
    found = _ODD_LINE_END.search(text)
    if found is not None:
        line, character = text.count("\n", 0, found.start()) + 1, f"U+{ord(found[0]):04X}"
        raise RefusedEditError(f"line {line}: {character} ends a line in some programs only; write it anew there")


def _with_line_feeds(data: bytes) -> bytes:
    return data.replace(b"\r\n", b"\n")


def _line_end(data: bytes) -> str:
    carried = data.count(b"\r\n")
    return "\r\n" if carried > data.count(b"\n") - carried else "\n"


def _is_proved(kind: Kind, text: str, pieces: list[Piece], written: str) -> bool:
    """Whether what was written can be read at all, and says the same."""
    try:
        return _is_same(kind, text, pieces, written)
    except (RefusedError, RefusedEditError, yaml.YAMLError):
        return False


def _is_same(kind: Kind, text: str, pieces: list[Piece], written: str) -> bool:
    """Whether two texts have the same values, as YAML and as this journal, and the same comments.

    What is in order already has to stay as it is.
    """
    anew = pieces_of(written)
    if _written(kind, written, anew, compose(written.encode())[1]) != written:
        return False
    if list(_comments(text, pieces)) != list(_comments(written, anew)) or _events(text) != _events(written):
        return False
    _, before = judge(kind, text.encode())
    _, after = judge(kind, written.encode())
    return (before.value, before.extra) == (after.value, after.extra)


def _comments(text: str, pieces: list[Piece]) -> Iterator[str]:
    cursor = 0
    for piece in pieces:
        if piece.sign not in NO_WIDTH:
            yield from gap_of(text, cursor, piece.start).comments
            cursor = piece.end
        if piece.sign == BLOCK:
            yield text[piece.start : piece.end].partition("\n")[0].partition("#")[2].strip()
    yield from gap_of(text, cursor, len(text)).comments


def _events(text: str) -> list[tuple[str, str, str, str]]:
    """What YAML reads, without regard to how it is written."""
    parser: Any = Parser(text)
    found: list[tuple[str, str, str, str]] = []
    while not isinstance(event := parser.get_event(), events.StreamEndEvent):
        value = event.value if isinstance(event, events.ScalarEvent) else ""
        found.append((type(event).__name__, value, *_properties(event)))
    return found


def _properties(event: Any) -> tuple[str, str]:
    return getattr(event, "anchor", None) or "", getattr(event, "tag", None) or ""
