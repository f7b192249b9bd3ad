"""`tracker review`: the week on one page of Markdown."""

import datetime as dt

from textual_tracker.analytics.review.review import review, week_to_review
from textual_tracker.analytics.window import Window
from textual_tracker.cli.asked import asked_officer, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.markdown_lines import print_markdown
from textual_tracker.cli.reports.review_page import review_page
from textual_tracker.cli.reports.review_row import review_row
from textual_tracker.editing.spoken import fact_day
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Print the page; with `--explain` what its words mean, and nothing else."""
    if explained(call, "review"):
        return 0
    window = _asked_week(call, call.today())
    snapshot = open_snapshot(call)
    found = review(snapshot, window, asked_officer(call, snapshot))
    if call.json:
        call.output.json(review_row(snapshot, found))
        return 0
    print_markdown(call.output, review_page(snapshot, found))
    return 0


def _asked_week(call: Call, today: dt.date) -> Window:
    """The week of the day that `--week` says; this one without it. Raises UsageError for a week that lies ahead."""
    typed = call.parsed.value("week")
    day = today if typed is None else fact_day(typed, today)[0]
    window = week_to_review(day, today)
    if window.start > today:
        raise UsageError(f"--week {typed} is the week of {window.start}, and that has not begun")
    return window
