"""Bringing the folders that are known up to what a scan found: only what is new, changed or distrusted is read."""

from collections.abc import Iterable, Mapping
from itertools import compress, count
from operator import ne
from typing import Final, NamedTuple

from textual_tracker.core.problems import Problem
from textual_tracker.store.content import NOT_READ, AnyContent, Reader, Wanted, look_into
from textual_tracker.store.folder import DIGEST_BYTES, AnyFolder, AnyRecord, Folder
from textual_tracker.store.scan import Listing, Mark, join

MANY: Final = 1_000
"""Files to be read that are worth the start of processes, which takes as long as reading half of them."""

RACY_NS: Final = 2_000_000_000
"""A file that changed less than this before it was read may change again without a new mark: FAT counts in 2 s."""


class Source(NamedTuple):
    """Where files are read from: `moment_ns` is when the scan began whose marks are to be trusted."""

    root: str
    moment_ns: int
    read: Reader


def read_folders(
    listings: Mapping[str, Listing], known: Mapping[str, AnyFolder], source: Source
) -> dict[str, AnyFolder]:
    """The folders that were listed as they are now; one in which nothing changed is the very one that is known."""
    changed = {
        path: _Reread(listing, known.get(path))
        for path, listing in listings.items()
        if not _is_current(known.get(path), listing)
    }
    ahead = _read_ahead([wanted for reread in changed.values() for wanted in reread.wanted()], source)
    return {path: changed[path].folder(source, ahead) if path in changed else known[path] for path in listings}


def is_settled(mark: Mark, moment_ns: int) -> bool:
    """Whether a file with this mark, read at `moment_ns` or later, cannot have changed since without a new mark."""
    return (mark.ctime_ns or mark.mtime_ns) < moment_ns - RACY_NS


def _is_current(old: AnyFolder | None, listing: Listing) -> bool:
    return old is not None and not old.distrusted and (old.marks is listing.marks or old.marks == listing.marks)


def _read_ahead(wanted: list[Wanted], source: Source) -> Mapping[str, AnyContent]:
    """What processes beside this one have read, by path: all of it, some or none; the rest is read here."""
    if len(wanted) < MANY:
        return {}
    from textual_tracker.store.crew.crew import read_many  # noqa: PLC0415 - few looks find so much

    return read_many(source.root, wanted, source.read)


class _File(NamedTuple):
    """A file among those that differ: where it stands in the old columns, and what to look into, if its mark moved."""

    mark: Mark
    place: int | None
    wanted: Wanted | None


class _Reread:
    """One folder being read anew. Its columns begin and end as the old ones do; what differs lies between."""

    def __init__(self, listing: Listing, old: AnyFolder | None) -> None:
        self.listing = listing
        self.old = old
        self.known = Folder(listing.path, listing.kind, [], [], b"", {}, []) if old is None else old
        self.before, self.after = _alike(listing.marks, self.known)
        self.files = self.between()

    def between(self) -> list[_File]:
        known = self.known
        doubtful = frozenset(known.distrusted)
        end = len(known.marks) - self.after
        places = {known.marks[place].name: place for place in range(self.before, end)}
        files: list[_File] = []
        for mark in self.listing.marks[self.before : len(self.listing.marks) - self.after]:
            place = places.get(mark.name)
            if place is not None and known.marks[place] == mark and mark.name not in doubtful:
                files.append(_File(mark, place, None))
            else:
                digest = NOT_READ if place is None else known.digest(place)
                wanted = Wanted(self.listing.kind, join(self.listing.path, mark.name), digest)
                files.append(_File(mark, place, wanted))
        return files

    def wanted(self) -> Iterable[Wanted]:
        """The files to look into."""
        return (file.wanted for file in self.files if file.wanted is not None)

    def folder(self, source: Source, ahead: Mapping[str, AnyContent]) -> AnyFolder:
        """The folder as it is now; `ahead` is what was looked into before. The old one, where nothing changed."""
        columns = _Columns(self.known, self.before, self.after)
        for mark, place, wanted in self.files:
            if wanted is None:
                columns.keep(mark, place)
                continue
            content = ahead.get(wanted.path) or look_into(source.root, wanted, source.read)
            if content.digest == NOT_READ or not is_settled(mark, source.moment_ns):
                columns.distrusted.append(mark.name)
            if content.same:
                columns.keep(mark, place)
            else:
                columns.put(mark, place, content)
        found = columns.folder(self.listing)
        return self.old if self.old is not None and found == self.old else found


class _Columns:
    """The columns of a folder in the making: the beginning and the end of the old ones, and what is put between."""

    def __init__(self, known: AnyFolder, before: int, after: int) -> None:
        self.known = known
        self.before = before
        self.end = len(known.marks) - after
        self.records: list[AnyRecord | None] = known.records[:before]
        self.digests = [known.digests[: before * DIGEST_BYTES]]
        self.problems = known.problems.copy()
        self.distrusted: list[str] = []
        for mark in known.marks[before : self.end]:
            self.problems.pop(mark.name, None)

    def keep(self, mark: Mark, place: int | None) -> None:
        """Put a file that is as it is known."""
        if place is not None:
            problems = self.known.problems.get(mark.name, [])
            self._add(mark, self.known.records[place], self.known.digest(place), problems)

    def put(self, mark: Mark, place: int | None, content: AnyContent) -> None:
        """Put a file as its bytes are now; where they say what they said before, the record stays the same object."""
        known = self.known.records[place] if place is not None else None
        record = known if known == content.record else content.record
        self._add(mark, record, content.digest, content.problems)

    def folder(self, listing: Listing) -> AnyFolder:
        """The folder that the columns make, with the end of the old ones."""
        records = self.records + self.known.records[self.end :]
        digests = b"".join([*self.digests, self.known.digests[self.end * DIGEST_BYTES :]])
        return Folder(listing.path, listing.kind, listing.marks, records, digests, self.problems, self.distrusted)

    def _add(self, mark: Mark, record: AnyRecord | None, digest: bytes, problems: list[Problem]) -> None:
        self.records.append(record)
        self.digests.append(digest)
        if problems:
            self.problems[mark.name] = problems


def _alike(marks: list[Mark], known: AnyFolder) -> tuple[int, int]:
    """How many files at the beginning, and how many of the others at the end, have the marks that are known.

    None of them is distrusted.
    """
    old = known.marks
    most = min(len(marks), len(old))
    before = next(compress(count(), map(ne, marks, old)), most)
    after = next(compress(count(), map(ne, reversed(marks), reversed(old))), most)
    if known.distrusted:
        first, last = (known.place(known.distrusted[at]) for at in (0, -1))
        before = min(before, first or 0)
        after = min(after, len(old) - 1 - (last or 0))
    return before, min(after, most - before)
