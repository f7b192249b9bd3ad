"""The index: everything that was read, in one disposable file of the user's cache folder.

It is believed only where nothing speaks against it: the same program, the same schemas, the same journal, every
byte that is read as it was written. Any doubt, and it counts as absent; the files are read, and a new one is written.
How it lies on the disk is in `textual_tracker.store.indexfile`, what it keeps of a folder in
`textual_tracker.store.kept`.
"""

import datetime as dt
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Final

import msgspec
from msgspec import Struct

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.core.settings import Settings
from textual_tracker.store import cachefolder
from textual_tracker.store.folder import AnyFolder
from textual_tracker.store.indexfile import IndexFile, open_file, put_together
from textual_tracker.store.kept import AnyKept, Kept, encode, keep, restore
from textual_tracker.store.kinds import Kind
from textual_tracker.store.scan import Listing
from textual_tracker.store.sharing import MANY, Shared
from textual_tracker.store.stamp import program_stamp

FORMAT: Final = 4


class _File(Struct, array_like=True):
    """What the file holds: what it is the index of, then its folders by kind."""

    key: str
    root: str
    settings: list[Kept[Settings]]
    referrals: list[Kept[Referral]]
    days: list[Kept[Day]]
    partners: list[Kept[Partner]]


_decoder: Final = msgspec.msgpack.Decoder(_File)


class Index:
    """The folders that were indexed, by path; to be asked for while its file is open."""

    def __init__(self, folders: Iterable[AnyKept] = (), file: IndexFile | None = None) -> None:
        self._kept = {kept.path: kept for kept in folders}
        self._file = file

    def folders(
        self,
        listings: Mapping[str, Listing],
        settled_by: dt.date | None = None,
        spare: int = 0,
        *,
        staying: bool = False,
    ) -> "Restored":
        """The folders as they were indexed. `staying`: for a program that stays, in as little memory as may be.

        With `settled_by`, referrals that were settled by that day may be missing from those in which nothing changed,
        unless the index is to be written again, because more than `spare` files differ from it.
        """
        current = {
            path: listing.marks
            for path, listing in listings.items()
            if path in self._kept and self._kept[path].is_current(listing.marks)
        }
        stale = len(current) < max(len(listings), len(self._kept))
        if stale and spare:
            stale = self._differing(listings, current) > spare
        day = None if stale else settled_by
        left_out = {path for path in current if self._kept[path].can_leave_out(day)}
        settled = self._settled(left_out)
        if settled is None:
            return Restored({}, (), stale=True)
        shared = Shared() if staying and self._referrals() >= MANY else None
        folders: dict[str, AnyFolder] = {}
        for path, kept in self._kept.items():
            folders[path] = restore(kept, current.get(path), settled.get(path))
            if shared is not None:  # of each folder at once, so that the next one takes the memory that becomes free
                shared.share(folders[path].records)
        return Restored(folders, tuple(self._kept[path] for path in current if path in left_out), stale=stale)

    def _referrals(self) -> int:
        return sum(len(kept.records) for kept in self._kept.values() if kept.kind == "referral")

    def _settled(self, left_out: Collection[str]) -> dict[str, bytes] | None:
        """What is kept apart from the folders that are not left out; None where it is in doubt."""
        wanted = {path: kept.settled for path, kept in self._kept.items() if path not in left_out}
        if not wanted or self._file is None:
            return {}
        found = self._file.parts(wanted.values())
        return None if found is None else dict(zip(wanted, found, strict=True))

    def _differing(self, listings: Mapping[str, Listing], current: Collection[str]) -> int:
        """How many files came, went or changed."""
        new = [listing for path, listing in listings.items() if path not in current]
        gone = [kept for path, kept in self._kept.items() if path not in listings]
        known = [self._kept[one.path].differing(one.marks) if one.path in self._kept else len(one.marks) for one in new]
        return sum(known) + sum(kept.differing([]) for kept in gone)


class Restored(Struct, frozen=True):
    """What an index gives back: the folders, those of them from which referrals are left out, and whether it is stale.

    A stale index is one from which too much differs to use it as it is again.
    """

    folders: dict[str, AnyFolder]
    left_out: tuple[AnyKept, ...]
    stale: bool


@contextmanager
def open_index(file: Path | None, root: Path) -> Iterator[Index]:
    """The index of the journal at `root`, empty where it is in any doubt, or where there is no `file` for it."""
    if file is None:
        yield Index()
        return
    with open_file(file) as found:
        yield Index() if found is None else _index(found, root)


def _index(file: IndexFile, root: Path) -> Index:
    try:
        found = _decoder.decode(file.head)
    except (msgspec.DecodeError, RecursionError):
        return Index()
    if found.key != _key() or found.root != _text(root):
        return Index()
    return Index(chain[AnyKept](found.settings, found.referrals, found.days, found.partners), file)


def save_index(file: Path, root: Path, folders: Mapping[str, AnyFolder]) -> bool:
    """Write the index, for the user alone to read. Where that cannot be done, nothing is lost: the answer is False."""
    kept, apart = keep(list(folders.values()))

    def of_kind(kind: Kind) -> list[Any]:
        return [folder for folder in kept if folder.kind == kind]

    index = _File(_key(), _text(root), of_kind("journal"), of_kind("referral"), of_kind("activity"), of_kind("partner"))
    return cachefolder.write(file, put_together(encode(index), apart))


def _key() -> str:
    return f"{FORMAT}:{program_stamp()}"


def _text(root: Path) -> str:
    """The journal's folder as text that can be stored, whatever its bytes."""
    return os.fspath(root.resolve()).encode("utf-8", "backslashreplace").decode()
