"""Performing a plan and taking it back: under the lock, on the files that were planned from, and never by halves."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Final, TypeAlias

import msgspec
from msgspec import Struct

from textual_tracker.editing.plan import FileChange, Plan
from textual_tracker.errors import FileChangedError, NotWrittenError, RefusedEditError
from textual_tracker.store import undo as undo_log
from textual_tracker.store.lock import only_writer
from textual_tracker.store.refusals import why
from textual_tracker.store.replacing import Change, content, remove_empty, replace_all, verify
from textual_tracker.store.undo import Entry, digest

Waiting: TypeAlias = Callable[[], AbstractContextManager[None]]
"""Gives what surrounds the telling of git, which may take as long as a person's hooks do: all is written by then."""

_UNDO: Final = "Undo: "


class Written(Struct, frozen=True):
    """A plan that was performed. `entry_id` is what undo knows it by, "" where it cannot be undone.

    `remark` says what did not work beside the write, such as git, and what a person may miss in it; "" for nothing.
    """

    entry_id: str
    says: str
    remark: str = ""


class Undone(Struct, frozen=True):
    """A write that was taken back: the sentence that had told of it, and what changed now. `remark` as in `Written`."""

    says: str
    changes: tuple[FileChange, ...]
    remark: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """The files that are others now."""
        return tuple(change.path for change in self.changes)

    @property
    def message(self) -> str:
        """What git is told of it."""
        return f"{_UNDO}{self.says}"


def perform(root: Path, plan: Plan, *, auto_commit: bool, waiting: Waiting = nullcontext) -> Written:
    """Write what was planned into the journal at `root`; with `auto_commit`, tell git of it, inside of `waiting`.

    Raises:
        FileChangedError: a file is not the one that was planned from, or one that the plan needs is gone; nothing was
            written.
        NotWrittenError: the disk refused; every file is as it was.
        TrackerError: another program has been writing in this journal for too long; nothing was written.
    """
    written = write(root, plan)
    committed = commit(root, plan.paths, plan.says, waiting) if auto_commit else ""
    return msgspec.structs.replace(written, remark=" ".join(filter(None, (written.remark, committed))))


def write(root: Path, plan: Plan) -> Written:
    """The same without git, which whoever calls may tell afterwards (`commit`); raises what `perform` raises."""
    if not plan.changes:
        return Written("", plan.says)
    changes = _plain(plan.changes)
    with only_writer(root):
        verify(root, changes, plan.needs)
        entry_id, remark = _remember(root, plan.says, changes)
        try:
            replace_all(root, changes)
        except BaseException:
            _forget_if_nothing_is_left(root, entry_id, changes)
            raise
        undo_log.prune(root)
    return Written(entry_id, plan.says, " ".join(filter(None, (plan.aside, remark))))


def note(root: Path, plan: Plan, *, auto_commit: bool, waiting: Waiting = nullcontext) -> Written:
    """Let undo know, and git if `auto_commit`, of what somebody wrote already: each file holds what the plan says.

    Raises:
        NotWrittenError: the journal is gone, or a file cannot be read.
        TrackerError: another program has been writing in this journal for too long.
    """
    changes = _plain(plan.changes)
    with only_writer(root):
        if any(content(root, change.path) != change.after for change in changes):
            return Written("", plan.says, "This cannot be undone: the file has changed again since.")
        entry_id, remark = _remember(root, plan.says, changes)
        undo_log.prune(root)
    committed = commit(root, plan.paths, plan.says, waiting) if auto_commit else ""
    return Written(entry_id, plan.says, " ".join(filter(None, (remark, committed))))


def put_back(root: Path, changes: Sequence[FileChange]) -> None:
    """Give files back what they held before, if they are still as they were left; undo and git hear nothing of it.

    Raises:
        FileChangedError: a file is not as it was left; nothing was written.
        NotWrittenError: the disk refused; every file is as it was.
        TrackerError: another program has been writing in this journal for too long; nothing was written.
    """
    back = [Change(change.path, change.after, change.before) for change in changes]
    with only_writer(root):
        verify(root, back)
        replace_all(root, back)


def plan_undo(root: Path) -> Plan:
    """What `undo` would write.

    Raises:
        RefusedEditError: there is nothing to undo.
        FileChangedError: a file has changed since; the sentence says which.
    """
    entry, changes = _newest(root, forget=False)
    return Plan(says=f"{_UNDO}{entry.says}", changes=changes)


def undo(root: Path, *, auto_commit: bool, waiting: Waiting = nullcontext) -> Undone:
    """Take back the last write in the journal at `root`; with `auto_commit`, tell git of it, inside of `waiting`.

    Raises what `take_back` raises.
    """
    undone = take_back(root)
    committed = commit(root, undone.paths, undone.message, waiting) if auto_commit else ""
    return msgspec.structs.replace(undone, remark=committed)


def take_back(root: Path) -> Undone:
    """Take back the last write in the journal at `root` that was not taken back yet; folders that it made, if empty.

    Raises:
        RefusedEditError: there is nothing to undo.
        FileChangedError: a file has changed since; nothing was written.
        NotWrittenError: the disk refused; every file is as it was.
        TrackerError: another program has been writing in this journal for too long; nothing was written.
    """
    with only_writer(root):
        entry, changes = _newest(root, forget=True)
        verify(root, _plain(changes))
        replace_all(root, _plain(changes))
        remove_empty(root, entry.folders)
        undo_log.drop(root, entry.id)
    return Undone(entry.says, changes)


def commit(root: Path, paths: Sequence[str], message: str, waiting: Waiting = nullcontext) -> str:
    """Tell git of what is written; a remark where that did not work. Outside of the lock: hooks may take their time."""
    if not paths:
        return ""
    from textual_tracker.history import commit as git  # noqa: PLC0415 - for those alone who want it

    with waiting():
        complaint = git.commit(root, paths, message)
    return f"This is not committed: {complaint}." if complaint else ""


def _newest(root: Path, *, forget: bool) -> tuple[Entry, tuple[FileChange, ...]]:
    """The last write of which something is left, and what takes it back; `forget` those of which nothing is."""
    verify(root, ())  # of a journal that is away nothing is left either, but that is not to be forgotten
    for entry in undo_log.entries(root):
        changes = tuple(_back(root, entry))
        if changes:
            return entry, changes
        if forget:
            undo_log.drop(root, entry.id)
    raise RefusedEditError("There is nothing to undo.")


def _back(root: Path, entry: Entry) -> Iterator[FileChange]:
    """What takes a write back. A file that is as before was put back already, or never written: a program was killed.

    Raises:
        FileChangedError: a file is neither as it was left nor as it was before.
    """
    for file in entry.files:
        now = content(root, file.path)
        if now == file.before:
            continue
        if digest(now) != file.left:
            raise FileChangedError(
                f'"{entry.says}" cannot be undone: {file.path} has changed since. Nothing was written.'
            )
        yield FileChange(file.path, now, file.before)


def _remember(root: Path, says: str, changes: Sequence[Change]) -> tuple[str, str]:
    """The id of the entry in the undo log; or "", and a remark that says why there is none."""
    try:
        return undo_log.add(root, says, changes), ""
    except OSError as error:
        return "", f"This cannot be undone: what that needs could not be kept ({why(error)})."


def _forget_if_nothing_is_left(root: Path, entry_id: str, changes: Sequence[Change]) -> None:
    """After a write that failed: its entry is needed only if a file could not be put back."""
    with contextlib.suppress(NotWrittenError):
        if entry_id and not any(content(root, change.path) == change.after for change in changes):
            undo_log.drop(root, entry_id)


def _plain(changes: Sequence[FileChange]) -> list[Change]:
    return [Change(change.path, change.before, change.after) for change in changes]
