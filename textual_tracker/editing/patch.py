"""A plan's changes as a patch that git and patch(1) apply: byte for byte, whatever ends the lines."""

import difflib
from collections.abc import Iterator
from typing import Final

from textual_tracker.editing.plan import FileChange

NOTHING: Final = b"/dev/null"
NO_NEWLINE: Final = b"\\ No newline at end of file\n"
_QUOTED: Final = {0x07: b"\\a", 0x08: b"\\b", 0x09: b"\\t", 0x0A: b"\\n", 0x0B: b"\\v", 0x0C: b"\\f", 0x0D: b"\\r",
                  0x22: b'\\"', 0x5C: b"\\\\"}  # fmt: skip


def patch(changes: tuple[FileChange, ...]) -> bytes:
    """The changes as git would show them, with three lines around each; empty for none."""
    return b"".join(line for change in changes for line in _patch(change))


def _patch(change: FileChange) -> Iterator[bytes]:
    if change.before == change.after:
        return
    old, new = _named(b"a/", change.path), _named(b"b/", change.path)
    before, after = _lines(change.before), _lines(change.after)
    sides = NOTHING if change.before is None else _tabbed(old), NOTHING if change.after is None else _tabbed(new)
    for line in difflib.diff_bytes(difflib.unified_diff, before, after, *sides, lineterm=b"\n"):
        yield line if line.endswith(b"\n") else line + b"\n" + NO_NEWLINE


def _lines(data: bytes | None) -> list[bytes]:
    """The lines as git counts them: a carriage return is a part of its line."""
    *whole, rest = (data or b"").split(b"\n")
    return [line + b"\n" for line in whole] + ([rest] if rest else [])


def _named(side: bytes, path: str) -> bytes:
    """`a/referrals/…`, as git writes it; in quotes where a sign in it could be taken for something else."""
    raw = side + path.encode("utf-8", "surrogateescape")
    if not any(sign in _QUOTED or sign < 0x20 or sign == 0x7F for sign in raw):  # noqa: PLR2004 - ASCII's controls
        return raw
    return b'"' + b"".join(_QUOTED.get(sign) or _octal(sign) for sign in raw) + b'"'


def _octal(sign: int) -> bytes:
    return b"\\%03o" % sign if sign < 0x20 or sign == 0x7F else bytes([sign])  # noqa: PLR2004 - ASCII's controls


def _tabbed(name: bytes) -> bytes:
    """A tab ends a name with blanks in it."""
    return name + b"\t" if b" " in name else name
