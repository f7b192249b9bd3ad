"""`tracker forecast`: will this be a good month, what the answer rests on, and how good it was before."""

import datetime as dt

from textual_tracker.analytics.forecast.forecast import forecast
from textual_tracker.cli.asked import MONTH, asked_officer, explained, month_end
from textual_tracker.cli.call import Call
from textual_tracker.cli.forecast_row import forecast_row
from textual_tracker.cli.forecast_text import report
from textual_tracker.cli.html.file import asked_page, put
from textual_tracker.cli.html.whose import whose
from textual_tracker.cli.journal import open_snapshot
from textual_tracker.cli.patience import patience
from textual_tracker.cli.when import planned_date
from textual_tracker.errors import UsageError

DECEMBER = 12


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
    """The last day of the window, as `--by` says it; of a month its last. Raises UsageError for one that is over."""
    typed = call.parsed.value("by")
    if typed is None:
        return None
    found = MONTH.fullmatch(typed)
    until = planned_date(call, "by") if found is None else _end_of(typed, int(found[1]), int(found[2]))
    if until is not None and until < call.today():
        raise UsageError(f"--by {typed} is {until}, and that is over: a forecast looks ahead, from {call.today()} on")
    return until


def _end_of(typed: str, year: int, month: int) -> dt.date:
    if year < dt.MINYEAR or not 1 <= month <= DECEMBER:
        raise UsageError(f'there is no month "{typed}"; write --by 2026-06')
    return month_end(dt.date(year, month, 1))
