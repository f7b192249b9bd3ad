"""What becomes of a file that was in a person's editor; runs in a thread of the bridge."""

from functools import partial
from pathlib import PurePosixPath

from textual_tracker.analytics.wording import count
from textual_tracker.config import editor
from textual_tracker.errors import TrackerError
from textual_tracker.tui.messages import Faulty, NotWritten, Told, Written
from textual_tracker.tui.writing.pen import Penned, commit, folders
from textual_tracker.workspace import Workspace
from textual_tracker.workspace.edit_loop import Left, Opened, accept, close_file, discard, look_again


def settle(workspace: Workspace, opened: Opened, failure: str = "", *, took: float) -> Penned:
    """Look at what the editor left after `took` seconds; `failure` is what went wrong with the editor itself."""
    try:
        left = look_again(workspace, opened)
        if left.errors:
            return Penned(Faulty(opened, left), folders([opened.path]))
        if left.is_changed:
            return keep(workspace, opened, left, failure)
    except (TrackerError, OSError) as error:
        return Penned(NotWritten(str(error)))
    close_file(opened)
    if failure:
        return Penned(NotWritten(failure))
    told = f"{left.plan.says[0].upper()}{left.plan.says[1:]}."
    return Penned(Told(editor.NOT_WAITED if opened.is_watched and took < editor.AT_ONCE else told))


def keep(workspace: Workspace, opened: Opened, left: Left, failure: str = "") -> Penned:
    """Let the file be as it is now."""
    try:
        written = accept(workspace, opened, left, commits=False)
    except (TrackerError, OSError) as error:
        return Penned(NotWritten(str(error)))
    errors = f"It has {count(len(left.errors), 'error')} now." if left.errors else ""
    warnings = (problem.message for problem in left.plan.remarks)
    remarks = tuple(filter(None, (failure, errors, *warnings, written.remark)))
    tell_git = partial(commit, workspace, left.plan.paths, left.plan.says)
    is_for_git = written.entry_id and not left.errors
    return Penned(Written(written.says, remarks), folders([opened.path]), tell_git if is_for_git else None)


def throw_away(workspace: Workspace, opened: Opened, left: Left) -> Penned:
    """Give the file back what it held before."""
    try:
        kept = discard(workspace, opened, left)
    except (TrackerError, OSError) as error:
        return Penned(NotWritten(str(error)))
    name = PurePosixPath(opened.path).name
    return Penned(Told(f"{name} is as it was. What you typed is kept: {kept}"), folders([opened.path]))
