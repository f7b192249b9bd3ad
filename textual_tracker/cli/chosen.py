"""The files and folders of a journal that the words of a command name; without a word, all of it."""

import os
from pathlib import Path

from textual_tracker.cli.call import Call
from textual_tracker.core.journal import Journal
from textual_tracker.errors import UsageError


def chosen(call: Call, root: Path) -> list[str]:
    """The paths that the words name, relative to the journal with forward slashes; "" is all of it."""
    wanted = []
    for typed in call.words:
        path = _existing(typed, (call.here, root))
        if not path.is_relative_to(root.resolve()):
            raise UsageError(f"{typed} is not in the journal {root}")
        relative = path.relative_to(root.resolve()).as_posix()
        wanted.append("" if relative == "." else relative)
    return wanted


def is_chosen(path: str, wanted: list[str]) -> bool:
    """Whether the file at `path` is one of those, or lies in one of the folders; if there are none, every file is."""
    return not wanted or any(not one or path == one or path.startswith(f"{one}/") for one in wanted)


def chosen_files(journal: Journal, wanted: list[str]) -> list[str]:
    """The files of records among them, those that cannot be read too, in the order of their paths."""
    paths = {journal.settings.path, *(problem.path for problem in journal.unreadable)}
    for records in (journal.referrals, journal.days, journal.partners):
        paths.update(record.path for record in records.values())
    return sorted(path for path in paths if is_chosen(path, wanted))


def _existing(typed: str, bases: tuple[Path, ...]) -> Path:
    """The file or folder, as seen from here, else from the journal."""
    for base in bases:
        path = base / typed
        if os.path.lexists(path):
            return path.parent.resolve() / path.name if path.is_symlink() else path.resolve()
    raise UsageError(f"there is no {typed}, neither here nor in the journal")
