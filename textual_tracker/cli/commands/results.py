"""`tracker results`: what became of the referrals of a window, and whether the work turns into closed loans."""

import msgspec

from textual_tracker.analytics.results.results import results
from textual_tracker.cli.asked import asked_officer, asked_window, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.results_row import results_row
from textual_tracker.cli.results_text import report


def run(call: Call) -> int:
    """Print the report; with `--explain` what its words mean, and nothing else."""
    if explained(call, "results"):
        return 0
    window = asked_window(call)
    snapshot = open_snapshot(call)
    found = results(snapshot, window, asked_officer(call, snapshot))
    if call.json:
        call.output.data(msgspec.json.encode(results_row(found)) + b"\n")
    else:
        report(call, snapshot, found)
    return 0
