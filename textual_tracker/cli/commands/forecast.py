"""`tracker forecast`: will this be a good month, what the answer rests on, and how good it was before."""

import datetime as dt

from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.cli.asked import asked_officer, explained
from textual_tracker.cli.call import Call
from textual_tracker.cli.html.file import asked_page, put
from textual_tracker.cli.html.whose import whose
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.patience import patience
from textual_tracker.cli.period import period, said_day
from textual_tracker.cli.reports.forecast_row import forecast_row
from textual_tracker.cli.reports.forecast_text import report
from textual_tracker.cli.when import planned_date
from textual_tracker.errors import UsageError


def run(call: Call) -> int:
    """Print the forecast; with `--explain` what its words mean, and nothing else."""
    if explained(call, "forecast"):
        return 0
    page, until = asked_page(call), _until(call)
    snapshot = open_snapshot(call)
    officer = asked_officer(call, snapshot)
    with patience(call.output, "making the forecast …"):
        found = forecast(snapshot, by=until, officer=officer)
    if page is not None:
        from textual_tracker.cli.html.forecast_page import forecast_page  # noqa: PLC0415 - few ask for a page

        put(call, page, forecast_page(snapshot, found, whose(call, snapshot, officer), officer))
    elif call.json:
        call.output.json(forecast_row(snapshot, found, officer))
    else:
        report(call, snapshot, found, officer)
    return 0


def _until(call: Call) -> dt.date | None:
    """The last day of the window that `--by` says; of a month or a year its last. Raises UsageError for one before."""
    typed = call.parsed.value("by")
    if typed is None:
        return None
    days = period(typed, "by", call.today())
    until = planned_date(call, "by") if days is None else days[1]
    if until is not None and until < call.today():
        over = said_day(typed, until, "is over")
        raise UsageError(f"--by {over}: a forecast looks ahead, from {call.today()} on")
    return until
