"""What is known of one folder: for each record file its mark, the digest of its bytes, its record, its problems.

Columns, not rows: a folder in which nothing changed is recognised by one comparison of two lists, and the index
keeps it as it is.
"""

from bisect import bisect_left
from functools import cached_property
from operator import itemgetter
from typing import Any, Final, Generic, TypeAlias, TypeVar

from msgspec import Struct

from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Mark

AnyRecord: TypeAlias = Referral | Day | Partner | Settings
R = TypeVar("R")
SortKey: TypeAlias = tuple[str, int, int, str, str]

DIGEST_BYTES: Final = 16


class Folder(Struct, Generic[R], frozen=True, array_like=True, dict=True):
    """One folder as last read. The columns `marks`, `records` and `digests` run side by side, by name.

    `problems` are by file name. `distrusted` names, in their order, the files whose mark does not vouch for their
    content, because they had only just changed when they were read, or could not be read: they are looked into again
    next time. Never changed once it is made; so what a journal takes from it is found once, and of a hundred thousand
    records only those of the folders that changed are gone through again.
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

    @cached_property
    def by_id(self) -> dict[str, R]:
        """The records of referrals or partners by id, the last of two with one id."""
        found: list[Any] = self.found
        return {record.id: record for record in found}

    @cached_property
    def by_day(self) -> dict[tuple[str, str], R]:
        """Days by officer and ISO date, the last of two for one day."""
        found: list[Any] = self.found
        return {(day.officer, day.date.isoformat()): day for day in found}

    @cached_property
    def found(self) -> list[R]:
        """The records that could be had, in the order of their names."""
        return [record for record in self.records if record is not None]

    @cached_property
    def in_order(self) -> list[tuple[SortKey, Problem]]:
        """All problems in the order of their place, with what tells that order."""
        every = ((problem.sort_key, problem) for problems in self.problems.values() for problem in problems)
        return sorted(every, key=itemgetter(0))

    @cached_property
    def unreadable(self) -> list[Problem]:
        """For each file that has problems and no record, the gravest of them."""
        if not self.problems:
            return []
        both = zip(self.marks, self.records, strict=True)
        names = (mark.name for mark, record in both if record is None and mark.name in self.problems)
        return [min(self.problems[name], key=gravity) for name in names]


AnyFolder: TypeAlias = Folder[Any]


def gravity(problem: Problem) -> tuple[bool, int, int]:
    """What tells the gravest of several problems of one file: the first error, else the first warning."""
    return (problem.severity != ERROR, problem.line, problem.column)


def _name(mark: Mark) -> str:
    return mark.name
