"""What the program's last writes replaced: one file a write in the user's state folder, so that they can be undone.

The newest has the greatest number, and all programs on this machine share the numbers, whoever holds the lock of the
journal. An entry is written before the files are, and deleted when they are back; one that cannot be read, or that
another version wrote, is not there. All of it may be deleted at any time.
"""

import contextlib
import os
import re
import time
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

import msgspec
from msgspec import Struct

from textual_tracker.config.digest import blake2b
from textual_tracker.config.places import STATE_README, state_folder, undo_folder
from textual_tracker.store.atomic import write_atomically
from textual_tracker.store.private import OWN_FILE, OWN_FOLDER, clear, make_folder
from textual_tracker.store.replacing import Change

ENTRIES_KEPT: Final = 200
DAYS_KEPT: Final = 90.0
_FORMAT: Final = 1
_ENDING: Final = ".undo"
_NAME: Final = re.compile(r"\d{20}\.undo")


class Replaced(Struct, frozen=True, kw_only=True):
    """One file of a write: its bytes `before` and `after`, the digest of what was `left`; `None`: there was no file.

    `after` is for an editor that has the file open meanwhile; an entry of an earlier version has none.
    """

    path: str
    before: bytes | None
    left: str | None
    after: bytes | None = None


class _Stored(Struct, frozen=True, kw_only=True):
    format: int
    journal: str
    when: str
    says: str
    files: tuple[Replaced, ...]
    folders: tuple[str, ...] = ()


class Entry(Struct, frozen=True):
    """One write; `says` is the sentence that told of it. `id` is unique to it, and greater than those before it.

    `folders` are those that it made in the journal, the outer ones first.
    """

    id: str
    says: str
    files: tuple[Replaced, ...]
    folders: tuple[str, ...] = ()


def add(root: Path, says: str, changes: Sequence[Change]) -> str:
    """Remember a write that is about to be made in the journal at `root`; the result is the entry's id.

    Raises:
        OSError: it cannot be kept; the same where what it says is no text.
    """
    folder = _folder(root)
    state = state_folder()
    if folder is None or state is None:
        raise FileNotFoundError("there is no state folder")
    make_folder(Path(state), STATE_README)
    folder.mkdir(mode=OWN_FOLDER, parents=True, exist_ok=True)
    entry_id = _next_id(folder)
    files = tuple(
        Replaced(path=change.path, before=change.before, left=digest(change.after), after=change.after)
        for change in changes
    )
    when = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    folders = tuple(_missing_folders(root, changes))
    stored = _Stored(format=_FORMAT, journal=str(root), when=when, says=says, files=files, folders=folders)
    write_atomically(folder / f"{entry_id}{_ENDING}", _sealed(stored), mode=OWN_FILE)
    return entry_id


def entries(root: Path) -> Iterator[Entry]:
    """The writes that are remembered of the journal at `root`, the newest first."""
    folder = _folder(root)
    if folder is None:
        return
    for entry_id in reversed(_ids(folder)):
        entry = _read(folder, entry_id)
        if entry is not None:
            yield entry


def drop(root: Path, entry_id: str) -> None:
    """Forget a write, quietly."""
    folder = _folder(root)
    if folder is not None:
        with contextlib.suppress(OSError):
            (folder / f"{entry_id}{_ENDING}").unlink()


def prune(root: Path) -> None:
    """Forget, quietly, what is too old in any journal, and too many in this one."""
    folder = _folder(root)
    if folder is None:
        return
    for entry_id in _ids(folder)[:-ENTRIES_KEPT]:
        drop(root, entry_id)
    with contextlib.suppress(OSError):
        for each in folder.parent.iterdir():
            clear(each, {_ENDING: DAYS_KEPT, ".tmp": 1.0})


def digest(data: bytes | None) -> str | None:
    """What tells whether a file holds `data`; `None` for no file."""
    return None if data is None else blake2b(data, digest_size=20).hexdigest()


def _folder(root: Path) -> Path | None:
    folder = undo_folder(str(root))
    return None if folder is None else Path(folder)


def _missing_folders(root: Path, changes: Sequence[Change]) -> list[str]:
    """The folders that new files need and that are not there yet, the outer ones first."""
    new = [PurePosixPath(change.path) for change in changes if change.before is None]
    needed = {above for path in new for above in path.parents if above.name}
    return [str(folder) for folder in sorted(needed) if not os.path.lexists(root / folder)]


def _ids(folder: Path) -> list[str]:
    """The ids of the entries, in order."""
    try:
        return sorted(file.stem for file in folder.iterdir() if _NAME.fullmatch(file.name))
    except OSError:
        return []


def _next_id(folder: Path) -> str:
    """The time in nanoseconds, or more, where the clock was set back."""
    newest = max((int(entry_id) for entry_id in _ids(folder)), default=0)
    return f"{max(time.time_ns(), newest + 1):020}"


def _sealed(stored: _Stored) -> bytes:
    """The entry as it is kept: a line with its digest, then JSON."""
    try:
        data = msgspec.json.encode(stored)
    except UnicodeEncodeError:  # half a pair, from a name that is no UTF-8
        raise OSError("a name in it is no text") from None
    return b"%s\n%s\n" % (str(digest(data)).encode(), data)


def _read(folder: Path, entry_id: str) -> Entry | None:
    """An entry; `None` where it is none: half, damaged, or of another version."""
    try:
        seal, _, data = (folder / f"{entry_id}{_ENDING}").read_bytes().partition(b"\n")
        data = data.removesuffix(b"\n")
        if seal.decode("ascii", "replace") != digest(data):
            return None
        stored = msgspec.json.decode(data, type=_Stored)
    except (OSError, msgspec.MsgspecError):
        return None
    return Entry(entry_id, stored.says, stored.files, stored.folders) if stored.format == _FORMAT else None
