"""What is known of one folder: for each record file its mark, the digest of its bytes, its record, its problems.

Columns, not rows: a folder in which nothing changed is recognised by one comparison of two lists, and the index
keeps it as it is.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, Final, Generic, TypeAlias, TypeVar

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Mark

AnyRecord: TypeAlias = Referral | Day | Partner | Settings
R = TypeVar("R")

DIGEST_BYTES: Final = 16


class Folder(Struct, Generic[R], frozen=True, array_like=True):
    """One folder as last read. The columns `marks`, `records` and `digests` run side by side, by name.

    `problems` are by file name. `distrusted` names, in their order, the files whose mark does not vouch for their
    content, because they had only just changed when they were read, or could not be read: they are looked into again
    next time. Never changed once it is made.
    """

    path: str
    kind: Kind
    marks: list[Mark]
    records: list[R | None]
    digests: bytes
    problems: dict[str, list[Problem]]
    distrusted: list[str]

    def digest(self, place: int) -> bytes:
        """The digest of the file at `place` of the columns."""
        return self.digests[place * DIGEST_BYTES : (place + 1) * DIGEST_BYTES]

    def place(self, name: str) -> int | None:
        """Where the file `name` stands in the columns."""
        at = bisect_left(self.marks, name, key=_name)
        return at if at < len(self.marks) and self.marks[at].name == name else None

    def unreadable(self) -> Iterator[tuple[str, list[Problem]]]:
        """The files that have problems and no record: their names, and why."""
        if self.problems:
            for mark, record in zip(self.marks, self.records, strict=True):
                if record is None and mark.name in self.problems:
                    yield mark.name, self.problems[mark.name]


AnyFolder: TypeAlias = Folder[Any]


def _name(mark: Mark) -> str:
    return mark.name
