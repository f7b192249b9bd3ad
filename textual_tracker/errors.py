"""Refused actions: exceptions that carry the exit code of the command line.

Bad data in a file is never one of these: it is a value, `textual_tracker.core.problems.Problem`.
The exit codes are those of the interface: 0 done, 1 check found errors, 2 usage, 3 no journal,
4 the file changed underneath, 5 git, 130 interrupted.
"""


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


class FileChangedError(TrackerError):
    """A file is not the one that was read; nothing was written."""

    exit_code = 4


class GitError(TrackerError):
    """The git command failed; no record was lost."""

    exit_code = 5
