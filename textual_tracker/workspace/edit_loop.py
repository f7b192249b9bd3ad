"""What surrounds a person's own editor: the file as it was before, what they left in it, and what becomes of that.

The editor writes the file itself. What it said before lies in the user's state folder for as long as the editor is
open, so that it is not lost whatever happens to the program or the machine. What another tracker wrote in the file
meanwhile is not the editor's: that stays, whether the edit is kept, undone or discarded.
"""

import contextlib
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import msgspec
from msgspec import Struct

from textual_tracker.core.problems import ERROR, Problem
from textual_tracker.editing.edited import edited
from textual_tracker.editing.judging import compared, problems_of
from textual_tracker.editing.plan import FileChange, Plan
from textual_tracker.errors import FileChangedError, NotWrittenError, TrackerError
from textual_tracker.store import drafts
from textual_tracker.store.lock import only_writer
from textual_tracker.store.replacing import content
from textual_tracker.workspace import writing
from textual_tracker.workspace.meanwhile import Noted, meanwhile, noted
from textual_tracker.workspace.workspace import Workspace
from textual_tracker.workspace.writing import Waiting, Written

NOT_COMMITTED = "It is not committed while there is an error in it."
MIXED = "This cannot be undone: another tracker wrote in the file too while it was open."
STILL_NOT_COMMITTED = "It is not committed."


class Opened(Struct, frozen=True):
    """A file that is handed to an editor: its path in the journal and what it holds, `None`: there is none.

    Without `is_watched` the program cannot read it, and does not look at it again. `copy` is where its old text lies
    meanwhile, and `known` the writes in it that could be undone.
    """

    path: str
    before: bytes | None
    is_watched: bool = True
    copy: Path | None = None
    known: tuple[Noted, ...] = ()


class Left(Struct, frozen=True):
    """What the editor left: as a plan that is carried out already, with the new warnings as its remarks.

    `errors` are those that are new, `standing` those that the file had before. `is_mixed`: another tracker wrote in the
    file after the editor had saved it, so that the two cannot be told apart.
    """

    plan: Plan
    errors: tuple[Problem, ...] = ()
    standing: tuple[Problem, ...] = ()
    is_mixed: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether the file is another than before."""
        return bool(self.plan.changes)


def open_file(root: Path, path: str) -> Opened:
    """Remember the file at `path` of the journal at `root`, before an editor has it."""
    try:
        before = content(root, path)
    except NotWrittenError:  # too large, or no text file: a person may mend that too
        return Opened(path, None, is_watched=False)
    copy = None
    if before:
        with contextlib.suppress(NotWrittenError):
            copy = drafts.keep(root, f"{path.removesuffix('.yaml')}-before", before)
    return Opened(path, before, copy=copy, known=noted(root, path))


def close_file(opened: Opened) -> None:
    """The old text is where it was, or can be had back: the copy of it is not needed any more."""
    if opened.copy is not None:
        with contextlib.suppress(OSError):
            opened.copy.unlink()


def first_place(workspace: Workspace, opened: Opened) -> tuple[int, int]:
    """Line and column of the file's first error, else of its first problem, else of its beginning."""
    if opened.before is None:
        return 1, 1
    return place_of(problems_of(workspace.journal, workspace.today(), opened.path, opened.before))


def place_of(problems: "list[Problem] | tuple[Problem, ...]") -> tuple[int, int]:
    """Line and column at which to begin to mend them."""
    first = min(problems, key=lambda problem: (problem.severity != ERROR, problem.sort_key), default=None)
    return (1, 1) if first is None else (first.line, first.column)


def look_again(workspace: Workspace, opened: Opened) -> Left:
    """What the editor left in the file, beside what other trackers wrote in it meanwhile.

    Raises:
        NotWrittenError: it cannot be read, or the journal is gone.
        TrackerError: another program has been writing in this journal for too long.
    """
    if not opened.is_watched:
        return Left(Plan(says="it is not checked, for the program cannot read it", changes=()))
    with _naming(opened), only_writer(workspace.root):  # a tracker notes its write before the file has it
        after = content(workspace.root, opened.path)
        others = meanwhile(opened.before, opened.known, noted(workspace.root, opened.path), after)
    before = opened.before if others.is_mixed else others.before
    left = judged(workspace, FileChange(opened.path, before, after))
    return msgspec.structs.replace(left, is_mixed=others.is_mixed and left.is_changed)


def judged(workspace: Workspace, change: FileChange) -> Left:
    """What a change means, and the problems that it makes, by the checks of `tracker check`."""
    if change.before == change.after:
        return Left(Plan(says="nothing was changed", changes=()))
    today = workspace.today()
    new, old = compared(workspace.journal, today, change, workspace.everybody)
    return Left(
        Plan(
            says=edited(change, today),
            changes=(change,),
            remarks=tuple(problem for problem in new if problem.severity != ERROR),
        ),
        errors=_errors(new),
        standing=_errors(old),
    )


def accept(
    workspace: Workspace, opened: Opened, left: Left, *, commits: bool = True, waiting: Waiting = nullcontext
) -> Written:
    """Let the file stay as it was left; undo takes it back. Git hears of it, in `waiting`, unless it has new errors.

    Without `commits` whoever calls tells git, of what can be undone and has no errors.

    Raises:
        NotWrittenError: the journal is gone.
        TrackerError: another program has been writing in this journal for too long; the file is as it was left.
    """
    wanted = workspace.journal.settings.auto_commit
    if left.is_mixed:
        return Written(
            "", left.plan.says, " ".join([MIXED, *([STILL_NOT_COMMITTED] if wanted else []), _where(opened)])
        )
    with _naming(opened):
        written = writing.note(
            workspace.root, left.plan, auto_commit=wanted and commits and not left.errors, waiting=waiting
        )
    remarks = [written.remark, NOT_COMMITTED if wanted and left.errors else ""]
    if written.entry_id:
        close_file(opened)
    else:
        remarks += [STILL_NOT_COMMITTED] if wanted and not commits and not left.errors else []
        remarks.append(_where(opened))
    return msgspec.structs.replace(written, remark=" ".join(filter(None, remarks)))


def discard(workspace: Workspace, opened: Opened, left: Left) -> Path:
    """Give the file back what it held before, or what another tracker left in it.

    The result is where lies what was typed.

    Raises:
        FileChangedError: the file is not as the editor left it, or another tracker wrote in it between what was typed;
            nothing was written.
        NotWrittenError: the disk refused; the file is as it was left.
        TrackerError: another program has been writing in this journal for too long; the file is as it was left.
    """
    change = left.plan.changes[0]
    kept = drafts.keep(workspace.root, change.path, change.after or b"")
    try:
        if left.is_mixed:
            raise FileChangedError(
                f"Another tracker wrote in {change.path} too while it was open; nothing was written."
            )
        writing.put_back(workspace.root, left.plan.changes)
    except TrackerError as error:
        told = str(error)
        if isinstance(error, FileChangedError) and not left.is_mixed:
            told = f"{change.path} has changed again since you left the editor; nothing was written."
        raise type(error)("\n".join([told, f"What you typed is kept: {kept}", _where(opened)]).rstrip()) from None
    close_file(opened)
    return kept


@contextlib.contextmanager
def _naming(opened: Opened) -> Iterator[None]:
    """Say beside what goes wrong where the old text lies."""
    try:
        yield
    except TrackerError as error:
        raise type(error)("\n".join(filter(None, [str(error), _where(opened)]))) from None


def _where(opened: Opened) -> str:
    return f"What the file held before is kept: {opened.copy}" if opened.copy is not None else ""


def _errors(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted((one for one in problems if one.severity == ERROR), key=lambda one: one.sort_key))
