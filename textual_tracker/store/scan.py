"""What lies in the journal's folders now: one fingerprint a record file, without opening any of them.

A scan never follows a link out of the journal, never waits for a pipe, never goes round in a circle, and never
fails: what is wrong with a file or a folder is a problem in its listing.
"""
# ruff: noqa: PTH110, PTH114, PTH118 - os.path, because ten thousand Paths take longer than the scan

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from operator import attrgetter
from pathlib import Path
from typing import Final

from msgspec import Struct

from textual_tracker.core.problems import Problem
from textual_tracker.store import faults, layout
from textual_tracker.store.kinds import Kind
from textual_tracker.store.links import Links

MAX_DEPTH: Final = 8
"""Levels of folders that are read; activity/<officer>/<year> needs three."""

_BY_DESCRIPTOR: Final = os.scandir in os.supports_fd  # a tenth faster: the kernel resolves each path from the folder
_FORMAT: Final = stat.S_IFMT(0o7777777)
_REGULAR: Final = stat.S_IFREG


def _unknown(_found: os.stat_result) -> int:
    return 0


_ctime: Callable[[os.stat_result], int] = attrgetter("st_ctime_ns") if os.name == "posix" else _unknown
"""The time of the last change; on Windows st_ctime is the time of creation, which says nothing."""


class Mark(Struct, frozen=True, array_like=True, gc=False):
    """A file's name and fingerprint: while the mark stays the same, the file has not changed.

    `ctime_ns` is when the file or its times last changed, which no program can set back; 0 where the system keeps
    no such time. `linked`: the name is a symbolic link, which stays inside the journal.
    """

    name: str
    size: int
    mtime_ns: int
    inode: int
    ctime_ns: int
    linked: bool = False


class Listing(Struct, frozen=True):
    """One folder as it was found: its record files by name, the folders in it, and what is wrong there.

    `path` is relative to the journal; "" is the journal itself, which lists journal.yaml only. `whole`: the folder
    could be listed; otherwise nothing is known about what lies in it.
    """

    path: str
    kind: Kind
    marks: list[Mark]
    folders: list[str] = []
    problems: list[Problem] = []
    whole: bool = True


def scan(root: Path, known: Mapping[str, Listing] | None = None) -> dict[str, Listing]:
    """List every folder of the journal at `root` that holds records, in the order of their paths.

    Folders in `known` are not looked at again but taken as they are listed there: with all but a few listings of
    an earlier scan, only those few folders are visited, and new ones in them.
    """
    return dict(sorted(_Walk(os.fspath(root), known or {}).listings()))


def join(folder: str, name: str) -> str:
    """The path, relative to the journal, of the file `name` in `folder`."""
    return f"{folder}/{name}" if folder else name


def split(path: str) -> tuple[str, str]:
    """The folder and the name of the file at `path`; what `join` puts together."""
    folder, _, name = path.rpartition("/")
    return folder, name


class _Walk:
    """One walk through the record folders."""

    def __init__(self, root: str, known: Mapping[str, Listing]) -> None:
        self.root = root
        self.known = known
        self.links = Links(root, layout.RECORD_FOLDERS)

    def listings(self) -> Iterator[tuple[str, Listing]]:
        yield "", self.known.get("") or self.settings()
        for top, kind in layout.RECORD_FOLDERS.items():
            if os.path.islink(os.path.join(self.root, top)) and (problem := self.links.refuse_top(top)):
                yield top, Listing(top, kind, [], problems=[problem])
            else:
                yield from self.walk(top, kind, 1)

    def walk(self, path: str, kind: Kind, depth: int) -> Iterator[tuple[str, Listing]]:
        """The listing of the folder at `path`, and of those below it; nothing where there is no such folder."""
        if depth > MAX_DEPTH:
            yield path, Listing(path, kind, [], problems=[faults.too_deep(path, MAX_DEPTH)])
            return
        listing = self.known.get(path) or self.list_folder(path, kind)
        if listing is None:
            return
        yield path, listing
        for name in listing.folders:
            yield from self.walk(join(path, name), kind, depth + 1)

    def settings(self) -> Listing:
        """The journal's own folder: journal.yaml, conflicted copies of it, and what belongs further down."""
        listing = Listing("", "journal", [], [], [])
        try:
            with os.scandir(self.root) as entries:
                found = list(entries)
                self.sort_out((entry for entry in found if _is_settings(entry.name)), listing)
                self.misplaced(sorted(entry.name for entry in found), listing)
        except OSError as error:
            return Listing("", "journal", [], problems=[faults.cannot_open(".", error, "folder")], whole=False)
        return listing

    def misplaced(self, names: list[str], into: Listing) -> None:
        """Records, and folders of records, that lie where none are looked for."""
        for name in names:
            folder = layout.belongs_in(name)
            # Where letter case does not matter, Referrals is referrals.
            same = name.lower() == folder not in names and os.path.exists(os.path.join(self.root, folder))
            if folder and not same:
                into.problems.append(faults.misplaced(name, folder))

    def list_folder(self, path: str, kind: Kind) -> Listing | None:
        """What lies in one folder; None where it does not exist."""
        listing = Listing(path, kind, [], [], [])
        try:
            with _entries(os.path.join(self.root, path)) as entries:
                self.sort_out(entries, listing)
        except FileNotFoundError:
            return None
        except OSError as error:
            return Listing(path, kind, [], problems=[faults.cannot_open(path, error, "folder")], whole=False)
        listing.marks.sort(key=_name)
        listing.folders.sort()
        listing.problems.sort(key=_place)
        return listing

    def sort_out(self, entries: Iterable[os.DirEntry[str]], into: Listing) -> None:
        """Put each entry of a folder among its marks, its folders or its problems; or nowhere, if it is no record."""
        add = into.marks.append
        for entry in entries:
            name = entry.name
            if layout.is_record_name(name):
                try:
                    found = entry.stat(follow_symlinks=False)
                except OSError as error:
                    into.problems.append(faults.cannot_open(join(into.path, name), error))
                    continue
                # The one path that ten thousand files take; whatever is odd about a file is looked into below.
                if found.st_mode & _FORMAT == _REGULAR and name.isascii():
                    add(Mark(name, found.st_size, found.st_mtime_ns, found.st_ino, _ctime(found)))
                else:
                    self.odd_file(name, found, into)
            elif not layout.is_hidden(name):
                self.no_record(entry, into)

    def odd_file(self, name: str, found: os.stat_result, into: Listing) -> None:
        """A file that has a record's name, and is a link, no file at all, or has letters beyond ASCII in its name."""
        path = join(into.path, name)
        linked = stat.S_ISLNK(found.st_mode)
        try:
            target = self.links.file(path) if linked else found
        except OSError as error:
            target = faults.cannot_open(path, error)
        if isinstance(target, Problem):
            into.problems.append(target)
        elif not stat.S_ISREG(target.st_mode):
            into.problems.append(faults.not_a_file(path, target.st_mode))
        elif not _is_utf8(name):
            into.problems.append(faults.bad_name(path))
        else:
            mark = Mark(name, target.st_size, target.st_mtime_ns, target.st_ino, _ctime(target), linked)
            into.marks.append(mark)

    def no_record(self, entry: os.DirEntry[str], into: Listing) -> None:
        """A folder, a conflicted copy, or anything else that a person keeps beside the records."""
        if layout.is_conflicted_copy(entry.name):
            into.problems.append(faults.conflicted_copy(join(into.path, entry.name)))
        elif not self.folder(entry, into) and layout.is_astray(entry.name) and _is_utf8(entry.name):
            into.problems.append(faults.not_read(join(into.path, entry.name)))

    def folder(self, entry: os.DirEntry[str], into: Listing) -> bool:
        """Note a folder to be walked; False: it is none. A linked one that lies inside is walked where it lies."""
        path = join(into.path, entry.name)
        try:
            linked = entry.is_symlink()
            if not entry.is_dir():
                return False
        except OSError:  # a link in a circle, without a record's name: nothing that could be read
            return True
        problem = self.links.refuse_folder(path) if linked else None
        if problem is None and not _is_utf8(entry.name):
            problem = faults.bad_name(path)
        if problem is not None:
            into.problems.append(problem)
        elif not linked or self.links.is_new(path):
            into.folders.append(entry.name)
        return True


@contextmanager
def _entries(path: str) -> Iterator[Iterator[os.DirEntry[str]]]:
    """The entries of a folder, as os.scandir gives them."""
    if not _BY_DESCRIPTOR:
        with os.scandir(path) as entries:
            yield entries
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with os.scandir(descriptor) as entries:
            yield entries
    finally:
        os.close(descriptor)


def _is_utf8(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _is_settings(name: str) -> bool:
    own = layout.SETTINGS_FILE
    return name == own or (name.startswith(layout.stem(own)) and layout.is_conflicted_copy(name))


def _name(mark: Mark) -> str:
    return mark.name


def _place(problem: Problem) -> str:
    return problem.path
