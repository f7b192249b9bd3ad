"""Which file `tracker edit` opens: that of a referral, a partner or a day, the journal's own, or one that is named."""

from pathlib import PurePosixPath

from msgspec import Struct

from textual_tracker.analytics.naming import PARTNER_SIGN, find_record
from textual_tracker.cli.call import Call
from textual_tracker.cli.chosen import chosen
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.officers import whose_day
from textual_tracker.cli.when import named_day
from textual_tracker.cli.whom import named
from textual_tracker.core.letters import plain
from textual_tracker.editing.actions.day_file import day_path
from textual_tracker.errors import NotOneRecordError, UsageError
from textual_tracker.store.layout import ENDINGS
from textual_tracker.workspace import Workspace

JOURNAL = "journal"


class ToEdit(Struct, frozen=True):
    """A file of a journal, by its path in it; `is_new`: that of a day which has none yet."""

    workspace: Workspace
    path: str
    is_new: bool = False


def file_to_edit(call: Call) -> ToEdit:
    """The file that the words name.

    Raises UsageError where they name none, and NotOneRecordError where they name several.
    """
    name = " ".join(call.words)
    if name.lower() == JOURNAL:
        workspace = open_workspace(call)
        return ToEdit(workspace, workspace.journal.settings.path)
    if (day := named_day(name, call.today())) is not None:
        workspace = open_workspace(call)
        path = day_path(workspace.journal, day, whose_day(call, workspace.journal.settings))
        return ToEdit(workspace, path, is_new=not (workspace.root / path).exists())
    if _is_path(name):
        return _at_path(call, name)
    try:
        found = named(call, find_record)
    except NotOneRecordError:
        if (unreadable := _unreadable(call, name)) is not None:
            return unreadable
        raise
    return ToEdit(found.workspace, found.record.path)


def _is_path(name: str) -> bool:
    return "/" in name or name.lower().endswith(ENDINGS)


def _at_path(call: Call, name: str) -> ToEdit:
    if len(call.words) > 1:
        raise UsageError("one file at a time; a path with blanks in it stands in quotes")
    workspace = open_workspace(call, call.here / name)
    path = chosen(call, workspace.root)[0]
    if (workspace.root / path).is_dir():
        raise UsageError(f"{name} is a folder; name a file in it")
    return ToEdit(workspace, path)


def _unreadable(call: Call, name: str) -> ToEdit | None:
    """The one file of that name that cannot be read: nobody is known to be in it, but a person wants to mend it."""
    workspace = open_workspace(call)
    folder = "partners/" if name.startswith(PARTNER_SIGN) else ""
    wanted = plain(name.removeprefix(PARTNER_SIGN)).replace(" ", "-")
    paths = {problem.path for problem in workspace.journal.unreadable}
    fitting = [path for path in sorted(paths) if path.startswith(folder) and wanted in plain(PurePosixPath(path).stem)]
    return ToEdit(workspace, fitting[0]) if len(fitting) == 1 else None
