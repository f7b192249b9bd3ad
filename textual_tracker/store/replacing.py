"""Changing several files of a journal together: all of them as planned, or none.

Before anything changes, every new text lies whole on the disk, beside its file; what then is left to do takes no room.
If it fails all the same, the files that were already changed are put back. A program that is killed in between leaves
some files new and some old, each of them whole; `textual_tracker.store.undo` knows both.
"""

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath, PurePosixPath
from typing import Final, NamedTuple

from textual_tracker.core.problems import Problem
from textual_tracker.errors import FileChangedError, NotWrittenError, TrackerError
from textual_tracker.store.atomic import prepare, sync_folder, write_atomically
from textual_tracker.store.links import is_within
from textual_tracker.store.opening import READ_LIMIT, read_file
from textual_tracker.store.refusals import why
from textual_tracker.store.vanishing import absence

_ANY_WRITE_BIT: Final = 0o222
_GONE: Final = "is not there any more"


class Change(NamedTuple):
    """One file, by its path in the journal; `before` is `None` for a new one, `after` for one that goes."""

    path: str
    before: bytes | None
    after: bytes | None


def content(root: Path, path: str) -> bytes | None:
    """What the file at `path` of the journal at `root` holds now; `None` where there is none.

    Raises:
        NotWrittenError: it lies outside of the journal, or cannot be read.
    """
    _refuse_outside(root, path)
    data = read_file(str(root), path)
    if isinstance(data, Problem):
        if data.code == "vanished":
            return None
        raise NotWrittenError(f"Nothing was written: {path}: {data.message}.")
    if len(data) >= READ_LIMIT:
        raise NotWrittenError(f"Nothing was written: {path} is too large for a record.")
    return data


def verify(root: Path, changes: Sequence[Change], needs: Sequence[str] = ()) -> None:
    """Whether the files are those that the changes were planned from, and may be written; those in `needs` are there.

    Raises:
        FileChangedError: one is not.
        NotWrittenError: one may not be written, or the journal is gone.
    """
    if absence(root):
        raise NotWrittenError(f"Nothing was written: the journal is gone: {root}")
    for change in changes:
        _refuse_changed(root, change)
        _refuse_read_only(root, change.path)
    for path in needs:
        if content(root, path) is None:
            raise FileChangedError(f"{path} {_GONE}; nothing was written. Look again, then repeat it.")


def replace_all(root: Path, changes: Sequence[Change]) -> None:
    """Make every change in the journal at `root`, or none.

    Raises:
        FileChangedError: a file is not as it was `before`; nothing was written.
        NotWrittenError: the disk refused; every file is as it was.
        TrackerError: the disk refused, and refused to put files back too; the sentence names them.
    """
    replacement = _Replacement(root)
    try:
        # Files come before files go: whoever is killed in between has a record twice rather than not at all.
        for change in sorted(changes, key=lambda change: change.after is None):
            replacement.prepare(change)
        replacement.carry_out()
    except BaseException as error:
        replacement.take_back(error)
        raise


def remove_empty(root: Path, folders: Sequence[str]) -> None:
    """Remove those of these folders, the outer ones first, in which nothing is; quietly."""
    for folder in reversed(folders):
        with contextlib.suppress(OSError, NotWrittenError):
            _refuse_outside(root, folder)
            (root / folder).rmdir()


class _Replacement:
    """What has been done so far."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._steps: list[tuple[Change, Callable[[], None]]] = []
        self._begun: list[Change] = []
        self._made: list[Path] = []
        self._beside = contextlib.ExitStack()

    def prepare(self, change: Change) -> None:
        """Do all of it that takes room."""
        path = self._root / change.path
        if change.after is None:
            self._steps.append((change, lambda: _remove(path)))
            return
        with _naming(change.path):
            self._make_folders(PurePosixPath(change.path).parent)
            prepared = prepare(path, change.after)
        self._beside.callback(prepared.discard)
        self._steps.append((change, prepared.put_in_place))

    def carry_out(self) -> None:
        """Do the rest. Between a last look at each file and its end lies no more than one call of the system."""
        for change, step in self._steps:
            _refuse_changed(self._root, change)
            self._begun.append(change)
            with _naming(change.path):
                step()

    def take_back(self, error: BaseException) -> None:
        """Leave everything as it was before `prepare`."""
        self._beside.close()
        stuck = [change.path for change in reversed(self._begun) if not _put_back(self._root, change)]
        for folder in reversed(self._made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        if stuck:
            raise TrackerError(
                f"{error} But this was already written, and could not be put back: {', '.join(stuck)}. "
                "`tracker undo` does so when the disk can be written again."
            ) from error

    def _make_folders(self, folder: PurePath) -> None:
        """Make the folders of a new file. The journal's own is not made again, should it be gone."""
        here = self._root
        for part in folder.parts:
            here /= part
            with contextlib.suppress(FileExistsError):
                here.mkdir()
                self._made.append(here)
                sync_folder(here.parent)


def _put_back(root: Path, change: Change) -> bool:
    """Undo one change, if it was made. False: it was, and cannot be undone now."""
    path = root / change.path
    try:
        if content(root, change.path) != change.after:
            return True
        if change.before is None:
            _remove(path)
        else:
            write_atomically(path, change.before)
    except (OSError, NotWrittenError):
        return False
    return True


def _remove(path: Path) -> None:
    path.unlink()
    sync_folder(path.parent)


def _refuse_outside(root: Path, path: str) -> None:
    """A path of a journal is relative, and ends inside of it, whatever links it goes through."""
    parts = path.split("/")
    if not {"", ".", ".."}.isdisjoint(parts) or "\0" in path or len(PurePath(path).parts) != len(parts):
        raise NotWrittenError(f"Nothing was written: {path!r} is no path in a journal.")
    real = os.path.realpath(root / path)
    if not is_within(real, os.path.realpath(root)):
        raise NotWrittenError(f"Nothing was written: {path} leads out of the journal.")


def _refuse_changed(root: Path, change: Change) -> None:
    found = content(root, change.path)
    if found == change.before:
        return
    if found is None:
        what = _GONE
    elif change.before is None:
        what = "is there already"
    else:
        what = "changed since it was read"
    raise FileChangedError(f"{change.path} {what}; nothing was written. Look again, then repeat it.")


def _refuse_read_only(root: Path, path: str) -> None:
    """A file that is read-only could be replaced all the same; but somebody meant something by it."""
    real = os.path.realpath(root / path)
    with _naming(path), contextlib.suppress(FileNotFoundError):
        if not os.stat(real).st_mode & _ANY_WRITE_BIT or not os.access(real, os.W_OK):  # noqa: PTH116 - plain text
            raise NotWrittenError(f"Nothing was written: {path} is read-only.")


@contextlib.contextmanager
def _naming(path: str) -> Iterator[None]:
    """Say of which file the system complains."""
    try:
        yield
    except OSError as error:
        raise NotWrittenError(f"Nothing was written: {path}: {why(error)}.") from error
