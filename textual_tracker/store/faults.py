"""What can be wrong with a file before a word of it is read: problems, each with its code and a sentence.

A record file that cannot be opened is an error, for it hides a client; what is merely odd is a warning.
"""

import errno
import os
import stat
from typing import Final

from textual_tracker.core.problems import ERROR, WARNING, Problem

_STRANGE: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
LOOP_ERRORS: Final = (errno.ELOOP, getattr(errno, "EMLINK", errno.ELOOP))


def cannot_open(path: str, error: OSError, what: str = "file") -> Problem:
    """The operating system's refusal, in a sentence; `what` is "file" or "folder"."""
    if isinstance(error, PermissionError):
        return _error(path, "no_permission", f"you have no permission to read this {what}", _permission_hint(what))
    if isinstance(error, FileNotFoundError):
        return Problem(
            path=path,
            severity=WARNING,
            code="vanished",
            message=f"this {what} vanished while the journal was being read",
            hint="look again; a synchroniser or git may be at work",
        )
    if error.errno in LOOP_ERRORS:
        return link_loop(path)
    reason = os.strerror(error.errno) if error.errno else str(error)
    return _error(path, "cannot_read", f"this {what} cannot be read: {reason}", "check the disk or the network")


def not_a_file(path: str, mode: int) -> Problem:
    """A folder, pipe, socket or device that has a record's name."""
    thing = _STRANGE.get(stat.S_IFMT(mode), "not a file")
    return _error(path, "not_a_file", f"this is {thing}, not a record", "rename it, or move it out of the journal")


def dangling_link(path: str) -> Problem:
    """A symbolic link to nothing."""
    return _error(path, "dangling_link", "this link leads to a file that does not exist", "mend the link, or delete it")


def link_outside(path: str) -> Problem:
    """A symbolic link out of the journal: it is not followed."""
    message = "this link leads out of the journal and is not followed"
    return _error(path, "link_outside", message, "put the file itself here")


def link_loop(path: str) -> Problem:
    """A symbolic link that leads back to where it came from."""
    return _error(path, "link_loop", "this link leads in a circle", "delete the link")


def too_deep(path: str, levels: int) -> Problem:
    """A folder below the deepest that is read."""
    message = f"folders more than {levels} deep are not read"
    return _error(path, "too_deep", message, "move the records up: referrals/<year>/")


def bad_name(path: str) -> Problem:
    """A file name that is not UTF-8: no id could be made of it. The path shows odd bytes as escapes."""
    shown = path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return _error(shown, "file_name", "the name of this file is not valid UTF-8", "rename it with plain letters")


def conflicted_copy(path: str) -> Problem:
    """A copy that a synchroniser left; never read as a record."""
    return _warning(
        path,
        "conflicted_copy",
        "a synchroniser left this copy because the record was changed on two machines; it is not read",
        "compare it with the original, copy over what is missing, delete it",
    )


def not_read(path: str) -> Problem:
    """A file in a record folder that was meant for a record, and is not named like one."""
    name = path.rpartition("/")[2]
    rest = name[10:] if name[:10].count("-") == 2 else name  # noqa: PLR2004 - the two of a day
    hint = f"rename it to {name[: len(name) - len(rest)]}{rest.partition('.')[0]}.yaml"
    return _warning(path, "not_read", "this file is not read: the name of a record ends in .yaml", hint)


def misplaced(path: str, folder: str) -> Problem:
    """A record, or a folder of records, at the top of the journal where none is looked for."""
    if path.lower().endswith((".yaml", ".yml")):
        where = f"{folder}/{path[:4]}/"
        return _warning(path, "not_read", f"this file is not read: it belongs in {where}", f"move it to {where}")
    return _warning(path, "not_read", f"this folder is not read: its name is not {folder}", f"rename it to {folder}")


CLASHES: Final = frozenset({"duplicate_id", "duplicate_day"})
"""The codes of what is wrong between two files."""


def duplicate_id(path: str, first: str, given: str) -> Problem:
    """A second file with the stem of `first`; it goes by the id `given`."""
    message = f"{first} has the same name; this record goes by {given}"
    return _warning(path, "duplicate_id", message, "rename one of the two, or delete it if it is a copy")


def duplicate_day(path: str, first: str) -> Problem:
    """A second file for one officer's day; its counters are not counted."""
    message = f"{first} is the same day; this file is not counted"
    return _warning(path, "duplicate_day", message, "move the counts into one file and delete the other")


def no_settings(path: str) -> Problem:
    """The folder has no journal.yaml (any more): the defaults hold."""
    return _error(path, "no_settings", "the journal has no journal.yaml; the defaults hold", "write one: format: 1")


def _permission_hint(what: str) -> str:
    return "chmod u+rx" if what == "folder" else "chmod u+r"


def _error(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, severity=ERROR, code=code, message=message, hint=hint)


def _warning(path: str, code: str, message: str, hint: str) -> Problem:
    return Problem(path=path, severity=WARNING, code=code, message=message, hint=hint)
