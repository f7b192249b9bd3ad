"""`tracker results`: what became of the referrals of a window, and whether the work turns into closed loans."""

from textual_tracker.analytics.results.results import results
from textual_tracker.cli.asked import asked_officer, asked_window, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.html.file import asked_page, put
from textual_tracker.cli.html.whose import whose
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.reports.results_row import results_row
from textual_tracker.cli.reports.results_text import report


def run(call: Call) -> int:
    """Print the report; with `--explain` what its words mean, and nothing else."""
    if explained(call, "results"):
        return 0
    page, window = asked_page(call), asked_window(call)
    snapshot = open_snapshot(call)
    officer = asked_officer(call, snapshot)
    found = results(snapshot, window, officer)
    if page is not None:
        from textual_tracker.analytics.diagnosis.diagnosis import diagnosis  # noqa: PLC0415 - few ask for a page
        from textual_tracker.cli.html.results_page import results_page  # noqa: PLC0415 - likewise

        verdicts = diagnosis(snapshot, window, officer)
        put(call, page, results_page(snapshot, found, verdicts, whose(call, snapshot, officer)))
    elif call.json:
        call.output.json(results_row(found))
    else:
        report(call, snapshot, found)
    return 0
