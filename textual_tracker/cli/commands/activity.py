"""`tracker activity`: am I doing the work, and what comes of it."""

from textual_tracker.analytics.activity.year import activity_year
from textual_tracker.analytics.results.happened import happened
from textual_tracker.analytics.results.ratios import ratios
from textual_tracker.analytics.results.weekly import weeks_of
from textual_tracker.cli.asked import asked_officer, asked_window, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.html.file import asked_page, put
from textual_tracker.cli.html.whose import whose
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.reports.activity_row import activity_row
from textual_tracker.cli.reports.activity_text import report


def run(call: Call) -> int:
    """Print the days of the window, beside their results; with `--explain` what the words mean, and nothing else."""
    if explained(call, "activity"):
        return 0
    page, window = asked_page(call), asked_window(call)
    snapshot = open_snapshot(call)
    officer = asked_officer(call, snapshot)
    year = activity_year(snapshot, officer, window)
    found, days = happened(snapshot, window, officer), [one.activity for one in year.days if one.activity.known]
    weeks, of_all = weeks_of(days, found, window), ratios(days, found)
    if page is not None:
        from textual_tracker.cli.html.activity_page import activity_page  # noqa: PLC0415 - few ask for a page

        put(call, page, activity_page(snapshot, year, weeks, of_all, whose(call, snapshot, officer)))
    elif call.json:
        call.output.json(activity_row(year, weeks, of_all))
    else:
        report(call, snapshot, year, weeks, of_all)
    return 0
