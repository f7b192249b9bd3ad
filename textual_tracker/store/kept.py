"""A folder as the index keeps it, and as it becomes a folder again.

Its marks are kept as bytes, because a folder in which nothing changed is then recognised without taking them apart; and
apart from it the referrals that are settled, most of a journal of some years, because who asks for the stalled ones
can do without.
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any, Final, Generic, TypeAlias, TypeVar

import msgspec
from msgspec import Struct

from textual_tracker.core.letters import listed
from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Referral
from textual_tracker.store.folder import AnyFolder, AnyRecord, Folder
from textual_tracker.store.indexfile import Part, laid_out
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Mark
from textual_tracker.store.settled import settled_on

R = TypeVar("R")


class Kept(Struct, Generic[R], frozen=True, array_like=True):
    """A folder in the index.

    `settled` says where the referrals are that were settled by the day `settled_by`; among the `records` they are None,
    and `names` tells whether somebody may mean one of them (`textual_tracker.core.letters.listed`). The rest is as in
    `textual_tracker.store.folder.Folder`.
    """

    path: str
    kind: Kind
    marks: memoryview
    records: list[R | None]
    settled: Part
    settled_by: dt.date
    names: str
    digests: bytes
    problems: dict[str, list[Problem]]
    distrusted: list[str]

    def is_current(self, marks: list[Mark]) -> bool:
        """Whether a folder that is found with these marks is the one that was kept, beyond doubt."""
        return not self.distrusted and self.marks == encode(marks)

    def differing(self, marks: list[Mark]) -> int:
        """How many files are not what was kept, where the folder is found with these marks."""
        other = {mark.name for mark in {*marks} ^ {*_marks.decode(self.marks)}}
        return len(other.union(self.distrusted))

    def can_leave_out(self, settled_by: dt.date | None) -> bool:
        """Whether any referral of it, and each that is kept apart, was settled by that day."""
        return settled_by is not None and settled_by >= self.settled_by > dt.date.min


AnyKept: TypeAlias = Kept[Any]

encode: Final = msgspec.msgpack.encode

_marks: Final = msgspec.msgpack.Decoder(list[Mark])
_settled: Final = msgspec.msgpack.Decoder(list[tuple[int, Referral]])


def keep(folders: Sequence[AnyFolder]) -> tuple[list[AnyKept], list[bytes]]:
    """The folders, for the index, and for each of them what is kept apart from it."""
    apart = [_settled_in(folder) for folder in folders]
    data = [encode(settled) for settled in apart]
    kept = map(_without, folders, apart, laid_out(data))
    return list(kept), data


def _settled_in(folder: AnyFolder) -> list[tuple[int, Referral]]:
    """The referrals of the folder that are settled, each with its place."""
    return [
        (place, record)
        for place, record in enumerate(folder.records)
        # A file with problems stays: without its record it would be taken for one that cannot be read.
        if isinstance(record, Referral)
        and settled_on(record) is not None
        and folder.marks[place].name not in folder.problems
    ]


def _without(folder: AnyFolder, settled: list[tuple[int, Referral]], part: Part) -> AnyKept:
    """The folder without those that are settled."""
    records: list[AnyRecord | None] = folder.records.copy()
    for place, _ in settled:
        records[place] = None
    return Kept(
        folder.path,
        folder.kind,
        memoryview(encode(folder.marks)),
        records,
        part,
        max((day for _, record in settled if (day := settled_on(record)) is not None), default=dt.date.min),
        listed((record.id, record.name) for _, record in settled),
        folder.digests,
        folder.problems,
        folder.distrusted,
    )


def restore(kept: AnyKept, marks: list[Mark] | None = None, settled: bytes | None = None) -> AnyFolder:
    """The folder again. `marks`: those that are known to be its own already.

    Without the `settled` that were kept apart from it, they are None among its records.
    """
    if settled is not None:
        for place, record in _settled.decode(settled):
            kept.records[place] = record
    marks = _marks.decode(kept.marks) if marks is None else marks
    return Folder(kept.path, kept.kind, marks, kept.records, kept.digests, kept.problems, kept.distrusted)
