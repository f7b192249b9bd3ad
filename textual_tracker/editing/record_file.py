"""A record file as it is on the disk at this moment: its bytes, what is typed in it, and the record that it makes."""

from typing import Any, Generic, TypeAlias, TypeVar

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.editing.splicing.typed import Typed, as_typed, typed_at
from textual_tracker.errors import RefusedEditError
from textual_tracker.reading.faults import RefusedError
from textual_tracker.reading.reader import read
from textual_tracker.reading.schema import Kind
from textual_tracker.reading.source import compose

R = TypeVar("R")


class RecordFile(Struct, Generic[R], frozen=True):
    """One file: `typed` is its whole content as typed, the person's own keys included."""

    kind: Kind
    path: str
    data: bytes
    typed: dict[str, Typed]
    record: R
    problems: tuple[Problem, ...]

    def at(self, *path: str | int) -> Typed:
        """What is typed at `path`; `None` where nothing is."""
        return typed_at(self.typed, path)


def open_file(kind: Kind, path: str, data: bytes) -> RecordFile[Any]:
    """The file at `path`, which holds `data`.

    Raises:
        RefusedEditError: it cannot be read, so nothing in it can be edited; the message says where and why.
    """
    reading = read(kind, path, data)
    try:
        _, root, _ = compose(data)
    except RefusedError:
        root = None
    if root is None or reading.record is None:
        raise RefusedEditError(_unreadable(path, reading.problems), problems=reading.problems)
    return RecordFile(kind, path, data, as_typed(root), reading.record, reading.problems)


def _unreadable(path: str, problems: tuple[Problem, ...]) -> str:
    first = next((problem for problem in problems if problem.severity == "error"), None)
    if first is None:
        return f"{path} cannot be read; mend it first"
    return f"{path}:{first.line}:{first.column} cannot be read, so nothing is written into it: {first.message}"


AnyFile: TypeAlias = RecordFile[Any]
ReferralFile: TypeAlias = RecordFile[Referral]
PartnerFile: TypeAlias = RecordFile[Partner]
DayFile: TypeAlias = RecordFile[Day]
