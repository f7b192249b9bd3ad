"""A write that is planned: which files change, from which bytes to which, and in a sentence what that means."""

import difflib
from collections.abc import Iterator

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.reading.encoding import BOM


class FileChange(Struct, frozen=True):
    """One file of a plan, by its path in the journal; `before` is `None` for a new one, `after` for one that goes."""

    path: str
    before: bytes | None
    after: bytes | None


class Plan(Struct, frozen=True, kw_only=True):
    """What an action writes. `says` is its sentence (`Dana Ortiz: contacted (text, reached)`).

    `remarks` are the warnings that the changed records have and did not have before. `needs` are files that it
    relies on, changed or not: they have to be there still when it is performed. `aside` says what a person may miss in
    the result; "" for nothing.
    """

    says: str
    changes: tuple[FileChange, ...]
    remarks: tuple[Problem, ...] = ()
    needs: tuple[str, ...] = ()
    aside: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that change."""
        return tuple(change.path for change in self.changes)


def diff(changes: tuple[FileChange, ...]) -> str:
    """The changes as git would show them, with three lines around each; "" for none."""
    return "".join(line for change in changes for line in _diff(change))


def _diff(change: FileChange) -> Iterator[str]:
    before, after = _lines(change.before), _lines(change.after)
    old = "/dev/null" if change.before is None else f"a/{change.path}"
    new = "/dev/null" if change.after is None else f"b/{change.path}"
    for line in difflib.unified_diff(before, after, old, new):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(data: bytes | None) -> list[str]:
    """The lines as an editor counts them, whatever ends them; a BOM is nothing to look at."""
    text = (data or b"").decode("utf-8", "replace").removeprefix(BOM).replace("\r\n", "\n")
    *whole, rest = text.split("\n")
    return [f"{line}\n" for line in whole] + ([rest] if rest else [])
