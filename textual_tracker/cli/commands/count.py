"""`tracker count`: the day's activity that no record shows."""

from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_workspace
from textual_tracker.cli.officers import whose_day
from textual_tracker.cli.when import date_of
from textual_tracker.cli.writing import carry_out
from textual_tracker.editing.one_line import parse_counts
from textual_tracker.workspace.counted import count_on


def run(call: Call) -> int:
    """Count what the words say."""
    day = date_of(call) or call.today()
    workspace = open_workspace(call)
    settings = workspace.journal.settings
    counts = parse_counts(call.words, settings.activities)
    return carry_out(call, workspace, count_on(counts, day=day, officer=whose_day(call, settings)))
