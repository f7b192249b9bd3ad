"""Refused actions: exceptions that carry the exit code of the command line.

Bad data in a file is never one of these: it is a value, `textual_tracker.core.problems.Problem`.
The exit codes are those of the interface: 0 done, 1 check found errors, 2 usage, 3 no journal,
4 the file changed underneath, 5 git, 130 interrupted.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from textual_tracker.core.problems import Problem


class TrackerError(Exception):
    """A refused action. `str(error)` is a whole sentence for the person at the terminal."""

    exit_code = 2


class UsageError(TrackerError):
    """The words of the command do not fit: a wrong flag, date, query or value."""


class NotOneRecordError(UsageError):
    """A name that fits no record, or several; the message lists the candidates."""


class NoJournalError(TrackerError):
    """There is no journal here, or it cannot be opened."""

    exit_code = 3


class RefusedEditError(TrackerError):
    """An action that makes no sense for this record, or would leave it in error; nothing was written.

    `problems` are those that the file has, or would have had.
    """

    def __init__(self, sentence: str, *, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(sentence)
        self.problems = problems


class NotWrittenError(TrackerError):
    """The disk refused: read-only, full, or gone. Every file is as it was."""


class FileChangedError(TrackerError):
    """A file is not the one that was read; nothing was written."""

    exit_code = 4


class GitError(TrackerError):
    """The git command failed; no record was lost."""

    exit_code = 5
