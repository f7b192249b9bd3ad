"""What is known of one folder: for each record file its mark, the digest of its bytes, its record, its problems.

Columns, not rows: a folder in which nothing changed is recognised by one comparison of two lists, and the index
keeps it as it is.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store.kinds import Kind
from textual_tracker.store.opening import read_file
from textual_tracker.store.scan import Listing, Mark, join

AnyRecord: TypeAlias = Referral | Day | Partner | Settings
R = TypeVar("R")

DIGEST_BYTES: Final = 16
_NOT_READ: Final = bytes(DIGEST_BYTES)

RACY_NS: Final = 2_000_000_000
"""A file that changed less than this before it was read may change again without a new mark: FAT counts in 2 s."""


Reader: TypeAlias = Callable[[Kind, str, bytes], tuple[AnyRecord | None, tuple[Problem, ...]]]
"""Makes of (kind, path, bytes) a record, None where there is none to be had, and the problems."""


class Folder(Struct, Generic[R], frozen=True, array_like=True):
    """One folder as last read. The columns `marks`, `records` and `digests` run side by side, by name.

    `problems` are by file name. `distrusted` names the files whose mark does not vouch for their content, because
    they had only just changed when they were read, or could not be read: they are looked into again next time.
    Never changed once it is made.
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


class Source(NamedTuple):
    """Where files are read from: `moment_ns` is when the scan began whose marks are to be trusted."""

    root: str
    moment_ns: int
    read: Reader


def read_folder(listing: Listing, old: AnyFolder | None, source: Source) -> AnyFolder:
    """The folder as it is now; only what is new, changed or distrusted in it is read.

    `old` is what was known before, and the answer itself where nothing changed.
    """
    if old is not None and not old.distrusted and old.marks == listing.marks:
        return old
    found = _Reread(listing, old, source).folder()
    return old if old is not None and found == old else found


class _Reread:
    """One folder being read anew, with what is known of it."""

    def __init__(self, listing: Listing, old: AnyFolder | None, source: Source) -> None:
        self.listing = listing
        self.source = source
        self.old = old
        self.places = {mark.name: place for place, mark in enumerate(old.marks)} if old is not None else {}
        self.doubtful = frozenset(old.distrusted) if old is not None else frozenset()
        self.records: list[AnyRecord | None] = []
        self.digests: list[bytes] = []
        self.problems: dict[str, list[Problem]] = {}
        self.distrusted: list[str] = []

    def folder(self) -> AnyFolder:
        for mark in self.listing.marks:
            self.file(mark)
        return Folder(
            self.listing.path,
            self.listing.kind,
            self.listing.marks,
            self.records,
            b"".join(self.digests),
            self.problems,
            self.distrusted,
        )

    def file(self, mark: Mark) -> None:
        """Put one file into the columns: as it is known, or as its bytes say now."""
        place = self.places.get(mark.name)
        if place is not None and self.vouches(place, mark):
            self.keep(place, mark)
            return
        path = join(self.listing.path, mark.name)
        data = read_file(self.source.root, path)
        if isinstance(data, Problem):
            self.put(mark, None, _NOT_READ, [data], trusted=False)
            return
        digest = hashlib.blake2b(data, digest_size=DIGEST_BYTES).digest()
        trusted = is_settled(mark, self.source.moment_ns)
        if place is not None and self.old is not None and self.old.digest(place) == digest:
            self.keep(place, mark, trusted=trusted)
            return
        record, problems = self.source.read(self.listing.kind, path, data)
        self.put(mark, record, digest, list(problems), trusted=trusted)

    def vouches(self, place: int, mark: Mark) -> bool:
        """Whether the mark alone tells that the file at `place` of the old columns is as it was."""
        return self.old is not None and self.old.marks[place] == mark and mark.name not in self.doubtful

    def keep(self, place: int, mark: Mark, *, trusted: bool = True) -> None:
        if self.old is not None:
            problems = self.old.problems.get(mark.name, [])
            self.put(mark, self.old.records[place], self.old.digest(place), problems, trusted=trusted)

    def put(
        self, mark: Mark, record: AnyRecord | None, digest: bytes, problems: list[Problem], *, trusted: bool
    ) -> None:
        self.records.append(record)
        self.digests.append(digest)
        if problems:
            self.problems[mark.name] = problems
        if not trusted:
            self.distrusted.append(mark.name)


def _name(mark: Mark) -> str:
    return mark.name


def is_settled(mark: Mark, moment_ns: int) -> bool:
    """Whether a file with this mark, read at `moment_ns` or later, cannot have changed since without a new mark."""
    return (mark.ctime_ns or mark.mtime_ns) < moment_ns - RACY_NS
