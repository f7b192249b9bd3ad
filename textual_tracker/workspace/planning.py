"""From an action to a plan: the edits, what follows from them for the day's counters, and whether it may be."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from textual_tracker.core.journal import Journal
from textual_tracker.core.problems import Problem
from textual_tracker.editing.draft import Action, Draft
from textual_tracker.editing.judging import judge
from textual_tracker.editing.plan import Plan
from textual_tracker.errors import NotWrittenError
from textual_tracker.store.opening import read_file
from textual_tracker.workspace.counters import newly_shown, on_nobodys_day, raise_typed_counters


def plan_action(
    root: Path,
    journal: Journal,
    action: Action,
    *,
    today: dt.date,
    time: dt.time | None,
    judged: bool = True,
    everybody: Callable[[], Journal] | None = None,
) -> Plan:
    """What `action` would write into the journal at `root`, whose files are read anew.

    `everybody` gives the whole journal, where `journal` is without the settled referrals. Without `judged` the errors
    of a file are no reason to refuse: for what changes the form of a text, no fact in it.

    Raises:
        RefusedEditError: it makes no sense for these records, or would leave an error in a file.
        FileChangedError: a file that it needs is gone.
        UsageError: what was asked for is not there.
    """
    draft = Draft(journal, today, time, lambda path: _bytes_of(root, path))
    says = action(draft)
    if not judged:
        return Plan(says=says, changes=draft.changes, needs=draft.needs)
    newly = newly_shown(draft)
    raised = raise_typed_counters(draft, newly)
    remarks = judge(draft, everybody)
    return Plan(
        says=f"{says} ({raised})" if raised else says,
        changes=draft.changes,
        remarks=remarks,
        needs=draft.needs,
        aside=on_nobodys_day(draft, newly),
    )


def _bytes_of(root: Path, path: str) -> bytes | None:
    """The file as it is now; `None` where there is none."""
    found = read_file(str(root), path)
    if not isinstance(found, Problem):
        return found
    if not (root / path).is_symlink() and not (root / path).exists():
        return None
    raise NotWrittenError(f"{path} cannot be read, so nothing is written into it: {found.message}")
