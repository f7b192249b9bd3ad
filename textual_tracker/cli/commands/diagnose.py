"""`tracker diagnose`: what breaks on the way from a referral to a closing, and what to change first."""

from textual_tracker.analytics.diagnosis.diagnosis import diagnosis
from textual_tracker.cli.asked import asked_officer, asked_window, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.reports.diagnose_row import diagnosis_row
from textual_tracker.cli.reports.diagnose_text import report


def run(call: Call) -> int:
    """Print the verdicts; with `--explain` what their words mean, and nothing else."""
    if explained(call, "diagnose"):
        return 0
    window = asked_window(call)
    snapshot = open_snapshot(call)
    found = diagnosis(snapshot, window, asked_officer(call, snapshot))
    if call.json:
        call.output.json(diagnosis_row(found))
    else:
        report(call, snapshot, found)
    return 0
