"""Writing down what a key or a line asked for, on the files as they are; runs in a thread of the bridge."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from functools import partial
from pathlib import PurePosixPath
from typing import NamedTuple

from textual.message import Message

from textual_tracker.core.records import Day, Partner, Referral
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.errors import FileChangedError, TrackerError
from textual_tracker.tui.messages import NotCommitted, NotWritten, Written
from textual_tracker.tui.writing.steps import Ask, Echo, Seen, Step, Write
from textual_tracker.workspace import Workspace

AGAIN = "Enter writes it all the same."
"""What is said beside a line that comes back because its record has changed."""


class NotAsSeenError(FileChangedError):
    """A record is not what was on the screen: `now` is what its file says, `None` where that is no such record."""

    def __init__(self, sentence: str, now: Seen | None) -> None:
        super().__init__(sentence)
        self.now = now


class Penned(NamedTuple):
    """What came of it, and the folders in which something may be other now; `None`: any."""

    message: Message
    folders: Collection[str] | None = None
    commit: Callable[[], NotCommitted | None] | None = None
    """What is left to do once that is told: to tell git, which may take its time; the result is told too."""


def write(workspace: Workspace, asked: Write) -> Penned:
    """Plan it on the files as they are now, and perform it."""
    try:
        plan = workspace.plan(as_seen(asked.seen, asked.action, asked.parts), time=_hour(workspace))
        written = workspace.write(plan)
    except NotAsSeenError as error:
        again = "" if asked.line is None else f" {AGAIN}"
        return Penned(NotWritten(f"{error}{again}", asked.line and bound_anew(asked.line, error.now)))
    except (TrackerError, OSError) as error:
        return Penned(NotWritten(str(error), asked.line))
    warnings = tuple(problem.message for problem in plan.remarks)
    message = Written(written.says, (*warnings, *filter(None, [written.remark])))
    return Penned(message, folders(plan.paths), partial(commit, workspace, plan.paths, plan.says))


def undo(workspace: Workspace) -> Penned:
    """Take back the last write."""
    try:
        undone = workspace.take_back()
    except (TrackerError, OSError) as error:
        return Penned(NotWritten(str(error)))
    message = Written(undone.says, tuple(filter(None, [undone.remark])), undone=True)
    return Penned(message, folders(undone.paths), partial(commit, workspace, undone.paths, undone.message))


def commit(workspace: Workspace, paths: Sequence[str], says: str) -> NotCommitted | None:
    """Tell git of what was written, where the journal wants that; what to say where that did not work."""
    sentence = workspace.commit(paths, says)
    return NotCommitted(says, sentence) if sentence else None


def as_seen(seen: Sequence[Seen], action: Action, parts: Sequence[str] = ()) -> Action:
    """The same action, refused where one of the records in its files is not what was on the screen.

    With `parts` only these fields of them are compared: what nobody replaces may have changed.
    """

    def act(draft: Draft) -> str:
        for record in seen:
            now = draft.file(record.path).record
            if not _is_same(record, now, parts):
                fresh = now if isinstance(now, Referral | Partner | Day) else None
                raise NotAsSeenError(f"{_called(record)} has just changed; nothing was written. Look again.", fresh)
        return action(draft)

    return act


def bound_anew(line: Ask, now: Seen | None) -> Ask:
    """The same line, about the record as it is now: who has read that it changed may write all the same."""

    def read(text: str) -> Echo:
        echo = line.read(text)
        return echo._replace(step=_step_anew(echo.step, now))

    return line._replace(read=read)


def _step_anew(step: Step | None, now: Seen | None) -> Step | None:
    if isinstance(step, Ask):
        return bound_anew(step, now)
    if isinstance(step, Write) and now is not None:
        return step._replace(seen=tuple(now if record.path == now.path else record for record in step.seen))
    return step


def _is_same(seen: Seen, now: object, parts: Sequence[str]) -> bool:
    if not parts or type(now) is not type(seen):
        return now == seen
    return all(getattr(now, part) == getattr(seen, part) for part in parts)


def _called(record: Seen) -> str:
    return f"{record.name}'s file" if isinstance(record, Referral | Partner) else record.path


def _hour(workspace: Workspace) -> dt.time | None:
    """The time of day, where the day of the journal is the system's own."""
    now = dt.datetime.now()  # noqa: DTZ005 - the person's own clock is local
    return now.time().replace(second=0, microsecond=0) if now.date() == workspace.today() else None


def folders(paths: Sequence[str]) -> frozenset[str]:
    """The folders of these files and those above them, as a look at the journal names them."""
    above = {str(folder) for path in paths for folder in PurePosixPath(path).parents}
    return frozenset("" if folder == "." else folder for folder in above)
