"""`tracker count`: the day's activity that no record shows."""

import shlex
from collections.abc import Sequence

from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.officers import whose_day
from textual_tracker.cli.when import date_of
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.one_line import Count, parse_counts
from textual_tracker.editing.repeated import repeated
from textual_tracker.errors import UsageError
from textual_tracker.workspace.counted import count_on


def run(call: Call) -> int:
    """Count what the words say."""
    day = date_of(call) or call.today()
    workspace = open_workspace(call)
    settings = workspace.journal.settings
    counts = _counts(call, settings.activities)
    return carry_out(call, workspace, count_on(counts, day=day, officer=whose_day(call, settings)))


def _counts(call: Call, activities: Sequence[str]) -> tuple[Count, ...]:
    """What the words say; raises UsageError where they say nothing, or a day, which is an option's."""
    try:
        return parse_counts(call.words, activities)
    except UsageError:
        from textual_tracker.cli.misplaced import is_day  # noqa: PLC0415 - only where something is wrong

        for at in range(1, len(call.words)):
            day = " ".join(call.words[at:])
            if is_day(day, call.today(), plan=False) and not day.startswith(("+", "-")):
                line = f"tracker count {' '.join(call.words[:at])} --date {shlex.quote(day)}"
                raise UsageError(f"{repeated(day)} is no counter; which day it was, --date says: {line}") from None
        raise
